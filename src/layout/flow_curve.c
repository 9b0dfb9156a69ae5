#include "layout/flow_work.h"

#define CUT_STEPS 24
#define CUT_REFINEMENTS 12
/* A curve that bends less, in lengths, is a straight line. */
#define LEAST_BEND 1e-6

FlowCurve
flow_curve_part(const FlowCurve *curve, double from, double to)
{
    /* The blossom of the curve: the control point of a part is its value at (from, to). */
    Point first = flow_between(curve->from, curve->control, from);
    Point last = flow_between(curve->control, curve->to, from);

    return (FlowCurve){ flow_curve_point(curve, from), flow_between(first, last, to),
                        flow_curve_point(curve, to) };
}

/* How far a point of the curve is outside of both circles. */
static double
flow_outside_by(const FlowCurve *curve, double t, Point a, double radius_a, Point b,
                double radius_b)
{
    Point at = flow_curve_point(curve, t);

    return MIN(flow_distance(at, a) - radius_a, flow_distance(at, b) - radius_b);
}

/* From one end of the curve inwards: where it is out of both circles for the first time, by false
 * position, as the distance grows almost evenly there; -1 if nowhere. */
static double
flow_way_out_of(const FlowCurve *curve, double end, Point a, double radius_a, Point b,
                double radius_b)
{
    double step = end == 0 ? 1.0 / CUT_STEPS : -1.0 / CUT_STEPS, in = end, out = end;
    double below = 0, above = flow_outside_by(curve, end, a, radius_a, b, radius_b);

    for (guint k = 1; above < 0 && k <= CUT_STEPS; k++) {
        in = out;
        below = above;
        out = end + k * step;
        above = flow_outside_by(curve, out, a, radius_a, b, radius_b);
    }
    if (above < 0)
        return -1;
    for (guint i = 0; below < 0 && i < CUT_REFINEMENTS; i++) {
        double middle = in + (out - in) * below / (below - above);
        double by = flow_outside_by(curve, middle, a, radius_a, b, radius_b);

        if (fabs(by) < 1e-3)
            return middle;
        if (by < 0) {
            in = middle;
            below = by;
        } else {
            out = middle;
            above = by;
        }
    }
    return out;
}

gboolean
flow_curve_outside(const FlowCurve *curve, Point a, double radius_a, Point b, double radius_b,
                   double *ret_from, double *ret_to)
{
    double from = flow_way_out_of(curve, 0, a, radius_a, b, radius_b), to;

    if (from < 0)
        return FALSE;
    to = flow_way_out_of(curve, 1, a, radius_a, b, radius_b);
    *ret_from = from;
    *ret_to = to;
    return from < to;
}

/* With x along the chord and y across, both in lengths, a quadratic curve whose control point is at
 * (1/2 + skew, bend) has u = x - y skew / bend = t and y = 2 bend u (1 - u). The gradient of
 * y - 2 bend u (1 - u) is (-s, 1 + s skew / bend) with |s| <= 2 |bend|: the value at a point by the
 * longest gradient is at most its distance from the curve. A chord over a step h of t leaves the
 * curve by |second derivative| h^2 / 8. */
FlowParabola
flow_parabola(const FlowCurve *curve)
{
    Point way = { curve->to.x - curve->from.x, curve->to.y - curve->from.y };
    Point turn = { curve->control.x - curve->from.x, curve->control.y - curve->from.y };
    double length = flow_distance(curve->from, curve->to), bend, skew, upright, chord = 1 / 20.0;
    FlowParabola parabola = { .from = curve->from, .grade = 1, .slack = G_MAXDOUBLE };

    if (!(length > 1))
        return parabola;
    parabola.length = length;
    parabola.along = (Point){ way.x / length, way.y / length };
    bend = (turn.x * parabola.along.y - turn.y * parabola.along.x) / length;
    skew = (turn.x * parabola.along.x + turn.y * parabola.along.y) / length - 0.5;
    parabola.slack =
        4 * length * sqrt(bend * bend + skew * skew) * chord * chord / 8 + LEAST_BEND * length;
    if (fabs(bend) < LEAST_BEND)
        return parabola;
    parabola.bend = bend;
    parabola.steep = 2 * bend / length;
    parabola.lean = skew / bend;
    upright = 1 + 2 * fabs(skew);
    parabola.grade = sqrt(4 * bend * bend + upright * upright);
    return parabola;
}

Rect
flow_curve_bounds(const FlowCurve *curve, double grown)
{
    double left = MIN(MIN(curve->from.x, curve->to.x), curve->control.x) - grown;
    double right = MAX(MAX(curve->from.x, curve->to.x), curve->control.x) + grown;
    double top = MIN(MIN(curve->from.y, curve->to.y), curve->control.y) - grown;
    double bottom = MAX(MAX(curve->from.y, curve->to.y), curve->control.y) + grown;

    return (Rect){ left, top, right - left, bottom - top };
}

FlowCurve
flow_strand_curve(const FlowStrand *strand, double bend, double skew)
{
    Point middle = flow_between(strand->from, strand->to, 0.5 + skew);
    double rise = bend * strand->length;

    return (FlowCurve){ strand->from,
                        { middle.x + rise * strand->across.x, middle.y + rise * strand->across.y },
                        strand->to };
}

FlowTrace
flow_strand_trace(const FlowStrand *strand, double bend, double skew)
{
    FlowCurve curve = flow_strand_curve(strand, bend, skew);
    double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
    FlowTrace trace;

    for (guint k = 0; k < FLOW_SAMPLES; k++) {
        Point at = flow_curve_point(&curve, k / (FLOW_SAMPLES - 1.0));

        trace.points[k] = at;
        left = MIN(left, at.x);
        right = MAX(right, at.x);
        top = MIN(top, at.y);
        bottom = MAX(bottom, at.y);
    }
    for (guint k = 0; k < FLOW_INNER; k++) {
        trace.x[k] = (float)trace.points[k + 1].x;
        trace.y[k] = (float)trace.points[k + 1].y;
    }
    trace.bounds = (Rect){ left, top, right - left, bottom - top };
    return trace;
}
