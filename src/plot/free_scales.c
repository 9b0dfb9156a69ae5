#include "plot/free_scales.h"

#include "plot/bind.h"
#include "plot/option.h"
#include "plot/references.h"

#include <string.h>

/* The work for one axis. */
typedef struct {
    Plot *plot;
    const AxisSpec *axis;
    gboolean is_x;
    PanelDomains domains;
} FreeAxis;

guint
free_scales_x_of(const Plot *plot, guint panel)
{
    if (plot->free_x.n == 0)
        return 0;
    return plot->grid_columns > 0 ? panel % plot->grid_columns : panel;
}

guint
free_scales_y_of(const Plot *plot, guint panel)
{
    if (plot->free_y.n == 0)
        return 0;
    return plot->grid_columns > 0 ? panel / plot->grid_columns : panel;
}

static guint
free_axis_of(const FreeAxis *work, guint panel)
{
    guint columns = work->plot->grid_columns;

    if (columns == 0)
        return panel;
    return work->is_x ? panel % columns : panel / columns;
}

static void
free_axis_extend(double value, double *min, double *max)
{
    if (!isfinite(value))
        return;
    *min = isnan(*min) ? value : MIN(*min, value);
    *max = isnan(*max) ? value : MAX(*max, value);
}

/* From the least to the greatest value of each domain; NaN where there is none. */
static void
free_axis_measure(FreeAxis *work)
{
    const GPtrArray *layers = work->plot->layers;

    for (guint d = 0; d < work->domains.n; d++)
        work->domains.domains[d].min = work->domains.domains[d].max = NAN;
    for (guint l = 0; l < layers->len; l++) {
        const Layer *layer = layers->pdata[l];
        const double *far = work->is_x ? layer->x : layer->y;
        const double *near = work->is_x ? layer->x0 : layer->y0;

        for (gsize i = 0; i < layer->n; i++) {
            PanelDomain *domain = &work->domains.domains[free_axis_of(work, layer->panel[i])];

            free_axis_extend(far[i], &domain->min, &domain->max);
            if (near != NULL && isfinite(far[i]))
                free_axis_extend(near[i], &domain->min, &domain->max);
        }
    }
}

/* Ends that the user gave stay; a panel without values keeps the shared domain. */
static void
free_axis_train(const FreeAxis *work, PanelDomain *domain)
{
    const AxisSpec *shared = work->axis;
    const OptionRange *asked =
        work->is_x ? &work->plot->spec->x.domain : &work->plot->spec->y.domain;
    AxisSpec own = *shared;

    if (isnan(domain->min)) {
        domain->min = shared->min;
        domain->max = shared->max;
        return;
    }
    own.min = domain->min;
    own.max = domain->max;
    references_extend(work->plot, work->is_x ? CHANNEL_X : CHANNEL_Y, &own);
    bind_train(&own, shared->training, own.min, own.max);
    domain->min = asked->has_from ? shared->min : own.min;
    domain->max = asked->has_to ? shared->max : own.max;
}

static gboolean *
free_axis_names_seen(const FreeAxis *work, guint d)
{
    const GPtrArray *layers = work->plot->layers;
    gboolean *seen = g_new0(gboolean, work->axis->n_categories + 1);

    for (guint l = 0; l < layers->len; l++) {
        const Layer *layer = layers->pdata[l];
        const double *at = work->is_x ? layer->x : layer->y;

        for (gsize i = 0; i < layer->n; i++)
            if (free_axis_of(work, layer->panel[i]) == d && isfinite(layer->x[i]) &&
                isfinite(layer->y[i]) && at[i] > -0.5 && at[i] < work->axis->n_categories - 0.5)
                seen[(guint)round(at[i])] = TRUE;
    }
    return seen;
}

/* The categories of a domain; of periods all from the first to the last. An empty slot stays where
 * something stands on both sides of it. */
static void
free_axis_pick(const FreeAxis *work, guint d)
{
    const AxisSpec *axis = work->axis;
    PanelDomain *domain = &work->domains.domains[d];
    g_autofree gboolean *seen = free_axis_names_seen(work, d);
    double *places = arena_new0(work->plot->arena, double, axis->n_categories);
    guint first = 0, end = axis->n_categories;

    domain->categories = arena_new0(work->plot->arena, const char *, axis->n_categories);
    domain->places = places;
    while (first < end && !seen[first])
        first++;
    if (first == end)
        first = 0;
    else
        while (!seen[end - 1])
            end--;
    for (guint i = 0; i < axis->n_categories; i++) {
        gboolean inside = i >= first && i < end;
        gboolean kept = inside && (seen[i] || axis->times != NULL || axis->categories[i] == NULL);

        places[i] = kept ? domain->n_categories : NAN;
        if (kept)
            domain->categories[domain->n_categories++] = axis->categories[i];
    }
    domain->times = axis->times != NULL ? axis->times + first : NULL;
    /* Nothing is there: the shared names stand in an empty panel. */
    if (domain->n_categories == 0)
        *domain = (PanelDomain){ .n_categories = axis->n_categories,
                                 .categories = axis->categories,
                                 .times = axis->times };
}

