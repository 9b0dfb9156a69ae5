#include "plot/periods.h"

#include <math.h>
#include <stdlib.h>

static int
periods_compare_times(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;

    return left < right ? -1 : left > right;
}

static int
periods_compare_steps(const void *a, const void *b)
{
    gint64 left = *(const gint64 *)a, right = *(const gint64 *)b;

    return left < right ? -1 : left > right;
}

/* Sorted, without NaN and without doubles. */
static gsize
periods_distinct(const double *times, gsize n, double *out)
{
    gsize n_out = 0, n_unique = 0;

    for (gsize i = 0; i < n; i++)
        if (isfinite(times[i]))
            out[n_out++] = times[i];
    if (n_out == 0)
        return 0;
    qsort(out, n_out, sizeof *out, periods_compare_times);
    for (gsize i = 0; i < n_out; i++)
        if (i == 0 || out[i] != out[n_unique - 1])
            out[n_unique++] = out[i];
    return n_unique;
}

/* The commonest of sorted distances, and how often it stands there; the smaller one wins a tie. */
static gint64
periods_mode(const gint64 *steps, gsize n, gsize *ret_count)
{
    gint64 mode = 0;
    gsize best = 0;

    for (gsize i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && steps[end] == steps[i]; end++)
            ;
        if (end - i > best) {
            best = end - i;
            mode = steps[i];
        }
    }
    *ret_count = best;
    return mode;
}

static gboolean
periods_skip_weekends(const double *times, gsize n)
{
    for (gsize i = 0; i < n; i++)
        if (calendar_parts(times[i]).weekday > 5)
            return FALSE;
    return n >= 6;
}

/* Working days since the Monday of the week that holds day 0. */
static gint64
periods_workday(double time)
{
    double monday = calendar_floor(time, TIME_WEEK);
    gint64 weeks = (gint64)floor(monday / (7 * 86400.0));

    return weeks * 5 + MIN(4, (gint64)floor((time - monday) / 86400));
}

/* Dates that all are the first of a month stand for months: those differ in their days. */
static TimeUnit
periods_unit(const double *times, gsize n, TimeUnit unit)
{
    if (unit != TIME_DAY)
        return unit;
    for (gsize i = 0; i < n; i++)
        if (calendar_parts(times[i]).day != 1)
            return unit;
    return TIME_MONTH;
}

Periods
periods_find(const double *times, gsize n, TimeUnit unit)
{
    g_autofree double *distinct = g_new(double, n + 1);
    g_autofree gint64 *steps = g_new(gint64, n + 1);
    Periods periods = { FALSE, unit, 1, FALSE };
    gsize n_times = periods_distinct(times, n, distinct), n_mode;
    gint64 mode;

    if (n_times < 3)
        return periods;
    periods.unit = periods_unit(distinct, n_times, unit);
    periods.weekdays = periods.unit == TIME_DAY && periods_skip_weekends(distinct, n_times);
    for (gsize i = 1; i < n_times; i++)
        steps[i - 1] = periods_between(&periods, distinct[i - 1], distinct[i]);
    qsort(steps, n_times - 1, sizeof *steps, periods_compare_steps);
    mode = periods_mode(steps, n_times - 1, &n_mode);
    if (mode <= 0 || n_mode * 2 < n_times - 1)
        return periods;
    for (gsize i = 0; i + 1 < n_times; i++)
        if (steps[i] % mode != 0)
            return periods;
    periods.regular = TRUE;
    periods.step = (guint)MIN(mode, G_MAXINT);
    return periods;
}

gint64
periods_between(const Periods *periods, double from, double to)
{
    if (periods->weekdays)
        return (periods_workday(to) - periods_workday(from)) / periods->step;
    return calendar_between(calendar_floor(from, periods->unit), calendar_floor(to, periods->unit),
                            periods->unit) /
           periods->step;
}

double
periods_add(const Periods *periods, double time, gint64 n)
{
    if (periods->weekdays) {
        gint64 day = periods_workday(time) - periods_workday(calendar_floor(time, TIME_WEEK)) +
                     n * periods->step;

        return calendar_floor(time, TIME_WEEK) + (day / 5 * 7 + day % 5) * 86400.0;
    }
    return calendar_add(calendar_floor(time, periods->unit), periods->unit,
                        (int)(n * periods->step));
}
