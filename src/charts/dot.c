#include "charts/charts.h"
#include "plot/bind.h"
#include "plot/overlay.h"
#include "plot/places.h"
#include "plot/value_room.h"

/* More values than this at dots is a table, not a figure. */
#define MAX_VALUES 24
/* Dots of different series on one row lie on each other; stems stand side by side. */
#define STEM_SHARE 0.7

typedef struct {
    Places places;
    const double *values, *low, *high; /* low, high: NULL without an interval */
    double *at; /* of each row along the band axis: stems of several series stand side by side */
} DotWork;

/* A dot may stand beside its interval, which is drawn as it is given: only a turned one is refused,
 * and half ones are counted. */
static gboolean
dot_check_interval(const Plot *plot, GError **error)
{
    const Column *low = plot->frame->columns[CHANNEL_LOW],
                 *high = plot->frame->columns[CHANNEL_HIGH];
    guint halves = 0;

    if (!intervals_have_both_ends(plot, error))
        return FALSE;
    for (gsize i = 0; low != NULL && i < low->length; i++) {
        halves += isfinite(low->values[i]) != isfinite(high->values[i]) ? 1 : 0;
        if (low->values[i] > high->values[i]) {
            error_set(error, ERROR_INPUT, table_where(plot->frame->table, i, low),
                      "--low: \"%s\" is above \"%s\"", low->name, high->name);
            return FALSE;
        }
    }
    if (halves > 0)
        report_add(plot->report, SEVERITY_WARNING, (Where){ .file = plot->frame->table->file },
                   halves, "%u row%s one end of an interval only; without the other none is drawn",
                   halves, halves == 1 ? " has" : "s have");
    return TRUE;
}

static void
dot_extent(const DotWork *work, gsize n, double *ret_min, double *ret_max)
{
    double low, high, unused;

    bind_extent(work->values, n, ret_min, ret_max);
    if (work->low == NULL)
        return;
    bind_extent(work->low, n, &low, &unused);
    bind_extent(work->high, n, &unused, &high);
    *ret_min = isnan(*ret_min) || low < *ret_min ? low : *ret_min;
    *ret_max = isnan(*ret_max) || high > *ret_max ? high : *ret_max;
}

static double *
dot_positions(Plot *plot, const Places *places)
{
    gsize n = plot->frame->table->length;
    double *at = arena_copy(plot->arena, places->categories.index, n * sizeof(double));
    gboolean beside = plot->spec->stem && plot->frame->columns[CHANNEL_COLOR] != NULL &&
                      plot->frame->columns[CHANNEL_COLOR] != plot->frame->columns[places->position];

    for (gsize i = 0; beside && i < n; i++)
        at[i] += ((places->series[i] + 0.5) / plot->n_series - 0.5) * STEM_SHARE;
    return at;
}

/* A layer of every row; the ends of its items lie along the value axis. */
static Layer *
dot_layer(Plot *plot, const DotWork *work, const MarkType *mark, const double *values)
{
    gsize n = plot->frame->table->length;
    Layer *layer = bind_add_layer(plot, mark, n);

    for (gsize i = 0; i < n; i++) {
        layer->x[i] = work->places.upright ? work->at[i] : values[i];
        layer->y[i] = work->places.upright ? values[i] : work->at[i];
        layer->series[i] = work->places.series[i];
        layer->panel[i] = work->places.panels[i];
    }
    layer->upright = work->places.upright;
    return layer;
}

static void
dot_segments(Plot *plot, const DotWork *work, const double *from, const double *to)
{
    Layer *layer = dot_layer(plot, work, &mark_segment, to);
    double *near = arena_new0(plot->arena, double, layer->n);

    for (gsize i = 0; from != NULL && i < layer->n; i++)
        near[i] = from[i];
    layer->x0 = work->places.upright ? NULL : near;
    layer->y0 = work->places.upright ? near : NULL;
}

/* Several dots on a row; names that stand out are no series. */
static gboolean
dot_has_series(const Plot *plot)
{
    return plot->n_series > 1 && plot->frame->columns[CHANNEL_COLOR] != NULL;
}

/* Values beyond the dots when there are few; lollipops then need no axis, as bars do not. */
static void
dot_values(Plot *plot, DotWork *work, Layer *layer)
{
    AxisSpec *axis = work->places.value_axis;
    gboolean asked = plot->spec->values == SWITCH_ON;

    if (plot->spec->values == SWITCH_OFF ||
        (!asked && (!plot->spec->stem || dot_has_series(plot) || work->low != NULL ||
                    plot->n_overlays > 0 || work->places.categories.n > MAX_VALUES)))
        return;
    layer->labels = bind_value_labels(plot, axis, work->values, layer->n);
    value_room_keep(plot,
                    &(ValueRoom){
                        .axis = axis,
                        .upright = work->places.upright,
                        .labels = layer->labels,
                        .ends = layer->x0 != NULL   ? layer->x0
                                : layer->y0 != NULL ? layer->y0
                                                    : work->values,
                        .n = layer->n,
                        .gap = layer->radii[0] + 6,
                        .alone = plot->spec->stem && work->low == NULL && !dot_has_series(plot),
                    });
}

