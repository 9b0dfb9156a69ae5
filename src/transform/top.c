#include "transform/transform.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/sum.h"

const TransformType top_transform = {
    "top",
    "keeps the largest categories and makes the rest one",
    "--top N",
};

#define MAX_NAMES 3
#define MAX_NAME_CHARS 40

typedef struct {
    double weight;
    gint32 code;
} Ranked;

static int
compare_ranked(const void *a, const void *b)
{
    const Ranked *left = a, *right = b;

    if (left->weight != right->weight)
        return left->weight > right->weight ? -1 : 1;
    return left->code < right->code ? -1 : left->code > right->code;
}

static gboolean
check(const Table *table, const Column *column, const Column *weights, guint n, GError **error)
{
    if (column->type != COLUMN_TEXT) {
        error_set(error, ERROR_USAGE, (Where){ .file = table->file },
                  "--top keeps categories of text, and column \"%s\" is of type %s", column->name,
                  column_type_name(column->type));
        return FALSE;
    }
    if (weights != NULL && weights->type != COLUMN_NUMBER) {
        error_set(error, ERROR_USAGE, (Where){ .file = table->file },
                  "--top ranks by a sum of numbers, and column \"%s\" is of type %s", weights->name,
                  column_type_name(weights->type));
        return FALSE;
    }
    if (n == 0) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "--top 0 would keep no category");
        return FALSE;
    }
    return TRUE;
}

/* The categories that have rows, but for the one of the others, largest first. Caller frees. */
static Ranked *
rank(const Column *column, const Column *weights, const char *other_name, guint *ret_n)
{
    guint n_levels = column->levels->len, n = 0;
    g_autofree Sum *sums = g_new0(Sum, n_levels + 1);
    g_autofree gboolean *has_rows = g_new0(gboolean, n_levels + 1);
    Ranked *ranked = g_new(Ranked, n_levels + 1);

    for (gsize i = 0; i < column->length; i++) {
        gint32 code = column->codes[i];

        if (code < 0)
            continue;
        has_rows[code] = TRUE;
        if (weights == NULL || !isnan(weights->values[i]))
            sum_add(&sums[code], weights == NULL ? 1 : weights->values[i]);
    }
    for (guint code = 0; code < n_levels; code++) {
        if (has_rows[code] && strcmp(g_ptr_array_index(column->levels, code), other_name) != 0)
            ranked[n++] = (Ranked){ sum_result(sums[code]), (gint32)code };
    }
    if (n > 0)
        qsort(ranked, n, sizeof *ranked, compare_ranked);
    *ret_n = n;
    return ranked;
}

static void
remark(const Column *column, const Ranked *others, guint n, const char *other_name, Report *report)
{
    g_autoptr(GString) names = g_string_new(NULL);

    for (guint i = 0; i < MIN(n, MAX_NAMES); i++) {
        g_autofree char *quoted =
            error_quote(g_ptr_array_index(column->levels, others[i].code), -1, MAX_NAME_CHARS);

        g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", quoted);
    }
    if (n > MAX_NAMES)
        g_string_append_printf(names, " and %u more", n - MAX_NAMES);
    report_add(report, SEVERITY_NOTE, WHERE_NONE, n, "%u %s of \"%s\" %s drawn as \"%s\": %s", n,
               n == 1 ? "category" : "categories", column->name, n == 1 ? "is" : "are", other_name,
               names->str);
}

/* The column with the kept levels, then that of the others. */
static Column *
renamed(const Column *column, const Ranked *kept, guint n_kept, const char *other_name)
{
    Column *made = column_new(column->name, COLUMN_TEXT, column->length);
    g_autofree gboolean *is_kept = g_new0(gboolean, column->levels->len + 1);
    g_autofree gint32 *codes = g_new(gint32, column->levels->len + 1);
    gint32 other;

    made->field = column->field;
    for (guint i = 0; i < n_kept; i++)
        is_kept[kept[i].code] = TRUE;
    for (guint code = 0; code < column->levels->len; code++) {
        if (is_kept[code])
            codes[code] = column_intern(made, g_ptr_array_index(column->levels, code), -1);
    }
    other = column_intern(made, other_name, -1);
    for (gsize i = 0; i < column->length; i++) {
        gint32 code = column->codes[i];

        if (code >= 0)
            made->codes[i] = is_kept[code] ? codes[code] : other;
    }
    return made;
}

Table *
transform_top(const Table *table, const Column *column, const Column *weights, guint n,
              const char *other_name, Report *report, GError **error)
{
    g_autofree Ranked *ranked = NULL;
    guint n_ranked;

    if (!check(table, column, weights, n, error))
        return NULL;
    ranked = rank(column, weights, other_name, &n_ranked);
    if (n_ranked <= n)
        return table_ref(table);
    remark(column, ranked + n, n_ranked - n, other_name, report);
    return table_with_column(table, renamed(column, ranked, n, other_name));
}
