// Binding of comparisons, lists and the test for missing. All work that depends on a text is done
// here, once a level, so that rows cost a look-up.
#include "transform/expr.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

#define MAX_LITERAL_CHARS 60

static gboolean
holds(ExprComparison comparison, int order)
{
    switch (comparison) {
    case EXPR_EQUAL:
        return order == 0;
    case EXPR_UNEQUAL:
        return order != 0;
    case EXPR_LESS:
        return order < 0;
    case EXPR_AT_MOST:
        return order <= 0;
    case EXPR_MORE:
        return order > 0;
    case EXPR_AT_LEAST:
        return order >= 0;
    }
    g_assert_not_reached();
}

/* The same question with its sides exchanged. */
static ExprComparison
flipped(ExprComparison comparison)
{
    switch (comparison) {
    case EXPR_EQUAL:
    case EXPR_UNEQUAL:
        return comparison;
    case EXPR_LESS:
        return EXPR_MORE;
    case EXPR_AT_MOST:
        return EXPR_AT_LEAST;
    case EXPR_MORE:
        return EXPR_LESS;
    case EXPR_AT_LEAST:
        return EXPR_AT_MOST;
    }
    g_assert_not_reached();
}

static const char *
side_words(const EvalNode *value)
{
    if (value->type == EVAL_NUMBER)
        return "a number";
    return value->type == EVAL_TIME ? "a time" : "text";
}

/* Left and right as the user wrote them. */
static EvalNode *
mismatch(const ExprBinder *binder, const ExprNode *node, const EvalNode *left,
         const EvalNode *right, GError **error)
{
    const EvalNode *literal = right->kind == EVAL_LITERAL ? right : left;
    const char *hint = "";
    double number;

    if (literal->kind == EVAL_LITERAL) {
        const char *text = literal->source->text;

        if (number_parse(text, strlen(text), &number))
            hint = "; a number stands without quotes";
        else if (table_find(binder->table, text) != NULL)
            hint = "; the name of a column stands in backquotes";
    } else if (left->kind == EVAL_CONSTANT || right->kind == EVAL_CONSTANT) {
        hint = "; a text stands in quotes";
    }
    expr_error(error, binder->source, node->span, hint,
               "compares %s on the left with %s on the right", side_words(left), side_words(right));
    return NULL;
}

void
expr_remark_unknown(const ExprBinder *binder, const Column *column, const char *text)
{
    g_autofree const char **names = g_new0(const char *, column->levels->len + 1);
    g_autofree char *hint = NULL, *quoted = NULL;

    for (guint i = 0; i < column->levels->len; i++)
        names[i] = g_ptr_array_index(column->levels, i);
    hint = error_suggest(text, names);
    quoted = error_quote(text, -1, MAX_LITERAL_CHARS);
    report_add(binder->report, SEVERITY_WARNING, (Where){ .file = binder->table->file }, 1,
               "%s: no row has %s \"%s\"%s", binder->source->flag, column->name, quoted, hint);
}

static EvalNode *
lookup_new(const ExprBinder *binder, const ExprNode *node, const Column *column)
{
    EvalNode *lookup = eval_node_new(binder->arena, EVAL_LOOKUP, EVAL_MASK, node, 0);

    lookup->column = column;
    lookup->answers = arena_new0(binder->arena, guint8, column->levels->len + 1);
    return lookup;
}

static EvalNode *
compare_with_text(const ExprBinder *binder, const ExprNode *node, const EvalNode *value,
                  const char *text, ExprComparison comparison)
{
    const Column *column = value->column;
    EvalNode *lookup = lookup_new(binder, node, column);
    gboolean found = FALSE;

    for (guint i = 0; i < column->levels->len; i++) {
        int order = strcmp(g_ptr_array_index(column->levels, i), text);

        found |= order == 0;
        lookup->answers[i + 1] = holds(comparison, order);
    }
    if (!found && (comparison == EXPR_EQUAL || comparison == EXPR_UNEQUAL))
        expr_remark_unknown(binder, column, text);
    return lookup;
}

