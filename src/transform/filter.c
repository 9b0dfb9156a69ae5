#include "transform/transform.h"

#include "transform/expr.h"

const TransformType filter_transform = {
    "filter",
    "keeps the rows for which a condition holds",
    "--where CONDITION",
};

Table *
transform_filter(const Table *table, const char *condition, Report *report, GError **error)
{
    const ExprSource source = { "--where", condition };
    g_autoptr(Arena) arena = arena_new();
    g_autofree guint8 *mask = NULL;
    g_autofree gsize *rows = NULL;
    gsize n = 0;
    ExprNode *tree = expr_parse(&source, arena, error);
    EvalNode *bound = tree == NULL ? NULL : expr_bind(&source, tree, table, arena, report, error);

    if (bound == NULL)
        return NULL;
    mask = g_malloc(table->length + 1);
    expr_run_mask(bound, table->length, mask);
    for (gsize i = 0; i < table->length; i++)
        n += mask[i];
    if (n == table->length)
        return table_ref(table);

    rows = g_new(gsize, n + 1);
    n = 0;
    for (gsize i = 0; i < table->length; i++) {
        if (mask[i])
            rows[n++] = i;
    }
    return table_take(table, rows, n);
}
