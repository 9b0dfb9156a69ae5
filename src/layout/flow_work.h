// What the steps of laying out links share (flow.h): strands, their curves, and what they ask of
// them.
#pragma once

#include "layout/flow.h"

/* Points of a strand that repel, beside its two ends: few, and as many as a vector register holds.
 */
#define FLOW_INNER 4
#define FLOW_SAMPLES (FLOW_INNER + 2)

/* Where a strand runs, roughly. */
typedef struct {
    Point points[FLOW_SAMPLES];
    float x[FLOW_INNER], y[FLOW_INNER]; /* of the inner ones again, for the loops over all pairs */
    Rect bounds;
} FlowTrace;

/* All links from one node to another, as one wide band. The curve runs from the lower to the higher
 * node (in the order of the page, not of the input), whatever the direction of the links, so that
 * `bend` means the same for both directions: > 0 is to the left of that way, which is upwards. */
typedef struct {
    guint low, high;     /* its nodes */
    gboolean forward;    /* its links run from low to high */
    guint first, n;      /* its links, in FlowWork.order */
    int twin;            /* the strand of the other direction, or -1 */
    Point from, to;      /* ends of the curve, near the centres of the nodes */
    Point along, across; /* unit vectors */
    double length;       /* between from and to, px */
    double half, head;   /* half its width, and what its heads add to that, px */
    double head_length;  /* px */
    double least, most;  /* bends that keep it on the page: least <= 0 <= most */
    double rest;         /* the bend its spring rests at, without a sign */
    double bend, skew;   /* of its control point off the middle, in lengths */
    double home;         /* the bend where the forces are even */
    gboolean fixed;      /* its nodes overlap: it must swing around them as it does */
    FlowTrace trace;
} FlowStrand;

typedef struct {
    const FlowNode *nodes;
    const FlowLink *links;
    const FlowOptions *options;
    guint n_nodes;
    guint *order; /* indices of links */
    FlowStrand *strands;
    guint n_strands;
    guint *longest; /* indices of strands, the longest first */
    double scale;   /* the distance over which links keep clear of each other, px */
} FlowWork;

typedef struct {
    Point from, control, to;
} FlowCurve;

/* Whether a node has a place: one beyond the horizon of a map has none. */
static inline gboolean
flow_node_is_sound(const FlowNode *node)
{
    const double far = 1e12; /* squares of it, and of no more, fit in a float */

    return fabs(node->at.x) < far && fabs(node->at.y) < far && node->radius < far;
}

/* Not hypot(): no coordinate on a page is near the end of the numbers, and this is asked often. */
static inline double
flow_distance(Point a, Point b)
{
    return sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

static inline Point
flow_between(Point a, Point b, double share)
{
    return (Point){ a.x + share * (b.x - a.x), a.y + share * (b.y - a.y) };
}

static inline Point
flow_curve_point(const FlowCurve *curve, double t)
{
    double a = (1 - t) * (1 - t), b = 2 * t * (1 - t), c = t * t;

    return (Point){ a * curve->from.x + b * curve->control.x + c * curve->to.x,
                    a * curve->from.y + b * curve->control.y + c * curve->to.y };
}

/* The derivative by t. */
static inline Point
flow_curve_slope(const FlowCurve *curve, double t)
{
    double a = 2 * (1 - t), b = 2 * t;

    return (Point){ a * (curve->control.x - curve->from.x) + b * (curve->to.x - curve->control.x),
                    a * (curve->control.y - curve->from.y) + b * (curve->to.y - curve->control.y) };
}

/* The part of a curve between two parameters. */
FlowCurve flow_curve_part(const FlowCurve *curve, double from, double to);

/* The parameters between which a curve is outside of the circles around its ends; FALSE if it is
 * nowhere. */
gboolean flow_curve_outside(const FlowCurve *curve, Point a, double radius_a, Point b,
                            double radius_b, double *ret_from, double *ret_to);

/* Of the curve's three points, and that much more on all sides. */
Rect flow_curve_bounds(const FlowCurve *curve, double grown);

/* A curve in the coordinates in which it is a parabola, to tell at once what lies far from it. */
typedef struct {
    Point from, along;  /* its start, and the unit vector to its end */
    double length;      /* between the two, px; 0: nothing can be told */
    double bend, steep; /* of the control point, in lengths; 2 bend / length */
    double lean;        /* how much the parabola is sheared */
    double grade;       /* the steepest that its equation grows */
    double slack;       /* what polylines of the curve leave it by, px */
} FlowParabola;

FlowParabola flow_parabola(const FlowCurve *curve);

/* Whether a point is farther than this from the curve, and from polylines along it with 20 pieces
 * or more; FALSE says nothing. Without branches, as it is asked of all nodes. */
static inline gboolean
flow_parabola_is_far(const FlowParabola *parabola, Point at, double distance)
{
    double dx = at.x - parabola->from.x, dy = at.y - parabola->from.y;
    double x = dx * parabola->along.x + dy * parabola->along.y;
    double y = dx * parabola->along.y - dy * parabola->along.x;
    double u = x - parabola->lean * y, over = parabola->length - u;
    double within = CLAMP(u, 0, parabola->length);
    /* Beyond its ends it goes on along its tangents, so that its slope has a bound. */
    double rise = parabola->steep * within * (parabola->length - within) +
                  2 * parabola->bend * (MIN(u, 0) + MIN(over, 0));

    return fabs(y - rise) > (distance + parabola->slack) * parabola->grade;
}

/* How far along the chord a point is. */
static inline double
flow_parabola_along(const FlowParabola *parabola, Point at)
{
    return (at.x - parabola->from.x) * parabola->along.x +
           (at.y - parabola->from.y) * parabola->along.y;
}

/* The point between two others that is nearest to a third. */
static inline Point
flow_segment_nearest(Point at, Point from, Point to)
{
    double dx = to.x - from.x, dy = to.y - from.y, length = dx * dx + dy * dy, share = 0;

    if (length > 0)
        share = CLAMP(((at.x - from.x) * dx + (at.y - from.y) * dy) / length, 0, 1);
    return flow_between(from, to, share);
}

/* The curve of a strand at any bend and skew. */
FlowCurve flow_strand_curve(const FlowStrand *strand, double bend, double skew);

/* Where a strand would run at a bend and a skew. */
FlowTrace flow_strand_trace(const FlowStrand *strand, double bend, double skew);

/* How badly a strand would run over nodes that are not its own: 1 for each, and the depth; given up
 * at `most`. */
double flow_strand_over_nodes(const FlowWork *work, const FlowStrand *strand, double bend,
                              double skew, double most);

/* What it costs two strands that they cross, run close, or leave a node side by side if they run
 * like this. */
double flow_pair_cost(const FlowWork *work, const FlowStrand *a, const FlowTrace *trace_a,
                      const FlowStrand *b, const FlowTrace *trace_b);

/* The steps, in this order. */
void flow_prepare(FlowWork *work, guint n_links);
void flow_choose_sides(FlowWork *work);
void flow_apply_forces(FlowWork *work);
void flow_clear_nodes(FlowWork *work);