typedef struct {
    const char *text;
    guint32 *rank; /* where to write it */
} RankedLevel;

static int
compare_levels(const void *a, const void *b)
{
    return strcmp(((const RankedLevel *)a)->text, ((const RankedLevel *)b)->text);
}

/* Two columns of text: their levels are put into one order, so that rows compare as integers. */
static EvalNode *
compare_texts(const ExprBinder *binder, const ExprNode *node, EvalNode *left, EvalNode *right,
              ExprComparison comparison)
{
    EvalNode *pair = eval_node_new(binder->arena, EVAL_RANKS, EVAL_MASK, node, 2);
    gsize n_left = left->column->levels->len, n = n_left + right->column->levels->len;
    g_autofree RankedLevel *levels = g_new(RankedLevel, n + 1);
    guint32 rank = 0;

    pair->children[0] = left;
    pair->children[1] = right;
    pair->comparison = comparison;
    for (guint side = 0; side < 2; side++) {
        const GPtrArray *texts = pair->children[side]->column->levels;

        pair->ranks[side] = arena_new0(binder->arena, guint32, texts->len + 1);
        for (guint i = 0; i < texts->len; i++)
            levels[side * n_left + i] =
                (RankedLevel){ g_ptr_array_index(texts, i), &pair->ranks[side][i + 1] };
    }
    qsort(levels, n, sizeof *levels, compare_levels);
    for (gsize i = 0; i < n; i++) {
        if (i == 0 || strcmp(levels[i - 1].text, levels[i].text) != 0)
            rank++;
        *levels[i].rank = rank;
    }
    return pair;
}

static gboolean
year_interval(double year, EvalInterval *ret_interval)
{
    double start;

    if (year != floor(year) || year < 1 || year > 9999 ||
        !calendar_make((int)year, 1, 1, 0, 0, 0, &start))
        return FALSE;
    *ret_interval =
        (EvalInterval){ start, nextafter(calendar_add(start, TIME_YEAR, 1), -HUGE_VAL) };
    return TRUE;
}

/* A time that was written to a month is the whole month, and so on, so that a date of March equals
 * "2019-03" and is not later than it. */
gboolean
expr_time_interval(const ExprBinder *binder, const ExprNode *item, EvalInterval *ret_interval,
                   GError **error)
{
    gsize length;
    double start, year;
    TimeUnit unit;

    if (item->kind == EXPR_NUMBER) {
        if (year_interval(item->number, ret_interval))
            return TRUE;
        expr_error(error, binder->source, item->span, "", "is not a year");
        return FALSE;
    }
    length = strlen(item->text);
    if (length == 4 && number_parse(item->text, length, &year) && year_interval(year, ret_interval))
        return TRUE;
    if (!calendar_parse(item->text, length, &start, &unit)) {
        expr_error(error, binder->source, item->span, "; write it as 2019, 2019-03 or 2019-03-27",
                   "is not a time");
        return FALSE;
    }
    *ret_interval = (EvalInterval){ start, start };
    if (unit != TIME_SECOND)
        ret_interval->high = nextafter(calendar_add(start, unit, 1), -HUGE_VAL);
    return TRUE;
}

static EvalNode *
pair_new(const ExprBinder *binder, const ExprNode *node, EvalNode *left, EvalNode *right,
         ExprComparison comparison)
{
    EvalNode *pair = eval_node_new(binder->arena, EVAL_COMPARE, EVAL_MASK, node, 2);

    pair->children[0] = left;
    pair->children[1] = right;
    pair->comparison = comparison;
    return pair;
}

