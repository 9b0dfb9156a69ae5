#include "layout/node_order.h"

#include <math.h>
#include <string.h>

#define ROUNDS 30
/* From up to so many nodes a way by nearest neighbours is tried; in large matrices fewer, so that
 * the pairs of all tries together stay below a number. */
#define STARTS 8
#define MOST_PAIRS 4000000.0
/* A way must be shorter by this share to be better. */
#define GAIN 1e-9
/* Rows nearer than this are alike. */
#define ALIKE 1e-9

/* All cells as square roots, so that one heavy cell does not outweigh what else is alike; the
 * shares of the columns, or of the rows, in the products of all pairs are added. */
static void
matrix_add_products(const double *cells, guint n, guint n_other, gboolean by_rows, double *products)
{
    for (guint k = 0; k < n_other; k++) {
        for (guint i = 0; i < n; i++) {
            double cell = by_rows ? cells[(gsize)i * n_other + k] : cells[(gsize)k * n + i];

            for (guint j = 0; cell != 0 && j < n; j++)
                products[(gsize)i * n + j] +=
                    cell * (by_rows ? cells[(gsize)j * n_other + k] : cells[(gsize)k * n + j]);
        }
    }
}

/* Products become distances. */
static void
matrix_distances(double *products, guint n)
{
    for (guint i = 0; i < n; i++)
        for (guint j = 0; j < i; j++) {
            double square = products[(gsize)i * n + i] + products[(gsize)j * n + j] -
                            2 * products[(gsize)i * n + j];

            products[(gsize)i * n + j] = products[(gsize)j * n + i] = sqrt(MAX(0, square));
        }
    for (guint i = 0; i < n; i++)
        products[(gsize)i * n + i] = 0;
}

static double
matrix_way(const double *distances, guint n, const guint *order)
{
    double sum = 0;

    for (guint i = 1; i < n; i++)
        sum += distances[(gsize)order[i - 1] * n + order[i]];
    return sum;
}

static void
matrix_nearest(const double *distances, guint n, guint start, guint *ret_order)
{
    g_autofree guint8 *taken = g_new0(guint8, n);

    for (guint place = 0, at = start; place < n; place++) {
        guint next = n;

        ret_order[place] = at;
        taken[at] = 1;
        for (guint i = 0; i < n; i++)
            if (!taken[i] &&
                (next == n || distances[(gsize)at * n + i] < distances[(gsize)at * n + next]))
                next = i;
        at = next;
    }
}

static double
matrix_step(const double *distances, guint n, const guint *order, gint64 a, gint64 b)
{
    return a < 0 || b >= n ? 0 : distances[(gsize)order[a] * n + order[b]];
}

static void
matrix_reverse(guint *order, guint from, guint to)
{
    for (; from < to; from++, to--) {
        guint kept = order[from];

        order[from] = order[to];
        order[to] = kept;
    }
}

/* Turns round every piece of the way that is shorter so. */
static gboolean
matrix_turn_pieces(const double *distances, guint n, double slack, guint *order)
{
    gboolean any = FALSE;

    for (guint i = 0; i < n; i++) {
        for (guint k = i + 1; k < n; k++) {
            double before = matrix_step(distances, n, order, (gint64)i - 1, i) +
                            matrix_step(distances, n, order, k, k + 1);
            double after = matrix_step(distances, n, order, (gint64)i - 1, k) +
                           (k + 1 < n ? distances[(gsize)order[i] * n + order[k + 1]] : 0);

            if (after >= before - slack)
                continue;
            matrix_reverse(order, i, k);
            any = TRUE;
        }
    }
    return any;
}

/* Moves up to three neighbours to another place wherever the way is shorter so. */
static gboolean
matrix_move_pieces(const double *distances, guint n, double slack, guint *order)
{
    gboolean any = FALSE;

    for (guint size = 1; size <= 3 && size < n; size++) {
        for (guint i = 0; i + size <= n; i++) {
            guint last = i + size - 1;
            double out = matrix_step(distances, n, order, (gint64)i - 1, i) +
                         matrix_step(distances, n, order, last, last + 1) -
                         (i > 0 ? matrix_step(distances, n, order, i - 1, last + 1) : 0);

            /* Between the places k - 1 and k; three reversals make the move. */
            for (guint k = 0; k <= n; k++) {
                double in, open;

                if (k >= i && k <= last + 1)
                    continue;
                open = k < n ? matrix_step(distances, n, order, (gint64)k - 1, k) : 0;
                in = matrix_step(distances, n, order, (gint64)k - 1, i) +
                     matrix_step(distances, n, order, last, k) - open;
                if (in >= out - slack)
                    continue;
                if (k < i) {
                    matrix_reverse(order, k, last);
                    matrix_reverse(order, k, k + size - 1);
                    matrix_reverse(order, k + size, last);
                } else {
                    matrix_reverse(order, i, k - 1);
                    matrix_reverse(order, i, k - 1 - size);
                    matrix_reverse(order, k - size, k - 1);
                }
                any = TRUE;
                break;
            }
        }
    }
    return any;
}

