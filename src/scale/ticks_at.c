// Ticks that the user places.
#include "scale/ticks_internal.h"

#include <math.h>

/* The values that have a place on the axis, ascending, each once. */
static GArray *
usable_ticks(const TickAxis *axis, const double *values, guint n)
{
    gboolean is_time = axis->type->kind == SCALE_TIME;
    GArray *ticks = tick_array_new();

    for (guint i = 0; i < n; i++)
        if (isfinite(values[i]) && !isnan(axis->type->forward(values[i])) &&
            (!is_time || (values[i] >= time_first && values[i] <= time_last)))
            tick_array_add(ticks, values[i], g_strdup(""), TRUE);
    tick_array_sort(ticks);
    for (guint i = ticks->len; i > 1; i--)
        if (tick_at(ticks, i - 1)->value == tick_at(ticks, i - 2)->value)
            g_array_remove_index(ticks, i - 1);
    return ticks;
}

static NumberStyle
label_numbers(const TickAxis *axis, GArray *ticks)
{
    gboolean each = axis->type->kind == SCALE_LOG || axis->type->kind == SCALE_SYMLOG;
    g_autofree double *values = g_new(double, MAX(ticks->len, 1));
    NumberStyle style;

    for (guint i = 0; i < ticks->len; i++)
        values[i] = tick_at(ticks, i)->value;
    style = each ? number_style_choose_each(values, ticks->len, axis->request)
                 : number_style_choose(values, ticks->len, axis->request);
    for (guint i = 0; i < ticks->len; i++) {
        g_free(tick_at(ticks, i)->label);
        tick_at(ticks, i)->label = number_style_label(&style, axis->request, values[i]);
    }
    return style;
}

TickSet *
ticks_at(const Scale *scale, const double *values, guint n, TimeUnit data_unit,
         const TickRequest *request)
{
    TickAxis axis;
    GArray *ticks;
    TickSet *set;

    if (scale->type->kind == SCALE_BAND)
        return ticks_for_scale(scale, data_unit, request);
    axis = tick_axis(scale, data_unit, request);
    ticks = usable_ticks(&axis, values, n);
    axis = tick_axis_widened(axis, ticks);
    set = tick_set_from_axis(&axis, ticks);
    if (scale->type->kind == SCALE_TIME) {
        set->unit = time_labels_unit(ticks, data_unit);
        time_labels_write(ticks, set->unit, FALSE, request);
        if (tick_axis_clearance(&axis, ticks) < tick_axis_least_clearance(&axis))
            time_labels_shorten(ticks, set->unit, request);
    } else {
        NumberStyle style = label_numbers(&axis, ticks);

        set->decimals = style.decimals;
        set->multiplier = style.multiplier;
        set->multiplier_word = style.multiplier_word;
    }
    tick_axis_thin_labels(&axis, ticks);
    return set;
}
