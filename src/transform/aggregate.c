#include "transform/aggregate.h"

#include <math.h>

#include "base/sum.h"

static const char *const aggregate_names[] = {
    [AGGREGATE_COUNT] = "count",       [AGGREGATE_SUM] = "sum",     [AGGREGATE_MEAN] = "mean",
    [AGGREGATE_MEDIAN] = "median",     [AGGREGATE_MIN] = "min",     [AGGREGATE_MAX] = "max",
    [AGGREGATE_DISTINCT] = "distinct", [AGGREGATE_FIRST] = "first", [AGGREGATE_LAST] = "last",
};

gboolean
aggregate_from_name(const char *name, AggregateKind *ret_kind)
{
    for (guint i = 0; i < G_N_ELEMENTS(aggregate_names); i++) {
        if (g_str_equal(aggregate_names[i], name)) {
            *ret_kind = (AggregateKind)i;
            return TRUE;
        }
    }
    return FALSE;
}

/* By group: the rows whose cell is not missing; all rows when there is no column. Caller frees. */
static gsize *
counts_of(const Grouping *grouping, const Column *column)
{
    gsize *counts = g_new0(gsize, grouping->n_groups + 1);

    for (gsize i = 0; i < grouping->n_rows; i++) {
        if (column == NULL || !column_is_missing(column, i))
            counts[grouping->ids[i]]++;
    }
    return counts;
}

static void
count(const Grouping *grouping, const Column *column, double *out)
{
    g_autofree gsize *counts = counts_of(grouping, column);

    for (guint32 g = 0; g < grouping->n_groups; g++)
        out[g] = (double)counts[g];
}

static void
count_distinct(const Grouping *grouping, const Column *column, double *out)
{
    g_autoptr(Grouping) finer = grouping_refine(grouping, column);

    for (guint32 g = 0; g < grouping->n_groups; g++)
        out[g] = 0;
    for (guint32 f = 0; f < finer->n_groups; f++) {
        gsize row = finer->firsts[f];

        if (!column_is_missing(column, row))
            out[grouping->ids[row]]++;
    }
}

static void
sum(const Grouping *grouping, const Column *column, gboolean mean, double *out)
{
    g_autofree gsize *counts = counts_of(grouping, column);
    g_autofree Sum *sums = g_new0(Sum, grouping->n_groups + 1);

    for (gsize i = 0; i < grouping->n_rows; i++) {
        if (!isnan(column->values[i]))
            sum_add(&sums[grouping->ids[i]], column->values[i]);
    }
    for (guint32 g = 0; g < grouping->n_groups; g++) {
        if (counts[g] > 0)
            out[g] = sum_result(sums[g]) / (mean ? (double)counts[g] : 1);
    }
}

/* The cells are laid out group by group, and each group's stretch gives its median. */
static void
median(const Grouping *grouping, const Column *column, double *out)
{
    g_autofree gsize *ends = counts_of(grouping, column);
    g_autofree double *values = g_new(double, grouping->n_rows + 1);
    gsize start = 0;

    for (guint32 g = 0; g < grouping->n_groups; g++) {
        gsize n = ends[g];

        ends[g] = start;
        start += n;
    }
    for (gsize i = 0; i < grouping->n_rows; i++) {
        if (!isnan(column->values[i]))
            values[ends[grouping->ids[i]]++] = column->values[i];
    }
    start = 0;
    for (guint32 g = 0; g < grouping->n_groups; g++) {
        if (ends[g] > start)
            out[g] = median_of(values + start, ends[g] - start);
        start = ends[g];
    }
}

#define NO_ROW G_MAXSIZE

static gboolean
is_better(AggregateKind kind, const Column *column, gsize row, gsize best)
{
    if (best == NO_ROW || kind == AGGREGATE_LAST)
        return TRUE;
    if (kind == AGGREGATE_MIN)
        return column->values[row] < column->values[best];
    return kind == AGGREGATE_MAX && column->values[row] > column->values[best];
}

