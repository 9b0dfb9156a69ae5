#include "layout/node_order.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define EXACT_NODES 12
/* Fewer in large parts, so that the pairs of all rounds together stay below a number. */
#define ROUNDS 50
#define ITERATIONS 200
#define MOST_PAIRS 20000000.0

/* One part of the network, by numbers of its own. */
typedef struct {
    guint n;
    double *weight; /* n x n, between two nodes, both directions added */
    double *degree;
} OrderPart;

/* What an order may lose by rounding and is still as good. */
static double
line_slack(const OrderPart *part)
{
    double sum = 0;

    for (guint i = 0; i < part->n; i++)
        sum += part->degree[i];
    return sum * part->n * 1e-12;
}

/* The least sum over all orders, by sets: it is the sum, over all places, of the weight that goes
 * from the nodes before the place to those after it. rest[set] is the least for what comes after a
 * set that stands first. */
static void
line_exact(const OrderPart *part, guint *ret_order)
{
    guint full = (1u << part->n) - 1;
    g_autofree double *rest = g_new0(double, full + 1);
    g_autofree guint8 *next = g_new0(guint8, full + 1);
    g_autofree double *cut = g_new0(double, full + 1);
    double slack = line_slack(part);

    for (guint set = 1; set <= full; set++) {
        guint low = (guint)g_bit_nth_lsf(set, -1);

        cut[set] = cut[set & (set - 1)] + part->degree[low];
        for (guint k = low + 1; k < part->n; k++)
            if (set & (1u << k))
                cut[set] -= 2 * part->weight[low * part->n + k];
    }
    for (guint set = full; set-- > 0;) {
        rest[set] = G_MAXDOUBLE;
        for (guint k = 0; k < part->n; k++) {
            guint with = set | (1u << k);

            if (with == set || cut[with] + rest[with] >= rest[set] - slack)
                continue;
            rest[set] = cut[with] + rest[with];
            next[set] = (guint8)k;
        }
    }
    for (guint set = 0, place = 0; place < part->n; place++) {
        ret_order[place] = next[set];
        set |= 1u << next[set];
    }
}

static double
line_length(const OrderPart *part, const guint *order)
{
    double sum = 0;

    for (guint i = 0; i < part->n; i++)
        for (guint k = i + 1; k < part->n; k++)
            sum += part->weight[order[i] * part->n + order[k]] * (k - i);
    return sum;
}

/* The gain of the best place for one node when it goes past its neighbours to one side. before[i]:
 * the weight from node i to all that stand before it. */
static double
line_try(const OrderPart *part, const guint *order, const double *before, guint at, int side,
         guint *ret_to)
{
    const double *weight = part->weight + (gsize)order[at] * part->n;
    double behind = side > 0 ? before[order[at]] : part->degree[order[at]] - before[order[at]];
    double change = 0, best = 0;

    for (gint64 k = (gint64)at + side; k >= 0 && k < part->n; k += side) {
        guint other = order[k];
        double shared = weight[other];
        double other_behind = side > 0 ? before[other] : part->degree[other] - before[other];

        /* The node leaves what is behind and nears what is ahead; the other one the reverse. */
        change += behind - (part->degree[order[at]] - behind - shared);
        change += (part->degree[other] - other_behind) - (other_behind - shared);
        behind += shared;
        if (change < best) {
            best = change;
            *ret_to = (guint)k;
        }
    }
    return best;
}

static void
line_move(const OrderPart *part, guint *order, double *before, guint at, guint to)
{
    guint node = order[at];
    int side = to > at ? 1 : -1;

    for (guint k = at; k != to; k += (guint)side) {
        guint other = order[k + (guint)side];
        double shared = part->weight[(gsize)node * part->n + other];

        before[node] += side * shared;
        before[other] -= side * shared;
        order[k] = other;
    }
    order[to] = node;
}

/* Moves nodes to their best places until none gains. Returns the length. */
static double
line_sift(const OrderPart *part, guint *order)
{
    g_autofree double *before = g_new0(double, part->n);
    double slack = line_slack(part);
    guint rounds = (guint)CLAMP(MOST_PAIRS / ((double)part->n * part->n), 6, ROUNDS);
    gboolean moved = TRUE;

    for (guint i = 0; i < part->n; i++)
        for (guint k = 0; k < i; k++)
            before[order[i]] += part->weight[order[i] * part->n + order[k]];
    for (guint round = 0; moved && round < rounds; round++) {
        moved = FALSE;
        for (guint node = 0; node < part->n; node++) {
            guint at = 0, left = 0, right = 0;
            double to_left, to_right;

            while (order[at] != node)
                at++;
            to_left = line_try(part, order, before, at, -1, &left);
            to_right = line_try(part, order, before, at, 1, &right);
            if (MIN(to_left, to_right) >= -slack)
                continue;
            line_move(part, order, before, at, to_left <= to_right ? left : right);
            moved = TRUE;
        }
    }
    return line_length(part, order);
}

typedef struct {
    double key;
    guint node;
} OrderKey;

