// The view of relations as arcs: the nodes down a line with their names to the left, every link an
// arc to the right of it.
#include "map/graph.h"

#include "layout/flow.h"
#include "layout/node_order.h"
#include "map/relation_marks.h"
#include "plot/page.h"

#include <stdlib.h>

/* px at text of 13 px. */
#define MOST_ROW 40.0
#define LEAST_ROW 18.0
#define LEAST_WEIGHTED_ROW 25.0
#define NAME_GAP 6.0
#define END_GAP 2.0
#define LINK_GAP 1.0
/* Of the width, for names; longer ones break. */
#define NAME_SHARE 0.35
#define NAME_LINES 2
/* Ends at one node take at most this share of its row. */
#define ENDS_SHARE 0.9
/* An arc is at most so much wider than half a circle. */
#define FLATTEST 3.0
#define ARC_POINTS 65

typedef struct {
    guint link;
    double width;
    double ends[2]; /* px from the middles of its first and second node down to its ends there */
} ArcLink;

struct GraphView {
    Rect rect;
    double x;      /* of the line */
    double step;   /* between rows */
    double flat;   /* of the arcs */
    double *y;     /* of each node */
    double radius; /* of all nodes */
    double *high;  /* of each node: it is as high as its links are wide together */
    ArcLink *links;
    guint n_links;
};

static const LabelKind arc_names = {
    .one = "name",
    .many = "names",
    .where = "beside the arcs",
    .advice = "a higher figure would show more",
};

void
graph_arrange_arcs(Graph *graph, Plot *plot)
{
    const Relations *relations = graph->relations;
    g_autofree OrderLink *links = g_new(OrderLink, relations->n_links);
    double em = theme_em(plot->theme);
    guint n = relations->n_nodes;

    for (guint k = 0; k < relations->n_links; k++)
        links[k] = (OrderLink){ graph->rank[relations->links[k].from],
                                graph->rank[relations->links[k].to], relations->links[k].weight };
    graph->rows = arena_new0(plot->arena, guint, n);
    graph->n_rows = n;
    node_order_line(n, links, relations->n_links, graph->rows);
    for (guint i = 0; i < n; i++)
        graph->rows[i] = graph->by_name[graph->rows[i]];
    if (plot->fixed_height || plot->n_panels > 1)
        return;
    plot->size.height = MIN(plot->size.height, page_height(plot, 1, MAX(n, 5) * MOST_ROW * em));
    page_grow(plot, page_height(plot, 1,
                                n * (relations->weighted ? LEAST_WEIGHTED_ROW : LEAST_ROW) * em));
}

static int
arcs_compare(const void *a, const void *b)
{
    const ArcLink *left = a, *right = b;

    if (left->width != right->width)
        return left->width > right->width ? -1 : 1;
    return left->link < right->link ? -1 : left->link > right->link;
}

/* One end of a link at a node. */
typedef struct {
    guint link; /* of the view */
    guint end;  /* 0: it begins here */
    double way; /* px to its other end, downwards */
} ArcEnd;

/* From the top: the short ways up, the long ones, the long ways down, the short ones, so that arcs
 * lie in each other and do not cross at the node. */
static int
arcs_compare_ends(const void *a, const void *b)
{
    const ArcEnd *left = a, *right = b;

    if ((left->way < 0) != (right->way < 0))
        return left->way < 0 ? -1 : 1;
    if (left->way != right->way)
        return left->way > right->way ? -1 : 1;
    return (left->link < right->link ? -1 : 1) * (left->way < 0 ? -1 : 1);
}

/* Links leave their nodes side by side, as wide as they are while the row has room for that. */
static void
arcs_spread_ends(GraphView *view, const MarkContext *context, guint node, ArcEnd *ends)
{
    const Relations *relations = ((const Graph *)context->layer)->relations;
    double total = -END_GAP, at, share;
    guint n = 0;

    for (guint k = 0; k < view->n_links; k++) {
        const RelationLink *link = &relations->links[view->links[k].link];
        guint other = link->from == node ? link->to : link->from;

        if (link->from != node && link->to != node)
            continue;
        ends[n++] = (ArcEnd){ k, link->from != node, view->y[other] - view->y[node] };
        total += view->links[k].width + END_GAP;
    }
    view->high[node] =
        2 * MAX(view->radius, MIN(total, ENDS_SHARE * view->step - 2 * END_GAP) / 2 + END_GAP);
    if (n == 0)
        return;
    qsort(ends, n, sizeof *ends, arcs_compare_ends);
    share = total > ENDS_SHARE * view->step ? ENDS_SHARE * view->step / total : 1;
    at = -total / 2;
    for (guint i = 0; i < n; i++) {
        ArcLink *arc = &view->links[ends[i].link];

        arc->ends[ends[i].end] = share * (at + arc->width / 2);
        at += arc->width + END_GAP;
    }
}

static double
arcs_name_width(const MarkContext *context)
{
    const Graph *graph = (const Graph *)context->layer;
    double widest = 0;

    if (graph->plot->spec->map.label_places == LABEL_PLACES_NONE)
        return 0;
    for (guint i = 0; i < graph->n_rows; i++)
        widest = MAX(widest,
                     text_measure(context->measurer, graph->relations->nodes[graph->rows[i]].name,
                                  &context->theme->label)
                         .width);
    return MIN(widest * (1 + SCENE_TEXT_SLACK), NAME_SHARE * context->rect.width);
}

