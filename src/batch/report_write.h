// The frame of a report around its figures, for new reports and for merged ones.
#pragma once

#include "batch/run.h"

typedef struct {
    guint n[RUN_STATE_COUNT];
} RunTotals;

/* figures: objects, as text. Caller owns. */
GBytes *report_write(const char *const *figures, guint n, const RunTotals *totals);
