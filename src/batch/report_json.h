// What became of the figures of a run, for programs: a file for each run, one for many machines.
//
//   {
//   "cartouche": "report",
//   "figures": [
//   {"name": "trade", "file": "figures.ini", "line": 14, "state": "drawn", "seconds": 0.042,
//    "why": "out/trade.svg is not there", "outputs": ["out/trade.svg"],
//    "messages": [{"severity": "warning", "file": "trade.csv", "line": 12, "field": 3,
//     "count": 1, "text": "…"}],
//    "findings": [{"rule": "overlap", "severity": "error", "where": "labels@120,48", "text": "…"}]}
//   ],
//   "totals": {"figures": 1, "drawn": 1, "unchanged": 0, "would draw": 0, "failed": 0, "skipped":
//   0}
//   }
//
// What has no value is null, or 0 for lines, fields. Only "seconds" differs from one run to the
// next of the same work, and between numbers of threads.
#pragma once

#include "batch/run.h"

typedef struct ReportJson ReportJson;

ReportJson *report_json_new(void);
void report_json_free(ReportJson *json);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ReportJson, report_json_free)

/* In the order of the plan. */
void report_json_add(ReportJson *json, const RunResult *result);
/* The whole report of what was added. Caller owns. */
GBytes *report_json_end(const ReportJson *json);

/* The reports of the shards of one batch (at least one) as one report: its figures by manifest,
 * line and name, those that stand in several once. ERROR_INPUT, with the file: it cannot be read,
 * is no report, or says other things of a figure than another one (how long it took aside). Caller
 * owns. */
GBytes *report_json_merge(const char *const *files, guint n, GError **error);
