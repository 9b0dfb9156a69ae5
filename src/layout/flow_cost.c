#include "layout/flow_work.h"

/* Pieces of a strand that are asked for their distance to nodes. */
#define PIECES 20
/* A strand keeps so far from nodes that are not its own, px. */
#define CLEARANCE 2.0
/* What a crossing costs, and what it costs more between links of one node or at a sharp angle. */
#define CROSSING 1.0
#define CROSSING_AT_NODE 2.0
#define CROSSING_SHARP 2.0
/* What it costs to run on top of each other for the whole way. */
#define CLOSENESS 3.0

static Rect
flow_points_bounds(const Point *points, guint n, double grown)
{
    double left = points[0].x, right = left, top = points[0].y, bottom = top;

    for (guint i = 1; i < n; i++) {
        left = MIN(left, points[i].x);
        right = MAX(right, points[i].x);
        top = MIN(top, points[i].y);
        bottom = MAX(bottom, points[i].y);
    }
    return (Rect){ left - grown, top - grown, right - left + 2 * grown, bottom - top + 2 * grown };
}

/* The visible part of a strand as a polyline, and half its width at every piece. */
static gboolean
flow_strand_pieces(const FlowWork *work, const FlowStrand *strand, const FlowCurve *curve,
                   Point *points, double *halves)
{
    const FlowNode *low = &work->nodes[strand->low], *high = &work->nodes[strand->high];
    double gap = work->options->gap, from, to, left = strand->head_length;

    if (!flow_curve_outside(curve, low->at, low->radius + gap, high->at, high->radius + gap, &from,
                            &to))
        return FALSE;
    for (guint k = 0; k <= PIECES; k++)
        points[k] = flow_curve_point(curve, from + (to - from) * k / PIECES);
    for (guint k = 0; k < PIECES; k++) {
        guint piece = strand->forward ? PIECES - 1 - k : k;

        halves[piece] = strand->half + (left > 0 ? strand->head : 0);
        left -= hypot(points[piece + 1].x - points[piece].x, points[piece + 1].y - points[piece].y);
    }
    return TRUE;
}

static double
flow_node_cost(const FlowNode *node, const Point *points, const double *halves)
{
    double least = G_MAXDOUBLE, half = 0;

    for (guint k = 0; k < PIECES; k++) {
        double room = flow_segment_distance(node->at, points[k], points[k + 1]) - halves[k];

        if (room < least) {
            least = room;
            half = halves[k];
        }
    }
    least -= node->radius;
    if (!(least < CLEARANCE))
        return 0;
    return (least < 0.5 ? 1 : 0) + (CLEARANCE - least) / (CLEARANCE + node->radius + half);
}

double
flow_strand_over_nodes(const FlowWork *work, const FlowStrand *strand, double bend, double skew)
{
    FlowCurve curve = flow_strand_curve(strand, bend, skew);
    Point hull[] = { curve.from, curve.control, curve.to };
    Rect bounds = flow_points_bounds(hull, 3, strand->half + strand->head + CLEARANCE);
    Point points[PIECES + 1];
    double halves[PIECES], cost = 0;
    gboolean known = FALSE;

    for (guint i = 0; i < work->n_nodes; i++) {
        const FlowNode *node = &work->nodes[i];

        if (i == strand->low || i == strand->high ||
            !(node->at.x + node->radius > bounds.x && node->at.y + node->radius > bounds.y &&
              node->at.x - node->radius < rect_right(bounds) &&
              node->at.y - node->radius < rect_bottom(bounds)))
            continue;
        if (!known && !flow_strand_pieces(work, strand, &curve, points, halves))
            return 0;
        known = TRUE;
        cost += flow_node_cost(node, points, halves);
    }
    return cost;
}

/* Whether two pieces cross, and the sine of the angle between them. */
static gboolean
flow_pieces_cross(Point a, Point b, Point c, Point d, double *ret_sine)
{
    Point u = { b.x - a.x, b.y - a.y }, v = { d.x - c.x, d.y - c.y };
    Point w = { c.x - a.x, c.y - a.y };
    double cross = u.x * v.y - u.y * v.x, s, t;

    if (cross == 0)
        return FALSE;
    s = (w.x * v.y - w.y * v.x) / cross;
    t = (w.x * u.y - w.y * u.x) / cross;
    /* Links that leave one node have its point in common, which is no crossing. */
    if (!(s > 1e-6 && s < 1 - 1e-6 && t > 1e-6 && t < 1 - 1e-6))
        return FALSE;
    *ret_sine = fabs(cross) / (hypot(u.x, u.y) * hypot(v.x, v.y));
    return TRUE;
}

static double
flow_crossing_cost(const Point *a, const Point *b, gboolean share_node)
{
    double cost = 0;

    for (guint i = 0; i + 1 < FLOW_SAMPLES; i++) {
        Rect box = rect_between(a[i].x, a[i].y, a[i + 1].x, a[i + 1].y);

        for (guint k = 0; k + 1 < FLOW_SAMPLES; k++) {
            double sine;

            if (MAX(b[k].x, b[k + 1].x) < box.x || MIN(b[k].x, b[k + 1].x) > rect_right(box) ||
                MAX(b[k].y, b[k + 1].y) < box.y || MIN(b[k].y, b[k + 1].y) > rect_bottom(box))
                continue;
            if (flow_pieces_cross(a[i], a[i + 1], b[k], b[k + 1], &sine))
                cost += CROSSING + (share_node ? CROSSING_AT_NODE : 0) +
                        CROSSING_SHARP * MAX(0, 1 - sine * G_SQRT2);
        }
    }
    return cost;
}

double
flow_pair_cost(const FlowWork *work, const FlowStrand *a, const Point *points_a,
               const FlowStrand *b, const Point *points_b)
{
    double reach = work->scale + a->half + b->half, square = reach * reach, close = 0;
    gboolean share_node =
        a->low == b->low || a->low == b->high || a->high == b->low || a->high == b->high;

    if (!rect_intersects(flow_points_bounds(points_a, FLOW_SAMPLES, reach),
                         flow_points_bounds(points_b, FLOW_SAMPLES, reach)))
        return 0;
    for (guint i = 1; i + 1 < FLOW_SAMPLES; i++) {
        for (guint k = 1; k + 1 < FLOW_SAMPLES; k++) {
            double dx = points_a[i].x - points_b[k].x, dy = points_a[i].y - points_b[k].y;
            double near = square / (square + 4 * (dx * dx + dy * dy));

            close += near * near;
        }
    }
    return flow_crossing_cost(points_a, points_b, share_node) +
           CLOSENESS * close / (FLOW_SAMPLES - 2);
}
