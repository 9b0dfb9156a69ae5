#include "layout/flow_work.h"

/* Pieces of a strand that are asked for their distance to nodes. */
#define PIECES 20
/* A strand keeps so far from nodes that are not its own, px, and likes to keep farther. */
#define CLEARANCE 2.0
#define LIKED_CLEARANCE 8.0
#define NOT_LIKED 0.05
/* More than lengths on a page are off by, px. */
#define ROUNDING 1e-6
/* What a crossing costs, and what it costs more between links of one node or at a sharp angle. */
#define CROSSING 1.0
#define CROSSING_AT_NODE 3.0
#define CROSSING_SHARP 2.0
/* What it costs to run on top of each other for the whole way. */
#define CLOSENESS 3.0
/* What it costs to leave a node in one direction; with this tangent of the angle it costs nothing.
 */
#define LACK_OF_ANGLE 1.5
#define ANGLE_WANTED 0.3

/* The visible part of a strand as a polyline. */
typedef struct {
    Point points[PIECES + 1];
    double along[PIECES + 1]; /* the points along the chord: they grow, as no skew reaches an end */
    double halves[PIECES];    /* half its width at every piece */
    double most;              /* the largest of them */
} FlowPieces;

static gboolean
flow_strand_pieces(const FlowWork *work, const FlowStrand *strand, const FlowCurve *curve,
                   const FlowParabola *parabola, FlowPieces *pieces)
{
    const FlowNode *low = &work->nodes[strand->low], *high = &work->nodes[strand->high];
    double gap = work->options->gap, from, to, left = strand->head_length;

    if (!flow_curve_outside(curve, low->at, low->radius + gap, high->at, high->radius + gap, &from,
                            &to))
        return FALSE;
    for (guint k = 0; k <= PIECES; k++) {
        pieces->points[k] = flow_curve_point(curve, from + (to - from) * k / PIECES);
        pieces->along[k] = flow_parabola_along(parabola, pieces->points[k]);
    }
    for (guint k = 0; k < PIECES; k++) {
        guint piece = strand->forward ? PIECES - 1 - k : k;
        double step = flow_distance(pieces->points[piece], pieces->points[piece + 1]);

        pieces->halves[piece] = strand->half + (left > 0 ? strand->head : 0);
        left -= step;
    }
    return TRUE;
}

/* Of the pieces only those beside the node are asked. */
static double
flow_node_cost(const FlowNode *node, const FlowParabola *parabola, const FlowPieces *pieces)
{
    double least = LIKED_CLEARANCE, half = 0;
    double x = flow_parabola_along(parabola, node->at);
    double reach = node->radius + pieces->most + least + ROUNDING;
    guint k = 0;

    while (k < PIECES && pieces->along[k + 1] < x - reach)
        k++;
    for (; k < PIECES && pieces->along[k] <= x + reach; k++) {
        Point near = flow_segment_nearest(node->at, pieces->points[k], pieces->points[k + 1]);
        double room = flow_distance(near, node->at) - node->radius - pieces->halves[k];

        if (room < least) {
            least = room;
            half = pieces->halves[k];
        }
    }
    if (least >= CLEARANCE)
        return NOT_LIKED * (LIKED_CLEARANCE - least) / (LIKED_CLEARANCE - CLEARANCE);
    return NOT_LIKED + (least < 0.5 ? 1 : 0) +
           (CLEARANCE - least) / (CLEARANCE + node->radius + half);
}

