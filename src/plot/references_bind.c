#include "plot/references.h"

#include "plot/bind.h"
#include "plot/panel_names.h"

#include <string.h>

static AxisSpec *
references_axis(Plot *plot, Channel channel)
{
    gboolean crossed = plot->x.crossed || plot->y.crossed;

    return (channel == CHANNEL_X) != crossed ? &plot->x : &plot->y;
}

/* The unit in which a time was written: a year, or as finely as the text has it. */
static TimeUnit
references_unit(const char *text)
{
    double time;
    TimeUnit unit;

    return calendar_parse(text, strlen(text), &time, &unit) ? unit : TIME_YEAR;
}

/* A place on a continuous axis. The end of a band is the last place of the period that was named:
 * of months, 2018 ends in December. */
static gboolean
references_value(const AxisSpec *axis, const char *text, gboolean is_end, double *ret_value)
{
    double value;
    TimeUnit unit;

    if (!bind_parse_value(axis, text, &value))
        return FALSE;
    unit = axis->kind == SCALE_TIME || axis->times != NULL ? references_unit(text) : axis->unit;
    if (is_end && (axis->kind == SCALE_TIME || axis->times != NULL) && unit > axis->unit)
        value =
            calendar_add(calendar_floor(calendar_add(value, unit, 1), axis->unit), axis->unit, -1);
    *ret_value = value;
    return TRUE;
}

/* On an axis of categories: the index of a name, or of the period. */
static gboolean
references_slot(const AxisSpec *axis, const char *text, gboolean is_end, double *ret_value)
{
    double time;

    for (guint i = 0; i < axis->n_categories; i++)
        if (g_strcmp0(axis->categories[i], text) == 0) {
            *ret_value = i;
            return TRUE;
        }
    if (axis->times == NULL || !references_value(axis, text, is_end, &time))
        return FALSE;
    *ret_value = floor(
        (double)calendar_between(axis->times[0], calendar_floor(time, axis->unit), axis->unit) /
        MAX(1, axis->step));
    return TRUE;
}

static void
references_fail_place(const Reference *reference, const AxisSpec *axis, const char *text,
                      GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autofree char *near = NULL, *quoted = error_quote(text, -1, 40);

    for (guint i = 0; axis->kind == SCALE_BAND && i < axis->n_categories; i++)
        if (axis->categories[i] != NULL)
            g_ptr_array_add(names, (gpointer)axis->categories[i]);
    g_ptr_array_add(names, NULL);
    near = error_suggest(text, (const char *const *)names->pdata);
    error_set(error, ERROR_USAGE, WHERE_NONE, "--%s: %s=\"%s\" is no %s of this figure%s",
              reference->option, channel_name(reference->channel), quoted,
              axis->kind == SCALE_BAND   ? "category"
              : axis->kind == SCALE_TIME ? "time"
                                         : "number",
              near);
}

static gboolean
references_place(const Reference *reference, const AxisSpec *axis, const char *text,
                 gboolean is_end, double *ret_value, GError **error)
{
    gboolean ok = axis->kind == SCALE_BAND ? references_slot(axis, text, is_end, ret_value)
                                           : references_value(axis, text, is_end, ret_value);

    if (!ok)
        references_fail_place(reference, axis, text, error);
    else if (axis->kind == SCALE_LOG && *ret_value <= 0)
        error_set(error, ERROR_USAGE, WHERE_NONE, "--%s: %s=\"%s\": a log scale has no 0 or less",
                  reference->option, channel_name(reference->channel), text);
    return ok && !(axis->kind == SCALE_LOG && *ret_value <= 0);
}

void
references_extend(const Plot *plot, Channel channel, AxisSpec *axis)
{
    for (guint i = 0; i < plot->n_references; i++) {
        const Reference *reference = &plot->references[i];
        const char *texts[] = { reference->from_text, reference->to_text };

        for (guint k = 0; reference->channel == channel && k < G_N_ELEMENTS(texts); k++) {
            double value;

            if (texts[k] == NULL || !references_value(axis, texts[k], k == 1, &value) ||
                (axis->kind == SCALE_LOG && value <= 0))
                continue;
            axis->min = MIN(axis->min, value);
            axis->max = MAX(axis->max, value);
        }
    }
}

/* Beyond the ends of an axis that could not grow. */
static gboolean
references_is_outside(const Reference *reference, const AxisSpec *axis)
{
    double low = axis->kind == SCALE_BAND ? 0 : MIN(axis->min, axis->max);
    double high = axis->kind == SCALE_BAND ? axis->n_categories - 1.0 : MAX(axis->min, axis->max);

    return reference->to < low || reference->from > high;
}

static gboolean
references_bind_one(Plot *plot, Reference *reference, GError **error)
{
    const AxisSpec *axis = references_axis(plot, reference->channel);

    reference->from = -INFINITY;
    reference->to = INFINITY;
    if (!panel_names_find(plot, reference->option, reference->panel_text, &reference->panels,
                          error))
        return FALSE;
    if (reference->from_text != NULL &&
        !references_place(reference, axis, reference->from_text, FALSE, &reference->from, error))
        return FALSE;
    if (reference->to_text != NULL &&
        !references_place(reference, axis, reference->to_text, TRUE, &reference->to, error))
        return FALSE;
    if (!reference->is_band)
        reference->to = reference->from;
    if (reference->from > reference->to) {
        double from = reference->from;

        reference->from = reference->to;
        reference->to = from;
    }
    reference->outside = references_is_outside(reference, axis);
    if (reference->outside)
        report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, 1,
                   "--%s: %s=%s%s%s lies outside the axis and is left out", reference->option,
                   channel_name(reference->channel),
                   reference->from_text != NULL ? reference->from_text : "",
                   reference->is_band ? ".." : "",
                   reference->to_text != NULL ? reference->to_text : "");
    return TRUE;
}

gboolean
references_bind(Plot *plot, GError **error)
{
    for (guint i = 0; i < plot->n_references; i++)
        if (!references_bind_one(plot, &plot->references[i], error))
            return FALSE;
    return TRUE;
}

const char *
reference_words(const Plot *plot, const Reference *reference)
{
    if (!reference->is_band)
        return reference->from_text;
    if (reference->from_text == NULL)
        return arena_printf(plot->arena, "≤ %s", reference->to_text);
    if (reference->to_text == NULL)
        return arena_printf(plot->arena, "≥ %s", reference->from_text);
    return arena_printf(plot->arena, "%s – %s", reference->from_text, reference->to_text);
}
