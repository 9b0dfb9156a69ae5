// Orders of nodes against the best of all orders, which small networks can try.
#include "layout/node_order.h"

#include <math.h>
#include <string.h>

static guint32
next_random(guint32 *state)
{
    *state = *state * 1664525 + 1013904223;
    return *state >> 8;
}

/* Random links between nodes of [0, rows) and [0, columns). */
static GArray *
random_links(guint32 *state, guint rows, guint columns, guint n_links)
{
    GArray *links = g_array_new(FALSE, FALSE, sizeof(OrderLink));

    for (guint k = 0; k < n_links; k++) {
        OrderLink link = { next_random(state) % rows, next_random(state) % columns,
                           1 + next_random(state) % 9 };

        if (rows != columns || link.from != link.to)
            g_array_append_val(links, link);
    }
    return links;
}

static void
assert_permutation(const guint *order, guint n)
{
    g_autofree guint8 *seen = g_new0(guint8, n);

    for (guint i = 0; i < n; i++) {
        g_assert_cmpuint(order[i], <, n);
        g_assert_cmpuint(seen[order[i]]++, ==, 0);
    }
}

typedef double (*OrderCost)(const guint *order, guint n, gconstpointer data);

static double
best_of_all(guint *order, guint fixed, guint n, OrderCost cost, gconstpointer data)
{
    double best = G_MAXDOUBLE;

    if (fixed == n)
        return cost(order, n, data);
    for (guint k = fixed; k < n; k++) {
        guint kept = order[fixed];

        order[fixed] = order[k];
        order[k] = kept;
        best = MIN(best, best_of_all(order, fixed + 1, n, cost, data));
        order[k] = order[fixed];
        order[fixed] = kept;
    }
    return best;
}

/* The sum of weight x distance. */
static double
order_length(guint n, const OrderLink *links, guint n_links, const guint *order)
{
    g_autofree guint *place = g_new(guint, n);
    double sum = 0;

    for (guint i = 0; i < n; i++)
        place[order[i]] = i;
    for (guint k = 0; k < n_links; k++)
        sum += links[k].weight * fabs((double)place[links[k].from] - (double)place[links[k].to]);
    return sum;
}

static double
line_cost(const guint *order, guint n, gconstpointer data)
{
    const GArray *links = data;

    return order_length(n, (const OrderLink *)(gconstpointer)links->data, links->len, order);
}

static void
test_line_is_the_shortest(void)
{
    guint32 state = 1;

    for (guint round = 0; round < 40; round++) {
        guint order[7], all[7] = { 0, 1, 2, 3, 4, 5, 6 };
        g_autoptr(GArray) links = random_links(&state, 7, 7, 4 + round % 8);
        const OrderLink *data = (const OrderLink *)(gconstpointer)links->data;

        node_order_line(7, data, links->len, order);
        assert_permutation(order, 7);
        g_assert_cmpfloat_with_epsilon(order_length(7, data, links->len, order),
                                       best_of_all(all, 0, 7, line_cost, links), 1e-9);
    }
}

/* A path with scrambled numbers comes out as a path, exact or not; the first node in front. */
static void
test_line_finds_a_path(void)
{
    guint sizes[] = { 2, 5, 12, 13, 60 };

    for (guint s = 0; s < G_N_ELEMENTS(sizes); s++) {
        guint n = sizes[s], order[60], place = 0;
        OrderLink links[60];

        for (guint i = 0; i + 1 < n; i++)
            links[i] = (OrderLink){ i * 7 % n, (i + 1) * 7 % n, 2 };
        node_order_line(n, links, n - 1, order);
        assert_permutation(order, n);
        g_assert_cmpfloat(order_length(n, links, n - 1, order), ==, 2 * (n - 1));
        while (order[place] != 0)
            place++;
        g_assert_cmpuint(2 * place, <, n);
    }
}

static void
test_line_keeps_parts_together(void)
{
    OrderLink links[] = { { 0, 4, 1 }, { 1, 5, 1 }, { 5, 3, 9 }, { 2, 2, 1 } };
    guint order[7], expected[] = { 1, 5, 3, 0, 4, 2, 6 };

    node_order_line(7, links, 4, order);
    g_assert_cmpmem(order, sizeof order, expected, sizeof expected);
    node_order_line(0, NULL, 0, order);
}

/* A heavy pair stands together even where many light ones pull. */
static void
test_line_keeps_heavy_pairs_close(void)
{
    OrderLink links[] = { { 0, 1, 1 }, { 0, 2, 1 }, { 0, 3, 1 }, { 0, 4, 50 } };
    guint order[5], at[5];

    node_order_line(5, links, 4, order);
    for (guint i = 0; i < 5; i++)
        at[order[i]] = i;
    g_assert_cmpuint(at[0] > at[4] ? at[0] - at[4] : at[4] - at[0], ==, 1);
}

/* Two heuristics and an exact search must agree on how good they are. */
static void
test_line_of_many(void)
{
    guint32 state = 7;
    guint order[100], again[100], given[100];
    g_autoptr(GArray) links = random_links(&state, 100, 100, 300);
    const OrderLink *data = (const OrderLink *)(gconstpointer)links->data;

    for (guint i = 0; i < 100; i++)
        given[i] = i;
    node_order_line(100, data, links->len, order);
    node_order_line(100, data, links->len, again);
    assert_permutation(order, 100);
    g_assert_cmpmem(order, sizeof order, again, sizeof again);
    g_assert_cmpfloat(order_length(100, data, links->len, order), <,
                      0.6 * order_length(100, data, links->len, given));
}

