#include "charts/scatter.h"

#include "charts/charts.h"
#include "plot/bind.h"
#include "plot/facets.h"
#include "plot/overlay.h"
#include "plot/palette.h"
#include "plot/picked_names.h"

#include <stdlib.h>

/* The farthest corner of a symbol, that of the triangle, over the radius of the circle. */
#define SYMBOL_REACH 1.6
/* Of many points each is fainter, but a point alone is still seen. */
#define LEAST_ALPHA 0.3

typedef struct {
    double radius;
    gsize row;
    gboolean muted;
} ScatterKey;

/* Muted ones lie below, small ones on top. */
static int
scatter_compare(const void *a, const void *b)
{
    const ScatterKey *left = a, *right = b;

    if (left->muted != right->muted)
        return left->muted ? -1 : 1;
    if (left->radius != right->radius)
        return left->radius > right->radius ? -1 : 1;
    return left->row < right->row ? -1 : left->row > right->row;
}

/* Rows that lack a value have no place; sizes below zero have no area. */
static gboolean
scatter_check_rows(Plot *plot, GError **error)
{
    const Channel needed[] = { CHANNEL_X, CHANNEL_Y, CHANNEL_SIZE };
    const Column *size;

    for (guint i = 0; i < G_N_ELEMENTS(needed); i++)
        if (plot->frame->columns[needed[i]] != NULL)
            frame_leave_out_missing(plot->frame, needed[i], plot->report);
    size = plot->frame->columns[CHANNEL_SIZE];
    for (gsize i = 0; size != NULL && i < size->length; i++)
        if (size->values[i] < 0) {
            error_set(error, ERROR_INPUT, table_where(plot->frame->table, i, size),
                      "--size: column \"%s\" has values below zero, which no area can show; leave "
                      "them out with --where",
                      size->name);
            return FALSE;
        }
    return TRUE;
}

/* Without a color channel --highlight and --colors pick names. */
static void
scatter_pick_names(Plot *plot, guint *series)
{
    const Column *words = plot->frame->columns[CHANNEL_LABEL];
    g_autofree const char **names = NULL;

    if (words == NULL)
        return;
    names = g_new0(const char *, words->length + 1);
    for (gsize i = 0; i < words->length; i++)
        if (!column_is_missing(words, i))
            names[i] = column_text(words, i);
    picked_names_apply(plot, names, words->length, series);
}

/* "Laos: 3.4, 12": the place of a row for people. */
static const char *
scatter_title(Plot *plot, gsize row, const Series *series)
{
    const Frame *frame = plot->frame;
    const Column *words = frame->columns[CHANNEL_LABEL], *x = frame->columns[CHANNEL_X];
    g_autoptr(GString) title = g_string_new(NULL);

    if (words != NULL && !column_is_missing(words, row))
        g_string_append(title, column_text(words, row));
    else if (series->name != NULL)
        g_string_append(title, series->name);
    g_string_append(title, title->len > 0 ? ": " : "");
    if (x->type == COLUMN_TIME)
        bind_append_cell(plot, x, row, title);
    else
        g_string_append(title, bind_value_text(plot, &plot->x, x->values[row]));
    g_string_append_printf(title, ", %s",
                           bind_value_text(plot, &plot->y, frame->columns[CHANNEL_Y]->values[row]));
    return bind_name(plot, title->str);
}

/* The rows of the table: what their points show. */
typedef struct {
    const double *radii; /* NULL: all are alike */
    guint *series, *panels;
} ScatterRows;

static ScatterKey
scatter_key(const Plot *plot, const ScatterRows *rows, gsize row)
{
    return (ScatterKey){ rows->radii != NULL ? rows->radii[row] : 0, row,
                         plot->series[rows->series[row]].muted };
}

/* The rows in the order in which they are drawn; NULL: as they come, which is so where all have one
 * size and none is muted. Caller frees. */
static ScatterKey *
scatter_order(const Plot *plot, const ScatterRows *rows, gsize n)
{
    gboolean ordered = TRUE;
    ScatterKey *keys;

    for (gsize i = 1; ordered && i < n; i++) {
        ScatterKey before = scatter_key(plot, rows, i - 1), here = scatter_key(plot, rows, i);

        ordered = scatter_compare(&before, &here) < 0;
    }
    if (ordered)
        return NULL;
    keys = g_new(ScatterKey, n);
    for (gsize i = 0; i < n; i++)
        keys[i] = scatter_key(plot, rows, i);
    qsort(keys, n, sizeof *keys, scatter_compare);
    return keys;
}

/* A copy of a million points costs more than their circles: the layer borrows what the rows have.
 */
static void
scatter_bind_as_they_come(const Plot *plot, const ScatterRows *rows, Layer *layer)
{
    layer->x = plot->frame->columns[CHANNEL_X]->values;
    layer->y = plot->frame->columns[CHANNEL_Y]->values;
    layer->series = rows->series;
    layer->panel = rows->panels;
    layer->radii = rows->radii;
}

