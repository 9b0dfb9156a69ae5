#include "plot/categories.h"

#include "data/date_hint.h"
#include "plot/bind.h"
#include "plot/periods.h"

#include <stdlib.h>

/* More slots than this cannot be told apart on any page; then only what is there gets one. */
#define MAX_SLOTS 4000
#define MAX_NUMBER_SLOTS 200

static int
categories_compare_values(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;

    return left < right ? -1 : left > right;
}

static gboolean
categories_are_text_on_purpose(const Plot *plot, const Column *column)
{
    g_autofree char *type = g_strconcat(column->name, "=text", NULL);
    const GPtrArray *types = plot->spec->types;

    for (guint i = 0; types != NULL && i < types->len; i++)
        if (strcmp(types->pdata[i], type) == 0)
            return TRUE;
    return FALSE;
}

/* Dates that nobody can read with certainty stand as names, evenly and in the order of the file;
 * that must not pass for a time axis. */
static void
categories_warn_of_dates(Plot *plot, const Column *column)
{
    const GPtrArray *levels = column->levels;
    g_autofree char *quoted = NULL, *hint = NULL;
    guint n = 0;
    gsize row = 0;

    for (guint i = 0; i < levels->len; i++)
        n += date_looks_like(levels->pdata[i]) ? 1 : 0;
    if (n == 0 || n * 2 <= levels->len || categories_are_text_on_purpose(plot, column))
        return;
    while (row < column->length &&
           (column->codes[row] < 0 || !date_looks_like(levels->pdata[column->codes[row]])))
        row++;
    if (row == column->length)
        return;
    quoted = error_quote(levels->pdata[column->codes[row]], -1, 40);
    hint = date_hint(column);
    report_add(plot->report, SEVERITY_WARNING, table_where(plot->frame->table, row, column), n,
               "\"%s\" in column \"%s\" looks like a date and is drawn as a name; say how it is "
               "written: %s, or --type %s=text",
               quoted, column->name, hint != NULL ? hint : "--date-format FORMAT", column->name);
}

static void
categories_of_text(Plot *plot, const Column *column, Categories *result)
{
    result->n = column->levels->len;
    result->names_of = arena_strdup(plot->arena, column->name);
    result->names = arena_new0(plot->arena, const char *, result->n);
    for (guint i = 0; i < result->n; i++)
        result->names[i] = bind_name(plot, column->levels->pdata[i]);
    for (gsize i = 0; i < column->length; i++)
        result->index[i] = column->codes[i] >= 0 ? column->codes[i] : NAN;
}

static gsize
categories_distinct(const Column *column, double *out)
{
    gsize n = 0, n_unique = 0;

    for (gsize i = 0; i < column->length; i++)
        if (isfinite(column->values[i]))
            out[n++] = column->values[i];
    if (n > 0)
        qsort(out, n, sizeof *out, categories_compare_values);
    for (gsize i = 0; i < n; i++)
        if (i == 0 || out[i] != out[n_unique - 1])
            out[n_unique++] = out[i];
    return n_unique;
}

/* Every value its own category, in order of value. */
static void
categories_of_values(Plot *plot, const Column *column, const double *values, gsize n,
                     Categories *result)
{
    int decimals = number_common_decimals(values, n, 6);
    gboolean large = n > 0 && MAX(fabs(values[0]), fabs(values[n - 1])) >= 1e4;

    result->n = (guint)n;
    result->names = arena_new0(plot->arena, const char *, n);
    for (gsize i = 0; i < n; i++) {
        g_autoptr(GString) name = g_string_new(NULL);

        if (column->type == COLUMN_TIME)
            language_append_label(bind_language(plot), name, values[i], column->unit);
        else
            (large ? number_append_grouped : number_append_label)(name, &bind_language(plot)->marks,
                                                                  values[i], decimals);
        result->names[i] = arena_strdup(plot->arena, name->str);
    }
    for (gsize i = 0; i < column->length; i++) {
        const double *found =
            bsearch(&column->values[i], values, n, sizeof *values, categories_compare_values);

        result->index[i] =
            isfinite(column->values[i]) && found != NULL ? (double)(found - values) : NAN;
    }
}

/* A slot for every period from the first to the last. FALSE when there is no rhythm. */
static gboolean
categories_of_periods(Plot *plot, const Column *column, const double *values, gsize n,
                      Categories *result)
{
    Periods periods = periods_find(values, n, column->unit);
    double *times;
    gint64 n_slots;

    if (!periods.regular || periods.weekdays)
        return FALSE;
    n_slots = periods_between(&periods, values[0], values[n - 1]) + 1;
    if (n_slots > MAX_SLOTS)
        return FALSE;
    result->n = (guint)n_slots;
    result->names = arena_new0(plot->arena, const char *, result->n);
    times = arena_new0(plot->arena, double, result->n);
    for (guint i = 0; i < result->n; i++) {
        g_autoptr(GString) name = g_string_new(NULL);

        times[i] = periods_add(&periods, values[0], i);
        language_append_label(bind_language(plot), name, times[i], periods.unit);
        result->names[i] = arena_strdup(plot->arena, name->str);
    }
    result->times = times;
    result->unit = periods.unit;
    result->step = periods.step;
    for (gsize i = 0; i < column->length; i++)
        result->index[i] = isfinite(column->values[i])
                               ? (double)periods_between(&periods, values[0], column->values[i])
                               : NAN;
    return TRUE;
}

/* Whole numbers with few holes: the holes are seen. Returns how many values there are with them. */
static gsize
categories_fill_integers(const double *values, gsize n, double *out)
{
    double span = n > 0 ? values[n - 1] - values[0] + 1 : 0;
    gsize n_out = 0;

    for (gsize i = 0; i < n; i++)
        if (values[i] != floor(values[i]))
            span = G_MAXDOUBLE;
    if (span > MAX_NUMBER_SLOTS || span > 3.0 * n) {
        for (gsize i = 0; i < n; i++)
            out[i] = values[i];
        return n;
    }
    for (double value = n > 0 ? values[0] : 1; n_out < (gsize)span; value++)
        out[n_out++] = value;
    return n_out;
}

Categories
categories_new(Plot *plot, Channel channel)
{
    const Column *column = plot->frame->columns[channel];
    Categories result = { .channel = channel, .step = 1, .sort = plot->spec->sort };

    result.index = arena_new0(plot->arena, double, column->length);
    if (column->type == COLUMN_TEXT) {
        categories_warn_of_dates(plot, column);
        categories_of_text(plot, column, &result);
    } else {
        g_autofree double *values = g_new(double, column->length + 1);
        g_autofree double *filled = g_new(double, column->length + MAX_NUMBER_SLOTS + 1);
        gsize n = categories_distinct(column, values);

        result.ordered = TRUE;
        if (column->type == COLUMN_NUMBER)
            categories_of_values(plot, column, filled, categories_fill_integers(values, n, filled),
                                 &result);
        else if (!categories_of_periods(plot, column, values, n, &result))
            categories_of_values(plot, column, values, n, &result);
    }
    return result;
}

void
categories_set_axis(const Categories *categories, AxisSpec *axis)
{
    axis->kind = SCALE_BAND;
    axis->n_categories = categories->n;
    axis->categories = categories->names;
    axis->times = categories->times;
    axis->step = categories->step;
    axis->names_of = categories->names_of;
    axis->unit = categories->unit;
}
