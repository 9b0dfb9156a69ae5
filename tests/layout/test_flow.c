#include "layout/flow_work.h"

#include "support/flow_shape.h"

static const FlowOptions arrows = { FLOW_ARROW, { 0, 0, 760, 480 }, 2 };
static const FlowOptions lines = { FLOW_LINE, { 0, 0, 760, 480 }, 2 };

static double
distance(Point a, Point b)
{
    return hypot(a.x - b.x, a.y - b.y);
}

static void
assert_point(Point at, double x, double y, double within)
{
    g_assert_cmpfloat_with_epsilon(at.x, x, within);
    g_assert_cmpfloat_with_epsilon(at.y, y, within);
}

/* A point of the centre line, t from 0 at the tail to 1 at the tip. */
static Point
arc_point(const FlowArc *arc, double t)
{
    return flow_curve_point(&(FlowCurve){ arc->from, arc->control, arc->to }, t);
}

/* How far the middle of an arc is above the straight line between its nodes. */
static double
rise(const FlowNode *nodes, FlowLink link, const FlowArc *arc)
{
    Point a = nodes[link.from].at, b = nodes[link.to].at, at = arc_point(arc, 0.5);

    return ((b.x - a.x) * (a.y - at.y) - (b.y - a.y) * (a.x - at.x)) / distance(a, b);
}

/* A lone level link: symmetrical, upwards, from edge to edge with the gap. */
static void
test_a_single_link(void)
{
    FlowNode nodes[] = { { { 100, 200 }, 10 }, { { 500, 200 }, 20 } };
    FlowLink link = { 0, 1, 3 };
    FlowArc arc;

    flow_lay_out(nodes, 2, &link, 1, &arrows, &arc);
    g_assert_cmpfloat_with_epsilon(distance(arc.from, nodes[0].at), 12, 0.01);
    g_assert_cmpfloat_with_epsilon(distance(arc.to, nodes[1].at), 22, 0.01);
    g_assert_cmpfloat(arc.width, ==, 3);
    g_assert_cmpfloat(arc.head_length, >, 7);
    g_assert_cmpfloat(arc.head_width, >, 6);
    g_assert_false(arc.over_node);
    g_assert_cmpfloat(rise(nodes, link, &arc), >, 20);
    g_assert_cmpfloat(rise(nodes, link, &arc), <, 80);

    flow_lay_out(nodes, 2, &link, 1, &lines, &arc);
    g_assert_cmpfloat(arc.head_length, ==, 0);
    g_assert_cmpfloat(arc.head_width, ==, 0);
}

static void
test_longer_links_bend_more(void)
{
    FlowNode nodes[] = { { { 100, 400 }, 4 }, { { 180, 400 }, 4 }, { { 700, 400 }, 4 } };
    FlowLink near = { 0, 1, 2 }, far = { 0, 2, 2 };
    FlowArc arc;
    double bend;

    flow_lay_out(nodes, 2, &near, 1, &arrows, &arc);
    bend = rise(nodes, near, &arc) / 80;
    flow_lay_out((FlowNode[]){ nodes[0], nodes[2] }, 2, &near, 1, &arrows, &arc);
    g_assert_cmpfloat(rise(nodes, far, &arc) / 600, >, 1.3 * bend);
}

static void
test_the_size_of_heads(void)
{
    double length, width, thin;

    flow_head_size(0.5, 300, &thin, &width);
    g_assert_cmpfloat(thin, >, 6);
    g_assert_cmpfloat(width, >, 3);
    flow_head_size(1, 300, &length, &width);
    g_assert_cmpfloat_with_epsilon(length, 7.2, 1e-9);
    g_assert_cmpfloat_with_epsilon(width, 5.2, 1e-9);
    flow_head_size(16, 300, &length, &width);
    g_assert_cmpfloat(length, <, 16 * 2);
    g_assert_cmpfloat(width, >, 16 * 1.5);
    flow_head_size(4, 18, &length, &width);
    g_assert_cmpfloat_with_epsilon(length, 6, 1e-9);
    g_assert_cmpfloat(width, >=, 4 * 1.3);
}

