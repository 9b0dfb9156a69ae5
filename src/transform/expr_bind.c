// The tree meets a table: names become columns, and every operator is checked against the types of
// what it joins. After this nothing can go wrong.
#include "transform/expr.h"

static EvalNode *bind(const ExprBinder *binder, const ExprNode *node, GError **error);

EvalNode *
eval_node_new(Arena *arena, EvalKind kind, EvalType type, const ExprNode *source, guint n_children)
{
    EvalNode *node = arena_new0(arena, EvalNode, 1);

    node->kind = kind;
    node->type = type;
    node->source = source;
    node->n_children = n_children;
    if (n_children > 0)
        node->children = arena_new0(arena, EvalNode *, n_children);
    if (type == EVAL_MASK)
        node->mask = arena_new0(arena, guint8, EVAL_BLOCK);
    else if (type != EVAL_TEXT && kind != EVAL_COLUMN)
        node->buffer = arena_new0(arena, double, EVAL_BLOCK);
    return node;
}

static const char *
type_words(EvalType type)
{
    switch (type) {
    case EVAL_NUMBER:
        return "a number";
    case EVAL_TIME:
        return "a time";
    case EVAL_TEXT:
        return "text";
    case EVAL_MASK:
        return "a condition";
    }
    g_assert_not_reached();
}

static EvalNode *
bind_name(const ExprBinder *binder, const ExprNode *node, GError **error)
{
    Column *column = table_find(binder->table, node->text);
    EvalNode *bound;
    EvalType type = EVAL_TEXT;

    if (column == NULL) {
        g_autofree const char **names = table_names(binder->table);
        g_autofree char *hint = error_suggest(node->text, names);

        expr_error(error, binder->source, node->span, hint, "is not the name of a column");
        return NULL;
    }
    switch (column->type) {
    case COLUMN_NUMBER:
        type = EVAL_NUMBER;
        break;
    case COLUMN_TIME:
        type = EVAL_TIME;
        break;
    case COLUMN_TEXT:
        break;
    }
    bound = eval_node_new(binder->arena, EVAL_COLUMN, type, node, 0);
    bound->column = column;
    return bound;
}

static EvalNode *
bind_constant(const ExprBinder *binder, const ExprNode *node, double value)
{
    EvalNode *bound = eval_node_new(binder->arena, EVAL_CONSTANT, EVAL_NUMBER, node, 0);

    bound->constant = value;
    for (guint i = 0; i < EVAL_BLOCK; i++)
        bound->buffer[i] = value;
    return bound;
}

EvalNode *
expr_bind_year(const ExprBinder *binder, EvalNode *value)
{
    EvalNode *year;

    if (value->type != EVAL_TIME)
        return value;
    year = eval_node_new(binder->arena, EVAL_YEAR, EVAL_NUMBER, value->source, 1);
    year->children[0] = value;
    return year;
}

/* What stands left of a comparison: there a name in double quotes is the column, if there is one.
 */
static EvalNode *
bind_left(const ExprBinder *binder, const ExprNode *node, GError **error)
{
    if (node->kind == EXPR_TEXT && node->double_quoted &&
        table_find(binder->table, node->text) != NULL)
        return bind_name(binder, node, error);
    return bind(binder, node, error);
}

/* An operand of arithmetic. Text makes no sense there, so a name in double quotes is a column;
 * years count as numbers. */
static EvalNode *
bind_number(const ExprBinder *binder, const ExprNode *node, GError **error)
{
    EvalNode *bound = node->kind == EXPR_TEXT && node->double_quoted
                          ? bind_name(binder, node, error)
                          : bind(binder, node, error);

    if (bound == NULL)
        return NULL;
    if (bound->type == EVAL_TIME && bound->column->unit == TIME_YEAR)
        return expr_bind_year(binder, bound);
    if (bound->type != EVAL_NUMBER) {
        expr_error(error, binder->source, node->span, "", "is %s where a number is expected",
                   type_words(bound->type));
        return NULL;
    }
    return bound;
}

static EvalNode *
bind_condition(const ExprBinder *binder, const ExprNode *node, GError **error)
{
    EvalNode *bound = bind(binder, node, error);

    if (bound != NULL && bound->type != EVAL_MASK) {
        expr_error(error, binder->source, node->span, "; compare it with something",
                   "is %s where a condition is expected", type_words(bound->type));
        return NULL;
    }
    return bound;
}

