#include "transform/transform.h"

#include <math.h>

#include "base/sum.h"
#include "transform/ordering.h"
#include "transform/stack_parts.h"
#include "transform/stack_signs.h"

const TransformType stack_transform = {
    "stack",
    "piles the values of each position from zero",
    "--stack none|zero|normalize|center",
};

typedef struct {
    const Column *const *keys;
    guint n_keys;
    const Column *value;
    StackMode mode;
    const Grouping *positions;
    const gsize *order;   /* of the rows: by series */
    Sum *ups, *downs;     /* by position: the piles so far */
    const gboolean *down; /* by row: lies on the pile below zero */
    gboolean *negative;   /* by position: has a value below zero */
    gboolean *left_out;   /* by position: has no shares */
} Stack;

/* Adds a row's value to its pile and gives the pile's height before and after. */
static void
pile(Stack *stack, gsize row, double *ret_from, double *ret_to)
{
    double value = stack->value->values[row];
    guint32 position = stack->positions->ids[row];
    Sum *sum = stack->down[row] ? &stack->downs[position] : &stack->ups[position];

    *ret_from = sum_result(*sum);
    sum_add(sum, value);
    *ret_to = sum_result(*sum);
}

/* Piles all up once for the totals. FALSE when one is too large for a number. */
static gboolean
add_totals(Stack *stack, const Table *table, GError **error)
{
    for (gsize i = 0; i < stack->positions->n_rows; i++) {
        gsize row = stack->order[i];
        double from, to;

        if (isnan(stack->value->values[row]))
            continue;
        if (stack->value->values[row] < 0)
            stack->negative[stack->positions->ids[row]] = TRUE;
        pile(stack, row, &from, &to);
        if (!isfinite(to)) {
            error_set(error, ERROR_INPUT, table_where(table, row, stack->value),
                      "the stacked values of column \"%s\" are too large for a number",
                      stack->value->name);
            return FALSE;
        }
    }
    return TRUE;
}

static void
remark(const Stack *stack, const Table *table, guint32 position, guint64 n, guint64 of,
       const char *sentence, const char *names, Report *report)
{
    gsize row = stack->positions->firsts[position];
    g_autoptr(GString) first = g_string_new(NULL);

    rows_append_keys(first, stack->keys, stack->n_keys, row);
    report_add(report, SEVERITY_WARNING, table_where(table, row, stack->value), n,
               "%" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT " %s%s%s%s%s%s", n, of, sentence,
               names != NULL ? ": " : "", names != NULL ? names : "",
               first->len > 0 ? " (first: " : "", first->str, first->len > 0 ? ")" : "");
}

/* Counts the positions, and remarks them, whose shares cannot be told for a reason of their own. */
static void
leave_out(Stack *stack, const Table *table, const MissingParts *parts, const gboolean *which,
          const char *sentence, Report *report)
{
    guint64 n = 0;
    guint32 first = 0;

    for (guint32 p = stack->positions->n_groups; p-- > 0;) {
        if (which[p] && !stack->left_out[p]) {
            stack->left_out[p] = TRUE;
            first = p;
            n++;
        }
    }
    if (n > 0)
        remark(stack, table, first, n, parts->n_stacks, sentence,
               which == parts->lacks ? parts->names : NULL, report);
}

static void
leave_out_all(Stack *stack, const Table *table, const MissingParts *parts, Report *report)
{
    g_autofree gboolean *empty = g_new0(gboolean, stack->positions->n_groups + 1);

    for (gsize i = 0; i < stack->positions->n_rows; i++) {
        guint32 position = stack->positions->ids[i];

        if (!isnan(stack->value->values[i]) && sum_result(stack->ups[position]) == 0)
            empty[position] = TRUE;
    }
    leave_out(stack, table, parts, parts->lacks,
              "positions show no shares, because a part is missing", report);
    leave_out(stack, table, parts, stack->negative,
              "positions show no shares, because a part is negative", report);
    leave_out(stack, table, parts, empty, "positions show no shares, because all parts are zero",
              report);
}