/* The outline of an arc: its tip at the target's edge, its area that of body and head. */
static void
test_the_outline(void)
{
    FlowArc arc = { { 0, 100 }, { 50, 100 }, { 100, 100 }, 4, 10, 12, FALSE };
    g_autoptr(Path) path = path_new();
    FlowShape shape;
    double area = 0;

    flow_arc_outline(&arc, path);
    shape_of_path(path, &shape);
    for (guint i = 0; i < shape.n; i++) {
        Point a = shape.points[i], b = shape.points[(i + 1) % shape.n];

        area += (a.x * b.y - b.x * a.y) / 2;
    }
    g_assert_cmpfloat_with_epsilon(fabs(area), 90 * 4 + 10 * 12 / 2, 1e-3);
    g_assert_cmpfloat_with_epsilon(shape_distance(&shape, (Point){ 105, 100 }), 5, 1e-6);
    g_assert_cmpfloat_with_epsilon(shape_distance(&shape, (Point){ 50, 105 }), 3, 1e-6);
    g_assert_cmpfloat_with_epsilon(shape_distance(&shape, (Point){ 90, 107 }), 1, 1e-3);
    g_assert_cmpfloat(shape_distance(&shape, (Point){ 95, 100 }), ==, 0);
}

/* The sides of a bent body are half its width away from the centre line everywhere. */
static void
test_the_width_of_a_bent_body(void)
{
    FlowArc arc = { { 0, 200 }, { 150, 20 }, { 300, 200 }, 12, 0, 0, FALSE };
    g_autoptr(Path) path = path_new();
    FlowShape shape;

    flow_arc_outline(&arc, path);
    shape_of_path(path, &shape);
    for (guint i = 0; i < shape.n; i++) {
        double least = G_MAXDOUBLE;

        for (guint k = 0; k <= 2000; k++)
            least = MIN(least, distance(shape.points[i], arc_point(&arc, k / 2000.0)));
        g_assert_cmpfloat_with_epsilon(least, 6, 0.05);
    }
}

static void
test_nothing_to_draw(void)
{
    FlowNode nodes[] = { { { 100, 200 }, 10 }, { { 500, 200 }, 20 }, { { NAN, 200 }, 20 } };
    FlowLink links[] = { { 0, 0, 2 }, { 0, 2, 2 }, { 0, 1, 0 }, { 0, 1, NAN }, { 0, 7, 1 } };
    FlowArc arcs[5];

    flow_lay_out(nodes, 3, links, 5, &arrows, arcs);
    for (guint i = 0; i < 5; i++) {
        g_autoptr(Path) path = path_new();

        flow_arc_outline(&arcs[i], path);
        g_assert_cmpfloat(arcs[i].width, ==, 0);
        g_assert_cmpuint(path_length(path), ==, 0);
    }
    flow_lay_out(NULL, 0, NULL, 0, &arrows, arcs);
}

/* Nodes beyond the horizon of a map have no place; nobody else notices. */
static void
test_a_node_without_a_place(void)
{
    FlowNode nodes[] = {
        { { 100, 200 }, 10 }, { { 500, 200 }, 20 }, { { NAN, NAN }, 20 }, { { INFINITY, 0 }, 2 }
    };
    FlowLink links[] = { { 0, 1, 2 }, { 0, 2, 2 }, { 3, 1, 2 } };
    FlowArc arcs[3], alone;

    flow_lay_out(nodes, 4, links, 3, &arrows, arcs);
    flow_lay_out(nodes, 2, links, 1, &arrows, &alone);
    assert_point(arcs[0].control, alone.control.x, alone.control.y, 1e-9);
    g_assert_false(arcs[0].over_node);
    g_assert_cmpfloat(arcs[1].width, ==, 0);
    g_assert_cmpfloat(arcs[2].width, ==, 0);
}

