#include "batch/plan_group.h"

#include "batch/same_scales.h"
#include "batch/split.h"
#include "figure/serves.h"
#include "io/real_path.h"

#include <string.h>

/* One file that figures are drawn from. */
typedef struct {
    char *path;        /* owned */
    const char *typed; /* borrowed */
    Where where;
} Source;

typedef struct {
    Plan *plan;
    const PlanGroup *group;
    GPtrArray *errors;
    const ChartType *chart;
    GArray *sources;      /* Source */
    const Setting *split; /* NULL: none */
    gboolean same_scales;
    guint first; /* of its figures in the plan */
} GroupWork;

static void
source_clear(gpointer data)
{
    g_free(((Source *)data)->path);
}

void
plan_complain(GPtrArray *errors, Where where, GError *inner)
{
    GError *error = NULL;

    setting_error(&error, where, inner);
    g_ptr_array_add(errors, error);
}

/* What concerns the group as a whole. */
static gboolean
group_refuse(const GroupWork *work, const char *text)
{
    GError *error = NULL;
    g_autofree char *quoted = error_quote(work->group->name, -1, 60);

    if (work->group->name != NULL)
        error_set(&error, ERROR_USAGE, work->group->where, "[%s] %s", quoted, text);
    else
        error_set(&error, ERROR_USAGE, WHERE_NONE, "%s", text);
    g_ptr_array_add(work->errors, error);
    return FALSE;
}

static gboolean
group_check_figure(const GroupWork *work, const Figure *figure)
{
    g_autoptr(GError) error = NULL;

    if (figure->spec->outputs == NULL && figure->spec->data_table == NULL)
        return group_refuse(work, work->group->name != NULL
                                      ? "has no output; say output = trade.svg"
                                      : "no output was named");
    return figure_check_outputs(figure, &error) || group_refuse(work, error->message);
}

/* ---- What the settings say of the group ---- */

static gboolean
group_find_chart(GroupWork *work)
{
    const char *name = work->group->chart;
    Where where = WHERE_NONE;
    GError *error = NULL;

    for (guint i = 0; i < work->group->settings->len; i++) {
        Setting *setting = work->group->settings->pdata[i];

        if (setting->kind != SETTING_CHART)
            continue;
        setting->used = TRUE;
        name = setting->value;
        where = setting->where;
    }
    if (name == NULL)
        return group_refuse(work, "has no chart; say chart = bar (cartouche list charts)");
    work->chart = figure_chart_find(name, &error);
    if (work->chart == NULL)
        plan_complain(work->errors, where, error);
    return work->chart != NULL;
}

static void
group_add_source(GroupWork *work, char *path, const char *typed, Where where)
{
    Source source = { path, typed, where };

    g_array_append_val(work->sources, source);
}

static gboolean
group_find_sources(GroupWork *work)
{
    const PlanGroup *group = work->group;

    for (guint i = 0; group->data != NULL && i < group->data->len; i++)
        group_add_source(work, g_strdup(group->data->pdata[i]), group->data->pdata[i], WHERE_NONE);
    for (guint i = 0; i < group->settings->len; i++) {
        Setting *setting = group->settings->pdata[i];

        if (setting->kind != SETTING_DATA)
            continue;
        setting->used = TRUE;
        if (*setting->value == '\0' || strcmp(setting->value, "-") == 0)
            return group_refuse(work, "names no file; its data are files, as in data = trade.csv");
        group_add_source(work, setting_value(setting, NULL, NULL), setting->value, setting->where);
    }
    if (work->sources->len == 0)
        return group_refuse(work, "has no data; say data = trade.csv");
    for (guint i = 0; work->sources->len > 1 && i < work->sources->len; i++)
        if (strcmp(g_array_index(work->sources, Source, i).path, "-") == 0)
            return group_refuse(work, "standard input can be read once: name it alone");
    return TRUE;
}

static void
group_find_split(GroupWork *work)
{
    for (guint i = 0; i < work->group->settings->len; i++) {
        Setting *setting = work->group->settings->pdata[i];

        if (setting_is(setting, "split-by"))
            work->split = setting;
        if (setting_is(setting, "same-scales"))
            work->same_scales = strcmp(setting->value, "on") == 0;
        if (setting->def != NULL && setting->def->group == OPTION_GROUP_BATCH)
            setting->used = TRUE;
    }
}

/* ---- Options ---- */

