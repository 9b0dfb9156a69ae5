#include "scale/classes.h"

#include "scale/classes_internal.h"
#include "scale/ticks_internal.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How far a round edge may lie from the true one, as a part of the class beside it. */
#define ROUNDING_REACH 0.1

double
roundest_number(double lo, double hi)
{
    static const int digits[] = { 10, 5, 2 };
    double middle, largest;
    int power;

    lo = MAX(lo, -DBL_MAX);
    hi = MIN(hi, DBL_MAX);
    if (!(lo < hi))
        return hi;
    middle = lo / 2 + hi / 2;
    largest = MAX(fabs(lo), fabs(hi));
    if (lo < 0 && hi >= 0)
        return 0;
    power = (int)floor(log10(largest));
    for (int p = power; p > power - 17; p--)
        for (guint d = 0; d < G_N_ELEMENTS(digits); d++) {
            double step = tick_decimal(digits[d], p);
            const double nearest[] = { middle, hi };

            for (guint i = 0; i < G_N_ELEMENTS(nearest) && step > 0; i++) {
                double round = tick_decimal(llround(nearest[i] / step) * digits[d], p);

                if (round > lo && round <= hi)
                    return round;
            }
        }
    return middle > lo ? middle : hi;
}

static int
compare_values(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* The finite values, ascending, each once with its weight. */
static GArray *
distinct_values(const double *values, gsize n)
{
    GArray *distinct = g_array_new(FALSE, FALSE, sizeof(ClassValue));
    g_autofree double *sorted = g_new(double, n + 1);
    gsize n_sorted = 0;

    for (gsize i = 0; i < n; i++)
        if (isfinite(values[i]))
            sorted[n_sorted++] = values[i] + 0.0; /* no negative zero */
    qsort(sorted, n_sorted, sizeof *sorted, compare_values);
    for (gsize i = 0; i < n_sorted; i++) {
        ClassValue next = { sorted[i], 1 };

        if (i > 0 && sorted[i] == sorted[i - 1])
            g_array_index(distinct, ClassValue, distinct->len - 1).weight++;
        else
            g_array_append_val(distinct, next);
    }
    return distinct;
}

/* Each class ends where the number of values so far is nearest to its share; returns how many
 * classes there are. */
static guint
quantile_starts(const ClassValue *values, guint n, guint n_classes, guint *ret_starts)
{
    double total = 0, before = 0;
    guint found = 1;

    for (guint i = 0; i < n; i++)
        total += values[i].weight;
    ret_starts[0] = 0;
    for (guint i = 0, k = 1; i < n && k < n_classes; i++) {
        double after = before + values[i].weight;

        for (; k < n_classes && total * k / n_classes <= after; k++) {
            double share = total * k / n_classes;
            guint start = share - before < after - share ? i : i + 1;

            if (start > ret_starts[found - 1] && start < n)
                ret_starts[found++] = start;
        }
        before = after;
    }
    return found;
}

static Classes *
classes_alloc(guint n)
{
    Classes *classes = g_new0(Classes, 1);

    classes->n = n;
    classes->edges = g_new0(double, n + 1);
    return classes;
}

/* Halfway between the class before start and the class at start; the outermost values at the ends.
 */
static double
true_edge(const ClassValue *values, guint n, const guint *starts, guint n_classes, guint i)
{
    if (i == 0)
        return values[0].value;
    if (i == n_classes)
        return values[n - 1].value;
    return values[starts[i] - 1].value / 2 + values[starts[i]].value / 2;
}

/* Neighbouring doubles have no edge between them: their classes become one. */
static void
classes_drop_empty(Classes *classes)
{
    double last = classes->edges[classes->n];
    guint kept = 0;

    for (guint i = 1; i < classes->n; i++)
        if (classes->edges[i] > classes->edges[kept] && classes->edges[i] < last)
            classes->edges[++kept] = classes->edges[i];
    classes->edges[++kept] = last;
    classes->n = kept;
}

static Classes *
classes_from_starts(const ClassValue *values, guint n, const guint *starts, guint n_classes,
                    gboolean round)
{
    Classes *classes = classes_alloc(n_classes);
    double reach = round ? ROUNDING_REACH : 0;
    double *edges = classes->edges;
    double first = values[0].value, last = values[n - 1].value;

    edges[0] = first;
    edges[n_classes] = last;
    for (guint i = 1; i < n_classes; i++) {
        double before = true_edge(values, n, starts, n_classes, i - 1);
        double here = true_edge(values, n, starts, n_classes, i);
        double after = true_edge(values, n, starts, n_classes, i + 1);
        double lo = MIN(values[starts[i] - 1].value, here - reach * (here - before));
        double hi = MAX(values[starts[i]].value, here + reach * (after - here));

        /* A class of one value must not end where it begins. */
        edges[i] = roundest_number(MAX(lo, edges[i - 1]), hi == last ? nextafter(hi, lo) : hi);
    }
    if (round) {
        double low = reach * (true_edge(values, n, starts, n_classes, 1) - first);
        double high = reach * (last - true_edge(values, n, starts, n_classes, n_classes - 1));

        edges[0] = roundest_number(first - low, first);
        edges[n_classes] = -roundest_number(-last - high, -last) + 0.0;
    }
    classes_drop_empty(classes);
    return classes;
}

/* Steps of 1, 2, 2.5 or 5 times a power of ten from a multiple on: the smallest that need at most n
 * classes. NULL when the values differ too little for round numbers. */
static Classes *
equal_round(double min, double max, guint n)
{
    static const int digits[] = { 10, 20, 25, 50 };
    double half_step = (max / 2 - min / 2) / n;
    int power;

    if (half_step < DBL_MIN)
        return NULL;
    power = (int)floor(log10(half_step)) - 1;
    for (int p = power; p <= power + 2; p++)
        for (guint d = 0; d < G_N_ELEMENTS(digits); d++) {
            double step = tick_decimal(digits[d], p);
            double first = floor(min / step), last = ceil(max / step);
            Classes *classes;

            if (!(fabs(first) < 1e13 && fabs(last) < 1e13) || last <= first ||
                !isfinite((first - 1) * step) || !isfinite((last + 1) * step))
                return NULL;
            if (last - first > n)
                continue;
            classes = classes_alloc((guint)(last - first));
            for (guint i = 0; i <= classes->n; i++)
                classes->edges[i] = tick_decimal(((gint64)first + i) * digits[d], p);
            /* A value may be a rounding error beyond the round number that it stands for. */
            classes->edges[0] = MIN(classes->edges[0], min);
            classes->edges[classes->n] = MAX(classes->edges[classes->n], max);
            return classes;
        }
    return NULL;
}

static Classes *
equal_classes(double min, double max, guint n, gboolean round)
{
    Classes *classes = round ? equal_round(min, max, n) : NULL;

    if (classes != NULL)
        return classes;
    classes = classes_alloc(n);
    for (guint i = 0; i <= n; i++) {
        double part = (double)i / n;

        classes->edges[i] = i < n ? min * (1 - part) + max * part : max;
    }
    classes_drop_empty(classes);
    return classes;
}

Classes *
classes_new(ClassMethod method, const double *values, gsize n, guint wished, gboolean round)
{
    g_autoptr(GArray) distinct = distinct_values(values, n);
    const ClassValue *all = (const ClassValue *)distinct->data;
    guint starts[CLASSES_MAX], n_classes = MIN(CLAMP(wished, 1, CLASSES_MAX), distinct->len);

    if (distinct->len < 2) {
        Scale scale = scale_continuous(SCALE_LINEAR, n_classes > 0 ? all[0].value : 0,
                                       n_classes > 0 ? all[0].value : 0);

        scale_widen_degenerate(&scale, TIME_DAY);
        return equal_classes(scale.min, scale.max, 1, FALSE);
    }
    switch (method) {
    case CLASSES_JENKS:
        jenks_starts(all, distinct->len, n_classes, starts);
        return classes_from_starts(all, distinct->len, starts, n_classes, round);
    case CLASSES_QUANTILE:
        n_classes = quantile_starts(all, distinct->len, n_classes, starts);
        return classes_from_starts(all, distinct->len, starts, n_classes, round);
    case CLASSES_EQUAL:
        return equal_classes(all[0].value, all[distinct->len - 1].value,
                             CLAMP(wished, 1, CLASSES_MAX), round);
    }
    g_assert_not_reached();
}

void
classes_free(Classes *classes)
{
    if (classes == NULL)
        return;
    g_free(classes->edges);
    g_free(classes);
}

double
classes_shown_edge(const Classes *classes, guint i)
{
    double edge = classes->edges[i], narrowest = INFINITY, step, shown;
    int power;

    for (guint k = 0; k < classes->n; k++)
        narrowest = MIN(narrowest, classes->edges[k + 1] - classes->edges[k]);
    if (!isfinite(narrowest))
        return edge;
    power = (int)floor(log10(narrowest)) - 1;
    step = tick_decimal(1, power);
    if (!(step > 0) || fabs(edge / step) > 1e15)
        return edge;
    shown = tick_decimal(llround(edge / step), power);
    return isfinite(shown) ? shown : edge;
}

guint
classes_find(const Classes *classes, double value)
{
    guint at = 0;

    while (at + 1 < classes->n && value >= classes->edges[at + 1])
        at++;
    return at;
}
