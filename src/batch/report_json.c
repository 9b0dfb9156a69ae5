#include "batch/report_json.h"

#include "batch/report_write.h"
#include "io/json_text.h"

struct ReportJson {
    GPtrArray *figures; /* char *, owned: an object each */
    RunTotals totals;
};

ReportJson *
report_json_new(void)
{
    ReportJson *json = g_new0(ReportJson, 1);

    json->figures = g_ptr_array_new_with_free_func(g_free);
    return json;
}

void
report_json_free(ReportJson *json)
{
    if (json == NULL)
        return;
    g_ptr_array_unref(json->figures);
    g_free(json);
}

static void
append_member(GString *out, const char *name, const char *text)
{
    g_string_append_printf(out, "\"%s\": ", name);
    json_append_string(out, text);
}

static const char *
severity_name(Severity severity)
{
    switch (severity) {
    case SEVERITY_NOTE:
        return "note";
    case SEVERITY_WARNING:
        return "warning";
    case SEVERITY_ERROR:
        return "error";
    }
    g_assert_not_reached();
}

static void
append_message(GString *out, Severity severity, Where where, guint64 count, const char *text)
{
    g_string_append(out, g_str_has_suffix(out->str, "[") ? "{" : ", {");
    append_member(out, "severity", severity_name(severity));
    g_string_append(out, ", ");
    append_member(out, "file", where.file);
    g_string_append_printf(out, ", \"line\": %u, \"field\": %u, \"count\": %" G_GUINT64_FORMAT ", ",
                           where.line, where.field, count);
    append_member(out, "text", text);
    g_string_append_c(out, '}');
}

/* As they are printed: remarks, then what ended the figure. */
static void
append_messages(GString *out, const RunResult *result)
{
    g_string_append(out, ",\n \"messages\": [");
    for (guint i = 0; i < report_length(result->report); i++) {
        const ReportEntry *entry = report_entry(result->report, i);

        append_message(out, entry->severity, (Where){ entry->file, entry->line, entry->field },
                       entry->count, entry->text);
    }
    if (result->error != NULL)
        append_message(out, SEVERITY_ERROR, error_where(result->error), 1, result->error->message);
    g_string_append_c(out, ']');
}

static void
append_findings(GString *out, const GPtrArray *findings)
{
    g_string_append(out, ",\n \"findings\": [");
    for (guint i = 0; findings != NULL && i < findings->len; i++) {
        const LintFinding *finding = findings->pdata[i];

        g_string_append(out, i > 0 ? ", {" : "{");
        append_member(out, "rule", finding->rule->name);
        g_string_append(out, ", ");
        append_member(out, "severity", severity_name(finding->rule->severity));
        g_string_append(out, ", ");
        append_member(out, "where", finding->where);
        g_string_append(out, ", ");
        append_member(out, "text", finding->text);
        g_string_append_c(out, '}');
    }
    g_string_append_c(out, ']');
}

/* With --timing. */
static void
append_stages(GString *out, const Report *report)
{
    for (guint i = 0; i < report_n_stages(report); i++) {
        ReportStage stage = report_stage(report, i);
        char seconds[G_ASCII_DTOSTR_BUF_SIZE];

        g_string_append_printf(out, "%s\"%s\": %s", i == 0 ? "\"stages\": {" : ", ", stage.name,
                               g_ascii_formatd(seconds, sizeof seconds, "%.6f", stage.seconds));
    }
    if (report_n_stages(report) > 0)
        g_string_append(out, "}, ");
}

static void
append_outputs(GString *out, const Spec *spec)
{
    g_string_append(out, ", \"outputs\": [");
    for (guint i = 0; spec->outputs != NULL && i < spec->outputs->len; i++) {
        g_string_append(out, i > 0 ? ", " : "");
        json_append_string(out, spec->outputs->pdata[i]);
    }
    g_string_append(out, "], ");
    append_member(out, "table", spec->data_table);
}

void
report_json_add(ReportJson *json, const RunResult *result)
{
    const PlannedFigure *planned = result->planned;
    GString *out = g_string_new("{");
    char seconds[G_ASCII_DTOSTR_BUF_SIZE];

    append_member(out, "name", planned->name);
    g_string_append(out, ", ");
    append_member(out, "file", planned->file);
    g_string_append_printf(out, ", \"line\": %u, ", planned->line);
    append_member(out, "state", run_state_name(result->state));
    g_ascii_formatd(seconds, sizeof seconds, "%.3f", result->seconds);
    g_string_append_printf(out, ", \"seconds\": %s,\n ", seconds);
    append_stages(out, result->report);
    append_member(out, "why", result->why);
    append_outputs(out, planned->figure->spec);
    append_messages(out, result);
    append_findings(out, result->findings);
    g_string_append_c(out, '}');
    g_ptr_array_add(json->figures, g_string_free(out, FALSE));
    json->totals.n[result->state]++;
}

GBytes *
report_json_end(const ReportJson *json)
{
    return report_write((const char *const *)json->figures->pdata, json->figures->len,
                        &json->totals);
}
