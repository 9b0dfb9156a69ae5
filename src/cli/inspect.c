// cartouche inspect: what the reader understood.
#include "cli/command.h"
#include "cli/figure_arguments.h"
#include "cli/message.h"

static int
inspect_run(const Arguments *arguments)
{
    ct_figure *figure = figure_from_arguments(arguments, NULL);
    g_autoptr(GString) out = NULL;
    ct_error *error = NULL;
    char *text;
    int status;

    if (figure == NULL)
        return CT_ERROR_USAGE;
    text = ct_figure_inspect(figure, &error);
    message_report(ct_figure_report(figure), FALSE);
    if (text != NULL) {
        out = g_string_new(text);
        status = message_print(out);
    } else {
        status = message_error(error);
    }
    ct_free(text);
    ct_figure_free(figure);
    return status;
}

const Command command_inspect = {
    .name = "inspect",
    .use = "inspect DATA.csv [-x EXPR] [-y EXPR]",
    .summary = "what the reader understood: rows, columns, types, missing values",
    .run = inspect_run,
};
