// Calendar steps, by the room that their labels need.
#include "scale/ticks_internal.h"

#include <math.h>

typedef struct {
    TimeUnit unit;
    int n;
} Step;

/* Fine to coarse. Every step of months divides the year, so that January is always met. */
static const Step steps[] = {
    { TIME_SECOND, 1 }, { TIME_SECOND, 5 },  { TIME_SECOND, 15 }, { TIME_SECOND, 30 },
    { TIME_MINUTE, 1 }, { TIME_MINUTE, 5 },  { TIME_MINUTE, 15 }, { TIME_MINUTE, 30 },
    { TIME_HOUR, 1 },   { TIME_HOUR, 3 },    { TIME_HOUR, 6 },    { TIME_HOUR, 12 },
    { TIME_DAY, 1 },    { TIME_DAY, 2 },     { TIME_WEEK, 1 },    { TIME_MONTH, 1 },
    { TIME_MONTH, 2 },  { TIME_MONTH, 3 },   { TIME_MONTH, 6 },   { TIME_YEAR, 1 },
    { TIME_YEAR, 2 },   { TIME_YEAR, 5 },    { TIME_YEAR, 10 },   { TIME_YEAR, 20 },
    { TIME_YEAR, 25 },  { TIME_YEAR, 50 },   { TIME_YEAR, 100 },  { TIME_YEAR, 200 },
    { TIME_YEAR, 500 }, { TIME_YEAR, 1000 },
};

/* Of the wished spacing, what a second tick may do with. */
#define PAIR_SHARE 0.1

/* About; in seconds. */
static double
step_duration(Step step)
{
    static const double durations[] = {
        [TIME_SECOND] = 1,       [TIME_MINUTE] = 60,
        [TIME_HOUR] = 3600,      [TIME_DAY] = 86400,
        [TIME_WEEK] = 7 * 86400, [TIME_MONTH] = 365.2425 / 12 * 86400,
        [TIME_QUARTER] = 0,      [TIME_YEAR] = 365.2425 * 86400,
    };

    return durations[step.unit] * step.n;
}

static gboolean
step_is_fine_enough(Step step, TimeUnit data_unit)
{
    if (data_unit == TIME_QUARTER)
        return step.unit == TIME_YEAR || (step.unit == TIME_MONTH && step.n % 3 == 0);
    return step.unit >= data_unit;
}

/* Whole steps since an origin at which all steps of a unit begin: 1970-01-01 up to days, Monday
 * 1969-12-29 for weeks, the year 0 for months and years. */
static double
step_index(Step step, double time)
{
    TimeParts parts;

    if (step.unit <= TIME_DAY)
        return floor(time / step_duration(step));
    if (step.unit == TIME_WEEK)
        return floor((time + 3 * 86400) / step_duration(step));
    parts = calendar_parts(time);
    if (step.unit == TIME_MONTH)
        return floor((parts.year * 12.0 + parts.month - 1) / step.n);
    return floor((double)parts.year / step.n);
}

/* The moment of an index; NaN beyond the calendar. */
static double
step_time(Step step, double index)
{
    double time = NAN;
    int at = (int)CLAMP(index, -1, 12 * 10000) * step.n;

    if (step.unit <= TIME_DAY)
        time = index * step_duration(step);
    else if (step.unit == TIME_WEEK)
        time = index * step_duration(step) - 3 * 86400;
    else if (step.unit == TIME_MONTH && at >= 12 && at < 12 * 10000)
        calendar_make(at / 12, at % 12 + 1, 1, 0, 0, 0, &time);
    else if (step.unit == TIME_YEAR && at >= 1 && at < 10000)
        calendar_make(at, 1, 1, 0, 0, 0, &time);
    return time >= time_first && time <= time_last ? time : NAN;
}

/* The ticks without labels; empty when they would be too many. */
static GArray *
collect_ticks(const TickAxis *axis, Step step)
{
    GArray *ticks = tick_array_new();
    double first = step_index(step, axis->lo), last = step_index(step, axis->hi);

    if (last - first >= TICKS_MAX)
        return ticks;
    if (step_time(step, first) < axis->lo && !axis->request->widen)
        first++;
    if (step_time(step, last) < axis->hi && axis->request->widen)
        last++;
    for (double index = first; index <= last; index++) {
        double time = step_time(step, index);

        if (!isnan(time))
            tick_array_add(ticks, time, g_strdup(""), TRUE);
    }
    return ticks;
}

/* Quarterly data speak of quarters. */
static TimeUnit
label_unit(Step step, TimeUnit data_unit)
{
    return data_unit == TIME_QUARTER && step.unit == TIME_MONTH ? TIME_QUARTER : step.unit;
}

/* Writes the labels and tells whether they stand clear of each other. The first one is the
 * longest, since it says the year; where only that is too long, January or midnight says it. */
