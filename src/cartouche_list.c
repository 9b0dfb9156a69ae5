// What there is: charts, themes, palettes, ramps, formats, transforms, languages, rules, checks.
#include "cartouche_figure.h"

#include "backend/output_format.h"
#include "lint/lint.h"
#include "profile/profile.h"
#include "scale/ramp.h"
#include "scale/scheme.h"
#include "theme/theme_field.h"
#include "words/language.h"

#include <string.h>

static gboolean
list_chart(guint i, ct_entry *ret_entry)
{
    if (chart_types[i] == NULL)
        return FALSE;
    *ret_entry = (ct_entry){ chart_types[i]->name, chart_types[i]->summary };
    return TRUE;
}

static gboolean
list_theme(guint i, ct_entry *ret_entry)
{
    if (themes[i] == NULL)
        return FALSE;
    *ret_entry = (ct_entry){ themes[i]->name, themes[i]->summary };
    return TRUE;
}

/* The ramps stand behind the palettes: series in an order may have their steps. "grey" is both. */
static gboolean
list_palette(guint i, ct_entry *ret_entry)
{
    g_autofree char *summary = NULL;
    guint n = 0;

    for (; palettes[n] != NULL; n++)
        if (n == i) {
            *ret_entry = (ct_entry){ palettes[i]->name, palettes[i]->summary };
            return TRUE;
        }
    for (guint r = 0; ramps[r] != NULL; r++) {
        if (palette_find(ramps[r]->name) != NULL || n++ < i)
            continue;
        /* Interned, as the texts of a list outlive it. */
        summary = g_strdup_printf("series in an order%s: %s",
                                  ramps[r]->kind == RAMP_DIVERGING ? " that goes two ways" : "",
                                  ramps[r]->summary);
        *ret_entry = (ct_entry){ ramps[r]->name, g_intern_string(summary) };
        return TRUE;
    }
    return FALSE;
}

static gboolean
list_ramp(guint i, ct_entry *ret_entry)
{
    if (ramps[i] == NULL)
        return FALSE;
    *ret_entry = (ct_entry){ ramps[i]->name, ramps[i]->summary };
    return TRUE;
}

static gboolean
list_theme_field(guint i, ct_entry *ret_entry)
{
    const ThemeField *field = i > 0 ? &theme_fields[i - 1] : NULL;
    g_autofree char *range = NULL, *summary = NULL;

    if (field == NULL) {
        *ret_entry = (ct_entry){ "base", "the theme that the file changes, named first: light, "
                                         "dark, print or slide" };
        return TRUE;
    }
    if (field->name == NULL)
        return FALSE;
    /* Interned, as the texts of a list outlive it. */
    range = theme_field_range(field);
    summary = g_strdup_printf("%s (%s)", field->help, range);
    *ret_entry = (ct_entry){ field->name, g_intern_string(summary) };
    return TRUE;
}

static gboolean
list_format(guint i, ct_entry *ret_entry)
{
    if (output_formats[i] == NULL)
        return FALSE;
    *ret_entry = (ct_entry){ output_formats[i]->name, output_formats[i]->summary };
    return TRUE;
}

static gboolean
list_transform(guint i, ct_entry *ret_entry)
{
    g_autofree char *summary = NULL;

    if (transform_types[i] == NULL)
        return FALSE;
    /* Interned, as the texts of a list outlive it. */
    summary = g_strdup_printf("%s: %s", transform_types[i]->summary, transform_types[i]->option);
    *ret_entry = (ct_entry){ transform_types[i]->name, g_intern_string(summary) };
    return TRUE;
}

static gboolean
list_language(guint i, ct_entry *ret_entry)
{
    if (languages[i].tag == NULL)
        return FALSE;
    *ret_entry = (ct_entry){ languages[i].tag, languages[i].name };
    return TRUE;
}

static gboolean
list_rule(guint i, ct_entry *ret_entry)
{
    if (lint_rules[i].name == NULL)
        return FALSE;
    *ret_entry = (ct_entry){ lint_rules[i].name, lint_rules[i].summary };
    return TRUE;
}

static gboolean
list_check(guint i, ct_entry *ret_entry)
{
    if (profile_rules[i].name == NULL)
        return FALSE;
    *ret_entry = (ct_entry){ profile_rules[i].name, profile_rules[i].breaks };
    return TRUE;
}

/* The two arrays go in step. */
static const char *const list_kinds[] = { "charts",       "themes",  "palettes",   "ramps",
                                          "theme-fields", "formats", "transforms", "languages",
                                          "rules",        "checks",  NULL };
static gboolean (*const list_functions[])(guint, ct_entry *) = {
    list_chart,  list_theme,     list_palette,  list_ramp, list_theme_field,
    list_format, list_transform, list_language, list_rule, list_check,
};
G_STATIC_ASSERT(G_N_ELEMENTS(list_kinds) == G_N_ELEMENTS(list_functions) + 1);

const char *const *
ct_list_kinds(void)
{
    return list_kinds;
}

ct_entry *
ct_list(const char *kind, ct_error **error)
{
    GArray *entries;
    ct_entry entry;
    guint k = 0;

    while (list_kinds[k] != NULL && strcmp(list_kinds[k], kind) != 0)
        k++;
    if (list_kinds[k] == NULL) {
        g_autofree char *near = error_suggest(kind, list_kinds);
        g_autofree char *quoted = error_quote(kind, -1, 60);
        g_autofree char *all = g_strjoinv(", ", (char **)list_kinds);
        GError *inner = NULL;

        error_set(&inner, ERROR_USAGE, WHERE_NONE, "no list of \"%s\"%s; there are %s", quoted,
                  near, all);
        error_give(error, inner);
        return NULL;
    }
    entries = g_array_new(TRUE, FALSE, sizeof(ct_entry)); /* a zeroed entry ends it */
    for (guint i = 0; list_functions[k](i, &entry); i++)
        g_array_append_val(entries, entry);
    return (ct_entry *)g_array_free(entries, FALSE);
}

/* "numbers or times". */
static const char *
describe_accepts(Accepts accepts)
{
    static const char *const words[] = {
        [0] = "nothing",
        [ACCEPTS_NUMBER] = "numbers",
        [ACCEPTS_TIME] = "times",
        [ACCEPTS_NUMBER | ACCEPTS_TIME] = "numbers or times",
        [ACCEPTS_TEXT] = "texts",
        [ACCEPTS_NUMBER | ACCEPTS_TEXT] = "numbers or texts",
        [ACCEPTS_TIME | ACCEPTS_TEXT] = "times or texts",
        [ACCEPTS_ANY] = "any column",
    };

    return words[accepts & ACCEPTS_ANY];
}

ct_chart *
ct_describe(const char *name, ct_error **error)
{
    GError *inner = NULL;
    const ChartType *type = figure_chart_find(name, &inner);
    ct_chart *chart;

    if (type == NULL) {
        error_give(error, inner);
        return NULL;
    }
    chart = g_new0(ct_chart, 1);
    *chart = (ct_chart){ .name = type->name,
                         .summary = type->summary,
                         .example = type->example,
                         .wide_example = type->wide_example };
    G_STATIC_ASSERT(CHANNEL_COUNT < G_N_ELEMENTS(chart->channels));
    for (guint i = 0; type->channels[i].channel != CHANNEL_COUNT; i++)
        chart->channels[i] = (ct_channel){
            .name = channel_name(type->channels[i].channel),
            .required = type->channels[i].required,
            .accepts = describe_accepts(type->channels[i].accepts),
            .help = type->channels[i].help,
        };
    return chart;
}
