#include "transform/statistics.h"

#include <math.h>

#include "base/sum.h"
#include "transform/ordering.h"

double *
statistics_sorted(const double *values, gsize n, gsize *ret_n)
{
    double *sorted = g_new(double, n + 1);
    gsize n_finite = 0;
    gboolean ordered = TRUE;

    for (gsize i = 0; i < n; i++) {
        if (!isfinite(values[i]))
            continue;
        if (n_finite > 0 && values[i] < sorted[n_finite - 1])
            ordered = FALSE;
        sorted[n_finite++] = values[i];
    }
    if (!ordered) {
        const Column column = { .type = COLUMN_NUMBER, .length = n_finite, .values = sorted };
        g_autofree gsize *rows = ordering_of(&column, FALSE, FALSE);
        double *taken = g_new(double, n_finite);

        for (gsize i = 0; i < n_finite; i++)
            taken[i] = sorted[rows[i]];
        g_free(sorted);
        sorted = taken;
    }
    *ret_n = n_finite;
    return sorted;
}

double
statistics_mean(const double *values, gsize n)
{
    Sum sum = { 0, 0 };

    for (gsize i = 0; i < n; i++)
        sum_add(&sum, values[i]);
    return n == 0 ? 0 : sum_result(sum) / (double)n;
}

double
statistics_deviation(const double *values, gsize n)
{
    double mean = statistics_mean(values, n), squares = 0;

    for (gsize i = 0; i < n; i++)
        squares += (values[i] - mean) * (values[i] - mean);
    return n < 2 ? 0 : sqrt(squares / (double)(n - 1));
}

double
statistics_quantile(const double *sorted, gsize n, double p)
{
    double place = p * (double)(n - 1);
    gsize below = (gsize)place;

    g_assert(n > 0 && p >= 0 && p <= 1);
    if (below + 1 >= n)
        return sorted[n - 1];
    return sorted[below] + (place - (double)below) * (sorted[below + 1] - sorted[below]);
}

BoxSummary
statistics_box(const double *sorted, gsize n)
{
    BoxSummary box = {
        .q1 = statistics_quantile(sorted, n, 0.25),
        .median = statistics_quantile(sorted, n, 0.5),
        .q3 = statistics_quantile(sorted, n, 0.75),
    };
    double reach = 1.5 * (box.q3 - box.q1);

    while (sorted[box.n_below] < box.q1 - reach)
        box.n_below++;
    while (sorted[n - 1 - box.n_above] > box.q3 + reach)
        box.n_above++;
    box.low = MIN(sorted[box.n_below], box.q1);
    box.high = MAX(sorted[n - 1 - box.n_above], box.q3);
    return box;
}

void
statistics_wilson(double share, double n, double *ret_low, double *ret_high)
{
    const double z = 1.959963984540054; /* the 97.5th percentile of the normal distribution */
    double divisor = 1 + z * z / n;
    double middle = (share + z * z / (2 * n)) / divisor;
    double half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / divisor;

    g_assert(share >= 0 && share <= 1 && n > 0);
    /* At the ends the formula gives 0 and 1, but for the last bits. */
    *ret_low = share == 0 ? 0 : MAX(0, middle - half);
    *ret_high = share == 1 ? 1 : MIN(1, middle + half);
}

gboolean
statistics_linear(const double *x, const double *y, gsize n, LinearFit *ret_fit)
{
    Sum sum_x = { 0, 0 }, sum_y = { 0, 0 };
    double mean_x, mean_y, squares = 0, products = 0;
    gsize n_pairs = 0;

    for (gsize i = 0; i < n; i++) {
        if (!isfinite(x[i]) || !isfinite(y[i]))
            continue;
        sum_add(&sum_x, x[i]);
        sum_add(&sum_y, y[i]);
        n_pairs++;
    }
    if (n_pairs < 2)
        return FALSE;
    mean_x = sum_result(sum_x) / (double)n_pairs;
    mean_y = sum_result(sum_y) / (double)n_pairs;
    for (gsize i = 0; i < n; i++) {
        if (!isfinite(x[i]) || !isfinite(y[i]))
            continue;
        squares += (x[i] - mean_x) * (x[i] - mean_x);
        products += (x[i] - mean_x) * (y[i] - mean_y);
    }
    if (!(squares > 0))
        return FALSE;
    ret_fit->slope = products / squares;
    ret_fit->intercept = mean_y - ret_fit->slope * mean_x;
    ret_fit->n = n_pairs;
    return TRUE;
}
