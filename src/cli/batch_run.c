#include "cli/batch_run.h"

#include "cli/message.h"
#include "cli/progress.h"
#include "cli/timing.h"
#include "cli/watch.h"

#include <string.h>

typedef struct {
    Progress *progress;
    gboolean quiet;
    Timing *timing;
    GHashTable *said; /* char *, owned: remarks of files that several figures read are said once */
} DrawWork;

gboolean
batch_is_on(const Arguments *arguments, const char *option)
{
    gboolean on = FALSE;

    for (guint i = 0; i < arguments->options->len; i++) {
        const GivenOption *given = &g_array_index(arguments->options, GivenOption, i);

        if (strcmp(given->option->name, option) == 0)
            on = given->option->takes_value || strcmp(given->value, "off") != 0;
    }
    return on;
}

gboolean
batch_set_options(ct_batch *batch, const Arguments *arguments)
{
    for (guint i = 0; i < arguments->options->len; i++) {
        const GivenOption *given = &g_array_index(arguments->options, GivenOption, i);
        ct_error *error = NULL;

        if (!ct_batch_set(batch, given->option->name, given->value, &error)) {
            message_error(error);
            return FALSE;
        }
    }
    return TRUE;
}

int
batch_plan(ct_batch *batch)
{
    ct_error *error = NULL;
    bool planned = ct_batch_plan(batch, &error);

    message_report(ct_batch_report(batch), FALSE);
    return planned ? 0 : message_error(error);
}

/* A remark about a line of data is the same whoever reads it. */
static gboolean
is_said(DrawWork *work, const ct_report *report, unsigned i)
{
    const char *file = ct_report_file(report, i);

    return file != NULL &&
           !g_hash_table_add(
               work->said, g_strdup_printf("%s:%u:%u: %s", file, ct_report_line(report, i),
                                           ct_report_field(report, i), ct_report_text(report, i)));
}

static void
say_report(DrawWork *work, const ct_result *result)
{
    for (unsigned i = 0; i < ct_report_length(result->report); i++)
        if (!is_said(work, result->report, i) &&
            (!work->quiet || ct_report_severity(result->report, i) != CT_NOTE))
            message_remark(result->report, i, result->name);
}

/* Findings of the lint, each with the name of its figure in front. */
static void
say_findings(const ct_result *result)
{
    g_autoptr(GString) out = g_string_new(NULL);

    for (const ct_finding *finding = result->findings; finding->rule != NULL; finding++) {
        char *name = ct_escape(result->name), *where = ct_escape(finding->where),
             *text = ct_escape(finding->text);

        g_string_append_printf(out, "%s\t%s\t%s\t%s\t%s\n", name, finding->rule,
                               finding->severity == CT_ERROR ? "error" : "warn", where, text);
        ct_free(name);
        ct_free(where);
        ct_free(text);
    }
    if (out->len > 0)
        message_print(out);
}

static void
say_state(const DrawWork *work, const ct_result *result)
{
    g_autoptr(GString) out = g_string_new(NULL);
    gboolean tells = result->state == CT_WOULD_DRAW ||
                     (result->state == CT_DRAWN && !progress_has_bar(work->progress));
    char *why = ct_escape(result->why != NULL ? result->why : "");
    char *name = ct_escape(result->name);

    if (tells && !work->quiet) {
        g_string_append_printf(out, "%s %s%s%s\n",
                               result->state == CT_DRAWN ? "drawn" : "would draw", name,
                               *why != '\0' ? ": " : "", why);
        message_print(out);
    }
    ct_free(why);
    ct_free(name);
}

static void
draw_result(G_GNUC_UNUSED unsigned index, const ct_result *result, void *data)
{
    DrawWork *work = data;

    say_report(work, result);
    timing_add(work->timing, result->report);
    if (result->state == CT_FAILED)
        message_failed(result);
    else
        say_state(work, result);
    if (result->findings != NULL)
        say_findings(result);
}

static void
draw_finished(G_GNUC_UNUSED unsigned n_finished, const ct_result *result, void *data)
{
    DrawWork *work = data;

    progress_finished(work->progress, result->name, result->state == CT_FAILED, result->seconds);
}

/* The last line. */
static int
say_counts(const ct_batch *batch)
{
    char *counts = ct_batch_counts(batch);
    g_autoptr(GString) out = g_string_new(counts);

    ct_free(counts);
    g_string_append_c(out, '\n');
    return message_print(out);
}

/* A line a figure that nobody owns any more. */
static int
say_pruned(ct_batch *batch)
{
    g_autoptr(GString) out = g_string_new(NULL);
    ct_error *error = NULL;
    const char **files = ct_batch_prune(batch, &error);

    if (files == NULL)
        return message_error(error);
    for (guint i = 0; files[i] != NULL; i++) {
        char *safe = ct_escape(files[i]);

        g_string_append_printf(out, "unowned %s\n", safe);
        ct_free(safe);
    }
    ct_free(files);
    return message_print(out);
}

int
batch_draw(ct_batch *batch, const Arguments *arguments)
{
    gboolean quiet = batch_is_on(arguments, "quiet");
    g_autoptr(GHashTable) said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(Timing) timing = timing_new();
    DrawWork work = { .quiet = quiet, .timing = timing, .said = said };
    ct_error *error = NULL;
    int status, pruned, printed;

    work.progress = progress_new(ct_batch_length(batch), quiet);
    status = ct_batch_run(batch, &(ct_watcher){ draw_finished, draw_result, &work }, &error);
    progress_free(work.progress);
    if (error != NULL)
        status = message_error(error);
    pruned = batch_is_on(arguments, "prune") ? say_pruned(batch) : 0;
    status = status != 0 ? status : pruned;
    timing_print(timing, TRUE);
    printed = quiet ? 0 : say_counts(batch);
    return status != 0 ? status : printed;
}

int
batch_do(ct_batch *batch, const Arguments *arguments)
{
    int status;

    if (batch_is_on(arguments, "watch") && batch_is_on(arguments, "dry-run"))
        return message_usage("--watch and --dry-run were both given; one draws, the other does "
                             "not");
    status = batch_plan(batch);
    if (status != 0)
        return status;
    return batch_is_on(arguments, "watch") ? watch_run(batch, arguments)
                                           : batch_draw(batch, arguments);
}
