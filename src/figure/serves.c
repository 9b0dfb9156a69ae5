#include "figure/serves.h"

#include <string.h>

/* An inspection reads, and may ask for two columns. */
static gboolean
option_serves_inspection(const OptionDef *def)
{
    static const char *const names[] = { "x", "y", "strict", NULL };

    return def->group == OPTION_GROUP_READING || g_strv_contains(names, def->name);
}

static gboolean
chart_has_channel(const ChartType *chart, const char *name)
{
    for (const ChannelDef *def = chart->channels; def->channel != CHANNEL_COUNT; def++)
        if (strcmp(channel_name(def->channel), name) == 0)
            return TRUE;
    return FALSE;
}

gboolean
option_serves(const OptionDef *def, const ChartType *chart)
{
    g_auto(GStrv) charts = NULL;

    if (chart == NULL)
        return option_serves_inspection(def);
    if (def->group == OPTION_GROUP_CHANNELS)
        return chart_has_channel(chart, def->name);
    if (def->charts == NULL)
        return TRUE;
    charts = g_strsplit(def->charts, " ", -1);
    return g_strv_contains((const char *const *)charts, chart->name);
}
