#include "plot/panels_work.h"

#include "plot/end_names.h"
#include "text/wrap.h"

/* Names at the right ends may take this share of the width. */
#define END_SHARE 0.28
/* Category names left of lying bars may take this share. */
#define NAME_SHARE 0.42
#define MAX_TITLE_LINES 2
/* A panel is at least as high as this many lines of axis labels. */
#define LEAST_LINES 3
/* A row of panels is at least as high as this many times the size of axis labels. */
#define LEAST_ROW 7
/* Beside their values the bars keep at least this length, px. */
#define LEAST_BARS 40

guint
panels_columns(const Plot *plot, Size size)
{
    guint n = plot->n_panels, best = 1;
    double best_score = G_MAXDOUBLE;
    /* Lying bars want high panels, everything over time wide ones. */
    double wanted = plot->panel_aspect > 0 ? plot->panel_aspect : plot->upright ? 1.5 : 0.8;

    if (plot->spec->facet_columns > 0)
        return (guint)MIN(plot->spec->facet_columns, n);
    for (guint columns = 1; columns <= n; columns++) {
        guint rows = (n + columns - 1) / columns;
        double aspect = size.width / columns / MAX(1, size.height / rows);
        double score = fabs(log(aspect / wanted)) + 0.18 * (columns * rows - n);

        /* Title, labels and some height for the data. */
        if (columns < n && size.height / rows < LEAST_ROW * plot->theme->axis.size)
            continue;
        if (score < best_score - 1e-9) {
            best_score = score;
            best = columns;
        }
    }
    return best;
}

static double
panels_line_height(const TextStyle *style, const LayoutContext *context)
{
    return text_measure(context->measurer, "x", style).line_height;
}

/* The value axis says what is measured above the panels, wherever its labels stand. */
const char *
panels_top_title(const PanelsBox *panels)
{
    return panels->plot->upright ? panels->y->title : panels->x->title;
}

const char *
panels_bottom_title(const PanelsBox *panels)
{
    return panels->plot->upright ? panels->x->title : panels->y->title;
}

static gboolean
panels_have_titles(const PanelsBox *panels)
{
    return panels->plot->panel_titles[0] != NULL;
}

/* Titles of panels may take a second line; longer ones end in an ellipsis. */
GPtrArray *
panels_title_lines(const PanelsBox *panels, guint index, const LayoutContext *context)
{
    return text_wrap(panels->plot->panel_titles[index], &context->theme->panel_title,
                     MAX(10, panels->panel.width), MAX_TITLE_LINES, context->measurer);
}

/* Above every panel alike, so that the panels stand in rows. */
static double
panels_title_height(const PanelsBox *panels, const LayoutContext *context)
{
    guint most = 0;

    for (guint i = 0; panels_have_titles(panels) && i < panels->plot->n_panels; i++) {
        g_autoptr(GPtrArray) lines = panels_title_lines(panels, i, context);

        most = MAX(most, lines->len);
    }
    return most == 0 ? 0
                     : most * panels_line_height(&context->theme->panel_title, context) +
                           context->theme->label_gap;
}

/* Axes for a guess of the panel's size; the margins that they need. */
static void
panels_fit_axes(PanelsBox *panels, const LayoutContext *context)
{
    const Plot *plot = panels->plot;
    const Theme *theme = context->theme;
    double axis_line = panels_line_height(&theme->axis, context);

    axis_free(panels->x);
    axis_free(panels->y);
    panels->x = axis_fit(&plot->x, FALSE, panels->panel.width, 0, context);
    panels->y = axis_fit(&plot->y, TRUE, panels->panel.height, panels->box.rect.width * NAME_SHARE,
                         context);
    panels->left = MAX(panels->y->thickness, panels->x->overhang_start);
    /* Labels under the ends of neighbours must not meet. */
    panels->gap = MAX(theme->panel_gap,
                      panels->x->overhang_start + panels->x->overhang + theme->axis.size / 2);
    panels->bottom = panels->x->thickness +
                     (panels_bottom_title(panels) != NULL ? axis_line + theme->line_gap : 0);
    panels->right = MAX(panels->right, panels->x->overhang);
    panels->top = panels_top_title(panels) != NULL ? axis_line + theme->label_gap : 0;
    /* Labels of the topmost tick reach half a line above the panel. */
    panels->top += plot->y.kind == SCALE_BAND || plot->y.hidden ? 0 : axis_line * 0.4;
    panels->title_height = panels_title_height(panels, context);
}

static void
panels_size(PanelsBox *panels, const LayoutContext *context)
{
    Rect rect = panels->box.rect;
    double gap = context->theme->panel_gap;
    double width =
        rect.width - panels->left - panels->right - panels->gap * (panels->columns - 1.0);
    double height = rect.height - panels->top - panels->bottom -
                    panels->title_height * panels->rows - gap * 0.6 * (panels->rows - 1.0);

    panels->panel = (Size){ MAX(10, width / panels->columns), MAX(10, height / panels->rows) };
}

