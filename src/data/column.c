#include "data/column.h"

#include "base/number.h"
#include "data/levels.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *
column_type_name(ColumnType type)
{
    switch (type) {
    case COLUMN_NUMBER:
        return "number";
    case COLUMN_TIME:
        return "time";
    case COLUMN_TEXT:
        return "text";
    }
    g_assert_not_reached();
}

static Column *
column_bare(const char *name, ColumnType type, gsize length)
{
    Column *column = g_new0(Column, 1);

    column->name = g_strdup(name);
    column->type = type;
    column->length = length;
    column->ref_count = 1;
    return column;
}

/* Takes over the reference. */
static void
set_dictionary(Column *column, Levels *dictionary)
{
    levels_unref(column->dictionary);
    column->dictionary = dictionary;
    column->levels = levels_names(dictionary);
}

Column *
column_new(const char *name, ColumnType type, gsize length)
{
    Column *column = column_bare(name, type, length);

    if (type == COLUMN_TEXT) {
        column->codes = g_new(gint32, length);
        for (gsize i = 0; i < length; i++)
            column->codes[i] = -1;
        set_dictionary(column, levels_new());
    } else {
        column->values = g_new(double, length);
        for (gsize i = 0; i < length; i++)
            column->values[i] = NAN;
    }
    return column;
}

Column *
column_new_values(const char *name, ColumnType type, double *values, gsize length)
{
    Column *column = column_bare(name, type, length);

    g_assert(type != COLUMN_TEXT);
    column->values = values;
    return column;
}

Column *
column_new_codes(const char *name, gint32 *codes, Levels *dictionary, gsize length)
{
    Column *column = column_bare(name, COLUMN_TEXT, length);

    column->codes = codes;
    set_dictionary(column, dictionary);
    return column;
}

Column *
column_ref(const Column *column)
{
    Column *counted = (Column *)column;

    g_atomic_int_inc(&counted->ref_count);
    return counted;
}

void
column_unref(Column *column)
{
    if (!column || !g_atomic_int_dec_and_test(&column->ref_count))
        return;
    g_free(column->name);
    g_free(column->values);
    g_free(column->codes);
    g_free(column->symbol);
    g_free(column->whole);
    levels_unref(column->dictionary);
    g_free(column);
}

/* A dictionary of its own, so that columns that shared it do not see what is added. */
static void
own_dictionary(Column *column)
{
    Levels *copy = levels_new();

    for (guint i = 0; i < column->levels->len; i++) {
        const char *level = g_ptr_array_index(column->levels, i);
        levels_intern(copy, level, strlen(level));
    }
    set_dictionary(column, copy);
}

gint32
column_intern(Column *column, const char *text, gssize length)
{
    g_assert(column->type == COLUMN_TEXT);
    if (levels_is_shared(column->dictionary))
        own_dictionary(column);
    return levels_intern(column->dictionary, text, length < 0 ? strlen(text) : (gsize)length);
}

gboolean
column_is_missing(const Column *column, gsize row)
{
    g_assert(row < column->length);
    return column->type == COLUMN_TEXT ? column->codes[row] < 0 : isnan(column->values[row]);
}

const char *
column_text(const Column *column, gsize row)
{
    g_assert(column->type == COLUMN_TEXT && row < column->length);
    return column->codes[row] < 0 ? NULL : g_ptr_array_index(column->levels, column->codes[row]);
}

static void
append_value(const Column *column, double value, GString *out)
{
    if (column->type == COLUMN_TIME)
        calendar_append_iso(out, value, column->unit);
    else
        number_append_exact(out, value);
}

void
column_append_cell(const Column *column, gsize row, GString *out)
{
    if (column_is_missing(column, row))
        return;
    if (column->type == COLUMN_TEXT)
        g_string_append(out, column_text(column, row));
    else
        append_value(column, column->values[row], out);
}

TimeUnit
column_time_unit(const Column *column, double time)
{
    for (TimeUnit unit = TIME_YEAR; unit > column->unit; unit--)
        if ((column->precisions & (1u << unit)) != 0 && calendar_floor(time, unit) == time)
            return unit;
    return column->unit;
}

gboolean
column_is_whole(const Column *column)
{
    if (column->type != COLUMN_NUMBER)
        return FALSE;
    for (gsize i = 0; i < column->length; i++)
        if (isfinite(column->values[i]) && column->values[i] != floor(column->values[i]))
            return FALSE;
    return TRUE;
}

gsize
column_count_missing(const Column *column)
{
    gsize n = 0;

    for (gsize i = 0; i < column->length; i++)
        n += column_is_missing(column, i);
    return n;
}

/* A copy of everything but the cells. */
static Column *
copy_head(const Column *column, const char *name, gsize length)
{
    Column *copy = column_bare(name, column->type, length);

    copy->unit = column->unit;
    copy->precisions = column->precisions;
    copy->symbol = g_strdup(column->symbol);
    copy->field = column->field;
    if (column->type == COLUMN_TEXT) {
        copy->codes = g_new(gint32, length);
        set_dictionary(copy, levels_ref(column->dictionary));
    } else {
        copy->values = g_new(double, length);
    }
    return copy;
}

Column *
column_renamed(const Column *column, const char *name)
{
    Column *copy = copy_head(column, name, column->length);

    copy->whole = g_memdup2(column->whole, sizeof *column->whole);
    if (column->length == 0)
        return copy;
    if (column->type == COLUMN_TEXT)
        memcpy(copy->codes, column->codes, column->length * sizeof(gint32));
    else
        memcpy(copy->values, column->values, column->length * sizeof(double));
    return copy;
}

Column *
column_take(const Column *column, const gsize *rows, gsize n)
{
    Column *taken = copy_head(column, column->name, n);

    for (gsize i = 0; i < n; i++) {
        g_assert(rows[i] < column->length);
        if (column->type == COLUMN_TEXT)
            taken->codes[i] = column->codes[rows[i]];
        else
            taken->values[i] = column->values[rows[i]];
    }
    return taken;
}

static int
compare_values(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* The distinct values that are not missing, ascending. Caller frees. */
static double *
distinct_values(const Column *column, gsize *ret_n)
{
    double *values = g_new(double, column->length);
    gsize n = 0, distinct = 0;

    for (gsize i = 0; i < column->length; i++)
        if (!isnan(column->values[i]))
            values[n++] = column->values[i];
    if (n > 0)
        qsort(values, n, sizeof(double), compare_values);
    for (gsize i = 0; i < n; i++)
        if (distinct == 0 || values[i] > values[distinct - 1])
            values[distinct++] = values[i];
    *ret_n = distinct;
    return values;
}

Column *
column_as_text(const Column *column)
{
    if (column->type == COLUMN_TEXT)
        return column_ref(column);

    Column *text = column_new(column->name, COLUMN_TEXT, column->length);
    gsize n;
    g_autofree double *values = distinct_values(column, &n);
    g_autofree gint32 *codes = g_new(gint32, n);
    g_autoptr(GString) cell = g_string_new(NULL);

    text->field = column->field;
    for (gsize i = 0; i < n; i++) {
        g_string_truncate(cell, 0);
        append_value(column, values[i], cell);
        codes[i] = column_intern(text, cell->str, (gssize)cell->len);
    }
    for (gsize i = 0; i < column->length; i++) {
        if (isnan(column->values[i]))
            continue;
        const double *found =
            bsearch(&column->values[i], values, n, sizeof(double), compare_values);
        text->codes[i] = codes[found - values];
    }
    return text;
}
