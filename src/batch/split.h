// A figure for each value of a column.
#pragma once

#include "base/report.h"
#include "figure/figure.h"

typedef struct {
    char *text;      /* the value as the data have it: "Thailand", "2019", "2019-03" */
    char *shown;     /* as --rename has it in the figure; NULL: no other way */
    char *condition; /* --where that keeps its rows: partner == "Thailand" */
} SplitPart;

/* The values that the column has in the rows which the figure's own --join, --let and --where
 * leave: SplitPart *, owned. Numbers and times ascend; texts have an order of their own (months,
 * answers) or that of the file. Rows without a value are in no part: a warning counts them. NULL
 * and an error: data that cannot be read (with their own code), ERROR_USAGE for a column that is
 * not there or has too many values. */
GPtrArray *split_find(Figure *figure, const char *column, Report *report, GError **error);