/* min, max, first and last are the cell of some row, whatever its type. */
static Column *
pick(const Grouping *grouping, const Aggregate *aggregate)
{
    const Column *column = aggregate->column;
    g_autofree gsize *rows = g_new(gsize, grouping->n_groups + 1);
    g_autoptr(Column) picked = NULL;
    Column *named;

    for (guint32 g = 0; g < grouping->n_groups; g++)
        rows[g] = NO_ROW;
    for (gsize i = 0; i < grouping->n_rows; i++) {
        gsize *best = &rows[grouping->ids[i]];

        if (!column_is_missing(column, i) && is_better(aggregate->kind, column, i, *best))
            *best = i;
    }
    /* A group of nothing but missing cells takes one of those. */
    for (guint32 g = 0; g < grouping->n_groups; g++) {
        if (rows[g] == NO_ROW)
            rows[g] = grouping->firsts[g];
    }
    picked = column_take(column, rows, grouping->n_groups);
    named = column_renamed(picked, aggregate->name);
    named->field = 0;
    return named;
}

/* Sums, means and medians need numbers, extremes an order. */
static gboolean
check_type(const Table *table, const Aggregate *aggregate, GError **error)
{
    ColumnType type = aggregate->column->type;
    const char *needed = NULL;

    switch (aggregate->kind) {
    case AGGREGATE_SUM:
    case AGGREGATE_MEAN:
    case AGGREGATE_MEDIAN:
        if (type != COLUMN_NUMBER)
            needed = "numbers";
        break;
    case AGGREGATE_MIN:
    case AGGREGATE_MAX:
        if (type == COLUMN_TEXT)
            needed = "numbers or times";
        break;
    case AGGREGATE_COUNT:
    case AGGREGATE_DISTINCT:
    case AGGREGATE_FIRST:
    case AGGREGATE_LAST:
        break;
    }
    if (needed == NULL)
        return TRUE;
    error_set(error, ERROR_USAGE, (Where){ .file = table->file },
              "%s(%s) needs %s, and column \"%s\" is of type %s", aggregate_names[aggregate->kind],
              aggregate->column->name, needed, aggregate->column->name, column_type_name(type));
    return FALSE;
}

static void
compute(const Grouping *grouping, const Aggregate *aggregate, double *out)
{
    switch (aggregate->kind) {
    case AGGREGATE_COUNT:
        count(grouping, aggregate->column, out);
        break;
    case AGGREGATE_DISTINCT:
        count_distinct(grouping, aggregate->column, out);
        break;
    case AGGREGATE_SUM:
    case AGGREGATE_MEAN:
        sum(grouping, aggregate->column, aggregate->kind == AGGREGATE_MEAN, out);
        break;
    case AGGREGATE_MEDIAN:
        median(grouping, aggregate->column, out);
        break;
    case AGGREGATE_MIN:
    case AGGREGATE_MAX:
    case AGGREGATE_FIRST:
    case AGGREGATE_LAST:
        g_assert_not_reached();
    }
}

static gboolean
check_finite(const Table *table, const Grouping *grouping, const Aggregate *aggregate,
             const Column *result, GError **error)
{
    for (guint32 g = 0; g < grouping->n_groups; g++) {
        if (isinf(result->values[g])) {
            error_set(error, ERROR_INPUT,
                      table_where(table, grouping->firsts[g], aggregate->column),
                      "%s(%s) is too large for a number", aggregate_names[aggregate->kind],
                      aggregate->column->name);
            return FALSE;
        }
    }
    return TRUE;
}

Column *
aggregate_column(const Table *table, const Grouping *grouping, const Aggregate *aggregate,
                 GError **error)
{
    g_autoptr(Column) result = NULL;

    g_assert(aggregate->column != NULL || aggregate->kind == AGGREGATE_COUNT);
    if (aggregate->column != NULL && !check_type(table, aggregate, error))
        return NULL;
    if (aggregate->kind == AGGREGATE_MIN || aggregate->kind == AGGREGATE_MAX ||
        aggregate->kind == AGGREGATE_FIRST || aggregate->kind == AGGREGATE_LAST)
        return pick(grouping, aggregate);

    result = column_new(aggregate->name, COLUMN_NUMBER, grouping->n_groups);
    compute(grouping, aggregate, result->values);
    if (!check_finite(table, grouping, aggregate, result, error))
        return NULL;
    if (aggregate->kind != AGGREGATE_COUNT && aggregate->kind != AGGREGATE_DISTINCT)
        result->symbol = g_strdup(aggregate->column->symbol);
    return g_steal_pointer(&result);
}