/* What is not said by the group itself may well mean nothing to this chart. */
static gboolean
option_apply(Figure *figure, Setting *setting, const TemplateName *names, GPtrArray *errors)
{
    GError *error = NULL;
    gboolean stands_aside = !setting->own && !option_serves(setting->def, figure->chart);
    g_autofree char *value = stands_aside ? NULL : setting_value(setting, names, &error);

    if (value != NULL && figure_set(figure, setting->def->name, value, &error)) {
        setting->used = TRUE;
        return TRUE;
    }
    if (stands_aside) {
        if (setting->refused == NULL)
            figure_set(figure, setting->def->name, setting->value, &setting->refused);
        return TRUE;
    }
    setting->used = TRUE;
    plan_complain(errors, setting->where, error);
    return FALSE;
}

/* names NULL: only what is the same for all figures of the group. */
static gboolean
options_apply(const GroupWork *work, Figure *figure, const TemplateName *names)
{
    gboolean done = TRUE;

    for (guint i = 0; i < work->group->settings->len; i++) {
        Setting *setting = work->group->settings->pdata[i];

        if (setting->kind != SETTING_OPTION || setting->def->group == OPTION_GROUP_BATCH ||
            (names == NULL && setting_is_template(setting)))
            continue;
        done = option_apply(figure, setting, names, work->errors) && done;
    }
    return done;
}

/* ---- Figures ---- */

/* The folder of the data as the words of a path would have it: as typed where path and data are
 * relative to the same folder, else in full. Caller frees. */
static char *
source_folder(const GroupWork *work, const Source *source)
{
    const char *file = NULL;
    g_autofree char *folder = g_path_get_dirname(source->path);
    g_autofree char *here = NULL, *there = NULL;

    for (guint i = 0; i < work->group->settings->len; i++) {
        const Setting *setting = work->group->settings->pdata[i];

        if (setting_is_output(setting))
            file = setting->where.file;
    }
    here = manifest_path(file, "");
    there = manifest_path(source->where.file, "");
    return strcmp(here, there) == 0 ? g_path_get_dirname(source->typed) : real_path(folder);
}

static char *
planned_name(const GroupWork *work, const char *part, const Figure *figure)
{
    const GPtrArray *outputs = figure->spec->outputs;
    const char *output = outputs != NULL ? outputs->pdata[0] : figure->spec->data_table;
    g_autofree char *safe = part != NULL ? template_safe_name(part) : NULL;

    if (work->group->name != NULL)
        return part != NULL ? g_strdup_printf("%s-%s", work->group->name, safe)
                            : g_strdup(work->group->name);
    return template_stem(output != NULL ? output : figure->data);
}

static PlannedFigure *
group_add_figure(const GroupWork *work, Figure *figure, const char *part)
{
    PlannedFigure *planned = g_new0(PlannedFigure, 1);

    planned->group = g_strdup(work->group->name);
    planned->part = g_strdup(part);
    planned->root = g_strdup(work->group->root);
    planned->file = g_strdup(work->group->where.file);
    planned->line = work->group->where.line;
    planned->figure = figure;
    planned->name = planned_name(work, part, figure);
    g_ptr_array_add(work->plan->figures, planned);
    return planned;
}

/* A figure of a source, and of a value of the split (NULL: there is no split). */
static gboolean
group_plan_figure(const GroupWork *work, const Source *source, const SplitPart *part)
{
    g_autoptr(Figure) figure = figure_new(work->chart->name, NULL);
    gboolean is_stream = strcmp(source->path, "-") == 0;
    g_autofree char *stem = is_stream ? NULL : template_stem(source->typed);
    g_autofree char *folder = is_stream ? NULL : source_folder(work, source);
    const TemplateName names[] = {
        /* A column may be called like one of the others: it was named on purpose. */
        { part != NULL ? work->split->value : "stem", part != NULL ? part->text : stem,
          part != NULL ? part->shown : NULL },
        { "stem", stem, NULL },
        { "dir", folder, NULL },
        { work->group->name != NULL ? "group" : NULL, work->group->name, NULL },
        { NULL, NULL, NULL },
    };
    const char *own = part != NULL ? part->text : work->sources->len > 1 ? source->typed : NULL;
    GError *error = NULL;
    gboolean done = options_apply(work, figure, names + (part == NULL));

    figure->spec->shelf = work->plan->shelf;
    if (done && (!figure_set_data(figure, source->path, &error) ||
                 (part != NULL && !figure_set(figure, "where", part->condition, &error)))) {
        plan_complain(work->errors, work->group->where, error);
        done = FALSE;
    }
    done = done && group_check_figure(work, figure);
    if (done)
        group_add_figure(work, g_steal_pointer(&figure), own);
    return done;
}

