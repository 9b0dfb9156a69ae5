#include "charts/charts.h"

#include <string.h>

const ChartType *const chart_types[] = {
#define CHART(name) &chart_##name,
#include "charts/chart_table.inc"
#undef CHART
    NULL,
};

const ChartType *
chart_type_find(const char *name)
{
    for (guint i = 0; chart_types[i] != NULL; i++)
        if (strcmp(chart_types[i]->name, name) == 0)
            return chart_types[i];
    return NULL;
}
