#include "transform/bin.h"

#include <math.h>

/* From fine to coarse, so that a tie goes to the finer one. */
static const struct {
    TimeUnit unit;
    guint n;
} steps[] = {
    { TIME_SECOND, 1 }, { TIME_SECOND, 5 }, { TIME_SECOND, 15 }, { TIME_SECOND, 30 },
    { TIME_MINUTE, 1 }, { TIME_MINUTE, 5 }, { TIME_MINUTE, 15 }, { TIME_MINUTE, 30 },
    { TIME_HOUR, 1 },   { TIME_HOUR, 3 },   { TIME_HOUR, 6 },    { TIME_HOUR, 12 },
    { TIME_DAY, 1 },    { TIME_WEEK, 1 },   { TIME_MONTH, 1 },   { TIME_QUARTER, 1 },
    { TIME_YEAR, 1 },   { TIME_YEAR, 2 },   { TIME_YEAR, 5 },    { TIME_YEAR, 10 },
    { TIME_YEAR, 20 },  { TIME_YEAR, 50 },  { TIME_YEAR, 100 },
};

/* Seconds, of the longer ones on average. */
static const double durations[] = {
    [TIME_SECOND] = 1,
    [TIME_MINUTE] = 60,
    [TIME_HOUR] = 3600,
    [TIME_DAY] = 86400,
    [TIME_WEEK] = 7 * 86400,
    [TIME_MONTH] = 365.2425 * 86400 / 12,
    [TIME_QUARTER] = 365.2425 * 86400 / 4,
    [TIME_YEAR] = 365.2425 * 86400,
};

static guint
nearest_step(double wished, TimeUnit finest)
{
    guint best = 0;
    double best_distance = INFINITY;

    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        double duration = durations[steps[i].unit] * steps[i].n;
        double distance = wished > 0 ? fabs(log(duration / wished)) : duration;

        if (steps[i].unit >= finest && distance < best_distance) {
            best_distance = distance;
            best = i;
        }
    }
    return best;
}

/* Steps below a day divide it, so that they begin at midnight; years are whole multiples. */
static double
start_of_step(double time, TimeUnit unit, guint n)
{
    double start = calendar_floor(time, unit);
    int year;

    if (unit < TIME_DAY)
        return floor(time / (durations[unit] * n)) * durations[unit] * n;
    if (unit != TIME_YEAR)
        return start;
    year = calendar_parts(start).year;
    return calendar_add(start, TIME_YEAR, -(year % (int)n));
}

Bins *
bin_times(const double *sorted, gsize n, guint n_wished, TimeUnit unit)
{
    guint chosen = nearest_step(bin_wished_width(sorted, n, n_wished), unit);
    g_autoptr(GArray) edges = g_array_new(FALSE, FALSE, sizeof(double));
    Bins *bins = g_new0(Bins, 1);
    double edge;

    bins->unit = steps[chosen].unit;
    bins->step = steps[chosen].n;
    edge = start_of_step(sorted[0], bins->unit, bins->step);
    g_array_append_val(edges, edge);
    do {
        edge = calendar_add(edge, bins->unit, (int)bins->step);
        g_array_append_val(edges, edge);
    } while (edge <= sorted[n - 1]);
    bins->n = edges->len - 1;
    bins->edges = (double *)g_array_steal(edges, NULL);
    return bins;
}
