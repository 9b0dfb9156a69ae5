// The option rows as the public API shows them.
#include "cartouche_figure.h"

#include "figure/serves.h"

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

bool
ct_option_serves(const ct_option *option, const char *chart)
{
    const ChartType *type = chart != NULL ? chart_type_find(chart) : NULL;

    return (chart == NULL || type != NULL) &&
           option_serves(&option_defs[option - ct_options()], type);
}
