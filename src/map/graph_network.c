// The view of relations as a network: nodes by the distances between them, arcs that keep apart.
#include "map/graph_network.h"

#include "layout/stress.h"
#include "map/relation_marks.h"
#include "plot/page.h"

#include <stdlib.h>

/* px at text of 13 px: between a disc and its name, around a name, and how wide one gets. */
#define NAME_GAP 3.0
#define NAME_AIR 5.0
#define NAME_WIDTH 120.0
#define NAME_LINES 3
/* px that a node and its name take around the words, and the surface of all figures over that of
 * all nodes: a page without a height of its own is so high. */
#define NODE_ROOM 42.0
#define AIR_SHARE 3.0
/* Of so many nodes every one is named where there is room for that, over links if need be. */
#define MOST_INSISTING 40
/* Names beside the outermost nodes take at most this share of the width on each side. */
#define SIDE_SHARE 0.14
/* Spots whose angles to the links differ by less, radians, are as good as each other. */
#define AS_FREE 0.2

static const LabelKind network_names = {
    .one = "name",
    .many = "names",
    .where = "in the network",
    .advice = "a larger figure, --view matrix or --view arc would show more",
};

static TextStyle
network_style(const Theme *theme)
{
    TextStyle style = theme->label;

    style.bold = TRUE;
    return style;
}

/* On as many lines as it needs, or on one. */
static TextBlock *
network_name(const MarkContext *context, guint node, gboolean wrapped)
{
    const Graph *graph = (const Graph *)context->layer;
    TextStyle style = network_style(context->theme);
    TextBlock *block;

    if (!wrapped)
        return text_block_line(graph->relations->nodes[node].name, &style, context->measurer);
    block = text_block_new();
    text_block_add_wrapped(block, graph->relations->nodes[node].name, &style,
                           NAME_WIDTH * theme_em(context->theme), NAME_LINES, context->measurer);
    return block;
}

void
graph_arrange_network(const Graph *graph, Plot *plot)
{
    double em = theme_em(plot->theme), surface = 0;
    TextStyle style = network_style(plot->theme);

    for (guint i = 0; i < graph->relations->n_nodes; i++) {
        double width = text_measure(plot->measurer, graph->relations->nodes[i].name, &style).width;

        surface += (MIN(width, NAME_WIDTH * em) + NODE_ROOM * em) * NODE_ROOM * em;
    }
    /* No higher than wide: what then has no room is a matrix. */
    if (plot->n_panels == 1)
        page_grow(plot, page_height(plot, 1,
                                    MIN(AIR_SHARE * surface / page_column_width(plot),
                                        page_column_width(plot))));
}

/* Places in the area for boxes that hold a disc with its name below; share: how much of the name
 * counts. Nodes go by name. */
static gboolean
network_try(GraphView *view, const MarkContext *context, const Size *names, double share, Rect area)
{
    const Graph *graph = (const Graph *)context->layer;
    const Relations *relations = graph->relations;
    double em = theme_em(context->theme), line = context->theme->label.size * 1.2;
    double down = share * (NAME_GAP * em + line) / 2;
    guint n = relations->n_nodes;
    g_autofree Size *boxes = g_new(Size, n);
    g_autofree Point *at = g_new(Point, n);
    g_autofree NetworkEdge *edges = g_new(NetworkEdge, relations->n_links);
    gboolean fits;

    for (guint i = 0; i < n; i++) {
        double disc = 2 * view->radii[i] + NAME_AIR * em;
        double below = view->radii[i] + share * (NAME_GAP * em + names[i].height) - down;

        boxes[graph->rank[i]] = (Size){ MAX(disc, share * (names[i].width + NAME_AIR * em)),
                                        2 * MAX(view->radii[i] + down, below) + NAME_AIR * em };
    }
    for (guint k = 0; k < relations->n_links; k++)
        edges[k] = (NetworkEdge){ graph->rank[relations->links[k].from],
                                  graph->rank[relations->links[k].to] };
    fits = stress_lay_out(boxes, n, edges, relations->n_links, area, at);
    for (guint i = 0; i < n; i++)
        view->nodes[i] = (Point){ at[graph->rank[i]].x, at[graph->rank[i]].y - down };
    return fits;
}

/* Names count fully, then less, until all have room. All panels have the same nodes. */
static void
network_place_nodes(GraphView *view, const MarkContext *context)
{
    const Graph *graph = (const Graph *)context->layer;
    const Relations *relations = graph->relations;
    gboolean named = graph->plot->spec->map.label_places != LABEL_PLACES_NONE;
    g_autofree Size *names = g_new0(Size, relations->n_nodes);
    double widest = 0, above;
    Rect area;

    for (guint k = 0; k < relations->n_links; k++) {
        const RelationLink *link = &relations->links[k];
        double radius = relation_disc_radius(
            context->theme, relations_width(relations, context->theme, link->weight));

        view->radii[link->from] = MAX(view->radii[link->from], radius);
        view->radii[link->to] = MAX(view->radii[link->to], radius);
    }
    for (guint i = 0; named && i < relations->n_nodes; i++) {
        g_autoptr(TextBlock) block = network_name(context, i, TRUE);

        names[i] = block->size;
        widest = MAX(widest, block->size.width);
    }
    /* Room for names beside the outermost nodes, and above the highest ones. */
    area = rect_grow(view->rect, -MIN(widest / 2, SIDE_SHARE * view->rect.width), 0);
    above = named ? MIN(context->theme->label.size * 1.5, SIDE_SHARE * area.height) : 0;
    area.y += above;
    area.height -= above;
    view->roomy = network_try(view, context, names, 1, area);
    if (!view->roomy && !network_try(view, context, names, 0.5, area))
        network_try(view, context, names, 0, area);
    view->roomy = view->roomy && relations->n_nodes <= MOST_INSISTING;
}

