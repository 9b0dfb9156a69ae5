// Relations without geography: what stands where, and what is refused.
#include "figure.h"

#define TRADE               \
    "from,to,weight,kind\n" \
    "Hub,Ann,400,food\nHub,Bob,100,food\nHub,Cyd,25,tools\nBob,Cyd,100,tools\n"
#define ENDS "from=from", "to=to"

/* The marks with a tooltip, in painting order. */
static const SceneNode *
find_mark(const Figure *figure, const char *title)
{
    g_autoptr(GPtrArray) nodes = figure_nodes(figure);

    for (guint i = 0; i < nodes->len; i++) {
        const SceneNode *node = nodes->pdata[i];

        if (node->kind == NODE_GROUP && g_strcmp0(node->group.title, title) == 0)
            return node->group.first;
    }
    g_assert_not_reached();
}

static void
test_nodes_and_links(void)
{
    g_auto(Figure) figure = FIGURE("network", TRADE, ENDS, "weight=weight", "color=kind");
    g_autoptr(GPtrArray) circles = figure_find(&figure, ROLE_MARK, NODE_CIRCLE);
    const char *names[] = { "Hub", "Ann", "Bob", "Cyd", "food", "tools", "Weight" };

    g_assert_cmpuint(circles->len, ==, 4);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        g_assert_nonnull(figure_text_node(&figure, names[i]));
    g_assert_nonnull(find_mark(&figure, "Hub – Ann: 400"));
    g_assert_cmpuint(report_length(figure.report), ==, 0);
}

/* The order of the rows changes nothing: nodes stand where their names say. */
static void
test_any_order_of_rows(void)
{
    g_auto(Figure) one = FIGURE("network", TRADE, ENDS);
    g_auto(Figure) other = FIGURE("network",
                                  "from,to,weight,kind\nBob,Cyd,1,tools\nHub,Cyd,1,tools\n"
                                  "Hub,Bob,1,food\nHub,Ann,1,food\n",
                                  ENDS);
    const char *names[] = { "Hub", "Ann", "Bob", "Cyd" };

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        const SceneNode *a = find_mark(&one, names[i]), *b = find_mark(&other, names[i]);

        g_assert_cmpfloat(a->circle.centre.x, ==, b->circle.centre.x);
        g_assert_cmpfloat(a->circle.centre.y, ==, b->circle.centre.y);
        g_assert_cmpfloat(figure_text_node(&one, names[i])->text.at.x, ==,
                          figure_text_node(&other, names[i])->text.at.x);
    }
}

/* A star has its links straight and its first leaf, by name, on top. */
static void
test_a_star(void)
{
    g_auto(Figure) figure = FIGURE("network", "from,to\nHub,B\nHub,A\nHub,D\nHub,C\nHub,E\n", ENDS);
    Point hub = find_mark(&figure, "Hub")->circle.centre;
    Point first = find_mark(&figure, "A")->circle.centre;
    Point second = find_mark(&figure, "B")->circle.centre;

    g_assert_cmpfloat_with_epsilon(first.x, hub.x, 0.01);
    g_assert_cmpfloat(first.y, <, hub.y - 50);
    g_assert_cmpfloat(second.x, >, hub.x + 50);
}

static void
test_arcs_are_a_column(void)
{
    g_auto(Figure) figure =
        FIGURE("network", "from,to\nA,B\nB,C\nC,D\nD,E\n", ENDS, "view=arc", "direction=arrow");
    const char *names[] = { "A", "B", "C", "D", "E" };
    double right = 0, y = 0;

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        const SceneNode *name = figure_text_node(&figure, names[i]);
        double end = name->text.at.x;

        g_assert_cmpint(name->text.anchor, ==, ANCHOR_END);
        g_assert_cmpfloat(name->text.at.y, >, y);
        g_assert_true(i == 0 || end == right);
        right = end;
        y = name->text.at.y;
    }
    g_assert_nonnull(find_mark(&figure, "A → B"));
}

/* The area of a disc is the weight: a quarter of it is half of the radius. */
static void
test_matrix_areas(void)
{
    g_auto(Figure) figure =
        FIGURE("network", TRADE, ENDS, "weight=weight", "view=matrix", "direction=arrow");
    double largest = find_mark(&figure, "Hub → Ann: 400")->circle.radius;

    g_assert_cmpfloat_with_epsilon(find_mark(&figure, "Hub → Bob: 100")->circle.radius, largest / 2,
                                   0.02);
    g_assert_cmpfloat_with_epsilon(find_mark(&figure, "Hub → Cyd: 25")->circle.radius, largest / 4,
                                   0.02);
    /* Hub gets nothing and has no column; Ann sends nothing and has no row. */
    g_assert_true(figure_has_text(&figure, "To →"));
    g_assert_true(figure_has_text(&figure, "From ↓"));
    g_assert_true(figure_has_text(&figure, "400"));
}

/* Without a direction a link stands on both sides of the diagonal. */
static void
test_matrix_mirrors(void)
{
    g_auto(Figure) figure = FIGURE("network", TRADE, ENDS, "view=matrix");
    const SceneNode *first = find_mark(&figure, "Bob – Cyd"), *second = first->next;

    g_assert_nonnull(second);
    g_assert_cmpint(second->kind, ==, NODE_CIRCLE);
    g_assert_cmpfloat(fabs(first->circle.centre.x - second->circle.centre.x), >, 10);
    g_assert_cmpfloat(fabs(first->circle.centre.y - second->circle.centre.y), >, 10);
}

