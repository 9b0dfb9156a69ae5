#include "plot/band_names.h"
#include "plot/end_names.h"
#include "plot/free_scales.h"
#include "plot/panels_work.h"

/* Names at the right ends may take this share of the width. */
#define END_SHARE 0.28
/* Titles of panels take as many lines at most, when there is the height for them. */
#define TITLE_LINES 2
/* A panel is at least as high as this many lines of axis labels. */
#define LEAST_LINES 3
/* On a page that can grow one of several panels is as high as this share of its width, up to this
 * many times the size of axis labels. */
#define LEAST_SHARE 0.6
#define LEAST_HIGH 7
/* Beside their values the bars keep at least this length, px. */
#define LEAST_BARS 40
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

/* Nor can a reader complete a name that is cut. */
static void
panels_report_cut_names(const PanelsBox *panels, const GPtrArray *axes)
{
    guint cut = 0;

    for (guint i = 0; i < axes->len; i++) {
        const Axis *axis = axes->pdata[i];

        cut += axis->spec->hidden ? 0 : axis->n_cut;
    }
    if (cut > 0)
        report_add(panels->plot->report, SEVERITY_WARNING, WHERE_NONE, cut,
                   "%u name%s too long for the axis and end%s in \"…\"; a wider or higher figure "
                   "has room, --rename makes names shorter",
                   cut, cut == 1 ? " is" : "s are", cut == 1 ? "s" : "");
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
    if (panels_height_around(panels) + PANELS_LEAST_SIDE * panels->rows > box->rect.height) {
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
    panels_report_cut_names(panels, panels->x);
    panels_report_cut_names(panels, panels->y);
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
