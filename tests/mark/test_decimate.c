#include "mark/decimate.h"

#include <string.h>

static void
test_a_column_keeps_its_four(void)
{
    Point points[] = { { 0.1, 5 }, { 0.2, 9 }, { 0.3, 1 }, { 0.4, 4 }, { 0.5, 6 }, { 1.5, 2 } };
    const Point kept[] = { { 0.1, 5 }, { 0.2, 9 }, { 0.3, 1 }, { 0.5, 6 }, { 1.5, 2 } };

    g_assert_cmpuint(decimate_line(points, 6, 1), ==, 5);
    g_assert_cmpmem(points, sizeof kept, kept, sizeof kept);
}

static void
test_nothing_repeats(void)
{
    Point points[] = { { 0, 1 }, { 0.1, 1 }, { 0.2, 1 }, { 2, 3 } };

    g_assert_cmpuint(decimate_line(points, 4, 1), ==, 3);
    g_assert_cmpfloat(points[1].x, ==, 0.2);
    g_assert_cmpuint(decimate_line(points, 0, 1), ==, 0);
    g_assert_cmpuint(decimate_line(points, 1, 1), ==, 1);
}

static void
test_a_line_that_turns_back_stays(void)
{
    Point points[] = { { 0, 1 }, { 0.2, 5 }, { 0.1, 2 }, { 0.3, 3 }, { 0.4, 4 } };
    Point before[5];

    memcpy(before, points, sizeof before);
    g_assert_cmpuint(decimate_line(points, 5, 1), ==, 5);
    g_assert_cmpmem(points, sizeof points, before, sizeof before);
}

static void
column_extent(const Point *points, gsize n, double column, double *ret_low, double *ret_high)
{
    *ret_low = G_MAXDOUBLE;
    *ret_high = -G_MAXDOUBLE;
    for (gsize i = 0; i < n; i++)
        if (floor(points[i].x) == column) {
            *ret_low = MIN(*ret_low, points[i].y);
            *ret_high = MAX(*ret_high, points[i].y);
        }
}

static void
test_any_line_keeps_its_extremes(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(3);

    for (guint round = 0; round < 500; round++) {
        Point points[300], before[300];
        gsize n = (gsize)g_rand_int_range(random, 2, 301), n_after;
        double x = 0;

        for (gsize i = 0; i < n; i++) {
            x += g_rand_double_range(random, 0, 0.1);
            points[i] = before[i] = (Point){ x, g_rand_int_range(random, -50, 50) };
        }
        n_after = decimate_line(points, n, 1);
        g_assert_cmpuint(n_after, <=, MIN(n, 4 * ((gsize)x + 1)));
        g_assert_cmpmem(&points[0], sizeof(Point), &before[0], sizeof(Point));
        g_assert_cmpmem(&points[n_after - 1], sizeof(Point), &before[n - 1], sizeof(Point));
        for (gsize i = 1; i < n_after; i++)
            g_assert_cmpfloat(points[i].x, >=, points[i - 1].x);
        for (double column = 0; column <= x; column++) {
            double low, high, low_after, high_after;

            column_extent(before, n, column, &low, &high);
            column_extent(points, n_after, column, &low_after, &high_after);
            g_assert_cmpfloat(low, ==, low_after);
            g_assert_cmpfloat(high, ==, high_after);
        }
    }
}

static double
distance(Point p, Point a, Point b)
{
    double x = b.x - a.x, y = b.y - a.y, length = x * x + y * y;
    double t = length > 0 ? CLAMP(((p.x - a.x) * x + (p.y - a.y) * y) / length, 0, 1) : 0;

    return hypot(p.x - a.x - t * x, p.y - a.y - t * y);
}

/* The line goes past every point of four a column, nearer than anybody sees. */
static void
test_dense_lines_are_shorter(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(5);
    Point points[20000], exact[20000];
    gsize n = G_N_ELEMENTS(points), n_exact, n_drawn, at = 0;
    Point first, last;

    for (gsize i = 0; i < n; i++)
        points[i] = exact[i] =
            (Point){ 10 + (double)i * 0.0151, 100 + (i > 0 ? points[i - 1].y - 100 : 0) +
                                                  g_rand_double_range(random, -3, 3) };
    first = points[0];
    last = points[n - 1];
    n_exact = decimate_line(exact, n, DECIMATE_COLUMN_PX);
    n_drawn = decimate_drawn(points, n);
    g_assert_cmpuint(n_drawn, <, n_exact);
    g_assert_cmpmem(&points[0], sizeof first, &first, sizeof first);
    g_assert_cmpmem(&points[n_drawn - 1], sizeof last, &last, sizeof last);
    for (gsize i = 0; i < n_exact; i++) {
        double nearest = INFINITY;

        for (gsize k = at > 8 ? at - 8 : 0; k + 1 < MIN(n_drawn, at + 12); k++) {
            double here = distance(exact[i], points[k], points[k + 1]);

            if (here < nearest) {
                nearest = here;
                at = k;
            }
        }
        g_assert_cmpfloat(nearest, <, 0.13);
    }
}

static void
test_sparse_lines_are_exact(void)
{
    Point points[] = { { 0.123, 5 }, { 1.234, 9.87 }, { 2.345, 1 }, { 3.456, 4 }, { 4.567, 6 } };
    Point before[5];

    memcpy(before, points, sizeof before);
    g_assert_cmpuint(decimate_drawn(points, 5), ==, 5);
    g_assert_cmpmem(points, sizeof points, before, sizeof before);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/decimate/a-column-keeps-first-lowest-highest-last",
                    test_a_column_keeps_its_four);
    g_test_add_func("/decimate/nothing-repeats", test_nothing_repeats);
    g_test_add_func("/decimate/a-line-that-turns-back-stays", test_a_line_that_turns_back_stays);
    g_test_add_func("/decimate/any-line-keeps-its-extremes-and-never-grows",
                    test_any_line_keeps_its_extremes);
    g_test_add_func("/decimate/dense-lines-are-shorter", test_dense_lines_are_shorter);
    g_test_add_func("/decimate/sparse-lines-are-exact", test_sparse_lines_are_exact);
    return g_test_run();
}
