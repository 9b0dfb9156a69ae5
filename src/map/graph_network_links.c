#include "map/graph_network.h"

#include "layout/flow.h"
#include "map/relation_marks.h"

#include <stdlib.h>

/* px between links side by side, between a link and its node, and between a link and another node.
 */
#define PAIR_GAP 2.0
#define LINK_GAP 2.0
#define NODE_CLEAR 2.0
/* Bows that are tried on each side, and the largest, as a share of the length. */
#define BENDS 8
#define MOST_BEND 0.32
/* Points of a way. */
#define WAY_POINTS 33

static int
network_compare(const void *a, const void *b)
{
    const NetworkLink *left = a, *right = b;

    if (left->width != right->width)
        return left->width > right->width ? -1 : 1;
    return left->link < right->link ? -1 : left->link > right->link;
}

/* The way of a link: straight, or a bow around a node that is not its own. */
static void
network_way(const GraphView *view, const Relations *relations, const NetworkLink *link,
            Point points[WAY_POINTS])
{
    Point from = view->nodes[relations->links[link->link].from];
    Point to = view->nodes[relations->links[link->link].to];
    double length = MAX(hypot(to.x - from.x, to.y - from.y), 1e-9);
    double right_x = -(to.y - from.y) / length, right_y = (to.x - from.x) / length;

    for (guint i = 0; i < WAY_POINTS; i++) {
        double t = (double)i / (WAY_POINTS - 1), off = link->aside + 4 * t * (1 - t) * link->bend;

        points[i] = (Point){ from.x + t * (to.x - from.x) + off * right_x,
                             from.y + t * (to.y - from.y) + off * right_y };
    }
}

/* A node as its neighbour sees it from a link: how far along the link, and px to its right. */
typedef struct {
    double along, right, clear;
} NetworkObstacle;

/* Nodes beside a link that are not its own, and those that could be under a bow of it. */
static GArray *
network_obstacles(const GraphView *view, const Relations *relations, const NetworkLink *link)
{
    const RelationLink *ends = &relations->links[link->link];
    Point from = view->nodes[ends->from], to = view->nodes[ends->to];
    double dx = to.x - from.x, dy = to.y - from.y, length = MAX(hypot(dx, dy), 1e-9);
    GArray *obstacles = g_array_new(FALSE, FALSE, sizeof(NetworkObstacle));

    for (guint i = 0; i < relations->n_nodes; i++) {
        double x = view->nodes[i].x - from.x, y = view->nodes[i].y - from.y;
        NetworkObstacle node = { (x * dx + y * dy) / (length * length), (y * dx - x * dy) / length,
                                 view->radii[i] + link->width / 2 + NODE_CLEAR };

        if (i != ends->from && i != ends->to && node.along > 0 && node.along < 1 &&
            fabs(node.right) - node.clear < MOST_BEND * length)
            g_array_append_val(obstacles, node);
    }
    return obstacles;
}

/* Whether the way runs over a node, or a bow leaves the panel. */
static gboolean
network_is_blocked(const GraphView *view, const Relations *relations, const NetworkLink *link,
                   const GArray *obstacles, double length)
{
    Point points[WAY_POINTS];

    for (guint i = 0; i < obstacles->len; i++) {
        NetworkObstacle node = g_array_index(obstacles, NetworkObstacle, i);
        double off = link->aside + 4 * node.along * (1 - node.along) * link->bend;
        double slope = 4 * (1 - 2 * node.along) * link->bend / length;

        if (fabs(node.right - off) < node.clear * sqrt(1 + slope * slope))
            return TRUE;
    }
    if (link->bend == 0)
        return FALSE;
    network_way(view, relations, link, points);
    for (guint i = 0; i < WAY_POINTS; i++)
        if (!rect_contains(view->rect, (Rect){ points[i].x, points[i].y, 0, 0 }))
            return TRUE;
    return FALSE;
}

