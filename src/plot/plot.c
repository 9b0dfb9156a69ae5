#include "plot/plot.h"

#include "plot/annotate.h"
#include "plot/bind.h"
#include "plot/compose.h"
#include "plot/option.h"
#include "plot/outside.h"
#include "plot/palette.h"
#include "plot/summary.h"
#include "plot/tick_words.h"

#include <string.h>

/* The work of one call; the plot's copy of the theme lives here. */
typedef struct {
    Plot plot;
    Theme theme;
} PlotWork;

static void
plot_work_clear(PlotWork *work)
{
    g_clear_pointer(&work->plot.layers, g_ptr_array_unref);
    g_clear_pointer(&work->plot.frame, frame_free);
    g_clear_pointer(&work->plot.arena, arena_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(PlotWork, plot_work_clear)

static gboolean
plot_choose_theme(const Spec *spec, Theme *ret_theme, GError **error)
{
    const char *name =
        spec->preset == PRESET_SLIDE && !option_is_given(spec, "theme") ? "slide" : spec->theme;
    const Theme *theme = theme_find(name);
    TextStyle *styles[] = { &ret_theme->title,     &ret_theme->subtitle, &ret_theme->label,
                            &ret_theme->axis,      &ret_theme->source,   &ret_theme->panel_title,
                            &ret_theme->annotation };

    if (theme == NULL) {
        g_autofree const char **names = theme_names();
        g_autofree char *near = error_suggest(name, names);

        error_set(error, ERROR_USAGE, WHERE_NONE, "--theme: no theme \"%s\"%s", name, near);
        return FALSE;
    }
    *ret_theme = *theme;
    for (guint i = 0; i < G_N_ELEMENTS(styles); i++)
        styles[i]->family = spec->font;
    if (spec->background != NULL)
        color_parse(spec->background, &ret_theme->background);
    return TRUE;
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
          Report *report, GError **error)
{
    g_auto(PlotWork) work = { .plot = { .spec = spec,
                                        .chart = chart,
                                        .measurer = measurer,
                                        .report = report,
                                        .n_panels = 1 } };
    Plot *plot = &work.plot;

    plot->theme = &work.theme;
    plot->arena = arena_new();
    plot->layers = g_ptr_array_new();
    if (!plot_choose_theme(spec, &work.theme, error) || !palette_check(spec, error) ||
        !tick_words_choose(plot, error))
        return NULL;
    plot_choose_size(plot);
    plot->frame = frame_new(spec, table, report, error); /* filter, fold, group, rename */
    if (plot->frame == NULL)
        return NULL;
    if (!bind_check_channels(plot, error))
        return NULL;
    if (!chart->expand(plot, error)) /* columns to layers, axes, series */
        return NULL;
    if (!annotate_bind(plot, error))
        return NULL;

    /* Nothing below can fail: every input has been checked. */
    palette_report_unknown(plot);
    outside_report(plot);
    summary_write(plot);
    return compose_scene(plot);
}
