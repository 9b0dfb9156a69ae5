// Runs a bound tree block by block. Each node fills its block in one plain loop, so that the cost
// of the tree is paid once in EVAL_BLOCK rows and the loops can be vectorised.
#include "transform/expr.h"

#include <math.h>
#include <string.h>

static void run(EvalNode *node, gsize start, gsize n);

static void
run_years(EvalNode *node, gsize n)
{
    const double *times = node->children[0]->values;
    double first = NAN, next = NAN, year = NAN; /* the last one found: rows are often in order */

    for (gsize i = 0; i < n; i++) {
        if (isnan(times[i])) {
            node->buffer[i] = NAN;
            continue;
        }
        if (!(times[i] >= first && times[i] < next)) {
            first = calendar_floor(times[i], TIME_YEAR);
            next = calendar_add(first, TIME_YEAR, 1);
            year = calendar_parts(times[i]).year;
        }
        node->buffer[i] = year;
    }
}

/* Sums, differences, products and quotients from left to right. What is not finite in the end (a
 * division by zero, an overflow) is missing; no operand is infinite, so nothing gets back from
 * there. */
static void
run_chain(EvalNode *node, gsize n)
{
    double *out = node->buffer;

    memcpy(out, node->children[0]->values, n * sizeof *out);
    for (guint c = 1; c < node->n_children; c++) {
        const double *in = node->children[c]->values;

        switch (node->operators[c]) {
        case '+':
            for (gsize i = 0; i < n; i++)
                out[i] += in[i];
            break;
        case '-':
            for (gsize i = 0; i < n; i++)
                out[i] -= in[i];
            break;
        case '*':
            for (gsize i = 0; i < n; i++)
                out[i] *= in[i];
            break;
        default:
            for (gsize i = 0; i < n; i++)
                out[i] /= in[i];
            break;
        }
    }
    for (gsize i = 0; i < n; i++)
        out[i] = isfinite(out[i]) ? out[i] : NAN;
}

/* NaN is missing: all six are false for it, unequal too. */
static void
run_comparison(EvalNode *node, gsize n)
{
    const double *a = node->children[0]->values, *b = node->children[1]->values;
    guint8 *out = node->mask;

    switch (node->comparison) {
    case EXPR_EQUAL:
        for (gsize i = 0; i < n; i++)
            out[i] = a[i] == b[i];
        break;
    case EXPR_UNEQUAL:
        for (gsize i = 0; i < n; i++)
            out[i] = (a[i] < b[i]) | (a[i] > b[i]);
        break;
    case EXPR_LESS:
        for (gsize i = 0; i < n; i++)
            out[i] = a[i] < b[i];
        break;
    case EXPR_AT_MOST:
        for (gsize i = 0; i < n; i++)
            out[i] = a[i] <= b[i];
        break;
    case EXPR_MORE:
        for (gsize i = 0; i < n; i++)
            out[i] = a[i] > b[i];
        break;
    case EXPR_AT_LEAST:
        for (gsize i = 0; i < n; i++)
            out[i] = a[i] >= b[i];
        break;
    }
}

static gboolean
ranks_hold(ExprComparison comparison, guint32 a, guint32 b)
{
    switch (comparison) {
    case EXPR_EQUAL:
        return a == b;
    case EXPR_UNEQUAL:
        return a != b;
    case EXPR_LESS:
        return a < b;
    case EXPR_AT_MOST:
        return a <= b;
    case EXPR_MORE:
        return a > b;
    case EXPR_AT_LEAST:
        return a >= b;
    }
    g_assert_not_reached();
}

/* Rank 0 is a missing cell. */
static void
run_ranks(EvalNode *node, gsize start, gsize n)
{
    const gint32 *left = node->children[0]->column->codes + start;
    const gint32 *right = node->children[1]->column->codes + start;

    for (gsize i = 0; i < n; i++) {
        guint32 a = node->ranks[0][left[i] + 1], b = node->ranks[1][right[i] + 1];

        node->mask[i] = a != 0 && b != 0 && ranks_hold(node->comparison, a, b);
    }
}

