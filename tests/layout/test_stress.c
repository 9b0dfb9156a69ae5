// Network layouts: shapes that are known, room for every box, and steps that never go back.
#include "layout/stress.h"
#include "layout/stress_work.h"

#include <string.h>

#define AREA ((Rect){ 10, 20, 800, 400 })

typedef struct {
    Size boxes[1000];
    Point at[1000];
    NetworkEdge edges[4000];
    guint n, n_edges;
} Network;

static guint32
next_random(guint32 *state)
{
    *state = *state * 1664525 + 1013904223;
    return *state >> 8;
}

static Network *
network_new(guint n, double width, double height)
{
    Network *network = g_new0(Network, 1);

    network->n = n;
    for (guint i = 0; i < n; i++)
        network->boxes[i] = (Size){ width, height };
    return network;
}

static void
link_nodes(Network *network, guint from, guint to)
{
    network->edges[network->n_edges++] = (NetworkEdge){ from, to };
}

static gboolean
lay_out(Network *network, Rect area)
{
    return stress_lay_out(network->boxes, network->n, network->edges, network->n_edges, area,
                          network->at);
}

static double
distance_of(const Network *network, guint a, guint b)
{
    return hypot(network->at[a].x - network->at[b].x, network->at[a].y - network->at[b].y);
}

/* No two boxes overlap, and all lie in the area. */
static void
assert_apart(const Network *network, Rect area)
{
    Rect around = rect_grow(area, 1e-6, 1e-6);

    for (guint i = 0; i < network->n; i++) {
        Size a = network->boxes[i];
        Rect box = { network->at[i].x - a.width / 2, network->at[i].y - a.height / 2, a.width,
                     a.height };

        g_assert_true(rect_contains(around, box));
        for (guint k = 0; k < i; k++) {
            Size b = network->boxes[k];

            g_assert_true(fabs(network->at[i].x - network->at[k].x) >= (a.width + b.width) / 2 ||
                          fabs(network->at[i].y - network->at[k].y) >= (a.height + b.height) / 2);
        }
    }
}

static void
test_a_star_is_even(void)
{
    g_autofree Network *star = network_new(11, 90, 40);
    Point centre;

    for (guint i = 1; i < 11; i++)
        link_nodes(star, 0, i);
    g_assert_true(lay_out(star, AREA));
    assert_apart(star, AREA);
    centre = star->at[0];
    g_assert_cmpfloat_with_epsilon(centre.x, 410, 1e-6);
    g_assert_cmpfloat_with_epsilon(centre.y, 220, 1e-6);
    /* The first leaf at the top, then clockwise: on one ellipse, opposite ones opposite. */
    g_assert_cmpfloat_with_epsilon(star->at[1].x, centre.x, 1e-6);
    g_assert_cmpfloat(star->at[1].y, <, centre.y);
    g_assert_cmpfloat(star->at[2].x, >, centre.x);
    for (guint i = 0; i < 10; i++) {
        double x = star->at[i + 1].x - centre.x, y = star->at[i + 1].y - centre.y;
        Point opposite = star->at[(i + 5) % 10 + 1];
        double radius = centre.y - star->at[1].y;
        double across = (star->at[3].x - centre.x) / sin(2 * G_PI / 5);

        g_assert_cmpfloat_with_epsilon(opposite.x, centre.x - x, 1e-6);
        g_assert_cmpfloat_with_epsilon(opposite.y, centre.y - y, 1e-6);
        g_assert_cmpfloat_with_epsilon(x * x / (across * across) + y * y / (radius * radius), 1,
                                       1e-6);
    }
}

static void
test_a_path_lies(void)
{
    g_autofree Network *path = network_new(6, 60, 40);

    for (guint i = 0; i < 5; i++)
        link_nodes(path, i, i + 1);
    g_assert_true(lay_out(path, AREA));
    for (guint i = 0; i < 5; i++) {
        g_assert_cmpfloat_with_epsilon(path->at[i].y, 220, 1);
        g_assert_cmpfloat_with_epsilon(path->at[i + 1].x - path->at[i].x,
                                       path->at[1].x - path->at[0].x, 1);
    }
    g_assert_cmpfloat(path->at[1].x, >, path->at[0].x + 60);
}

