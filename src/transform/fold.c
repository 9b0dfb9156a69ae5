#include "transform/transform.h"

#include "base/calendar.h"
#include "base/number.h"

#include <math.h>
#include <string.h>

#include "transform/grouping.h"

const TransformType fold_transform = {
    "fold",
    "turns several columns into the columns series and value",
    "-y COLUMN,COLUMN,…",
};

static gboolean
is_folded(Column *const *folded, guint n, const Column *column)
{
    for (guint i = 0; i < n; i++) {
        if (folded[i] == column)
            return TRUE;
    }
    return FALSE;
}

/* The columns of these names; FALSE for an unknown name, one given twice, or a column of another
 * kind than the first. */
static gboolean
find_folded(const Table *table, const char *const *names, guint n, Column **folded, GError **error)
{
    for (guint i = 0; i < n; i++) {
        folded[i] = table_find(table, names[i]);
        if (folded[i] == NULL) {
            g_autofree const char **all = table_names(table);
            g_autofree char *hint = error_suggest(names[i], all);

            error_set(error, ERROR_USAGE, (Where){ .file = table->file }, "no column \"%s\"%s",
                      names[i], hint);
            return FALSE;
        }
        if (is_folded(folded, i, folded[i])) {
            error_set(error, ERROR_USAGE, WHERE_NONE, "column \"%s\" is named twice", names[i]);
            return FALSE;
        }
        if (folded[i]->type != folded[0]->type) {
            error_set(error, ERROR_USAGE, (Where){ .file = table->file },
                      "column \"%s\" is of type %s, but \"%s\" is of type %s: columns of one kind "
                      "are drawn together",
                      names[i], column_type_name(folded[i]->type), names[0],
                      column_type_name(folded[0]->type));
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean
check_clash(const Table *table, Column *const *folded, guint n, GError **error)
{
    static const char *const made[] = { "series", "value" };

    for (guint i = 0; i < G_N_ELEMENTS(made); i++) {
        Column *clash = table_find(table, made[i]);

        if (clash != NULL && !is_folded(folded, n, clash)) {
            error_set(error, ERROR_USAGE, (Where){ .file = table->file },
                      "several columns make a column \"%s\", but there is one of that name already",
                      made[i]);
            return FALSE;
        }
    }
    return TRUE;
}

static Column *
series_column(const char *const *names, guint n, gsize length)
{
    Column *series = column_new("series", COLUMN_TEXT, n * length);

    for (guint i = 0; i < n; i++) {
        gint32 code = column_intern(series, names[i], -1);

        for (gsize row = 0; row < length; row++)
            series->codes[i * length + row] = code;
    }
    return series;
}

/* Headers that are years, as times; NULL: not all of them are. */
static Column *
years_column(const char *const *names, guint n, gsize length)
{
    g_autoptr(Column) years = column_new("series", COLUMN_TIME, n * length);

    years->unit = TIME_YEAR;
    for (guint i = 0; i < n; i++) {
        double year, start = NAN;

        if (strlen(names[i]) != 4 || !number_parse(names[i], 4, &year) || year != floor(year) ||
            year < 1000 || !calendar_make((int)year, 1, 1, 0, 0, 0, &start))
            return NULL;
        for (gsize row = 0; row < length; row++)
            years->values[i * length + row] = start;
    }
    return g_steal_pointer(&years);
}

static void
copy_texts(Column *value, gsize at, const Column *from)
{
    g_autofree gint32 *codes = g_new(gint32, from->levels->len + 1);

    codes[0] = -1;
    for (guint i = 0; i < from->levels->len; i++)
        codes[i + 1] = column_intern(value, g_ptr_array_index(from->levels, i), -1);
    for (gsize row = 0; row < from->length; row++)
        value->codes[at + row] = codes[from->codes[row] + 1];
}

static Column *
value_column(Column *const *folded, guint n, gsize length)
{
    Column *value = column_new("value", folded[0]->type, n * length);
    gboolean same_symbol = TRUE;

    value->unit = folded[0]->unit;
    for (guint i = 0; i < n; i++) {
        if (value->type == COLUMN_TEXT)
            copy_texts(value, i * length, folded[i]);
        else if (length > 0)
            memcpy(value->values + i * length, folded[i]->values, length * sizeof(double));
        value->unit = MIN(value->unit, folded[i]->unit);
        same_symbol = same_symbol && g_strcmp0(folded[i]->symbol, folded[0]->symbol) == 0;
    }
    if (same_symbol)
        value->symbol = g_strdup(folded[0]->symbol);
    return value;
}

Table *
transform_fold(const Table *table, const char *const *names, guint n, gboolean as_years,
               GError **error)
{
    g_autofree Column **folded = g_new0(Column *, n);
    g_autofree gsize *rows = NULL;
    gsize length = n * table->length;
    Table *long_table;
    Column *years;

    g_assert(n > 0);
    if (!find_folded(table, names, n, folded, error) || !check_clash(table, folded, n, error))
        return NULL;

    rows = g_new(gsize, length + 1);
    for (gsize i = 0; i < length; i++)
        rows[i] = i % table->length;
    long_table = table_new(table->file, length);
    long_table->lines = rows_lines(table, rows, length);
    for (guint i = 0; i < table_n_columns(table); i++) {
        Column *column = table_column(table, i);

        if (!is_folded(folded, n, column))
            table_add(long_table, column_take(column, rows, length));
    }
    years = as_years ? years_column(names, n, table->length) : NULL;
    table_add(long_table, years != NULL ? years : series_column(names, n, table->length));
    table_add(long_table, value_column(folded, n, table->length));
    return long_table;
}
