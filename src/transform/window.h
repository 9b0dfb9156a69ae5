// What cumulative sums, rolling means, indices and changes share: series in order. Private to this
// room; what they are stands at transform_window().
#pragma once

#include "transform/transform.h"

typedef struct {
    const Table *table;
    const Column *const *keys;
    guint n_keys;
    const Column *order, *value;
    const WindowSpec *spec;
    Report *report;
    guint32 n_series;
    gsize *starts; /* n_series + 1: where each series begins in rows */
    gsize *rows;   /* those with a position, series by series, in order */
    double *out;   /* by row of the table; NaN until it is known */
} Window;

/* Whether the row at place i of `rows` and the one before it are neighbours: no period between them
 * is absent, and neither value is missing. Both are of one series. */
gboolean window_follows(const Window *window, gsize i);

/* A few series by their keys, for a message. */
#define WINDOW_MAX_NAMES 3
typedef struct {
    guint n;
    gsize first_row;
    GString *names;
} WindowNames;
void window_names_add(WindowNames *names, const Window *window, guint32 series, gsize row);
void window_names_clear(WindowNames *names);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(WindowNames, window_names_clear)
/* Warns `N of M series SENTENCE: names`; nothing when there are none. */
void window_names_remark(const WindowNames *names, const Window *window, const char *sentence);

/* Each fills out; FALSE and an error where the spec does not go with the table. */
gboolean window_cumulative(Window *window, GError **error);
gboolean window_rolling(Window *window, GError **error);
gboolean window_index_to(Window *window, GError **error);
gboolean window_change(Window *window, GError **error);