/* Scrambled cycles and complete graphs are even polygons, but for the stretch. */
static void
test_polygons(void)
{
    for (guint complete = 0; complete < 2; complete++) {
        g_autofree Network *ring = network_new(12, 30, 20);

        for (guint i = 0; i < 12; i++)
            for (guint k = 1; k <= (complete ? 11u : 1u); k++)
                link_nodes(ring, i * 5 % 12, (i + k) * 5 % 12);
        g_assert_true(lay_out(ring, (Rect){ 0, 0, 400, 400 }));
        for (guint i = 0; i < 12; i++)
            g_assert_cmpfloat_with_epsilon(hypot(ring->at[i].x - 200, ring->at[i].y - 200),
                                           hypot(ring->at[0].x - 200, ring->at[0].y - 200), 10);
    }
}

/* A grid numbered by rows keeps its rows and columns. */
static void
test_a_grid(void)
{
    g_autofree Network *grid = network_new(28, 40, 30);

    for (guint i = 0; i < 28; i++) {
        if (i % 7 < 6)
            link_nodes(grid, i, i + 1);
        if (i < 21)
            link_nodes(grid, i, i + 7);
    }
    g_assert_true(lay_out(grid, AREA));
    for (guint i = 0; i < 28; i++) {
        g_assert_true(i % 7 == 6 || grid->at[i + 1].x > grid->at[i].x + 60);
        g_assert_true(i >= 21 || grid->at[i + 7].y > grid->at[i].y + 60);
        g_assert_cmpfloat_with_epsilon(grid->at[i].y, grid->at[i / 7 * 7].y, 15);
    }
}

static void
test_stress_never_rises(void)
{
    guint32 state = 5;
    guint sizes[] = { 3, 20, 60, 450 };

    for (guint s = 0; s < G_N_ELEMENTS(sizes); s++) {
        g_autofree Network *network = network_new(sizes[s], 10, 10);
        g_autoptr(GPtrArray) parts = NULL;
        g_autoptr(StressTerms) terms = NULL;
        double before = G_MAXDOUBLE;

        for (guint i = 1; i < sizes[s]; i++)
            link_nodes(network, i, next_random(&state) % i);
        for (guint i = 0; i < sizes[s] / 2; i++)
            link_nodes(network, next_random(&state) % sizes[s], next_random(&state) % sizes[s]);
        parts = stress_parts(network->boxes, network->n, network->edges, network->n_edges);
        g_assert_cmpuint(parts->len, ==, 1);
        terms = stress_terms_new(g_ptr_array_index(parts, 0));
        stress_start(terms);
        for (guint k = 0; k < 40; k++) {
            double stress = stress_of(terms);

            g_assert_cmpfloat(stress, <=, before * (1 + 1e-12));
            g_assert_cmpfloat(stress_step(terms), ==, stress);
            before = stress;
        }
    }
}

/* A stationary place stays where it is: the whole is not held by the equations. */
static void
test_nothing_drifts(void)
{
    g_autofree Network *ring = network_new(12, 10, 10);
    g_autoptr(GPtrArray) parts = NULL;
    g_autoptr(StressTerms) terms = NULL;

    for (guint i = 0; i < 12; i++)
        link_nodes(ring, i, (i + 1) % 12);
    parts = stress_parts(ring->boxes, ring->n, ring->edges, ring->n_edges);
    terms = stress_terms_new(g_ptr_array_index(parts, 0));
    stress_start(terms);
    for (guint k = 0; k < 100; k++)
        stress_step(terms);
    for (guint i = 0; i < 12; i++)
        g_assert_cmpfloat(hypot(terms->x[i], terms->y[i]), <, 3);
}

static void
test_random_networks_have_room(void)
{
    guint32 state = 11;

    for (guint round = 0; round < 60; round++) {
        guint n = 2 + next_random(&state) % 50, n_edges = next_random(&state) % (3 * n);
        g_autofree Network *network = network_new(n, 0, 0);
        Rect area = { 0, 0, 500 + next_random(&state) % 500, 500 };

        for (guint i = 0; i < n; i++)
            network->boxes[i] = (Size){ 20 + next_random(&state) % 60, 16 };
        for (guint i = 0; i < n_edges; i++)
            link_nodes(network, next_random(&state) % n, next_random(&state) % n);
        g_assert_true(lay_out(network, area));
        assert_apart(network, area);
    }
}

/* Repeated links, both directions and links of a node to itself change nothing; nor does the order
 * of the links. */
