// cartouche batch MANIFEST…: many figures.
#include "cli/batch_run.h"
#include "cli/command.h"
#include "cli/message.h"

#include <string.h>

/* What each figure of a manifest says for itself. */
static const char *const left_out[] = { "output", "data-table", "format", NULL };

static const char *
value_of(const Arguments *arguments, const char *option)
{
    for (guint i = 0; i < arguments->options->len; i++) {
        const GivenOption *given = &g_array_index(arguments->options, GivenOption, i);

        if (strcmp(given->option->name, option) == 0)
            return given->value;
    }
    return NULL;
}

/* --merge-reports A.json B.json --report ALL.json */
static int
merge_run(const Arguments *arguments)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new();
    const char *report = value_of(arguments, "report");
    ct_error *error = NULL;

    for (guint i = 0; i < arguments->options->len; i++) {
        const GivenOption *given = &g_array_index(arguments->options, GivenOption, i);

        if (strcmp(given->option->name, "report") != 0 &&
            strcmp(given->option->name, "merge-reports") != 0)
            return message_usage("--merge-reports takes no %s, only --report", given->flag);
    }
    if (report == NULL)
        return message_usage("--merge-reports needs --report FILE.json, which it writes");
    for (guint i = 0; i < arguments_count(arguments); i++)
        g_ptr_array_add(files, (gpointer)arguments_get(arguments, i));
    g_ptr_array_add(files, NULL);
    return ct_merge_reports((const char *const *)files->pdata, report, &error)
               ? 0
               : message_error(error);
}

static gboolean
check_options(const Arguments *arguments)
{
    for (guint i = 0; i < arguments->options->len; i++) {
        const GivenOption *given = &g_array_index(arguments->options, GivenOption, i);

        if (g_strv_contains(left_out, given->option->name))
            return message_usage("batch takes no %s: every figure of a manifest has its own",
                                 given->flag) == 0;
    }
    return TRUE;
}

static int
batch_command_run(const Arguments *arguments)
{
    ct_batch *batch;
    int status = CT_ERROR_USAGE;

    if (arguments_count(arguments) == 0)
        return message_usage("batch needs to know of what: cartouche %s", command_batch.use);
    if (batch_is_on(arguments, "merge-reports"))
        return merge_run(arguments);
    if (!check_options(arguments))
        return CT_ERROR_USAGE;
    batch = ct_batch_new();
    for (guint i = 0; i < arguments_count(arguments); i++)
        ct_batch_add_manifest(batch, arguments_get(arguments, i));
    if (batch_set_options(batch, arguments))
        status = batch_do(batch, arguments);
    ct_batch_free(batch);
    return status;
}

const Command command_batch = {
    .name = "batch",
    .use = "batch MANIFEST… [options]",
    .summary = "many figures, only those that changed: a [group] each in an INI file",
    .run = batch_command_run,
};
