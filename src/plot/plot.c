#include "plot/plot.h"

#include "plot/annotate.h"
#include "plot/bind.h"
#include "plot/compose.h"
#include "plot/facts.h"
#include "plot/free_scales.h"
#include "plot/option.h"
#include "plot/outside.h"
#include "plot/overlay.h"
#include "plot/palette.h"
#include "plot/references.h"
#include "plot/summary.h"
#include "plot/thousands.h"
#include "plot/tick_words.h"

#include <string.h>

/* How many text styles a theme has. */
#define PLOT_STYLES 7

/* The work of one call; the plot's copy of the theme lives here. */
typedef struct {
    Plot plot;
    Theme theme;
} PlotWork;

static void
plot_work_clear(PlotWork *work)
{
    overlay_free(&work->plot);
    g_clear_pointer(&work->plot.layers, g_ptr_array_unref);
    g_clear_pointer(&work->plot.frame, frame_free);
    g_clear_pointer(&work->plot.arena, arena_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(PlotWork, plot_work_clear)

static void
plot_theme_styles(Theme *theme, TextStyle *ret_styles[PLOT_STYLES])
{
    TextStyle *styles[PLOT_STYLES] = { &theme->title,     &theme->subtitle, &theme->label,
                                       &theme->axis,      &theme->source,   &theme->panel_title,
                                       &theme->annotation };

    memcpy(ret_styles, styles, sizeof styles);
}

/* The sizes of one theme in the colours of another: a dark slide is a slide. */
static void
plot_take_colors(Theme *theme, const Theme *colors)
{
    Theme source = *colors;
    TextStyle *to[PLOT_STYLES], *from[PLOT_STYLES];

    plot_theme_styles(theme, to);
    plot_theme_styles(&source, from);
    for (guint i = 0; i < PLOT_STYLES; i++)
        to[i]->color = from[i]->color;
    theme->dark = colors->dark;
    theme->grey = colors->grey;
    theme->palette = colors->palette;
    theme->ramp = colors->ramp;
    theme->ramp_diverging = colors->ramp_diverging;
    theme->background = colors->background;
    theme->grid = colors->grid;
    theme->zero = colors->zero;
    theme->muted = colors->muted;
}

static gboolean
plot_choose_theme(const Spec *spec, Theme *ret_theme, GError **error)
{
    const Theme *theme = theme_find(spec->theme);
    TextStyle *styles[PLOT_STYLES];

    if (theme == NULL) {
        g_autofree const char **names = theme_names();
        g_autofree char *near = error_suggest(spec->theme, names);

        error_set(error, ERROR_USAGE, WHERE_NONE, "--theme: no theme \"%s\"%s", spec->theme, near);
        return FALSE;
    }
    *ret_theme = spec->preset == PRESET_SLIDE ? *theme_find("slide") : *theme;
    if (spec->preset == PRESET_SLIDE && option_is_given(spec, "theme"))
        plot_take_colors(ret_theme, theme);
    plot_theme_styles(ret_theme, styles);
    for (guint i = 0; i < PLOT_STYLES; i++)
        styles[i]->family = spec->font;
    if (spec->background != NULL)
        color_parse(spec->background, &ret_theme->background);
    return TRUE;
}

/* Whether a family is one of a list, or a name that stands for some family: "sans-serif". */
static gboolean
plot_asks_for_family(const char *list, const char *family)
{
    static const char *const kinds[] = { "sans-serif", "serif",   "monospace", "sans", "mono",
                                         "cursive",    "fantasy", "system-ui", NULL };
    g_auto(GStrv) names = g_strsplit(list, ",", -1);

    for (guint i = 0; names[i] != NULL; i++) {
        g_autofree char *folded = g_ascii_strdown(g_strstrip(names[i]), -1);

        if (g_strv_contains(kinds, folded) || g_ascii_strcasecmp(names[i], family) == 0)
            return TRUE;
    }
    return FALSE;
}

/* What draws a font that is not there says so: any font but the default one is measured by it
 * anyway, so that asking costs nothing. */
static void
plot_check_font(const Plot *plot)
{
    const char *font = plot->spec->font;
    TextExtents probe;
    g_autofree char *quoted = NULL;

    if (font == NULL)
        return;
    probe = text_measure(plot->measurer, "Aa0", &plot->theme->label);
    if (probe.family == NULL || plot_asks_for_family(font, probe.family))
        return;
    quoted = error_quote(font, -1, 40);
    report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, 1,
               "--font: \"%s\" is not installed here; the figure is laid out for %s", quoted,
               probe.family);
}

static void
plot_choose_size(Plot *plot)
{
    static const Size presets[] = {
        [PRESET_NONE] = { 800, 500 },   [PRESET_ARTICLE] = { 800, 500 },
        [PRESET_SLIDE] = { 1280, 720 }, [PRESET_SQUARE] = { 800, 800 },
        [PRESET_WIDE] = { 1200, 500 },
    };
    const Spec *spec = plot->spec;

    plot->size = presets[spec->preset];
    plot->fixed_height = spec->preset != PRESET_NONE || option_is_given(spec, "height");
    if (option_is_given(spec, "width"))
        plot->size.width = spec->width;
    if (option_is_given(spec, "height"))
        plot->size.height = spec->height;
}

Scene *
plot_draw(const Spec *spec, const ChartType *chart, const Table *table, TextMeasurer *measurer,
          Report *report, LintFacts **ret_facts, GError **error)
{
    g_auto(PlotWork) work = { .plot = { .spec = spec,
                                        .chart = chart,
                                        .measurer = measurer,
                                        .report = report,
                                        .n_panels = 1 } };
    Plot *plot = &work.plot;
    Scene *scene;

    plot->theme = &work.theme;
    plot->arena = arena_new();
    plot->layers = g_ptr_array_new();
    if (!plot_choose_theme(spec, &work.theme, error) || !palette_check(spec, error) ||
        !tick_words_choose(plot, error))
        return NULL;
    plot_choose_size(plot);
    plot_check_font(plot);
    plot->frame = frame_new(spec, table, report, error); /* filter, fold, group, rename */
    if (plot->frame == NULL)
        return NULL;
    thousands_see_columns(plot);
    if (!bind_check_channels(plot, error) || !overlay_parse(plot, error) ||
        !references_parse(plot, error))
        return NULL;
    if (!chart->expand(plot, error)) /* columns to layers, axes, series */
        return NULL;
    if (!free_scales_bind(plot, error) || !references_bind(plot, error) ||
        !annotate_bind(plot, error))
        return NULL;

    /* Nothing below can fail: every input has been checked. */
    palette_report_unknown(plot);
    thousands_settle(plot);
    outside_report(plot);
    summary_write(plot);
    scene = compose_scene(plot);
    if (ret_facts != NULL)
        *ret_facts = facts_new(plot);
    return scene;
}
