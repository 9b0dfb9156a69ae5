// The figures of a plan, drawn by several threads: those that have to be, each as it would be
// alone.
#pragma once

#include "batch/plan.h"

typedef enum {
    RUN_DRAWN,
    RUN_UNCHANGED,
    RUN_FAILED,
    RUN_SKIPPED,    /* another one failed before it began, and that was to end the run */
    RUN_WOULD_DRAW, /* in a dry run */
    RUN_STATE_COUNT,
} RunState;

/* "drawn", "would draw" … */
const char *run_state_name(RunState state);

typedef struct {
    const PlannedFigure *planned;
    RunState state;
    const char *why;           /* why it was (or would be) drawn; NULL: it was not, or failed */
    const GError *error;       /* RUN_FAILED */
    const Report *report;      /* remarks of the drawing; never NULL */
    const GPtrArray *findings; /* LintFinding *, when asked for; NULL */
    double seconds;
    GPtrArray *former; /* when asked for: GBytes * of the outputs as they were before (NULL: there
                        * was none), in the order of its outputs; NULL: not drawn */
} RunResult;

#define RUN_MOST_JOBS 256

typedef struct {
    guint jobs; /* threads, at most RUN_MOST_JOBS; 0: one a core and one more, as each waits for the
                   disk */
    gboolean force;     /* draws what has not changed as well */
    gboolean fail_fast; /* begins no more figures after one that failed */
    gboolean dry_run;   /* writes nothing, says what would be drawn and why */
    gboolean lint;      /* checks all figures; those with --lint are checked anyway */
    gboolean keep_former;
} RunOptions;

/* Any may be NULL; called in the thread of batch_run(). What they are given lives until they
 * return. */
typedef struct {
    void (*started)(const PlannedFigure *planned, gpointer data); /* in any order */
    /* As they finish, in any order: for a bar. */
    void (*finished)(guint n_finished, const RunResult *result, gpointer data);
    /* In the order of the plan: for lines, report, sheet. */
    void (*result)(guint index, const RunResult *result, gpointer data);
    gpointer data;
} RunWatcher;

/* A figure that fails stops no other one. Results, and the files that are written, do not depend on
 * the number of threads. Temporaries that killed writers left in the folders of the outputs are
 * removed. A figure under --strict that breaks design rules which were asked for has failed, though
 * its files are written. The exit status: 0, or 3 when an output failed, else 4, else 1. */
int batch_run(const Plan *plan, const RunOptions *options, const RunWatcher *watcher);