/* A name that is not there is said, unless the names follow from each other. */
static void
panels_report_names(const PanelsBox *panels, const Axis *axis)
{
    if (axis->n_unnamed > 0 && axis->spec->names_of != NULL)
        report_add(panels->plot->report, SEVERITY_WARNING, WHERE_NONE, axis->n_unnamed,
                   "%u of %u names of \"%s\" have no room and are left out; a larger figure, fewer "
                   "panels or lying bars would show them",
                   axis->n_unnamed, axis->spec->n_categories, axis->spec->names_of);
}

/* Tick labels depend on the axes' lengths and those on the labels: three passes, the last is final.
 */
static void
panels_place(Box *box, const LayoutContext *context)
{
    PanelsBox *panels = (PanelsBox *)box;
    const Plot *plot = panels->plot;
    Size size = { box->rect.width, box->rect.height };

    panels->columns = panels_columns(plot, size);
    panels->rows = (plot->n_panels + panels->columns - 1) / panels->columns;
    panels->left = 40;
    panels->bottom = 24;
    panels->gap = context->theme->panel_gap;
    panels->right =
        panels->direct ? end_names_width(plot, box->rect.width * END_SHARE, context) : 0;
    for (guint pass = 0; pass < 3; pass++) {
        panels_size(panels, context);
        panels_fit_axes(panels, context);
    }
    panels_size(panels, context);
    axis_free(panels->x);
    axis_free(panels->y);
    panels->x = axis_fit(&plot->x, FALSE, panels->panel.width, 0, context);
    panels->y =
        axis_fit(&plot->y, TRUE, panels->panel.height, box->rect.width * NAME_SHARE, context);
}

void
panels_box_report(const Box *box)
{
    const PanelsBox *panels = (const PanelsBox *)box;

    panels_report_names(panels, panels->x);
    panels_report_names(panels, panels->y);
}

/* Values that stand alone at their marks: beside lying bars one below the other, above standing
 * ones side by side. */
static gboolean
panels_values_collide(const PanelsBox *panels, const Layer *layer, const LayoutContext *context)
{
    const Axis *band = panels->plot->upright ? panels->x : panels->y;
    const Axis *value = panels->plot->upright ? panels->y : panels->x;
    double own = layer->n_slots > 1 ? scale_bandwidth(&band->scale) / layer->n_slots
                                    : scale_step(&band->scale);

    if (layer->labels == NULL || layer->stacked)
        return FALSE;
    if (fabs(value->scale.to - value->scale.from) < LEAST_BARS)
        return TRUE;
    for (gsize i = 0; i < layer->n; i++) {
        TextExtents text;

        if (layer->labels[i] == NULL)
            continue;
        text = text_measure(context->measurer, layer->labels[i], &context->theme->label);
        if ((panels->plot->upright ? text.width : text.ascent + text.descent) > own)
            return TRUE;
    }
    return FALSE;
}

PanelsFit
panels_box_fit(const Box *box, const LayoutContext *context)
{
    const PanelsBox *panels = (const PanelsBox *)box;
    const Plot *plot = panels->plot;
    double least = LEAST_LINES * panels_line_height(&context->theme->axis, context);
    double used = panels->top + panels->bottom + panels->title_height * panels->rows +
                  context->theme->panel_gap * 0.6 * (panels->rows - 1.0);
    double label_line = panels_line_height(&context->theme->label, context);
    PanelsFit fit = { 0 };

    fit.lacks = MAX(0, used + least * panels->rows - box->rect.height);
    fit.names_collide =
        panels->direct &&
        !end_names_fit(plot, panels->panel.height + context->theme->tick_length + label_line / 2,
                       context);
    for (guint i = 0; i < plot->layers->len; i++)
        fit.values_collide =
            fit.values_collide || panels_values_collide(panels, plot->layers->pdata[i], context);
    return fit;
}

static Size
panels_measure(Box *box G_GNUC_UNUSED, Size available, const LayoutContext *context G_GNUC_UNUSED)
{
    return available;
}

static void
panels_free(Box *box)
{
    PanelsBox *panels = (PanelsBox *)box;

    axis_free(panels->x);
    axis_free(panels->y);
    g_free(panels);
}

static const BoxType panels_box_type = {
    .measure = panels_measure,
    .place = panels_place,
    .draw = panels_draw,
    .free = panels_free,
};

Box *
panels_box_new(const Plot *plot, gboolean direct)
{
    PanelsBox *panels = g_new0(PanelsBox, 1);

    panels->box.type = &panels_box_type;
    panels->box.grows = TRUE;
    panels->plot = plot;
    panels->direct = direct;
    return &panels->box;
}
