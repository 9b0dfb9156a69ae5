// The rhythm of times: which period comes next, and which are absent.
#pragma once

#include "base/calendar.h"

typedef struct {
    gboolean regular; /* a period every `step` units; absent ones are missing data */
    TimeUnit unit;
    guint step;
    gboolean weekdays; /* daily, and never on Saturday or Sunday: those are not absent */
} Periods;

/* times need not be sorted; NaN are left out. Regular: the commonest distance of neighbours is at
 * least half of all distances and divides all others. Fewer than three different times are never
 * regular. Dates that all are the first of a month are taken as months. */
Periods periods_find(const double *times, gsize n, TimeUnit unit);

/* How many periods lie between two times, 1 for neighbours; only for regular ones. */
gint64 periods_between(const Periods *periods, double from, double to);
/* The start of the period n steps after a time. */
double periods_add(const Periods *periods, double time, gint64 n);
