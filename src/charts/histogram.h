// The bins of a histogram: what falls into them, and what they are called.
#pragma once

#include "plot/plot.h"

/* How many rows fell into each bin: [(panel * n_series + series) * bins->n + bin]. starts: the
 * lower edge of the bin of each row. In the plot's arena. */
guint *histogram_count(Plot *plot, const Bins *bins, const Column *starts, const guint *series,
                       const guint *panels);

/* Whole numbers in bins of one each: moves the edges half a number down, so that a bar stands
 * around its number and not between two. TRUE when it did. */
gboolean histogram_centre(Bins *bins, const Column *column);

/* "10 to 20: 7", with the series in front; in the plot's arena. */
const char *histogram_title(Plot *plot, const Bins *bins, gboolean centred, guint bin, guint series,
                            guint count);
