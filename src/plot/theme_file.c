#include "plot/theme_file.h"

#include "scale/ramp.h"
#include "scale/scheme.h"

#include <string.h>

#define GROUP "theme"
/* Series are seen from here (WCAG 2.2, 1.4.11). */
#define SERIES_CONTRAST 3.0

static gboolean
theme_file_check_groups(const Ini *ini, GError **error)
{
    const IniGroup *loose = ini->groups->pdata[0];

    for (guint i = 1; i < ini->groups->len; i++) {
        const IniGroup *group = ini->groups->pdata[i];
        g_autofree char *quoted = error_quote(group->name, -1, 60);

        if (strcmp(group->name, GROUP) == 0)
            continue;
        error_set(error, ERROR_USAGE, ini_where(ini, group->line),
                  "a theme file has the group [" GROUP "] and no group [%s]", quoted);
        return FALSE;
    }
    if (loose->entries->len > 0) {
        const IniEntry *entry = &g_array_index(loose->entries, IniEntry, 0);
        g_autofree char *quoted = error_quote(entry->key, -1, 60);

        error_set(error, ERROR_USAGE, ini_where(ini, entry->line),
                  "\"%s\" stands before the group [" GROUP "]", quoted);
        return FALSE;
    }
    if (ini_group(ini, GROUP) != NULL)
        return TRUE;
    error_set(error, ERROR_USAGE, ini_where(ini, 0), "a theme file needs the group [" GROUP "]");
    return FALSE;
}

static gboolean
theme_file_check_key(const Ini *ini, const GArray *entries, guint index, GError **error)
{
    const IniEntry *entry = &g_array_index(entries, IniEntry, index);
    gboolean is_base = strcmp(entry->key, "base") == 0;
    Where where = ini_where(ini, entry->line);

    for (guint i = 0; i < index; i++) {
        const IniEntry *former = &g_array_index(entries, IniEntry, i);

        if (strcmp(former->key, entry->key) != 0)
            continue;
        error_set(error, ERROR_USAGE, where, "%s was set at line %u", entry->key, former->line);
        return FALSE;
    }
    if (!is_base && theme_field_find(entry->key) == NULL) {
        g_autofree const char **names = theme_field_names();
        g_autofree char *near = error_suggest(entry->key, names);
        g_autofree char *quoted = error_quote(entry->key, -1, 60);

        error_set(error, ERROR_USAGE, where,
                  "a theme has no \"%s\"%s; `cartouche list theme-fields` names all", quoted, near);
        return FALSE;
    }
    if (is_base && index > 0) {
        error_set(error, ERROR_USAGE, where, "base stands first in the group [" GROUP "]");
        return FALSE;
    }
    return TRUE;
}

const Theme *
theme_file_base(const Ini *ini, GError **error)
{
    const GArray *entries;
    const IniEntry *first;
    const Theme *base;

    if (!theme_file_check_groups(ini, error))
        return NULL;
    entries = ini_group(ini, GROUP)->entries;
    for (guint i = 0; i < entries->len; i++)
        if (!theme_file_check_key(ini, entries, i, error))
            return NULL;
    first = entries->len > 0 ? &g_array_index(entries, IniEntry, 0) : NULL;
    if (first == NULL || strcmp(first->key, "base") != 0)
        return themes[0];
    base = theme_find(first->value);
    if (base == NULL) {
        g_autofree const char **names = theme_names();
        g_autofree char *near = error_suggest(first->value, names);
        g_autofree char *quoted = error_quote(first->value, -1, 60);

        error_set(error, ERROR_USAGE, ini_where(ini, first->line), "no theme \"%s\"%s", quoted,
                  near);
    }
    return base;
}

