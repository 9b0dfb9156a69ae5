#include "data/facts.h"

#include "base/number.h"

#include <math.h>

typedef struct {
    gsize n; /* not missing */
    double min, max;
} Range;

static Range
range_of(const Column *column)
{
    Range range = { .n = 0 };

    for (gsize i = 0; i < column->length; i++) {
        double value = column->values[i];
        if (isnan(value))
            continue;
        range.min = range.n == 0 ? value : MIN(range.min, value);
        range.max = range.n == 0 ? value : MAX(range.max, value);
        range.n++;
    }
    return range;
}

static void
append_value(const Column *column, const Range *range, double value, GString *out)
{
    if (range->n == 0)
        return;
    if (column->type == COLUMN_TIME)
        calendar_append_iso(out, value, column->unit);
    else
        number_append_exact(out, value);
}

static void
append_range(const Column *column, const Range *range, char separator, GString *out)
{
    g_string_append(out, "min=");
    append_value(column, range, range->min, out);
    g_string_append_c(out, separator);
    g_string_append(out, "max=");
    append_value(column, range, range->max, out);
}

static guint
count_texts(const Column *column)
{
    g_autofree gboolean *seen = g_new0(gboolean, column->levels->len);
    guint n = 0;

    for (gsize i = 0; i < column->length; i++) {
        if (column->codes[i] < 0 || seen[column->codes[i]])
            continue;
        seen[column->codes[i]] = TRUE;
        n++;
    }
    return n;
}

static void
append_name(const char *name, GString *out)
{
    for (const char *p = name; *p; p++) {
        if ((guchar)*p < ' ' || *p == '\\' || *p == 0x7f)
            g_string_append_printf(out, "\\x%02X", (guint)*p);
        else
            g_string_append_c(out, *p);
    }
}

static void
append_column(const Column *column, GString *out)
{
    g_string_append(out, "column=");
    append_name(column->name, out);
    g_string_append_printf(out, "\ttype=%s\tmissing=%" G_GSIZE_FORMAT "\t",
                           column_type_name(column->type), column_count_missing(column));
    if (column->type == COLUMN_TEXT) {
        g_string_append_printf(out, "values=%u\n", count_texts(column));
        return;
    }

    Range range = range_of(column);
    append_range(column, &range, '\t', out);
    g_string_append_c(out, '\n');
}

void
table_append_facts(const Table *table, GString *out)
{
    guint numbers = 0;

    g_string_append_printf(out, "rows=%" G_GSIZE_FORMAT "\ncolumns=%u\n", table->length,
                           table_n_columns(table));
    for (guint i = 0; i < table_n_columns(table); i++) {
        append_column(table_column(table, i), out);
        numbers += table_column(table, i)->type == COLUMN_NUMBER;
    }
    g_string_append_printf(out, "numcols=%u\n", numbers);
}

void
column_append_usable(const Column *column, GString *out)
{
    if (column->type == COLUMN_TEXT) {
        g_string_append_printf(out, "n=%" G_GSIZE_FORMAT "\n",
                               column->length - column_count_missing(column));
        return;
    }

    Range range = range_of(column);
    g_string_append_printf(out, "n=%" G_GSIZE_FORMAT "\n", range.n);
    append_range(column, &range, '\n', out);
    g_string_append_c(out, '\n');
}
