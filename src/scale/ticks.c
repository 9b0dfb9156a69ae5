#include "scale/ticks_internal.h"

#include <math.h>
#include <string.h>

/* What other systems' fonts may take more along the axis, as a share of a label. */
#define FONT_SLACK 0.12

double
tick_decimal(gint64 n, int power)
{
    char text[64];
    double value;

    g_snprintf(text, sizeof text, "%" G_GINT64_FORMAT "e%d", n, power);
    return number_parse(text, strlen(text), &value) ? value : INFINITY;
}

static void
tick_clear(gpointer data)
{
    g_free(((Tick *)data)->label);
}

GArray *
tick_array_new(void)
{
    GArray *ticks = g_array_new(FALSE, FALSE, sizeof(Tick));

    g_array_set_clear_func(ticks, tick_clear);
    return ticks;
}

void
tick_array_add(GArray *ticks, double value, char *label, gboolean major)
{
    /* Adding 0 turns a negative zero into a plain one. */
    Tick tick = { .value = value + 0.0, .label = label, .major = major };

    g_array_append_val(ticks, tick);
}

static int
compare_ticks(gconstpointer a, gconstpointer b)
{
    double x = ((const Tick *)a)->value, y = ((const Tick *)b)->value;

    return (x > y) - (x < y);
}

void
tick_array_sort(GArray *ticks)
{
    g_array_sort(ticks, compare_ticks);
}

void
tick_set_free(TickSet *set)
{
    if (set == NULL)
        return;
    g_array_unref(set->ticks);
    g_free(set);
}

TickSet *
tick_set_from_axis(const TickAxis *axis, GArray *ticks)
{
    TickSet *set = g_new0(TickSet, 1);

    set->ticks = ticks;
    set->min = axis->reversed ? axis->hi : axis->lo;
    set->max = axis->reversed ? axis->lo : axis->hi;
    set->decimals = -1;
    set->multiplier = 1;
    set->multiplier_word = "";
    return set;
}

TickAxis
tick_axis(const Scale *scale, TimeUnit unit, const TickRequest *request)
{
    Scale wide = *scale;

    scale_widen_degenerate(&wide, unit);
    return (TickAxis){ .type = wide.type,
                       .lo = MIN(wide.min, wide.max),
                       .hi = MAX(wide.min, wide.max),
                       .reversed = wide.min > wide.max,
                       .request = request };
}

TickAxis
tick_axis_widened(TickAxis axis, const GArray *ticks)
{
    if (axis.request->widen && ticks->len > 0) {
        axis.lo = MIN(axis.lo, tick_at(ticks, 0)->value);
        axis.hi = MAX(axis.hi, tick_at(ticks, ticks->len - 1)->value);
    }
    return axis;
}

static double
axis_length(const TickAxis *axis)
{
    return axis->request->length > 0 && isfinite(axis->request->length) ? axis->request->length : 0;
}

double
tick_axis_position(const TickAxis *axis, double value)
{
    Scale scale = { .type = axis->type, .min = axis->lo, .max = axis->hi, .to = axis_length(axis) };

    return scale_map(&scale, value);
}

double
tick_axis_spacing(const TickAxis *axis)
{
    const TickRequest *request = axis->request;

    if (request->count > 0)
        return MAX(axis_length(axis), 1) / (CLAMP(request->count, 2, TICKS_MAX) - 1);
    if (request->spacing > 0)
        return request->spacing;
    return request->horizontal ? 90 : 70;
}

double
tick_axis_count(const TickAxis *axis)
{
    if (axis->request->count > 0)
        return CLAMP(axis->request->count, 2, TICKS_MAX);
    return CLAMP(axis_length(axis) / tick_axis_spacing(axis) + 1, 2, TICKS_MAX);
}

double
tick_axis_line_height(const TickAxis *axis)
{
    return axis->request->line_height > 0 ? axis->request->line_height : 14;
}

static double
tick_axis_label_width(const TickAxis *axis, const char *label)
{
    const TickRequest *request = axis->request;

    if (request->label_width != NULL)
        return request->label_width(label, request->label_data);
    return 6.0 * (double)g_utf8_strlen(label, -1);
}

/* The extent of a label along the axis. */
static double
label_extent(const TickAxis *axis, const char *label)
{
    return axis->request->horizontal ? tick_axis_label_width(axis, label) * (1 + FONT_SLACK)
                                     : tick_axis_line_height(axis);
}

/* The clear distance between the label of tick i and one that lies before it. */
static double
clear_distance(const TickAxis *axis, const Tick *before, const Tick *after)
{
    double distance =
        tick_axis_position(axis, after->value) - tick_axis_position(axis, before->value);

    return distance - (label_extent(axis, before->label) + label_extent(axis, after->label)) / 2;
}

double
tick_axis_clearance(const TickAxis *axis, const GArray *ticks)
{
    const Tick *before = NULL;
    double least = INFINITY;

    for (guint i = 0; i < ticks->len; i++) {
        const Tick *tick = tick_at(ticks, i);

        if (*tick->label == '\0')
            continue;
        if (before != NULL)
            least = MIN(least, clear_distance(axis, before, tick));
        before = tick;
    }
    return least;
}

double
tick_axis_least_clearance(const TickAxis *axis)
{
    return tick_axis_line_height(axis) * (axis->request->horizontal ? 0.5 : 0.25);
}

void
tick_axis_thin_labels(const TickAxis *axis, GArray *ticks)
{
    double least = tick_axis_least_clearance(axis);
    const Tick *before = NULL, *zero = NULL;

    for (guint i = 0; i < ticks->len; i++)
        if (tick_at(ticks, i)->value == 0 && *tick_at(ticks, i)->label != '\0')
            zero = tick_at(ticks, i);
    for (guint i = 0; i < ticks->len; i++) {
        Tick *tick = tick_at(ticks, i);

        if (*tick->label == '\0')
            continue;
        if (tick != zero &&
            ((before != NULL && clear_distance(axis, before, tick) < least) ||
             (zero != NULL && tick < zero && clear_distance(axis, tick, zero) < least)))
            *tick->label = '\0';
        else
            before = tick;
    }
}

TickSet *
ticks_for_scale(const Scale *scale, TimeUnit data_unit, const TickRequest *request)
{
    switch (scale->type->kind) {
    case SCALE_LINEAR:
    case SCALE_SQRT:
        return ticks_linear(scale, request);
    case SCALE_LOG:
    case SCALE_SYMLOG:
        return ticks_log(scale, request);
    case SCALE_TIME:
        return ticks_time(scale, data_unit, request);
    case SCALE_BAND:
        break;
    }
    return tick_set_from_axis(&(TickAxis){ .lo = scale->min, .hi = scale->max, .request = request },
                              tick_array_new());
}
