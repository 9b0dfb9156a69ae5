#include "base/path.h"

/* "0,1-10,1 0,3-10,3": the pieces with at most two decimals. Caller frees. */
static char *
pieces(const Path *shape, Point along, double spacing)
{
    g_autoptr(Path) path = path_new();
    GString *text = g_string_new(NULL);
    const PathSegment *s;

    path_add_hatch(path, shape, along, spacing);
    s = path_segments(path);
    for (guint i = 0; i < path_length(path); i += 2) {
        g_assert_cmpint(s[i].verb, ==, PATH_MOVE);
        g_assert_cmpint(s[i + 1].verb, ==, PATH_LINE);
        g_string_append_printf(text, "%s%.4g,%.4g-%.4g,%.4g", i > 0 ? " " : "", s[i].p[0].x,
                               s[i].p[0].y, s[i + 1].p[0].x, s[i + 1].p[0].y);
    }
    return g_string_free(text, FALSE);
}

static Path *
polygon(const Point *points, guint n)
{
    Path *path = path_new();

    for (guint i = 0; i < n; i++)
        (i == 0 ? path_move_to : path_line_to)(path, points[i].x, points[i].y);
    path_close(path);
    return path;
}

#define POLYGON(...) \
    polygon((const Point[]){ __VA_ARGS__ }, sizeof((const Point[]){ __VA_ARGS__ }) / sizeof(Point))

static void
assert_pieces(const Path *shape, Point along, double spacing, const char *expected)
{
    g_autofree char *text = pieces(shape, along, spacing);

    g_assert_cmpstr(text, ==, expected);
}

static void
test_lines_go_through_the_origin_of_the_page(void)
{
    g_autoptr(Path) square = POLYGON({ 11, 11 }, { 21, 11 }, { 21, 21 }, { 11, 21 });

    assert_pieces(square, (Point){ 1, 0 }, 4, "11,12-21,12 11,16-21,16 11,20-21,20");
    assert_pieces(square, (Point){ 0, 3 }, 5, "20,11-20,21 15,11-15,21");
}

static void
test_a_slanted_line_ends_at_the_edges(void)
{
    g_autoptr(Path) square = POLYGON({ 0, 0 }, { 10, 0 }, { 10, 10 }, { 0, 10 });

    /* Lines x - y = 0, +-5 (5 px across is 5 times the square root of 2 along an axis). */
    assert_pieces(square, (Point){ 1, 1 }, 5 / sqrt(2), "5,0-10,5 0,0-10,10 0,5-5,10");
}

static void
test_a_hollow_is_left_out(void)
{
    /* A U: the line meets it four times. */
    g_autoptr(Path) u =
        POLYGON({ 0, 0 }, { 3, 0 }, { 3, 6 }, { 7, 6 }, { 7, 0 }, { 10, 0 }, { 10, 9 }, { 0, 9 });

    assert_pieces(u, (Point){ 1, 0 }, 4, "0,0-3,0 7,0-10,0 0,4-3,4 7,4-10,4 0,8-10,8");
}

static void
test_a_hole_is_left_out(void)
{
    g_autoptr(Path) ring = POLYGON({ 0, 0 }, { 10, 0 }, { 10, 10 }, { 0, 10 });

    path_move_to(ring, 4, 4);
    path_line_to(ring, 4, 6);
    path_line_to(ring, 6, 6);
    path_line_to(ring, 6, 4);
    assert_pieces(ring, (Point){ 1, 0 }, 5, "0,0-10,0 0,5-4,5 6,5-10,5");
}

static void
test_a_corner_counts_once(void)
{
    g_autoptr(Path) diamond = POLYGON({ 10, 5 }, { 20, 15 }, { 10, 25 }, { 0, 15 });

    assert_pieces(diamond, (Point){ 1, 0 }, 5, "5,10-15,10 0,15-20,15 5,20-15,20");
}

static void
test_a_circle_has_chords(void)
{
    g_autoptr(Path) circle = path_new();
    g_autoptr(Path) chords = path_new();

    path_arc(circle, (Point){ 50, 50 }, 20, 0, 2 * G_PI);
    path_add_hatch(chords, circle, (Point){ 1, -1 }, 6);
    g_assert_cmpuint(path_length(chords), ==, 2 * 7);
    for (guint i = 0; i < path_length(chords); i++) {
        Point p = path_segments(chords)[i].p[0];

        g_assert_cmpfloat(fabs(hypot(p.x - 50, p.y - 50) - 20), <, 0.1);
    }
}

static void
test_what_has_no_inside_has_no_lines(void)
{
    g_autoptr(Path) nothing = path_new();
    g_autoptr(Path) line = POLYGON({ 0, 0 }, { 10, 10 });
    g_autoptr(Path) far = POLYGON({ 0, 0 }, { INFINITY, 0 }, { NAN, 10 });
    g_autoptr(Path) square = POLYGON({ 0, 0 }, { 10, 0 }, { 10, 10 }, { 0, 10 });

    assert_pieces(nothing, (Point){ 1, 0 }, 4, "");
    assert_pieces(line, (Point){ 1, 0 }, 4, "");
    assert_pieces(far, (Point){ 1, 0 }, 4, "");
    assert_pieces(square, (Point){ 0, 0 }, 4, "");
    assert_pieces(square, (Point){ 1, 0 }, 0, "");
    assert_pieces(square, (Point){ 1, 0 }, 1e-9, "");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/path-hatch/lines-go-through-the-origin-of-the-page",
                    test_lines_go_through_the_origin_of_the_page);
    g_test_add_func("/path-hatch/a-slanted-line-ends-at-the-edges",
                    test_a_slanted_line_ends_at_the_edges);
    g_test_add_func("/path-hatch/a-hollow-is-left-out", test_a_hollow_is_left_out);
    g_test_add_func("/path-hatch/a-hole-is-left-out", test_a_hole_is_left_out);
    g_test_add_func("/path-hatch/a-corner-counts-once", test_a_corner_counts_once);
    g_test_add_func("/path-hatch/a-circle-has-chords", test_a_circle_has_chords);
    g_test_add_func("/path-hatch/what-has-no-inside-has-no-lines",
                    test_what_has_no_inside_has_no_lines);
    return g_test_run();
}
