#include "figure/figure.h"

#include "backend/shaper_module.h"
#include "figure/figure_work.h"
#include "figure/serves.h"

#include <string.h>

const ChartType *
figure_chart_find(const char *name, GError **error)
{
    const ChartType *type = chart_type_find(name);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autofree char *quoted = error_quote(name, -1, 60);
    g_autofree char *near = NULL;

    if (type != NULL)
        return type;
    for (guint i = 0; chart_types[i] != NULL; i++)
        g_ptr_array_add(names, (gpointer)chart_types[i]->name);
    g_ptr_array_add(names, NULL);
    near = error_suggest(name, (const char *const *)names->pdata);
    error_set(error, ERROR_USAGE, WHERE_NONE, "no chart \"%s\"%s", quoted, near);
    return NULL;
}

Figure *
figure_new(const char *chart, GError **error)
{
    const ChartType *type = chart != NULL ? figure_chart_find(chart, error) : NULL;
    Figure *figure;

    if (chart != NULL && type == NULL)
        return NULL;
    figure = g_new0(Figure, 1);
    figure->chart = type;
    figure->spec = spec_new();
    figure->report = report_new();
    return figure;
}

void
figure_free(Figure *figure)
{
    if (figure == NULL)
        return;
    /* The scene may point into the spec. */
    scene_free(figure->scene);
    lint_facts_free(figure->facts);
    data_table_free(figure->table);
    g_clear_pointer(&figure->findings, g_ptr_array_unref);
    spec_free(figure->spec);
    report_free(figure->report);
    g_clear_pointer(&figure->bytes, g_bytes_unref);
    g_free(figure->data_hash);
    g_free(figure->data_letters);
    g_free(figure->hash);
    g_free(figure->data);
    g_free(figure);
}

void
figure_forget_drawing(Figure *figure)
{
    g_clear_pointer(&figure->scene, scene_free);
    g_clear_pointer(&figure->facts, lint_facts_free);
    g_clear_pointer(&figure->table, data_table_free);
}

void
figure_forget(Figure *figure)
{
    figure_forget_drawing(figure);
    g_clear_pointer(&figure->findings, g_ptr_array_unref);
    report_free(figure->report);
    figure->report = report_new();
    g_clear_pointer(&figure->hash, g_free);
    g_clear_pointer(&figure->data_hash, g_free);
    g_clear_pointer(&figure->data_letters, g_free);
    figure->glyphs_checked = FALSE;
}

static gboolean
figure_no_option(const char *name, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autofree char *quoted = error_quote(name, -1, 60);
    g_autofree char *near = NULL;

    for (const OptionDef *def = option_defs; def->name != NULL; def++) {
        g_ptr_array_add(names, (gpointer)def->name);
        if (def->alias != NULL)
            g_ptr_array_add(names, (gpointer)def->alias);
    }
    g_ptr_array_add(names, NULL);
    near = error_suggest(name, (const char *const *)names->pdata);
    error_set(error, ERROR_USAGE, WHERE_NONE, "no option \"%s\"%s", quoted, near);
    return FALSE;
}

/* Names the charts that the option does serve. */
static gboolean
figure_no_meaning(const Figure *figure, const OptionDef *def, GError **error)
{
    g_autoptr(GString) served = g_string_new(NULL);

    for (guint i = 0; chart_types[i] != NULL; i++)
        if (option_serves(def, chart_types[i]))
            g_string_append_printf(served, "%s%s", served->len > 0 ? ", " : "",
                                   chart_types[i]->name);
    error_set(error, ERROR_USAGE, WHERE_NONE, "--%s has no meaning for %s; it serves %s", def->name,
              figure->chart != NULL ? figure->chart->name : "inspect", served->str);
    return FALSE;
}

static gboolean
figure_is_one(const OptionDef *def, GError **error)
{
    error_set(error, ERROR_USAGE, WHERE_NONE, "--%s is of many figures, not of one", def->name);
    return FALSE;
}

gboolean
figure_set(Figure *figure, const char *option, const char *value, GError **error)
{
    const OptionDef *def = option_find(option);

    if (def == NULL)
        return figure_no_option(option, error);
    if (def->group == OPTION_GROUP_BATCH)
        return figure_is_one(def, error);
    if (!option_serves(def, figure->chart))
        return figure_no_meaning(figure, def, error);
    figure_forget(figure);
    return option_set(figure->spec, def, value, error);
}

gboolean
figure_set_data(Figure *figure, const char *path, GError **error)
{
    if (*path == '\0') {
        error_set(error, ERROR_USAGE, WHERE_NONE, "the name of the data file is empty");
        return FALSE;
    }
    figure_forget(figure);
    g_clear_pointer(&figure->bytes, g_bytes_unref);
    g_free(figure->data);
    figure->data = g_strdup(path);
    return TRUE;
}

gboolean
figure_set_data_bytes(Figure *figure, const char *name, GBytes *bytes, GError **error)
{
    if (!figure_set_data(figure, name, error))
        return FALSE;
    figure->bytes = g_bytes_ref(bytes);
    return TRUE;
}

gboolean
figure_check_strict(Figure *figure, GError **error)
{
    Report *old = figure->report;
    gboolean found = FALSE;

    if (!figure->spec->strict || report_count(old, SEVERITY_WARNING) == 0)
        return TRUE;
    figure->report = report_new();
    for (guint i = 0; i < report_length(old); i++) {
        const ReportEntry *entry = report_entry(old, i);
        Where where = { entry->file, entry->line, entry->field };
        gboolean warns = entry->severity == SEVERITY_WARNING;

        if (warns && !found)
            error_set(error, ERROR_INPUT, where, "%s", entry->text);
        else
            report_add(figure->report, warns ? SEVERITY_ERROR : entry->severity, where,
                       entry->count, "%s", entry->text);
        found = found || warns;
    }
    report_free(old);
    return FALSE;
}

gboolean
figure_check_options(const Figure *figure, GError **error)
{
    const char *problem = NULL;

    if (figure->chart == NULL)
        problem = "the figure has no chart";
    else if (option_is_given(figure->spec, "scale") && option_is_given(figure->spec, "dpi"))
        problem = "--scale and --dpi were both given; one of them decides the pixels";
    if (problem == NULL)
        return TRUE;
    error_set(error, ERROR_USAGE, WHERE_NONE, "%s", problem);
    return FALSE;
}

gboolean
figure_draw(Figure *figure, TextMeasurer *measurer, GError **error)
{
    g_autoptr(TextMeasurer) own = NULL;
    g_autoptr(Table) table = NULL;
    g_autoptr(Scene) scene = NULL;

    if (figure->scene != NULL)
        return TRUE;
    figure_forget(figure);
    if (figure->spec->timing)
        report_set_clock(figure->report, g_get_monotonic_time);
    table = figure_read(figure, error);
    if (table == NULL)
        return FALSE;
    figure_take_hash(figure);
    report_lap(figure->report, "read");
    if (measurer == NULL)
        measurer = own = table_measurer_new(shaper_open_measurer, NULL);
    scene = plot_draw(figure->spec, figure->chart, table, measurer, figure->report, &figure->facts,
                      &figure->table, error);
    report_lap(figure->report, "draw");
    if (scene == NULL || !figure_check_strict(figure, error))
        return FALSE;
    figure->scene = g_steal_pointer(&scene);
    return TRUE;
}
