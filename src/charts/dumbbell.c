#include "charts/charts.h"
#include "plot/bind.h"
#include "plot/places.h"
#include "plot/value_room.h"

#include <string.h>

/* More values than this at the ends is a table, not a figure. */
#define MAX_VALUES 16
/* From a dot to its value and on to the edge of the panel, px. */
#define VALUE_AIR 7.0

/* The two ends of one category in one panel, as rows of the frame; G_MAXSIZE: none. */
typedef struct {
    gsize low, high;
    double last; /* the value of the last series; NaN */
} Pair;

static double
dumbbell_radius(const Theme *theme)
{
    return theme->point_radius * 1.6;
}

/* The lowest and the highest row of each category and panel. */
static Pair *
dumbbell_pairs(Plot *plot, const Places *places)
{
    const double *values = plot->frame->columns[places->value]->values;
    Pair *pairs = arena_new0(plot->arena, Pair, (gsize)places->categories.n * plot->n_panels + 1);

    for (gsize i = 0; i < (gsize)places->categories.n * plot->n_panels; i++)
        pairs[i] = (Pair){ G_MAXSIZE, G_MAXSIZE, NAN };
    for (gsize row = 0; row < plot->frame->table->length; row++) {
        double at = places->categories.index[row];
        Pair *pair;

        if (isnan(at) || !isfinite(values[row]))
            continue;
        pair = &pairs[(gsize)places->panels[row] * places->categories.n + (gsize)at];
        if (pair->low == G_MAXSIZE || values[row] < values[pair->low])
            pair->low = row;
        if (pair->high == G_MAXSIZE || values[row] >= values[pair->high])
            pair->high = row;
        if (places->series[row] + 1 == plot->n_series)
            pair->last = values[row];
    }
    return pairs;
}

/* What the categories are sorted by: the last series, or how far the ends lie apart; of several
 * panels, the sums. */
static double *
dumbbell_weights(Plot *plot, const Places *places)
{
    const double *values = plot->frame->columns[places->value]->values;
    const char *sort = plot->spec->sort;
    gboolean by_gap = g_strcmp0(sort, "gap") == 0 || g_strcmp0(sort, "-gap") == 0;
    double *weights = arena_new0(plot->arena, double, places->categories.n + 1);
    const Pair *pairs = dumbbell_pairs(plot, places);

    for (guint i = 0; i < places->categories.n; i++) {
        weights[i] = NAN;
        for (guint panel = 0; panel < plot->n_panels; panel++) {
            const Pair *pair = &pairs[(gsize)panel * places->categories.n + i];
            double weight = pair->last;

            if (by_gap)
                weight = pair->low != G_MAXSIZE ? values[pair->high] - values[pair->low] : NAN;
            if (!isnan(weight))
                weights[i] = (isnan(weights[i]) ? 0 : weights[i]) + weight;
        }
    }
    return weights;
}

static void
dumbbell_connect(Plot *plot, const Places *places, const Pair *pairs)
{
    const double *values = plot->frame->columns[places->value]->values;
    Layer *layer =
        bind_add_layer(plot, &mark_segment, (gsize)places->categories.n * plot->n_panels);
    double *near = arena_new0(plot->arena, double, layer->n);
    Color *colors = arena_new0(plot->arena, Color, layer->n);

    for (gsize i = 0; i < layer->n; i++) {
        double at = (double)(i % places->categories.n);
        double low = pairs[i].low != G_MAXSIZE ? values[pairs[i].low] : NAN;
        double high = pairs[i].low != G_MAXSIZE ? values[pairs[i].high] : NAN;

        layer->x[i] = places->upright ? at : high;
        layer->y[i] = places->upright ? high : at;
        near[i] = low;
        layer->panel[i] = (guint)(i / places->categories.n);
        colors[i] = plot->theme->muted;
    }
    layer->x0 = places->upright ? NULL : near;
    layer->y0 = places->upright ? near : NULL;
    layer->upright = places->upright;
    layer->colors = colors;
}

static Layer *
dumbbell_dots(Plot *plot, const Places *places)
{
    const double *values = plot->frame->columns[places->value]->values;
    Layer *layer = bind_add_layer(plot, &mark_dot, plot->frame->table->length);
    gsize *rows = arena_new0(plot->arena, gsize, layer->n);
    double *radii = arena_new0(plot->arena, double, layer->n);

    for (gsize i = 0; i < layer->n; i++) {
        rows[i] = i;
        layer->x[i] = places->upright ? places->categories.index[i] : values[i];
        layer->y[i] = places->upright ? values[i] : places->categories.index[i];
        layer->series[i] = places->series[i];
        layer->panel[i] = places->panels[i];
        radii[i] = dumbbell_radius(plot->theme);
    }
    layer->radii = radii;
    layer->upright = places->upright;
    bind_titles(plot, layer, rows, places->position, places->value, places->value_axis);
    return layer;
}

