#include "layout/stress_work.h"

/* All pairs up to here; beyond, pairs with so many pivots and all neighbours (after M. Ortmann,
 * M. Klimenta, U. Brandes, A Sparse Stress Model, 2017). */
#define FULL_NODES 400
#define PIVOTS 150

/* Steps from one node to all others: every node of a part is reached. */
static void
stress_breadth_first(const StressPart *part, guint from, guint *queue, double *distance)
{
    guint head = 0, tail = 0;

    for (guint i = 0; i < part->n; i++)
        distance[i] = -1;
    distance[from] = 0;
    queue[tail++] = from;
    while (head < tail) {
        guint at = queue[head++];

        for (guint k = part->first[at]; k < part->first[at + 1]; k++) {
            if (distance[part->next[k]] >= 0)
                continue;
            distance[part->next[k]] = distance[at] + 1;
            queue[tail++] = part->next[k];
        }
    }
}

/* Pivots are far from each other: each is the node farthest from all before, from the node with
 * the most neighbours on. They come first in the order; the rows of distances are by the numbers of
 * the part. */
static double *
stress_choose_pivots(const StressPart *part, StressTerms *terms)
{
    double *rows = g_new(double, (gsize)terms->rows * part->n);
    g_autofree double *nearest = g_new(double, part->n);
    g_autofree guint *queue = g_new(guint, part->n);
    guint pivot = 0;

    for (guint i = 0; i < part->n; i++) {
        nearest[i] = G_MAXDOUBLE;
        if (part->first[i + 1] - part->first[i] > part->first[pivot + 1] - part->first[pivot])
            pivot = i;
    }
    for (guint r = 0; r < terms->rows; r++) {
        double *row = rows + (gsize)r * part->n;

        stress_breadth_first(part, pivot, queue, row);
        terms->order[r] = pivot;
        nearest[pivot] = -1;
        for (guint i = 0; i < part->n; i++) {
            nearest[i] = MIN(nearest[i], row[i]);
            if (nearest[i] > nearest[pivot])
                pivot = i;
        }
    }
    for (guint i = 0, k = terms->rows; i < part->n; i++)
        if (nearest[i] >= 0)
            terms->order[k++] = i;
    return rows;
}

/* The share of the nodes for which a pivot stands at this distance: more the farther it is. */
static double
stress_pivot_share(const StressTerms *terms, double length)
{
    if (terms->rows == terms->n)
        return 1;
    return CLAMP(length * length / 4, 1, (double)terms->n / terms->rows);
}

static void
stress_add_near(const StressPart *part, StressTerms *terms)
{
    g_autofree guint *rank = g_new(guint, part->n);
    g_autoptr(GArray) near = g_array_new(FALSE, FALSE, sizeof(guint));

    for (guint i = 0; i < part->n; i++)
        rank[terms->order[i]] = i;
    for (guint i = terms->rows; i < part->n; i++) {
        guint node = terms->order[i];

        for (guint k = part->first[node]; k < part->first[node + 1]; k++) {
            if (rank[part->next[k]] <= i)
                continue;
            g_array_append_val(near, i);
            g_array_append_val(near, rank[part->next[k]]);
        }
    }
    terms->n_near = near->len / 2;
    terms->near = (guint *)(gpointer)g_array_free(g_steal_pointer(&near), FALSE);
}

StressTerms *
stress_terms_new(const StressPart *part)
{
    StressTerms *terms = g_new0(StressTerms, 1);
    gsize n = part->n;
    g_autofree double *rows = NULL;

    terms->n = part->n;
    terms->rows = n <= FULL_NODES ? part->n : PIVOTS;
    terms->order = g_new(guint, n);
    terms->x = g_new0(double, n);
    terms->y = g_new0(double, n);
    rows = stress_choose_pivots(part, terms);
    terms->length = g_new0(double, terms->rows *n);
    terms->weight = g_new0(double, terms->rows *n);
    for (gsize r = 0; r < terms->rows; r++) {
        for (gsize i = 0; i < n; i++) {
            double length = rows[r * n + terms->order[i]];

            terms->length[r * n + i] = length;
            if (i != r)
                terms->weight[r * n + i] = stress_pivot_share(terms, length) / (length * length);
        }
    }
    stress_add_near(part, terms);
    return terms;
}

void
stress_terms_free(StressTerms *terms)
{
    if (terms == NULL)
        return;
    g_free(terms->order);
    g_free(terms->length);
    g_free(terms->weight);
    g_free(terms->near);
    g_free(terms->x);
    g_free(terms->y);
    g_free(terms);
}
