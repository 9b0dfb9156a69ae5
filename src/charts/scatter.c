#include "charts/scatter.h"

#include "charts/charts.h"
#include "guide/size_legend.h"
#include "mark/disc_image.h"
#include "plot/bind.h"
#include "plot/facets.h"
#include "plot/overlay.h"
#include "plot/palette.h"
#include "plot/picked_names.h"
#include "scale/size.h"

#include <stdlib.h>

/* Bubbles: the largest radius as a share of the shorter side of the page, and at most, px at text
 * of 13 px. */
#define LARGEST_SHARE 0.055
#define LARGEST 26.0
/* The farthest corner of a symbol, that of the triangle, over the radius of the circle. */
#define SYMBOL_REACH 1.6
/* Smaller bubbles would not be seen; the key says which values they stand for. */
#define LEAST_RADIUS 2.0

/* Of many points each is smaller and fainter, but a point alone is still seen. */
#define LEAST_DENSE_RADIUS 1.0
#define LEAST_ALPHA 0.3

typedef struct {
    double radius;
    gsize row;
    gboolean muted;
} ScatterKey;

typedef struct {
    const char *title;
    SizeKey keys[4];
    guint n;
} ScatterSizes;

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

static Box *
scatter_make_guide(const Plot *plot)
{
    const ScatterSizes *sizes = plot->guide_data;

    return size_legend_box_new(sizes->title, sizes->keys, sizes->n, plot->theme->axis.color);
}

/* The bound below which all bubbles are equally small: the greatest such value, rounded up to two
 * digits. 0: there is none. */
static double
scatter_least_value(const Column *size, const SizeScale *scale)
{
    double least = 0, step;

    for (gsize i = 0; i < size->length; i++)
        if (size_radius(scale, size->values[i]) < LEAST_RADIUS)
            least = MAX(least, size->values[i]);
    step = least > 0 ? pow(10, floor(log10(least)) - 1) : 1;
    return ceil(least / step - 1e-9) * step;
}

/* A key for the sizes: what they measure, up to three round values, and what the smallest are. */
static void
scatter_bind_sizes(Plot *plot, const SizeScale *scale, double least)
{
    ScatterSizes *sizes = arena_new0(plot->arena, ScatterSizes, 1);
    const char *title = plot->frame->titles[CHANNEL_SIZE], *unit = plot->frame->units[CHANNEL_SIZE];
    gboolean percent = g_strcmp0(unit, "%") == 0;
    AxisSpec axis = { .suffix = percent ? bind_language(plot)->marks.percent : NULL };
    const char **labels;
    double values[4], smallest = scatter_least_value(plot->frame->columns[CHANNEL_SIZE], scale);
    guint n = size_legend_values(least, scale->greatest, values);

    while (n > 0 && size_radius(scale, values[n - 1]) < LEAST_RADIUS)
        n--;
    values[n] = smallest;
    labels = bind_value_labels(plot, &axis, values, n + 1);
    for (guint i = 0; i < n; i++)
        sizes->keys[i] = (SizeKey){ size_radius(scale, values[i]), labels[i] };
    sizes->n = n;
    if (smallest > 0)
        sizes->keys[sizes->n++] =
            (SizeKey){ LEAST_RADIUS, arena_printf(plot->arena, "≤ %s", labels[n]) };
    sizes->title = title;
    if (title != NULL && unit != NULL && !percent)
        sizes->title = arena_printf(plot->arena, "%s, %s", title, unit);
    plot->guide_data = sizes;
    if (sizes->n > 0)
        plot->make_guide = scatter_make_guide;
}

/* So many points that they become a picture: without tooltips, and as discs only. */
static gboolean
scatter_is_dense(const Plot *plot)
{
    return plot->frame->table->length > DISC_IMAGE_FROM && plot->spec->code != CODE_BOTH;
}