/* Two kinds between the same nodes lie side by side, in every view. */
static void
test_links_side_by_side(void)
{
    const char *views[] = { "view=network", "view=arc", "view=matrix" };

    for (guint i = 0; i < G_N_ELEMENTS(views); i++) {
        g_auto(Figure) figure = FIGURE("network", "from,to,kind,w\nA,B,x,3\nA,B,y,3\nB,C,x,9\n",
                                       ENDS, "color=kind", "weight=w", views[i]);
        g_autoptr(GPtrArray) nodes = figure_nodes(&figure);
        g_autoptr(GPtrArray) found = g_ptr_array_new();

        for (guint k = 0; k < nodes->len; k++) {
            const SceneNode *node = nodes->pdata[k];

            if (node->kind == NODE_GROUP && g_strcmp0(node->group.title, "A – B: 3") == 0)
                g_ptr_array_add(found, (gpointer)node);
        }
        g_assert_cmpuint(found->len, ==, 2);
        if (i == 2) {
            const SceneNode *a = ((const SceneNode *)found->pdata[0])->group.first;
            const SceneNode *b = ((const SceneNode *)found->pdata[1])->group.first;

            g_assert_cmpfloat(fabs(a->circle.centre.x - b->circle.centre.x), >=,
                              a->circle.radius + b->circle.radius);
        }
    }
}

/* The map's own flags give the map's own names. */
static void
test_views_of_a_map(void)
{
    g_auto(Figure) figure =
        FIGURE("map", "a,b\nPRK,THA\nPRK,VNM\n", "from=a", "to=b", "view=network");

    g_assert_nonnull(figure_text_node(&figure, "North Korea"));
    g_assert_nonnull(figure_text_node(&figure, "Thailand"));
}

static void
assert_refused(const Figure *figure, const char *words)
{
    g_assert_nonnull(figure->error);
    if (strstr(figure->error->message, words) == NULL)
        g_error("\"%s\" does not say \"%s\"", figure->error->message, words);
}

static void
test_refused(void)
{
    g_auto(Figure) self = FIGURE("network", "from,to\nA,B\nC,C\n", ENDS);
    g_auto(Figure) twice = FIGURE("network", "from,to\nA,B\nB,A\n", ENDS);
    g_auto(Figure) zero = FIGURE("network", "from,to,w\nA,B,0\n", ENDS, "weight=w");
    g_auto(Figure) extent =
        FIGURE("map", "a,b\nPRK,THA\n", "from=a", "to=b", "view=arc", "extent=world");
    g_auto(Figure) x = FIGURE("map", "a,b,c\nPRK,THA,1\n", "from=a", "to=b", "view=matrix", "x=c");
    g_auto(Figure) map = FIGURE("network", "from,to\nA,B\n", ENDS, "view=map");
    g_auto(Figure) unknown = FIGURE("map", "a,b\nPRK,XX9\n", "from=a", "to=b", "view=network");

    assert_refused(&self, "a link from C to itself");
    assert_refused(&twice, "second row for the link");
    assert_refused(&zero, "no width for a link");
    assert_refused(&extent, "--extent has no meaning for --view arc");
    assert_refused(&x, "--x has no meaning for --view matrix");
    assert_refused(&map, "no --view map");
    assert_refused(&unknown, "XX9");
}

static void
test_no_names(void)
{
    const char *views[] = { "view=network", "view=arc", "view=matrix" };

    for (guint i = 0; i < G_N_ELEMENTS(views); i++) {
        g_auto(Figure) figure =
            FIGURE("network", "from,to\nAnn,Bob\n", ENDS, "label-places=none", views[i]);

        g_assert_false(figure_has_text(&figure, "Ann"));
        g_assert_cmpuint(report_length(figure.report), ==, 0);
    }
}

/* Small pages, many nodes, panels: everything is drawn or counted. */
static void
test_ugly(void)
{
    const char *views[] = { "view=network", "view=arc", "view=matrix" };
    g_autoptr(GString) csv = g_string_new("from,to,w,k\n");

    for (guint i = 1; i < 60; i++)
        g_string_append_printf(csv, "Node number %u,Node number %u,%u,k%u\n", i * 7 % i, i + 100,
                               i * i, i % 3);
    for (guint i = 0; i < G_N_ELEMENTS(views); i++) {
        g_auto(Figure) small = FIGURE("network", csv->str, ENDS, "weight=w", "width=200",
                                      "height=150", "direction=arrow", views[i]);
        g_auto(Figure) tiny = FIGURE("network", csv->str, ENDS, "width=80", "height=60", views[i]);
        g_auto(Figure) panels = FIGURE("network", csv->str, ENDS, "facet=k", "color=k", views[i]);

        g_assert_no_error(small.error);
        g_assert_no_error(tiny.error);
        g_assert_no_error(panels.error);
        g_assert_cmpuint(report_length(small.report), >, 0);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/network/nodes-and-links", test_nodes_and_links);
    g_test_add_func("/network/any-order-of-rows", test_any_order_of_rows);
    g_test_add_func("/network/a-star", test_a_star);
    g_test_add_func("/network/arcs-are-a-column", test_arcs_are_a_column);
    g_test_add_func("/network/matrix-areas", test_matrix_areas);
    g_test_add_func("/network/matrix-mirrors", test_matrix_mirrors);
    g_test_add_func("/network/links-side-by-side", test_links_side_by_side);
    g_test_add_func("/network/views-of-a-map", test_views_of_a_map);
    g_test_add_func("/network/refused", test_refused);
    g_test_add_func("/network/no-names", test_no_names);
    g_test_add_func("/network/ugly", test_ugly);
    return g_test_run();
}
