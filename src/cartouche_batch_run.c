// The runs of a batch of the public API.
#include "cartouche_batch.h"

#include "batch/contact_sheet.h"
#include "batch/prune.h"
#include "batch/report_json.h"
#include "io/atomic_file.h"

#include <string.h>

typedef struct {
    ct_batch *batch;
    const ct_watcher *watcher;
    ReportJson *json;    /* NULL: no report is written */
    ContactSheet *sheet; /* NULL: none */
} RunWork;

/* Both go in step. */
G_STATIC_ASSERT((int)CT_WOULD_DRAW == (int)RUN_WOULD_DRAW && (int)CT_SKIPPED == (int)RUN_SKIPPED);

static ct_result
public_result(const RunResult *result, const ct_finding *findings)
{
    return (ct_result){
        .name = result->planned->name,
        .file = result->planned->file,
        .line = result->planned->line,
        .state = (ct_state)result->state,
        .why = result->why,
        .error = (const ct_error *)result->error,
        .report = (const ct_report *)result->report,
        .findings = findings,
        .seconds = result->seconds,
    };
}

ct_result
ct_batch_planned(const ct_batch *batch, unsigned index)
{
    const PlannedFigure *planned = batch->plan->figures->pdata[index];

    return public_result(&(RunResult){ .planned = planned, .report = planned->figure->report },
                         NULL);
}

static void
run_finished(guint n_finished, const RunResult *result, gpointer data)
{
    const RunWork *work = data;
    g_autofree ct_finding *findings = findings_list(result->findings);
    ct_result shown = public_result(result, findings);

    if (work->watcher != NULL && work->watcher->finished != NULL)
        work->watcher->finished(n_finished, &shown, work->watcher->data);
}

static void
run_result(guint index, const RunResult *result, gpointer data)
{
    const RunWork *work = data;
    g_autofree ct_finding *findings = findings_list(result->findings);
    ct_result shown = public_result(result, findings);

    work->batch->counts[result->state]++;
    if (work->json != NULL)
        report_json_add(work->json, result);
    if (work->sheet != NULL)
        contact_sheet_add(work->sheet, result);
    if (work->watcher != NULL && work->watcher->result != NULL)
        work->watcher->result(index, &shown, work->watcher->data);
}

/* "200 figures: 12 drawn, 187 unchanged, 1 failed". Caller frees. */
static char *
counts_text(const ct_batch *batch, guint n)
{
    static const struct {
        RunState state;
        const char *name;
    } states[] = { { RUN_WOULD_DRAW, "would be drawn" },
                   { RUN_DRAWN, "drawn" },
                   { RUN_UNCHANGED, "unchanged" },
                   { RUN_FAILED, "failed" },
                   { RUN_SKIPPED, "skipped" } };
    GString *out = g_string_new(NULL);
    const char *before = ": ";

    g_string_append_printf(out, "%u figure%s", n, n == 1 ? "" : "s");
    for (guint i = 0; i < G_N_ELEMENTS(states); i++) {
        guint count = batch->counts[states[i].state];

        if (count == 0)
            continue;
        g_string_append_printf(out, "%s%u %s", before, count, states[i].name);
        before = ", ";
    }
    return g_string_free(out, FALSE);
}

char *
ct_batch_counts(const ct_batch *batch)
{
    guint n = 0;

    for (guint i = 0; i < RUN_STATE_COUNT; i++)
        n += batch->counts[i];
    return counts_text(batch, n);
}

/* What the run itself writes. */
static gboolean
write_own(const RunWork *work, GError **error)
{
    g_autoptr(GBytes) bytes = work->json != NULL ? report_json_end(work->json) : NULL;
    g_autofree char *counts = ct_batch_counts(work->batch);

    if (bytes != NULL && !atomic_file_write(work->batch->spec->batch.report, bytes, error))
        return FALSE;
    return work->sheet == NULL || contact_sheet_write(work->sheet, counts, error);
}

