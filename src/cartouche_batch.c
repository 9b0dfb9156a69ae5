// Many figures, as the public API has them.
#include "cartouche_batch.h"

#include "batch/contact_sheet.h"

#include <string.h>

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
    g_clear_pointer(&batch->chosen, g_ptr_array_unref);
    g_clear_pointer(&batch->strays, g_ptr_array_unref);
    plan_free(batch->plan);
    report_free(batch->report);
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
    if (strcmp(def->name, "contact-sheet") == 0 && !contact_sheet_check(value, &inner))
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

    g_clear_pointer(&batch->chosen, g_ptr_array_unref);
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