static void
test_only_pairs_count(void)
{
    g_autofree Network *one = network_new(9, 50, 30);
    g_autofree Network *other = network_new(9, 50, 30);

    for (guint i = 1; i < 9; i++)
        link_nodes(one, i / 2, i);
    for (guint i = 8; i > 0; i--) {
        link_nodes(other, i, i / 2);
        link_nodes(other, i / 2, i);
        link_nodes(other, i, i);
    }
    g_assert_true(lay_out(one, AREA));
    g_assert_true(lay_out(other, AREA));
    g_assert_cmpmem(one->at, 9 * sizeof(Point), other->at, 9 * sizeof(Point));
}

/* The largest part first; single nodes in a row at the bottom. */
static void
test_parts_and_single_nodes(void)
{
    g_autofree Network *network = network_new(14, 50, 30);

    link_nodes(network, 0, 1);
    for (guint i = 3; i < 11; i++)
        link_nodes(network, 2, i);
    g_assert_true(lay_out(network, AREA));
    assert_apart(network, AREA);
    g_assert_cmpfloat(network->at[0].x, >, network->at[2].x + 100);
    for (guint i = 11; i < 14; i++)
        g_assert_cmpfloat_with_epsilon(network->at[i].y, 405, 1e-6);
    g_assert_cmpfloat(network->at[12].x - network->at[11].x, >, 50);
    g_assert_cmpfloat_with_epsilon(network->at[12].x, 410, 1e-6);
}

static void
test_few_nodes(void)
{
    g_autofree Network *network = network_new(2, 100, 40);

    g_assert_true(lay_out(network, AREA));
    g_assert_cmpfloat_with_epsilon(network->at[0].y, 220, 1e-6);
    link_nodes(network, 0, 1);
    g_assert_true(lay_out(network, AREA));
    g_assert_cmpfloat_with_epsilon(network->at[0].y, 220, 1e-6);
    g_assert_cmpfloat_with_epsilon(distance_of(network, 0, 1), 240, 1e-6);
    g_assert_cmpfloat(network->at[0].x, <, network->at[1].x);
    network->n = 0;
    g_assert_true(stress_lay_out(NULL, 0, NULL, 0, AREA, NULL));
}

/* Too little room: nothing leaves the area, and the caller hears of it. */
static void
test_no_room(void)
{
    g_autofree Network *network = network_new(40, 100, 40);
    Rect area = { 0, 0, 300, 200 };

    for (guint i = 1; i < 40; i++)
        link_nodes(network, 0, i);
    g_assert_false(lay_out(network, area));
    for (guint i = 0; i < 40; i++) {
        g_assert_cmpfloat(fabs(network->at[i].x - 150), <=, 100);
        g_assert_cmpfloat(fabs(network->at[i].y - 100), <=, 80);
    }
    g_assert_false(lay_out(network, (Rect){ 5, 5, 0, 0 }));
    g_assert_cmpfloat(network->at[7].x, ==, 5);
}

static void
test_a_thousand_nodes(void)
{
    g_autofree Network *network = network_new(1000, 5, 5);
    g_autofree Network *again = network_new(1000, 5, 5);
    guint32 state = 13;

    for (guint i = 1; i < 1000; i++) {
        link_nodes(network, i, next_random(&state) % i);
        link_nodes(again, i, network->edges[i - 1].to);
    }
    lay_out(network, AREA);
    lay_out(again, AREA);
    g_assert_cmpmem(network->at, sizeof network->at, again->at, sizeof again->at);
    for (guint i = 0; i < 1000; i++)
        g_assert_true(isfinite(network->at[i].x) && isfinite(network->at[i].y));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/stress/a-star-is-even", test_a_star_is_even);
    g_test_add_func("/stress/a-path-lies", test_a_path_lies);
    g_test_add_func("/stress/polygons", test_polygons);
    g_test_add_func("/stress/a-grid", test_a_grid);
    g_test_add_func("/stress/stress-never-rises", test_stress_never_rises);
    g_test_add_func("/stress/nothing-drifts", test_nothing_drifts);
    g_test_add_func("/stress/random-networks-have-room", test_random_networks_have_room);
    g_test_add_func("/stress/only-pairs-count", test_only_pairs_count);
    g_test_add_func("/stress/parts-and-single-nodes", test_parts_and_single_nodes);
    g_test_add_func("/stress/few-nodes", test_few_nodes);
    g_test_add_func("/stress/no-room", test_no_room);
    g_test_add_func("/stress/a-thousand-nodes", test_a_thousand_nodes);
    return g_test_run();
}
