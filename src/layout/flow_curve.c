#include "layout/flow_work.h"

#define CUT_STEPS 24
#define CUT_HALVINGS 18

static Point
flow_between(Point a, Point b, double share)
{
    return (Point){ a.x + share * (b.x - a.x), a.y + share * (b.y - a.y) };
}

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

    return MIN(hypot(at.x - a.x, at.y - a.y) - radius_a, hypot(at.x - b.x, at.y - b.y) - radius_b);
}

gboolean
flow_curve_outside(const FlowCurve *curve, Point a, double radius_a, Point b, double radius_b,
                   double *ret_from, double *ret_to)
{
    double ends[2];

    for (guint end = 0; end < 2; end++) {
        double in = end, step = end == 0 ? 1.0 / CUT_STEPS : -1.0 / CUT_STEPS, out = in;
        guint k = 0;

        while (k <= CUT_STEPS && flow_outside_by(curve, out, a, radius_a, b, radius_b) < 0)
            out = end + ++k * step;
        if (k > CUT_STEPS)
            return FALSE;
        in = k == 0 ? out : out - step;
        for (guint i = 0; i < CUT_HALVINGS && k > 0; i++) {
            double middle = (in + out) / 2;

            if (flow_outside_by(curve, middle, a, radius_a, b, radius_b) < 0)
                in = middle;
            else
                out = middle;
        }
        ends[end] = out;
    }
    *ret_from = ends[0];
    *ret_to = ends[1];
    return ends[0] < ends[1];
}

double
flow_segment_distance(Point at, Point from, Point to)
{
    double dx = to.x - from.x, dy = to.y - from.y, length = dx * dx + dy * dy, share = 0;

    if (length > 0)
        share = CLAMP(((at.x - from.x) * dx + (at.y - from.y) * dy) / length, 0, 1);
    return hypot(at.x - from.x - share * dx, at.y - from.y - share * dy);
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

void
flow_strand_sample(FlowStrand *strand)
{
    FlowCurve curve = flow_strand_curve(strand, strand->bend, strand->skew);

    for (guint k = 0; k < FLOW_SAMPLES; k++)
        strand->points[k] = flow_curve_point(&curve, k / (FLOW_SAMPLES - 1.0));
}
