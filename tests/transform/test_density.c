#include "transform/statistics.h"

#include <math.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* Yearly rain in 70 cities of the United States, in inches (Statistical Abstracts, 1975). */
static const double rain[] = {
    67,   54.7, 7,    48.5, 14,   17.2, 20.7, 13,   43.4, 40.2, 38.9, 54.5, 59.8, 48.3,
    22.9, 11.5, 34.4, 35.1, 38.7, 30.8, 30.6, 43.1, 56.8, 40.8, 41.8, 42.5, 31,   31.7,
    30.2, 25.9, 49.2, 37,   35.9, 15,   30.2, 7.2,  36.2, 45.5, 7.8,  33.4, 36.1, 40.2,
    42.7, 42.5, 16.2, 39,   35,   37,   31.4, 37.6, 39.9, 36.2, 42.8, 46.4, 24.7, 49.1,
    46,   35.9, 7.8,  48.2, 15.2, 32.5, 44.7, 42.6, 38.8, 17.4, 40.8, 29.1, 14.6, 59.2,
};

/* Without bins the equation gives 3.942 here. */
static void
test_sheather_jones(void)
{
    gsize n;
    g_autofree double *sorted = statistics_sorted(rain, LENGTH(rain), &n);
    double h = statistics_bandwidth(sorted, n);

    g_assert_cmpfloat_with_epsilon(h, 3.942, 0.004);
    /* It goes with the scale of the values and does not depend on their place. */
    for (gsize i = 0; i < n; i++)
        sorted[i] = sorted[i] * 1024 - 4096;
    g_assert_cmpfloat_with_epsilon(statistics_bandwidth(sorted, n) / 1024, h, 1e-6);
}

static void
test_silverman(void)
{
    const double pair[] = { 1, 3 }, spike[] = { 0, 5, 5, 5, 5, 5, 5, 5, 5, 9 };
    const double tiny[] = { 0, 4e-324 }, equal[] = { 2, 2, 2 };

    g_assert_cmpfloat(statistics_bandwidth(pair, 2), >, 0);
    g_assert_cmpfloat_with_epsilon(statistics_bandwidth(spike, 10),
                                   0.9 * statistics_deviation(spike, 10) * pow(10, -0.2), 1e-12);
    g_assert_cmpfloat(statistics_bandwidth(equal, 3), ==, 0);
    g_assert_cmpfloat(statistics_bandwidth(equal, 0), ==, 0);
    g_assert_cmpfloat(statistics_bandwidth(tiny, 2), >=, 0);
}

static void
test_kernel(void)
{
    const double values[] = { 0, 1 }, at[] = { 0, 0.5, 100 };
    double out[3];

    statistics_density(values, 2, 0.5, at, 3, out);
    g_assert_cmpfloat_with_epsilon(out[0], (1 + exp(-2)) / sqrt(2 * G_PI), 1e-15);
    g_assert_cmpfloat_with_epsilon(out[1], 2 * exp(-0.5) / sqrt(2 * G_PI), 1e-15);
    g_assert_cmpfloat(out[2], ==, 0);
}

/* Many values, gathered on a grid: as the plain sum, and the whole is 1. */
static void
test_many(void)
{
    enum { N = 20000, POINTS = 201 };
    g_autofree double *values = g_new(double, N), *sorted = NULL;
    double at[POINTS], out[POINTS], whole = 0, h;
    gsize n;

    for (guint i = 0; i < N; i++)
        values[i] = sqrt(-2 * log(1 - g_test_rand_double())) * cos(2 * G_PI * g_test_rand_double());
    sorted = statistics_sorted(values, N, &n);
    h = statistics_bandwidth(sorted, n);
    g_assert_cmpfloat(h, >, 0.08);
    g_assert_cmpfloat(h, <, 0.2);
    for (guint i = 0; i < POINTS; i++)
        at[i] = (i - 100.0) / 16;
    statistics_density(sorted, n, h, at, POINTS, out);
    for (guint i = 0; i < POINTS; i++)
        whole += out[i] / 16;
    g_assert_cmpfloat_with_epsilon(whole, 1, 1e-6);
    for (guint i = 0; i < POINTS; i += 40) {
        double sum = 0;

        for (guint j = 0; j < N; j++)
            sum += exp(-(at[i] - sorted[j]) * (at[i] - sorted[j]) / (2 * h * h));
        g_assert_cmpfloat_with_epsilon(out[i], sum / (N * h * sqrt(2 * G_PI)), 1e-4);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/density/bandwidth-solves-the-equation", test_sheather_jones);
    g_test_add_func("/density/bandwidth-falls-back", test_silverman);
    g_test_add_func("/density/sums-kernels", test_kernel);
    g_test_add_func("/density/gathers-many-values", test_many);
    return g_test_run();
}
