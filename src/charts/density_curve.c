#include "charts/distribution.h"

#include "plot/bind.h"
#include "transform/statistics.h"

/* Beyond this many bandwidths a Gaussian is not seen. */
#define TAIL 2.5
/* A narrower bandwidth than this share of the axis would not be seen. */
#define FINEST (1 / 300.0)

/* A shape with this share of the height is hardly seen. */
#define THIN 0.08

/* Ends that no value can pass, in the space in which the density is taken; infinite: none. */
static void
density_bounds(const DistributionGroup *group, gboolean is_linear, gboolean is_share,
               double *ret_low, double *ret_high)
{
    gboolean from_zero = is_linear && group->values[0] >= 0;

    *ret_low = from_zero ? 0 : -INFINITY;
    *ret_high = from_zero && is_share && group->values[group->n - 1] <= 100 ? 100 : INFINITY;
}

/* Adds the density that a mirror at `bound` throws back. */
static void
density_add_mirrored(const double *values, gsize n, double bandwidth, double bound,
                     const double *at, double *height)
{
    double mirrored[DENSITY_POINTS], more[DENSITY_POINTS];

    if (!isfinite(bound))
        return;
    for (guint i = 0; i < DENSITY_POINTS; i++)
        mirrored[i] = 2 * bound - at[i];
    statistics_density(values, n, bandwidth, mirrored, DENSITY_POINTS, more);
    for (guint i = 0; i < DENSITY_POINTS; i++)
        height[i] += more[i];
}

gboolean
distribution_density(const Plot *plot, const AxisSpec *axis, gboolean is_share,
                     const DistributionGroup *group, gboolean trimmed, DensityCurve *ret_curve)
{
    const ScaleType *type = scale_type(axis->kind);
    g_autofree double *values = g_new(double, group->n);
    double bandwidth, from, to, low, high;

    if (group->n < DISTRIBUTION_LEAST)
        return FALSE;
    for (gsize i = 0; i < group->n; i++)
        values[i] = type->forward(group->values[i]);
    bandwidth = MAX(statistics_bandwidth(values, group->n),
                    fabs(type->forward(axis->max) - type->forward(axis->min)) * FINEST);
    if (plot->spec->bandwidth > 0)
        bandwidth = plot->spec->bandwidth;
    if (values[0] == values[group->n - 1] || !(bandwidth > 0) || !isfinite(bandwidth))
        return FALSE;
    density_bounds(group, axis->kind == SCALE_LINEAR, is_share, &low, &high);
    from = trimmed ? values[0] : MAX(low, values[0] - TAIL * bandwidth);
    to = trimmed ? values[group->n - 1] : MIN(high, values[group->n - 1] + TAIL * bandwidth);
    for (guint i = 0; i < DENSITY_POINTS; i++) {
        double share = i / (DENSITY_POINTS - 1.0);

        ret_curve->at[i] = from * (1 - share) + to * share;
    }
    statistics_density(values, group->n, bandwidth, ret_curve->at, DENSITY_POINTS,
                       ret_curve->height);
    density_add_mirrored(values, group->n, bandwidth, low, ret_curve->at, ret_curve->height);
    density_add_mirrored(values, group->n, bandwidth, high, ret_curve->at, ret_curve->height);
    ret_curve->peak = 0;
    for (guint i = 0; i < DENSITY_POINTS; i++) {
        ret_curve->peak = MAX(ret_curve->peak, ret_curve->height[i]);
        ret_curve->at[i] = type->inverse(ret_curve->at[i]);
    }
    return TRUE;
}

/* Beside one narrow distribution the wide ones are thin, as equal areas have it. */
static void
density_report_thin(Plot *plot, const Distribution *work, DensityCurve *const *curves,
                    double greatest)
{
    guint n = 0;

    for (guint i = 0; i < work->n_groups; i++)
        n += curves[i] != NULL && curves[i]->peak < THIN * greatest;
    if (n > 0)
        report_add(plot->report, SEVERITY_NOTE, WHERE_NONE, n,
                   "%u shape%s hardly thick enough to be seen beside the narrowest; --shape-scale "
                   "each gives each a scale of its own",
                   n, n == 1 ? " is" : "s are");
}

DensityCurve **
distribution_curves(Plot *plot, const Distribution *work, gboolean trimmed)
{
    DensityCurve **curves = arena_new0(plot->arena, DensityCurve *, work->n_groups);
    gboolean is_share = g_strcmp0(plot->frame->units[work->value], "%") == 0;
    gboolean each = plot->spec->shape_scale == SHAPE_SCALE_EACH;
    double greatest = 0;
    guint n = 0;

    for (guint i = 0; i < work->n_groups; i++) {
        DensityCurve *curve = arena_new0(plot->arena, DensityCurve, 1);

        if (!distribution_density(plot, work->value_axis, is_share, &work->groups[i], trimmed,
                                  curve))
            continue;
        curves[i] = curve;
        greatest = MAX(greatest, curve->peak);
        n++;
    }
    for (guint i = 0; i < work->n_groups; i++)
        if (curves[i] != NULL)
            curves[i]->full = each ? curves[i]->peak : greatest;
    if (!each)
        density_report_thin(plot, work, curves, greatest);
    if (each && n > 1)
        bind_add_note(plot, bind_language(plot)->words[WORD_SHAPE_SCALES]);
    return curves;
}
