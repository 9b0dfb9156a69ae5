#include "transform/transform.h"

#include "transform/aggregate.h"

const TransformType group_transform = {
    "group",
    "makes one row of all rows with the same keys, with sums, means and so on",
    "sum(COLUMN), mean(COLUMN), count(), …",
};

static gboolean
check_names(const Column *const *keys, guint n_keys, const Aggregate *aggregates,
            guint n_aggregates, GError **error)
{
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < n_keys + n_aggregates; i++) {
        const char *name = i < n_keys ? keys[i]->name : aggregates[i - n_keys].name;

        if (!g_hash_table_add(names, (gpointer)name)) {
            error_set(error, ERROR_USAGE, WHERE_NONE, "grouping makes two columns \"%s\"", name);
            return FALSE;
        }
    }
    return TRUE;
}

Table *
transform_group(const Table *table, const Column *const *keys, guint n_keys,
                const Aggregate *aggregates, guint n_aggregates, GError **error)
{
    g_autoptr(Grouping) grouping = NULL;
    g_autoptr(Table) grouped = NULL;

    if (!check_names(keys, n_keys, aggregates, n_aggregates, error))
        return NULL;
    grouping = grouping_new(keys, n_keys, table->length);
    grouped = table_new(table->file, grouping->n_groups);
    grouped->lines = rows_lines(table, grouping->firsts, grouping->n_groups);
    for (guint k = 0; k < n_keys; k++)
        table_add(grouped, column_take(keys[k], grouping->firsts, grouping->n_groups));
    for (guint a = 0; a < n_aggregates; a++) {
        Column *column = aggregate_column(table, grouping, &aggregates[a], error);

        if (column == NULL)
            return NULL;
        table_add(grouped, column);
    }
    return g_steal_pointer(&grouped);
}
