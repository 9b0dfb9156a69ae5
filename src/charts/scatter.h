// The symbols of a scatter: scatter.c binds them, scatter_mark.c draws them with their names and
// the trend.
#pragma once

#include "plot/plot.h"

/* y = intercept + slope * x in the linear space of both scales, over the points of one panel. */
typedef struct {
    gboolean drawn;
    double from, to; /* x, in that space */
    double intercept, slope;
} Trend;

/* A layer of symbols, the largest first. */
typedef struct {
    Layer layer;
    double alpha;
    const Trend *trends; /* one a panel; NULL: none asked for */
    const char **names;  /* of each item; NULL: none asked for */
    gboolean picked;     /* only names of items that are not muted are written */
    guint n_panels;
    guint64 *left_out; /* names without room, over all panels */
} ScatterLayer;

extern const MarkType scatter_mark;

/* The least squares line of n points; not drawn when they have fewer than three places on x. */
Trend scatter_fit_trend(const double *xs, const double *ys, gsize n);
