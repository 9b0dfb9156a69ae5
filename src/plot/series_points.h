// Rows to points of lines and areas: sorted, with a gap where a period is absent.
#pragma once

#include "plot/plot.h"

typedef struct {
    gsize n;
    double *x, *y;
    guint *series, *panel;
    gsize *rows; /* frame row of each point; G_MAXSIZE: put in for an absent period */
} SeriesPoints;

/* xs, ys, series, panels: one a row of x. axis: the one that x is shown along. Points of one series
 * in one panel stand together, by x
 * (--sort data: in file order). On a time axis with a regular step an absent period gives a point
 * whose y is missing, or 0 with --gaps zero. Rows without x are skipped. In the plot's
 * arena. */
SeriesPoints series_points_new(Plot *plot, const Column *x, const AxisSpec *axis, const double *xs,
                               const double *ys, const guint *series, const guint *panels);

/* A layer of the points, which it borrows; --gaps join joins them over a gap. */
Layer series_points_layer(const Plot *plot, const MarkType *mark, const SeriesPoints *points);

/* Lines and areas run along x: --sort is x or data. */
gboolean series_check_sort(const Plot *plot, GError **error);

/* Whether the axis of positions shows numbers or times, and not names. */
gboolean series_position_is_free(const Plot *plot, Channel channel);

/* The axis of positions along a line: continuous for numbers and times, a band for texts. Returns
 * the position of each frame row; NULL and an error for an option that does not fit. */
double *series_position_axis(Plot *plot, Channel channel, AxisSpec *axis, GError **error);
