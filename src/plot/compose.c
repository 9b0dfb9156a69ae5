#include "plot/compose.h"

#include "guide/legend.h"
#include "plot/band_names.h"
#include "plot/bind.h"
#include "plot/end_names.h"
#include "plot/page.h"
#include "plot/panels_box.h"

#include <string.h>

/* Panels get about this share of the height before anything is measured. */
#define PANEL_SHARE 0.6
/* More keys than this are no legend. */
#define MAX_KEYS 60

#define ANY_LINES G_MAXUINT

/* How many lines the blocks around the panels may have (0: none of it), and whether there is a key:
 * on a page that is too small for all of them the least important go first. */
typedef struct {
    guint title, subtitle, note, source;
    gboolean legend;
    const char *lost; /* for the report */
} ComposeLevel;

static const ComposeLevel compose_levels[] = {
    { ANY_LINES, ANY_LINES, ANY_LINES, ANY_LINES, TRUE, NULL },
    { ANY_LINES, ANY_LINES, 4, 1, TRUE, "the rest of the note" },
    { ANY_LINES, ANY_LINES, 1, 1, TRUE, "most of the note" },
    { ANY_LINES, 1, 1, 1, TRUE, "most of the note and of the subtitle" },
    { ANY_LINES, 1, 0, 1, TRUE, "the note" },
    { 1, 0, 0, 1, TRUE, "the subtitle and the note" },
    { 1, 1, 0, 1, FALSE, "the note and the key of the colours" },
    { 1, 0, 0, 0, FALSE, "all words but the title" },
    { 0, 0, 0, 0, FALSE, "all words" },
};

/* What compose_scene() tries: the boxes for one level. */
typedef struct {
    const ComposeLevel *level;
    PanelNames names;
    Box *root;   /* owned */
    Box *panels; /* in root */
    Box *beside; /* the key beside the panels, in root; NULL: none */
} ComposeTry;

static void
compose_add_text(Box *stack, const char *text, const TextStyle *style, Role role, double gap,
                 guint max_lines)
{
    Box *box;

    if (text == NULL || *text == '\0' || max_lines == 0)
        return;
    box = text_box_new(text, style, role, max_lines == ANY_LINES ? 0 : max_lines);
    box->gap = gap;
    stack_box_add(stack, box);
}

/* At the right ends of lines and surfaces, or in surfaces that have room, there is no key. */
static PanelNames
compose_names(const Plot *plot, const LayoutContext *context)
{
    if (!plot->direct)
        return NAMES_IN_KEY;
    if (plot->n_panels > 1)
        return end_names_suit_panels(plot) ? NAMES_AT_ENDS : NAMES_IN_KEY;
    if (plot->spec->legend == LEGEND_DIRECT)
        return NAMES_AT_ENDS;
    if (plot->spec->legend != LEGEND_AUTO)
        return NAMES_IN_KEY;
    if (end_names_fit(plot, plot->size.height * PANEL_SHARE, context))
        return NAMES_AT_ENDS;
    return band_names_are_possible(plot) ? NAMES_IN_BANDS : NAMES_IN_KEY;
}

static gboolean
compose_has_key(PanelNames names)
{
    return names == NAMES_IN_KEY || names == NAMES_IN_SOME_BANDS;
}

static Box *
compose_legend(const Plot *plot, PanelNames names, gboolean beside)
{
    const Layer *layer = plot->layers->pdata[0];
    guint first = 0;

    if (plot->guide_names)
        return NULL;
    if (plot->named && (plot->spec->legend == LEGEND_AUTO || plot->spec->legend == LEGEND_DIRECT))
        return NULL;
    if (!compose_has_key(names) || plot->spec->legend == LEGEND_NONE || plot->n_series > MAX_KEYS)
        return NULL;
    /* Bars whose colour repeats their own name need no key. */
    if (plot->frame->columns[CHANNEL_COLOR] == plot->frame->columns[CHANNEL_X] ||
        plot->frame->columns[CHANNEL_COLOR] == plot->frame->columns[CHANNEL_Y] ||
        plot->frame->columns[CHANNEL_COLOR] == plot->frame->columns[CHANNEL_FACET] ||
        plot->frame->columns[CHANNEL_COLOR] == plot->frame->columns[CHANNEL_FACET_ROWS])
        first = plot->frame->columns[CHANNEL_COLOR] != NULL || plot->n_overlays == 0
                    ? plot->n_series - plot->n_overlay_series
                    : 0;
    return legend_box_new(plot->series + first, plot->n_series - first,
                          plot->key_mark != NULL ? plot->key_mark : layer->type, beside);
}

/* The user's note and what the figure has to say itself. Caller frees; NULL: nothing. */
static char *
compose_note(const Plot *plot)
{
    const Language *language = bind_language(plot);
    const char *note = plot->spec->note != NULL ? plot->spec->note : "";
    const char *own = plot->auto_note != NULL ? plot->auto_note : "";
    g_autofree char *both =
        g_strconcat(note, *note != '\0' && *own != '\0' ? language->between : "", own, NULL);

    g_strstrip(both);
    return language_labelled(language, WORD_NOTE, both);
}

/* The panels with their key above, below or beside them. */
static void
compose_add_panels(Box *stack, Box *panels, Box *legend, gboolean beside, const Spec *spec,
                   const Theme *theme)
{
    gboolean below = legend != NULL && spec->legend == LEGEND_BOTTOM;
    Box *row;

    if (legend != NULL && beside) {
        row = row_box_new();
        row->gap = theme->gap;
        row_box_add(row, panels);
        legend->gap = theme->panel_gap;
        row_box_add(row, legend);
        stack_box_add(stack, row);
        return;
    }
    if (legend != NULL)
        legend->gap = theme->gap * 0.9;
    stack_box_add(stack, below ? panels : legend);
    stack_box_add(stack, below ? legend : panels);
}