/* Stems or intervals in the colours of their dots, lighter. */
static void
dot_lines(Plot *plot, const DotWork *work)
{
    guint first = plot->layers->len;

    if (plot->spec->stem)
        dot_segments(plot, work, NULL, work->values);
    if (work->low != NULL)
        dot_segments(plot, work, work->low, work->high);
    for (guint k = first; k < plot->layers->len; k++) {
        Layer *layer = plot->layers->pdata[k];
        Color *colors = arena_new0(plot->arena, Color, layer->n);

        for (gsize i = 0; i < layer->n; i++)
            colors[i] =
                color_with_alpha(plot->series[layer->series[i]].color, plot->spec->stem ? 1 : 0.45);
        layer->colors = colors;
    }
}

static void
dot_dots(Plot *plot, DotWork *work)
{
    Layer *layer = dot_layer(plot, work, &mark_dot, work->values);
    gsize *rows = arena_new0(plot->arena, gsize, layer->n);
    double *radii = arena_new0(plot->arena, double, layer->n);

    for (gsize i = 0; i < layer->n; i++) {
        rows[i] = i;
        radii[i] = plot->theme->point_radius * 1.5;
    }
    layer->radii = radii;
    if (work->high != NULL) {
        double *far = arena_new0(plot->arena, double, layer->n);

        for (gsize i = 0; i < layer->n; i++)
            far[i] = work->values[i] < 0 ? work->low[i] : work->high[i];
        *(work->places.upright ? &layer->y0 : &layer->x0) = far;
    }
    bind_titles(plot, layer, rows, work->places.position, work->places.value,
                work->places.value_axis);
    if (layer->n > 0)
        dot_values(plot, work, layer);
}

static gboolean
dot_expand(Plot *plot, GError **error)
{
    const Frame *frame = plot->frame;
    DotWork work = { 0 };
    double min, max;
    guint n_stems;

    if (!places_bind(plot, &work.places, error) || !dot_check_interval(plot, error) ||
        !places_arrange(plot, &work.places, NULL, error))
        return FALSE;
    places_highlight(plot, &work.places);
    work.values = frame->columns[work.places.value]->values;
    work.low = frame->columns[CHANNEL_LOW] != NULL ? frame->columns[CHANNEL_LOW]->values : NULL;
    work.high = frame->columns[CHANNEL_HIGH] != NULL ? frame->columns[CHANNEL_HIGH]->values : NULL;
    n_stems = dot_has_series(plot) ? plot->n_series : 1;
    work.at = dot_positions(plot, &work.places);
    dot_extent(&work, frame->table->length, &min, &max);
    if (!overlay_bind(plot, work.places.position, work.places.value, TRUE, FALSE, error))
        return FALSE;
    if (!places_axes(plot, &work.places, min, max, plot->spec->stem,
                     plot->theme->point_radius * 1.5,
                     plot->spec->stem ? MAX(20, n_stems * 9.0 + 6) : 20, error))
        return FALSE;
    dot_lines(plot, &work);
    dot_dots(plot, &work);
    /* Lines along the rows lead to dots; beside stems, or through values, they are only in the way.
     */
    if (plot->spec->grid == GRID_AUTO &&
        (plot->spec->stem ||
         ((const Layer *)plot->layers->pdata[plot->layers->len - 1])->labels != NULL))
        work.places.band_axis->grid = FALSE;
    plot->key_mark = &mark_dot;
    return overlay_add(plot,
                       &(OverlayPlaces){ .position = work.places.position,
                                         .value = work.places.value,
                                         .at = work.places.categories.index,
                                         .own = work.at,
                                         .series = work.places.series,
                                         .panels = work.places.panels,
                                         .upright = work.places.upright },
                       error);
}

static const ChannelDef dot_channels[] = {
    { CHANNEL_X, TRUE, ACCEPTS_ANY, "numbers, or categories" },
    { CHANNEL_Y, TRUE, ACCEPTS_ANY, "categories, or numbers" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "a dot for each value on every row" },
    { CHANNEL_LOW, FALSE, ACCEPTS_NUMBER, "numbers, the lower ends of intervals" },
    { CHANNEL_HIGH, FALSE, ACCEPTS_NUMBER, "numbers, the upper ends of intervals" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_dot = {
    .name = "dot",
    .summary = "values as places on a line: need no zero; --stem draws lollipops, --low and --high "
               "intervals",
    .example = "datasets/poll/trust_2019.csv -x trust_percent -y power",
    .channels = dot_channels,
    .expand = dot_expand,
};
