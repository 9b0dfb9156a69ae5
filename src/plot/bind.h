// Columns to channel values: what every chart type shares.
#pragma once

#include "plot/plot.h"

/* Required channels are there, and each has a type that the chart accepts. */
gboolean bind_check_channels(const Plot *plot, GError **error);

/* Colours, names and emphasis from the color channel (one plain series without it). Fills
 * plot->series and returns the index of each row; in the arena. */
guint *bind_series(Plot *plot);
/* Whether --highlight picks series, categories or points, and not panels alone. */
gboolean bind_highlights_series(const Plot *plot);

/* What was asked for the axis of x, the key of color, or else the axis of y. */
const AxisOptions *bind_options_of(const Plot *plot, Channel channel);

/* A continuous axis over the values of a column, and over those of the layers along it. */
void bind_continuous(Plot *plot, Channel channel, AxisSpec *axis, double min, double max);
/* How a unit is said: a mark that stands on every label, or once with the title. NULL: none. */
void bind_axis_unit(const Plot *plot, AxisSpec *axis, const char *unit);
/* Titles, units, formats, ticks and domain from the options into an axis of any kind. */
gboolean bind_axis_options(Plot *plot, Channel channel, AxisSpec *axis, GError **error);
/* --stack normalize of a single series would make everything 100: ERROR_USAGE. */
gboolean bind_check_stack(const Plot *plot, GError **error);

/* The language of the figure; never NULL. */
const Language *bind_language(const Plot *plot);
/* A word of the figure's language, filled in (language_append_word()); in the arena. */
const char *bind_word(const Plot *plot, LanguageWord word, const char *const *filled);
/* Appends a cell as people read it in the figure's language: "7 Feb 2019", not "2019-02-07". */
void bind_append_cell(const Plot *plot, const Column *column, gsize row, GString *out);
/* One more sentence that the figure says about itself, in its language; once, however often it is
 * said. Copied. */
void bind_add_note(Plot *plot, const char *sentence);
/* A name from the data, safe to show on one line; in the arena. */
const char *bind_name(const Plot *plot, const char *text);

/* The smallest and largest finite values; NaN, NaN when there is none. */
void bind_extent(const double *values, gsize n, double *ret_min, double *ret_max);
/* A log scale begins above zero; FALSE when min, the least value of the channel, does not. */
gboolean bind_check_log(const Plot *plot, Channel channel, const AxisSpec *axis, double min,
                        GError **error);
/* Says that the column of a channel has nothing to draw, or no shares of 100 to draw; FALSE. */
gboolean bind_fail_empty(const Plot *plot, Channel channel, gboolean as_shares, GError **error);

/* Row numbers (from 1) and tooltips "Thailand, 2005: 336.3" for a layer. rows[i] is the frame row
 * of item i, G_MAXSIZE for items that no row made; axis is the one that shows the values. */
void bind_titles(Plot *plot, Layer *layer, const gsize *rows, Channel position, Channel value,
                 const AxisSpec *axis);
/* A value for people with the axis' format and unit marks, exact to 6 decimals; in the arena. */
const char *bind_value_text(const Plot *plot, const AxisSpec *axis, double value);
/* The same for each of n values, short: the digits that matter, equal decimals for values of one
 * magnitude, "m", "bn" and "trn" from a million upwards. NULL for missing ones. */
const char **bind_value_labels(const Plot *plot, const AxisSpec *axis, const double *values,
                               gsize n);

/* A value as typed for an axis: a number, or a time (a bare year too) on a time axis. */
gboolean bind_parse_value(const AxisSpec *axis, const char *text, double *ret_value);

/* The domain of an axis from the least and the greatest value, as the training has it. */
void bind_train(AxisSpec *axis, AxisTraining training, double min, double max);

/* A layer with room for n items, added to the plot: x, y, series, panel and rows are there, all
 * zero. In the plot's arena. */
Layer *bind_add_layer(Plot *plot, const MarkType *mark, gsize n);

/* An axis of numbers (linear or log) or times from min to max, with its options, grid and round
 * ends. zero: lengths or surfaces start at zero, so zero is in the domain. Without it the domain is
 * cropped gently: a third of the panel stays free below the lowest value. ERROR_INPUT when there is
 * nothing to span, or for a log scale with values of 0 and less. */
gboolean bind_measure_axis(Plot *plot, Channel channel, AxisSpec *axis, double min, double max,
                           gboolean zero, GError **error);

/* The same for points whose place counts, not their distance from zero: zero is in the domain only
 * when the values come near it. room: px that symbols take beyond the ends. */
gboolean bind_place_axis(Plot *plot, Channel channel, AxisSpec *axis, double min, double max,
                         double room, GError **error);

/* An axis of numbers from zero to max that no column holds: counts, densities. title: for want of
 * one asked for. */
gboolean bind_made_axis(Plot *plot, Channel channel, AxisSpec *axis, double max, const char *title,
                        GError **error);

/* No axes at all: the marks place themselves in the panel. */
void bind_no_axes(Plot *plot);
