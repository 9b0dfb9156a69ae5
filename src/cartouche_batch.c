// Many figures, as the public API has them.
#include "cartouche_figure.h"

#include "batch/prune.h"
#include "batch/report_json.h"
#include "batch/run.h"
#include "io/atomic_file.h"

#include <string.h>

struct ct_batch {
    Spec *spec;           /* options of the group Batch */
    GPtrArray *values;    /* char *, owned: of the flags */
    GArray *flags;        /* PlanFlag: all other options */
    GPtrArray *manifests; /* char *, owned */
    char *chart;          /* NULL: no figures by flags */
    GPtrArray *data;      /* char *, owned */
    Plan *plan;           /* NULL: not planned */
    Report *report;       /* of the planning */
    GPtrArray *pruned;    /* char *, owned: what the last look found; NULL */
    guint counts[RUN_STATE_COUNT];
};

ct_batch *
ct_batch_new(void)
{
    ct_batch *batch = g_new0(ct_batch, 1);

    batch->spec = spec_new();
    batch->values = g_ptr_array_new_with_free_func(g_free);
    batch->flags = g_array_new(FALSE, FALSE, sizeof(PlanFlag));
    batch->manifests = g_ptr_array_new_with_free_func(g_free);
    batch->data = g_ptr_array_new_with_free_func(g_free);
    batch->report = report_new();
    return batch;
}

void
ct_batch_free(ct_batch *batch)
{
    if (batch == NULL)
        return;
    plan_free(batch->plan);
    report_free(batch->report);
    g_clear_pointer(&batch->pruned, g_ptr_array_unref);
    g_ptr_array_unref(batch->data);
    g_ptr_array_unref(batch->manifests);
    g_array_unref(batch->flags);
    g_ptr_array_unref(batch->values);
    spec_free(batch->spec);
    g_free(batch->chart);
    g_free(batch);
}

/* ---- What is asked ---- */

static gboolean
is_of_run(const OptionDef *def)
{
    return def->group == OPTION_GROUP_BATCH && strcmp(def->name, "split-by") != 0 &&
           strcmp(def->name, "same-scales") != 0;
}

bool
ct_batch_set(ct_batch *batch, const char *option, const char *value, ct_error **error)
{
    const OptionDef *def = option_find(option);
    g_autoptr(Figure) none = def == NULL ? figure_new(NULL, NULL) : NULL;
    GError *inner = NULL;
    PlanFlag flag;

    /* A figure knows what to say of an option that there is not. */
    if (def == NULL && !figure_set(none, option, value, &inner))
        return error_give(error, inner);
    /* The value of a split is checked here, as no figure takes it. */
    if (def->group == OPTION_GROUP_BATCH && !option_set(batch->spec, def, value, &inner))
        return error_give(error, inner);
    if (is_of_run(def))
        return true;
    flag = (PlanFlag){ def, g_strdup(value) };
    g_ptr_array_add(batch->values, (gpointer)flag.value);
    g_array_append_val(batch->flags, flag);
    return true;
}

void
ct_batch_add_manifest(ct_batch *batch, const char *path)
{
    g_ptr_array_add(batch->manifests, g_strdup(path));
}

void
ct_batch_add_figures(ct_batch *batch, const char *chart, const char *const *data)
{
    g_free(batch->chart);
    batch->chart = g_strdup(chart);
    for (; *data != NULL; data++)
        g_ptr_array_add(batch->data, g_strdup(*data));
}

/* ---- Planning ---- */

static void
append_report(Report *report, const Report *from)
{
    for (guint i = 0; i < report_length(from); i++) {
        const ReportEntry *entry = report_entry(from, i);

        report_add(report, entry->severity, (Where){ entry->file, entry->line, entry->field },
                   entry->count, "%s", entry->text);
    }
}

/* One mistake is the error; of several the report tells, and the error counts them. */
static void
batch_refuse(ct_batch *batch, GPtrArray *errors, GError **error)
{
    ErrorCode code = (ErrorCode)((GError *)errors->pdata[0])->code;

    if (errors->len == 1) {
        *error = g_error_copy(errors->pdata[0]);
        return;
    }
    for (guint i = 0; i < errors->len; i++) {
        const GError *one = errors->pdata[i];

        code = one->code == ERROR_USAGE ? ERROR_USAGE : code;
        report_add(batch->report, SEVERITY_ERROR, error_where(one), 1, "%s", one->message);
    }
    error_set(error, code, WHERE_NONE, "%u mistakes; nothing was drawn", errors->len);
}

static gboolean
batch_read_shard(const ct_batch *batch, Shard *ret_shard, GError **error)
{
    const char *text = batch->spec->batch.shard;

    *ret_shard = (Shard){ .n = 0 };
    /* The outputs of the other figures would look like nobody's. */
    if (batch->spec->batch.prune && (text != NULL || batch->spec->batch.only != NULL)) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "--prune looks at all figures; say it without %s",
                  text != NULL ? "--shard" : "--only");
        return FALSE;
    }
    return text == NULL || shard_parse(text, ret_shard, error);
}

