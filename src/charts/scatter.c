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

static ScatterKey
scatter_key(const Plot *plot, const double *radii, const guint *series, gsize row)
{
    return (ScatterKey){ radii[row], row, plot->series[series[row]].muted };
}

/* The rows in the order in which they are drawn; NULL: as they come, which is so where all have one
 * size and none is muted. Caller frees. */
static ScatterKey *
scatter_order(const Plot *plot, const double *radii, const guint *series, gsize n)
{
    gboolean ordered = TRUE;
    ScatterKey *keys;

    for (gsize i = 1; ordered && i < n; i++) {
        ScatterKey before = scatter_key(plot, radii, series, i - 1);
        ScatterKey here = scatter_key(plot, radii, series, i);

        ordered = scatter_compare(&before, &here) < 0;
    }
    if (ordered)
        return NULL;
    keys = g_new(ScatterKey, n);
    for (gsize i = 0; i < n; i++)
        keys[i] = scatter_key(plot, radii, series, i);
    qsort(keys, n, sizeof *keys, scatter_compare);
    return keys;
}

static void
scatter_layer(Plot *plot, const double *radii, const guint *series, const guint *panels)
{
    const Frame *frame = plot->frame;
    gsize n = frame->table->length;
    g_autofree ScatterKey *keys = scatter_order(plot, radii, series, n);
    double *sorted = arena_new0(plot->arena, double, n);
    const Column *words = frame->columns[CHANNEL_LABEL];
    ScatterLayer *scatter = arena_new0(plot->arena, ScatterLayer, 1);
    Layer *layer = bind_add_layer(plot, &scatter_mark, n);

    scatter->dense = scatter_is_dense(plot);
    layer->titles = scatter->dense ? NULL : arena_new0(plot->arena, const char *, n);
    layer->radii = sorted;
    scatter->names = words != NULL ? arena_new0(plot->arena, const char *, n) : NULL;
    for (gsize i = 0; i < n; i++) {
        gsize row = keys != NULL ? keys[i].row : i;

        layer->x[i] = frame->columns[CHANNEL_X]->values[row];
        layer->y[i] = frame->columns[CHANNEL_Y]->values[row];
        layer->series[i] = series[row];
        layer->panel[i] = panels[row];
        layer->rows[i] = (gint64)row + 1;
        if (!scatter->dense)
            layer->titles[i] = scatter_title(plot, row, &plot->series[series[row]]);
        sorted[i] = radii[row];
        if (words != NULL && !column_is_missing(words, row))
            scatter->names[i] = bind_name(plot, column_text(words, row));
    }
    scatter->layer = *layer;
    scatter->alpha = MAX(LEAST_ALPHA, (frame->columns[CHANNEL_SIZE] != NULL ? 0.72 : 0.85) *
                                          scatter_thinness(plot));
    scatter->picked = bind_highlights_series(plot);
    scatter->trends = plot->spec->trend != TREND_NONE ? scatter_trends(plot, layer) : NULL;
    g_ptr_array_index(plot->layers, plot->layers->len - 1) = scatter;
}

static gboolean
scatter_expand(Plot *plot, GError **error)
{
    const Channel axes[] = { CHANNEL_X, CHANNEL_Y };
    guint *series, *panels;
    double *radii, room;

    if (plot->spec->sort != NULL) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "--sort has no meaning for scatter");
        return FALSE;
    }
    if (!scatter_check_rows(plot, error) || !facets_bind(plot, &panels, error))
        return FALSE;
    series = bind_series(plot);
    scatter_pick_names(plot, series);
    if (!overlay_bind(plot, CHANNEL_X, CHANNEL_Y, TRUE, TRUE, error))
        return FALSE;
    radii = arena_new0(plot->arena, double, plot->frame->table->length);
    room = scatter_radii(plot, radii);
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
    scatter_layer(plot, radii, series, panels);
    return overlay_add(plot,
                       &(OverlayPlaces){ .position = CHANNEL_X,
                                         .value = CHANNEL_Y,
                                         .series = series,
                                         .panels = panels,
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
