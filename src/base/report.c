#include "base/report.h"

#include <stdarg.h>
#include <string.h>

struct Report {
    GArray *entries;
    gint64 (*clock)(void); /* NULL: no laps are taken */
    gint64 last_lap;
    GArray *stages; /* ReportStage; NULL without a clock */
};

static void
entry_clear(gpointer data)
{
    ReportEntry *entry = data;

    g_free(entry->file);
    g_free(entry->text);
}

Report *
report_new(void)
{
    Report *report = g_new0(Report, 1);

    report->entries = g_array_new(FALSE, FALSE, sizeof(ReportEntry));
    g_array_set_clear_func(report->entries, entry_clear);
    return report;
}

void
report_free(Report *report)
{
    if (report == NULL)
        return;
    g_array_unref(report->entries);
    g_clear_pointer(&report->stages, g_array_unref);
    g_free(report);
}

void
report_add(Report *report, Severity severity, Where where, guint64 count, const char *format, ...)
{
    ReportEntry entry;
    va_list args;

    if (report == NULL)
        return;
    entry = (ReportEntry){
        .severity = severity,
        .file = g_strdup(where.file),
        .line = where.line,
        .field = where.field,
        .count = count,
    };
    va_start(args, format);
    entry.text = g_strdup_vprintf(format, args);
    va_end(args);
    g_array_append_val(report->entries, entry);
}

void
report_add_all(Report *report, const Report *other)
{
    for (guint i = 0; other != NULL && i < other->entries->len; i++) {
        const ReportEntry *entry = report_entry(other, i);

        report_add(report, entry->severity, (Where){ entry->file, entry->line, entry->field },
                   entry->count, "%s", entry->text);
    }
}

guint
report_length(const Report *report)
{
    return report->entries->len;
}

const ReportEntry *
report_entry(const Report *report, guint index)
{
    g_assert(index < report->entries->len);
    return &g_array_index(report->entries, ReportEntry, index);
}

guint
report_count(const Report *report, Severity severity)
{
    guint count = 0;

    for (guint i = 0; i < report->entries->len; i++)
        count += g_array_index(report->entries, ReportEntry, i).severity == severity;
    return count;
}

void
report_set_clock(Report *report, gint64 (*clock)(void))
{
    report->clock = clock;
    report->last_lap = clock();
    if (report->stages == NULL)
        report->stages = g_array_new(FALSE, FALSE, sizeof(ReportStage));
}

static ReportStage *
stage_named(GArray *stages, const char *name)
{
    for (guint i = 0; i < stages->len; i++)
        if (strcmp(g_array_index(stages, ReportStage, i).name, name) == 0)
            return &g_array_index(stages, ReportStage, i);
    g_array_append_vals(stages, &(ReportStage){ name, 0 }, 1);
    return &g_array_index(stages, ReportStage, stages->len - 1);
}

void
report_lap(Report *report, const char *stage)
{
    gint64 now;

    if (report == NULL || report->clock == NULL)
        return;
    now = report->clock();
    if (stage != NULL)
        stage_named(report->stages, stage)->seconds += (double)(now - report->last_lap) / 1e6;
    report->last_lap = now;
}

guint
report_n_stages(const Report *report)
{
    return report->stages != NULL ? report->stages->len : 0;
}

ReportStage
report_stage(const Report *report, guint index)
{
    g_assert(index < report_n_stages(report));
    return g_array_index(report->stages, ReportStage, index);
}