static gboolean
batch_plan(ct_batch *batch, GError **error)
{
    const BatchOptions *options = &batch->spec->batch;
    g_autoptr(GPtrArray) errors = g_ptr_array_new_with_free_func((GDestroyNotify)g_error_free);
    g_autoptr(GPtrArray) own_outputs = g_ptr_array_new();
    PlanRequest request = {
        .manifests = batch->manifests,
        .chart = batch->chart,
        .data = batch->data,
        .flags = batch->flags,
        .own_outputs = own_outputs,
        .allow_outside = options->allow_outside,
        .only = options->only,
    };

    g_clear_pointer(&batch->plan, plan_free);
    report_free(batch->report);
    batch->report = report_new();
    if (!batch_read_shard(batch, &request.shard, error))
        return FALSE;
    if (options->report != NULL)
        g_ptr_array_add(own_outputs, options->report);
    for (guint i = 0; options->contact_sheets != NULL && i < options->contact_sheets->len; i++)
        g_ptr_array_add(own_outputs, options->contact_sheets->pdata[i]);
    batch->plan = plan_make(&request, errors);
    append_report(batch->report, batch->plan->report);
    if (errors->len == 0)
        return TRUE;
    batch_refuse(batch, errors, error);
    return FALSE;
}

bool
ct_batch_plan(ct_batch *batch, ct_error **error)
{
    GError *inner = NULL;

    return batch_plan(batch, &inner) || error_give(error, inner);
}

const ct_report *
ct_batch_report(const ct_batch *batch)
{
    return (const ct_report *)batch->report;
}

unsigned
ct_batch_length(const ct_batch *batch)
{
    return batch->plan != NULL ? batch->plan->figures->len : 0;
}

ct_figure *
ct_batch_figure(ct_batch *batch, unsigned index)
{
    return ((PlannedFigure *)batch->plan->figures->pdata[index])->figure;
}

const char **
ct_batch_files(const ct_batch *batch)
{
    GPtrArray *files = g_ptr_array_new();
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; batch->plan != NULL && i < batch->plan->files->len; i++)
        if (g_hash_table_add(seen, batch->plan->files->pdata[i]))
            g_ptr_array_add(files, batch->plan->files->pdata[i]);
    for (guint i = 0; i < ct_batch_length(batch); i++) {
        const PlannedFigure *planned = batch->plan->figures->pdata[i];
        g_autoptr(GPtrArray) inputs = figure_inputs(planned->figure);

        for (guint k = 0; k < inputs->len; k++)
            if (g_hash_table_add(seen, inputs->pdata[k]))
                g_ptr_array_add(files, inputs->pdata[k]);
    }
    g_ptr_array_add(files, NULL);
    return (const char **)g_ptr_array_free(files, FALSE);
}

/* ---- Running ---- */

typedef struct {
    ct_batch *batch;
    const ct_watcher *watcher;
    ReportJson *json; /* NULL: no report is written */
} RunWork;

/* Both go in step. */
G_STATIC_ASSERT((int)CT_WOULD_DRAW == (int)RUN_WOULD_DRAW && (int)CT_SKIPPED == (int)RUN_SKIPPED);

/* Caller frees the list; its texts are the findings'. */
static ct_finding *
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
    if (work->watcher != NULL && work->watcher->result != NULL)
        work->watcher->result(index, &shown, work->watcher->data);
}

int
ct_batch_run(ct_batch *batch, const ct_watcher *watcher, ct_error **error)
{
    const BatchOptions *options = &batch->spec->batch;
    g_autoptr(ReportJson) json = options->report != NULL ? report_json_new() : NULL;
    RunWork work = { .batch = batch, .watcher = watcher, .json = json };
    RunOptions run = {
        .jobs = (guint)options->jobs,
        .force = options->force,
        .fail_fast = options->fail_fast,
        .dry_run = options->dry_run,
    };
    g_autoptr(GBytes) bytes = NULL;
    GError *inner = NULL;
    int status;

    memset(batch->counts, 0, sizeof batch->counts);
    status = batch_run(batch->plan, &run, &(RunWatcher){ NULL, run_finished, run_result, &work });
    bytes = json != NULL ? report_json_end(json) : NULL;
    if (bytes != NULL && !atomic_file_write(options->report, bytes, &inner)) {
        error_give(error, inner);
        status = CT_ERROR_OUTPUT;
    }
    return status;
}

unsigned
ct_batch_count(const ct_batch *batch, ct_state state)
{
    return batch->counts[state];
}

const char **
ct_batch_prune(ct_batch *batch, ct_error **error)
{
    GError *inner = NULL;
    GPtrArray *found = prune_list(batch->plan, &inner);
    const char **list;

    if (found == NULL) {
        error_give(error, inner);
        return NULL;
    }
    g_clear_pointer(&batch->pruned, g_ptr_array_unref);
    batch->pruned = found;
    list = g_new0(const char *, found->len + 1);
    for (guint i = 0; i < found->len; i++)
        list[i] = found->pdata[i];
    return list;
}

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
