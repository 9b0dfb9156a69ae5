#include "charts/histogram.h"

#include "charts/charts.h"
#include "charts/distribution.h"
#include "charts/told.h"
#include "plot/bind.h"
#include "plot/facets.h"
#include "plot/page.h"

/* Edges with labels stand at least this many times the text size apart. */
#define EDGE_ROOM 5.0

/* Edges of bins are the ticks, every one or every 2nd, 4th, 5th, 10th … as there is room for their
 * labels. */
static void
histogram_edge_ticks(Plot *plot, const Bins *bins, gboolean centred)
{
    static const guint steps[] = { 1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 500, 1000 };
    double room = page_column_width(plot) - 40;
    double fits = MAX(2, room / (EDGE_ROOM * plot->theme->axis.size));
    double *ticks = arena_new0(plot->arena, double, bins->n + 1);
    guint step = 1, n = 0;

    if (plot->x.kind != SCALE_LINEAR || plot->x.n_tick_values > 0 || plot->x.tick_count > 0)
        return;
    for (guint i = 0; i < G_N_ELEMENTS(steps) && bins->n / step + 1 > fits; i++)
        step = steps[i];
    for (guint i = 0; i < bins->n + (centred ? 0 : 1); i++) {
        double at = bins->edges[i] + (centred ? 0.5 : 0);

        if (fmod(round(at / bins->width), step) == 0)
            ticks[n++] = at;
    }
    /* Fewer than two would not say how wide a bin is. */
    if (n < 2)
        return;
    plot->x.tick_values = ticks;
    plot->x.n_tick_values = n;
}

static gboolean
histogram_position_axis(Plot *plot, const Bins *bins, gboolean centred, GError **error)
{
    if (plot->spec->x.scale == SCALE_CHOICE_LOG) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--x-scale: bins of equal width do not fit a log scale; use density or strip");
        return FALSE;
    }
    /* A single bin has a place of its own only with some room beside it. */
    bind_continuous(plot, CHANNEL_X, &plot->x, bins->edges[0] - (bins->n == 1 ? bins->width : 0),
                    bins->edges[bins->n] + (bins->n == 1 ? bins->width : 0));
    if (!bind_axis_options(plot, CHANNEL_X, &plot->x, error))
        return FALSE;
    histogram_edge_ticks(plot, bins, centred);
    return TRUE;
}

/* A bar a bin, series piled up in each. Returns the highest pile. */
static double
histogram_layer(Plot *plot, const Bins *bins, gboolean centred, const guint *counts)
{
    gsize n = (gsize)plot->n_panels * plot->n_series * bins->n;
    Layer *layer = bind_add_layer(plot, &mark_bar, n);
    double *tops = arena_new0(plot->arena, double, (gsize)plot->n_panels * bins->n);
    double highest = 0;

    layer->x0 = arena_new0(plot->arena, double, n);
    layer->y0 = arena_new0(plot->arena, double, n);
    layer->titles = arena_new0(plot->arena, const char *, n);
    layer->stacked = plot->n_series > 1;
    for (gsize i = 0; i < n; i++) {
        guint bin = (guint)(i % bins->n), series = (guint)(i / bins->n % plot->n_series);
        double *top;

        layer->panel[i] = (guint)(i / bins->n / plot->n_series);
        layer->series[i] = series;
        layer->x0[i] = bins->edges[bin];
        layer->x[i] = bins->edges[bin + 1];
        top = &tops[(gsize)layer->panel[i] * bins->n + bin];
        layer->y0[i] = *top;
        *top += counts[i];
        layer->y[i] = counts[i] > 0 ? *top : NAN;
        layer->titles[i] = histogram_title(plot, bins, centred, bin, series, counts[i]);
        highest = MAX(highest, *top);
    }
    return highest;
}

/* Rows are counted in whole numbers. */
static gboolean
histogram_count_axis(Plot *plot, double highest, GError **error)
{
    AxisSpec *axis = &plot->y;
    double *ticks;

    if (!bind_made_axis(plot, CHANNEL_Y, axis, highest, bind_language(plot)->words[WORD_COUNT],
                        error))
        return FALSE;
    axis->whole = TRUE;
    if (highest > 4 || axis->fixed || axis->n_tick_values > 0 || axis->tick_count > 0)
        return TRUE;
    ticks = arena_new0(plot->arena, double, 5);
    for (guint i = 0; i <= (guint)highest; i++)
        ticks[i] = i;
    axis->tick_values = ticks;
    axis->n_tick_values = (guint)highest + 1;
    return TRUE;
}

static gboolean
histogram_expand(Plot *plot, GError **error)
{
    g_autoptr(Bins) bins = NULL;
    g_autoptr(Column) starts = NULL;
    guint *series, *panels, *counts;
    gboolean centred;
    double highest;

    if (!distribution_refuse_sort(plot, error))
        return FALSE;
    frame_leave_out_missing(plot->frame, CHANNEL_X, plot->report);
    plot->spread = plot->frame->columns[CHANNEL_X];
    plot->spread_axis = &plot->x;
    starts = transform_bin(plot->frame->table, plot->frame->columns[CHANNEL_X],
                           (guint)plot->spec->bins, &bins, error);
    if (starts == NULL || !facets_bind(plot, &panels, error))
        return FALSE;
    if (bins->n == 0)
        return bind_fail_empty(plot, CHANNEL_X, FALSE, error);
    series = bind_series(plot);
    counts = histogram_count(plot, bins, starts, series, panels);
    centred = histogram_centre(bins, plot->frame->columns[CHANNEL_X]);
    if (!histogram_position_axis(plot, bins, centred, error))
        return FALSE;
    highest = histogram_layer(plot, bins, centred, counts);
    told_bins(plot, bins, centred, counts);
    plot->upright = TRUE;
    return histogram_count_axis(plot, highest, error);
}

static const ChannelDef histogram_channels[] = {
    { CHANNEL_X, TRUE, ACCEPTS_ORDERED, "numbers or times" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "the parts of each bar" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_histogram = {
    .name = "histogram",
    .summary = "how often values occur: rows counted in bins of equal width",
    .example = "datasets/trade/singapore_monthly.csv -x singapore_exports_to_dprk",
    .channels = histogram_channels,
    .expand = histogram_expand,
};
