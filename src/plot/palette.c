#include "plot/palette.h"

#include "plot/facets.h"
#include "plot/option.h"
#include "scale/ramp.h"
#include "scale/scheme.h"

#include <string.h>

/* Text in a series' colour must be read as text (WCAG 2.2, 1.4.3). */
#define TEXT_CONTRAST 4.5
/* And marks must be seen (1.4.11). */
#define MARK_CONTRAST 3.0
/* As much of an unknown name as a message shows. */
#define MAX_NAME_CHARS 40

static gboolean
palette_check(const Spec *spec, GError **error)
{
    Color color;

    if (palette_find(spec->palette) == NULL && ramp_find(spec->palette) == NULL) {
        g_autofree const char **names = palette_and_ramp_names();
        g_autofree char *near = error_suggest(spec->palette, names);

        error_set(error, ERROR_USAGE, WHERE_NONE, "--palette: no palette \"%s\"%s", spec->palette,
                  *near != '\0' ? near : "; see list palettes");
        return FALSE;
    }
    if (spec->background != NULL && !color_parse(spec->background, &color)) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "--background: \"%s\" is not a colour",
                  spec->background);
        return FALSE;
    }
    return TRUE;
}

gboolean
palette_read(Plot *plot, GError **error)
{
    g_autoptr(GArray) names = NULL;

    if (!palette_check(plot->spec, error))
        return FALSE;
    names = color_names_read(plot->spec->colors, error);
    if (names == NULL)
        return FALSE;
    plot->n_color_names = names->len;
    plot->color_names = arena_copy(plot->arena, names->data, names->len * sizeof(ColorName));
    for (guint i = 0; i < names->len; i++)
        plot->color_names[i].name = arena_strdup(plot->arena, plot->color_names[i].name);
    return TRUE;
}

static void
palette_warn_unknown(const Plot *plot, const char *option, const char *name,
                     gboolean takes_categories)
{
    const AxisSpec *axes[] = { &plot->x, &plot->y };
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autofree char *near = NULL, *shown = error_quote(name, -1, MAX_NAME_CHARS);

    for (guint i = 0; i < plot->n_series; i++)
        if (plot->series[i].name != NULL)
            g_ptr_array_add(names, (gpointer)plot->series[i].name);
    for (guint a = 0; a < G_N_ELEMENTS(axes) && takes_categories; a++)
        for (guint i = 0; axes[a]->kind == SCALE_BAND && i < axes[a]->n_categories; i++)
            if (axes[a]->categories[i] != NULL)
                g_ptr_array_add(names, (gpointer)axes[a]->categories[i]);
    for (guint i = 0; plot->place_names != NULL && i < plot->place_names->len; i++)
        g_ptr_array_add(names, plot->place_names->pdata[i]);
    g_ptr_array_add(names, NULL);
    near = error_suggest(name, (const char *const *)names->pdata);
    report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, 1,
               "--%s: no series%s is called \"%s\"%s", option,
               takes_categories ? " or category" : "", shown, near);
}

static gboolean
palette_is_shown(const Plot *plot, const char *name)
{
    const AxisSpec *axes[] = { &plot->x, &plot->y };
    const Column *words = plot->frame->columns[CHANNEL_LABEL];

    if (words != NULL && words->type == COLUMN_TEXT)
        for (guint i = 0; i < words->levels->len; i++)
            if (frame_name_matches(words->levels->pdata[i], name))
                return TRUE;

    for (guint i = 0; plot->place_names != NULL && i < plot->place_names->len; i++)
        if (frame_name_matches(plot->place_names->pdata[i], name))
            return TRUE;
    for (guint i = 0; i < plot->n_series; i++)
        if (plot->series[i].name != NULL && frame_name_matches(plot->series[i].name, name))
            return TRUE;
    for (guint a = 0; a < G_N_ELEMENTS(axes); a++)
        for (guint i = 0; axes[a]->kind == SCALE_BAND && i < axes[a]->n_categories; i++)
            if (axes[a]->categories[i] != NULL && frame_name_matches(axes[a]->categories[i], name))
                return TRUE;
    return FALSE;
}

/* A colour has to be some series', or a category's where no column gives colours. */
static gboolean
palette_is_colored(const Plot *plot, const char *name)
{
    for (guint i = 0; i < plot->n_series; i++)
        if ((plot->series[i].name != NULL && frame_name_matches(plot->series[i].name, name)) ||
            (plot->series[i].category != NULL &&
             frame_name_matches(plot->series[i].category, name)))
            return TRUE;
    return FALSE;
}

void
palette_report_unknown(const Plot *plot)
{
    const GPtrArray *names = plot->spec->highlight;

    for (guint i = 0; names != NULL && i < names->len; i++)
        if (!palette_is_shown(plot, names->pdata[i]) && !facets_have_name(plot, names->pdata[i]))
            palette_warn_unknown(plot, "highlight", names->pdata[i], TRUE);
    for (guint i = 0; i < plot->n_color_names; i++) {
        const ColorName *color = &plot->color_names[i];

        if (!color->shared && !palette_is_colored(plot, color->name))
            palette_warn_unknown(plot, "colors", color->name,
                                 plot->frame->columns[CHANNEL_COLOR] == NULL);
    }
}

