#include "charts/distribution.h"

#include "transform/statistics.h"

/* Beyond this many bandwidths a Gaussian is not seen. */
#define TAIL 2.5
/* A narrower bandwidth than this share of the axis would not be seen. */
#define FINEST (1 / 300.0)

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