static gboolean
labels_fit(const TickAxis *axis, GArray *ticks, TimeUnit unit)
{
    TickAxis wide = tick_axis_widened(*axis, ticks);
    double least = tick_axis_least_clearance(axis);

    time_labels_write(ticks, unit, FALSE, axis->request);
    if (tick_axis_clearance(&wide, ticks) >= least)
        return TRUE;
    if (time_labels_write(ticks, unit, TRUE, axis->request) &&
        tick_axis_clearance(&wide, ticks) >= least)
        return TRUE;
    time_labels_write(ticks, unit, FALSE, axis->request);
    return FALSE;
}

/* Fits, with at least this share of the wished spacing. Returns the ticks, else NULL. */
static GArray *
try_step(const TickAxis *axis, Step step, TimeUnit data_unit, double share)
{
    double length = tick_axis_position(axis, axis->hi);
    double spacing = length * step_duration(step) / (axis->hi - axis->lo);
    g_autoptr(GArray) ticks = NULL;

    if (spacing < share * tick_axis_spacing(axis))
        return NULL;
    ticks = collect_ticks(axis, step);
    if (ticks->len == 0 || !labels_fit(axis, ticks, label_unit(step, data_unit)))
        return NULL;
    return g_steal_pointer(&ticks);
}

/* The coarsest step that has two ticks, however near they are: one alone says nothing about the
 * step. */
static GArray *
choose_pair(const TickAxis *axis, TimeUnit data_unit, guint *ret_chosen)
{
    for (guint i = G_N_ELEMENTS(steps); i > 0 && step_is_fine_enough(steps[i - 1], data_unit);
         i--) {
        g_autoptr(GArray) ticks = try_step(axis, steps[i - 1], data_unit, PAIR_SHARE);

        if (ticks != NULL && ticks->len >= 2) {
            *ret_chosen = i - 1;
            return g_steal_pointer(&ticks);
        }
    }
    return NULL;
}

/* The finest step at about the wished spacing; when that gives only a few ticks, a finer one whose
 * labels still fit. NULL when none fits. */
static GArray *
choose_step(const TickAxis *axis, TimeUnit data_unit, Step *ret_step)
{
    guint few = axis->request->count > 0 ? MIN(axis->request->count, 4) : 4, chosen = 0;
    g_autoptr(GArray) ticks = NULL;

    for (guint i = 0; i < G_N_ELEMENTS(steps) && ticks == NULL; i++)
        if (step_is_fine_enough(steps[i], data_unit)) {
            ticks = try_step(axis, steps[i], data_unit, 0.8);
            chosen = i;
        }
    if (ticks == NULL)
        ticks = choose_pair(axis, data_unit, &chosen);
    for (guint i = chosen;
         ticks != NULL && ticks->len < few && i > 0 && step_is_fine_enough(steps[i - 1], data_unit);
         i--) {
        GArray *finer = try_step(axis, steps[i - 1], data_unit, ticks->len < 2 ? PAIR_SHARE : 0.4);

        if (finer == NULL)
            break;
        g_array_unref(ticks);
        ticks = finer;
        chosen = i - 1;
    }
    *ret_step = steps[chosen];
    return g_steal_pointer(&ticks);
}

/* Nothing fits: the coarsest step that has a tick at all, and only the labels that have room. */
static GArray *
choose_coarsest(const TickAxis *axis, TimeUnit data_unit, Step *ret_step)
{
    for (guint i = G_N_ELEMENTS(steps); i > 0 && step_is_fine_enough(steps[i - 1], data_unit);
         i--) {
        g_autoptr(GArray) ticks = collect_ticks(axis, steps[i - 1]);

        if (ticks->len > 0) {
            TickAxis wide = tick_axis_widened(*axis, ticks);

            time_labels_write(ticks, label_unit(steps[i - 1], data_unit), FALSE, axis->request);
            tick_axis_thin_labels(&wide, ticks);
            *ret_step = steps[i - 1];
            return g_steal_pointer(&ticks);
        }
    }
    return NULL;
}

/* The domain lies between two moments of the finest step: its beginning is labelled. */
static GArray *
only_first(const TickAxis *axis, TimeUnit data_unit, Step *ret_step)
{
    GArray *ticks = tick_array_new();

    tick_array_add(ticks, axis->lo, g_strdup(""), TRUE);
    time_labels_write(ticks, data_unit, FALSE, axis->request);
    *ret_step = (Step){ data_unit, 1 };
    return ticks;
}

TickSet *
ticks_time(const Scale *scale, TimeUnit data_unit, const TickRequest *request)
{
    Scale inside = *scale;
    TickAxis axis;
    GArray *ticks;
    Step step;
    TickSet *set;

    inside.min = CLAMP(scale->min, time_first, time_last);
    inside.max = CLAMP(scale->max, time_first, time_last);
    axis = tick_axis(&inside, data_unit, request);
    axis.lo = MAX(axis.lo, time_first);
    axis.hi = MIN(axis.hi, time_last);
    ticks = choose_step(&axis, data_unit, &step);
    if (ticks == NULL)
        ticks = choose_coarsest(&axis, data_unit, &step);
    if (ticks == NULL)
        ticks = only_first(&axis, data_unit, &step);
    axis = tick_axis_widened(axis, ticks);
    set = tick_set_from_axis(&axis, ticks);
    set->unit = label_unit(step, data_unit);
    return set;
}