static int
run_plan(ct_batch *batch, const Plan *plan, const ct_watcher *watcher, GError **error)
{
    const BatchOptions *options = &batch->spec->batch;
    g_autoptr(ReportJson) json = options->report != NULL ? report_json_new() : NULL;
    g_autoptr(ContactSheet) sheet =
        options->contact_sheets != NULL ? contact_sheet_new(options->contact_sheets, plan) : NULL;
    RunWork work = { .batch = batch, .watcher = watcher, .json = json, .sheet = sheet };
    RunOptions run = {
        .jobs = (guint)options->jobs,
        .force = options->force,
        .fail_fast = options->fail_fast,
        .dry_run = options->dry_run,
        .keep_former = sheet != NULL,
    };
    g_autoptr(GError) inner = NULL;
    int status;

    memset(batch->counts, 0, sizeof batch->counts);
    status = batch_run(plan, &run, &(RunWatcher){ NULL, run_finished, run_result, &work });
    if (write_own(&work, &inner))
        return status;
    /* A figure that could not be written weighs most. */
    if (status != CT_ERROR_OUTPUT)
        status = inner->code;
    g_propagate_error(error, g_steal_pointer(&inner));
    return status;
}

int
ct_batch_run(ct_batch *batch, const ct_watcher *watcher, ct_error **error)
{
    Plan plan = *batch->plan;
    GError *inner = NULL;
    int status;

    plan.figures = batch->chosen != NULL ? batch->chosen : plan.figures;
    status = run_plan(batch, &plan, watcher, &inner);
    if (inner != NULL)
        error_give(error, inner);
    return status;
}

unsigned
ct_batch_count(const ct_batch *batch, ct_state state)
{
    return batch->counts[state];
}

/* ---- Which figures ---- */

static gboolean
is_listed(const char *const *files, const GPtrArray *names)
{
    for (guint i = 0; i < names->len; i++)
        if (g_strv_contains(files, names->pdata[i]))
            return TRUE;
    return FALSE;
}

void
ct_batch_choose(ct_batch *batch, const char *const *files)
{
    g_clear_pointer(&batch->chosen, g_ptr_array_unref);
    if (is_listed(files, batch->plan->files))
        return;
    batch->chosen = g_ptr_array_new();
    for (guint i = 0; i < batch->plan->figures->len; i++) {
        PlannedFigure *planned = batch->plan->figures->pdata[i];
        g_autoptr(GPtrArray) inputs = figure_inputs(planned->figure);

        if (is_listed(files, inputs))
            g_ptr_array_add(batch->chosen, planned);
    }
}

const char **
ct_batch_prune(ct_batch *batch, ct_error **error)
{
    GError *inner = NULL;
    GPtrArray *strays = prune_list(batch->plan, &inner);
    const char **list;

    if (strays == NULL) {
        error_give(error, inner);
        return NULL;
    }
    g_clear_pointer(&batch->strays, g_ptr_array_unref);
    batch->strays = strays;
    list = g_new0(const char *, strays->len + 1);
    for (guint i = 0; i < strays->len; i++)
        list[i] = strays->pdata[i];
    return list;
}

/* ---- Reports ---- */

static gboolean
merge_reports(const char *const *files, const char *path, GError **error)
{
    g_autoptr(GBytes) bytes = NULL;

    for (guint i = 0; files[i] != NULL; i++)
        if (file_is_same(files[i], path)) {
            error_set(error, ERROR_USAGE, WHERE_NONE,
                      "\"%s\" is one of the reports; it would be lost", path);
            return FALSE;
        }
    bytes = report_json_merge(files, g_strv_length((char **)files), error);
    return bytes != NULL && atomic_file_write(path, bytes, error);
}

bool
ct_merge_reports(const char *const *files, const char *path, ct_error **error)
{
    GError *inner = NULL;

    return merge_reports(files, path, &inner) || error_give(error, inner);
}
