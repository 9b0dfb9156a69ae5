#include "layout/spread.h"

#include <stdlib.h>

typedef struct {
    guint index;
    double wanted;
} SpreadOrder;

/* A pool of neighbours that moved together: its mean start in the reduced coordinates. */
typedef struct {
    double sum;
    guint n;
} SpreadPool;

static gint
spread_compare(gconstpointer a, gconstpointer b)
{
    const SpreadOrder *left = a, *right = b;

    if (left->wanted != right->wanted)
        return left->wanted < right->wanted ? -1 : 1;
    return left->index < right->index ? -1 : left->index > right->index;
}

gboolean
spread_place(SpreadItem *items, guint n, double from, double to)
{
    g_autofree SpreadOrder *order = g_new(SpreadOrder, n + 1);
    g_autofree SpreadPool *pools = g_new(SpreadPool, n + 1);
    double total = 0, squeeze = 1, offset = 0;
    guint n_pools = 0, next = 0;

    for (guint i = 0; i < n; i++) {
        order[i] = (SpreadOrder){ i, items[i].wanted };
        total += items[i].size;
    }
    if (n == 0)
        return TRUE;
    qsort(order, n, sizeof *order, spread_compare);
    if (total > to - from)
        squeeze = MAX(0, to - from) / total;

    /* Subtracting the sizes before an item turns "no overlap" into "not decreasing". */
    for (guint i = 0; i < n; i++) {
        const SpreadItem *item = &items[order[i].index];

        pools[n_pools++] = (SpreadPool){ item->wanted - item->size * squeeze / 2 - offset, 1 };
        offset += item->size * squeeze;
        while (n_pools > 1 && pools[n_pools - 2].sum / pools[n_pools - 2].n >
                                  pools[n_pools - 1].sum / pools[n_pools - 1].n) {
            pools[n_pools - 2].sum += pools[n_pools - 1].sum;
            pools[n_pools - 2].n += pools[n_pools - 1].n;
            n_pools--;
        }
    }
    offset = 0;
    for (guint pool = 0; pool < n_pools; pool++) {
        double last = MAX(from, to - total * squeeze);
        double start = CLAMP(pools[pool].sum / pools[pool].n, from, last);

        for (guint k = 0; k < pools[pool].n; k++, next++) {
            SpreadItem *item = &items[order[next].index];

            item->placed = start + offset + item->size * squeeze / 2;
            offset += item->size * squeeze;
        }
    }
    return squeeze == 1;
}
