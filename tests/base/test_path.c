#include "base/path.h"

static const Rect clip = { 0, 0, 100, 50 };

/* "M0,0 L10,5 Z" with at most two decimals. */
static char *
path_text(const Path *path)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < path_length(path); i++) {
        const PathSegment *s = &path_segments(path)[i];
        guint n = s->verb == PATH_CURVE ? 3 : s->verb == PATH_CLOSE ? 0 : 1;

        g_string_append_printf(text, "%s%c", i > 0 ? " " : "", "MLCZ"[s->verb]);
        for (guint k = 0; k < n; k++) {
            /* Rounded first, so that no "-0" shows. */
            double x = floor(s->p[k].x * 100 + 0.5) / 100, y = floor(s->p[k].y * 100 + 0.5) / 100;

            g_string_append_printf(text, "%s%g,%g", k > 0 ? " " : "", x + 0.0, y + 0.0);
        }
    }
    return g_string_free(text, FALSE);
}

static void
assert_path(const Path *path, const char *expected)
{
    g_autofree char *text = path_text(path);

    g_assert_cmpstr(text, ==, expected);
}

static void
assert_line(const char *expected, gsize n, const Point *points)
{
    g_autoptr(Path) path = path_new();

    path_add_clipped_line(path, points, n, clip);
    assert_path(path, expected);
}

static void
assert_polygon(const char *expected, gsize n, const Point *points)
{
    g_autoptr(Path) path = path_new();

    path_add_clipped_polygon(path, points, n, clip);
    assert_path(path, expected);
}

#define POINTS(...) G_N_ELEMENTS(((const Point[]){ __VA_ARGS__ })), ((const Point[]){ __VA_ARGS__ })

static void
test_segments_are_kept_in_order(void)
{
    g_autoptr(Path) path = path_new();
    Rect bounds = path_bounds(path);

    g_assert_cmpfloat(bounds.width, ==, 0);
    path_close(path);
    g_assert_cmpuint(path_length(path), ==, 0);

    path_move_to(path, 1, 2);
    path_line_to(path, 3, 4);
    path_curve_to(path, (Point){ 5, -6 }, (Point){ 7, 8 }, (Point){ 0.5, 9 });
    path_close(path);
    assert_path(path, "M1,2 L3,4 C5,-6 7,8 0.5,9 Z");
    bounds = path_bounds(path);
    g_assert_cmpfloat(bounds.x, ==, 0.5);
    g_assert_cmpfloat(bounds.y, ==, -6);
    g_assert_cmpfloat(rect_right(bounds), ==, 7);
    g_assert_cmpfloat(rect_bottom(bounds), ==, 9);
    path_free(NULL);
}

static void
test_a_path_always_starts_with_a_move(void)
{
    g_autoptr(Path) line = path_new();
    g_autoptr(Path) curve = path_new();

    path_line_to(line, 1, 2);
    assert_path(line, "M1,2");
    path_curve_to(curve, (Point){ 1, 2 }, (Point){ 3, 4 }, (Point){ 5, 6 });
    assert_path(curve, "M1,2 C1,2 3,4 5,6");
}

static void
test_an_arc_is_cubics_of_a_quarter_at_most(void)
{
    g_autoptr(Path) quarter = path_new();
    g_autoptr(Path) back = path_new();
    g_autoptr(Path) turn = path_new();

    path_arc(quarter, (Point){ 0, 0 }, 10, 0, G_PI_2);
    assert_path(quarter, "M10,0 C10,5.52 5.52,10 0,10");
    path_line_to(back, 0, 0);
    path_arc(back, (Point){ 0, 0 }, 10, G_PI_2, 0);
    assert_path(back, "M0,0 L0,10 C5.52,10 10,5.52 10,0");
    path_arc(turn, (Point){ 5, 5 }, 10, 0, 50);
    g_assert_cmpuint(path_length(turn), ==, 5);
    g_assert_cmpfloat_with_epsilon(path_segments(turn)[4].p[2].x, 15, 1e-9);
    g_assert_cmpfloat_with_epsilon(path_segments(turn)[4].p[2].y, 5, 1e-9);
}

static void
test_an_arc_stays_on_its_circle(void)
{
    g_autoptr(Path) path = path_new();

    path_arc(path, (Point){ 3, 4 }, 100, 0.3, 4.1);
    for (guint i = 1; i < path_length(path); i++) {
        const Point *c = path_segments(path)[i].p;
        Point a = path_segments(path)[i - 1].p[i == 1 ? 0 : 2];
        double x = (a.x + 3 * c[0].x + 3 * c[1].x + c[2].x) / 8 - 3;
        double y = (a.y + 3 * c[0].y + 3 * c[1].y + c[2].y) / 8 - 4;

        g_assert_cmpfloat_with_epsilon(hypot(x, y), 100, 0.03);
    }
}