double
flow_strand_over_nodes(const FlowWork *work, const FlowStrand *strand, double bend, double skew,
                       double most)
{
    FlowCurve curve = flow_strand_curve(strand, bend, skew);
    Rect bounds = flow_curve_bounds(&curve, strand->half + strand->head + LIKED_CLEARANCE);
    double right = rect_right(bounds), bottom = rect_bottom(bounds), cost = 0;
    FlowParabola parabola = flow_parabola(&curve);
    FlowPieces pieces;
    gboolean known = FALSE;

    pieces.most = strand->half + strand->head;
    for (guint i = 0; i < work->n_nodes && cost < most; i++) {
        const FlowNode *node = &work->nodes[i];

        if (i == strand->low || i == strand->high ||
            !(node->at.x + node->radius > bounds.x && node->at.y + node->radius > bounds.y &&
              node->at.x - node->radius < right && node->at.y - node->radius < bottom) ||
            flow_parabola_is_far(&parabola, node->at, node->radius + pieces.most + LIKED_CLEARANCE))
            continue;
        if (!known && !flow_strand_pieces(work, strand, &curve, &parabola, &pieces))
            return 0;
        known = TRUE;
        cost += flow_node_cost(node, &parabola, &pieces);
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

static gboolean
flow_box_misses(Point a, Point b, double left, double right, double top, double bottom)
{
    return MAX(a.x, b.x) < left || MIN(a.x, b.x) > right || MAX(a.y, b.y) < top ||
           MIN(a.y, b.y) > bottom;
}

static double
flow_crossing_cost(const FlowTrace *a, const FlowTrace *b, gboolean share_node)
{
    double right = rect_right(b->bounds), bottom = rect_bottom(b->bounds), cost = 0;

    for (guint i = 0; i + 1 < FLOW_SAMPLES; i++) {
        Point from = a->points[i], to = a->points[i + 1];
        double x0 = MIN(from.x, to.x), x1 = MAX(from.x, to.x);
        double y0 = MIN(from.y, to.y), y1 = MAX(from.y, to.y);

        if (x1 < b->bounds.x || x0 > right || y1 < b->bounds.y || y0 > bottom)
            continue;
        for (guint k = 0; k + 1 < FLOW_SAMPLES; k++) {
            double sine;

            if (!flow_box_misses(b->points[k], b->points[k + 1], x0, x1, y0, y1) &&
                flow_pieces_cross(from, to, b->points[k], b->points[k + 1], &sine))
                cost += CROSSING + (share_node ? CROSSING_AT_NODE : 0) +
                        CROSSING_SHARP * MAX(0, 1 - sine * G_SQRT2);
        }
    }
    return cost;
}

/* How close two strands run: 1 for each point of the one that lies on a point of the other. */
static double
flow_closeness(const FlowTrace *a, const FlowTrace *b, double reach)
{
    float square = (float)(reach * reach / 4), close[FLOW_INNER] = { 0 };
    double all = 0;

    for (guint i = 0; i < FLOW_INNER; i++) {
        for (guint k = 0; k < FLOW_INNER; k++) {
            float dx = a->x[i] - b->x[k], dy = a->y[i] - b->y[k];
            float near = square / (square + dx * dx + dy * dy);

            close[k] += near * near;
        }
    }
    for (guint k = 0; k < FLOW_INNER; k++)
        all += (double)close[k];
    return all;
}

/* How far two strands lack the angle they want between them at a node, 0 to 1. */
static double
flow_lack_of_angle(const FlowTrace *a, gboolean low_a, const FlowTrace *b, gboolean low_b)
{
    const Point *p = a->points + (low_a ? 0 : FLOW_SAMPLES - 1);
    const Point *q = b->points + (low_b ? 0 : FLOW_SAMPLES - 1);
    Point u = { p[low_a ? 1 : -1].x - p->x, p[low_a ? 1 : -1].y - p->y };
    Point v = { q[low_b ? 1 : -1].x - q->x, q[low_b ? 1 : -1].y - q->y };
    double along = u.x * v.x + u.y * v.y, across = fabs(u.x * v.y - u.y * v.x);

    if (along <= 0 || across >= ANGLE_WANTED * along)
        return 0;
    return 1 - across / (ANGLE_WANTED * along);
}

double
flow_pair_cost(const FlowWork *work, const FlowStrand *a, const FlowTrace *trace_a,
               const FlowStrand *b, const FlowTrace *trace_b)
{
    double reach = work->scale + a->half + b->half, cost;
    gboolean share =
        a->low == b->low || a->low == b->high || a->high == b->low || a->high == b->high;

    if (!rect_intersects(rect_grow(trace_a->bounds, reach, reach), trace_b->bounds))
        return 0;
    cost = CLOSENESS / FLOW_INNER * flow_closeness(trace_a, trace_b, reach);
    if (rect_intersects(trace_a->bounds, trace_b->bounds))
        cost += flow_crossing_cost(trace_a, trace_b, share);
    if (share) {
        gboolean low_a = a->low == b->low || a->low == b->high;
        gboolean low_b = low_a ? b->low == a->low : b->low == a->high;

        cost += LACK_OF_ANGLE * flow_lack_of_angle(trace_a, low_a, trace_b, low_b);
    }
    return cost;
}
