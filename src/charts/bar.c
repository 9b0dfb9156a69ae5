#include "charts/bar.h"

#include "charts/charts.h"
#include "plot/bind.h"
#include "plot/facets.h"

/* Shares of a whole: the parts of every position add up to 100 (in percent) or the values can be
 * summed. */
static gboolean
bar_parts_add_up(const Plot *plot, const BarWork *work)
{
    const Frame *frame = plot->frame;
    const char *unit = frame->units[work->places.value];
    const double *values = frame->columns[work->places.value]->values;
    gsize n = frame->table->length;
    g_autofree double *sums = g_new0(double, (gsize)work->places.categories.n * plot->n_panels + 1);

    if (!frame->adds_up)
        return FALSE;
    if (g_strcmp0(unit, "%") != 0)
        return TRUE;
    for (gsize i = 0; i < n; i++)
        if (!isnan(work->places.categories.index[i]) && isfinite(values[i]))
            sums[(gsize)work->places.categories.index[i] * plot->n_panels +
                 work->places.panels[i]] += values[i];
    for (gsize i = 0; i < (gsize)work->places.categories.n * plot->n_panels; i++)
        if (sums[i] > 101.5 || (sums[i] != 0 && sums[i] < 98.5))
            return FALSE;
    return TRUE;
}

/* Shares in percent that are piled up to 100 must add up to it: a part that is not there would make
 * the others look larger than they are. */
static gboolean
bar_check_shares(const Plot *plot, const BarWork *work, GError **error)
{
    const Frame *frame = plot->frame;
    const double *values = frame->columns[work->places.value]->values;
    gsize n = frame->table->length, n_piles = (gsize)work->places.categories.n * plot->n_panels;
    g_autofree double *sums = g_new0(double, n_piles + 1);

    if (work->stack != STACK_NORMALIZE || g_strcmp0(frame->units[work->places.value], "%") != 0)
        return TRUE;
    for (gsize i = 0; i < n; i++)
        sums[bar_pile(plot, work, i)] += values[i];
    for (gsize i = 0; i < n; i++) {
        double sum = sums[bar_pile(plot, work, i)];
        g_autoptr(GString) text = g_string_new(NULL);

        /* Missing parts are the stack's own business. */
        if (!isfinite(sum) || sum == 0 || (sum >= 99 && sum <= 101))
            continue;
        number_append_label(text, &number_marks_english, sum, 1);
        error_set(
            error, ERROR_INPUT, table_where(frame->table, i, frame->columns[work->places.value]),
            "the parts of \"%s\" add up to %s%%, not to 100; --stack none or zero shows them as "
            "they are",
            work->places.categories.names[(gsize)work->places.categories.index[i]], text->str);
        return FALSE;
    }
    return TRUE;
}

static StackMode
bar_choose_stack(const Plot *plot, const BarWork *work)
{
    const Frame *frame = plot->frame;

    switch ((StackChoice)plot->spec->stack) {
    case STACK_CHOICE_NONE:
        return STACK_NONE;
    case STACK_CHOICE_ZERO:
        return STACK_ZERO;
    case STACK_CHOICE_NORMALIZE:
        return STACK_NORMALIZE;
    case STACK_CHOICE_CENTER:
        return STACK_CENTER;
    case STACK_CHOICE_AUTO:
        break;
    }
    if (plot->n_series < 2 ||
        frame->columns[CHANNEL_COLOR] == frame->columns[work->places.position])
        return STACK_NONE;
    return bar_parts_add_up(plot, work) ? STACK_ZERO : STACK_NONE;
}

/* What the categories are sorted by: their sums; of shares, the first series'. */
static double *
bar_weights(const Plot *plot, const BarWork *work)
{
    const double *values = plot->frame->columns[work->places.value]->values;
    double *weights = arena_new0(plot->arena, double, work->places.categories.n + 1);
    g_autofree double *totals = g_new0(double, work->places.categories.n + 1);
    g_autofree gboolean *seen = g_new0(gboolean, work->places.categories.n + 1);

    for (gsize i = 0; i < plot->frame->table->length; i++) {
        guint at =
            isnan(work->places.categories.index[i]) ? 0 : (guint)work->places.categories.index[i];

        if (isnan(work->places.categories.index[i]) || !isfinite(values[i]))
            continue;
        totals[at] += values[i];
        if (work->stack != STACK_NORMALIZE || work->places.series[i] == 0)
            weights[at] += values[i];
        seen[at] = TRUE;
    }
    for (guint i = 0; i < work->places.categories.n; i++) {
        if (work->stack == STACK_NORMALIZE && totals[i] > 0)
            weights[i] /= totals[i];
        if (!seen[i])
            weights[i] = NAN;
    }
    return weights;
}

/* Replaces the frame's table by one with the piles' low and high ends. */
static gboolean
bar_stack(Plot *plot, BarWork *work, GError **error)
{
    Frame *frame = plot->frame;
    const Column *keys[3] = { frame->columns[work->places.position] };
    guint n_keys = 1 + facets_keys(frame, keys + 1);
    Table *stacked;

    if (work->stack == STACK_NONE)
        return TRUE;
    stacked = transform_stack(frame->table, keys, n_keys, frame->columns[CHANNEL_COLOR],
                              frame->columns[work->places.value], work->stack, plot->report, error);
    if (stacked == NULL)
        return FALSE;
    table_unref(frame->table);
    frame->table = stacked;
    work->low = table_find(stacked, "low");
    work->high = table_find(stacked, "high");
    return TRUE;
}