/* The shortest way found through all nodes. */
static void
matrix_path(const double *distances, guint n, guint *ret_order)
{
    g_autofree guint *order = g_new(guint, n);
    double best = G_MAXDOUBLE, pairs = (double)n * n;
    guint starts = CLAMP((guint)MIN(MOST_PAIRS / MAX(pairs * 10, 1), STARTS), 1, MAX(n, 1));
    guint rounds = (guint)CLAMP(MOST_PAIRS / MAX(pairs, 1), 4, ROUNDS);

    for (guint start = 0; start < MIN(n, starts); start++) {
        double slack, length;

        matrix_nearest(distances, n, (guint)((guint64)start * n / starts), order);
        slack = GAIN * matrix_way(distances, n, order);
        for (guint round = 0; round < rounds; round++) {
            gboolean turned = matrix_turn_pieces(distances, n, slack, order);

            if (!matrix_move_pieces(distances, n, slack, order) && !turned)
                break;
        }
        length = matrix_way(distances, n, order);
        if (length < best - slack) {
            best = length;
            memcpy(ret_order, order, n * sizeof *order);
        }
    }
}

/* One order for the nodes of rows and columns: of two nodes that are linked, each stands in the
 * other's place when their rows are compared. */
static double *
matrix_order(const double *cells, guint n, guint n_other, gboolean by_rows, gboolean same,
             guint *ret_order)
{
    double *products = g_new0(double, (gsize)n *n);

    matrix_add_products(cells, n, n_other, by_rows, products);
    if (same) {
        matrix_add_products(cells, n, n_other, !by_rows, products);
        for (guint i = 0; i < n; i++)
            for (guint j = 0; j < n; j++)
                if (i != j)
                    products[(gsize)i * n + j] +=
                        2 * cells[(gsize)i * n + j] * cells[(gsize)j * n + i];
    }
    matrix_distances(products, n);
    matrix_path(products, n, ret_order);
    return products;
}

/* The way in the direction that is wanted; neighbours that are alike go by number. */
static void
matrix_finish(const double *distances, guint n, gboolean reverse, guint *order)
{
    if (reverse)
        matrix_reverse(order, 0, n - 1);
    for (guint i = 1; i < n; i++) {
        for (guint k = i; k > 0 && order[k] < order[k - 1] &&
                          distances[(gsize)order[k] * n + order[k - 1]] < ALIKE;
             k--)
            matrix_reverse(order, k - 1, k);
    }
}

void
node_order_matrix(guint n_rows, guint n_columns, gboolean same, const OrderLink *links,
                  guint n_links, guint *ret_rows, guint *ret_columns)
{
    g_autofree double *cells = g_new0(double, (gsize)n_rows *n_columns + 1);
    g_autofree double *row_sums = g_new0(double, n_rows + 1);
    g_autofree double *row_way = NULL, *column_way = NULL;
    double heavy = 0, diagonal = 0;

    for (guint k = 0; k < n_links; k++)
        cells[(gsize)links[k].from * n_columns + links[k].to] += links[k].weight;
    for (gsize k = 0; k < (gsize)n_rows * n_columns; k++) {
        cells[k] = sqrt(cells[k]);
        row_sums[k / n_columns] += cells[k];
        if (same)
            row_sums[k % n_columns] += cells[k];
    }
    row_way = matrix_order(cells, n_rows, n_columns, TRUE, same, ret_rows);
    for (guint i = 0; i < n_rows; i++)
        heavy += row_sums[ret_rows[i]] * (i - (n_rows - 1) / 2.0);
    matrix_finish(row_way, n_rows, heavy > 1e-9, ret_rows);
    if (same) {
        memcpy(ret_columns, ret_rows, n_rows * sizeof *ret_rows);
        return;
    }
    column_way = matrix_order(cells, n_columns, n_rows, FALSE, FALSE, ret_columns);
    for (guint i = 0; i < n_rows; i++)
        for (guint k = 0; k < n_columns; k++)
            diagonal += cells[(gsize)ret_rows[i] * n_columns + ret_columns[k]] *
                        (n_rows == 1 ? -1 : i - (n_rows - 1) / 2.0) * (k - (n_columns - 1) / 2.0);
    matrix_finish(column_way, n_columns, diagonal < -1e-9, ret_columns);
}
