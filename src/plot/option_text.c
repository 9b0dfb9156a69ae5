#include "plot/option_text.h"

#include "base/number.h"

#include <string.h>

void
option_append_word(GString *out, const char *text)
{
    const char *safe = "_-./:=,+@%";
    gboolean plain = *text != '\0';

    for (const char *p = text; *p != '\0'; p++)
        plain = plain && (g_ascii_isalnum(*p) || strchr(safe, *p) != NULL);
    if (plain) {
        g_string_append(out, text);
        return;
    }
    g_string_append_c(out, '\'');
    for (const char *p = text; *p != '\0'; p++)
        if (*p == '\'')
            g_string_append(out, "'\\''");
        else
            g_string_append_c(out, *p);
    g_string_append_c(out, '\'');
}

gboolean
option_is_template(const OptionDef *def)
{
    static const char *const names[] = { "title", "subtitle", "note", "alt", NULL };

    return g_strv_contains(names, def->name);
}

char *
option_template_text(const char *value)
{
    GString *out = g_string_new(value);

    g_string_replace(out, "{{", "{", 0);
    return g_string_free(out, FALSE);
}

static void
option_append_template(GString *out, const char *value)
{
    for (const char *p = value; *p != '\0'; p++)
        g_string_append(out, *p == '{' ? "{{" : (const char[]){ *p, '\0' });
}

/* A file goes by its last name: the folders of one machine say nothing on another. Where the value
 * might be something else, "./" says that it is a file. */
static void
option_append_text(GString *out, const OptionDef *def, const char *value)
{
    const char *file = option_file(def, value);
    g_autofree char *name = file != NULL ? g_path_get_basename(file) : NULL;

    if (file == NULL && option_is_template(def)) {
        option_append_template(out, value);
        return;
    }
    if (file == NULL) {
        g_string_append(out, value);
        return;
    }
    g_string_append_len(out, value, file - value);
    if (file == value && strcmp(def->metavar, "FILE") != 0)
        g_string_append(out, "./");
    g_string_append(out, name);
}

static void
option_append_names(GString *out, const GPtrArray *names)
{
    for (guint i = 0; names != NULL && i < names->len; i++) {
        const char *name = names->pdata[i];
        gboolean quoted = strpbrk(name, ",\"") != NULL || *name == '\0' || *name == ' ' ||
                          g_str_has_suffix(name, " ");

        g_string_append(out, i > 0 ? "," : "");
        g_string_append(out, quoted ? "\"" : "");
        for (const char *p = name; *p != '\0'; p++) {
            g_string_append_c(out, *p);
            if (quoted && *p == '"')
                g_string_append_c(out, '"');
        }
        g_string_append(out, quoted ? "\"" : "");
    }
}

static void
option_append_choice(GString *out, const OptionDef *def, int choice)
{
    g_auto(GStrv) choices = g_strsplit(def->choices, "|", -1);

    g_string_append(out, choices[choice]);
}

static void
option_append_color(GString *out, Color color)
{
    g_string_append_printf(out, "#%02x%02x%02x", color.r, color.g, color.b);
    if (color.a != 255)
        g_string_append_printf(out, "%02x", color.a);
}

/* Any type but lists of texts. */
static void
option_append_value(GString *out, const OptionDef *def, gconstpointer field)
{
    switch (def->type) {
    case OPTION_TEXT:
        if (*(char *const *)field != NULL)
            option_append_text(out, def, *(char *const *)field);
        return;
    case OPTION_NAMES:
        option_append_names(out, *(GPtrArray *const *)field);
        return;
    case OPTION_SWITCH:
        g_string_append(out, *(const gboolean *)field ? "on" : "off");
        return;
    case OPTION_CHOICE:
    case OPTION_MODE:
        option_append_choice(out, def, *(const int *)field);
        return;
    case OPTION_INTEGER:
        g_string_append_printf(out, "%" G_GINT64_FORMAT, *(const gint64 *)field);
        return;
    case OPTION_NUMBER:
    case OPTION_LENGTH:
        number_append_exact(out, *(const double *)field);
        return;
    case OPTION_RANGE: {
        const OptionRange *range = field;

        if (range->given)
            g_string_append_printf(out, "%s..%s", range->from_text, range->to_text);
        return;
    }
    case OPTION_COLOR:
        option_append_color(out, *(const Color *)field);
        return;
    case OPTION_CHAR:
        if (*(const char *)field == '\t')
            g_string_append(out, "tab");
        else if (*(const char *)field != '\0')
            g_string_append_c(out, *(const char *)field);
        return;
    case OPTION_TEXTS:
        break;
    }
    g_assert_not_reached();
}

static void
option_append_one(GString *out, const OptionDef *def, const char *value)
{
    g_string_append_printf(out, " --%s=", def->name);
    option_append_word(out, value);
}

void
option_append_given(const Spec *spec, GString *out)
{
    g_autoptr(Spec) defaults = spec_new();

    for (const OptionDef *def = option_defs; def->name != NULL; def++) {
        gconstpointer field = G_STRUCT_MEMBER_P(spec, def->offset);
        g_autoptr(GString) value = g_string_new(NULL), usual = g_string_new(NULL);

        if (def->of_run || !spec->given[def - option_defs])
            continue;
        if (def->type == OPTION_TEXTS) {
            const GPtrArray *texts = *(GPtrArray *const *)field;

            for (guint i = 0; texts != NULL && i < texts->len; i++) {
                g_string_truncate(value, 0);
                option_append_text(value, def, texts->pdata[i]);
                option_append_one(out, def, value->str);
            }
            continue;
        }
        option_append_value(value, def, field);
        option_append_value(usual, def, G_STRUCT_MEMBER_P(defaults, def->offset));
        /* What has no default means something by being there; so does a width beside a preset. */
        if (def->fallback == NULL || def->type == OPTION_TEXT || spec->preset != PRESET_NONE ||
            !g_string_equal(value, usual))
            option_append_one(out, def, value->str);
    }
}
