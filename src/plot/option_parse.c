#include "base/number.h"
#include "plot/option.h"

#include <string.h>

static gboolean
option_bad(const OptionDef *def, const char *value, const char *wanted, GError **error)
{
    g_autofree char *quoted = error_quote(value, -1, 60);

    error_set(error, ERROR_USAGE, WHERE_NONE, "--%s: \"%s\" is not %s", def->name, quoted, wanted);
    return FALSE;
}

static gboolean
option_parse_choice(const OptionDef *def, const char *value, int *ret_choice, GError **error)
{
    g_auto(GStrv) choices = g_strsplit(def->choices, "|", -1);
    g_autofree char *near = NULL;
    g_autofree char *list = NULL;

    for (int i = 0; choices[i] != NULL; i++)
        if (strcmp(choices[i], value) == 0) {
            *ret_choice = i;
            return TRUE;
        }
    near = error_suggest(value, (const char *const *)choices);
    list = g_strjoinv(", ", choices);
    error_set(error, ERROR_USAGE, WHERE_NONE, "--%s: \"%s\" is not one of %s%s", def->name, value,
              list, near);
    return FALSE;
}

/* A choice that can be said without a word: --free-scales, --free-scales=y. */
static gboolean
option_parse_mode(const OptionDef *def, const char *value, int *ret_choice, GError **error)
{
    const char *last = strrchr(def->choices, '|') + 1;

    return option_parse_choice(def, strcmp(value, "on") == 0 ? last : value, ret_choice, error);
}

static gboolean
option_parse_number(const OptionDef *def, const char *value, double *ret_value, GError **error)
{
    g_autoptr(GString) wanted = g_string_new("a number from ");
    double number;

    number_append_exact(wanted, def->min);
    g_string_append(wanted, " to ");
    number_append_exact(wanted, def->max);
    if (!number_parse(value, strlen(value), &number) || number < def->min || number > def->max)
        return option_bad(def, value, wanted->str, error);
    *ret_value = number;
    return TRUE;
}

static gboolean
option_parse_integer(const OptionDef *def, const char *value, gint64 *ret_value, GError **error)
{
    double number;

    if (!option_parse_number(def, value, &number, error))
        return FALSE;
    if (number != (double)(gint64)number)
        return option_bad(def, value, "a whole number", error);
    *ret_value = (gint64)number;
    return TRUE;
}

static gboolean
option_parse_length(const OptionDef *def, const char *value, double *ret_px, GError **error)
{
    static const struct {
        const char *suffix;
        double px;
    } units[] = {
        { "px", 1 }, { "mm", 96 / 25.4 }, { "cm", 96 / 2.54 }, { "in", 96 }, { "pt", 96 / 72.0 }
    };
    gsize length = strlen(value);
    double number, factor = 1;

    for (guint i = 0; i < G_N_ELEMENTS(units); i++)
        if (g_str_has_suffix(value, units[i].suffix)) {
            factor = units[i].px;
            length -= 2;
            break;
        }
    if (!number_parse(value, length, &number))
        return option_bad(def, value, "a length such as 800, 160mm or 6in", error);
    number *= factor;
    if (number < def->min || number > def->max) {
        g_autofree char *wanted =
            g_strdup_printf("a length from %d to %d px", (int)def->min, (int)def->max);

        return option_bad(def, value, wanted, error);
    }
    *ret_px = number;
    return TRUE;
}

/* One end of a range: a number now, or a time that the scale will read later. */
static gboolean
option_parse_end(const char *text, gsize length, gboolean *ret_has, double *ret_value,
                 char **ret_text)
{
    TimeUnit unit;

    *ret_has = length > 0;
    *ret_text = g_strndup(text, length);
    return length == 0 || number_parse(text, length, ret_value) ||
           calendar_parse(text, length, ret_value, &unit);
}