static void
test_an_arc_that_is_not_finite_adds_nothing(void)
{
    g_autoptr(Path) path = path_new();

    path_arc(path, (Point){ NAN, 0 }, 10, 0, 1);
    path_arc(path, (Point){ 0, INFINITY }, 10, 0, 1);
    path_arc(path, (Point){ 0, 0 }, NAN, 0, 1);
    path_arc(path, (Point){ 0, 0 }, -1, 0, 1);
    path_arc(path, (Point){ 0, 0 }, 1, NAN, 1);
    path_arc(path, (Point){ 0, 0 }, 1, 0, INFINITY);
    g_assert_cmpuint(path_length(path), ==, 0);
    path_arc(path, (Point){ 0, 0 }, 1, -1e308, 1e308);
    g_assert_cmpuint(path_length(path), ==, 5);
}

static void
test_a_line_inside_is_kept(void)
{
    assert_line("M0,0 L10,50 L100,0", POINTS({ 0, 0 }, { 10, 50 }, { 100, 0 }));
    assert_line("", 0, NULL);
    assert_line("", POINTS({ 5, 5 }));
}

static void
test_a_line_is_cut_at_the_edges(void)
{
    assert_line("M0,10 L100,10", POINTS({ -10, 10 }, { 110, 10 }));
    assert_line("M20,50 L20,0", POINTS({ 20, 60 }, { 20, -60 }));
    assert_line("M0,25 L25,50", POINTS({ -25, 0 }, { 50, 75 }));
    assert_line("M10,10 L10,50 M30,50 L30,10",
                POINTS({ 10, 10 }, { 10, 90 }, { 30, 90 }, { 30, 10 }));
    assert_line("", POINTS({ -10, 10 }, { -10, 90 }, { 110, 90 }));
    assert_line("", POINTS({ -30, 20 }, { 20, -30 }));
}

static void
test_a_line_along_an_edge_is_inside(void)
{
    assert_line("M0,50 L100,50", POINTS({ -5, 50 }, { 105, 50 }));
    assert_line("M100,0 L100,50", POINTS({ 100, 0 }, { 100, 50 }));
}

static void
test_gaps_break_the_line(void)
{
    assert_line("M1,1 L2,2 M3,3 L4,4", POINTS({ 1, 1 }, { 2, 2 }, { NAN, 5 }, { 3, 3 }, { 4, 4 }));
    assert_line("M1,1 L2,2 M2,2 L4,4",
                POINTS({ 1, 1 }, { 2, 2 }, { 2, INFINITY }, { 2, 2 }, { 4, 4 }));
    assert_line("", POINTS({ 1, 1 }, { NAN, NAN }, { 2, 2 }, { NAN, NAN }));
}

static void
test_no_run_has_zero_length(void)
{
    assert_line("", POINTS({ 5, 5 }, { 5, 5 }));
    assert_line("M5,5 L6,6", POINTS({ 5, 5 }, { 5, 5 }, { 6, 6 }, { 6, 6 }));
    assert_line("", POINTS({ -10, 10 }, { 10, -10 }));
    assert_line("", POINTS({ -10, 20 }, { 0, 20 }, { -10, 30 }));
}

static void
test_huge_coordinates_are_cut_exactly(void)
{
    assert_line("M0,10 L100,10", POINTS({ -1e308, 10 }, { 1e308, 10 }));
    assert_line("M50,50 L50,0", POINTS({ 50, 1e308 }, { 50, -1e308 }));
    assert_line("M0.5,0 L0.5,50", POINTS({ 0, -1e20 }, { 1, 1e20 }));
    assert_line("M10,10 L10,50", POINTS({ 10, 10 }, { 11, 1e18 }));
    assert_line("M0,0 L50,50", POINTS({ 0, 0 }, { 1e300, 1e300 }));
}

