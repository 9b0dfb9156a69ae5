// cartouche CHART [DATA | -] [options] -o FILE …: one figure.
#include "cli/command.h"
#include "cli/figure_arguments.h"
#include "cli/message.h"

#include <string.h>
#include <unistd.h>

/* value NULL: whatever it is. */
static gboolean
is_given(const Arguments *arguments, const char *option, const char *value)
{
    for (guint i = 0; i < arguments->options->len; i++) {
        const GivenOption *given = &g_array_index(arguments->options, GivenOption, i);

        if (strcmp(given->option->name, option) == 0 &&
            (value == NULL || strcmp(given->value, value) == 0))
            return TRUE;
    }
    return FALSE;
}

/* A table needs no figure beside it; --format asks for one. */
static gboolean
is_for_table_only(const Arguments *arguments)
{
    return is_given(arguments, "data-table", NULL) && !is_given(arguments, "output", NULL) &&
           !is_given(arguments, "format", NULL);
}

/* Without -o the figure goes to standard output, as SVG unless --format says otherwise. */
static gboolean
set_default_output(ct_figure *figure, const Arguments *arguments)
{
    ct_error *error = NULL;

    if (is_given(arguments, "output", NULL) || is_for_table_only(arguments))
        return TRUE;
    if (isatty(STDOUT_FILENO))
        return message_usage("no output: name one with -o FILE.svg, or redirect standard output") ==
               0;
    if ((is_given(arguments, "format", NULL) || ct_figure_set(figure, "format", "svg", &error)) &&
        ct_figure_set(figure, "output", "-", &error))
        return TRUE;
    message_error(error);
    return FALSE;
}

/* Findings and a figure on one stream would spoil each other. */
static gboolean
check_lint(const Arguments *arguments)
{
    if (!is_given(arguments, "lint", "on") ||
        (!is_given(arguments, "output", "-") &&
         (is_given(arguments, "output", NULL) || is_for_table_only(arguments))))
        return TRUE;
    return message_usage("--lint prints on standard output, where the figure goes; write the "
                         "figure to a file with -o") == 0;
}

/* RULE, error or warn, WHERE and TEXT, a line a finding. Under --strict a finding is a failure. */
static int
render_lint(ct_figure *figure, gboolean strict)
{
    g_autoptr(GString) out = g_string_new(NULL);
    ct_error *error = NULL;
    ct_finding *findings = ct_figure_lint(figure, &error);
    int status;

    if (findings == NULL)
        return message_error(error);
    for (guint i = 0; findings[i].rule != NULL; i++) {
        char *where = ct_escape(findings[i].where), *text = ct_escape(findings[i].text);

        g_string_append_printf(out, "%s\t%s\t%s\t%s\n", findings[i].rule,
                               findings[i].severity == CT_ERROR ? "error" : "warn", where, text);
        ct_free(where);
        ct_free(text);
    }
    ct_free(findings);
    status = message_print(out);
    return status == 0 && strict && out->len > 0 ? CT_ERROR_INPUT : status;
}

int
render_run(const Arguments *arguments, const char *chart)
{
    ct_figure *figure = figure_from_arguments(arguments, chart);
    ct_error *error = NULL;
    int status = CT_ERROR_USAGE;

    if (figure != NULL && check_lint(arguments) && set_default_output(figure, arguments)) {
        status = 0;
        if (!ct_figure_write_outputs(figure, &error)) {
            message_report(ct_figure_report(figure));
            status = message_error(error);
        } else {
            message_report(ct_figure_report(figure));
            if (is_given(arguments, "lint", "on"))
                status = render_lint(figure, is_given(arguments, "strict", "on"));
        }
    }
    ct_figure_free(figure);
    return status;
}
