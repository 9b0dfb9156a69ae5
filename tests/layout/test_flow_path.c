// Links along a given way: cut at the nodes, with a head, in pieces where the map breaks it.
#include "layout/flow.h"

#include "support/flow_shape.h"

static const FlowOptions arrows = { FLOW_ARROW, { 0, 0, 760, 480 }, 2 };
static const FlowOptions lines = { FLOW_LINE, { 0, 0, 760, 480 }, 2 };

static guint
count(const Path *path, PathVerb verb)
{
    guint n = 0;

    for (guint i = 0; i < path_length(path); i++)
        n += path_segments(path)[i].verb == verb;
    return n;
}

static void
assert_bounds(const Path *path, double left, double right, double top, double bottom)
{
    Rect bounds = path_bounds(path);

    g_assert_cmpfloat_with_epsilon(bounds.x, left, 1e-6);
    g_assert_cmpfloat_with_epsilon(rect_right(bounds), right, 1e-6);
    g_assert_cmpfloat_with_epsilon(bounds.y, top, 1e-6);
    g_assert_cmpfloat_with_epsilon(rect_bottom(bounds), bottom, 1e-6);
}

static void
test_a_level_way(void)
{
    Point way[] = { { 100, 50 }, { 105, 50 }, { 200, 50 }, { 290, 50 }, { 300, 50 } };
    FlowNode from = { { 100, 50 }, 8 }, to = { { 300, 50 }, 18 };
    g_autoptr(Path) line = path_new();
    g_autoptr(Path) arrow = path_new();
    double length, width;
    FlowShape shape;

    flow_path_outline(way, 5, &from, &to, 4, &lines, line);
    assert_bounds(line, 110, 280, 48, 52);

    flow_head_size(4, 170, &length, &width);
    flow_path_outline(way, 5, &from, &to, 4, &arrows, arrow);
    assert_bounds(arrow, 110, 280, 50 - width / 2, 50 + width / 2);
    shape_of_path(arrow, &shape);
    g_assert_cmpfloat_with_epsilon(shape_distance(&shape, (Point){ 280 - length - 1, 53 }), 1,
                                   1e-6);
    g_assert_cmpfloat(shape_distance(&shape, (Point){ 280 - length + 1, 53 }), ==, 0);
}

/* A band keeps its width around a bend. */
static void
test_a_bent_way(void)
{
    Point way[60];
    FlowNode from = { { 0, 0 }, 0 }, to = { { 0, 0 }, 0 };
    g_autoptr(Path) path = path_new();
    FlowShape shape;

    for (guint i = 0; i < 60; i++)
        way[i] = (Point){ 200 + 100 * cos(i * 0.05), 200 + 100 * sin(i * 0.05) };
    flow_path_outline(way, 60, &from, &to, 10, &lines, path);
    shape_of_path(path, &shape);
    for (guint i = 0; i < shape.n; i++) {
        double radius = hypot(shape.points[i].x - 200, shape.points[i].y - 200);

        g_assert_cmpfloat_with_epsilon(fabs(radius - 100), 5, 0.01);
    }
}

static void
test_a_broken_way(void)
{
    Point way[] = { { 700, 50 }, { 730, 50 }, { 760, 50 }, { NAN, NAN },
                    { 0, 60 },   { 40, 60 },  { 100, 60 } };
    FlowNode from = { { 700, 50 }, 3 }, to = { { 100, 60 }, 8 };
    g_autoptr(Path) path = path_new();

    flow_path_outline(way, 7, &from, &to, 2, &arrows, path);
    g_assert_cmpuint(count(path, PATH_MOVE), ==, 2);
    g_assert_cmpuint(count(path, PATH_CLOSE), ==, 2);
    g_assert_cmpfloat_with_epsilon(path_bounds(path).x, 0, 1e-6);
    g_assert_cmpfloat_with_epsilon(rect_right(path_bounds(path)), 760, 1e-6);
    /* Only the second piece has a head: three points more than its body's. */
    g_assert_cmpuint(count(path, PATH_LINE), ==, 3 + 2 + 3 + 3 + 2);
}

/* The other node is off the page, or beyond the horizon: the way ends at the edge, bluntly. */
static void
test_a_way_off_the_map(void)
{
    Point way[] = { { 600, 50 }, { 700, 50 }, { 760, 50 }, { NAN, NAN } };
    FlowNode from = { { 600, 50 }, 3 }, off = { { 1200, 60 }, 8 }, beyond = { { NAN, NAN }, 8 };

    for (guint i = 0; i < 2; i++) {
        g_autoptr(Path) path = path_new();

        flow_path_outline(way, 4, &from, i == 0 ? &off : &beyond, 4, &arrows, path);
        assert_bounds(path, 605, 760, 48, 52);
    }
    for (guint i = 0; i < 2; i++) {
        g_autoptr(Path) path = path_new();
        Point back[] = { { 760, 50 }, { 700, 50 }, { 600, 50 } };

        flow_path_outline(back, 3, i == 0 ? &off : &beyond, &from, 4, &arrows, path);
        g_assert_cmpfloat_with_epsilon(path_bounds(path).x, 605, 1e-6);
        g_assert_cmpfloat_with_epsilon(rect_right(path_bounds(path)), 760, 1e-6);
        g_assert_cmpfloat(path_bounds(path).height, >, 8);
    }
}

static void
test_nothing_is_left(void)
{
    Point way[] = { { 100, 50 }, { 110, 50 }, { 120, 50 } };
    FlowNode from = { { 100, 50 }, 30 }, to = { { 120, 50 }, 3 }, far = { { 900, 900 }, 1 };
    g_autoptr(Path) path = path_new();

    flow_path_outline(way, 3, &from, &to, 4, &arrows, path);
    flow_path_outline(way, 0, &far, &far, 4, &arrows, path);
    flow_path_outline(way, 3, &far, &far, 0, &arrows, path);
    flow_path_outline((Point[]){ { NAN, 0 } }, 1, &far, &far, 4, &arrows, path);
    g_assert_cmpuint(path_length(path), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/flow-path/a-level-way", test_a_level_way);
    g_test_add_func("/flow-path/a-bent-way-keeps-its-width", test_a_bent_way);
    g_test_add_func("/flow-path/a-broken-way", test_a_broken_way);
    g_test_add_func("/flow-path/a-way-off-the-map", test_a_way_off_the_map);
    g_test_add_func("/flow-path/nothing-is-left", test_nothing_is_left);
    return g_test_run();
}
