#include "layout/flow_work.h"

/* Cubics along each side of a body. */
#define SIDE_PIECES 4

/* A point beside a curve, `by` px to its left, and the derivative of that side by t: the curve's,
 * longer on the outer side of the bend and shorter on the inner one. */
static Point
flow_side_point(const FlowCurve *curve, double t, double by, Point *ret_slope)
{
    Point at = flow_curve_point(curve, t), slope = flow_curve_slope(curve, t);
    Point turn = { 2 * (curve->to.x - 2 * curve->control.x + curve->from.x),
                   2 * (curve->to.y - 2 * curve->control.y + curve->from.y) };
    double speed = hypot(slope.x, slope.y), stretch;

    *ret_slope = (Point){ 0, 0 };
    if (!(speed > 0))
        return at;
    stretch = MAX(0, 1 + by * (slope.x * turn.y - slope.y * turn.x) / (speed * speed * speed));
    *ret_slope = (Point){ stretch * slope.x, stretch * slope.y };
    return (Point){ at.x + by * slope.y / speed, at.y - by * slope.x / speed };
}

/* One side of the part of a curve between two parameters, in either direction. */
static void
flow_add_side(const FlowCurve *curve, double from, double to, double by, Path *path)
{
    double step = (to - from) / SIDE_PIECES;
    Point slope, at = flow_side_point(curve, from, by, &slope);

    path_line_to(path, at.x, at.y);
    for (guint k = 1; k <= SIDE_PIECES; k++) {
        Point next_slope, next = flow_side_point(curve, from + k * step, by, &next_slope);

        path_curve_to(path, (Point){ at.x + step * slope.x / 3, at.y + step * slope.y / 3 },
                      (Point){ next.x - step * next_slope.x / 3, next.y - step * next_slope.y / 3 },
                      next);
        at = next;
        slope = next_slope;
    }
}

/* The parameter at which a curve is as far from its end as its head is long. */
static double
flow_head_start(const FlowCurve *curve, double length)
{
    double in = 0, out = 1;

    for (guint i = 0; i < 24; i++) {
        double t = (in + out) / 2;
        Point at = flow_curve_point(curve, t);

        if (hypot(at.x - curve->to.x, at.y - curve->to.y) > length)
            in = t;
        else
            out = t;
    }
    return (in + out) / 2;
}

static void
flow_add_head(Point base, Point tip, double width, Path *path)
{
    double dx = tip.x - base.x, dy = tip.y - base.y, length = hypot(dx, dy);
    double share = length > 0 ? width / 2 / length : 0;

    path_line_to(path, base.x + share * dy, base.y - share * dx);
    path_line_to(path, tip.x, tip.y);
    path_line_to(path, base.x - share * dy, base.y + share * dx);
}

void
flow_arc_outline(const FlowArc *arc, Path *path)
{
    FlowCurve curve = { arc->from, arc->control, arc->to };
    double end = 1;
    Point start;
    Point slope;

    if (!(arc->width > 0))
        return;
    if (arc->head_length > 0)
        end = flow_head_start(&curve, arc->head_length);
    start = flow_side_point(&curve, 0, arc->width / 2, &slope);
    path_move_to(path, start.x, start.y);
    flow_add_side(&curve, 0, end, arc->width / 2, path);
    if (arc->head_length > 0)
        flow_add_head(flow_curve_point(&curve, end), arc->to, arc->head_width, path);
    flow_add_side(&curve, end, 0, -arc->width / 2, path);
    path_close(path);
}
