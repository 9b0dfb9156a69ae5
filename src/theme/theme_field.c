#include "theme/theme_field.h"

#include "base/number.h"

#include <string.h>

#define FIELD(field_name, field_type, field, least, most, words) \
    { .name = field_name,                                        \
      .type = THEME_FIELD_##field_type,                          \
      .offset = G_STRUCT_OFFSET(Theme, field),                   \
      .min = least,                                              \
      .max = most,                                               \
      .help = words },
#define TEXT_FIELDS(words, style)                                            \
    FIELD(words "-color", COLOR, style.color, 0, 0, "colour of its letters") \
    FIELD(words "-size", NUMBER, style.size, 4, 200, "px of its letters")    \
    FIELD(words "-bold", SWITCH, style.bold, 0, 0, "whether it is bold")
const ThemeField theme_fields[] = {
#include "theme/theme_field.inc"
    { .name = NULL },
};
#undef FIELD
#undef TEXT_FIELDS

#define CONTRAST(name, member, least)               \
    {                                               \
        name, G_STRUCT_OFFSET(Theme, member), least \
    }
const ThemeContrast theme_contrasts[] = {
    CONTRAST("title-color", title.color, 4.5),
    CONTRAST("subtitle-color", subtitle.color, 4.5),
    CONTRAST("panel-title-color", panel_title.color, 4.5),
    CONTRAST("annotation-color", annotation.color, 4.5),
    CONTRAST("label-color", label.color, 4.5),
    CONTRAST("axis-color", axis.color, 4.5),
    CONTRAST("source-color", source.color, 4.5),
    CONTRAST("zero", zero, 3),
    { .field = NULL },
};
#undef CONTRAST

const ThemeField *
theme_field_find(const char *name)
{
    for (const ThemeField *field = theme_fields; field->name != NULL; field++)
        if (strcmp(field->name, name) == 0)
            return field;
    return NULL;
}

const char **
theme_field_names(void)
{
    const char **names = g_new0(const char *, G_N_ELEMENTS(theme_fields) + 1);

    names[0] = "base";
    for (guint i = 0; theme_fields[i].name != NULL; i++)
        names[i + 1] = theme_fields[i].name;
    return names;
}

char *
theme_field_range(const ThemeField *field)
{
    g_autoptr(GString) range = g_string_new("a number from ");

    switch (field->type) {
    case THEME_FIELD_COLOR:
        return g_strdup("a colour");
    case THEME_FIELD_SWITCH:
        return g_strdup("on or off");
    case THEME_FIELD_TEXT:
        return g_strdup("a name");
    case THEME_FIELD_COLORS:
        return g_strdup("a name, or colours with commas between them");
    case THEME_FIELD_NUMBER:
        break;
    }
    number_append_exact(range, field->min);
    g_string_append(range, " to ");
    number_append_exact(range, field->max);
    return g_string_free(g_steal_pointer(&range), FALSE);
}

/* Words without any mark of a colour are a name. */
static gboolean
theme_set_colors(const char *value, Arena *arena, ThemeColors *colors)
{
    g_auto(GStrv) items = g_strsplit(value, ",", -1);
    guint n = g_strv_length(items);
    Color *list = arena_new0(arena, Color, n + 1);

    for (guint i = 0; i < n; i++)
        if (!color_parse(g_strstrip(items[i]), &list[i]) || list[i].a < 255) {
            if (n > 1 || strchr(value, '#') != NULL)
                return FALSE;
            *colors = (ThemeColors){ .name = arena_strdup(arena, value) };
            return TRUE;
        }
    *colors = (ThemeColors){ .colors = list, .n = n };
    return TRUE;
}

gboolean
theme_field_set(const ThemeField *field, const char *value, Arena *arena, Theme *theme)
{
    gpointer member = G_STRUCT_MEMBER_P(theme, field->offset);
    gboolean on = strcmp(value, "on") == 0;
    double number;
    Color color;

    if (*value == '\0')
        return FALSE;
    switch (field->type) {
    case THEME_FIELD_COLOR:
        if (!color_parse(value, &color) || (color.a < 255 && member != &theme->background))
            return FALSE;
        *(Color *)member = color;
        return TRUE;
    case THEME_FIELD_NUMBER:
        if (!number_parse(value, strlen(value), &number) || number < field->min ||
            number > field->max)
            return FALSE;
        *(double *)member = number;
        return TRUE;
    case THEME_FIELD_SWITCH:
        if (!on && strcmp(value, "off") != 0)
            return FALSE;
        *(gboolean *)member = on;
        return TRUE;
    case THEME_FIELD_TEXT:
        *(const char **)member = arena_strdup(arena, value);
        return TRUE;
    case THEME_FIELD_COLORS:
        return theme_set_colors(value, arena, member);
    }
    g_assert_not_reached();
}