static gboolean
option_parse_range(const OptionDef *def, const char *value, OptionRange *ret_range, GError **error)
{
    const char *dots = strstr(value, "..");
    OptionRange range = { .given = TRUE };

    if (dots == NULL ||
        !option_parse_end(value, (gsize)(dots - value), &range.has_from, &range.from,
                          &range.from_text) ||
        !option_parse_end(dots + 2, strlen(dots + 2), &range.has_to, &range.to, &range.to_text) ||
        (range.has_from && range.has_to && range.from == range.to)) {
        g_free(range.from_text);
        g_free(range.to_text);
        return option_bad(def, value, "a range such as 0..100, 2000.. or 2019-01..2020-06", error);
    }
    *ret_range = range;
    return TRUE;
}

static gboolean
option_parse_switch(const OptionDef *def, const char *value, gboolean *ret_on, GError **error)
{
    if (strcmp(value, "on") == 0)
        *ret_on = TRUE;
    else if (strcmp(value, "off") == 0)
        *ret_on = FALSE;
    else
        return option_bad(def, value, "on or off", error);
    return TRUE;
}

static gboolean
option_parse_char(const OptionDef *def, const char *value, char *ret_char, GError **error)
{
    if (strcmp(value, "tab") == 0 || strcmp(value, "\\t") == 0)
        *ret_char = '\t';
    else if (strlen(value) == 1 && *value > ' ' && *value != '"')
        *ret_char = *value;
    else
        return option_bad(def, value, "one character", error);
    return TRUE;
}

/* A colour that shows: marks that cannot be seen would be data left out without a word. */
static gboolean
option_parse_color(const OptionDef *def, const char *value, Color *ret_color, GError **error)
{
    Color color;

    if (!color_parse(value, &color) || color.a == 0)
        return option_bad(def, value, "a colour", error);
    *ret_color = color;
    return TRUE;
}

static void
option_add_text(GPtrArray **list, const char *value)
{
    if (*list == NULL)
        *list = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(*list, g_strdup(value));
}

static gboolean
option_store(Spec *spec, const OptionDef *def, const char *value, GError **error)
{
    gpointer field = G_STRUCT_MEMBER_P(spec, def->offset);

    switch (def->type) {
    case OPTION_TEXT:
        g_free(*(char **)field);
        *(char **)field = g_strdup(value);
        return TRUE;
    case OPTION_TEXTS:
        option_add_text(field, value);
        return TRUE;
    case OPTION_NAMES:
        *(GPtrArray **)field = option_split_list(value);
        return TRUE;
    case OPTION_SWITCH:
        return option_parse_switch(def, value, field, error);
    case OPTION_MODE:
        return option_parse_mode(def, value, field, error);
    case OPTION_CHOICE:
        return option_parse_choice(def, value, field, error);
    case OPTION_INTEGER:
        return option_parse_integer(def, value, field, error);
    case OPTION_NUMBER:
        return option_parse_number(def, value, field, error);
    case OPTION_LENGTH:
        return option_parse_length(def, value, field, error);
    case OPTION_RANGE:
        return option_parse_range(def, value, field, error);
    case OPTION_COLOR:
        return option_parse_color(def, value, field, error);
    case OPTION_CHAR:
        return option_parse_char(def, value, field, error);
    }
    g_assert_not_reached();
}

gboolean
option_set(Spec *spec, const OptionDef *def, const char *value, GError **error)
{
    guint8 *given = &spec->given[def - option_defs];

    /* File names are bytes; everything else is text. */
    if (def->offset != G_STRUCT_OFFSET(Spec, outputs) &&
        def->offset != G_STRUCT_OFFSET(Spec, data_table) && !g_utf8_validate(value, -1, NULL))
        return option_bad(def, value, "valid UTF-8", error);
    if (*given && def->type != OPTION_TEXTS) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "--%s was given twice", def->name);
        return FALSE;
    }
    if (!option_store(spec, def, value, error))
        return FALSE;
    *given = TRUE;
    return TRUE;
}
