// cartouche check: what would break where, when an SVG is shown.
#include "cli/command.h"
#include "cli/message.h"

#define CHECK_USE "check FILE.svg… | -"

/* 0: nothing to say; else the exit status. */
static int
check_file(const char *file)
{
    ct_report *report = NULL;
    ct_error *error = NULL;
    bool checked = ct_check(file, &report, &error);
    int status = ct_report_length(report) > 0 ? CT_ERROR_INPUT : 0;

    message_report(report, FALSE);
    if (!checked)
        status = message_error(error);
    ct_report_free(report);
    return status;
}

static int
check_run(const Arguments *arguments)
{
    int worst = 0;

    if (!arguments_expect(arguments, 1, G_MAXUINT, CHECK_USE))
        return CT_ERROR_USAGE;
    for (guint i = 0; i < arguments_count(arguments); i++) {
        int status = check_file(arguments_get(arguments, i));

        worst = MAX(worst, status);
    }
    return worst;
}

const Command command_check = {
    .name = "check",
    .use = CHECK_USE,
    .summary = "what would break where, when these SVG files are shown (any program's)",
    .run = check_run,
};
