#include "charts/charts.h"
#include "plot/bind.h"
#include "plot/facets.h"
#include "plot/missing_parts.h"
#include "plot/overlay.h"
#include "plot/series_points.h"

static StackMode
area_choose_stack(const Plot *plot)
{
    switch ((StackChoice)plot->spec->stack) {
    case STACK_CHOICE_NORMALIZE:
        return STACK_NORMALIZE;
    case STACK_CHOICE_CENTER:
        return STACK_CENTER;
    case STACK_CHOICE_NONE:
        return STACK_NONE;
    case STACK_CHOICE_ZERO:
    case STACK_CHOICE_AUTO:
        break;
    }
    return plot->n_series > 1 ? STACK_ZERO : STACK_NONE;
}

/* Between a point above zero and one below, a band would leave its pile for the other and cross the
 * bands that lie there. */
static gboolean
area_check_signs(const Plot *plot, const guint *series, const guint *panels, GError **error)
{
    const Frame *frame = plot->frame;
    const Column *value = frame->columns[CHANNEL_Y];
    g_autofree gint8 *signs = g_new0(gint8, (gsize)plot->n_series * plot->n_panels + 1);

    for (gsize i = 0; value->type == COLUMN_NUMBER && i < frame->table->length; i++) {
        gint8 *sign = &signs[(gsize)panels[i] * plot->n_series + series[i]];
        double y = value->values[i];

        if (isnan(y) || y == 0)
            continue;
        if (*sign != 0 && (*sign < 0) != (y < 0)) {
            const char *name = plot->series[series[i]].name;

            error_set(error, ERROR_INPUT, table_where(frame->table, i, value),
                      "\"%s\" has values above and below zero, and its band would cross others in "
                      "a stack; use line, bar, or --stack none",
                      name != NULL ? name : value->name);
            return FALSE;
        }
        *sign = y < 0 ? -1 : 1;
    }
    return TRUE;
}

/* Ends of the surface of each frame row: from zero to the value, or the piles' ends. The table of
 * the frame is replaced by one that holds them. */
static gboolean
area_stack(Plot *plot, StackMode mode, const double **ret_low, const double **ret_high,
           GError **error)
{
    Frame *frame = plot->frame;
    const Column *keys[3] = { frame->columns[CHANNEL_X] };
    guint n_keys = 1 + facets_keys(frame, keys + 1);
    Table *stacked;

    if (mode == STACK_NONE) {
        *ret_low = arena_new0(plot->arena, double, frame->table->length);
        *ret_high = frame->columns[CHANNEL_Y]->values;
        return TRUE;
    }
    stacked = transform_stack(frame->table, keys, n_keys, frame->columns[CHANNEL_COLOR],
                              frame->columns[CHANNEL_Y], mode, plot->report, error);
    if (stacked == NULL)
        return FALSE;
    table_unref(frame->table);
    frame->table = stacked;
    *ret_low = table_find(stacked, "low")->values;
    *ret_high = table_find(stacked, "high")->values;
    return TRUE;
}

static gboolean
area_value_axis(Plot *plot, StackMode mode, const double *low, const double *high, GError **error)
{
    gsize n = plot->frame->table->length;
    double min, max, unused;

    bind_extent(high, n, &unused, &max);
    bind_extent(low, n, &min, &unused);
    if (isnan(max))
        return bind_fail_empty(plot, CHANNEL_Y, mode == STACK_NORMALIZE, error);
    bind_extent(high, n, &unused, &max);
    bind_continuous(plot, CHANNEL_Y, &plot->y, MIN(0, MIN(min, unused)), MAX(0, max));
    if (plot->y.kind == SCALE_LOG) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--y-scale: an area starts at zero, which a log scale does not have; use line");
        return FALSE;
    }
    plot->y.training = mode == STACK_ZERO || mode == STACK_NONE ? TRAIN_ZERO : TRAIN_NEVER;
    plot->y.grid = TRUE;
    plot->y.widen = mode != STACK_NORMALIZE;
    if (mode == STACK_NORMALIZE)
        plot->y.max = 100;
    if (!bind_axis_options(plot, CHANNEL_Y, &plot->y, error))
        return FALSE;
    if (mode == STACK_NORMALIZE) {
        plot->y.suffix = bind_language(plot)->marks.percent;
        plot->y.prefix = plot->y.title_unit = NULL;
    }
    return TRUE;
}

