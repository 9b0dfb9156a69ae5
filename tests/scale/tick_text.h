// Tick sets as one line of text, and the properties that every one of them has.
#pragma once

#include "scale/ticks.h"

#include <math.h>
#include <string.h>

#define tick_of(set, i) (&g_array_index((set)->ticks, Tick, (i)))

/* "0 5 10": labels with blanks between them; a minor tick is a dot. */
static inline char *
tick_text(const TickSet *set)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < set->ticks->len; i++) {
        const Tick *tick = tick_of(set, i);

        g_string_append_printf(text, "%s%s", i > 0 && tick->major ? " " : "",
                               tick->major ? tick->label : ".");
    }
    return g_string_free(text, FALSE);
}

static inline void
assert_ticks(const Scale *scale, TimeUnit unit, const TickRequest *request, const char *expected)
{
    g_autoptr(TickSet) set = ticks_for_scale(scale, unit, request);
    g_autofree char *text = tick_text(set);

    g_assert_cmpstr(text, ==, expected);
}

/* The width that labels have in a request without a label_width. */
static inline double
default_width(const char *label)
{
    return 6.0 * (double)g_utf8_strlen(label, -1);
}

/* Ascending and finite, with distinct labels whose boxes stand clear. */
static inline void
assert_ticks_are_sound(const Scale *scale, const TickRequest *request, const TickSet *set)
{
    Scale axis = *scale;
    const Tick *labelled = NULL;
    double line = request->line_height > 0 ? request->line_height : 14;

    axis.min = MIN(set->min, set->max);
    axis.max = MAX(set->min, set->max);
    axis.from = 0;
    axis.to = request->length;
    g_assert_true(isfinite(set->min) && isfinite(set->max) && set->min != set->max);
    g_assert_cmpuint(set->ticks->len, <=, 1000);
    for (guint i = 0; i < set->ticks->len; i++) {
        const Tick *tick = tick_of(set, i);

        g_assert_true(isfinite(tick->value));
        g_assert_true(tick->major || *tick->label == '\0');
        if (i > 0)
            g_assert_cmpfloat(tick->value, >, tick_of(set, i - 1)->value);
        if (*tick->label == '\0')
            continue;
        if (labelled != NULL) {
            double distance = scale_map(&axis, tick->value) - scale_map(&axis, labelled->value);
            double extent = request->horizontal
                                ? (default_width(tick->label) + default_width(labelled->label)) / 2
                                : line;

            g_assert_cmpstr(tick->label, !=, labelled->label);
            g_assert_cmpfloat(distance, >=, extent + line * (request->horizontal ? 0.5 : 0.25));
        }
        labelled = tick;
    }
}
