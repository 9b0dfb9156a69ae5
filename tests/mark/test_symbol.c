#include "mark/symbol.h"

/* Area and centre of area of the closed outline, curves cut into pieces. */
static double
outline_area(const Path *path, Point *ret_centre)
{
    const PathSegment *segments = path_segments(path);
    Point points[2000], sum = { 0, 0 };
    double twice = 0;
    guint n = 0;

    for (guint i = 0; i < path_length(path); i++) {
        const PathSegment *s = &segments[i];

        if (s->verb == PATH_CURVE) {
            Point from = points[n - 1];

            for (guint k = 1; k <= 100; k++) {
                double t = k / 100.0, u = 1 - t;

                points[n++] = (Point){ u * u * u * from.x + 3 * u * u * t * s->p[0].x +
                                           3 * u * t * t * s->p[1].x + t * t * t * s->p[2].x,
                                       u * u * u * from.y + 3 * u * u * t * s->p[0].y +
                                           3 * u * t * t * s->p[1].y + t * t * t * s->p[2].y };
            }
        } else if (s->verb != PATH_CLOSE) {
            points[n++] = s->p[0];
        }
    }
    for (guint i = 0; i < n; i++) {
        Point a = points[i], b = points[(i + 1) % n];
        double cut = a.x * b.y - b.x * a.y;

        twice += cut;
        sum.x += (a.x + b.x) * cut;
        sum.y += (a.y + b.y) * cut;
    }
    *ret_centre = (Point){ sum.x / twice / 3, sum.y / twice / 3 };
    return fabs(twice) / 2;
}

static void
test_all_have_the_area_of_the_circle(void)
{
    for (guint i = 0; symbols[i] != NULL; i++) {
        g_autoptr(Path) path = path_new();
        Point centre;

        symbol_append(symbols[i], path, (Point){ 100, 50 }, 6);
        g_assert_cmpfloat_with_epsilon(outline_area(path, &centre), G_PI * 36, 0.06);
        g_assert_cmpfloat_with_epsilon(centre.x, 100, 1e-3);
        g_assert_cmpfloat_with_epsilon(centre.y, 50, 1e-3);
        g_assert_cmpint(path_segments(path)[path_length(path) - 1].verb, ==, PATH_CLOSE);
    }
}

static void
test_there_are_eight_and_then_they_repeat(void)
{
    guint n = 0;

    for (; symbols[n] != NULL; n++)
        g_assert_true(symbol_at(n) == symbols[n]);
    g_assert_cmpuint(n, ==, 8);
    g_assert_true(symbol_at(8) == symbols[0]);
}

static void
test_a_square_has_four_corners(void)
{
    g_autoptr(Path) path = path_new();
    Rect bounds;

    symbol_append(symbol_at(1), path, (Point){ 0, 0 }, 2 / sqrt(G_PI));
    bounds = path_bounds(path);
    g_assert_cmpuint(path_length(path), ==, 5);
    g_assert_cmpfloat_with_epsilon(bounds.x, -1, 1e-12);
    g_assert_cmpfloat_with_epsilon(bounds.width, 2, 1e-12);
    g_assert_cmpfloat_with_epsilon(bounds.height, 2, 1e-12);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/symbol/all-have-the-area-of-the-circle",
                    test_all_have_the_area_of_the_circle);
    g_test_add_func("/symbol/there-are-eight-and-then-they-repeat",
                    test_there_are_eight_and_then_they_repeat);
    g_test_add_func("/symbol/a-square-has-four-corners", test_a_square_has_four_corners);
    return g_test_run();
}