static void
network_report(const GraphView *view, const MarkContext *context)
{
    const Graph *graph = (const Graph *)context->layer;
    const RelationLink *first = NULL;
    guint under = 0;

    for (guint k = 0; k < view->n_links; k++) {
        if (!view->links[k].over_node)
            continue;
        if (under++ == 0)
            first = &graph->relations->links[view->links[k].link];
    }
    if (under > 0)
        report_add(context->report, SEVERITY_WARNING, WHERE_NONE, under,
                   "%u of %u links run%s under a node that is not theirs (%s%s); --view matrix "
                   "shows them apart",
                   under, view->n_links, under == 1 ? "s" : "", first->title,
                   under > 1 ? ", …" : "");
}

static const GraphView *
network_view(const MarkContext *context)
{
    const Graph *graph = (const Graph *)context->layer;
    Arena *arena = graph->plot->arena;
    GraphView *view = graph->views[context->panel];
    guint n = graph->relations->n_nodes;

    if (view != NULL)
        return view;
    view = graph->views[context->panel] = arena_new0(arena, GraphView, 1);
    view->rect = context->rect;
    view->nodes = arena_new0(arena, Point, n);
    view->radii = arena_new0(arena, double, n);
    view->links = arena_new0(arena, NetworkLink, graph->relations->n_links);
    network_place_links(view, context);
    network_place_nodes(view, context);
    network_bend_links(view, graph->relations);
    network_report(view, context);
    return view;
}

static void
network_draw(const MarkContext *context)
{
    const Graph *graph = (const Graph *)context->layer;
    const GraphView *view = network_view(context);

    for (guint k = 0; k < view->n_links; k++) {
        g_autoptr(Path) path = path_new();

        network_outline(view, graph->relations, &view->links[k], path);
        relation_draw_link(context, &graph->relations->links[view->links[k].link],
                           view->links[k].link, path);
    }
    for (guint i = 0; i < graph->relations->n_nodes; i++) {
        guint node = graph->by_name[i];
        Point at = view->nodes[node];

        graph_draw_node(
            context, node,
            rect_grow((Rect){ at.x, at.y, 0, 0 }, view->radii[node], view->radii[node]));
    }
}

/* Whether words at one spot stand farther from the links of the node than at another: the least
 * angle to any of them, radians. */
static double
network_freedom(const GraphView *view, const Relations *relations, guint node,
                const LabelSpot *spot)
{
    double least = G_PI, direction = atan2(spot->dy, spot->dx);

    for (guint k = 0; k < view->n_links; k++) {
        const RelationLink *link = &relations->links[view->links[k].link];
        guint other = link->from == node ? link->to : link->from;
        double angle;

        if (link->from != node && link->to != node)
            continue;
        angle = atan2(view->nodes[other].y - view->nodes[node].y,
                      view->nodes[other].x - view->nodes[node].x);
        least = MIN(least, fabs(remainder(angle - direction, 2 * G_PI)));
    }
    return least;
}

/* The places around a node, those farthest from its links first. */
static guint
network_spots(const GraphView *view, const MarkContext *context, guint node, LabelSpot spots[8])
{
    const Graph *graph = (const Graph *)context->layer;
    double gap = NAME_GAP * theme_em(context->theme), freedom[8];
    guint n = label_spots_around(view->nodes[node], view->radii[node] + gap, spots);

    for (guint i = 0; i < n; i++)
        freedom[i] = network_freedom(view, graph->relations, node, &spots[i]);
    for (guint i = 1; i < n; i++)
        for (guint k = i; k > 0 && freedom[k] > freedom[k - 1] + AS_FREE; k--) {
            LabelSpot spot = spots[k];
            double free = freedom[k];

            spots[k] = spots[k - 1];
            spots[k - 1] = spot;
            freedom[k] = freedom[k - 1];
            freedom[k - 1] = free;
        }
    return n;
}

static void
network_draw_labels(const MarkContext *context)
{
    const Graph *graph = (const Graph *)context->layer;
    const GraphView *view = network_view(context);

    if (graph->plot->spec->map.label_places == LABEL_PLACES_NONE)
        return;
    for (guint i = 0; i < graph->relations->n_nodes; i++) {
        guint node = graph->by_name[i];
        LabelRequest request = { .kind = &network_names,
                                 .rank = LABEL_PLAIN,
                                 .subject = relation_subject(SUBJECT_NODE, node),
                                 .leader = TRUE,
                                 .roams = view->roomy,
                                 .insists = view->roomy,
                                 .weight = view->radii[node] };
        LabelSpot spots[8];
        guint n = network_spots(view, context, node, spots);
        TextBlock *blocks[] = { network_name(context, node, TRUE),
                                network_name(context, node, FALSE) };

        if (blocks[0]->lines->len == 1)
            g_clear_pointer(&blocks[1], text_block_free);
        labels_add(context->labels, &request, blocks, blocks[1] != NULL ? 2 : 1, spots, n);
    }
}

const MarkType mark_network = {
    .name = "network",
    .summary = "nodes that are linked, near each other where there are few links between them",
    .over_zero = TRUE,
    .draw = network_draw,
    .draw_labels = network_draw_labels,
    .draw_key = mark_key_swatch,
};