/* The way from left to right passes a third place: the arc goes around it. */
static void
test_around_a_node(void)
{
    FlowNode nodes[] = { { { 100, 200 }, 6 }, { { 500, 200 }, 6 }, { { 300, 160 }, 25 } };
    FlowLink link = { 0, 1, 4 };
    FlowShape shape;
    FlowArc arc;

    flow_lay_out(nodes, 3, &link, 1, &arrows, &arc);
    shape_of_arc(&arc, &shape);
    g_assert_false(arc.over_node);
    g_assert_cmpfloat(shape_distance(&shape, nodes[2].at), >=, 25);
}

/* No way around a disc as wide as the page. */
static void
test_a_node_in_every_way_is_said(void)
{
    FlowNode nodes[] = { { { 50, 240 }, 6 }, { { 710, 240 }, 6 }, { { 380, 240 }, 300 } };
    FlowLink link = { 0, 1, 4 };
    FlowArc arc;

    flow_lay_out(nodes, 3, &link, 1, &arrows, &arc);
    g_assert_true(arc.over_node);
}

static void
test_two_ways_on_two_sides(void)
{
    FlowNode nodes[] = { { { 100, 250 }, 5 }, { { 500, 150 }, 3 } };
    FlowLink links[] = { { 0, 1, 12 }, { 1, 0, 7 } };
    FlowShape shapes[2];
    FlowArc arcs[2];

    flow_lay_out(nodes, 2, links, 2, &arrows, arcs);
    for (guint i = 0; i < 2; i++)
        shape_of_arc(&arcs[i], &shapes[i]);
    g_assert_cmpfloat(rise(nodes, links[0], &arcs[0]), >, 10);
    g_assert_cmpfloat(rise(nodes, links[1], &arcs[1]), >, 10); /* of its own way, which turns */
    g_assert_false(shape_meets(&shapes[0], &shapes[1]));
}

static void
test_kinds_side_by_side(void)
{
    FlowNode nodes[] = { { { 100, 250 }, 5 }, { { 400, 250 }, 8 } };
    FlowLink links[] = { { 0, 1, 2 }, { 0, 1, 6 }, { 0, 1, 2 }, { 1, 0, 3 }, { 1, 0, 1 } };
    FlowShape shapes[5];
    FlowArc arcs[5];

    flow_lay_out(nodes, 2, links, 5, &arrows, arcs);
    for (guint i = 0; i < 5; i++) {
        shape_of_arc(&arcs[i], &shapes[i]);
        for (guint k = 0; k < i; k++)
            g_assert_false(shape_meets(&shapes[i], &shapes[k]));
    }
}

/* Rightwards arrows from a hub: what is up bends up, what is down bends down, and none cross. */
static void
test_a_fan_is_even(void)
{
    FlowNode nodes[6] = { { { 100, 240 }, 6 } };
    FlowLink links[5];
    FlowArc arcs[5];
    FlowShape shapes[5];

    for (guint i = 0; i < 5; i++) {
        nodes[i + 1] = (FlowNode){ { 600, 60 + 90.0 * i }, 5 };
        links[i] = (FlowLink){ 0, i + 1, 2 };
    }
    flow_lay_out(nodes, 6, links, 5, &arrows, arcs);
    for (guint i = 0; i < 5; i++)
        shape_of_arc(&arcs[i], &shapes[i]);
    g_assert_cmpfloat(rise(nodes, links[0], &arcs[0]), >, 0);
    g_assert_cmpfloat(rise(nodes, links[4], &arcs[4]), <, 0);
    for (guint i = 0; i < 5; i++)
        for (guint k = i + 1; k < 5; k++)
            for (guint j = shapes[i].n / 8; j < shapes[i].n * 7 / 8; j++)
                g_assert_cmpfloat(shape_distance(&shapes[k], shapes[i].points[j]), >, 0);
}

static gboolean
lines_cross(const FlowArc *one, const FlowArc *other)
{
    for (guint i = 0; i < 60; i++) {
        Point a = arc_point(one, i / 60.0), b = arc_point(one, (i + 1) / 60.0);

        for (guint k = 0; k < 60; k++) {
            Point c = arc_point(other, k / 60.0), d = arc_point(other, (k + 1) / 60.0);

            if (shape_turn(a, b, c) * shape_turn(a, b, d) < 0 &&
                shape_turn(c, d, a) * shape_turn(c, d, b) < 0)
                return TRUE;
        }
    }
    return FALSE;
}

