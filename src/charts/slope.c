#include "charts/slope.h"

#include "charts/charts.h"
#include "plot/bind.h"
#include "plot/categories.h"
#include "plot/facets.h"
#include "plot/option.h"
#include "plot/page.h"
#include "plot/series_points.h"

#include <stdlib.h>

/* Up to so many series have a colour each; more are coloured by whether they rise or fall. */
#define MAX_COLORS 4
/* Names left of the lines may take this share of a panel, else only the values stand there. */
#define LEFT_SHARE 0.3
#define RIGHT_SHARE 0.42
/* More names than this are a table. */
#define MAX_NAMES 200

typedef struct {
    const char *periods[2];
    guint *side; /* of each frame row */
    guint *series, *panels;
} SlopeWork;

/* The two periods, in their order. Slots between them that no row fills do not count. */
static gboolean
slope_find_periods(Plot *plot, SlopeWork *work, GError **error)
{
    Categories categories = categories_new(plot, CHANNEL_X);
    gsize n = plot->frame->table->length;
    g_autofree gboolean *seen = g_new0(gboolean, categories.n + 1);
    g_autofree guint *place = g_new0(guint, categories.n + 1);
    guint n_periods = 0;

    for (gsize i = 0; i < n; i++)
        if (!isnan(categories.index[i]))
            seen[(guint)categories.index[i]] = TRUE;
    for (guint i = 0; i < categories.n; i++) {
        if (!seen[i])
            continue;
        if (n_periods < 2)
            work->periods[n_periods] = categories.names[i];
        place[i] = n_periods++;
    }
    if (n_periods != 2) {
        error_set(error, ERROR_INPUT, (Where){ .file = plot->frame->table->file },
                  "a slope leads from one period to another; column \"%s\" has %u%s",
                  plot->frame->columns[CHANNEL_X]->name, n_periods,
                  n_periods > 2 ? ": narrow with --where, or use line" : "");
        return FALSE;
    }
    work->side = arena_new0(plot->arena, guint, n);
    for (gsize i = 0; i < n; i++)
        work->side[i] = isnan(categories.index[i]) ? 0 : place[(guint)categories.index[i]];
    categories_set_axis(&categories, &plot->x);
    return bind_axis_options(plot, CHANNEL_X, &plot->x, error);
}

/* The frame rows by panel, series and side. */
static gsize *
slope_order(Plot *plot, const SlopeWork *work)
{
    gsize n = plot->frame->table->length, n_keys = (gsize)plot->n_panels * plot->n_series * 2;
    gsize *rows = arena_new0(plot->arena, gsize, n);
    g_autofree gsize *at = g_new(gsize, n_keys + 1);
    gsize count = 0;

    for (gsize i = 0; i < n_keys; i++)
        at[i] = G_MAXSIZE;
    for (gsize row = 0; row < n; row++)
        at[((gsize)work->panels[row] * plot->n_series + work->series[row]) * 2 + work->side[row]] =
            row;
    for (gsize i = 0; i < n_keys; i++)
        if (at[i] != G_MAXSIZE)
            rows[count++] = at[i];
    return rows;
}

/* Many series: their direction is what can be seen, so it has the colour; over several panels a
 * series has many directions, and one colour does. */
static void
slope_color_directions(Plot *plot, const SlopeWork *work)
{
    const double *values = plot->frame->columns[CHANNEL_Y]->values;
    g_autofree double *change = g_new0(double, plot->n_series + 1);
    gboolean has_key = plot->spec->legend != LEGEND_AUTO && plot->spec->legend != LEGEND_DIRECT &&
                       plot->spec->legend != LEGEND_NONE;
    Series first = plot->series[0], second;

    if (plot->n_series <= MAX_COLORS || plot->spec->highlight != NULL || has_key ||
        plot->spec->colors != NULL || option_is_given(plot->spec, "palette"))
        return;
    second = plot->series[1];
    for (gsize i = 0; plot->n_panels == 1 && i < plot->frame->table->length; i++)
        if (isfinite(values[i]))
            change[work->series[i]] += work->side[i] == 1 ? values[i] : -values[i];
    for (guint i = 0; i < plot->n_series; i++) {
        const Series *as = change[i] < 0 ? &second : &first;

        plot->series[i].color = as->color;
        plot->series[i].text_color = as->text_color;
    }
}

