#include "batch/shard.h"

#include <stdlib.h>
#include <string.h>

#define MAX_SHARDS 10000

/* A whole number from 1. */
static gboolean
shard_part(const char *text, gsize length, guint *ret_part)
{
    guint part = 0;

    for (gsize i = 0; i < length; i++) {
        if (!g_ascii_isdigit(text[i]) || part > MAX_SHARDS)
            return FALSE;
        part = part * 10 + (guint)(text[i] - '0');
    }
    *ret_part = part;
    return length > 0 && part >= 1 && part <= MAX_SHARDS;
}

gboolean
shard_parse(const char *text, Shard *ret_shard, GError **error)
{
    const char *slash = strchr(text, '/');
    g_autofree char *quoted = NULL;
    Shard shard;

    if (slash != NULL && shard_part(text, (gsize)(slash - text), &shard.index) &&
        shard_part(slash + 1, strlen(slash + 1), &shard.n) && shard.index <= shard.n) {
        *ret_shard = shard;
        return TRUE;
    }
    quoted = error_quote(text, -1, 60);
    error_set(error, ERROR_USAGE, WHERE_NONE,
              "--shard: \"%s\" is not I/N, such as 2/8 for the second of eight (1/8 to 8/8)",
              quoted);
    return FALSE;
}

/* FNV-1a (Fowler, Noll and Vo): the same on every machine and in every version of GLib. */
static guint64
shard_hash(const char *name)
{
    guint64 hash = G_GUINT64_CONSTANT(14695981039346656037);

    for (; *name != '\0'; name++)
        hash = (hash ^ (guchar)*name) * G_GUINT64_CONSTANT(1099511628211);
    return hash;
}

typedef struct {
    const ShardItem *item;
    guint64 hash;
    guint index;
} Dealt;

static gint
compare_dealt(gconstpointer a, gconstpointer b)
{
    const Dealt *left = a, *right = b;
    gint names;

    if (left->item->cost != right->item->cost)
        return left->item->cost > right->item->cost ? -1 : 1;
    if (left->hash != right->hash)
        return left->hash < right->hash ? -1 : 1;
    names = strcmp(left->item->name, right->item->name);
    return names != 0 ? names : left->index < right->index ? -1 : 1;
}

void
shard_deal(const ShardItem *items, guint n, guint shards, guint *ret_heap)
{
    g_autofree Dealt *dealt = g_new(Dealt, n);
    g_autofree guint64 *costs = g_new0(guint64, shards);
    g_autofree guint *counts = g_new0(guint, shards);

    for (guint i = 0; i < n; i++)
        dealt[i] = (Dealt){ &items[i], shard_hash(items[i].name), i };
    if (n > 0)
        qsort(dealt, n, sizeof *dealt, compare_dealt);
    for (guint i = 0; i < n; i++) {
        guint best = 0;

        /* Items without a cost are dealt by number. */
        for (guint k = 1; k < shards; k++)
            if (costs[k] < costs[best] || (costs[k] == costs[best] && counts[k] < counts[best]))
                best = k;
        costs[best] += dealt[i].item->cost;
        counts[best]++;
        ret_heap[dealt[i].index] = best + 1;
    }
}