static void
test_what_is_left_lies_in_the_clip(void)
{
    GRand *rand = g_rand_new_with_seed(7);

    for (guint round = 0; round < 300; round++) {
        g_autoptr(Path) path = path_new();
        Point points[30];

        for (guint i = 0; i < G_N_ELEMENTS(points); i++) {
            double size = pow(10, g_rand_double_range(rand, 0, 308));

            points[i].x = g_rand_boolean(rand) ? g_rand_double_range(rand, -50, 150) : size;
            points[i].y = g_rand_boolean(rand) ? g_rand_double_range(rand, -50, 100) : -size;
        }
        path_add_clipped_line(path, points, G_N_ELEMENTS(points), clip);
        path_add_clipped_polygon(path, points, G_N_ELEMENTS(points), clip);
        for (guint i = 0; i < path_length(path); i++) {
            const PathSegment *s = &path_segments(path)[i];

            if (s->verb == PATH_CLOSE)
                continue;
            g_assert_cmpfloat(s->p[0].x, >=, 0);
            g_assert_cmpfloat(s->p[0].x, <=, 100);
            g_assert_cmpfloat(s->p[0].y, >=, 0);
            g_assert_cmpfloat(s->p[0].y, <=, 50);
        }
    }
    g_rand_free(rand);
}

static void
test_a_polygon_is_cut_and_closed(void)
{
    assert_polygon("M10,10 L20,10 L20,20 Z", POINTS({ 10, 10 }, { 20, 10 }, { 20, 20 }));
    assert_polygon("M0,50 L0,0 L100,0 L100,50 Z",
                   POINTS({ -10, -10 }, { 110, -10 }, { 110, 60 }, { -10, 60 }));
    assert_polygon("M0,10 L10,10 L10,20 L0,20 Z",
                   POINTS({ -10, 10 }, { 10, 10 }, { 10, 20 }, { -10, 20 }));
    assert_polygon("M10,50 L20,10 L30,50 Z", POINTS({ 10, 50 }, { 20, 10 }, { 30, 50 }));
}

static void
test_a_polygon_outside_leaves_nothing(void)
{
    assert_polygon("", POINTS({ -30, 10 }, { -10, 10 }, { -10, 20 }));
    assert_polygon("", POINTS({ -10, 10 }, { 0, 10 }, { 0, 20 }, { -10, 20 }));
    assert_polygon("", POINTS({ 10, 10 }, { 20, 10 }));
    assert_polygon("", POINTS({ 10, 10 }, { 20, 10 }, { 30, 10 }));
    assert_polygon("", 0, NULL);
}

static void
test_a_huge_polygon_is_cut_exactly(void)
{
    assert_polygon("M0,50 L0,0 L100,0 L100,50 Z", POINTS({ -1e308, -1e308 }, { 1e308, -1e308 },
                                                         { 1e308, 1e308 }, { -1e308, 1e308 }));
    assert_polygon("M10,50 L10,0 L20,0 L20,50 Z",
                   POINTS({ 10, 50 }, { 10, -1e30 }, { 20, -1e30 }, { 20, 50 }));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/path/segments-are-kept-in-order", test_segments_are_kept_in_order);
    g_test_add_func("/path/always-starts-with-a-move", test_a_path_always_starts_with_a_move);
    g_test_add_func("/path/an-arc-is-cubics-of-a-quarter-at-most",
                    test_an_arc_is_cubics_of_a_quarter_at_most);
    g_test_add_func("/path/an-arc-stays-on-its-circle", test_an_arc_stays_on_its_circle);
    g_test_add_func("/path/an-arc-that-is-not-finite-adds-nothing",
                    test_an_arc_that_is_not_finite_adds_nothing);
    g_test_add_func("/path/a-line-inside-is-kept", test_a_line_inside_is_kept);
    g_test_add_func("/path/a-line-is-cut-at-the-edges", test_a_line_is_cut_at_the_edges);
    g_test_add_func("/path/a-line-along-an-edge-is-inside", test_a_line_along_an_edge_is_inside);
    g_test_add_func("/path/gaps-break-the-line", test_gaps_break_the_line);
    g_test_add_func("/path/no-run-has-zero-length", test_no_run_has_zero_length);
    g_test_add_func("/path/huge-coordinates-are-cut-exactly",
                    test_huge_coordinates_are_cut_exactly);
    g_test_add_func("/path/what-is-left-lies-in-the-clip", test_what_is_left_lies_in_the_clip);
    g_test_add_func("/path/a-polygon-is-cut-and-closed", test_a_polygon_is_cut_and_closed);
    g_test_add_func("/path/a-polygon-outside-leaves-nothing",
                    test_a_polygon_outside_leaves_nothing);
    g_test_add_func("/path/a-huge-polygon-is-cut-exactly", test_a_huge_polygon_is_cut_exactly);
    return g_test_run();
}
