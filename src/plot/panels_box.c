#include "plot/band_names.h"
#include "plot/end_names.h"
#include "plot/free_scales.h"
#include "plot/panels_work.h"

/* Names at the right ends may take this share of the width. */
#define END_SHARE 0.28
/* Category names left of lying bars may take this share. */
#define NAME_SHARE 0.42
/* Titles of panels take as many lines at most, when there is the height for them. */
#define TITLE_LINES 2
/* No panel is smaller than this, px. */
#define LEAST_SIDE 10.0
/* A panel is at least as high as this many lines of axis labels. */
#define LEAST_LINES 3
/* On a page that can grow one of several panels is as high as this share of its width, up to this
 * many times the size of axis labels. */
#define LEAST_SHARE 0.6
#define LEAST_HIGH 7
/* Beside their values the bars keep at least this length, px. */
#define LEAST_BARS 40
/* Between columns of panels lies at most this share of what a column has. */
#define MOST_GAP 0.18
/* Between values of neighbours, px. */
#define VALUE_AIR 1.0

/* The axis of the plot, or a copy for each domain. */
static AxisSpec *
panels_specs(const AxisSpec *shared, const PanelDomains *domains)
{
    AxisSpec *specs = g_new(AxisSpec, MAX(1, domains->n));

    specs[0] = *shared;
    for (guint i = 0; i < domains->n; i++)
        specs[i] = free_scales_axis(shared, &domains->domains[i]);
    return specs;
}

/* Bars of panels with fewer names are not thicker than the others. */
static void
panels_even_bands(AxisSpec *specs, guint n, double length)
{
    guint most = 1;

    for (guint i = 0; i < n; i++)
        most = MAX(most, specs[i].n_categories);
    for (guint i = 0; i < n && n > 1; i++)
        if (specs[i].kind == SCALE_BAND && specs[i].times == NULL)
            specs[i].max_step =
                specs[i].max_step > 0 ? MIN(specs[i].max_step, length / most) : length / most;
}

static GPtrArray *
panels_fit_specs(const AxisSpec *specs, guint n, gboolean vertical, double length, double room,
                 const LayoutContext *context)
{
    GPtrArray *axes = g_ptr_array_new_with_free_func((GDestroyNotify)axis_free);

    for (guint i = 0; i < n; i++)
        g_ptr_array_add(axes, axis_fit(&specs[i], vertical, length, room, context));
    return axes;
}

/* A title said once must be true of every panel: where one counts in millions and another does not,
 * each label says so itself. */
static GPtrArray *
panels_fit_axis(AxisSpec *specs, const PanelDomains *domains, gboolean vertical, double length,
                double room, const LayoutContext *context)
{
    guint n = MAX(1, domains->n);
    GPtrArray *axes = panels_fit_specs(specs, n, vertical, length, room, context);
    gboolean differ = FALSE;

    for (guint i = 1; i < n; i++)
        differ = differ ||
                 g_strcmp0(((Axis *)axes->pdata[i])->title, ((Axis *)axes->pdata[0])->title) != 0;
    if (!differ)
        return axes;
    g_ptr_array_unref(axes);
    for (guint i = 0; i < n; i++)
        specs[i].marks = TRUE;
    return panels_fit_specs(specs, n, vertical, length, room, context);
}

static void
panels_fit_both(PanelsBox *panels, const LayoutContext *context)
{
    const Plot *plot = panels->plot;
    double room = panels->box.rect.width * NAME_SHARE;

    /* Where each column has names of its own they share the room. */
    if (plot->free_y.n > 0 && plot->grid_columns == 0)
        room /= panels->columns;
    g_clear_pointer(&panels->x, g_ptr_array_unref);
    g_clear_pointer(&panels->y, g_ptr_array_unref);
    panels_even_bands(panels->y_specs, plot->free_y.n, panels->panel.height);
    panels->x =
        panels_fit_axis(panels->x_specs, &plot->free_x, FALSE, panels->panel.width, 0, context);
    panels->y =
        panels_fit_axis(panels->y_specs, &plot->free_y, TRUE, panels->panel.height, room, context);
}

/* What each column needs left of its panels, and how far labels reach into the gaps. */
static void
panels_fit_across(PanelsBox *panels, const LayoutContext *context)
{
    const Theme *theme = context->theme;
    double slot = panels->box.rect.width / panels->columns, start = 0, end = 0;
    double least = MIN(theme->panel_gap, slot * MOST_GAP), inner = G_MAXDOUBLE;

    for (guint i = 0; i < panels->x->len; i++) {
        start = MAX(start, ((Axis *)panels->x->pdata[i])->overhang_start);
        end = MAX(end, ((Axis *)panels->x->pdata[i])->overhang);
    }
    for (guint c = 0; c < panels->columns; c++)
        panels->across[c] = (PanelsTrack){ c == 0 ? start : 0, panels->names };
    for (guint i = 0; i < panels->plot->n_panels; i++)
        if (panels_have_y_labels(panels, i)) {
            PanelsTrack *track = &panels->across[i % panels->columns];

            track->before = MAX(track->before, panels_y(panels, i)->thickness);
        }
    for (guint c = 1; c < panels->columns; c++)
        inner = MIN(inner, panels->across[c].before + panels->across[c - 1].after);
    panels->left = panels->row_titles;
    panels->right = MAX(0, end - panels->names);
    /* Labels under the ends of neighbours must not meet, nor names meet numbers. */
    panels->column_gap = MAX(least, start + end + theme->axis.size);
    if (panels->columns > 1 && inner > 0)
        panels->column_gap = MAX(theme->axis.size, panels->column_gap - inner);
}