static EvalNode *
within_new(const ExprBinder *binder, const ExprNode *node, EvalNode *value,
           const EvalInterval *intervals, guint n)
{
    EvalNode *within = eval_node_new(binder->arena, EVAL_WITHIN, EVAL_MASK, node, 1);

    within->children[0] = value;
    within->intervals = arena_copy(binder->arena, intervals, n * sizeof *intervals);
    within->n_intervals = n;
    return within;
}

static EvalNode *
compare_with_interval(const ExprBinder *binder, const ExprNode *node, EvalNode *value,
                      EvalInterval interval, ExprComparison comparison)
{
    EvalNode *edge, *within;
    gboolean low = comparison == EXPR_LESS || comparison == EXPR_AT_LEAST;

    if (comparison == EXPR_EQUAL || comparison == EXPR_UNEQUAL) {
        within = within_new(binder, node, value, &interval, 1);
        within->negated = comparison == EXPR_UNEQUAL;
        return within;
    }
    edge = eval_node_new(binder->arena, EVAL_CONSTANT, EVAL_TIME, node, 0);
    for (guint i = 0; i < EVAL_BLOCK; i++)
        edge->buffer[i] = low ? interval.low : interval.high;
    return pair_new(binder, node, value, edge, comparison);
}

/* A time on the left, a number on the right; NULL (without an error) where they do not go together:
 * only years are as good as numbers, other times know nothing but whole years. */
static EvalNode *
compare_time_with_number(const ExprBinder *binder, const ExprNode *node, EvalNode *time,
                         EvalNode *number, ExprComparison comparison)
{
    EvalInterval interval;

    if (number->kind == EVAL_CONSTANT && year_interval(number->constant, &interval))
        return compare_with_interval(binder, node, time, interval, comparison);
    if (number->kind == EVAL_CONSTANT || time->column->unit == TIME_YEAR)
        return pair_new(binder, node, expr_bind_year(binder, time), number, comparison);
    return NULL;
}

static EvalNode *
compare_ordered(const ExprBinder *binder, const ExprNode *node, EvalNode *left, EvalNode *right,
                ExprComparison comparison, GError **error)
{
    EvalInterval interval;
    EvalNode *bound = NULL;

    if (right->kind == EVAL_LITERAL && left->type == EVAL_TIME)
        return expr_time_interval(binder, right->source, &interval, error)
                   ? compare_with_interval(binder, node, left, interval, comparison)
                   : NULL;
    if (right->kind == EVAL_LITERAL && left->type == EVAL_TEXT)
        return compare_with_text(binder, node, left, right->source->text, comparison);
    if (left->type == EVAL_TEXT && right->type == EVAL_TEXT)
        return compare_texts(binder, node, left, right, comparison);
    if (left->type == right->type)
        return pair_new(binder, node, left, right, comparison);
    if (left->type == EVAL_TIME && right->type == EVAL_NUMBER)
        bound = compare_time_with_number(binder, node, left, right, comparison);
    else if (left->type == EVAL_NUMBER && right->type == EVAL_TIME)
        bound = compare_time_with_number(binder, node, right, left, flipped(comparison));
    return bound;
}

EvalNode *
expr_bind_comparison(const ExprBinder *binder, const ExprNode *node, EvalNode *left,
                     EvalNode *right, GError **error)
{
    gboolean swap = left->kind == EVAL_LITERAL;
    GError *inner = NULL;
    EvalNode *bound;

    if (left->kind == EVAL_LITERAL && right->kind == EVAL_LITERAL) {
        g_autofree const char **names = table_names(binder->table);
        g_autofree char *hint = error_suggest(left->source->text, names);

        expr_error(error, binder->source, node->span, hint, "compares two texts and no column");
        return NULL;
    }
    bound = compare_ordered(binder, node, swap ? right : left, swap ? left : right,
                            swap ? flipped(node->comparison) : node->comparison, &inner);
    if (bound == NULL && inner == NULL)
        return mismatch(binder, node, left, right, error);
    if (inner != NULL)
        g_propagate_error(error, inner);
    return bound;
}
