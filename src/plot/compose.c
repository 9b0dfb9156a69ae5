#include "plot/compose.h"

#include "guide/legend.h"
#include "plot/end_names.h"
#include "plot/panels_box.h"

#include <string.h>

/* Panels get about this share of the height before anything is measured. */
#define PANEL_SHARE 0.6
/* More keys than this are no legend. */
#define MAX_KEYS 60

static void
compose_add_text(Box *stack, const char *text, const TextStyle *style, Role role, double gap)
{
    Box *box;

    if (text == NULL || *text == '\0')
        return;
    box = text_box_new(text, style, role, 0);
    box->gap = gap;
    stack_box_add(stack, box);
}

static gboolean
compose_is_direct(const Plot *plot, const LayoutContext *context)
{
    if (!plot->direct || plot->n_panels > 1)
        return FALSE;
    if (plot->spec->legend == LEGEND_DIRECT)
        return TRUE;
    return plot->spec->legend == LEGEND_AUTO &&
           end_names_fit(plot, plot->size.height * PANEL_SHARE, context);
}

static Box *
compose_legend(const Plot *plot, gboolean direct)
{
    const Layer *layer = plot->layers->pdata[0];

    if (direct || plot->spec->legend == LEGEND_NONE || plot->spec->legend == LEGEND_DIRECT ||
        plot->n_series > MAX_KEYS)
        return NULL;
    /* Bars whose colour repeats their own name need no key. */
    if (plot->frame->columns[CHANNEL_COLOR] == plot->frame->columns[CHANNEL_X] ||
        plot->frame->columns[CHANNEL_COLOR] == plot->frame->columns[CHANNEL_Y] ||
        plot->frame->columns[CHANNEL_COLOR] == plot->frame->columns[CHANNEL_FACET])
        return NULL;
    return legend_box_new(plot->series, plot->n_series, layer->type);
}

/* "Source: …": said once, whether or not the user wrote the word. */
static char *
compose_labelled(const char *label, const char *text)
{
    if (text == NULL || *text == '\0')
        return NULL;
    if (g_ascii_strncasecmp(text, label, strlen(label)) == 0)
        return g_strdup(text);
    return g_strdup_printf("%s: %s", label, text);
}

static char *
compose_note(const Plot *plot)
{
    g_autofree char *both = g_strjoin(" ", plot->spec->note != NULL ? plot->spec->note : "",
                                      plot->auto_note != NULL ? plot->auto_note : "", NULL);

    g_strstrip(both);
    return compose_labelled("Note", both);
}

static Box *
compose_boxes(const Plot *plot, const LayoutContext *context)
{
    const Theme *theme = plot->theme;
    const Spec *spec = plot->spec;
    gboolean direct = compose_is_direct(plot, context);
    g_autofree char *note = compose_note(plot);
    g_autofree char *source = compose_labelled("Source", spec->source);
    Box *stack = stack_box_new(), *panels = panels_box_new(plot, direct);
    Box *legend = compose_legend(plot, direct);

    compose_add_text(stack, spec->title, &theme->title, ROLE_HEADING, 0);
    compose_add_text(stack, spec->subtitle, &theme->subtitle, ROLE_HEADING, theme->line_gap);
    if (legend != NULL && spec->legend != LEGEND_BOTTOM) {
        legend->gap = theme->gap * 0.9;
        stack_box_add(stack, legend);
    }
    panels->gap = theme->gap;
    stack_box_add(stack, panels);
    if (legend != NULL && spec->legend == LEGEND_BOTTOM) {
        legend->gap = theme->gap * 0.9;
        stack_box_add(stack, legend);
    }
    compose_add_text(stack, note, &theme->source, ROLE_FOOTER, theme->gap);
    compose_add_text(stack, source, &theme->source, ROLE_FOOTER,
                     note != NULL ? theme->line_gap : theme->gap);
    return stack;
}

Scene *
compose_scene(Plot *plot)
{
    const Theme *theme = plot->theme;
    LayoutContext context = { theme, plot->measurer };
    g_autoptr(SceneBuilder) builder = scene_builder_new(plot->size);
    g_autoptr(Box) root = compose_boxes(plot, &context);
    Rect page = { 0, 0, plot->size.width, plot->size.height };
    double margin = MIN(theme->margin, MIN(page.width, page.height) / 8);

    scene_builder_set_texts(builder, plot->title, plot->description, "en", plot->spec->source);
    scene_builder_set_look(builder, theme->background, &theme->axis);
    box_place(root, rect_grow(page, -margin, -margin), &context);
    box_draw(root, builder, &context);
    return scene_builder_finish(builder);
}