static void
run_lookup(EvalNode *node, gsize start, gsize n)
{
    const gint32 *codes = node->column->codes + start;

    for (gsize i = 0; i < n; i++)
        node->mask[i] = node->answers[codes[i] + 1];
}

static gboolean
within(const EvalNode *node, double value)
{
    guint from = 0, to = node->n_intervals;

    while (to - from > 1) {
        guint middle = from + (to - from) / 2;

        if (node->intervals[middle].low <= value)
            from = middle;
        else
            to = middle;
    }
    return value >= node->intervals[from].low && value <= node->intervals[from].high;
}

static void
run_within(EvalNode *node, gsize n)
{
    const double *values = node->children[0]->values;

    for (gsize i = 0; i < n; i++)
        node->mask[i] = !isnan(values[i]) && within(node, values[i]) != node->negated;
}

static void
run_conditions(EvalNode *node, gsize n)
{
    guint8 *out = node->mask;

    memcpy(out, node->children[0]->mask, n);
    for (guint c = 1; c < node->n_children; c++) {
        const guint8 *in = node->children[c]->mask;

        if (node->kind == EVAL_AND) {
            for (gsize i = 0; i < n; i++)
                out[i] &= in[i];
        } else {
            for (gsize i = 0; i < n; i++)
                out[i] |= in[i];
        }
    }
}

static void
run_each(EvalNode *node, gsize n)
{
    const EvalNode *child = node->children[0];

    if (node->kind == EVAL_NEGATE) {
        for (gsize i = 0; i < n; i++)
            node->buffer[i] = -child->values[i];
    } else if (node->kind == EVAL_NOT) {
        for (gsize i = 0; i < n; i++)
            node->mask[i] = !child->mask[i];
    } else {
        for (gsize i = 0; i < n; i++)
            node->mask[i] = isnan(child->values[i]) != node->negated;
    }
}

static void
run(EvalNode *node, gsize start, gsize n)
{
    for (guint c = 0; c < node->n_children; c++)
        run(node->children[c], start, n);
    if (node->buffer != NULL)
        node->values = node->buffer;

    switch (node->kind) {
    case EVAL_CONSTANT:
    case EVAL_LITERAL:
        break;
    case EVAL_COLUMN:
        node->values = node->type == EVAL_TEXT ? NULL : node->column->values + start;
        break;
    case EVAL_YEAR:
        run_years(node, n);
        break;
    case EVAL_SUM:
    case EVAL_PRODUCT:
        run_chain(node, n);
        break;
    case EVAL_COMPARE:
        run_comparison(node, n);
        break;
    case EVAL_WITHIN:
        run_within(node, n);
        break;
    case EVAL_LOOKUP:
        run_lookup(node, start, n);
        break;
    case EVAL_RANKS:
        run_ranks(node, start, n);
        break;
    case EVAL_NEGATE:
    case EVAL_ABSENT:
    case EVAL_NOT:
        run_each(node, n);
        break;
    case EVAL_AND:
    case EVAL_OR:
        run_conditions(node, n);
        break;
    }
}

void
expr_run_mask(EvalNode *root, gsize n_rows, guint8 *out)
{
    for (gsize start = 0; start < n_rows; start += EVAL_BLOCK) {
        gsize n = MIN((gsize)EVAL_BLOCK, n_rows - start);

        run(root, start, n);
        memcpy(out + start, root->mask, n);
    }
}

void
expr_run_number(EvalNode *root, gsize n_rows, double *out)
{
    for (gsize start = 0; start < n_rows; start += EVAL_BLOCK) {
        gsize n = MIN((gsize)EVAL_BLOCK, n_rows - start);

        run(root, start, n);
        memcpy(out + start, root->values, n * sizeof *out);
    }
}