static void
scatter_bind_ordered(const Plot *plot, const ScatterRows *rows, const ScatterKey *keys,
                     Layer *layer)
{
    gsize n = layer->n;
    double *radii = rows->radii != NULL ? arena_new0(plot->arena, double, n) : NULL;

    layer->x = arena_new0(plot->arena, double, n);
    layer->y = arena_new0(plot->arena, double, n);
    layer->series = arena_new0(plot->arena, guint, n);
    layer->panel = arena_new0(plot->arena, guint, n);
    layer->radii = radii;
    for (gsize i = 0; i < n; i++) {
        gsize row = keys[i].row;

        layer->x[i] = plot->frame->columns[CHANNEL_X]->values[row];
        layer->y[i] = plot->frame->columns[CHANNEL_Y]->values[row];
        layer->series[i] = rows->series[row];
        layer->panel[i] = rows->panels[row];
        if (radii != NULL)
            radii[i] = keys[i].radius;
    }
}

/* Row numbers, tooltips and names; points of a picture have no groups that could bear the first
 * two. */
static void
scatter_bind_words(Plot *plot, const ScatterRows *rows, const ScatterKey *keys,
                   ScatterLayer *scatter)
{
    Layer *layer = &scatter->layer;
    const Column *words = plot->frame->columns[CHANNEL_LABEL];

    if (!scatter->dense) {
        layer->rows = arena_new0(plot->arena, gint64, layer->n);
        layer->titles = arena_new0(plot->arena, const char *, layer->n);
    }
    scatter->names = words != NULL ? arena_new0(plot->arena, const char *, layer->n) : NULL;
    for (gsize i = 0; (words != NULL || !scatter->dense) && i < layer->n; i++) {
        gsize row = keys != NULL ? keys[i].row : i;

        if (!scatter->dense) {
            layer->rows[i] = (gint64)row + 1;
            layer->titles[i] = scatter_title(plot, row, &plot->series[rows->series[row]]);
        }
        if (words != NULL && !column_is_missing(words, row))
            scatter->names[i] = bind_name(plot, column_text(words, row));
    }
}

static void
scatter_layer(Plot *plot, const ScatterRows *rows, double radius)
{
    const Frame *frame = plot->frame;
    g_autofree ScatterKey *keys = scatter_order(plot, rows, frame->table->length);
    ScatterLayer *scatter = arena_new0(plot->arena, ScatterLayer, 1);

    scatter->layer =
        (Layer){ .type = &scatter_mark, .n = frame->table->length, .n_slots = 1, .upright = TRUE };
    scatter->radius = radius;
    scatter->dense = scatter_is_dense(plot);
    if (keys == NULL)
        scatter_bind_as_they_come(plot, rows, &scatter->layer);
    else
        scatter_bind_ordered(plot, rows, keys, &scatter->layer);
    scatter_bind_words(plot, rows, keys, scatter);
    scatter->alpha = MAX(LEAST_ALPHA, (frame->columns[CHANNEL_SIZE] != NULL ? 0.72 : 0.85) *
                                          scatter_thinness(plot));
    scatter->picked = bind_highlights_series(plot);
    scatter->trends =
        plot->spec->trend != TREND_NONE ? scatter_trends(plot, &scatter->layer) : NULL;
    g_ptr_array_add(plot->layers, scatter);
}

static gboolean
scatter_expand(Plot *plot, GError **error)
{
    const Channel axes[] = { CHANNEL_X, CHANNEL_Y };
    ScatterRows rows = { 0 };
    double radius, room;

    if (plot->spec->sort != NULL) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "--sort has no meaning for scatter");
        return FALSE;
    }
    if (!scatter_check_rows(plot, error) || !facets_bind(plot, &rows.panels, error))
        return FALSE;
    rows.series = bind_series(plot);
    scatter_pick_names(plot, rows.series);
    if (!overlay_bind(plot, CHANNEL_X, CHANNEL_Y, TRUE, TRUE, error))
        return FALSE;
    rows.radii = scatter_radii(plot, &radius);
    room = radius;
    if (palette_has_codes(plot))
        room *= SYMBOL_REACH;
    for (guint i = 0; i < G_N_ELEMENTS(axes); i++) {
        const Column *column = plot->frame->columns[axes[i]];
        double min, max;

        bind_extent(column->values, column->length, &min, &max);
        if (!bind_place_axis(plot, axes[i], i == 0 ? &plot->x : &plot->y, min, max, room + 1,
                             error))
            return FALSE;
    }
    plot->upright = TRUE;
    scatter_layer(plot, &rows, radius);
    return overlay_add(plot,
                       &(OverlayPlaces){ .position = CHANNEL_X,
                                         .value = CHANNEL_Y,
                                         .series = rows.series,
                                         .panels = rows.panels,
                                         .upright = TRUE,
                                         .many = TRUE },
                       error);
}

static const ChannelDef scatter_channels[] = {
    { CHANNEL_X, TRUE, ACCEPTS_ORDERED, "numbers or times" },
    { CHANNEL_Y, TRUE, ACCEPTS_NUMBER, "numbers" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "a colour for each value" },
    { CHANNEL_SIZE, FALSE, ACCEPTS_NUMBER, "numbers from 0 that the areas of the bubbles show" },
    { CHANNEL_LABEL, FALSE, ACCEPTS_TEXT, "names to write at the points that have room" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_scatter = {
    .name = "scatter",
    .summary = "two numbers a row, a point each: how they go together; bubbles by --size",
    .example = "datasets/reference/countries.csv -x distance_from_pyongyang_km -y capital_lat "
               "--label name",
    .channels = scatter_channels,
    .expand = scatter_expand,
};