typedef struct {
    const double *cells;
    guint n_other;
} MatrixRows;

static double
rows_cost(const guint *order, guint n, gconstpointer data)
{
    const MatrixRows *rows = data;
    double sum = 0;

    for (guint i = 1; i < n; i++) {
        double square = 0;

        for (guint k = 0; k < rows->n_other; k++) {
            double a = sqrt(rows->cells[order[i] * rows->n_other + k]);
            double b = sqrt(rows->cells[order[i - 1] * rows->n_other + k]);

            square += (a - b) * (a - b);
        }
        sum += sqrt(square);
    }
    return sum;
}

static void
test_matrix_rows_are_the_shortest_way(void)
{
    guint32 state = 3;
    guint exact = 0;

    for (guint round = 0; round < 40; round++) {
        guint rows[7], columns[5], all[7] = { 0, 1, 2, 3, 4, 5, 6 };
        double cells[35] = { 0 }, best, found;
        g_autoptr(GArray) links = random_links(&state, 7, 5, 6 + round % 20);

        for (guint k = 0; k < links->len; k++) {
            OrderLink link = g_array_index(links, OrderLink, k);

            cells[link.from * 5 + link.to] += link.weight;
        }
        node_order_matrix(7, 5, FALSE, (const OrderLink *)(gconstpointer)links->data, links->len,
                          rows, columns);
        assert_permutation(rows, 7);
        assert_permutation(columns, 5);
        found = rows_cost(rows, 7, &(MatrixRows){ cells, 5 });
        best = best_of_all(all, 0, 7, rows_cost, &(MatrixRows){ cells, 5 });
        g_assert_cmpfloat(found, <=, best * 1.02 + 1e-9);
        exact += found <= best + 1e-9;
    }
    g_assert_cmpuint(exact, >=, 38);
}

/* Two groups that link among themselves come out as two blocks, whatever their numbers. */
static void
test_matrix_groups(void)
{
    OrderLink links[60];
    guint order[8], columns[8], n = 0, changes = 0;

    for (guint i = 0; i < 8; i++)
        for (guint k = 0; k < 8; k++)
            if (i != k && i % 2 == k % 2)
                links[n++] = (OrderLink){ i, k, 4 };
    node_order_matrix(8, 8, TRUE, links, n, order, columns);
    assert_permutation(order, 8);
    g_assert_cmpmem(order, sizeof order, columns, sizeof columns);
    for (guint i = 1; i < 8; i++)
        changes += order[i] % 2 != order[i - 1] % 2;
    g_assert_cmpuint(changes, ==, 1);
}

/* One row: its columns go by weight, and alike ones by number. */
static void
test_matrix_of_one_row(void)
{
    OrderLink links[] = { { 0, 0, 3 }, { 0, 1, 9 }, { 0, 2, 1 }, { 0, 3, 5 }, { 0, 4, 5 } };
    guint rows[1], columns[5], expected[] = { 1, 3, 4, 0, 2 };

    node_order_matrix(1, 5, FALSE, links, 5, rows, columns);
    g_assert_cmpmem(columns, sizeof columns, expected, sizeof expected);
    node_order_matrix(0, 0, FALSE, NULL, 0, rows, columns);
}

/* A band matrix, its rows and columns scrambled, comes back as a band along the diagonal. */
static void
test_matrix_band(void)
{
    OrderLink links[40];
    guint rows[13], columns[13], n = 0, row_at[13], column_at[13];

    for (guint i = 0; i < 13; i++)
        for (guint k = i > 0 ? i - 1 : 0; k <= MIN(i + 1, 12); k++)
            links[n++] = (OrderLink){ i * 5 % 13, k * 8 % 13, 4 };
    node_order_matrix(13, 13, FALSE, links, n, rows, columns);
    for (guint i = 0; i < 13; i++) {
        row_at[rows[i]] = i;
        column_at[columns[i]] = i;
    }
    for (guint k = 0; k < n; k++)
        g_assert_cmpint(ABS((int)row_at[links[k].from] - (int)column_at[links[k].to]), <=, 1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/node-order/line-is-the-shortest", test_line_is_the_shortest);
    g_test_add_func("/node-order/line-finds-a-path", test_line_finds_a_path);
    g_test_add_func("/node-order/line-keeps-parts-together", test_line_keeps_parts_together);
    g_test_add_func("/node-order/line-keeps-heavy-pairs-close", test_line_keeps_heavy_pairs_close);
    g_test_add_func("/node-order/line-of-many", test_line_of_many);
    g_test_add_func("/node-order/matrix-rows", test_matrix_rows_are_the_shortest_way);
    g_test_add_func("/node-order/matrix-groups", test_matrix_groups);
    g_test_add_func("/node-order/matrix-of-one-row", test_matrix_of_one_row);
    g_test_add_func("/node-order/matrix-band", test_matrix_band);
    return g_test_run();
}