/* The second piling, now with the totals known. low is never above high. */
static void
place(Stack *stack, const Sum *up_totals, const Sum *down_totals, double *low, double *high)
{
    for (gsize i = 0; i < stack->positions->n_rows; i++) {
        gsize row = stack->order[i];
        guint32 position = stack->positions->ids[row];
        double up, down, from, to;

        if (isnan(stack->value->values[row]) || stack->left_out[position])
            continue;
        up = sum_result(up_totals[position]);
        down = sum_result(down_totals[position]);
        pile(stack, row, &from, &to);
        if (stack->mode == STACK_NORMALIZE) {
            from = from / up * 100;
            to = to / up * 100;
        } else if (stack->mode == STACK_CENTER) {
            from -= (up + down) / 2;
            to -= (up + down) / 2;
        }
        low[row] = MIN(from, to);
        high[row] = MAX(from, to);
    }
}

static void
place_alone(const Column *value, double *low, double *high)
{
    for (gsize i = 0; i < value->length; i++) {
        if (!isnan(value->values[i])) {
            low[i] = MIN(0, value->values[i]);
            high[i] = MAX(0, value->values[i]);
        }
    }
}

static gboolean
place_stacked(Stack *stack, const Table *table, const Column *series, double *low, double *high,
              Report *report, GError **error)
{
    guint32 n = stack->positions->n_groups;
    g_autofree Sum *up_totals = g_new0(Sum, n + 1), *down_totals = g_new0(Sum, n + 1);
    g_autofree Sum *ups = g_new0(Sum, n + 1), *downs = g_new0(Sum, n + 1);
    g_autofree gboolean *negative = g_new0(gboolean, n + 1);
    g_autofree gboolean *left_out = g_new0(gboolean, n + 1);
    g_autofree gboolean *down = stack_signs_find(stack->keys, stack->n_keys, series, stack->value);
    g_autoptr(MissingParts) parts = NULL;

    stack->down = down;
    stack->negative = negative;
    stack->left_out = left_out;
    stack->ups = up_totals;
    stack->downs = down_totals;
    if (!add_totals(stack, table, error))
        return FALSE;
    parts = missing_parts_find(stack->positions, stack->keys, stack->n_keys, series, stack->value,
                               stack->order);
    if (stack->mode == STACK_NORMALIZE)
        leave_out_all(stack, table, parts, report);
    else if (parts->n_lacking > 0)
        remark(stack, table, parts->first, parts->n_lacking, parts->n_stacks,
               "stacks are drawn without a part that is missing", parts->names, report);
    stack->ups = ups;
    stack->downs = downs;
    place(stack, up_totals, down_totals, low, high);
    return TRUE;
}

static gsize *
order_rows(const Column *series, gsize n)
{
    gsize *order;

    if (series != NULL)
        return ordering_of(series, FALSE, TRUE);
    order = g_new(gsize, n + 1);
    for (gsize i = 0; i < n; i++)
        order[i] = i;
    return order;
}

/* The symbol of the values, or of shares. */
static Column *
bound_column(const char *name, const Column *value, StackMode mode)
{
    Column *column = column_new(name, COLUMN_NUMBER, value->length);

    column->symbol = g_strdup(mode == STACK_NORMALIZE ? "%" : value->symbol);
    return column;
}

Table *
transform_stack(const Table *table, const Column *const *position_keys, guint n_keys,
                const Column *series, const Column *value, StackMode mode, Report *report,
                GError **error)
{
    g_autoptr(Grouping) positions = NULL;
    g_autofree gsize *order = NULL;
    g_autoptr(Column) low = NULL, high = NULL;
    g_autoptr(Table) with_low = NULL;

    if (value->type != COLUMN_NUMBER) {
        error_set(error, ERROR_USAGE, (Where){ .file = table->file },
                  "only numbers can be stacked, and column \"%s\" is of type %s", value->name,
                  column_type_name(value->type));
        return NULL;
    }
    low = bound_column("low", value, mode);
    high = bound_column("high", value, mode);
    if (mode == STACK_NONE) {
        place_alone(value, low->values, high->values);
    } else {
        Stack stack = { .keys = position_keys, .n_keys = n_keys, .value = value, .mode = mode };

        positions = grouping_new(position_keys, n_keys, table->length);
        order = order_rows(series, table->length);
        stack.positions = positions;
        stack.order = order;
        if (!place_stacked(&stack, table, series, low->values, high->values, report, error))
            return NULL;
    }
    with_low = table_with_column(table, g_steal_pointer(&low));
    return table_with_column(with_low, g_steal_pointer(&high));
}