/* "Laos 26%" left, "20% Laos" right; only the value where names would take too much. */
static void
slope_write_labels(Plot *plot, SlopeLayer *slope, const double *values)
{
    Layer *layer = &slope->layer;
    double em = theme_em(plot->theme);
    double width = page_column_width(plot);
    const char **numbers = bind_value_labels(plot, &plot->y, values, layer->n);
    gboolean names[2] = { TRUE, TRUE };

    for (guint pass = 0; pass < 2; pass++) {
        slope->room[0] = slope->room[1] = 0;
        for (gsize i = 0; i < layer->n; i++) {
            const char *name = plot->series[layer->series[i]].name;
            guint side = layer->slot[i];

            layer->labels[i] = numbers[i];
            if (numbers[i] == NULL)
                continue;
            if (name != NULL && names[side])
                layer->labels[i] = arena_printf(plot->arena, "%s %s", side == 0 ? name : numbers[i],
                                                side == 0 ? numbers[i] : name);
            slope->room[side] = MAX(
                slope->room[side],
                ceil(text_measure(plot->measurer, layer->labels[i], &plot->theme->label).width));
        }
        names[0] = slope->room[0] <= LEFT_SHARE * width;
    }
    slope->room[1] = MIN(slope->room[1], MAX(30 * em, RIGHT_SHARE * width - SLOPE_AIR));
    slope->room[0] = MIN(slope->room[0], MAX(30 * em, LEFT_SHARE * width));
}

static SlopeLayer *
slope_layer(Plot *plot, const SlopeWork *work)
{
    const double *values = plot->frame->columns[CHANNEL_Y]->values;
    Layer *layer = bind_add_layer(plot, &slope_mark, plot->frame->table->length);
    SlopeLayer *slope = arena_new0(plot->arena, SlopeLayer, 1);
    gsize *rows = slope_order(plot, work);
    guint *slot = arena_new0(plot->arena, guint, layer->n);

    for (gsize i = 0; i < layer->n; i++) {
        slot[i] = work->side[rows[i]];
        layer->x[i] = slot[i];
        layer->y[i] = values[rows[i]];
        layer->series[i] = work->series[rows[i]];
        layer->panel[i] = work->panels[rows[i]];
    }
    layer->slot = slot;
    layer->labels = arena_new0(plot->arena, const char *, layer->n);
    *slope = (SlopeLayer){ .layer = *layer, .periods = { work->periods[0], work->periods[1] } };
    slope_write_labels(plot, slope, layer->y);
    g_ptr_array_index(plot->layers, plot->layers->len - 1) = slope;
    return slope;
}

/* A line for every name makes the figure higher, unless a height was asked for. */
static void
slope_grow(Plot *plot)
{
    double em = theme_em(plot->theme);
    double line = text_measure(plot->measurer, "x", &plot->theme->label).line_height;
    double heading = slope_heading_height(plot->theme, plot->measurer);

    if (plot->n_series <= MAX_NAMES)
        page_grow(plot,
                  page_height(plot, page_rows(plot), plot->n_series * line + heading + 30 * em));
}

/* No scales are shown: the axes only place the ends, with room for words and periods. */
static void
slope_place(Plot *plot, const SlopeLayer *slope)
{
    double line = text_measure(plot->measurer, "x", &plot->theme->label).line_height;

    plot->x = (AxisSpec){ .kind = SCALE_LINEAR,
                          .max = 1,
                          .hidden = TRUE,
                          .absent = TRUE,
                          .room_before = slope->room[0] + SLOPE_AIR,
                          .room_after = slope->room[1] + SLOPE_AIR };
    plot->y.hidden = plot->y.absent = TRUE;
    /* No tick is there to count in the million of a title; the values at the ends say theirs. */
    plot->y.keep_units = TRUE;
    plot->y.grid = plot->y.widen = FALSE;
    plot->y.room_after = slope_heading_height(plot->theme, plot->measurer) + line / 2;
    plot->y.room_before = line / 2;
    plot->named = TRUE;
}

static gboolean
slope_expand(Plot *plot, GError **error)
{
    const Column *values = plot->frame->columns[CHANNEL_Y];
    SlopeWork work = { 0 };
    double min, max;

    frame_leave_out_missing(plot->frame, CHANNEL_X, plot->report);
    values = plot->frame->columns[CHANNEL_Y];
    if (!series_check_sort(plot, error) || !frame_check_unique(plot->frame, CHANNEL_Y, error) ||
        !facets_bind(plot, &work.panels, error))
        return FALSE;
    work.series = bind_series(plot);
    bind_extent(values->values, values->length, &min, &max);
    if (!slope_find_periods(plot, &work, error) ||
        !bind_place_axis(plot, CHANNEL_Y, &plot->y, min, max, 0, error))
        return FALSE;
    if (!plot->y.fixed) {
        plot->y.min = min;
        plot->y.max = max;
    }
    slope_color_directions(plot, &work);
    plot->upright = TRUE;
    slope_grow(plot);
    slope_place(plot, slope_layer(plot, &work));
    return TRUE;
}

static const ChannelDef slope_channels[] = {
    { CHANNEL_X, TRUE, ACCEPTS_ANY, "a column with two periods" },
    { CHANNEL_Y, TRUE, ACCEPTS_NUMBER, "numbers" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "a line for each value" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_slope = {
    .name = "slope",
    .summary = "from one period to another: a line a series, named with its values at both ends",
    .example = "datasets/poll/align_us_china.csv -x survey_year -y align_us_percent "
               "--color country --where 'survey_year <= 2021'",
    .channels = slope_channels,
    .expand = slope_expand,
};