/* 1 up to the number of points that are drawn one by one, and less the more there are. */
static double
scatter_thinness(const Plot *plot)
{
    return scatter_is_dense(plot) ? sqrt(DISC_IMAGE_FROM / (double)plot->frame->table->length) : 1;
}

/* The radius of each row; returns the largest. */
static double
scatter_radii(Plot *plot, double *radii)
{
    const Column *size = plot->frame->columns[CHANNEL_SIZE];
    double least, greatest, em = theme_em(plot->theme);
    SizeScale scale = { .radius = MAX(LEAST_DENSE_RADIUS,
                                      plot->theme->point_radius * 1.15 * scatter_thinness(plot)) };

    if (size == NULL) {
        for (gsize i = 0; i < plot->frame->table->length; i++)
            radii[i] = scale.radius;
        return scale.radius;
    }
    bind_extent(size->values, size->length, &least, &greatest);
    scale.greatest = greatest;
    scale.radius = MIN(LARGEST * em, LARGEST_SHARE * MIN(plot->size.width, plot->size.height)) /
                   sqrt(sqrt(plot->n_panels));
    for (gsize i = 0; i < size->length; i++)
        radii[i] = MAX(LEAST_RADIUS, size_radius(&scale, size->values[i]));
    scatter_bind_sizes(plot, &scale, least);
    return MAX(LEAST_RADIUS, scale.radius);
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

/* A line or a curve for each panel that has enough places on x. */
static const Trend *
scatter_trends(Plot *plot, const Layer *layer)
{
    Trend *trends = arena_new0(plot->arena, Trend, plot->n_panels);
    g_autofree double *xs = g_new(double, layer->n + 1), *ys = g_new(double, layer->n + 1);
    gboolean loess = plot->spec->trend == TREND_LOESS;
    guint drawn = 0;

    for (guint panel = 0; panel < plot->n_panels; panel++) {
        gsize n = 0;

        for (gsize i = 0; i < layer->n; i++) {
            if (layer->panel[i] != panel)
                continue;
            xs[n] = scale_type(plot->x.kind)->forward(layer->x[i]);
            ys[n++] = scale_type(plot->y.kind)->forward(layer->y[i]);
        }
        trends[panel] = loess ? scatter_loess_trend(xs, ys, n) : scatter_linear_trend(xs, ys, n);
        drawn += trends[panel].n > 0 ? 1 : 0;
    }
    if (drawn < plot->n_panels)
        report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, plot->n_panels - drawn,
                   "--trend: %s different places on x%s",
                   loess ? "a curve needs five" : "a line needs three",
                   plot->n_panels > 1 ? "; some panels have fewer" : "");
    if (drawn > 0)
        bind_add_note(plot,
                      bind_language(plot)->words[loess ? WORD_LOESS_TREND : WORD_LINEAR_TREND]);
    return trends;
}

static void
scatter_layer(Plot *plot, const double *radii, const guint *series, const guint *panels)
{
    const Frame *frame = plot->frame;
    gsize n = frame->table->length;
    g_autofree ScatterKey *keys = g_new(ScatterKey, n + 1);
    double *sorted = arena_new0(plot->arena, double, n);
    const Column *words = frame->columns[CHANNEL_LABEL];
    ScatterLayer *scatter = arena_new0(plot->arena, ScatterLayer, 1);
    Layer *layer = bind_add_layer(plot, &scatter_mark, n);

    for (gsize i = 0; i < n; i++)
        keys[i] = (ScatterKey){ radii[i], i, plot->series[series[i]].muted };
    qsort(keys, n, sizeof *keys, scatter_compare);
    layer->titles = arena_new0(plot->arena, const char *, n);
    layer->radii = sorted;
    scatter->dense = scatter_is_dense(plot);
    scatter->names = words != NULL ? arena_new0(plot->arena, const char *, n) : NULL;
    for (gsize i = 0; i < n; i++) {
        gsize row = keys[i].row;

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