/* The values at the ends, beyond them; then pairs of two series need no axis. */
static void
dumbbell_values(Plot *plot, const Places *places, const Pair *pairs, Layer *layer)
{
    const double *values = plot->frame->columns[places->value]->values;
    const char **labels = bind_value_labels(plot, places->value_axis, values, layer->n);
    const char **at_ends = arena_new0(plot->arena, const char *, layer->n);
    double *sides = arena_new0(plot->arena, double, layer->n);

    for (gsize i = 0; i < (gsize)places->categories.n * plot->n_panels; i++) {
        if (pairs[i].low == G_MAXSIZE)
            continue;
        at_ends[pairs[i].low] = labels[pairs[i].low];
        at_ends[pairs[i].high] = labels[pairs[i].high];
        sides[pairs[i].low] = -1;
        sides[pairs[i].high] = 1;
    }
    layer->labels = at_ends;
    layer->sides = sides;
    value_room_keep(plot, &(ValueRoom){ .axis = places->value_axis,
                                        .upright = places->upright,
                                        .labels = at_ends,
                                        .ends = sides,
                                        .n = layer->n,
                                        .gap = dumbbell_radius(plot->theme) + VALUE_AIR,
                                        .alone = plot->n_series == 2 });
}

static gboolean
dumbbell_shows_values(const Plot *plot, const Places *places)
{
    if (plot->spec->values != SWITCH_AUTO)
        return plot->spec->values == SWITCH_ON;
    return !places->upright && plot->n_series == 2 && places->categories.n <= MAX_VALUES;
}

/* Without an axis a zero at the edge says nothing, and values would stand on its line. */
static void
dumbbell_drop_zero(AxisSpec *axis, double min, double max)
{
    if (axis->fixed || axis->kind != SCALE_LINEAR)
        return;
    if (min > 0)
        axis->min = min;
    else if (max < 0)
        axis->max = max;
    axis->absent = min > 0 || max < 0;
}

static gboolean
dumbbell_expand(Plot *plot, GError **error)
{
    Places places = { 0 };
    const Column *values;
    const Pair *pairs;
    Layer *dots;
    double min, max;

    if (!places_bind(plot, &places, error))
        return FALSE;
    if (plot->n_series < 2) {
        error_set(error, ERROR_INPUT, (Where){ .file = plot->frame->table->file },
                  "a dumbbell joins two or more series; column \"%s\" has one value, use dot",
                  plot->frame->columns[CHANNEL_COLOR]->name);
        return FALSE;
    }
    places.categories.weight = "gap";
    if (!places_arrange(plot, &places, dumbbell_weights(plot, &places), error))
        return FALSE;
    values = plot->frame->columns[places.value];
    bind_extent(values->values, values->length, &min, &max);
    if (!places_axes(plot, &places, min, max, FALSE, dumbbell_radius(plot->theme), 22, error))
        return FALSE;
    pairs = dumbbell_pairs(plot, &places);
    dumbbell_connect(plot, &places, pairs);
    dots = dumbbell_dots(plot, &places);
    if (dumbbell_shows_values(plot, &places))
        dumbbell_values(plot, &places, pairs, dots);
    if (places.value_axis->hidden) {
        dumbbell_drop_zero(places.value_axis, min, max);
        places.band_axis->grid = FALSE;
    }
    plot->key_mark = &mark_dot;
    return TRUE;
}

static const ChannelDef dumbbell_channels[] = {
    { CHANNEL_X, TRUE, ACCEPTS_ANY, "numbers (two columns or more make the pairs), or categories" },
    { CHANNEL_Y, TRUE, ACCEPTS_ANY, "categories, or numbers" },
    { CHANNEL_COLOR, TRUE, ACCEPTS_ANY,
      "a column whose values are joined, or several columns on x" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_dumbbell = {
    .name = "dumbbell",
    .summary = "two or more values of each category, joined: how far apart they lie",
    .example = "datasets/poll/trust_2019.csv -x trust_percent,distrust_percent -y power",
    .channels = dumbbell_channels,
    .expand = dumbbell_expand,
};