/* The same above and below. */
static void
panels_fit_down(PanelsBox *panels, const LayoutContext *context)
{
    const Plot *plot = panels->plot;
    const Theme *theme = context->theme;
    double line = panels_line_height(&theme->axis, context);

    panels_fit_titles(panels, context);
    for (guint r = 0; r < panels->rows; r++)
        panels->down[r].after = 0;
    for (guint i = 0; i < plot->n_panels; i++) {
        PanelsTrack *track = &panels->down[i / panels->columns];

        /* Those above a hole write into it. */
        if (panels_have_x_labels(panels, i) &&
            (i / panels->columns + 1 == panels->rows || plot->free_x.n > 0))
            track->after = MAX(track->after, panels_x(panels, i)->thickness);
    }
    panels->row_gap = theme->panel_gap * 0.6;
    /* Without titles between them the ends of the vertical axes would meet. */
    for (guint r = 1; r < panels->rows; r++)
        if (panels->down[r].before + panels->down[r - 1].after == 0)
            panels->row_gap = MAX(panels->row_gap, line * 1.5);
    panels->top = panels_top_title(panels) != NULL ? line + theme->label_gap : 0;
    /* Labels of the topmost tick reach half a line above the panel. */
    panels->top += plot->y.kind == SCALE_BAND || plot->y.hidden ? 0 : line * 0.4;
    panels->bottom = panels_bottom_title(panels) != NULL ? line + theme->line_gap : 0;
}

/* All of the height but the panels themselves. */
static double
panels_height_around(const PanelsBox *panels)
{
    double used = panels->top + panels->bottom + panels->row_gap * (panels->rows - 1.0);

    for (guint r = 0; r < panels->rows; r++)
        used += panels->down[r].before + panels->down[r].after;
    return used;
}

static void
panels_size(PanelsBox *panels)
{
    Rect rect = panels->box.rect;
    double width =
        rect.width - panels->left - panels->right - panels->column_gap * (panels->columns - 1.0);

    for (guint c = 0; c < panels->columns; c++)
        width -= panels->across[c].before + panels->across[c].after;
    panels->panel =
        (Size){ MAX(LEAST_SIDE, width / panels->columns),
                MAX(LEAST_SIDE, (rect.height - panels_height_around(panels)) / panels->rows) };
}

/* A name that is not there is said, unless the names follow from each other. */
static void
panels_report_names(const PanelsBox *panels, const GPtrArray *axes)
{
    const char *names_of = ((Axis *)axes->pdata[0])->spec->names_of;
    guint unnamed = 0, all = 0;

    for (guint i = 0; i < axes->len; i++) {
        unnamed += ((Axis *)axes->pdata[i])->n_unnamed;
        all += ((Axis *)axes->pdata[i])->spec->n_categories;
    }
    if (unnamed > 0 && names_of != NULL)
        report_add(panels->plot->report, SEVERITY_WARNING, WHERE_NONE, unnamed,
                   "%u of %u names of \"%s\" have no room and are left out; a larger figure, fewer "
                   "panels or lying bars would show them",
                   unnamed, all, names_of);
}

/* On a page that is too narrow for its labels they stay on it, and off those of the next panel. */
static void
panels_hold_ends(PanelsBox *panels)
{
    double start = panels->left + panels->across[0].before;
    double end = panels->right + panels->names;

    for (guint c = 1; c < panels->columns; c++) {
        double gap = panels->across[c - 1].after + panels->column_gap + panels->across[c].before;
        double half = (gap - panels->plot->theme->axis.size / 2) / 2;

        start = MIN(start, MAX(half, gap - end - panels->plot->theme->axis.size / 2));
        end = MIN(end, MAX(half, gap - start - panels->plot->theme->axis.size / 2));
    }
    for (guint i = 0; i < panels->x->len; i++)
        axis_hold_ends(panels->x->pdata[i], start, end);
}

/* Ticks that were asked for, and labels that would have pushed the panels off the page. */
static void
panels_report_ticks(const PanelsBox *panels, const GPtrArray *axes, const char *name,
                    const char *asked)
{
    guint unlabelled = 0;

    for (guint i = 0; i < axes->len; i++)
        unlabelled += ((Axis *)axes->pdata[i])->n_unlabelled;
    if (unlabelled > 0 && asked != NULL)
        report_add(panels->plot->report, SEVERITY_WARNING, WHERE_NONE, unlabelled,
                   "--%s-ticks: %u label%s no room and %s left out; a larger figure or fewer ticks "
                   "would show them",
                   name, unlabelled, unlabelled == 1 ? " has" : "s have",
                   unlabelled == 1 ? "is" : "are");
}

