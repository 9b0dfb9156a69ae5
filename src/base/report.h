// The list of remarks that the whole pipeline appends to. The CLI prints it, a batch stores it.
#pragma once

#include "base/error.h"

typedef enum { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR } Severity;

typedef struct {
    Severity severity;
    char *file; /* NULL: none */
    guint line, field;
    char *text;
    guint64 count; /* rows or cells it speaks of; 1 where that has no meaning */
} ReportEntry;

typedef struct Report Report;

Report *report_new(void);
void report_free(Report *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Report, report_free)

/* report may be NULL: the remark is then dropped. */
void report_add(Report *report, Severity severity, Where where, guint64 count, const char *format,
                ...) G_GNUC_PRINTF(5, 6);

/* Appends copies of all remarks of another report; both may be NULL. */
void report_add_all(Report *report, const Report *other);

/* ---- Where the time goes ---- */

typedef struct {
    const char *name; /* static */
    double seconds;
} ReportStage;

/* From now on laps are taken, by a clock in microseconds that never runs back. */
void report_set_clock(Report *report, gint64 (*clock)(void));
/* The time since the last lap belongs to a stage, whose name is static; NULL: to none. Nothing
 * without a clock. report may be NULL. */
void report_lap(Report *report, const char *stage);
guint report_n_stages(const Report *report);
ReportStage report_stage(const Report *report, guint index); /* in the order of their first laps */

/* ---- */

guint report_length(const Report *report);
const ReportEntry *report_entry(const Report *report, guint index); /* borrowed */
guint report_count(const Report *report, Severity severity);
