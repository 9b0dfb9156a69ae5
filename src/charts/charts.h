// All chart types.
#pragma once

#include "plot/plot.h"

#define CHART(name) extern const ChartType chart_##name;
#include "charts/chart_table.inc"
#undef CHART

extern const ChartType *const chart_types[];        /* ends with NULL */
const ChartType *chart_type_find(const char *name); /* NULL: none */
