#include "layout/flow_work.h"

/* No corner of a band reaches farther than this many half widths. */
#define MITRE 2.0
/* A way that ends so near to the edge of its node has reached it, px. */
#define ARRIVED 1.0

static gboolean
flow_is_point(Point at)
{
    return isfinite(at.x) && isfinite(at.y);
}

/* A node without a place holds nothing. */
static gboolean
flow_is_outside(Point at, const FlowNode *node, double gap)
{
    if (!flow_node_is_sound(node))
        return TRUE;
    return hypot(at.x - node->at.x, at.y - node->at.y) >= node->radius + gap;
}

/* Where the way from a point within a circle to one outside of it leaves it. */
static Point
flow_way_out(Point in, Point out, const FlowNode *node, double gap)
{
    for (guint i = 0; i < 40; i++) {
        Point middle = { (in.x + out.x) / 2, (in.y + out.y) / 2 };

        if (flow_is_outside(middle, node, gap))
            out = middle;
        else
            in = middle;
    }
    return out;
}

/* The points from the last one within the circle on, or the other way round: the index of the first
 * point outside, with the cut itself put in place of the one before it. */
static gsize
flow_cut_start(Point *points, gsize n, const FlowNode *node, double gap, gboolean backwards)
{
    gsize last = n, k = 0;

    for (; k < n; k++) {
        Point at = points[backwards ? n - 1 - k : k];

        if (!flow_is_point(at))
            continue;
        if (flow_is_outside(at, node, gap))
            break;
        last = k;
    }
    if (k < n && last < n && last + 1 == k) {
        Point *in = &points[backwards ? n - 1 - last : last];

        *in = flow_way_out(*in, points[backwards ? n - 1 - k : k], node, gap);
        return last;
    }
    return k;
}

/* The corner of a band at a point between two others, as a shift to the left. */
static Point
flow_corner(Point before, Point at, Point after, double half)
{
    Point first = { at.x - before.x, at.y - before.y }, last = { after.x - at.x, after.y - at.y };
    double in = hypot(first.x, first.y), out = hypot(last.x, last.y), length;
    Point along, mean;

    if (!(in > 0))
        first = last, in = out;
    if (!(out > 0))
        last = first, out = in;
    if (!(in > 0))
        return (Point){ 0, 0 };
    along = (Point){ first.x / in, first.y / in };
    mean = (Point){ along.x + last.x / out, along.y + last.y / out };
    length = hypot(mean.x, mean.y);
    if (length < 1e-9)
        return (Point){ half * along.y, -half * along.x };
    /* The mean of two unit vectors is 2 cos(half the angle) long. */
    half *= MIN(MITRE, 2 / length);
    return (Point){ half * mean.y / length, -half * mean.x / length };
}

/* A band along n points, with a head from the last of them to `tip` if there is one. */
static void
flow_add_band(const Point *points, gsize n, double width, const Point *tip, double head_width,
              Path *path)
{
    g_autofree Point *corners = g_new(Point, n);

    for (gsize k = 0; k < n; k++)
        corners[k] = flow_corner(points[k > 0 ? k - 1 : 0], points[k],
                                 points[k + 1 < n ? k + 1 : n - 1], width / 2);
    path_move_to(path, points[0].x + corners[0].x, points[0].y + corners[0].y);
    for (gsize k = 1; k < n; k++)
        path_line_to(path, points[k].x + corners[k].x, points[k].y + corners[k].y);
    if (tip != NULL) {
        double dx = tip->x - points[n - 1].x, dy = tip->y - points[n - 1].y;
        double share = head_width / 2 / MAX(hypot(dx, dy), 1e-9);

        path_line_to(path, points[n - 1].x + share * dy, points[n - 1].y - share * dx);
        path_line_to(path, tip->x, tip->y);
        path_line_to(path, points[n - 1].x - share * dy, points[n - 1].y + share * dx);
    }
    for (gsize k = n; k-- > 0;)
        path_line_to(path, points[k].x - corners[k].x, points[k].y - corners[k].y);
    path_close(path);
}

/* The last piece: its body ends where the head begins. */
static void
flow_add_last_band(Point *points, gsize n, double width, double head_length, double head_width,
                   Path *path)
{
    Point tip = points[n - 1];
    gsize k = n - 1;

    if (!(head_length > 0)) {
        flow_add_band(points, n, width, NULL, 0, path);
        return;
    }
    while (k > 0 && hypot(points[k].x - tip.x, points[k].y - tip.y) < head_length)
        k--;
    if (hypot(points[k].x - tip.x, points[k].y - tip.y) >= head_length) {
        FlowNode circle = { tip, head_length };

        points[k + 1] = flow_way_out(points[k + 1], points[k], &circle, 0);
        k++;
    }
    flow_add_band(points, k + 1, width, &tip, head_width, path);
}

static double
flow_way_length(const Point *points, gsize n)
{
    double length = 0;

    for (gsize k = 1; k < n; k++)
        if (flow_is_point(points[k - 1]) && flow_is_point(points[k]))
            length += hypot(points[k].x - points[k - 1].x, points[k].y - points[k - 1].y);
    return length;
}

/* A way that leaves the map before its end has no head there. */
static gboolean
flow_arrives(const Point *points, gsize n, const FlowNode *to, double gap)
{
    gsize last = n;

    while (last > 0 && !flow_is_point(points[last - 1]))
        last--;
    return last > 0 && !flow_is_outside(points[last - 1], to, gap + ARRIVED);
}

void
flow_path_outline(const Point *points, gsize n, const FlowNode *from, const FlowNode *to,
                  double width, const FlowOptions *options, Path *path)
{
    g_autofree Point *way = g_new(Point, n + 1);
    double head_length = 0, head_width = width;
    gsize start, kept, left;

    if (n == 0 || !(width > 0))
        return;
    for (gsize k = 0; k < n; k++)
        way[k] = points[k];
    start = flow_cut_start(way, n, from, options->gap, FALSE);
    left = n - start;
    kept = left - flow_cut_start(way + start, left, to, options->gap, TRUE);
    if (options->ends == FLOW_ARROW && flow_arrives(points, n, to, options->gap))
        flow_head_size(width, flow_way_length(way + start, kept), &head_length, &head_width);
    for (gsize first = start, next; first < start + kept; first = next + 1) {
        for (next = first; next < start + kept && flow_is_point(way[next]);)
            next++;
        if (next - first < 2)
            continue;
        if (next == start + kept)
            flow_add_last_band(way + first, next - first, width, head_length, head_width, path);
        else
            flow_add_band(way + first, next - first, width, NULL, 0, path);
    }
}