static gboolean
free_axis_is_shared(const FreeAxis *work)
{
    const PanelDomain *first = work->domains.domains;

    for (guint d = 0; d < work->domains.n; d++) {
        const PanelDomain *other = &first[d];

        if (work->axis->training == TRAIN_NAMES
                ? other->n_categories != work->axis->n_categories
                : other->min != first->min || other->max != first->max)
            return FALSE;
    }
    return TRUE;
}

static PanelDomains
free_axis_bind(Plot *plot, const AxisSpec *axis, gboolean is_x)
{
    guint n = plot->grid_columns == 0 ? plot->n_panels
              : is_x                  ? plot->grid_columns
                                      : plot->grid_rows;
    FreeAxis work = { plot, axis, is_x, { n, arena_new0(plot->arena, PanelDomain, n) } };

    if (axis->training != TRAIN_NAMES)
        free_axis_measure(&work);
    for (guint d = 0; d < n; d++) {
        if (axis->training == TRAIN_NAMES)
            free_axis_pick(&work, d);
        else
            free_axis_train(&work, &work.domains.domains[d]);
    }
    /* Axes that do not differ are drawn once. */
    return free_axis_is_shared(&work) ? (PanelDomains){ 0 } : work.domains;
}

static gboolean
free_scales_can(const AxisSpec *axis, const OptionRange *asked)
{
    return axis->training != TRAIN_NEVER && !(asked->has_from && asked->has_to);
}

static gboolean
free_scales_check(const Plot *plot, gboolean wants_x, gboolean wants_y, GError **error)
{
    const Spec *spec = plot->spec;
    const char *axis = wants_x ? "x" : "y";
    const OptionRange *asked = wants_x ? &spec->x.domain : &spec->y.domain;

    if (asked->has_from && asked->has_to)
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--free-scales: --%s-domain fixes both ends of the axis in every panel", axis);
    else if (wants_x && wants_y)
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--free-scales: no axis of this figure can differ from panel to panel");
    else
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--free-scales=%s: the %s axis of this figure cannot differ from panel to panel",
                  axis, axis);
    return FALSE;
}

/* Bars of one length that mean different numbers have to say so, though their values stand at them.
 */
static void
free_scales_show(AxisSpec *axis, const PanelDomains *domains)
{
    if (domains->n > 0 && axis->training != TRAIN_NAMES && axis->hidden)
        axis->hidden = axis->absent = FALSE;
}

gboolean
free_scales_bind(Plot *plot, GError **error)
{
    const Spec *spec = plot->spec;
    FreeScales wish = (FreeScales)spec->free_scales;
    gboolean wants_x = wish == FREE_X || wish == FREE_BOTH;
    gboolean wants_y = wish == FREE_Y || wish == FREE_BOTH;
    gboolean x = wants_x && free_scales_can(&plot->x, &spec->x.domain);
    gboolean y = wants_y && free_scales_can(&plot->y, &spec->y.domain);

    if (wish == FREE_NONE)
        return TRUE;
    if (plot->frame->columns[CHANNEL_FACET] == NULL &&
        plot->frame->columns[CHANNEL_FACET_ROWS] == NULL) {
        report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, 1,
                   "--free-scales has no effect without --facet or --facet-rows");
        return TRUE;
    }
    /* Said of both it means those that can. */
    if (!x && !y)
        return free_scales_check(plot, wants_x, wants_y, error);
    if (x)
        plot->free_x = free_axis_bind(plot, &plot->x, TRUE);
    if (y)
        plot->free_y = free_axis_bind(plot, &plot->y, FALSE);
    free_scales_show(&plot->x, &plot->free_x);
    free_scales_show(&plot->y, &plot->free_y);
    return TRUE;
}

AxisSpec
free_scales_axis(const AxisSpec *shared, const PanelDomain *domain)
{
    AxisSpec axis = *shared;

    if (axis.kind == SCALE_BAND) {
        axis.n_categories = domain->n_categories;
        axis.categories = domain->categories;
        axis.times = domain->times;
        axis.places = domain->places;
        axis.n_places = domain->places != NULL ? shared->n_categories : 0;
    } else {
        axis.min = domain->min;
        axis.max = domain->max;
    }
    return axis;
}
