#include "scale/size.h"

#include <math.h>

static void
test_areas_are_proportional(void)
{
    const SizeScale scale = { .greatest = 100, .radius = 20 };

    g_assert_cmpfloat(size_radius(&scale, 100), ==, 20);
    g_assert_cmpfloat(size_radius(&scale, 25), ==, 10);
    g_assert_cmpfloat(size_radius(&scale, 400), ==, 40);
    g_assert_cmpfloat(size_radius(&scale, 0), ==, 0);
}

static void
test_what_has_no_area_has_no_radius(void)
{
    const SizeScale scale = { .greatest = 100, .radius = 20 }, empty = { .radius = 20 };

    g_assert_cmpfloat(size_radius(&scale, -5), ==, 0);
    g_assert_cmpfloat(size_radius(&scale, NAN), ==, 0);
    g_assert_cmpfloat(size_radius(&empty, 5), ==, 0);
}

static void
assert_values(double least, double greatest, guint n, double a, double b, double c)
{
    const double expected[] = { a, b, c };
    double values[3];

    g_assert_cmpuint(size_legend_values(least, greatest, values), ==, n);
    for (guint i = 0; i < n; i++)
        g_assert_cmpfloat(values[i], ==, expected[i]);
}

static void
test_the_key_has_round_values(void)
{
    assert_values(0, 8300000, 3, 8e6, 2e6, 5e5);
    assert_values(0, 100, 3, 100, 20, 10);
    assert_values(0, 0.0123, 3, 0.01, 0.002, 0.001);
    assert_values(0, 51234, 3, 50000, 20000, 5000);
    assert_values(3, 26, 2, 25, 10, 0);
    assert_values(1, 1, 1, 1, 0, 0);
}

static void
test_nothing_positive_has_no_key(void)
{
    double values[3] = { 7, 7, 7 };

    g_assert_cmpuint(size_legend_values(0, 0, values), ==, 0);
    g_assert_cmpuint(size_legend_values(-5, -1, values), ==, 0);
    g_assert_cmpuint(size_legend_values(0, NAN, values), ==, 0);
    g_assert_cmpuint(size_legend_values(0, INFINITY, values), ==, 0);
    g_assert_cmpfloat(values[0], ==, 7);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/size/areas-are-proportional", test_areas_are_proportional);
    g_test_add_func("/size/what-has-no-area-has-no-radius", test_what_has_no_area_has_no_radius);
    g_test_add_func("/size/the-key-has-round-values", test_the_key_has_round_values);
    g_test_add_func("/size/nothing-positive-has-no-key", test_nothing_positive_has_no_key);
    return g_test_run();
}
