// The check of a figure against design rules.
#include "figure/figure.h"

gboolean
figure_lint(Figure *figure, GError **error)
{
    if (figure->findings != NULL)
        return TRUE;
    if (!figure_check_options(figure, error) || !figure_draw(figure, NULL, error))
        return FALSE;
    figure->findings = lint_run(figure->scene, figure->facts, figure->report, LINT_MOST);
    return TRUE;
}