static gint
line_compare_keys(gconstpointer a, gconstpointer b)
{
    const OrderKey *left = a, *right = b;

    if (left->key != right->key)
        return left->key < right->key ? -1 : 1;
    return left->node < right->node ? -1 : left->node > right->node;
}

/* The nodes by the eigenvector of the second smallest eigenvalue of the Laplacian, by power
 * iteration on what it lacks to its largest. */
static void
line_spectral(const OrderPart *part, guint *ret_order)
{
    guint n = part->n;
    g_autofree double *vector = g_new(double, n);
    g_autofree double *product = g_new(double, n);
    g_autofree OrderKey *keys = g_new(OrderKey, n);
    guint rounds = (guint)CLAMP(MOST_PAIRS / ((double)n * n), 30, ITERATIONS);
    double shift = 0;

    for (guint i = 0; i < n; i++) {
        shift = MAX(shift, 2 * part->degree[i]);
        vector[i] = i + 0.3 * ((i * 7919u) % n);
    }
    for (guint round = 0; round < rounds; round++) {
        double mean = 0, square = 0;

        for (guint i = 0; i < n; i++) {
            product[i] = (shift - part->degree[i]) * vector[i];
            for (guint k = 0; k < n; k++)
                product[i] += part->weight[i * n + k] * vector[k];
            mean += product[i] / n;
        }
        for (guint i = 0; i < n; i++)
            square += (product[i] - mean) * (product[i] - mean);
        for (guint i = 0; i < n; i++)
            vector[i] = square > 0 ? (product[i] - mean) / sqrt(square) : 0;
    }
    for (guint i = 0; i < n; i++)
        keys[i] = (OrderKey){ vector[i], i };
    qsort(keys, n, sizeof *keys, line_compare_keys);
    for (guint i = 0; i < n; i++)
        ret_order[i] = keys[i].node;
}

/* From the given order and from the spectral one, whichever ends shorter. */
static void
line_heuristic(const OrderPart *part, guint *ret_order)
{
    g_autofree guint *spectral = g_new(guint, part->n);
    guint place = 0;
    double length;

    for (guint i = 0; i < part->n; i++)
        ret_order[i] = i;
    line_spectral(part, spectral);
    length = line_sift(part, ret_order);
    if (line_sift(part, spectral) < length - line_slack(part))
        memcpy(ret_order, spectral, part->n * sizeof *ret_order);
    while (ret_order[place] != 0)
        place++;
    for (guint i = 0; 2 * place >= part->n && i < part->n / 2; i++) {
        guint other = ret_order[part->n - 1 - i];

        ret_order[part->n - 1 - i] = ret_order[i];
        ret_order[i] = other;
    }
}

static guint
line_root(guint *parent, guint i)
{
    while (parent[i] != i)
        i = parent[i] = parent[parent[i]];
    return i;
}

/* Orders the part whose first node is root; own: the numbers of all nodes in their parts. */
static void
line_part(guint n, const OrderLink *links, guint n_links, guint root, guint size, guint *parent,
          const guint *own, guint *ret_order)
{
    OrderPart part = { .n = size };
    g_autofree double *weight = g_new0(double, (gsize)size *size);
    g_autofree double *degree = g_new0(double, size);
    g_autofree guint *nodes = g_new(guint, size);
    g_autofree guint *order = g_new(guint, size);

    part.weight = weight;
    part.degree = degree;
    for (guint i = 0; i < n; i++)
        if (line_root(parent, i) == root)
            nodes[own[i]] = i;
    for (guint k = 0; k < n_links; k++) {
        guint a = own[links[k].from], b = own[links[k].to];

        if (line_root(parent, links[k].from) != root || a == b)
            continue;
        weight[(gsize)a * size + b] += links[k].weight;
        weight[(gsize)b * size + a] += links[k].weight;
        degree[a] += links[k].weight;
        degree[b] += links[k].weight;
    }
    if (size <= EXACT_NODES)
        line_exact(&part, order);
    else
        line_heuristic(&part, order);
    for (guint i = 0; i < size; i++)
        ret_order[i] = nodes[order[i]];
}

void
node_order_line(guint n, const OrderLink *links, guint n_links, guint *ret_order)
{
    g_autofree guint *parent = g_new(guint, n);
    g_autofree guint *own = g_new(guint, n);
    g_autofree guint *size = g_new0(guint, n);
    guint largest = 0, placed = 0;

    for (guint i = 0; i < n; i++)
        parent[i] = i;
    for (guint k = 0; k < n_links; k++) {
        guint a = line_root(parent, links[k].from), b = line_root(parent, links[k].to);

        parent[MAX(a, b)] = MIN(a, b);
    }
    for (guint i = 0; i < n; i++) {
        own[i] = size[line_root(parent, i)]++;
        largest = MAX(largest, size[line_root(parent, i)]);
    }
    for (guint wanted = largest; wanted > 1; wanted--) {
        for (guint i = 0; i < n; i++) {
            if (size[i] != wanted)
                continue;
            line_part(n, links, n_links, i, wanted, parent, own, ret_order + placed);
            placed += wanted;
        }
    }
    for (guint i = 0; i < n; i++)
        if (size[line_root(parent, i)] == 1)
            ret_order[placed++] = i;
}