static void
arcs_place(GraphView *view, const MarkContext *context)
{
    const Graph *graph = (const Graph *)context->layer;
    const Relations *relations = graph->relations;
    g_autofree ArcEnd *ends = NULL;
    double most_span = 0, em = theme_em(context->theme);

    view->radius = relation_disc_radius(context->theme, 0);
    view->step = view->rect.height / graph->n_rows;
    for (guint i = 0; i < graph->n_rows; i++)
        view->y[graph->rows[i]] = view->rect.y + (i + 0.5) * view->step;
    for (guint k = 0; k < relations->n_links; k++) {
        const RelationLink *link = &relations->links[k];

        if (!graph_is_here(context, k))
            continue;
        view->links[view->n_links++] =
            (ArcLink){ .link = k,
                       .width = relations_width(relations, context->theme, link->weight) };
        most_span = MAX(most_span, fabs(view->y[link->from] - view->y[link->to]));
    }
    qsort(view->links, view->n_links, sizeof *view->links, arcs_compare);
    ends = g_new(ArcEnd, view->n_links);
    for (guint i = 0; i < relations->n_nodes; i++) {
        arcs_spread_ends(view, context, i, ends);
    }
    view->x = view->rect.x + arcs_name_width(context) + NAME_GAP * em + view->radius;
    if (most_span > 0)
        view->flat = CLAMP((rect_right(view->rect) - view->x - 2 * view->radius) / (most_span / 2),
                           0.1, FLATTEST);
}

static const GraphView *
arcs_view(const MarkContext *context)
{
    const Graph *graph = (const Graph *)context->layer;
    Arena *arena = graph->plot->arena;
    GraphView *view = graph->views[context->panel];

    if (view != NULL)
        return view;
    view = graph->views[context->panel] = arena_new0(arena, GraphView, 1);
    view->rect = context->rect;
    view->y = arena_new0(arena, double, graph->relations->n_nodes);
    view->high = arena_new0(arena, double, graph->relations->n_nodes);
    view->links = arena_new0(arena, ArcLink, graph->relations->n_links);
    arcs_place(view, context);
    return view;
}

/* Half an ellipse from one node to the other. */
static void
arcs_outline(const GraphView *view, const Relations *relations, const ArcLink *arc, Path *path)
{
    const RelationLink *link = &relations->links[arc->link];
    const FlowNode from = { { view->x, view->y[link->from] + arc->ends[0] }, view->radius };
    const FlowNode to = { { view->x, view->y[link->to] + arc->ends[1] }, view->radius };
    FlowOptions options = { .ends = relations->directed ? FLOW_ARROW : FLOW_LINE,
                            .page = view->rect,
                            .gap = LINK_GAP };
    double y0 = from.at.y, y1 = to.at.y;
    Point points[ARC_POINTS];

    for (guint i = 0; i < ARC_POINTS; i++) {
        double turn = G_PI * i / (ARC_POINTS - 1);

        points[i] = (Point){ view->x + fabs(y1 - y0) / 2 * view->flat * sin(turn),
                             (y0 + y1) / 2 + (y0 - y1) / 2 * cos(turn) };
    }
    flow_path_outline(points, ARC_POINTS, &from, &to, arc->width, &options, path);
}

static void
arcs_draw(const MarkContext *context)
{
    const Graph *graph = (const Graph *)context->layer;
    const GraphView *view = arcs_view(context);

    for (guint k = 0; k < view->n_links; k++) {
        g_autoptr(Path) path = path_new();

        arcs_outline(view, graph->relations, &view->links[k], path);
        relation_draw_link(context, &graph->relations->links[view->links[k].link],
                           view->links[k].link, path);
    }
    for (guint i = 0; i < graph->n_rows; i++) {
        guint node = graph->rows[i];

        graph_draw_node(
            context, node,
            rect_grow((Rect){ view->x, view->y[node], 0, 0 }, view->radius, view->high[node] / 2));
    }
}

static void
arcs_draw_labels(const MarkContext *context)
{
    const Graph *graph = (const Graph *)context->layer;
    const GraphView *view = arcs_view(context);
    double gap = NAME_GAP * theme_em(context->theme);

    if (graph->plot->spec->map.label_places == LABEL_PLACES_NONE)
        return;
    for (guint i = 0; i < graph->n_rows; i++) {
        guint node = graph->rows[i];
        LabelSpot spot = { .anchor = rect_grow((Rect){ view->x, view->y[node], 0, 0 }, view->radius,
                                               view->high[node] / 2),
                           .dx = -1,
                           .gap = gap };

        graph_ask_name(context, &arc_names, node, &spot,
                       view->x - view->radius - gap - view->rect.x, NAME_LINES);
    }
}

const MarkType mark_arcs = {
    .name = "arcs",
    .summary = "nodes down a line, and every link an arc beside it",
    .over_zero = TRUE,
    .draw = arcs_draw,
    .draw_labels = arcs_draw_labels,
    .draw_key = mark_key_swatch,
};
