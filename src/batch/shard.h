// Which figures of a plan one machine of several draws.
#pragma once

#include "base/error.h"

typedef struct {
    guint index, n; /* from 1; n 0: not asked for */
} Shard;

/* "2/8". ERROR_USAGE for anything that is no I/N with 1 <= I <= N <= 10000. */
gboolean shard_parse(const char *text, Shard *ret_shard, GError **error);

typedef struct {
    const char *name; /* equal names are told apart by their order */
    guint64 cost;     /* in any unit */
} ShardItem;

/* Deals n items to `shards` heaps of about equal cost: the dearest first, each to the heap that is
 * cheapest so far (Graham 1969: no heap above 4/3 of the best). Ties go by a hash of the name, so
 * that neither the order of the items nor their neighbours decide. ret_heap[i], from 1, is the heap
 * of item i. shards > 0. */
void shard_deal(const ShardItem *items, guint n, guint shards, guint *ret_heap);
