#include "plot/plot.h"

#include "plot/annotate.h"
#include "plot/bind.h"
#include "plot/compose.h"
#include "plot/data_table.h"
#include "plot/facts.h"
#include "plot/free_scales.h"
#include "plot/option.h"
#include "plot/outside.h"
#include "plot/overlay.h"
#include "plot/palette.h"
#include "plot/references.h"
#include "plot/summary.h"
#include "plot/theme_choice.h"
#include "plot/thousands.h"
#include "plot/tick_words.h"

#include <math.h>

/* A square has height to spare for its bars. */
#define SQUARE_STRETCH 1.75

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
    g_clear_pointer(&work->plot.shown, table_unref);
    g_clear_pointer(&work->plot.frame, frame_free);
    g_clear_pointer(&work->plot.arena, arena_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(PlotWork, plot_work_clear)

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
    const char *font = plot->theme->label.family;
    TextExtents probe;
    g_autofree char *quoted = NULL;

    if (font == NULL)
        return;
    probe = text_measure(plot->measurer, "Aa0", &plot->theme->label);
    if (probe.family == NULL || plot_asks_for_family(font, probe.family))
        return;
    quoted = error_quote(font, -1, 40);
    report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, 1,
               "%s: \"%s\" is not installed here; the figure is laid out for %s",
               plot->spec->font != NULL ? "--font" : "the theme's font", quoted, probe.family);
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

gboolean
plot_key_is_beside(const Plot *plot)
{
    return !plot->key_above && (plot->spec->legend == LEGEND_RIGHT ||
                                (plot->spec->legend == LEGEND_AUTO &&
                                 (plot->spec->preset == PRESET_WIDE || plot->key_beside)));
}

double
plot_bar_room(const Plot *plot, double px)
{
    double stretch = plot->spec->preset == PRESET_SQUARE ? SQUARE_STRETCH : 1;

    return px * stretch * theme_em(plot->theme);
}

/* All in which a user can be wrong: shaped, bound and trained. */
static gboolean
plot_prepare(PlotWork *work, const Table *table, GError **error)
{
    Plot *plot = &work->plot;

    plot->theme = &work->theme;
    plot->arena = arena_new();
    plot->layers = g_ptr_array_new();
    if (!theme_choose(plot->spec, plot->arena, plot->report, &work->theme, error) ||
        !palette_read(plot, error) || !tick_words_choose(plot, error))
        return FALSE;
    plot_choose_size(plot);
    plot_check_font(plot);
    plot->frame = frame_new(plot->spec, table, plot->report, error);
    if (plot->frame == NULL)
        return FALSE;
    thousands_see_columns(plot);
    return bind_check_channels(plot, error) && overlay_parse(plot, error) &&
           references_parse(plot, error) &&
           plot->chart->expand(plot, error) && /* columns to layers, axes, series */
           free_scales_bind(plot, error) && references_bind(plot, error) &&
           annotate_bind(plot, error);
}

static PlotWork
plot_work(const Spec *spec, const ChartType *chart, TextMeasurer *measurer, Report *report)
{
    return (PlotWork){ .plot = { .spec = spec,
                                 .chart = chart,
                                 .measurer = measurer,
                                 .report = report,
                                 .n_panels = 1 } };
}

Scene *
plot_draw(const Spec *spec, const ChartType *chart, const Table *table, TextMeasurer *measurer,
          Report *report, LintFacts **ret_facts, DataTable **ret_table, GError **error)
{
    g_auto(PlotWork) work = plot_work(spec, chart, measurer, report);
    Plot *plot = &work.plot;
    Scene *scene;

    if (!plot_prepare(&work, table, error))
        return NULL;
    report_lap(report, "prepare");
    /* Nothing below can fail: every input has been checked. */
    palette_report_unknown(plot);
    thousands_settle(plot);
    outside_report(plot);
    summary_write(plot);
    scene = compose_scene(plot);
    if (ret_facts != NULL)
        *ret_facts = facts_new(plot);
    if (ret_table != NULL)
        *ret_table = data_table_new(plot);
    return scene;
}

static PlotDomain
plot_domain(const AxisSpec *axis, const PanelDomains *panels)
{
    if (axis->times != NULL)
        return (PlotDomain){
            .periods = TRUE,
            .min = axis->times[0],
            .max = axis->times[axis->n_categories - 1],
        };
    return (PlotDomain){
        .has = axis->kind != SCALE_BAND && panels->n == 0 && isfinite(axis->min) &&
               isfinite(axis->max) && axis->min < axis->max,
        .is_time = axis->kind == SCALE_TIME,
        .rounds = axis->widen && axis->kind == SCALE_LINEAR && axis->n_tick_values == 0,
        .kind = axis->kind,
        .unit = axis->unit,
        .min = axis->min,
        .max = axis->max,
    };
}

void
plot_scales_clear(PlotScales *scales)
{
    g_clear_pointer(&scales->names, g_ptr_array_unref);
    g_clear_pointer(&scales->colors, g_array_unref);
}

/* Colours that mean something, or that the user gave, are the same in every figure by themselves.
 */
static void
plot_add_names(const Plot *plot, PlotScales *scales)
{
    Color given;

    if (plot->own_colors != NULL || plot->spec->highlight != NULL)
        return;
    for (guint i = 0; i + plot->n_overlay_series < plot->n_series; i++) {
        const Series *series = &plot->series[i];

        /* The tints of areas are no colours of the palette. */
        if (series->name == NULL || palette_named(plot, series->name, &given) ||
            !color_equal(series->color, palette_next(plot, i)))
            continue;
        g_ptr_array_add(scales->names, g_strdup(series->name));
        g_array_append_val(scales->colors, series->color);
    }
}

gboolean
plot_scales(const Spec *spec, const ChartType *chart, const Table *table, TextMeasurer *measurer,
            Report *report, PlotScales *ret_scales, GError **error)
{
    g_auto(PlotWork) work = plot_work(spec, chart, measurer, report);
    const Plot *plot = &work.plot;
    PlotDomain across, up;
    gboolean crossed;

    if (!plot_prepare(&work, table, error))
        return FALSE;
    across = plot_domain(&plot->x, &plot->free_x);
    up = plot_domain(&plot->y, &plot->free_y);
    /* The options follow the channels: lying bars have their values on an axis of y. */
    crossed = plot->x.crossed || plot->y.crossed;
    *ret_scales = (PlotScales){
        .x = crossed ? up : across,
        .y = crossed ? across : up,
        .ramp = plot_domain(&plot->color, &(PanelDomains){ .n = 0 }),
        .fill = plot->fill != NULL ? plot_domain(plot->fill, &(PanelDomains){ .n = 0 })
                                   : (PlotDomain){ .has = FALSE },
        .names = g_ptr_array_new_with_free_func(g_free),
        .colors = g_array_new(FALSE, FALSE, sizeof(Color)),
    };
    plot_add_names(plot, ret_scales);
    return TRUE;
}

Color *
plot_palette(const Spec *spec, const ChartType *chart, const Table *table, TextMeasurer *measurer,
             Report *report, guint n, GError **error)
{
    g_auto(PlotWork) work = plot_work(spec, chart, measurer, report);
    Color *colors;

    if (!plot_prepare(&work, table, error))
        return NULL;
    /* Steps of a ramp are as many as there are series. */
    work.plot.n_series = n;
    colors = g_new(Color, n + 1);
    for (guint i = 0; i < n; i++)
        colors[i] = palette_next(&work.plot, i);
    return colors;
}
