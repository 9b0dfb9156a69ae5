// cartouche CHART [DATA | -] [options] -o FILE …: one figure.
#include "cli/command.h"
#include "cli/figure_arguments.h"
#include "cli/message.h"

#include <string.h>
#include <unistd.h>

static gboolean
has_output(const Arguments *arguments)
{
    for (guint i = 0; i < arguments->options->len; i++)
        if (strcmp(g_array_index(arguments->options, GivenOption, i).option->name, "output") == 0)
            return TRUE;
    return FALSE;
}

static gboolean
has_format(const Arguments *arguments)
{
    for (guint i = 0; i < arguments->options->len; i++)
        if (strcmp(g_array_index(arguments->options, GivenOption, i).option->name, "format") == 0)
            return TRUE;
    return FALSE;
}

/* Without -o the figure goes to standard output, as SVG unless --format says otherwise. */
static gboolean
set_default_output(ct_figure *figure, const Arguments *arguments)
{
    ct_error *error = NULL;

    if (has_output(arguments))
        return TRUE;
    if (isatty(STDOUT_FILENO))
        return message_usage("no output: name one with -o FILE.svg, or redirect standard output") ==
               0;
    if ((has_format(arguments) || ct_figure_set(figure, "format", "svg", &error)) &&
        ct_figure_set(figure, "output", "-", &error))
        return TRUE;
    message_error(error);
    return FALSE;
}

int
render_run(const Arguments *arguments, const char *chart)
{
    ct_figure *figure = figure_from_arguments(arguments, chart);
    ct_error *error = NULL;
    int status = CT_ERROR_USAGE;

    if (figure != NULL && set_default_output(figure, arguments)) {
        status = 0;
        if (!ct_figure_write_outputs(figure, &error)) {
            message_report(ct_figure_report(figure));
            status = message_error(error);
        } else {
            message_report(ct_figure_report(figure));
        }
    }
    ct_figure_free(figure);
    return status;
}
