#include "batch/plan.h"

#include "batch/plan_check.h"
#include "batch/plan_group.h"

#include <glib/gstdio.h>
#include <string.h>

static void
planned_figure_free(gpointer data)
{
    PlannedFigure *planned = data;

    g_free(planned->name);
    g_free(planned->group);
    g_free(planned->part);
    g_free(planned->root);
    g_free(planned->file);
    figure_free(planned->figure);
    g_clear_error(&planned->error);
    g_free(planned);
}

Plan *
plan_new(void)
{
    Plan *plan = g_new0(Plan, 1);

    plan->figures = g_ptr_array_new_with_free_func(planned_figure_free);
    plan->files = g_ptr_array_new_with_free_func(g_free);
    plan->report = report_new();
    plan->shelf = shelf_new();
    return plan;
}

void
plan_free(Plan *plan)
{
    if (plan == NULL)
        return;
    g_ptr_array_unref(plan->figures);
    g_ptr_array_unref(plan->files);
    report_free(plan->report);
    shelf_free(plan->shelf);
    g_free(plan);
}

/* ---- Manifests ---- */

/* What goes to all figures, and meant nothing to any of them. */
static void
check_used(const GPtrArray *settings, GPtrArray *errors)
{
    for (guint i = 0; i < settings->len; i++) {
        Setting *setting = settings->pdata[i];

        if (!setting->used && setting->refused != NULL)
            plan_complain(errors, setting->where, g_steal_pointer(&setting->refused));
    }
}

static void
add_manifest(Plan *plan, const char *file, const GPtrArray *flags, GPtrArray *errors)
{
    g_autoptr(Manifest) manifest = manifest_read(file, errors);
    g_autoptr(GPtrArray) defaults = settings_from_keys(manifest->defaults, FALSE, errors);

    for (guint i = 0; i < manifest->files->len; i++)
        g_ptr_array_add(plan->files, g_strdup(manifest->files->pdata[i]));
    for (guint i = 0; i < manifest->groups->len; i++) {
        const ManifestGroup *from = manifest->groups->pdata[i];
        g_autoptr(GPtrArray) own = settings_from_keys(from->keys, TRUE, errors);
        g_autoptr(GPtrArray) both = settings_merge(defaults, own);
        g_autoptr(GPtrArray) all = settings_merge(both, flags);
        PlanGroup group = {
            .name = from->name, .where = from->where, .root = file, .settings = all
        };

        plan_add_group(plan, &group, errors);
    }
    check_used(defaults, errors);
    if (manifest->groups->len == 0 && errors->len == 0) {
        GError *error = NULL;

        error_set(&error, ERROR_USAGE, (Where){ .file = file },
                  "the manifest has no figures; each is a [group] with chart, data and output");
        g_ptr_array_add(errors, error);
    }
}

/* ---- Choosing ---- */

static gboolean
is_chosen(const PlannedFigure *planned, const GPtrArray *only)
{
    for (guint i = 0; i < only->len; i++)
        if (g_pattern_match_simple(only->pdata[i], planned->name) ||
            (planned->group != NULL && g_pattern_match_simple(only->pdata[i], planned->group)))
            return TRUE;
    return FALSE;
}

/* A glob that no figure has is a slip of the pen: nothing drawn in silence helps nobody. */
static void
check_globs(const Plan *plan, const GPtrArray *only, GPtrArray *errors)
{
    for (guint i = 0; i < only->len; i++) {
        g_autoptr(GPtrArray) one = g_ptr_array_new();
        g_autoptr(GPtrArray) names = g_ptr_array_new();
        g_autofree char *quoted = error_quote(only->pdata[i], -1, 60);
        g_autofree char *near = NULL;
        gboolean found = FALSE;
        GError *error = NULL;

        g_ptr_array_add(one, only->pdata[i]);
        for (guint k = 0; k < plan->figures->len; k++) {
            const PlannedFigure *planned = plan->figures->pdata[k];

            found = found || is_chosen(planned, one);
            g_ptr_array_add(names, planned->name);
        }
        if (found)
            continue;
        g_ptr_array_add(names, NULL);
        near = error_suggest(only->pdata[i], (const char *const *)names->pdata);
        error_set(&error, ERROR_USAGE, WHERE_NONE, "--only: no figure is called \"%s\"%s", quoted,
                  near);
        g_ptr_array_add(errors, error);
    }
}

/* Bytes to read and to write, roughly: all that has to be compared is figures with each other. */
static guint64
cost_of(const PlannedFigure *planned)
{
    const Spec *spec = planned->figure->spec;
    g_autoptr(GPtrArray) inputs = figure_inputs(planned->figure);
    double scale = option_is_given(spec, "dpi") ? spec->dpi / 96 : spec->scale;
    guint64 pixels = (guint64)(spec->width * spec->height * scale * scale), cost = 50000;
    GStatBuf status;

    for (guint i = 0; i < inputs->len; i++)
        if (g_stat(inputs->pdata[i], &status) == 0)
            cost += (guint64)status.st_size;
    for (guint i = 0; spec->outputs != NULL && i < spec->outputs->len; i++)
        cost += g_str_has_suffix(spec->outputs->pdata[i], ".png") ? pixels / 8 : 20000;
    return cost;
}

static void
keep_shard(Plan *plan, Shard shard)
{
    guint n = plan->figures->len;
    g_autofree ShardItem *items = g_new(ShardItem, n);
    g_autofree guint *heaps = g_new(guint, n);

    for (guint i = 0; i < n; i++) {
        const PlannedFigure *planned = plan->figures->pdata[i];

        items[i] = (ShardItem){ planned->name, cost_of(planned) };
    }
    shard_deal(items, n, shard.n, heaps);
    for (guint i = n; i > 0; i--)
        if (heaps[i - 1] != shard.index)
            g_ptr_array_remove_index(plan->figures, i - 1);
}

static void
choose(Plan *plan, const PlanRequest *request, GPtrArray *errors)
{
    if (request->only != NULL) {
        check_globs(plan, request->only, errors);
        for (guint i = plan->figures->len; i > 0; i--)
            if (!is_chosen(plan->figures->pdata[i - 1], request->only))
                g_ptr_array_remove_index(plan->figures, i - 1);
    }
    if (request->shard.n > 0)
        keep_shard(plan, request->shard);
}

static gboolean
is_same_mistake(const GError *a, const GError *b)
{
    Where where_a = error_where(a), where_b = error_where(b);

    return a->code == b->code && strcmp(a->message, b->message) == 0 && where_a.file != NULL &&
           g_strcmp0(where_a.file, where_b.file) == 0 && where_a.line == where_b.line;
}

/* A line of [defaults] goes to every group, and its mistake is still one. */
static void
say_once(GPtrArray *errors)
{
    for (guint i = 0; i < errors->len; i++)
        for (guint k = errors->len - 1; k > i; k--)
            if (is_same_mistake(errors->pdata[i], errors->pdata[k]))
                g_ptr_array_remove_index(errors, k);
}

Plan *
plan_make(const PlanRequest *request, GPtrArray *errors)
{
    Plan *plan = plan_new();
    g_autoptr(GPtrArray) flags = settings_from_flags(request->flags);

    for (guint i = 0; i < request->manifests->len; i++)
        add_manifest(plan, request->manifests->pdata[i], flags, errors);
    if (request->chart != NULL) {
        PlanGroup group = { .settings = flags, .chart = request->chart, .data = request->data };

        plan_add_group(plan, &group, errors);
    }
    check_used(flags, errors);
    plan_check(plan, request, errors);
    say_once(errors);
    if (errors->len == 0)
        choose(plan, request, errors);
    return plan;
}
