#include "batch/setting.h"

#include "plot/option_text.h"

#include <string.h>

void
setting_free(gpointer data)
{
    Setting *setting = data;

    g_clear_error(&setting->refused);
    g_free(setting);
}

void
setting_error(GError **error, Where where, GError *inner)
{
    error_set(error, (ErrorCode)inner->code, where, "%s", inner->message);
    g_error_free(inner);
}

gboolean
setting_is(const Setting *setting, const char *option)
{
    return setting->def != NULL && strcmp(setting->def->name, option) == 0;
}

gboolean
setting_is_output(const Setting *setting)
{
    return setting_is(setting, "output") || setting_is(setting, "data-table");
}

gboolean
setting_is_template(const Setting *setting)
{
    return setting->def != NULL && (setting_is_output(setting) || option_is_template(setting->def));
}

/* ---- From keys ---- */

/* Those of the group Batch that say what the figures are, not how the run goes. */
static gboolean
is_of_batch(const OptionDef *def)
{
    return def->group == OPTION_GROUP_BATCH && strcmp(def->name, "split-by") != 0 &&
           strcmp(def->name, "same-scales") != 0;
}

static void
unknown_key(const ManifestKey *key, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autofree char *quoted = error_quote(key->name, -1, 60);
    g_autofree char *near = NULL;
    const OptionDef *short_for = option_find(key->name),
                    *negated = g_str_has_prefix(key->name, "no-")
                                   ? option_find(key->name + strlen("no-"))
                                   : NULL;

    if (negated != NULL && negated->type == OPTION_SWITCH) {
        error_set(error, ERROR_USAGE, key->where, "no key \"%s\"; say %s = off", quoted,
                  negated->name);
        return;
    }
    if (short_for != NULL) {
        error_set(error, ERROR_USAGE, key->where, "no key \"%s\"; say %s", quoted, short_for->name);
        return;
    }
    g_ptr_array_add(names, "chart");
    g_ptr_array_add(names, "data");
    for (const OptionDef *def = option_defs; def->name != NULL; def++)
        if (!is_of_batch(def))
            g_ptr_array_add(names, (gpointer)def->name);
    g_ptr_array_add(names, NULL);
    near = error_suggest(key->name, (const char *const *)names->pdata);
    error_set(error, ERROR_USAGE, key->where, "no key \"%s\"%s", quoted,
              *near != '\0' ? near
                            : "; keys are chart, data and the long flags without their dashes");
}

/* NULL and an error: a key that is none. */
static Setting *
setting_from_key(const ManifestKey *key, GError **error)
{
    const OptionDef *def = option_find(key->name);
    Setting setting = { .kind = SETTING_OPTION, .value = key->value, .where = key->where };

    if (strcmp(key->name, "chart") == 0)
        setting.kind = SETTING_CHART;
    else if (strcmp(key->name, "data") == 0)
        setting.kind = SETTING_DATA;
    else if (strcmp(key->name, "include") == 0) {
        error_set(error, ERROR_USAGE, key->where, "include stands before the first group");
        return NULL;
    } else if (def == NULL || (strlen(key->name) == 1 && strcmp(key->name, def->name) != 0)) {
        unknown_key(key, error);
        return NULL;
    } else if (is_of_batch(def)) {
        error_set(error, ERROR_USAGE, key->where,
                  "%s is of the whole batch; say it on the command line: cartouche batch … --%s",
                  def->name, def->name);
        return NULL;
    } else
        setting.def = def;
    return g_memdup2(&setting, sizeof setting);
}

static gboolean
is_same_target(const Setting *a, const Setting *b)
{
    return a->kind == b->kind && a->def == b->def;
}

static gboolean
repeats(const Setting *setting)
{
    return setting->kind == SETTING_DATA ||
           (setting->kind == SETTING_OPTION && setting->def->type == OPTION_TEXTS);
}

/* The one of settings that said the same before; NULL: none. */
static const Setting *
find_said(const GPtrArray *settings, const Setting *setting)
{
    for (guint i = 0; !repeats(setting) && i < settings->len; i++) {
        const Setting *other = settings->pdata[i];

        if (is_same_target(other, setting) && strcmp(other->where.file, setting->where.file) == 0)
            return other;
    }
    return NULL;
}

GPtrArray *
settings_from_keys(const GPtrArray *keys, gboolean own, GPtrArray *errors)
{
    GPtrArray *settings = g_ptr_array_new_with_free_func(setting_free);

    for (guint i = 0; i < keys->len; i++) {
        const ManifestKey *key = keys->pdata[i];
        GError *error = NULL;
        Setting *setting = setting_from_key(key, &error);
        const Setting *said = setting != NULL ? find_said(settings, setting) : NULL;

        if (said != NULL)
            error_set(&error, ERROR_USAGE, key->where, "%s was set at line %u", key->name,
                      said->where.line);
        if (error != NULL)
            g_ptr_array_add(errors, error);
        if (setting == NULL)
            continue;
        setting->own = own;
        g_ptr_array_add(settings, setting);
    }
    return settings;
}

GPtrArray *
settings_from_flags(const GArray *flags)
{
    GPtrArray *settings = g_ptr_array_new_with_free_func(setting_free);

    for (guint i = 0; i < flags->len; i++) {
        const PlanFlag *flag = &g_array_index(flags, PlanFlag, i);
        Setting setting = { .kind = SETTING_OPTION, .def = flag->def, .value = flag->value };

        g_ptr_array_add(settings, g_memdup2(&setting, sizeof setting));
    }
    return settings;
}

/* ---- Layers ---- */

/* Where a figure comes from and goes to is not added up. */
static gboolean
adds_up(const Setting *setting)
{
    return repeats(setting) && setting->kind == SETTING_OPTION && !setting_is_output(setting);
}

GPtrArray *
settings_merge(const GPtrArray *first, const GPtrArray *later)
{
    GPtrArray *merged = g_ptr_array_new();

    for (guint i = 0; i < first->len; i++) {
        Setting *setting = first->pdata[i];
        gboolean holds = TRUE;

        for (guint k = 0; holds && !adds_up(setting) && k < later->len; k++)
            holds = !is_same_target(setting, later->pdata[k]);
        /* Within one layer the later file of two holds. */
        for (guint k = i + 1; holds && !repeats(setting) && k < first->len; k++)
            holds = !is_same_target(setting, first->pdata[k]);
        if (holds)
            g_ptr_array_add(merged, setting);
        else
            setting->used = TRUE;
    }
    for (guint i = 0; i < later->len; i++)
        g_ptr_array_add(merged, later->pdata[i]);
    return merged;
}

/* ---- Values ---- */

char *
setting_value(const Setting *setting, const TemplateName *names, GError **error)
{
    g_autofree char *filled = NULL, *path = NULL;
    const char *value = setting->value, *file;
    GError *inner = NULL;

    if (names != NULL && setting_is_template(setting)) {
        filled = template_fill(value, setting_is_output(setting) ? TEMPLATE_PATH : TEMPLATE_TEXT,
                               names, &inner);
        if (filled == NULL) {
            error_set(error, ERROR_USAGE, setting->where, "--%s: %s", setting->def->name,
                      inner->message);
            g_error_free(inner);
            return NULL;
        }
        value = filled;
    }
    file = setting->kind == SETTING_DATA ? value : option_file(setting->def, value);
    if (file == NULL || *file == '\0' || strcmp(file, "-") == 0)
        return g_strdup(value);
    path = manifest_path(setting->where.file, file);
    return g_strdup_printf("%.*s%s", (int)(file - value), value, path);
}
