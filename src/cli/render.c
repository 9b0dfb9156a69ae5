// cartouche CHART [DATA… | -] [options] -o FILE …: one figure, or one of each file.
#include "cli/batch_run.h"
#include "cli/command.h"
#include "cli/message.h"
#include "cli/timing.h"

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
set_default_output(ct_batch *batch, const Arguments *arguments)
{
    ct_error *error = NULL;

    if (is_given(arguments, "output", NULL) || is_for_table_only(arguments))
        return TRUE;
    if (isatty(STDOUT_FILENO))
        return message_usage("no output: name one with -o FILE.svg, or redirect standard output") ==
               0;
    if ((is_given(arguments, "format", NULL) || ct_batch_set(batch, "format", "svg", &error)) &&
        ct_batch_set(batch, "output", "-", &error))
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

static int
render_one(ct_figure *figure, const Arguments *arguments)
{
    gboolean quiet = is_given(arguments, "quiet", "on");
    g_autoptr(Timing) timing = timing_new();
    ct_error *error = NULL;
    bool written = ct_figure_write_outputs(figure, &error);

    message_report(ct_figure_report(figure), quiet);
    if (!written)
        return message_error(error);
    timing_add(timing, ct_figure_report(figure));
    timing_print(timing, FALSE);
    return is_given(arguments, "lint", "on")
               ? render_lint(figure, is_given(arguments, "strict", "on"))
               : 0;
}

/* ---- Many ---- */

/* What asks for a batch, of however many figures. */
static gboolean
is_batch(const Arguments *arguments)
{
    const char *group = ct_option_find("jobs")->group;

    for (guint i = 0; i < arguments->options->len; i++) {
        const ct_option *option = g_array_index(arguments->options, GivenOption, i).option;

        if (strcmp(option->group, group) == 0 && strcmp(option->name, "quiet") != 0)
            return TRUE;
    }
    return arguments_count(arguments) > 1;
}

static gboolean
check_is_of_figures(const Arguments *arguments)
{
    static const char *const names[] = { "only", "allow-outside", "merge-reports" };

    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (is_given(arguments, names[i], NULL))
            return message_usage("--%s is of manifests: cartouche batch MANIFEST … --%s", names[i],
                                 names[i]) == 0;
    return TRUE;
}

static gboolean
add_figures(ct_batch *batch, const Arguments *arguments, const char *chart)
{
    g_autoptr(GPtrArray) data = g_ptr_array_new();

    for (guint i = 0; i < arguments_count(arguments); i++)
        g_ptr_array_add(data, (gpointer)arguments_get(arguments, i));
    if (data->len == 0)
        g_ptr_array_add(data, "-");
    for (guint i = 0; i < data->len; i++)
        if (strcmp(data->pdata[i], "-") == 0 && isatty(STDIN_FILENO))
            return message_usage("no data: name a CSV file, or pipe one in") == 0;
    g_ptr_array_add(data, NULL);
    ct_batch_add_figures(batch, chart, (const char *const *)data->pdata);
    return TRUE;
}

int
render_run(const Arguments *arguments, const char *chart)
{
    gboolean many = is_batch(arguments);
    ct_batch *batch = ct_batch_new();
    int status = CT_ERROR_USAGE;

    if (check_is_of_figures(arguments) && add_figures(batch, arguments, chart) &&
        batch_set_options(batch, arguments) && (many || check_lint(arguments)) &&
        (many || set_default_output(batch, arguments)))
        status = many ? batch_do(batch, arguments) : batch_plan(batch);
    if (status == 0 && !many)
        status = render_one(ct_batch_figure(batch, 0), arguments);
    ct_batch_free(batch);
    return status;
}
