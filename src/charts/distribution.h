// What the charts of distributions share: values gathered in groups, and their densities.
#pragma once

#include "plot/categories.h"

/* The values of one category, series and panel. */
typedef struct {
    guint panel, category, series;
    gsize n;        /* at least 1 */
    double *values; /* finite, ascending */
    gsize *rows;    /* the frame row of each */
} DistributionGroup;

/* Numbers along one axis, the categories they belong to along the other. */
typedef struct {
    gboolean gathers_series; /* set by the chart: groups hold all series of a category */
    gboolean lies; /* set by the chart: the values are along x, wherever they were given */
    Channel value, position;
    Categories categories;
    guint *series, *panels; /* of each frame row */
    DistributionGroup *groups;
    guint n_groups;
    gboolean upright;
    gboolean by_series; /* the groups of one category stand side by side */
    AxisSpec *value_axis, *band_axis;
} Distribution;

/* Channels, panels, series, categories (by median, the largest first), groups and both axes. A
 * column of numbers alone is one category without a name; several folded columns are a category
 * each. row: px that a lying category needs to be read. ERROR_USAGE for channels that do not fit,
 * ERROR_INPUT when nothing is there to draw. */
gboolean distribution_bind(Plot *plot, Distribution *work, double row, GError **error);

/* Groups in order of panel, category and series. index: the category of each frame row (NaN: none);
 * NULL: all are of category 0. In the plot's arena. */
DistributionGroup *distribution_groups(Plot *plot, const Column *values, const double *index,
                                       const guint *series, const guint *panels, guint *ret_n);

/* "Thailand: median 5, half of 20 values from 3 to 8". In the plot's arena. */
const char *distribution_title(Plot *plot, const Distribution *work,
                               const DistributionGroup *group);
/* "Thailand, 2005": what a group is called; NULL when it needs no name. In the plot's arena. */
const char *distribution_name(Plot *plot, const Distribution *work, const DistributionGroup *group);

/* Quartiles and densities of fewer values than this say less than the values themselves. */
#define DISTRIBUTION_LEAST 5

#define DENSITY_POINTS 257

/* A density at points along the value axis. */
typedef struct {
    double at[DENSITY_POINTS], height[DENSITY_POINTS];
    double peak;
    double full; /* the density that is drawn as high as a shape may be */
} DensityCurve;

/* The Gaussian density of a group: on a log axis, of the logarithms. It ends at the outermost
 * values when trimmed, else three bandwidths further; values that are never negative (shares: nor
 * above 100) are mirrored at those ends (B. W. Silverman, Density Estimation, 1986, 2.10), so that
 * no density lies where no value can be. FALSE when the group has fewer than DISTRIBUTION_LEAST
 * values, or only equal ones: they have none. */
gboolean distribution_density(const Plot *plot, const AxisSpec *axis, gboolean is_share,
                              const DistributionGroup *group, gboolean trimmed,
                              DensityCurve *ret_curve);

/* The densities of all groups, NULL for those without one. Their areas are equal on one scale for
 * the figure, or each reaches the full height when --shape-scale each says so; the figure then has
 * a note. In the plot's arena. */
DensityCurve **distribution_curves(Plot *plot, const Distribution *work, gboolean trimmed);

/* Says how many groups are too small for the chart, so that their values are dots. */
void distribution_report_small(const Plot *plot, const Distribution *work, guint n_small);

/* ERROR_USAGE for a --sort where there is nothing to sort. */
gboolean distribution_refuse_sort(const Plot *plot, GError **error);
