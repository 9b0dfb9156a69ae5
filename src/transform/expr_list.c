// Binding of lists (`in`) and of the test for missing.
#include "transform/expr.h"

#include <stdlib.h>

static gboolean
check_item(const ExprBinder *binder, const ExprNode *item, ExprKind kind, const char *sentence,
           const char *hint, GError **error)
{
    if (item->kind == kind)
        return TRUE;
    expr_error(error, binder->source, item->span, hint, "%s", sentence);
    return FALSE;
}

static EvalNode *
texts_in(const ExprBinder *binder, const ExprNode *node, const EvalNode *value, GError **error)
{
    const Column *column = value->column;
    EvalNode *lookup = eval_node_new(binder->arena, EVAL_LOOKUP, EVAL_MASK, node, 0);
    g_autoptr(GHashTable) listed = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) levels = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 1; i < node->n_children; i++) {
        if (!check_item(binder, node->children[i], EXPR_TEXT,
                        "is a number in a list that is compared with text",
                        "; a text stands in quotes", error))
            return NULL;
        g_hash_table_add(listed, (gpointer)node->children[i]->text);
    }
    lookup->column = column;
    lookup->answers = arena_new0(binder->arena, guint8, column->levels->len + 1);
    for (guint i = 0; i < column->levels->len; i++) {
        gpointer level = g_ptr_array_index(column->levels, i);

        lookup->answers[i + 1] = g_hash_table_contains(listed, level) != node->negated;
        g_hash_table_add(levels, level);
    }
    for (guint i = 1; i < node->n_children; i++) {
        if (!g_hash_table_contains(levels, node->children[i]->text))
            expr_remark_unknown(binder, column, node->children[i]->text);
    }
    return lookup;
}

static int
compare_lows(const void *a, const void *b)
{
    double x = ((const EvalInterval *)a)->low, y = ((const EvalInterval *)b)->low;

    return (x > y) - (x < y);
}

/* Ascending, and those that touch made one, so that a search by halves finds the only candidate. */
static guint
merge_intervals(EvalInterval *intervals, guint n)
{
    guint last = 0;

    qsort(intervals, n, sizeof *intervals, compare_lows);
    for (guint i = 1; i < n; i++) {
        if (intervals[i].low <= intervals[last].high)
            intervals[last].high = MAX(intervals[last].high, intervals[i].high);
        else
            intervals[++last] = intervals[i];
    }
    return last + 1;
}

static EvalNode *
numbers_in(const ExprBinder *binder, const ExprNode *node, EvalNode *value, GError **error)
{
    EvalNode *within = eval_node_new(binder->arena, EVAL_WITHIN, EVAL_MASK, node, 1);
    guint n = node->n_children - 1;

    within->intervals = arena_new0(binder->arena, EvalInterval, n);
    for (guint i = 0; i < n; i++) {
        const ExprNode *item = node->children[i + 1];

        if (value->type == EVAL_TIME) {
            if (!expr_time_interval(binder, item, &within->intervals[i], error))
                return NULL;
            continue;
        }
        if (!check_item(binder, item, EXPR_NUMBER,
                        "is text in a list that is compared with a number", "", error))
            return NULL;
        within->intervals[i] = (EvalInterval){ item->number, item->number };
    }
    within->n_intervals = merge_intervals(within->intervals, n);
    within->children[0] = value;
    within->negated = node->negated;
    return within;
}

EvalNode *
expr_bind_in(const ExprBinder *binder, const ExprNode *node, EvalNode *value, GError **error)
{
    return value->type == EVAL_TEXT ? texts_in(binder, node, value, error)
                                    : numbers_in(binder, node, value, error);
}

EvalNode *
expr_bind_missing(const ExprBinder *binder, const ExprNode *node, EvalNode *value)
{
    EvalNode *absent;

    if (value->type == EVAL_TEXT) {
        absent = eval_node_new(binder->arena, EVAL_LOOKUP, EVAL_MASK, node, 0);
        absent->column = value->column;
        absent->answers = arena_new0(binder->arena, guint8, value->column->levels->len + 1);
        for (guint i = 0; i <= value->column->levels->len; i++)
            absent->answers[i] = (i == 0) != node->negated;
    } else {
        absent = eval_node_new(binder->arena, EVAL_ABSENT, EVAL_MASK, node, 1);
        absent->children[0] = value;
        absent->negated = node->negated;
    }
    return absent;
}