static EvalNode *
bind_children(const ExprBinder *binder, const ExprNode *node, EvalKind kind, EvalType type,
              EvalNode *(*bind_child)(const ExprBinder *, const ExprNode *, GError **),
              GError **error)
{
    EvalNode *bound = eval_node_new(binder->arena, kind, type, node, node->n_children);

    bound->operators = node->operators;
    for (guint i = 0; i < node->n_children; i++) {
        bound->children[i] = bind_child(binder, node->children[i], error);
        if (bound->children[i] == NULL)
            return NULL;
    }
    return bound;
}

/* A value that is compared: anything but a condition. */
static gboolean
check_value(const ExprBinder *binder, const EvalNode *value, GError **error)
{
    if (value->type != EVAL_MASK)
        return TRUE;
    expr_error(error, binder->source, value->source->span, "",
               "is a condition where a value is expected");
    return FALSE;
}

/* The right side. A bare word there is most often a text whose quotes were forgotten. */
static EvalNode *
bind_right(const ExprBinder *binder, const ExprNode *node, const EvalNode *left, GError **error)
{
    if (node->kind == EXPR_NAME && left->type == EVAL_TEXT &&
        table_find(binder->table, node->text) == NULL) {
        g_autofree const char **names = table_names(binder->table);
        g_autofree char *suggestion = error_suggest(node->text, names);
        g_autofree char *hint = g_strconcat(suggestion, "; a text stands in quotes", NULL);

        expr_error(error, binder->source, node->span, hint, "is not the name of a column");
        return NULL;
    }
    return bind(binder, node, error);
}

static EvalNode *
bind_comparison(const ExprBinder *binder, const ExprNode *node, GError **error)
{
    EvalNode *left = bind_left(binder, node->children[0], error), *right;

    if (left == NULL || !check_value(binder, left, error))
        return NULL;
    right = bind_right(binder, node->children[1], left, error);
    if (right == NULL || !check_value(binder, right, error))
        return NULL;
    return expr_bind_comparison(binder, node, left, right, error);
}

/* The left side of `in` and `is`. A text in quotes that is no column has nothing to be asked. */
static EvalNode *
bind_subject(const ExprBinder *binder, const ExprNode *node, GError **error)
{
    EvalNode *value;

    if (node->kind == EXPR_TEXT && node->double_quoted)
        return bind_name(binder, node, error);
    value = bind(binder, node, error);
    if (value == NULL || !check_value(binder, value, error))
        return NULL;
    if (value->kind == EVAL_LITERAL) {
        expr_error(error, binder->source, node->span, "; a name stands in backquotes",
                   "is text where a column is expected");
        return NULL;
    }
    return value;
}

static EvalNode *
bind(const ExprBinder *binder, const ExprNode *node, GError **error)
{
    EvalNode *child;

    switch (node->kind) {
    case EXPR_NUMBER:
        return bind_constant(binder, node, node->number);
    case EXPR_TEXT:
        return eval_node_new(binder->arena, EVAL_LITERAL, EVAL_TEXT, node, 0);
    case EXPR_NAME:
        return bind_name(binder, node, error);
    case EXPR_NEGATE:
        if (node->children[0]->kind == EXPR_NUMBER)
            return bind_constant(binder, node, -node->children[0]->number);
        return bind_children(binder, node, EVAL_NEGATE, EVAL_NUMBER, bind_number, error);
    case EXPR_SUM:
        return bind_children(binder, node, EVAL_SUM, EVAL_NUMBER, bind_number, error);
    case EXPR_PRODUCT:
        return bind_children(binder, node, EVAL_PRODUCT, EVAL_NUMBER, bind_number, error);
    case EXPR_COMPARE:
        return bind_comparison(binder, node, error);
    case EXPR_IN:
        child = bind_subject(binder, node->children[0], error);
        return child == NULL ? NULL : expr_bind_in(binder, node, child, error);
    case EXPR_MISSING:
        child = bind_subject(binder, node->children[0], error);
        return child == NULL ? NULL : expr_bind_missing(binder, node, child);
    case EXPR_NOT:
        return bind_children(binder, node, EVAL_NOT, EVAL_MASK, bind_condition, error);
    case EXPR_AND:
        return bind_children(binder, node, EVAL_AND, EVAL_MASK, bind_condition, error);
    case EXPR_OR:
        return bind_children(binder, node, EVAL_OR, EVAL_MASK, bind_condition, error);
    }
    g_assert_not_reached();
}

EvalNode *
expr_bind(const ExprSource *source, const ExprNode *root, const Table *table, Arena *arena,
          Report *report, GError **error)
{
    ExprBinder binder = { source, table, arena, report };

    return bind_condition(&binder, root, error);
}

EvalNode *
expr_bind_number(const ExprSource *source, const ExprNode *root, const Table *table, Arena *arena,
                 Report *report, GError **error)
{
    ExprBinder binder = { source, table, arena, report };

    return bind_number(&binder, root, error);
}
