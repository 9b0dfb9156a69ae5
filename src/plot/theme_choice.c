#include "plot/theme_choice.h"

#include "plot/option.h"
#include "plot/theme_file.h"
#include "theme/theme_field.h"

#include <string.h>

/* How many text styles a theme has. */
#define STYLES 7
/* A square is mostly seen small, in a feed or on a phone: all that is read grows. */
#define SQUARE_FACTOR 1.25
/* A slide of another width than this, px, is the same slide, shown as large. */
#define SLIDE_WIDTH 1280.0
#define SLIDE_LEAST 0.5
#define SLIDE_MOST 4.0

static void
theme_styles(Theme *theme, TextStyle *ret_styles[STYLES])
{
    TextStyle *styles[STYLES] = { &theme->title,     &theme->subtitle, &theme->label,
                                  &theme->axis,      &theme->source,   &theme->panel_title,
                                  &theme->annotation };

    memcpy(ret_styles, styles, sizeof styles);
}

/* The sizes of one theme in the colours of another: a dark slide is a slide. */
static void
theme_take_colors(Theme *theme, const Theme *colors)
{
    for (const ThemeField *field = theme_fields; field->name != NULL; field++)
        if (field->type == THEME_FIELD_COLOR)
            *(Color *)G_STRUCT_MEMBER_P(theme, field->offset) =
                *(const Color *)G_STRUCT_MEMBER_P(colors, field->offset);
    theme->name = colors->name;
    theme->dark = colors->dark;
    theme->grey = colors->grey;
    theme->series = colors->series;
    theme->ramp = colors->ramp;
    theme->ramp_diverging = colors->ramp_diverging;
}

static void
theme_grow(Theme *theme, double factor)
{
    double *const lengths[] = {
        &theme->margin,     &theme->gap,          &theme->line_gap,       &theme->tick_length,
        &theme->label_gap,  &theme->panel_gap,    &theme->zero_width,     &theme->line_width,
        &theme->grid_width, &theme->point_radius, &theme->tick_spacing_x, &theme->tick_spacing_y,
    };
    TextStyle *styles[STYLES];

    theme_styles(theme, styles);
    for (guint i = 0; i < STYLES; i++)
        styles[i]->size *= factor;
    for (guint i = 0; i < G_N_ELEMENTS(lengths); i++)
        *lengths[i] *= factor;
}

gboolean
theme_is_file(const char *name)
{
    return strchr(name, '/') != NULL || g_str_has_suffix(name, ".ini");
}

static const Theme *
theme_by_name(const char *name, GError **error)
{
    const Theme *theme = theme_find(name);
    g_autofree const char **names = NULL;
    g_autofree char *near = NULL, *quoted = NULL;

    if (theme != NULL)
        return theme;
    names = theme_names();
    near = error_suggest(name, names);
    quoted = error_quote(name, -1, 60);
    error_set(error, ERROR_USAGE, WHERE_NONE, "--theme: no theme \"%s\"%s", quoted,
              *near != '\0'
                  ? near
                  : "; the name of a theme file has a slash (./FILE) or ends in .ini; see "
                    "list themes");
    return NULL;
}

gboolean
theme_choose(const Spec *spec, Arena *arena, Report *report, Theme *ret_theme, GError **error)
{
    g_autoptr(Ini) ini = NULL;
    const Theme *base;
    Theme theme;
    TextStyle *styles[STYLES];

    if (theme_is_file(spec->theme) && (ini = ini_read_file(spec->theme, error)) == NULL)
        return FALSE;
    base = ini != NULL ? theme_file_base(ini, error) : theme_by_name(spec->theme, error);
    if (base == NULL)
        return FALSE;
    theme = spec->preset == PRESET_SLIDE ? *theme_find("slide") : *base;
    if (spec->preset == PRESET_SLIDE && option_is_given(spec, "theme"))
        theme_take_colors(&theme, base);
    if (spec->preset == PRESET_SLIDE && option_is_given(spec, "width"))
        theme_grow(&theme, CLAMP(spec->width / SLIDE_WIDTH, SLIDE_LEAST, SLIDE_MOST));
    if (spec->preset == PRESET_SQUARE && base != theme_find("slide"))
        theme_grow(&theme, SQUARE_FACTOR);
    if (ini != NULL && !theme_file_apply(ini, arena, &theme, error))
        return FALSE;
    theme_styles(&theme, styles);
    for (guint i = 0; i < STYLES; i++)
        styles[i]->family = spec->font != NULL ? spec->font : theme.font;
    if (spec->background != NULL)
        color_parse(spec->background, &theme.background);
    if (ini != NULL)
        theme_file_check_contrast(ini, &theme, report);
    *ret_theme = theme;
    return TRUE;
}
