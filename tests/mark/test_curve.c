#include "mark/curve.h"

static const Point points[] = { { 0, 10 }, { 20, 10 }, { 40, 50 }, { 60, 40 }, { 100, 90 } };

static void
test_a_step_holds_until_the_next_point(void)
{
    static const Point expected[] = { { 0, 10 },  { 20, 10 }, { 20, 10 },  { 40, 10 }, { 40, 50 },
                                      { 60, 50 }, { 60, 40 }, { 100, 40 }, { 100, 90 } };
    gsize n;
    g_autofree Point *drawn = curve_points(points, G_N_ELEMENTS(points), CURVE_STEP, &n);

    g_assert_cmpuint(n, ==, G_N_ELEMENTS(expected));
    for (gsize i = 0; i < n; i++) {
        g_assert_cmpfloat(drawn[i].x, ==, expected[i].x);
        g_assert_cmpfloat(drawn[i].y, ==, expected[i].y);
    }
}

static void
test_a_monotone_curve_meets_its_points_and_never_overshoots(void)
{
    gsize n, next = 0;
    g_autofree Point *drawn = curve_points(points, G_N_ELEMENTS(points), CURVE_MONOTONE, &n);

    for (gsize i = 0; i < n; i++) {
        Point from, to;

        if (next + 1 < G_N_ELEMENTS(points) && drawn[i].x > points[next + 1].x)
            next++;
        from = points[next];
        to = points[MIN(next + 1, G_N_ELEMENTS(points) - 1)];
        g_assert_cmpfloat(drawn[i].y, >=, MIN(from.y, to.y) - 1e-9);
        g_assert_cmpfloat(drawn[i].y, <=, MAX(from.y, to.y) + 1e-9);
        if (drawn[i].x == to.x)
            g_assert_cmpfloat(drawn[i].y, ==, to.y);
    }
    g_assert_cmpfloat(drawn[n - 1].x, ==, 100);
}

static void
test_one_and_two_points_stay_what_they_are(void)
{
    gsize n;
    g_autofree Point *one = curve_points(points, 1, CURVE_MONOTONE, &n);
    g_autofree Point *two = NULL;

    g_assert_cmpuint(n, ==, 1);
    g_assert_cmpfloat(one[0].y, ==, 10);
    two = curve_points(&points[1], 2, CURVE_MONOTONE, &n);
    for (gsize i = 0; i < n; i++)
        g_assert_cmpfloat_with_epsilon(two[i].y, 10 + (two[i].x - 20) * 2, 1e-9);
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/curve/a-step-holds", test_a_step_holds_until_the_next_point);
    g_test_add_func("/curve/monotone-never-overshoots",
                    test_a_monotone_curve_meets_its_points_and_never_overshoots);
    g_test_add_func("/curve/few-points", test_one_and_two_points_stay_what_they_are);
    return g_test_run();
}