/* Points of the upper ends, and the lower ends in the same order. */
static Layer *
area_layer(Plot *plot, const double *xs, const double *low, const double *high, const guint *series,
           const guint *panels, gboolean stacked)
{
    SeriesPoints points = series_points_new(plot, plot->frame->columns[CHANNEL_X], &plot->x, xs,
                                            high, series, panels);
    double *near = arena_new0(plot->arena, double, points.n);
    Layer *layer = arena_new0(plot->arena, Layer, 1);

    for (gsize i = 0; i < points.n; i++)
        near[i] = points.rows[i] == G_MAXSIZE || isnan(low[points.rows[i]])
                      ? (plot->spec->gaps == GAPS_ZERO ? 0 : NAN)
                      : low[points.rows[i]];
    *layer = series_points_layer(plot, &mark_area, &points);
    layer->y0 = near;
    layer->curve = (Curve)plot->spec->line;
    layer->stacked = stacked;
    return layer;
}

/* A layer is compared with the piles, not with their parts. */
static gboolean
area_bind_overlays(Plot *plot, StackMode mode, GError **error)
{
    return overlay_check_stack(plot, mode, error) &&
           overlay_bind(plot, CHANNEL_X, CHANNEL_Y, mode == STACK_NONE,
                        series_position_is_free(plot, CHANNEL_X), error);
}

static gboolean
area_expand(Plot *plot, GError **error)
{
    const double *low = NULL, *high = NULL;
    guint *series, *panels;
    StackMode mode;
    double *xs;

    frame_leave_out_missing(plot->frame, CHANNEL_X, plot->report);
    if (!series_check_sort(plot, error) || !frame_check_unique(plot->frame, CHANNEL_Y, error) ||
        !facets_bind(plot, &panels, error))
        return FALSE;
    series = bind_series(plot);
    if (!bind_check_stack(plot, error))
        return FALSE;
    mode = area_choose_stack(plot);
    if (mode != STACK_NONE && plot->spec->gaps == GAPS_ZERO) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--gaps zero: a stack is drawn from the parts that exist; say --stack none");
        return FALSE;
    }
    if ((mode != STACK_NONE && !missing_parts_check(plot, CHANNEL_X, error)) ||
        (mode != STACK_NONE && mode != STACK_NORMALIZE && plot->n_series > 1 &&
         !area_check_signs(plot, series, panels, error)) ||
        !area_bind_overlays(plot, mode, error))
        return FALSE;
    xs = series_position_axis(plot, CHANNEL_X, &plot->x, error);
    if (xs == NULL || !area_stack(plot, mode, &low, &high, error) ||
        !area_value_axis(plot, mode, low, high, error))
        return FALSE;
    g_ptr_array_add(plot->layers,
                    area_layer(plot, xs, low, high, series, panels, mode != STACK_NONE));
    if (mode != STACK_NONE)
        missing_parts_note(plot, CHANNEL_X, CHANNEL_Y, series, panels, WORD_NO_FIGURE);
    plot->upright = TRUE;
    plot->direct = TRUE;
    return overlay_add_along(plot, xs, series, panels, error);
}

static const ChannelDef area_channels[] = {
    { CHANNEL_X, TRUE, ACCEPTS_ANY, "times, numbers, or ordered categories" },
    { CHANNEL_Y, TRUE, ACCEPTS_NUMBER, "numbers" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "a surface for each value, piled up" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_area = {
    .name = "area",
    .summary = "amounts over time: surfaces from zero, stacked to a total",
    .example = "datasets/trade/asean_wide.csv -x year -y Thailand,Singapore,Indonesia",
    .channels = area_channels,
    .expand = area_expand,
};
