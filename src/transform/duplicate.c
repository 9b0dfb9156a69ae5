#include "transform/transform.h"

#include <string.h>

#include "transform/grouping.h"

gboolean
transform_find_duplicate(const Table *table, const Column *const *keys, guint n_keys,
                         const Column *value, gsize *ret_row, gsize *ret_count)
{
    g_autoptr(Grouping) grouping = grouping_new(keys, n_keys, table->length);
    g_autofree guint32 *counts = NULL;
    guint32 group = 0, seen = 0;

    if (grouping->n_groups == table->length)
        return FALSE;
    counts = g_new0(guint32, grouping->n_groups);
    for (gsize i = 0; i < table->length; i++) {
        if (value == NULL || !column_is_missing(value, i))
            counts[grouping->ids[i]]++;
    }
    while (group < grouping->n_groups && counts[group] < 2)
        group++;
    if (group == grouping->n_groups)
        return FALSE;
    for (gsize i = grouping->firsts[group]; seen < 2; i++) {
        if (grouping->ids[i] != group || (value != NULL && column_is_missing(value, i)))
            continue;
        if (++seen == 2)
            *ret_row = i;
    }
    *ret_count = counts[group];
    return TRUE;
}
