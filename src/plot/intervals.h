// Intervals around values: --low and --high, or margins of error from --sample-size.
#pragma once

#include "plot/plot.h"

/* Of each frame row; NaN: none. In the plot's arena. */
typedef struct {
    double *low, *high;
} Intervals;

/* --low and --high stand together or not at all; else ERROR_USAGE. */
gboolean intervals_have_both_ends(const Plot *plot, GError **error);

/* Binds the intervals of the values of a channel; *ret_intervals is NULL when none was asked for.
 * An interval with one end, and one that does not hold its value, is left out and counted in the
 * report. --sample-size gives the interval of Wilson at 95 % for shares in percent. ERROR_USAGE:
 * one end without the other, both ways at once, shares that are no percentages; ERROR_INPUT: a
 * share outside 0 to 100. */
gboolean intervals_bind(Plot *plot, Channel value, const Intervals **ret_intervals, GError **error);

/* Widens an extent so that it holds the intervals. NULL intervals change nothing. */
void intervals_extend(const Intervals *intervals, gsize n, double *min, double *max);

/* A translucent band for a line: to be added before it. rows[i] is the frame row of item i,
 * G_MAXSIZE for none. */
void intervals_add_band(Plot *plot, const Intervals *intervals, const Layer *line,
                        const gsize *rows);

/* Whiskers over bars, an item a frame row; the values at the bars move beyond them. */
void intervals_add_whiskers(Plot *plot, const Intervals *intervals, Layer *bars);