/* The least bow with which nothing is in the way, to the right first; straight if there is none. */
static void
network_bend(const GraphView *view, const Relations *relations, NetworkLink *link)
{
    const RelationLink *ends = &relations->links[link->link];
    g_autoptr(GArray) obstacles = network_obstacles(view, relations, link);
    double length = hypot(view->nodes[ends->from].x - view->nodes[ends->to].x,
                          view->nodes[ends->from].y - view->nodes[ends->to].y);

    for (guint k = 0; k <= BENDS; k++) {
        double most = MOST_BEND * length / BENDS * k;

        for (guint side = 0; side < (k > 0 ? 2u : 1u); side++) {
            link->bend = side == 0 ? most : -most;
            if (!network_is_blocked(view, relations, link, obstacles, MAX(length, 1e-9)))
                return;
        }
    }
    link->bend = 0;
    link->over_node = TRUE;
}

/* What the links between two nodes have in common, in whatever direction. */
static guint64
network_pair(const RelationLink *link)
{
    return (guint64)MIN(link->from, link->to) << 32 | MAX(link->from, link->to);
}

/* Links between the same nodes lie side by side, each direction on its own side, and their nodes
 * are as wide as all of them. */
static void
network_place_pairs(GraphView *view, const MarkContext *context, const Relations *relations)
{
    g_autoptr(GHashTable) totals =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);

    for (guint pass = 0; pass < 2; pass++) {
        g_autoptr(GHashTable) before =
            g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);

        for (guint k = 0; k < view->n_links; k++) {
            NetworkLink *link = &view->links[k];
            const RelationLink *ends = &relations->links[link->link];
            guint64 pair = network_pair(ends);
            GHashTable *sums = pass == 0 ? totals : before;
            double *sum = g_hash_table_lookup(sums, &pair);

            if (sum == NULL) {
                sum = g_new0(double, 1);
                g_hash_table_insert(sums, g_memdup2(&pair, sizeof pair), sum);
            }
            if (pass == 1) {
                double total = *(double *)g_hash_table_lookup(totals, &pair) - PAIR_GAP;

                link->aside = *sum + link->width / 2 - total / 2;
                if (ends->from > ends->to)
                    link->aside = -link->aside;
                for (guint end = 0; end < 2; end++) {
                    double *radius = &view->radii[end == 0 ? ends->from : ends->to];

                    *radius = MAX(*radius, relation_disc_radius(context->theme, total));
                }
            }
            *sum += link->width + PAIR_GAP;
        }
    }
}

void
network_place_links(GraphView *view, const MarkContext *context)
{
    const Graph *graph = (const Graph *)context->layer;
    const Relations *relations = graph->relations;

    for (guint k = 0; k < relations->n_links; k++)
        if (graph_is_here(context, k))
            view->links[view->n_links++] =
                (NetworkLink){ .link = k,
                               .width = relations_width(relations, context->theme,
                                                        relations->links[k].weight) };
    qsort(view->links, view->n_links, sizeof *view->links, network_compare);
    network_place_pairs(view, context, relations);
}

void
network_bend_links(GraphView *view, const Relations *relations)
{
    for (guint k = 0; k < view->n_links; k++)
        network_bend(view, relations, &view->links[k]);
}

void
network_outline(const GraphView *view, const Relations *relations, const NetworkLink *link,
                Path *path)
{
    const RelationLink *ends = &relations->links[link->link];
    const FlowNode from = { view->nodes[ends->from], view->radii[ends->from] };
    const FlowNode to = { view->nodes[ends->to], view->radii[ends->to] };
    FlowOptions options = { .ends = relations->directed ? FLOW_ARROW : FLOW_LINE,
                            .page = view->rect,
                            .gap = LINK_GAP };
    Point points[WAY_POINTS];

    network_way(view, relations, link, points);
    if (link->bend == 0)
        points[1] = points[WAY_POINTS - 1];
    flow_path_outline(points, link->bend == 0 ? 2 : WAY_POINTS, &from, &to, link->width, &options,
                      path);
}
