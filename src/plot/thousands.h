// One rule for the thousands marks of a figure: where any number reaches 10,000, or an axis may,
// every number has them from 1,000 on, on axes, labels, keys and tooltips alike. A figure of small
// numbers has none, and what may be years never has.
#pragma once

#include "plot/plot.h"

/* A number that the figure shows, such as a sum. */
void thousands_see(Plot *plot, double value);
/* The numbers of the channels, as soon as there is a frame. */
void thousands_see_columns(Plot *plot);
/* An axis with its domain and ticks; finds out whether its numbers may be years. */
void thousands_see_axis(Plot *plot, Channel channel, AxisSpec *axis);
/* When all numbers have been seen: tells the axes. */
void thousands_settle(Plot *plot);

/* As number_append_label(), by the rule. */
void thousands_append(const Plot *plot, const AxisSpec *axis, GString *out, double value,
                      int decimals);
