// The option rows as the public API shows them.
#include "cartouche_figure.h"

#include <string.h>

static ct_option *
option_rows_new(void)
{
    ct_option *rows = g_new0(ct_option, option_count + 1);

    for (guint i = 0; i < option_count; i++) {
        const OptionDef *def = &option_defs[i];

        rows[i] = (ct_option){
            .name = def->name,
            .alias = def->alias,
            .metavar = def->metavar,
            .choices = def->choices,
            .fallback = def->fallback,
            .group = option_group_title(def->group),
            .charts = def->charts,
            .help = def->help,
            .repeats = def->type == OPTION_TEXTS,
            .takes_value = def->type != OPTION_SWITCH && def->type != OPTION_MODE,
            .is_file = g_strcmp0(def->metavar, "FILE") == 0,
        };
    }
    return rows;
}

const ct_option *
ct_options(void)
{
    static gsize rows; /* made once, kept for the life of the process */

    if (g_once_init_enter(&rows))
        g_once_init_leave(&rows, (gsize)option_rows_new());
    return (const ct_option *)rows;
}

const ct_option *
ct_option_find(const char *name)
{
    const OptionDef *def = option_find(name);

    return def != NULL ? &ct_options()[def - option_defs] : NULL;
}

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

bool
ct_option_serves(const ct_option *option, const char *chart)
{
    const ChartType *type = chart != NULL ? chart_type_find(chart) : NULL;

    return (chart == NULL || type != NULL) &&
           option_serves(&option_defs[option - ct_options()], type);
}