/* The figure stands for those that would have been. */
static void
group_add_unreadable(const GroupWork *work, const Source *source, Figure *scratch, GError *error)
{
    const char *own = work->sources->len > 1 ? source->typed : NULL;

    group_add_figure(work, scratch, own)->error = error;
}

/* FALSE: one mistake is enough, the other figures would only repeat it. */
static gboolean
group_plan_split(const GroupWork *work, const Source *source)
{
    g_autoptr(Figure) scratch = figure_new(work->chart->name, NULL);
    g_autoptr(GPtrArray) parts = NULL;
    GError *error = NULL;

    scratch->spec->shelf = work->plan->shelf;
    if (!figure_set_data(scratch, source->path, &error)) {
        plan_complain(work->errors, source->where, error);
        return FALSE;
    }
    options_apply(work, scratch, NULL);
    parts = split_find(scratch, work->split->value, work->plan->report, &error);
    if (parts == NULL && error->code == ERROR_USAGE) {
        plan_complain(work->errors, work->split->where, error);
        return FALSE;
    }
    if (parts == NULL)
        group_add_unreadable(work, source, g_steal_pointer(&scratch), error);
    for (guint i = 0; parts != NULL && i < parts->len; i++)
        if (!group_plan_figure(work, source, parts->pdata[i]))
            return FALSE;
    return TRUE;
}

/* Whether text has one of the names in braces that differ from figure to figure. */
static gboolean
tells_apart(const GroupWork *work, const char *text)
{
    g_autofree char *value =
        work->split != NULL ? g_strdup_printf("{%s}", work->split->value) : g_strdup("{stem}");
    gboolean by_file = strstr(text, "{stem}") != NULL || strstr(text, "{dir}") != NULL;

    return strstr(text, value) != NULL || (work->split == NULL && by_file);
}

/* One name for all would be said again for each of the figures. */
static gboolean
group_check_templates(const GroupWork *work)
{
    gboolean done = TRUE;

    if (work->split == NULL && work->sources->len < 2)
        return TRUE;
    for (guint i = 0; i < work->group->settings->len; i++) {
        const Setting *setting = work->group->settings->pdata[i];
        g_autofree char *quoted = error_quote(setting->value, -1, 100);
        GError *error = NULL;

        if (!setting_is_output(setting) || tells_apart(work, setting->value))
            continue;
        if (work->split != NULL)
            error_set(&error, ERROR_USAGE, setting->where,
                      "output \"%s\" is one name for all figures of the split; put {%s} into it",
                      quoted, work->split->value);
        else
            error_set(&error, ERROR_USAGE, setting->where,
                      "output \"%s\" is one name for the figures of %u files; put {stem} into it",
                      quoted, work->sources->len);
        g_ptr_array_add(work->errors, error);
        done = FALSE;
    }
    return done;
}

static void
group_plan(GroupWork *work)
{
    g_autoptr(Figure) scratch = NULL;
    gboolean done = group_find_chart(work);

    done = group_find_sources(work) && done;
    group_find_split(work);
    if (!done)
        return;
    scratch = figure_new(work->chart->name, NULL);
    done = options_apply(work, scratch, NULL);
    if (!group_check_templates(work) || !done)
        return;
    for (guint i = 0; i < work->sources->len && done; i++) {
        const Source *source = &g_array_index(work->sources, Source, i);

        done = work->split != NULL ? group_plan_split(work, source)
                                   : group_plan_figure(work, source, NULL);
    }
    if (done && work->same_scales)
        same_scales_set(work->plan, work->first, work->group->where);
}

void
plan_add_group(Plan *plan, const PlanGroup *group, GPtrArray *errors)
{
    g_autoptr(GArray) sources = g_array_new(FALSE, FALSE, sizeof(Source));
    GroupWork work = {
        .plan = plan,
        .group = group,
        .errors = errors,
        .sources = sources,
        .first = plan->figures->len,
    };

    g_array_set_clear_func(sources, source_clear);
    group_plan(&work);
}
