#include "plot/palette.h"

#include "plot/facets.h"
#include "plot/option.h"
#include "scale/scheme.h"

#include <string.h>

/* Text in a series' colour must be read as text (WCAG 2.2, 1.4.3). */
#define TEXT_CONTRAST 4.5

static gboolean
palette_pair(const char *pair, char **ret_name, Color *ret_color)
{
    const char *equals = strrchr(pair, '=');
    g_autofree char *color = equals != NULL ? g_strstrip(g_strdup(equals + 1)) : NULL;

    if (color == NULL || !color_parse(color, ret_color))
        return FALSE;
    *ret_name = g_strndup(pair, (gsize)(equals - pair));
    g_strstrip(*ret_name);
    return TRUE;
}

gboolean
palette_check(const Spec *spec, GError **error)
{
    Color color;

    if (palette_find(spec->palette) == NULL) {
        g_autofree const char **names = palette_list();
        g_autofree char *near = error_suggest(spec->palette, names);

        error_set(error, ERROR_USAGE, WHERE_NONE, "--palette: no palette \"%s\"%s", spec->palette,
                  near);
        return FALSE;
    }
    if (spec->background != NULL && !color_parse(spec->background, &color)) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "--background: \"%s\" is not a colour",
                  spec->background);
        return FALSE;
    }
    for (guint i = 0; spec->colors != NULL && i < spec->colors->len; i++) {
        g_autoptr(GPtrArray) pairs = option_split_list(spec->colors->pdata[i]);

        for (guint k = 0; k < pairs->len; k++) {
            g_autofree char *name = NULL;

            if (!palette_pair(pairs->pdata[k], &name, &color)) {
                error_set(error, ERROR_USAGE, WHERE_NONE, "--colors: \"%s\" is not NAME=COLOR",
                          (char *)pairs->pdata[k]);
                return FALSE;
            }
        }
    }
    return TRUE;
}

static void
palette_warn_unknown(const Plot *plot, const char *option, const char *name,
                     gboolean takes_categories)
{
    const AxisSpec *axes[] = { &plot->x, &plot->y };
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autofree char *near = NULL;

    for (guint i = 0; i < plot->n_series; i++)
        if (plot->series[i].name != NULL)
            g_ptr_array_add(names, (gpointer)plot->series[i].name);
    for (guint a = 0; a < G_N_ELEMENTS(axes) && takes_categories; a++)
        for (guint i = 0; axes[a]->kind == SCALE_BAND && i < axes[a]->n_categories; i++)
            if (axes[a]->categories[i] != NULL)
                g_ptr_array_add(names, (gpointer)axes[a]->categories[i]);
    g_ptr_array_add(names, NULL);
    near = error_suggest(name, (const char *const *)names->pdata);
    report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, 1,
               "--%s: no series%s is called \"%s\"%s", option,
               takes_categories ? " or category" : "", name, near);
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
    g_autoptr(GArray) colors = palette_names(plot->spec);

    for (guint i = 0; names != NULL && i < names->len; i++)
        if (!palette_is_shown(plot, names->pdata[i]) && !facets_have_name(plot, names->pdata[i]))
            palette_warn_unknown(plot, "highlight", names->pdata[i], TRUE);
    for (guint i = 0; i < colors->len; i++)
        if (!palette_is_colored(plot, g_array_index(colors, PaletteName, i).name))
            palette_warn_unknown(plot, "colors", g_array_index(colors, PaletteName, i).name,
                                 plot->frame->columns[CHANNEL_COLOR] == NULL);
}

static void
palette_name_clear(gpointer name)
{
    g_free(((PaletteName *)name)->name);
}

GArray *
palette_names(const Spec *spec)
{
    GArray *names = g_array_new(FALSE, TRUE, sizeof(PaletteName));

    g_array_set_clear_func(names, palette_name_clear);
    for (guint i = 0; spec->colors != NULL && i < spec->colors->len; i++) {
        g_autoptr(GPtrArray) pairs = option_split_list(spec->colors->pdata[i]);

        for (guint k = 0; k < pairs->len; k++) {
            PaletteName name = { NULL, COLOR_NONE };

            if (palette_pair(pairs->pdata[k], &name.name, &name.color))
                g_array_append_val(names, name);
        }
    }
    return names;
}

gboolean
palette_named(const Spec *spec, const char *name, Color *ret_color)
{
    g_autoptr(GArray) names = palette_names(spec);
    gboolean found = FALSE;

    for (guint i = 0; i < names->len; i++) {
        const PaletteName *pair = &g_array_index(names, PaletteName, i);

        if (frame_name_matches(name, pair->name)) {
            *ret_color = pair->color;
            found = TRUE;
        }
    }
    return found;
}

static void
palette_apply_names(Plot *plot)
{
    g_autoptr(GArray) names = palette_names(plot->spec);

    for (guint i = 0; i < names->len; i++) {
        const PaletteName *pair = &g_array_index(names, PaletteName, i);

        for (guint s = 0; s < plot->n_series; s++)
            if (frame_name_matches(plot->series[s].name, pair->name))
                plot->series[s].color = pair->color;
    }
}

Color
palette_text_color(const Theme *theme, Color color)
{
    Color background = theme->background;

    if (background.a == 0)
        background = theme->dark ? COLOR_RGB(0) : COLOR_RGB(0xffffff);
    /* Words in a grey of their series would only look weak. */
    if (theme->grey && color_is_grey(color) && !color_equal(color, theme->muted))
        return theme->label.color;
    return color_ensure_contrast(color, background, TEXT_CONTRAST);
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

/* What was asked for goes before the theme's own. */
static Palette
palette_choose(const Plot *plot)
{
    const ThemeColors *own = &plot->theme->series;

    if (option_is_given(plot->spec, "palette") || (own->name == NULL && own->n == 0))
        return *palette_find(plot->spec->palette);
    if (own->name != NULL)
        return *palette_find(own->name);
    return (Palette){ .n = own->n, .light = own->colors, .dark = own->colors };
}

static guint
palette_code(const Plot *plot, guint series)
{
    gboolean both = plot->spec->code == CODE_BOTH ||
                    (plot->theme->grey && !option_is_given(plot->spec, "code"));

    /* Grey is code enough for those that are only there to compare with. */
    if (!both || plot->series[series].muted)
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