/* Eleven capitals of one region from a twelfth, as a map has them. */
static void
test_a_star_does_not_cross_itself(void)
{
    static const double at[][3] = {
        { 528.5, 35.6, 0 },    { 236.6, 365.4, 1.2 }, { 204.4, 288.4, 1 },   { 249.9, 251.6, 3.2 },
        { 175, 339, 9 },       { 113.4, 267, 1.6 },   { 191.8, 466.3, 4.2 }, { 221.9, 488.5, 6.5 },
        { 263.2, 578.4, 2.7 }, { 377.3, 445.2, 1 },   { 462, 328.8, 2.2 },   { 526, 606.6, 0.8 }
    };
    FlowOptions options = { FLOW_ARROW, { 0, 0, 620, 640 }, 2 };
    FlowNode nodes[12];
    FlowLink links[11];
    FlowArc arcs[11];

    for (guint i = 0; i < 12; i++) {
        nodes[i] = (FlowNode){ { at[i][0], at[i][1] }, 5 };
        if (i > 0)
            links[i - 1] = (FlowLink){ 0, i, at[i][2] };
    }
    flow_lay_out(nodes, 12, links, 11, &options, arcs);
    for (guint i = 0; i < 11; i++) {
        g_assert_false(arcs[i].over_node);
        for (guint k = 0; k < i; k++)
            g_assert_false(lines_cross(&arcs[i], &arcs[k]));
    }
}

static void
test_the_order_does_not_matter(void)
{
    FlowNode nodes[] = { { { 120, 240 }, 10 }, { { 380, 100 }, 8 }, { { 640, 260 }, 12 } };
    FlowNode turned[] = { nodes[2], nodes[0], nodes[1] };
    FlowLink links[] = { { 0, 1, 4 }, { 1, 2, 6 }, { 2, 1, 6 }, { 2, 0, 3 } };
    FlowLink other[] = { { 0, 2, 6 }, { 0, 1, 3 }, { 2, 0, 6 }, { 1, 2, 4 } };
    guint same[] = { 3, 2, 0, 1 };
    FlowArc arcs[4], arcs_turned[4];

    flow_lay_out(nodes, 3, links, 4, &arrows, arcs);
    flow_lay_out(turned, 3, other, 4, &arrows, arcs_turned);
    for (guint i = 0; i < 4; i++) {
        const FlowArc *twin = &arcs_turned[same[i]];

        assert_point(twin->from, arcs[i].from.x, arcs[i].from.y, 1e-6);
        assert_point(twin->control, arcs[i].control.x, arcs[i].control.y, 1e-6);
        assert_point(twin->to, arcs[i].to.x, arcs[i].to.y, 1e-6);
    }
}

/* Left and right exchanged: so are the arcs. */
static void
test_a_mirrored_star(void)
{
    FlowNode nodes[8] = { { { 380, 60 }, 6 } }, mirrored[8];
    FlowLink links[7];
    FlowArc arcs[7], arcs_mirrored[7];

    for (guint i = 0; i < 7; i++) {
        nodes[i + 1] = (FlowNode){ { 90 + 80.0 * i + 3 * i * i, 400 - 20.0 * (i % 3) }, 5 };
        links[i] = (FlowLink){ 0, i + 1, 1 + i / 2.0 };
    }
    for (guint i = 0; i < 8; i++)
        mirrored[i] = (FlowNode){ { 760 - nodes[i].at.x, nodes[i].at.y }, nodes[i].radius };
    flow_lay_out(nodes, 8, links, 7, &arrows, arcs);
    flow_lay_out(mirrored, 8, links, 7, &arrows, arcs_mirrored);
    for (guint i = 0; i < 7; i++)
        assert_point(arcs_mirrored[i].control, 760 - arcs[i].control.x, arcs[i].control.y, 0.5);
}

