#include "layout/stress_work.h"

#include <stdlib.h>

static void
stress_part_free(gpointer data)
{
    StressPart *part = data;

    g_free(part->node);
    g_free(part->first);
    g_free(part->next);
    g_free(part->at);
    g_free(part->boxes);
    g_free(part);
}

static guint
parts_root(guint *parent, guint i)
{
    while (parent[i] != i)
        i = parent[i] = parent[parent[i]];
    return i;
}

static gint
parts_compare_edges(gconstpointer a, gconstpointer b)
{
    const NetworkEdge *left = a, *right = b;

    if (left->from != right->from)
        return left->from < right->from ? -1 : 1;
    return left->to < right->to ? -1 : left->to > right->to;
}

static gint
parts_compare(gconstpointer a, gconstpointer b)
{
    const StressPart *left = *(StressPart *const *)a, *right = *(StressPart *const *)b;

    if (left->n != right->n)
        return left->n > right->n ? -1 : 1;
    return left->node[0] < right->node[0] ? -1 : 1;
}

/* Every edge in both directions, sorted, once. */
static GArray *
parts_ways(const NetworkEdge *edges, guint n_edges)
{
    GArray *ways = g_array_new(FALSE, FALSE, sizeof(NetworkEdge));
    NetworkEdge *all;
    guint kept = 0;

    for (guint i = 0; i < n_edges; i++) {
        NetworkEdge back = { edges[i].to, edges[i].from };

        if (edges[i].from == edges[i].to)
            continue;
        g_array_append_val(ways, edges[i]);
        g_array_append_val(ways, back);
    }
    all = (NetworkEdge *)(gpointer)ways->data;
    if (ways->len > 0)
        qsort(all, ways->len, sizeof *all, parts_compare_edges);
    for (guint i = 0; i < ways->len; i++)
        if (kept == 0 || parts_compare_edges(&all[i], &all[kept - 1]) != 0)
            all[kept++] = all[i];
    g_array_set_size(ways, kept);
    return ways;
}

/* The parts with their nodes; own[i] becomes the number of i in the part part_of[i]. */
static GPtrArray *
parts_collect(const Size *boxes, guint n, guint *parent, guint *own, StressPart **part_of)
{
    GPtrArray *parts = g_ptr_array_new_with_free_func(stress_part_free);

    /* The root of a part is its first node. */
    for (guint i = 0; i < n; i++) {
        guint root = parts_root(parent, i);

        if (root == i) {
            part_of[i] = g_new0(StressPart, 1);
            g_ptr_array_add(parts, part_of[i]);
        }
        part_of[i] = part_of[root];
        own[i] = part_of[i]->n++;
    }
    for (guint i = 0; i < n; i++) {
        StressPart *part = part_of[i];

        if (own[i] == 0) {
            part->node = g_new(guint, part->n);
            part->first = g_new0(guint, part->n + 1);
            part->at = g_new0(Point, part->n);
            part->boxes = g_new(Size, part->n);
        }
        part->node[own[i]] = i;
        part->boxes[own[i]] = boxes[i];
    }
    return parts;
}

/* The neighbours of every node, by the numbers of its part. */
static void
parts_link(const GPtrArray *parts, const GArray *ways, const guint *own, StressPart **part_of)
{
    const NetworkEdge *way = (const NetworkEdge *)(gpointer)ways->data;

    for (guint k = 0; k < ways->len; k++)
        part_of[way[k].from]->first[own[way[k].from] + 1]++;
    for (guint p = 0; p < parts->len; p++) {
        StressPart *part = g_ptr_array_index(parts, p);

        for (guint i = 0; i < part->n; i++)
            part->first[i + 1] += part->first[i];
        part->next = g_new(guint, part->first[part->n]);
    }
    for (guint k = 0, place = 0; k < ways->len; k++) {
        StressPart *part = part_of[way[k].from];

        place = k > 0 && way[k].from == way[k - 1].from ? place + 1 : 0;
        part->next[part->first[own[way[k].from]] + place] = own[way[k].to];
    }
}

GPtrArray *
stress_parts(const Size *boxes, guint n, const NetworkEdge *edges, guint n_edges)
{
    g_autoptr(GArray) ways = parts_ways(edges, n_edges);
    g_autofree guint *parent = g_new(guint, n);
    g_autofree guint *own = g_new(guint, n);
    g_autofree StressPart **part_of = g_new0(StressPart *, n);
    GPtrArray *parts;

    for (guint i = 0; i < n; i++)
        parent[i] = i;
    for (guint k = 0; k < ways->len; k++) {
        NetworkEdge way = g_array_index(ways, NetworkEdge, k);
        guint a = parts_root(parent, way.from), b = parts_root(parent, way.to);

        parent[MAX(a, b)] = MIN(a, b);
    }
    parts = parts_collect(boxes, n, parent, own, part_of);
    parts_link(parts, ways, own, part_of);
    g_ptr_array_sort(parts, parts_compare);
    return parts;
}
