#include "data/table.h"

Table *
table_new(const char *file, gsize length)
{
    Table *table = g_new0(Table, 1);

    table->file = g_strdup(file);
    table->columns = g_ptr_array_new_with_free_func((GDestroyNotify)column_unref);
    table->length = length;
    table->ref_count = 1;
    return table;
}

Table *
table_ref(const Table *table)
{
    Table *counted = (Table *)table;

    g_atomic_int_inc(&counted->ref_count);
    return counted;
}

void
table_unref(Table *table)
{
    if (!table || !g_atomic_int_dec_and_test(&table->ref_count))
        return;
    g_free(table->file);
    g_free(table->bytes_hash);
    g_free(table->bytes_letters);
    g_ptr_array_free(table->columns, TRUE);
    line_map_free(table->lines);
    g_free(table);
}

void
table_add(Table *table, Column *column)
{
    g_assert(column->length == table->length);
    g_ptr_array_add(table->columns, column);
}

guint
table_n_columns(const Table *table)
{
    return table->columns->len;
}

Column *
table_column(const Table *table, guint index)
{
    g_assert(index < table->columns->len);
    return g_ptr_array_index(table->columns, index);
}

Column *
table_find(const Table *table, const char *name)
{
    for (guint i = 0; i < table->columns->len; i++) {
        Column *column = g_ptr_array_index(table->columns, i);
        if (g_str_equal(column->name, name))
            return column;
    }
    return NULL;
}

Column *
table_find_any_case(const Table *table, const char *name)
{
    for (guint i = 0; i < table->columns->len; i++) {
        Column *column = g_ptr_array_index(table->columns, i);
        if (g_ascii_strcasecmp(column->name, name) == 0)
            return column;
    }
    return NULL;
}

const char **
table_names(const Table *table)
{
    const char **names = g_new0(const char *, table->columns->len + 1);

    for (guint i = 0; i < table->columns->len; i++)
        names[i] = table_column(table, i)->name;
    return names;
}

guint
table_line(const Table *table, gsize row)
{
    return table->lines ? line_map_get(table->lines, row) : 0;
}

Where
table_where(const Table *table, gsize row, const Column *column)
{
    if (!table->file)
        return WHERE_NONE;
    return (Where){
        .file = table->file,
        .line = table_line(table, row),
        .field = column ? column->field : 0,
    };
}

static LineMap *
taken_lines(const LineMap *lines, const gsize *rows, gsize n)
{
    LineMap *taken = line_map_new();

    for (gsize i = 0; i < n; i++)
        line_map_add(taken, i, line_map_get(lines, rows[i]));
    return taken;
}

Table *
table_take(const Table *table, const gsize *rows, gsize n)
{
    Table *taken = table_new(table->file, n);

    for (guint i = 0; i < table->columns->len; i++)
        table_add(taken, column_take(table_column(table, i), rows, n));
    if (table->lines)
        taken->lines = taken_lines(table->lines, rows, n);
    return taken;
}

Table *
table_with_column(const Table *table, Column *column)
{
    Table *changed = table_new(table->file, table->length);
    gboolean replaced = FALSE;

    for (guint i = 0; i < table->columns->len; i++) {
        Column *old = table_column(table, i);
        if (!replaced && g_str_equal(old->name, column->name)) {
            table_add(changed, column);
            replaced = TRUE;
        } else {
            table_add(changed, column_ref(old));
        }
    }
    if (!replaced)
        table_add(changed, column);
    if (table->lines)
        changed->lines = line_map_ref(table->lines);
    return changed;
}
