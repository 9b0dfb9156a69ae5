#include "charts/charts.h"
#include "plot/bind.h"
#include "plot/color_scale.h"
#include "plot/facets.h"
#include "plot/grid_side.h"
#include "plot/page.h"

/* More than this cannot be told apart on any page. */
#define MAX_CELLS 250000
/* More values than this in cells is a table, not a figure. */
#define MAX_VALUES 150
/* Rows are at least and at most this high, columns at most this wide, px at text of 13 px. */
#define LEAST_ROW 20.0
#define MOST_ROW 58.0
#define MOST_COLUMN 130.0
#define NO_ROW G_MAXSIZE

/* The row of each cell: rows[(panel * n_y + y) * n_x + x]. NULL and an error for too many cells. */
static gsize *
heat_grid(Plot *plot, const GridSide *x, const GridSide *y, const guint *panels, GError **error)
{
    const Table *table = plot->frame->table;
    gsize n = (gsize)x->n * y->n * plot->n_panels;
    gsize *rows;

    if (n > MAX_CELLS) {
        error_set(error, ERROR_INPUT, (Where){ .file = table->file },
                  "%" G_GSIZE_FORMAT " cells are more than the %d that a page can show; say "
                  "bin(…) around --x or --y, or narrow with --where",
                  n, MAX_CELLS);
        return NULL;
    }
    rows = arena_new0(plot->arena, gsize, n);
    for (gsize i = 0; i < n; i++)
        rows[i] = NO_ROW;
    for (gsize i = 0; i < table->length; i++) {
        gsize row = (gsize)panels[i] * y->n + grid_side_place(plot, y, i);

        /* A row without a number is not in the way of one that has it. */
        if (!column_is_missing(plot->frame->columns[CHANNEL_COLOR], i))
            rows[row * x->n + grid_side_place(plot, x, i)] = i;
    }
    return rows;
}

static void
heat_layer(Plot *plot, const GridSide *x, const GridSide *y, const gsize *rows, ColorScale *scale)
{
    const double *values = plot->frame->columns[CHANNEL_COLOR]->values;
    gsize n = (gsize)x->n * y->n * plot->n_panels, filled = 0;
    double *shown = arena_new0(plot->arena, double, n);
    Color *colors = arena_new0(plot->arena, Color, n);
    Layer *layer = bind_add_layer(plot, &mark_cell, n);
    /* Where no row was counted, the count is zero and nothing is missing. */
    double otherwise = plot->frame->counts ? 0 : NAN;

    layer->titles = arena_new0(plot->arena, const char *, n);
    layer->x0 = x->bins != NULL ? arena_new0(plot->arena, double, n) : NULL;
    layer->y0 = y->bins != NULL ? arena_new0(plot->arena, double, n) : NULL;
    layer->colors = colors;
    layer->stacked = TRUE;
    for (gsize i = 0; i < n; i++) {
        grid_side_put(x, (guint)(i % x->n), i, layer->x, layer->x0);
        grid_side_put(y, (guint)(i / x->n % y->n), i, layer->y, layer->y0);
        layer->panel[i] = (guint)(i / x->n / y->n);
        shown[i] = rows[i] != NO_ROW ? values[rows[i]] : otherwise;
        shown[i] = isfinite(shown[i]) ? shown[i] : NAN;
        colors[i] = color_scale_color(scale, shown[i]);
        filled += isnan(shown[i]) ? 0 : 1;
        /* Bins that no row fell into stay empty, as in a histogram. */
        if (rows[i] == NO_ROW && plot->frame->counts && (x->bins != NULL || y->bins != NULL))
            layer->x[i] = NAN;
        if (rows[i] == NO_ROW || isnan(shown[i]))
            continue;
        layer->rows[i] = (gint64)rows[i] + 1;
        layer->titles[i] = color_scale_title(plot, rows[i]);
    }
    color_scale_miss(plot, scale, n - filled, n, "cells");
    layer->insists = plot->spec->values == SWITCH_ON;
    if (layer->insists || (plot->spec->values == SWITCH_AUTO && filled <= MAX_VALUES))
        layer->labels = color_scale_labels(plot, shown, n);
}

/* Without a height asked for the page is as high as the rows want. */
static void
heat_choose_height(Plot *plot, const GridSide *y)
{
    double em = theme_em(plot->theme);

    if (plot->fixed_height || plot->n_panels > 1 || y->bins != NULL)
        return;
    plot->size.height = MIN(plot->size.height, page_height(plot, 1, (y->n * MOST_ROW + 40) * em));
    if (y->categories.times == NULL)
        categories_grow(plot, &y->categories, LEAST_ROW);
}

static gboolean
heatmap_expand(Plot *plot, GError **error)
{
    const Channel places[] = { CHANNEL_X, CHANNEL_Y, CHANNEL_FACET, CHANNEL_FACET_ROWS };
    GridSide x = { 0 }, y = { 0 };
    ColorScale *scale;
    guint *panels;
    gsize *rows;

    frame_leave_out_missing(plot->frame, CHANNEL_X, plot->report);
    frame_leave_out_missing(plot->frame, CHANNEL_Y, plot->report);
    if (!frame_check_places(plot->frame, places, G_N_ELEMENTS(places),
                            plot->frame->columns[CHANNEL_COLOR]->name, CHANNEL_COLOR, error) ||
        !facets_bind(plot, &panels, error))
        return FALSE;
    scale = color_scale_bind(plot, error);
    if (scale == NULL || !grid_side_init(plot, &x, CHANNEL_X, error) ||
        !grid_side_init(plot, &y, CHANNEL_Y, error) || !grid_side_arrange(plot, &x, error) ||
        !grid_side_arrange(plot, &y, error) || !grid_side_axis(plot, &x, &plot->x, error) ||
        !grid_side_axis(plot, &y, &plot->y, error))
        return FALSE;
    rows = heat_grid(plot, &x, &y, panels, error);
    if (rows == NULL)
        return FALSE;
    plot->upright = TRUE;
    plot->x.max_step =
        x.bins == NULL && !plot->fixed_height ? MOST_COLUMN * theme_em(plot->theme) : 0;
    heat_layer(plot, &x, &y, rows, scale);
    heat_choose_height(plot, &y);
    return TRUE;
}

static const ChannelDef heatmap_channels[] = {
    { CHANNEL_X, TRUE, ACCEPTS_ANY, "categories, periods, or bins such as bin(age)" },
    { CHANNEL_Y, TRUE, ACCEPTS_ANY, "the same for the rows" },
    { CHANNEL_COLOR, TRUE, ACCEPTS_NUMBER, "numbers, which the colours show" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_heatmap = {
    .name = "heatmap",
    .summary = "a grid of numbers as colours: two categories, periods or bins against each other",
    .example = "datasets/poll/trust_trend.csv -x survey_year -y power --color percent --where "
               "'measure = \"trust\"'",
    .channels = heatmap_channels,
    .expand = heatmap_expand,
};