static Layer *
bar_layer(Plot *plot, BarWork *work)
{
    const Frame *frame = plot->frame;
    const double *values = frame->columns[work->places.value]->values;
    gsize n = frame->table->length, *rows = arena_new0(plot->arena, gsize, n);
    double *at = arena_new0(plot->arena, double, n), *low = arena_new0(plot->arena, double, n);
    double *high = arena_new0(plot->arena, double, n);
    Layer *layer = arena_new0(plot->arena, Layer, 1);
    /* What is told is the value, not its share: the sign of the axis of shares is not its. */
    AxisSpec plain = { 0 };
    gboolean is_share =
        work->stack == STACK_NORMALIZE && g_strcmp0(frame->units[work->places.value], "%") != 0;

    for (gsize i = 0; i < n; i++) {
        rows[i] = i;
        at[i] = work->places.categories.index[i];
        low[i] = work->stack == STACK_NONE ? work->base : work->low->values[i];
        high[i] = work->stack == STACK_NONE ? values[i] : work->high->values[i];
    }
    *layer = (Layer){
        .type = &mark_bar,
        .n = n,
        .series = work->places.series,
        .panel = work->places.panels,
        .upright = work->places.upright,
        .stacked = work->stack != STACK_NONE,
        .n_slots = work->side_by_side ? plot->n_series : 1,
        .slot = work->side_by_side ? work->places.series : NULL,
        .cap = plot_bar_room(plot, work->places.upright ? 110 : 66),
    };
    layer->x = work->places.upright ? at : high;
    layer->y = work->places.upright ? high : at;
    layer->x0 = work->places.upright ? NULL : low;
    layer->y0 = work->places.upright ? low : NULL;
    bind_titles(plot, layer, rows, work->places.position, work->places.value,
                is_share ? &plain : work->places.value_axis);
    g_ptr_array_add(plot->layers, layer);
    return layer;
}

/* A pile has no place for the intervals of its parts. */
static gboolean
bar_bind_intervals(Plot *plot, BarWork *work, GError **error)
{
    if (!intervals_bind(plot, work->places.value, &work->intervals, error))
        return FALSE;
    if (work->intervals == NULL || work->stack == STACK_NONE)
        return TRUE;
    if (plot->spec->stack == STACK_CHOICE_AUTO) {
        work->stack = STACK_NONE;
        work->side_by_side = TRUE;
        return TRUE;
    }
    error_set(error, ERROR_USAGE, WHERE_NONE,
              "--stack: parts of a pile cannot show intervals; say --stack none");
    return FALSE;
}

static gboolean
bar_bind(Plot *plot, BarWork *work, GError **error)
{
    if (!places_bind(plot, &work->places, error))
        return FALSE;
    work->stack = bar_choose_stack(plot, work);
    if (!bind_check_stack(plot, error) || !bar_check_shares(plot, work, error))
        return FALSE;
    work->side_by_side =
        work->stack == STACK_NONE && plot->n_series > 1 &&
        plot->frame->columns[CHANNEL_COLOR] != plot->frame->columns[work->places.position];
    return bar_bind_intervals(plot, work, error);
}

static gboolean
bar_expand(Plot *plot, GError **error)
{
    BarWork work = { 0 };
    Layer *layer;

    if (!bar_bind(plot, &work, error) ||
        (work.stack != STACK_NONE && !missing_parts_check(plot, work.places.position, error)) ||
        !categories_arrange(plot, &work.places.categories, bar_weights(plot, &work),
                            work.places.value, error) ||
        !bar_stack(plot, &work, error) || !overlay_check_stack(plot, work.stack, error) ||
        !overlay_bind(plot, work.places.position, work.places.value, work.stack == STACK_NONE,
                      FALSE, error))
        return FALSE;
    categories_highlight(plot, &work.places.categories, work.places.series);
    places_orient(plot, &work.places);
    if (!bar_axes(plot, &work, error))
        return FALSE;
    layer = bar_layer(plot, &work);
    bar_values(plot, &work, layer);
    if (work.intervals != NULL)
        intervals_add_whiskers(plot, work.intervals, layer);
    if (work.stack != STACK_NONE)
        missing_parts_note(plot, work.places.position, work.places.value, work.places.series,
                           work.places.panels, WORD_NO_FIGURE);
    else if (!work.places.categories.ordered && plot->n_panels == 1 && !work.side_by_side)
        missing_values_note(plot, work.places.position, work.places.value);
    return overlay_add(plot,
                       &(OverlayPlaces){ .position = work.places.position,
                                         .value = work.places.value,
                                         .at = work.places.categories.index,
                                         .series = work.places.series,
                                         .panels = work.places.panels,
                                         .upright = work.places.upright,
                                         .side_by_side = work.side_by_side,
                                         .cap = layer->cap },
                       error);
}

static const ChannelDef bar_channels[] = {
    { CHANNEL_X, TRUE, ACCEPTS_ANY, "categories, periods, or numbers for lying bars" },
    { CHANNEL_Y, TRUE, ACCEPTS_ANY, "numbers, or categories for lying bars" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "the parts of each bar" },
    { CHANNEL_LOW, FALSE, ACCEPTS_NUMBER, "numbers: the lower end of a whisker at each bar" },
    { CHANNEL_HIGH, FALSE, ACCEPTS_NUMBER, "numbers: the upper end of a whisker at each bar" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_bar = {
    .name = "bar",
    .summary = "lengths to compare: standing or lying, side by side, stacked, or shares of 100 %",
    .example = "datasets/poll/dprk_response.csv -x percent -y option",
    .channels = bar_channels,
    .expand = bar_expand,
};
