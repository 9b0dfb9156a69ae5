// The check of a figure against design rules.
#include "cartouche_figure.h"

static gboolean
figure_lint(ct_figure *figure, GError **error)
{
    if (figure->findings != NULL)
        return TRUE;
    if (!figure_check_options(figure, error) || !figure_draw(figure, NULL, error))
        return FALSE;
    figure->findings = lint_run(figure->scene, figure->facts, figure->report, LINT_MOST);
    return TRUE;
}

ct_finding *
ct_figure_lint(ct_figure *figure, ct_error **error)
{
    GError *inner = NULL;
    ct_finding *list;

    if (!figure_lint(figure, &inner)) {
        error_give(error, inner);
        return NULL;
    }
    list = g_new0(ct_finding, figure->findings->len + 1);
    for (guint i = 0; i < figure->findings->len; i++) {
        const LintFinding *finding = figure->findings->pdata[i];

        list[i] = (ct_finding){
            .rule = finding->rule->name,
            .severity = finding->rule->severity == SEVERITY_ERROR ? CT_ERROR : CT_WARNING,
            .where = finding->where,
            .text = finding->text,
        };
    }
    return list;
}
