// The symbols of a scatter: scatter.c binds them, scatter_sizes.c says how large they are,
// scatter_trend.c fits the trend, scatter_mark.c draws them with their names and the trend.
#pragma once

#include "plot/plot.h"

#define TREND_POINTS 101

/* A line or a curve in the linear space of both scales, over the points of one panel. */
typedef struct {
    guint n; /* 0: not drawn */
    Point points[TREND_POINTS];
} Trend;

/* A layer of symbols, the largest first. */
typedef struct {
    Layer layer;
    double radius; /* of every symbol, px, where the layer has no radii */
    double alpha;
    gboolean dense;      /* the symbols are discs of one picture */
    const Trend *trends; /* one a panel; NULL: none asked for */
    const char **names;  /* of each item; NULL: none asked for */
    gboolean picked;     /* only names of items that are not muted are written */
} ScatterLayer;

extern const MarkType scatter_mark;

/* The least squares line; not drawn when the points have fewer than three places on x. */
Trend scatter_linear_trend(const double *xs, const double *ys, gsize n);
/* The curve of statistics_loess(); not drawn when they have fewer than five. */
Trend scatter_loess_trend(const double *xs, const double *ys, gsize n);
/* One a panel; those with too few places on x are reported. In the arena. */
const Trend *scatter_trends(Plot *plot, const Layer *layer);

/* So many points that they become a picture: without tooltips, and as discs only. */
gboolean scatter_is_dense(const Plot *plot);
/* 1 up to the number of points that are drawn one by one, and less the more there are. */
double scatter_thinness(const Plot *plot);
/* The radius of each row, px, with a key where a column says it; in the arena. NULL: all have the
 * largest. */
const double *scatter_radii(Plot *plot, double *ret_largest);
double scatter_radius(const ScatterLayer *scatter, gsize item);