/* Places on top of each other, wide links, huge numbers, a page smaller than the nodes: finite
 * shapes that can be seen. */
static void
test_odd_nodes(void)
{
    FlowNode nodes[] = { { { 100, 100 }, 20 }, { { 100, 100 }, 20 }, { { 110, 100 }, 30 },
                         { { 160, 100 }, 18 }, { { 175, 100 }, 0 },  { { 1e9, -1e9 }, 1e6 } };
    Rect pages[] = { { 0, 0, 760, 480 }, { 0, 0, 10, 10 }, { 0, 0, 0, 0 } };
    FlowLink links[36];
    FlowArc arcs[36];
    guint n = 0;

    for (guint i = 0; i < 6; i++)
        for (guint k = 0; k < 6; k++)
            if (i != k)
                links[n++] = (FlowLink){ i, k, k == 4 ? 60 : 2 };
    for (guint page = 0; page < G_N_ELEMENTS(pages); page++) {
        FlowOptions options = { FLOW_ARROW, pages[page], 2 };

        flow_lay_out(nodes, 6, links, n, &options, arcs);
        for (guint i = 0; i < n; i++) {
            g_autoptr(Path) path = path_new();
            Rect bounds;

            flow_arc_outline(&arcs[i], path);
            bounds = path_bounds(path);
            g_assert_true(isfinite(bounds.x) && isfinite(bounds.width));
            g_assert_true(isfinite(bounds.y) && isfinite(bounds.height));
            g_assert_cmpfloat(bounds.width + bounds.height, >, 2);
            g_assert_cmpfloat(arcs[i].head_length, <=,
                              distance(arcs[i].from, arcs[i].to) +
                                  distance(arcs[i].from, arcs[i].control));
        }
    }
}

static void
test_the_page_holds_the_arcs(void)
{
    FlowNode nodes[] = { { { 20, 20 }, 6 }, { { 740, 24 }, 6 }, { { 380, 470 }, 5 } };
    FlowLink links[] = { { 0, 1, 3 }, { 2, 0, 4 }, { 1, 2, 2 }, { 1, 0, 3 } };
    FlowArc arcs[4];

    for (guint n = 1; n <= 4; n++) {
        flow_lay_out(nodes, 3, links, n, &arrows, arcs);
        for (guint i = 0; i < n; i++)
            for (guint k = 0; k <= 20; k++) {
                Point at = arc_point(&arcs[i], k / 20.0);

                g_assert_true(at.x > 0 && at.x < 760 && at.y > 0 && at.y < 480);
            }
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/flow/a-single-link", test_a_single_link);
    g_test_add_func("/flow/longer-links-bend-more", test_longer_links_bend_more);
    g_test_add_func("/flow/the-size-of-heads", test_the_size_of_heads);
    g_test_add_func("/flow/the-outline-is-body-and-head", test_the_outline);
    g_test_add_func("/flow/a-bent-body-is-as-wide-everywhere", test_the_width_of_a_bent_body);
    g_test_add_func("/flow/nothing-to-draw", test_nothing_to_draw);
    g_test_add_func("/flow/a-node-without-a-place", test_a_node_without_a_place);
    g_test_add_func("/flow/around-a-node", test_around_a_node);
    g_test_add_func("/flow/a-node-in-every-way-is-said", test_a_node_in_every_way_is_said);
    g_test_add_func("/flow/two-ways-on-two-sides", test_two_ways_on_two_sides);
    g_test_add_func("/flow/kinds-side-by-side", test_kinds_side_by_side);
    g_test_add_func("/flow/a-fan-is-even", test_a_fan_is_even);
    g_test_add_func("/flow/a-star-does-not-cross-itself", test_a_star_does_not_cross_itself);
    g_test_add_func("/flow/the-order-does-not-matter", test_the_order_does_not_matter);
    g_test_add_func("/flow/a-mirrored-star", test_a_mirrored_star);
    g_test_add_func("/flow/odd-nodes", test_odd_nodes);
    g_test_add_func("/flow/the-page-holds-the-arcs", test_the_page_holds_the_arcs);
    return g_test_run();
}
