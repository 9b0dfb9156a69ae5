#include "transform/transform.h"

#include <math.h>
#include <string.h>

#include "transform/expr.h"

const TransformType let_transform = {
    "let",
    "adds a column that is computed from others",
    "--let 'NAME = EXPRESSION'",
};

/* The grammar reads an assignment as a comparison with one sign of equality, whose left side is a
 * name. */
static gboolean
check_assignment(const ExprSource *source, const ExprNode *root, GError **error)
{
    const ExprSpan whole = { 0, strlen(source->text) };
    const ExprNode *name;
    const char *sign;

    if (root->kind != EXPR_COMPARE || root->comparison != EXPR_EQUAL) {
        expr_error(error, source, whole, "; write NAME = EXPRESSION", "is no assignment");
        return FALSE;
    }
    name = root->children[0];
    sign = strchr(source->text + name->span.end, '=');
    if (sign[1] == '=') {
        gsize at = (gsize)(sign - source->text);

        expr_error(error, source, (ExprSpan){ at, at + 2 }, "; write NAME = EXPRESSION",
                   "compares and does not assign");
        return FALSE;
    }
    if ((name->kind != EXPR_NAME && (name->kind != EXPR_TEXT || !name->double_quoted)) ||
        *name->text == '\0') {
        expr_error(error, source, name->span, "; write NAME = EXPRESSION",
                   "stands where the name of the new column is expected");
        return FALSE;
    }
    return TRUE;
}

/* Whether an operand in this row is missing, so that the result has to be. */
static gboolean
lacks_operand(const EvalNode *node, gsize row)
{
    if (node->kind == EVAL_COLUMN)
        return column_is_missing(node->column, row);
    for (guint c = 0; c < node->n_children; c++) {
        if (lacks_operand(node->children[c], row))
            return TRUE;
    }
    return FALSE;
}

static void
remark_undefined(const Table *table, const EvalNode *root, const Column *made, Report *report)
{
    guint64 n = 0;
    gsize first = 0;

    for (gsize i = 0; i < made->length; i++) {
        if (isnan(made->values[i]) && !lacks_operand(root, i) && n++ == 0)
            first = i;
    }
    if (n > 0)
        report_add(report, SEVERITY_WARNING, table_where(table, first, NULL), n,
                   "%" G_GUINT64_FORMAT " of %" G_GSIZE_FORMAT " cells of column \"%s\" cannot be "
                   "computed (a division by zero, or too large for a number) and are missing",
                   n, made->length, made->name);
}

Table *
transform_let(const Table *table, const char *assignment, Report *report, GError **error)
{
    const ExprSource source = { "--let", assignment };
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Column) made = NULL;
    ExprNode *tree = expr_parse(&source, arena, error);
    EvalNode *bound;

    if (tree == NULL || !check_assignment(&source, tree, error))
        return NULL;
    bound = expr_bind_number(&source, tree->children[1], table, arena, report, error);
    if (bound == NULL)
        return NULL;
    made = column_new(tree->children[0]->text, COLUMN_NUMBER, table->length);
    expr_run_number(bound, table->length, made->values);
    remark_undefined(table, bound, made, report);
    return table_with_column(table, g_steal_pointer(&made));
}
