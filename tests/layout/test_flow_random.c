// A thousand random graphs: no link over a node that is not its own, or the arc says so; and the
// links of two nodes never meet.
#include "layout/flow.h"

#include "support/flow_shape.h"

#define GRAPHS 1000
#define NODES 20
#define LINKS 30

static const FlowOptions options = { FLOW_ARROW, { 0, 0, 760, 480 }, 2 };

typedef struct {
    FlowNode nodes[NODES];
    FlowLink links[LINKS];
    guint n_nodes;
    FlowArc arcs[LINKS];
    FlowShape shapes[LINKS];
} Graph;

/* Numbers in [0, 1) that are the same everywhere (Knuth's MMIX generator). */
static double
next_number(guint64 *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (double)(*state >> 33) / 2147483648.0;
}

static gboolean
has_room(const Graph *graph, FlowNode node)
{
    for (guint i = 0; i < graph->n_nodes; i++) {
        const FlowNode *other = &graph->nodes[i];

        if (hypot(node.at.x - other->at.x, node.at.y - other->at.y) <
            node.radius + other->radius + 14)
            return FALSE;
    }
    return TRUE;
}

/* 15 to 20 places with dots of 3 to 9 px and 30 links of 1 to 7 px, most of them thin. */
static void
draw_graph(Graph *graph, guint64 seed)
{
    guint64 state = seed;
    guint wanted = 15 + (guint)(6 * next_number(&state));

    graph->n_nodes = 0;
    while (graph->n_nodes < wanted) {
        double x = 30 + 700 * next_number(&state), y = 30 + 420 * next_number(&state);
        FlowNode node = { { x, y }, 3 + 6 * next_number(&state) };

        if (has_room(graph, node))
            graph->nodes[graph->n_nodes++] = node;
    }
    for (guint i = 0; i < LINKS;) {
        guint from = (guint)(wanted * next_number(&state));
        guint to = (guint)(wanted * next_number(&state));
        double share = next_number(&state);

        if (from != to)
            graph->links[i++] = (FlowLink){ from, to, 1 + 6 * share * share };
    }
    flow_lay_out(graph->nodes, graph->n_nodes, graph->links, LINKS, &options, graph->arcs);
    for (guint i = 0; i < LINKS; i++)
        shape_of_arc(&graph->arcs[i], &graph->shapes[i]);
}

static gboolean
is_over_node(const Graph *graph, guint link)
{
    for (guint i = 0; i < graph->n_nodes; i++)
        if (i != graph->links[link].from && i != graph->links[link].to &&
            shape_distance(&graph->shapes[link], graph->nodes[i].at) < graph->nodes[i].radius)
            return TRUE;
    return FALSE;
}

static gboolean
same_pair(FlowLink a, FlowLink b)
{
    return (a.from == b.from && a.to == b.to) || (a.from == b.to && a.to == b.from);
}

static void
test_no_link_over_a_node(void)
{
    g_autofree Graph *graph = g_new(Graph, 1);
    guint clear = 0, meeting = 0, pairs = 0;

    for (guint seed = 0; seed < GRAPHS; seed++) {
        guint over = 0;

        draw_graph(graph, seed);
        for (guint i = 0; i < LINKS; i++) {
            gboolean found = is_over_node(graph, i);

            /* What is over a node is always said. */
            g_assert_true(!found || graph->arcs[i].over_node);
            over += found;
            for (guint k = 0; k < i; k++) {
                if (!same_pair(graph->links[i], graph->links[k]))
                    continue;
                pairs++;
                meeting += shape_meets(&graph->shapes[i], &graph->shapes[k]);
            }
        }
        clear += over == 0;
    }
    g_test_message("%u of %u graphs clear; %u of %u pairs meet", clear, GRAPHS, meeting, pairs);
    g_assert_cmpuint(clear, >=, GRAPHS * 97 / 100);
    g_assert_cmpuint(meeting, ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/flow-random/no-link-runs-over-a-node-unsaid", test_no_link_over_a_node);
    return g_test_run();
}
