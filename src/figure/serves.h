// Which options mean something to which chart.
#pragma once

#include "charts/charts.h"
#include "plot/option.h"

/* Whether the option has a meaning for the chart; chart NULL: for an inspection. */
gboolean option_serves(const OptionDef *def, const ChartType *chart);