/* Names of palettes and ramps are known here only, not where themes are. */
static gboolean
theme_file_check_names(const Ini *ini, guint line, const Theme *theme, GError **error)
{
    const Ramp *ramp = theme->ramp != NULL ? ramp_find(theme->ramp) : NULL;
    const char *wrong = NULL, *what = "ramp";
    g_autofree const char **names = NULL;
    g_autofree char *near = NULL, *quoted = NULL;

    if (theme->series.name != NULL && palette_find(theme->series.name) == NULL &&
        ramp_find(theme->series.name) == NULL) {
        wrong = theme->series.name;
        what = "palette";
    } else if (theme->ramp != NULL && ramp == NULL) {
        wrong = theme->ramp;
    } else if (theme->ramp_diverging != NULL && ramp_find(theme->ramp_diverging) == NULL) {
        wrong = theme->ramp_diverging;
    }
    if (wrong == NULL)
        return TRUE;
    names = *what == 'p' ? palette_and_ramp_names() : ramp_names();
    near = error_suggest(wrong, names);
    quoted = error_quote(wrong, -1, 60);
    error_set(error, ERROR_USAGE, ini_where(ini, line), "no %s \"%s\"%s", what, quoted, near);
    return FALSE;
}

gboolean
theme_file_apply(const Ini *ini, Arena *arena, Theme *theme, GError **error)
{
    const GArray *entries = ini_group(ini, GROUP)->entries;

    for (guint i = 0; i < entries->len; i++) {
        const IniEntry *entry = &g_array_index(entries, IniEntry, i);
        const ThemeField *field = theme_field_find(entry->key);

        if (field == NULL) /* base */
            continue;
        if (!theme_field_set(field, entry->value, arena, theme)) {
            g_autofree char *range = theme_field_range(field);
            g_autofree char *quoted = error_quote(entry->value, -1, 60);

            error_set(error, ERROR_USAGE, ini_where(ini, entry->line), "%s: \"%s\" is not %s",
                      field->name, quoted, range);
            return FALSE;
        }
        if (!theme_file_check_names(ini, entry->line, theme, error))
            return FALSE;
    }
    /* What is dark is seen, not said. */
    if (theme->background.a > 0)
        theme->dark = color_contrast(theme->background, COLOR_RGB(0xffffff)) >
                      color_contrast(theme->background, COLOR_RGB(0));
    return TRUE;
}

/* The line that sets a field, else the one that sets the background; 0: neither. */
static guint
theme_file_line(const Ini *ini, const char *name)
{
    const GArray *entries = ini_group(ini, GROUP)->entries;
    guint line = 0;

    for (guint i = 0; i < entries->len; i++) {
        const IniEntry *entry = &g_array_index(entries, IniEntry, i);

        if (strcmp(entry->key, name) == 0)
            return entry->line;
        if (strcmp(entry->key, "background") == 0)
            line = entry->line;
    }
    return line;
}

static void
theme_file_warn(const Ini *ini, const char *field, Color color, Color background, double least,
                Report *report)
{
    double ratio = color_contrast(color, background);
    char hex[8], ground[8];

    if (ratio >= least)
        return;
    color_to_hex(color, hex);
    color_to_hex(background, ground);
    report_add(report, SEVERITY_WARNING, ini_where(ini, theme_file_line(ini, field)), 1,
               "%s: %s on %s has a contrast of %.1f:1; %s needs %.1f:1 to be seen by all", field,
               hex, ground, ratio, least > SERIES_CONTRAST ? "text" : "what carries data", least);
}

void
theme_file_check_contrast(const Ini *ini, const Theme *theme, Report *report)
{
    Color background = theme_paper(theme);

    for (const ThemeContrast *contrast = theme_contrasts; contrast->field != NULL; contrast++)
        theme_file_warn(ini, contrast->field, G_STRUCT_MEMBER(Color, theme, contrast->offset),
                        background, contrast->ratio, report);
    for (guint i = 0; i < theme->series.n; i++)
        theme_file_warn(ini, "palette", theme->series.colors[i], background, SERIES_CONTRAST,
                        report);
}