/* Tick labels depend on the axes' lengths and those on the labels: three passes, the last is final.
 */
static void
panels_fit(PanelsBox *panels, const LayoutContext *context)
{
    panels->across[0].before = 40;
    panels->down[panels->rows - 1].after = 24;
    panels->column_gap = panels->row_gap = context->theme->panel_gap;
    for (guint pass = 0; pass < 3; pass++) {
        panels_size(panels);
        panels_fit_both(panels, context);
        panels_fit_across(panels, context);
        panels_fit_down(panels, context);
    }
    panels_size(panels);
    panels_fit_both(panels, context);
}

static void
panels_place(Box *box, const LayoutContext *context)
{
    PanelsBox *panels = (PanelsBox *)box;
    const Plot *plot = panels->plot;

    panels->columns = panels_columns(plot, (Size){ box->rect.width, box->rect.height });
    panels->rows = (plot->n_panels + panels->columns - 1) / panels->columns;
    g_free(panels->across);
    g_free(panels->down);
    panels->across = g_new0(PanelsTrack, panels->columns);
    panels->down = g_new0(PanelsTrack, panels->rows);
    panels->names =
        panels->place == NAMES_AT_ENDS
            ? end_names_width(plot, box->rect.width * END_SHARE / panels->columns, context)
            : 0;
    panels->title_lines = TITLE_LINES;
    panels_fit(panels, context);
    /* Something to see is worth more than the second line of a title. */
    if (panels_height_around(panels) + LEAST_SIDE * panels->rows > box->rect.height) {
        panels->title_lines = 1;
        panels_fit(panels, context);
    }
    panels_hold_ends(panels);
}

void
panels_box_report(const Box *box)
{
    const PanelsBox *panels = (const PanelsBox *)box;

    panels_report_names(panels, panels->x);
    panels_report_names(panels, panels->y);
    panels_report_ticks(panels, panels->x, "x", panels->plot->spec->x.ticks);
    panels_report_ticks(panels, panels->y, "y", panels->plot->spec->y.ticks);
}

/* Values that stand alone at their marks: beside lying bars one below the other, above standing
 * ones side by side. */
static gboolean
panels_values_collide(const PanelsBox *panels, const Layer *layer, const LayoutContext *context)
{
    const Axis *band = panels->plot->upright ? panels_x(panels, 0) : panels_y(panels, 0);
    const Axis *value = panels->plot->upright ? panels_y(panels, 0) : panels_x(panels, 0);
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
        /* With the room that the label placer wants around them. */
        if ((panels->plot->upright ? text.width * (1 + SCENE_TEXT_SLACK)
                                   : text.ascent + text.descent) +
                VALUE_AIR >
            own)
            return TRUE;
    }
    return FALSE;
}

static gboolean
panels_names_collide(const PanelsBox *panels, const LayoutContext *context)
{
    Rect rect = panels_rect(panels, 0);
    Scale x = axis_scale(panels_x(panels, 0), rect), y = axis_scale(panels_y(panels, 0), rect);
    MarkContext marks = panels_mark_context(panels, 0, rect, &x, &y, NULL, context);
    double line = panels_line_height(&context->theme->label, context);

    switch (panels->place) {
    case NAMES_IN_KEY:
    case NAMES_IN_SOME_BANDS:
        return FALSE;
    case NAMES_AT_ENDS:
        return !end_names_fit(
            panels->plot, panels->panel.height + context->theme->tick_length + line / 2, context);
    case NAMES_IN_BANDS:
        return !band_names_fit(panels->plot, &marks);
    }
    return FALSE;
}

PanelsFit
panels_box_fit(const Box *box, const LayoutContext *context)
{
    const PanelsBox *panels = (const PanelsBox *)box;
    const Plot *plot = panels->plot;
    double least = LEAST_LINES * panels_line_height(&context->theme->axis, context);
    PanelsFit fit = { 0 };

    if (!plot->fixed_height && plot->n_panels > 1)
        least = MAX(least,
                    MIN(panels->panel.width * LEAST_SHARE, LEAST_HIGH * context->theme->axis.size));
    fit.lacks = MAX(0, panels_height_around(panels) + least * panels->rows - box->rect.height);
    fit.names_collide = panels_names_collide(panels, context);
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

    g_clear_pointer(&panels->x, g_ptr_array_unref);
    g_clear_pointer(&panels->y, g_ptr_array_unref);
    g_free(panels->x_specs);
    g_free(panels->y_specs);
    g_free(panels->across);
    g_free(panels->down);
    g_free(panels);
}

static const BoxType panels_box_type = {
    .measure = panels_measure,
    .place = panels_place,
    .draw = panels_draw,
    .free = panels_free,
};

Box *
panels_box_new(const Plot *plot, PanelNames place)
{
    PanelsBox *panels = g_new0(PanelsBox, 1);

    panels->box.type = &panels_box_type;
    panels->box.grows = TRUE;
    panels->plot = plot;
    panels->place = place;
    panels->x_specs = panels_specs(&plot->x, &plot->free_x);
    panels->y_specs = panels_specs(&plot->y, &plot->free_y);
    return &panels->box;
}