static void
compose_boxes(const Plot *plot, ComposeTry *try)
{
    const Theme *theme = plot->theme;
    const Spec *spec = plot->spec;
    const ComposeLevel *level = try->level;
    g_autofree char *note = compose_note(plot);
    g_autofree char *source = language_labelled(bind_language(plot), WORD_SOURCE, spec->source);
    Box *stack = stack_box_new(), *panels = panels_box_new(plot, try->names);
    gboolean beside = plot_key_is_beside(plot);
    Box *legend = level->legend ? compose_legend(plot, try->names, beside) : NULL;

    compose_add_text(stack, spec->title, &theme->title, ROLE_HEADING, 0, level->title);
    compose_add_text(stack, spec->subtitle, &theme->subtitle, ROLE_HEADING, theme->line_gap,
                     level->subtitle);
    if (plot->make_guide != NULL && level->legend && spec->legend != LEGEND_NONE) {
        Box *guide = plot->make_guide(plot);

        if (legend == NULL) {
            legend = guide;
        } else {
            guide->gap = theme->gap * 0.9;
            stack_box_add(stack, guide);
        }
    }
    try->beside = beside ? legend : NULL;
    panels->gap = theme->gap;
    compose_add_panels(stack, panels, legend, beside, spec, theme);
    compose_add_text(stack, note, &theme->source, ROLE_FOOTER, theme->gap, level->note);
    compose_add_text(stack, source, &theme->source, ROLE_FOOTER,
                     note != NULL && level->note > 0 ? theme->line_gap : theme->gap, level->source);
    compose_add_text(stack, plot->credit, &theme->source, ROLE_FOOTER,
                     (note != NULL && level->note > 0) || source != NULL ? theme->line_gap
                                                                         : theme->gap,
                     level->source);
    box_free(try->root);
    try->root = stack;
    try->panels = panels;
}

static void
compose_place(const Plot *plot, ComposeTry *try, const LayoutContext *context)
{
    Rect page = { 0, 0, plot->size.width, plot->size.height };
    double margin = MIN(plot->theme->margin, MIN(page.width, page.height) / 8);

    compose_boxes(plot, try);
    box_place(try->root, rect_grow(page, -margin, -margin), context);
}

static gboolean
compose_key_is_too_high(const ComposeTry *try, const LayoutContext *context)
{
    Rect rect;

    if (try->beside == NULL)
        return FALSE;
    rect = try->beside->rect;
    return box_measure(try->beside, (Size){ rect.width, rect.height }, context).height >
           rect.height + 0.5;
}

/* One thing less on the page, or a higher page. FALSE when all has its room, or nothing helps. */
static gboolean
compose_give_way(Plot *plot, ComposeTry *try, const LayoutContext *context)
{
    PanelsFit fit = panels_box_fit(try->panels, context);

    if (fit.values_collide && plot->values_axis != NULL) {
        *plot->values_axis = plot->plain_axis;
        plot->values_axis = NULL;
        for (guint i = 0; i < plot->layers->len; i++)
            ((Layer *)plot->layers->pdata[i])->labels = NULL;
        return TRUE;
    }
    if (fit.lacks > 0 && !plot->fixed_height && plot->size.height < PAGE_MOST_HEIGHT) {
        plot->size.height = MIN(ceil(plot->size.height + fit.lacks), PAGE_MOST_HEIGHT);
        return TRUE;
    }
    if (compose_key_is_too_high(try, context)) {
        plot->key_above = TRUE;
        if (plot->spec->legend == LEGEND_RIGHT)
            report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, 1,
                       "--legend right: the key is higher than the panels; it stands above them");
        return TRUE;
    }
    if (fit.lacks > 0 && try->level + 1 < compose_levels + G_N_ELEMENTS(compose_levels)) {
        try->level++;
        return TRUE;
    }
    if (fit.names_collide) {
        try->names = plot->n_panels > 1 || !band_names_are_possible(plot) ? NAMES_IN_KEY
                     : try->names == NAMES_AT_ENDS                        ? NAMES_IN_BANDS
                                                                          : NAMES_IN_SOME_BANDS;
        if (plot->spec->legend == LEGEND_DIRECT && compose_has_key(try->names))
            report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, 1,
                       "--legend direct: the names have no room at the lines; a key is drawn");
        return TRUE;
    }
    return FALSE;
}

/* On the smallest of pages not even the panels have room. */
static void
compose_leave_out(const Plot *plot, guint n)
{
    if (n > 0)
        report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, n,
                   "%u text%s no room on the page and %s left out; a larger figure would show %s",
                   n, n == 1 ? " has" : "s have", n == 1 ? "is" : "are", n == 1 ? "it" : "them");
}

Scene *
compose_scene(Plot *plot)
{
    const Theme *theme = plot->theme;
    LayoutContext context = { theme, plot->measurer };
    ComposeTry try = { .level = compose_levels, .names = compose_names(plot, &context) };
    g_autoptr(SceneBuilder) builder = NULL;

    do
        compose_place(plot, &try, &context);
    while (compose_give_way(plot, &try, &context));
    panels_box_report(try.panels);
    if (try.level->lost != NULL)
        report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, 1,
                   "the page is too small for all its words; left out: %s", try.level->lost);
    builder = scene_builder_new(plot->size);
    scene_builder_set_texts(builder, plot->title, plot->description, bind_language(plot)->tag,
                            plot->spec->source);
    scene_builder_set_look(builder, theme->background, &theme->axis);
    box_draw(try.root, builder, &context);
    compose_leave_out(plot, scene_builder_leave_out(builder));
    box_free(try.root);
    return scene_builder_finish(builder);
}