gboolean
palette_named(const Plot *plot, const char *name, Color *ret_color)
{
    gboolean found = FALSE;

    for (guint i = 0; i < plot->n_color_names; i++)
        if (frame_name_matches(name, plot->color_names[i].name)) {
            *ret_color = plot->color_names[i].color;
            found = TRUE;
        }
    return found;
}

static void
palette_apply_names(Plot *plot)
{
    for (guint i = 0; i < plot->n_color_names; i++) {
        const ColorName *pair = &plot->color_names[i];

        for (guint s = 0; s < plot->n_series; s++)
            if (frame_name_matches(plot->series[s].name, pair->name))
                plot->series[s].color = pair->color;
    }
}

Color
palette_text_color(const Theme *theme, Color color)
{
    /* Words in a grey of their series would only look weak. */
    if (theme->grey && color_is_grey(color) && !color_equal(color, theme->muted))
        return theme->label.color;
    return color_ensure_contrast(color, theme_paper(theme), TEXT_CONTRAST);
}

/* Colours go by the order of the data; of highlighted series by the order in which they were named,
 * so that the first one named gets the strongest. */
static guint
palette_place(const Plot *plot, guint series)
{
    const GPtrArray *names = plot->spec->highlight;

    for (guint i = 0; names != NULL && plot->series[series].name != NULL && i < names->len; i++)
        if (frame_name_matches(plot->series[series].name, names->pdata[i]))
            return i;
    return series;
}

/* Steps of a ramp for series in an order: from where it is seen on the page to its end, or from one
 * end to the other where it goes two ways. */
static Palette
palette_from_ramp(const Plot *plot, const Ramp *ramp)
{
    guint n = MAX(1, plot->n_series);
    Color *colors = arena_new0(plot->arena, Color, n);
    Color background = theme_paper(plot->theme);
    double from = 0;

    while (ramp->kind == RAMP_SEQUENTIAL && from < 0.9 &&
           color_contrast(ramp_color(ramp, from, plot->theme->dark), background) < MARK_CONTRAST)
        from += 0.02;
    for (guint i = 0; i < n; i++)
        colors[i] =
            ramp_color(ramp, n > 1 ? from + (1 - from) * i / (n - 1) : 1, plot->theme->dark);
    return (Palette){ .n = n, .light = colors, .dark = colors };
}

/* What was asked for goes before the theme's own. */
static Palette
palette_choose(const Plot *plot)
{
    const ThemeColors *own = &plot->theme->series;
    gboolean asked = option_is_given(plot->spec, "palette") || (own->name == NULL && own->n == 0);
    const char *name = asked ? plot->spec->palette : own->name;

    if (name == NULL)
        return (Palette){ .n = own->n, .light = own->colors, .dark = own->colors };
    if (palette_find(name) == NULL)
        return palette_from_ramp(plot, ramp_find(name));
    return *palette_find(name);
}

Color
palette_next(const Plot *plot, guint index)
{
    const Palette palette = palette_choose(plot);

    return palette_color(&palette, index, plot->theme->dark);
}

gboolean
palette_has_codes(const Plot *plot)
{
    return plot->spec->code == CODE_BOTH ||
           (plot->theme->grey && !option_is_given(plot->spec, "code"));
}

static guint
palette_code(const Plot *plot, guint series)
{
    /* Grey is code enough for those that are only there to compare with. */
    if (!palette_has_codes(plot) || plot->series[series].muted)
        return 0;
    return plot->own_codes != NULL ? plot->own_codes[series] : palette_place(plot, series);
}

void
palette_apply(Plot *plot)
{
    const Palette palette = palette_choose(plot);
    const Theme *theme = plot->theme;

    for (guint i = 0; i < plot->n_series; i++)
        plot->series[i].color = plot->own_colors != NULL
                                    ? plot->own_colors[i]
                                    : palette_color(&palette, palette_place(plot, i), theme->dark);
    if (plot->n_series > 1 && option_is_given(plot->spec, "fill-color"))
        report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, 1,
                   "--fill-color is for one series; --colors 'NAME=COLOR' colours several");
    if (plot->n_series == 1 && option_is_given(plot->spec, "fill-color"))
        plot->series[0].color = plot->spec->fill_color;
    palette_apply_names(plot);
    for (guint i = 0; i < plot->n_series; i++) {
        Series *series = &plot->series[i];

        if (series->muted)
            series->color = theme->muted;
        series->text_color = series->muted && !theme->grey
                                 ? theme->axis.color
                                 : palette_text_color(theme, series->color);
        series->code = palette_code(plot, i);
    }
}
