#include "charts/charts.h"
#include "plot/bind.h"
#include "plot/facets.h"
#include "plot/overlay.h"
#include "plot/series_points.h"

static gboolean
line_value_axis(Plot *plot, const Intervals *intervals, GError **error)
{
    const Column *column = plot->frame->columns[CHANNEL_Y];
    double min, max;

    bind_extent(column->values, column->length, &min, &max);
    intervals_extend(intervals, column->length, &min, &max);
    if (plot->spec->gaps == GAPS_ZERO)
        min = MIN(0, min);
    return bind_measure_axis(plot, CHANNEL_Y, &plot->y, min, max, FALSE, error);
}

static gboolean
line_expand(Plot *plot, GError **error)
{
    const Frame *frame = plot->frame;
    Layer *layer = arena_new0(plot->arena, Layer, 1);
    guint *series, *panels;
    SeriesPoints points;
    const Intervals *intervals;
    double *xs;

    frame_leave_out_missing(plot->frame, CHANNEL_X, plot->report);
    if (!series_check_sort(plot, error) || !frame_check_unique(frame, CHANNEL_Y, error) ||
        !facets_bind(plot, &panels, error) || !intervals_bind(plot, CHANNEL_Y, &intervals, error))
        return FALSE;
    series = bind_series(plot);
    if (!overlay_bind(plot, CHANNEL_X, CHANNEL_Y, TRUE, series_position_is_free(plot, CHANNEL_X),
                      error))
        return FALSE;
    xs = series_position_axis(plot, CHANNEL_X, &plot->x, error);
    if (xs == NULL || !line_value_axis(plot, intervals, error))
        return FALSE;
    points = series_points_new(plot, frame->columns[CHANNEL_X], &plot->x, xs,
                               frame->columns[CHANNEL_Y]->values, series, panels);
    *layer = series_points_layer(plot, &mark_line, &points);
    layer->curve = (Curve)plot->spec->line;
    if (intervals != NULL)
        intervals_add_band(plot, intervals, layer, points.rows);
    g_ptr_array_add(plot->layers, layer);
    plot->upright = TRUE;
    plot->direct = TRUE;
    return overlay_add_along(plot, xs, series, panels, error);
}

static const ChannelDef line_channels[] = {
    { CHANNEL_X, TRUE, ACCEPTS_ANY, "times, numbers, or ordered categories" },
    { CHANNEL_Y, TRUE, ACCEPTS_NUMBER, "numbers" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "a line for each value" },
    { CHANNEL_LOW, FALSE, ACCEPTS_NUMBER, "numbers: the lower edge of a band around the line" },
    { CHANNEL_HIGH, FALSE, ACCEPTS_NUMBER, "numbers: the upper edge of a band around the line" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_line = {
    .name = "line",
    .summary = "change over time: a line a series, gaps where data are missing",
    .example = "datasets/trade/by_year.csv -x year -y asean_total",
    .wide_example = "wide.csv -x series -y 2019,2020,2021 --color country",
    .channels = line_channels,
    .thins = TRUE,
    .expand = line_expand,
};
