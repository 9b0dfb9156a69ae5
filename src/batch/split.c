#include "batch/split.h"

#include "base/number.h"
#include "plot/natural_order.h"
#include "plot/rename.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_PARTS 10000

static void
part_free(gpointer data)
{
    SplitPart *part = data;

    g_free(part->text);
    g_free(part->shown);
    g_free(part->condition);
    g_free(part);
}

/* A column as conditions name it: `Trade partner`. */
static void
append_name(GString *out, const char *name)
{
    static const char *const words[] = { "and", "or", "not", "in", "is", "missing", NULL };
    gboolean plain = g_ascii_isalpha(*name) && !g_strv_contains(words, name);

    for (const char *p = name; *p != '\0'; p++)
        plain = plain && (g_ascii_isalnum(*p) || *p == '_');
    g_string_append_c(out, '`');
    for (const char *p = name; *p != '\0'; p++)
        g_string_append(out, *p == '`' ? "``" : (const char[]){ *p, '\0' });
    g_string_append_c(out, '`');
    if (plain)
        g_string_assign(out, name);
}

/* Takes text. */
static void
add_part(GPtrArray *parts, const Column *column, char *text)
{
    SplitPart *part = g_new0(SplitPart, 1);
    GString *condition = g_string_new(NULL);

    append_name(condition, column->name);
    g_string_append(condition, " == ");
    if (column->type == COLUMN_NUMBER) {
        g_string_append(condition, text);
    } else {
        g_string_append_c(condition, '"');
        for (const char *p = text; *p != '\0'; p++)
            g_string_append(condition, *p == '"' ? "\"\"" : (const char[]){ *p, '\0' });
        g_string_append_c(condition, '"');
    }
    part->text = text;
    part->condition = g_string_free(condition, FALSE);
    g_ptr_array_add(parts, part);
}

/* ---- Texts ---- */

static void
add_texts(GPtrArray *parts, const Column *column, const Spec *spec)
{
    g_autofree gboolean *seen = g_new0(gboolean, column->levels->len + 1);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autofree guint *order = NULL;

    for (gsize i = 0; i < column->length; i++)
        if (column->codes[i] >= 0 && !seen[column->codes[i]]) {
            seen[column->codes[i]] = TRUE;
            g_ptr_array_add(names, column->levels->pdata[column->codes[i]]);
        }
    order = g_new(guint, names->len + 1);
    if (names->len == 0 || names->len > MAX_PARTS ||
        !natural_order((const char *const *)names->pdata, names->len, order))
        for (guint i = 0; i < names->len; i++)
            order[i] = i;
    for (guint i = 0; i < names->len && i <= MAX_PARTS; i++) {
        const char *name = names->pdata[order[i]];

        add_part(parts, column, g_strdup(name));
        ((SplitPart *)parts->pdata[parts->len - 1])->shown = g_strdup(rename_find(spec, name));
    }
}

/* ---- Numbers and times ---- */

static int
compare_values(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;

    return left < right ? -1 : left > right;
}

static void
add_values(GPtrArray *parts, const Column *column)
{
    g_autofree double *values = g_new(double, column->length + 1);
    gsize n = 0;

    for (gsize i = 0; i < column->length; i++)
        if (!column_is_missing(column, i))
            values[n++] = column->values[i];
    if (n > 0)
        qsort(values, n, sizeof *values, compare_values);
    for (gsize i = 0; i < n && parts->len <= MAX_PARTS; i++) {
        GString *text = NULL;

        if (i > 0 && values[i] == values[i - 1])
            continue;
        text = g_string_new(NULL);
        if (column->type == COLUMN_NUMBER)
            number_append_exact(text, values[i]);
        else
            calendar_append_iso(text, values[i], column->unit);
        add_part(parts, column, g_string_free(text, FALSE));
    }
}

/* FALSE and an error under --strict. */
static gboolean
report_missing(const Table *table, const Column *column, gboolean strict, Report *report,
               GError **error)
{
    gsize missing = column_count_missing(column), first = 0;
    g_autofree char *quoted = error_quote(column->name, -1, 60);
    g_autofree char *text = NULL;

    if (missing == 0)
        return TRUE;
    while (!column_is_missing(column, first))
        first++;
    text = g_strdup_printf("%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT
                           " rows have no value in column \"%s\" and are in no figure of the split",
                           missing, table->length, quoted);
    if (strict)
        error_set(error, ERROR_INPUT, table_where(table, first, column), "%s", text);
    else
        report_add(report, SEVERITY_WARNING, table_where(table, first, column), missing, "%s",
                   text);
    return !strict;
}

GPtrArray *
split_find(Figure *figure, const char *name, Report *report, GError **error)
{
    g_autoptr(Table) table = figure_rows(figure, error);
    Column *column = table != NULL ? table_find(table, name) : NULL;
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(part_free);
    g_autofree char *quoted = error_quote(name, -1, 60);

    if (table == NULL)
        return NULL;
    if (column == NULL) {
        g_autofree const char **names = table_names(table);
        g_autofree char *near = error_suggest(name, names);

        error_set(error, ERROR_USAGE, WHERE_NONE, "--split-by: no column \"%s\" in %s%s", quoted,
                  table->file != NULL ? table->file : "the data", near);
        return NULL;
    }
    if (column->type == COLUMN_TEXT)
        add_texts(parts, column, figure->spec);
    else
        add_values(parts, column);
    if (parts->len > MAX_PARTS || parts->len == 0) {
        error_set(error, parts->len == 0 ? ERROR_INPUT : ERROR_USAGE,
                  (Where){ .file = table->file },
                  parts->len == 0 ? "--split-by: column \"%s\" has no values"
                                  : "--split-by: column \"%s\" has more than 10000 values",
                  quoted);
        return NULL;
    }
    return report_missing(table, column, figure->spec->strict, report, error)
               ? g_steal_pointer(&parts)
               : NULL;
}
