// Which rows a figure needs, known before they are read.
#pragma once

#include "plot/plot.h"

/* The rows that can be seen in a line along x; all rows (zeros) for other charts, and with an
 * option that looks at each row. Borrows from spec. */
CsvThinning thin_plan(const Spec *spec, const ChartType *chart);

/* The groups of which a figure shows one number each: one aggregate of a column, the other channels
 * plain columns. Zeros as above. Borrows from spec, and its texts from texts, where they are added.
 */
CsvGrouping thin_plan_groups(const Spec *spec, const ChartType *chart, GPtrArray *texts);
