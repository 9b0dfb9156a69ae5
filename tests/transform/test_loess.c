#include "transform/statistics.h"

#include <math.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* Speeds and stopping distances of cars (M. Ezekiel, Methods of Correlation Analysis, 1930). The
 * expected values were computed by a plain program from the definition. */
static const double speeds[] = { 25, 4,  7,  7,  8,  9,  10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13,
                                 13, 13, 14, 14, 14, 14, 15, 15, 15, 16, 16, 17, 17, 17, 18, 18, 18,
                                 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 4 };
static const double ways[] = { 85, 10, 4,  22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28,  26, 34,
                               34, 46, 26, 36, 60, 80, 20, 26, 54, 32, 40, 32, 40, 50, 42,  56, 76,
                               84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 2 };

static void
test_cars(void)
{
    const double at[] = { 4, 7, 10, 15, 20, 25 };
    const double two_thirds[] = { 3.443864, 12.784337, 22.187105, 41.103033, 59.411096, 89.127515 };
    const double usual[] = { 3.259542, 12.815281, 22.450966, 41.103033, 60.078476, 88.053311 };
    double y[LENGTH(at)];

    g_assert_true(statistics_loess(speeds, ways, LENGTH(speeds), 2.0 / 3, at, LENGTH(at), y));
    for (guint i = 0; i < LENGTH(at); i++)
        g_assert_cmpfloat_with_epsilon(y[i], two_thirds[i], 1e-6);
    g_assert_true(statistics_loess(speeds, ways, LENGTH(speeds), 0.75, at, LENGTH(at), y));
    for (guint i = 0; i < LENGTH(at); i++)
        g_assert_cmpfloat_with_epsilon(y[i], usual[i], 1e-6);
}

/* Pairs on a line stay there, where a window holds more than a few of them. */
static void
test_line(void)
{
    for (guint round = 0; round < 200; round++) {
        double x[60], y[60], at[] = { -1, 0.3, 0.9, 2 }, out[4];
        gsize n = (gsize)g_test_rand_int_range(24, 60);
        double slope = g_test_rand_double_range(-5, 5), span = g_test_rand_double_range(0.5, 1);

        for (gsize i = 0; i < n; i++) {
            x[i] = g_test_rand_double();
            y[i] = 1 + slope * x[i];
        }
        g_assert_true(statistics_loess(x, y, n, span, at, 4, out));
        for (guint i = 1; i < 3; i++)
            g_assert_cmpfloat_with_epsilon(out[i], 1 + slope * at[i], 1e-9);
        g_assert_true(isfinite(out[0]) && isfinite(out[3]));
    }
}

static void
test_few(void)
{
    const double x[] = { 1, NAN, 1, 2, 2, 2, 3 }, y[] = { 10, 0, 20, 4, 5, 6, NAN };
    const double at[] = { 1, 1.5, 2 };
    double out[3] = { 0 };

    /* Only the three at 2 are near: their mean; at 1 the two there. In the middle all are equally
     * far: the mean of all. */
    g_assert_true(statistics_loess(x, y, 7, 0.4, at, 3, out));
    g_assert_cmpfloat(out[0], ==, 15);
    g_assert_cmpfloat(out[2], ==, 5);
    g_assert_cmpfloat(out[1], ==, 9);
    g_assert_false(statistics_loess(x, y, 3, 0.75, at, 3, out));
    g_assert_false(statistics_loess(x, y, 0, 0.75, at, 3, out));
    g_assert_cmpfloat(out[0], ==, 15);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/loess/follows-the-definition", test_cars);
    g_test_add_func("/loess/keeps-a-line", test_line);
    g_test_add_func("/loess/takes-few-and-equal-pairs", test_few);
    return g_test_run();
}
