#include "charts/charts.h"
#include "plot/bind.h"
#include "plot/series_points.h"

/* A value axis starts at zero when the lines come near it; otherwise a third of the panel stays
 * free below the lowest point, so that a cropped axis does not shout. */
static void
line_crop(AxisSpec *axis, double min, double max)
{
    if (axis->kind != SCALE_LINEAR)
        return;
    if (min >= 0 && min <= 0.45 * max)
        axis->min = 0;
    else if (max <= 0 && max >= 0.45 * min)
        axis->max = 0;
    else if (min > 0 || max < 0)
        axis->min = min - (max - min) / 3;
    if (min > 0)
        axis->min = MAX(0, axis->min);
}

static gboolean
line_value_axis(Plot *plot, GError **error)
{
    const Column *column = plot->frame->columns[CHANNEL_Y];
    double min, max;

    bind_extent(column->values, column->length, &min, &max);
    if (isnan(min))
        return bind_fail_empty(plot, CHANNEL_Y, FALSE, error);
    bind_continuous(plot, CHANNEL_Y, &plot->y, min, max);
    if (!bind_check_log(plot, CHANNEL_Y, &plot->y, min, error))
        return FALSE;
    plot->y.grid = TRUE;
    plot->y.widen = TRUE;
    line_crop(&plot->y, min, max);
    if (plot->spec->gaps == GAPS_ZERO)
        plot->y.min = MIN(0, plot->y.min);
    return bind_axis_options(plot, CHANNEL_Y, &plot->y, error);
}

static gboolean
line_expand(Plot *plot, GError **error)
{
    const Frame *frame = plot->frame;
    Layer *layer = arena_new0(plot->arena, Layer, 1);
    guint *series, *panels;
    SeriesPoints points;
    double *xs;

    frame_leave_out_missing(plot->frame, CHANNEL_X, plot->report);
    if (!series_check_sort(plot, error) || !frame_check_unique(frame, CHANNEL_Y, error) ||
        !bind_panels(plot, &panels, error))
        return FALSE;
    series = bind_series(plot);
    xs = series_position_axis(plot, CHANNEL_X, &plot->x, error);
    if (xs == NULL || !line_value_axis(plot, error))
        return FALSE;
    points = series_points_new(plot, frame->columns[CHANNEL_X], xs,
                               frame->columns[CHANNEL_Y]->values, series, panels);
    *layer = (Layer){
        .type = &mark_line,
        .n = points.n,
        .x = points.x,
        .y = points.y,
        .series = points.series,
        .panel = points.panel,
        .n_slots = 1,
        .upright = TRUE,
        .connects = plot->spec->gaps == GAPS_JOIN,
    };
    g_ptr_array_add(plot->layers, layer);
    plot->upright = TRUE;
    plot->direct = TRUE;
    return TRUE;
}

static const ChannelDef line_channels[] = {
    { CHANNEL_X, TRUE, ACCEPTS_ANY, "times, numbers, or ordered categories" },
    { CHANNEL_Y, TRUE, ACCEPTS_NUMBER, "numbers" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "a line for each value" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_line = {
    .name = "line",
    .summary = "change over time: a line a series, gaps where data are missing",
    .example = "datasets/trade/by_year.csv -x year -y asean_total",
    .channels = line_channels,
    .expand = line_expand,
};
