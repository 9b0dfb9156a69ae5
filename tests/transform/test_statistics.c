#include "transform/statistics.h"

#include <math.h>

#define TEN 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
#define LENGTH(array) (sizeof(array) / sizeof *(array))

static void
test_sorted(void)
{
    const double values[] = { 3, NAN, -1, INFINITY, 2, -INFINITY };
    gsize n;
    g_autofree double *sorted = statistics_sorted(values, LENGTH(values), &n);
    g_autofree double *none = statistics_sorted(NULL, 0, &n);

    g_assert_cmpuint(n, ==, 0);
    g_assert_cmpfloat(sorted[0], ==, -1);
    g_assert_cmpfloat(sorted[1], ==, 2);
    g_assert_cmpfloat(sorted[2], ==, 3);
}

static void
test_moments(void)
{
    const double values[] = { 1e9 + 1, 1e9 + 2, 1e9 + 3 };

    g_assert_cmpfloat(statistics_mean(values, 3), ==, 1e9 + 2);
    g_assert_cmpfloat(statistics_deviation(values, 3), ==, 1);
    g_assert_cmpfloat(statistics_deviation(values, 1), ==, 0);
    g_assert_cmpfloat(statistics_mean(values, 0), ==, 0);
}

static void
test_quantile(void)
{
    const double values[] = { TEN };

    g_assert_cmpfloat(statistics_quantile(values, 10, 0), ==, 1);
    g_assert_cmpfloat(statistics_quantile(values, 10, 0.25), ==, 3.25);
    g_assert_cmpfloat(statistics_quantile(values, 10, 0.5), ==, 5.5);
    g_assert_cmpfloat(statistics_quantile(values, 10, 0.75), ==, 7.75);
    g_assert_cmpfloat(statistics_quantile(values, 10, 1), ==, 10);
    g_assert_cmpfloat(statistics_quantile(values, 1, 0.3), ==, 1);
}

static void
test_box(void)
{
    const double values[] = { -20, 1, 2, 3, 4, 5, 6, 7, 8, 30, 40 }, pair[] = { 1, 3 };
    /* The upper quartile, 75.25, lies above all that is no outlier. */
    const double gap[] = { 0, 0, 0, 1, 100 };
    BoxSummary box = statistics_box(values, LENGTH(values)), two = statistics_box(pair, 2);
    BoxSummary one = statistics_box(pair, 1), wide = statistics_box(gap, LENGTH(gap));

    g_assert_cmpfloat(box.q1, ==, 2.5);
    g_assert_cmpfloat(box.median, ==, 5);
    g_assert_cmpfloat(box.q3, ==, 7.5);
    g_assert_cmpfloat(box.low, ==, 1);
    g_assert_cmpfloat(box.high, ==, 8);
    g_assert_cmpuint(box.n_below, ==, 1);
    g_assert_cmpuint(box.n_above, ==, 2);
    g_assert_cmpfloat(two.low, ==, 1);
    g_assert_cmpfloat(two.q1, ==, 1.5);
    g_assert_cmpfloat(two.high, ==, 3);
    g_assert_cmpfloat(one.low, ==, 1);
    g_assert_cmpfloat(one.high, ==, 1);
    g_assert_cmpfloat(wide.q3, ==, 1);
    g_assert_cmpfloat(wide.high, ==, 1);
    g_assert_cmpuint(wide.n_above, ==, 1);
}

/* A whisker never ends inside the box. */
static void
test_whiskers(void)
{
    const double values[] = { 0, 0, 0, 0, 0, 0, 0, 100, 101, 1000, 1001 };
    BoxSummary box = statistics_box(values, LENGTH(values));
    const double between[] = { 1, 2, 3, 50 };
    BoxSummary inside = statistics_box(between, LENGTH(between));

    g_assert_cmpfloat(box.q3, ==, 100.5);
    g_assert_cmpfloat(box.high, ==, 101);
    g_assert_cmpfloat(inside.q3, ==, 14.75);
    g_assert_cmpuint(inside.n_above, ==, 1);
    g_assert_cmpfloat(inside.high, ==, 14.75);
}

static void
test_wilson(void)
{
    static const double cases[][4] = {
        { 0.5, 100, 0.4038315303659956, 0.5961684696340044 },
        { 0.1, 1000, 0.08290944359309571, 0.1201519631953484 },
        { 0, 10, 0, 0.2775327998628892 },
        { 1, 10, 0.7224672001371107, 1 },
    };

    for (guint i = 0; i < LENGTH(cases); i++) {
        double low, high;

        statistics_wilson(cases[i][0], cases[i][1], &low, &high);
        g_assert_cmpfloat_with_epsilon(low, cases[i][2], 1e-15);
        g_assert_cmpfloat_with_epsilon(high, cases[i][3], 1e-15);
        g_assert_true(low >= 0 && low <= cases[i][0] && high >= cases[i][0] && high <= 1);
    }
}

/* Speeds and stopping distances of cars (M. Ezekiel, Methods of Correlation Analysis, 1930). */
static const double speeds[] = { 4,  4,  7,  7,  8,  9,  10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13,
                                 13, 13, 14, 14, 14, 14, 15, 15, 15, 16, 16, 17, 17, 17, 18, 18, 18,
                                 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25 };
static const double ways[] = { 2,  10, 4,  22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28,  26, 34,
                               34, 46, 26, 36, 60, 80, 20, 26, 54, 32, 40, 32, 40, 50, 42,  56, 76,
                               84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85 };

static void
test_linear(void)
{
    const double x[] = { 1, 2, NAN, 3, 4 }, y[] = { 3, 5, 0, NAN, 9 }, same[] = { 2, 2, 2 };
    LinearFit fit = { 7, 7, 7 };

    g_assert_true(statistics_linear(x, y, 5, &fit));
    g_assert_cmpfloat(fit.slope, ==, 2);
    g_assert_cmpfloat(fit.intercept, ==, 1);
    g_assert_cmpuint(fit.n, ==, 3);
    g_assert_true(statistics_linear(speeds, ways, LENGTH(speeds), &fit));
    g_assert_cmpfloat_with_epsilon(fit.slope, 3.9324087591240873, 1e-12);
    g_assert_cmpfloat_with_epsilon(fit.intercept, -17.579094890510973, 1e-11);
    g_assert_false(statistics_linear(same, y, 3, &fit));
    g_assert_false(statistics_linear(x, y, 1, &fit));
    g_assert_cmpuint(fit.n, ==, 50);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/statistics/sorted-leaves-out-what-is-not-finite", test_sorted);
    g_test_add_func("/statistics/moments-of-large-numbers-are-exact", test_moments);
    g_test_add_func("/statistics/quantiles-are-of-type-7", test_quantile);
    g_test_add_func("/statistics/box-has-whiskers-and-outliers", test_box);
    g_test_add_func("/statistics/whiskers-never-end-inside-the-box", test_whiskers);
    g_test_add_func("/statistics/wilson-stays-within-0-and-1", test_wilson);
    g_test_add_func("/statistics/linear-is-the-line-of-least-squares", test_linear);
    return g_test_run();
}
