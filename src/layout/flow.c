#include "layout/flow_work.h"

/* Links keep clear of each other over this share of the page's room for a link. */
#define SCALE_SHARE 0.35
#define LEAST_SCALE 8.0
#define MOST_SCALE 60.0
#define LANE_GAP 2.0
/* Pieces of an arc that are asked whether they run over a node. */
#define PIECES 48
/* So much more than the pieces leave the curve, px: rather one arc too many is said than none. */
#define TOUCH 0.2

void
flow_head_size(double width, double length, double *ret_length, double *ret_width)
{
    double wanted = 5 + 2.2 * pow(width, 0.8), wide = width + 4.2 * pow(width, 0.35);
    double share = MIN(1, length / 3 / wanted);

    *ret_length = share * wanted;
    *ret_width = MAX(share * wide, 1.3 * width);
}

/* The curve of a strand moved sideways, keeping its directions at the ends. */
static FlowCurve
flow_lane_curve(const FlowStrand *strand, double by)
{
    FlowCurve curve = flow_strand_curve(strand, strand->bend, strand->skew);
    Point first = { curve.control.x - curve.from.x, curve.control.y - curve.from.y };
    Point last = { curve.to.x - curve.control.x, curve.to.y - curve.control.y };
    double rise = hypot(first.x, first.y), fall = hypot(last.x, last.y), cosine;

    if (by == 0 || rise == 0 || fall == 0)
        return curve;
    cosine = (strand->along.x * first.x + strand->along.y * first.y) / rise;
    curve.from.x += by * first.y / rise;
    curve.from.y -= by * first.x / rise;
    curve.to.x += by * last.y / fall;
    curve.to.y -= by * last.x / fall;
    curve.control.x += by * strand->across.x / MAX(0.3, cosine);
    curve.control.y += by * strand->across.y / MAX(0.3, cosine);
    return curve;
}

static double
flow_curve_length(const FlowCurve *curve)
{
    Point last = curve->from;
    double length = 0;

    for (guint k = 1; k <= 16; k++) {
        Point next = flow_curve_point(curve, k / 16.0);

        length += flow_distance(next, last);
        last = next;
    }
    return length;
}

static gboolean
flow_arc_over(const FlowArc *arc, const FlowNode *node, double length)
{
    FlowCurve curve = { arc->from, arc->control, arc->to };
    double left = length;
    Point last = curve.from, near;

    for (guint k = 1; k <= PIECES; k++) {
        Point next = flow_curve_point(&curve, (double)k / PIECES);
        double step = flow_distance(next, last), half = arc->width / 2;

        left -= step;
        if (left < arc->head_length)
            half = MAX(half, arc->head_width / 2 * MIN(1, (left + step) / arc->head_length));
        near = flow_segment_nearest(node->at, last, next);
        if (flow_distance(near, node->at) < node->radius + half + TOUCH)
            return TRUE;
        last = next;
    }
    return FALSE;
}

static void
flow_arc_finish(const FlowWork *work, const FlowStrand *strand, guint index, FlowCurve curve,
                FlowArc *arc)
{
    const FlowNode *low = &work->nodes[strand->low], *high = &work->nodes[strand->high];
    double gap = work->options->gap, from = 0, to = 1, length, half;
    FlowParabola parabola;
    Rect bounds;

    if (flow_curve_outside(&curve, low->at, low->radius + gap, high->at, high->radius + gap, &from,
                           &to))
        curve = flow_curve_part(&curve, from, to);
    length = flow_curve_length(&curve);
    *arc = (FlowArc){ strand->forward ? curve.from : curve.to,
                      curve.control,
                      strand->forward ? curve.to : curve.from,
                      work->links[index].width,
                      0,
                      0,
                      FALSE };
    if (work->options->ends == FLOW_ARROW)
        flow_head_size(arc->width, length, &arc->head_length, &arc->head_width);
    half = MAX(arc->width, arc->head_width) / 2;
    bounds = flow_curve_bounds(&curve, half);
    parabola = flow_parabola(&curve);
    for (guint i = 0; i < work->n_nodes; i++) {
        const FlowNode *node = &work->nodes[i];

        if (i != strand->low && i != strand->high &&
            rect_intersects(rect_between(node->at.x - node->radius, node->at.y - node->radius,
                                         node->at.x + node->radius, node->at.y + node->radius),
                            bounds) &&
            !flow_parabola_is_far(&parabola, node->at, node->radius + half + 2 * TOUCH))
            arc->over_node |= flow_arc_over(arc, node, length);
    }
}

/* The width of a lane, with the room its head needs. */
static double
flow_lane_width(const FlowWork *work, const FlowStrand *strand, const FlowLink *link)
{
    double length = 0, width = link->width;

    if (work->options->ends == FLOW_ARROW)
        flow_head_size(link->width, strand->length, &length, &width);
    return strand->n == 1 ? link->width : MAX(width, link->width + LANE_GAP);
}

static void
flow_strand_finish(const FlowWork *work, const FlowStrand *strand, FlowArc *ret_arcs)
{
    double at = -strand->half;

    for (guint k = 0; k < strand->n; k++) {
        guint index = work->order[strand->first + k];
        double width = flow_lane_width(work, strand, &work->links[index]);

        flow_arc_finish(work, strand, index, flow_lane_curve(strand, at + width / 2),
                        &ret_arcs[index]);
        at += width;
    }
}

void
flow_lay_out(const FlowNode *nodes, guint n_nodes, const FlowLink *links, guint n_links,
             const FlowOptions *options, FlowArc *ret_arcs)
{
    g_autofree guint *order = g_new(guint, n_links + 1);
    g_autofree guint *longest = g_new(guint, n_links + 1);
    g_autofree FlowStrand *strands = g_new(FlowStrand, n_links + 1);
    FlowWork work = { .nodes = nodes,
                      .links = links,
                      .options = options,
                      .n_nodes = n_nodes,
                      .order = order,
                      .longest = longest,
                      .strands = strands };

    for (guint i = 0; i < n_links; i++)
        ret_arcs[i] = (FlowArc){ 0 };
    flow_prepare(&work, n_links);
    work.scale =
        SCALE_SHARE * sqrt(options->page.width * options->page.height / MAX(1, work.n_strands));
    work.scale = CLAMP(work.scale, LEAST_SCALE, MOST_SCALE);
    flow_choose_sides(&work);
    flow_apply_forces(&work);
    flow_clear_nodes(&work);
    for (guint i = 0; i < work.n_strands; i++)
        flow_strand_finish(&work, &strands[i], ret_arcs);
}
