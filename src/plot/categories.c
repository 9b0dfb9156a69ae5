#include "plot/categories.h"

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

    result->n = (guint)n;
    result->names = arena_new0(plot->arena, const char *, n);
    for (gsize i = 0; i < n; i++) {
        g_autoptr(GString) name = g_string_new(NULL);

        if (column->type == COLUMN_TIME)
            calendar_append_label(name, values[i], column->unit);
        else
            number_append_label(name, &number_marks_english, values[i], decimals);
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
        calendar_append_label(name, times[i], periods.unit);
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
    Categories result = { .channel = channel, .step = 1 };

    result.index = arena_new0(plot->arena, double, column->length);
    if (column->type == COLUMN_TEXT) {
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
