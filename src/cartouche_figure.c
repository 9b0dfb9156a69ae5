// Figures of the public API: those of the rooms, with errors that need no GLib.
#include "cartouche_figure.h"

ct_figure *
ct_figure_new(const char *chart, ct_error **error)
{
    GError *inner = NULL;
    ct_figure *figure = figure_new(chart, &inner);

    if (figure == NULL)
        error_give(error, inner);
    return figure;
}

void
ct_figure_free(ct_figure *figure)
{
    figure_free(figure);
}

bool
ct_figure_set(ct_figure *figure, const char *option, const char *value, ct_error **error)
{
    GError *inner = NULL;

    return figure_set(figure, option, value, &inner) || error_give(error, inner);
}

bool
ct_figure_set_data(ct_figure *figure, const char *path, ct_error **error)
{
    GError *inner = NULL;

    return figure_set_data(figure, path, &inner) || error_give(error, inner);
}

bool
ct_figure_set_data_bytes(ct_figure *figure, const char *name, const void *bytes, size_t length,
                         ct_error **error)
{
    g_autoptr(GBytes) copy = g_bytes_new(bytes, length);
    GError *inner = NULL;

    return figure_set_data_bytes(figure, name, copy, &inner) || error_give(error, inner);
}

const ct_report *
ct_figure_report(const ct_figure *figure)
{
    return (const ct_report *)figure->report;
}

bool
ct_figure_render(ct_figure *figure, const char *format, void **ret_bytes, size_t *ret_length,
                 const ct_report **ret_report, ct_error **error)
{
    GError *inner = NULL;
    GBytes *bytes = figure_render(figure, format, &inner);

    if (bytes == NULL)
        return error_give(error, inner);
    if (ret_report != NULL)
        *ret_report = ct_figure_report(figure);
    *ret_bytes = g_bytes_unref_to_data(bytes, ret_length);
    return true;
}

bool
ct_figure_write(ct_figure *figure, const char *path, ct_error **error)
{
    GError *inner = NULL;

    return figure_write(figure, path, &inner) || error_give(error, inner);
}

bool
ct_figure_write_outputs(ct_figure *figure, ct_error **error)
{
    GError *inner = NULL;

    return figure_write_outputs(figure, &inner) || error_give(error, inner);
}

ct_stage *
ct_report_stages(const ct_report *report)
{
    const Report *of = (const Report *)report;
    guint n = report_n_stages(of);
    ct_stage *stages = g_new0(ct_stage, n + 1);

    for (guint i = 0; i < n; i++)
        stages[i] = (ct_stage){ report_stage(of, i).name, report_stage(of, i).seconds };
    return stages;
}

ct_finding *
findings_list(const GPtrArray *findings)
{
    ct_finding *list = findings != NULL ? g_new0(ct_finding, findings->len + 1) : NULL;

    for (guint i = 0; findings != NULL && i < findings->len; i++) {
        const LintFinding *finding = findings->pdata[i];

        list[i] = (ct_finding){
            .rule = finding->rule->name,
            .severity = finding->rule->severity == SEVERITY_ERROR ? CT_ERROR : CT_WARNING,
            .where = finding->where,
            .text = finding->text,
        };
    }
    return list;
}

ct_finding *
ct_figure_lint(ct_figure *figure, ct_error **error)
{
    GError *inner = NULL;

    if (!figure_lint(figure, &inner)) {
        error_give(error, inner);
        return NULL;
    }
    return findings_list(figure->findings);
}

char *
ct_figure_inspect(ct_figure *figure, ct_error **error)
{
    GError *inner = NULL;
    char *text = figure_inspect(figure, &inner);

    if (text == NULL)
        error_give(error, inner);
    return text;
}
