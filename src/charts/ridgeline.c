#include "charts/charts.h"
#include "charts/distribution.h"
#include "charts/told.h"
#include "plot/bind.h"

/* px a category needs. */
#define ROW 30
/* Where a row's base lies below the middle of its band, and how high its peak may reach, in bands.
 */
#define BASE 0.35
#define HEIGHT 1.7
/* Where a curve is lower than this share of its peak at its ends, only the base is drawn. */
#define FLAT 0.006
/* Several curves in one row shine through each other, but not the rows behind. */
#define ALPHA 0.6

/* Room above for the peaks of the first row: an empty band. */
static void
ridgeline_make_room(Plot *plot, Distribution *work)
{
    guint n = work->categories.n;
    const char **names = arena_new0(plot->arena, const char *, n + 1);

    for (guint i = 0; i < n; i++)
        names[i + 1] = work->categories.names[i];
    plot->y.categories = work->categories.names = names;
    plot->y.n_categories = work->categories.n = n + 1;
    plot->y.times = NULL;
    for (guint i = 0; i < work->n_groups; i++)
        work->groups[i].category++;
}

/* A thin line under each row. */
static void
ridgeline_add_bases(Plot *plot, const Distribution *work)
{
    guint n_rows = work->categories.n - 1;
    gsize n = (gsize)n_rows * plot->n_panels;
    Layer *layer = bind_add_layer(plot, &mark_rule, n);
    Color *colors = arena_new0(plot->arena, Color, n);

    layer->upright = FALSE;
    layer->colors = colors;
    for (gsize i = 0; i < n; i++) {
        layer->x[i] = NAN;
        layer->y[i] = (double)(i % n_rows) + 1 + BASE;
        layer->panel[i] = (guint)(i / n_rows);
        colors[i] = plot->theme->grid;
        if (work->categories.names[i % n_rows + 1] == NULL && n_rows > 1)
            layer->y[i] = NAN;
    }
}

static gsize
ridgeline_add_item(Layer *layer, const DistributionGroup *group, double x, double above)
{
    gsize at = layer->n++;

    layer->x[at] = x;
    layer->y[at] = group->category + BASE - above;
    layer->series[at] = group->series;
    layer->panel[at] = group->panel;
    return at;
}

/* From the base up along the curve and back to the base. */
static void
ridgeline_add_curve(Plot *plot, const Distribution *work, Layer *layer,
                    const DistributionGroup *group, const DensityCurve *curve, Color color)
{
    guint from = 0, to = DENSITY_POINTS - 1;
    gsize first, start = layer->n;

    while (curve->height[from] < FLAT * curve->peak)
        from++;
    while (curve->height[to] < FLAT * curve->peak)
        to--;
    first = ridgeline_add_item(layer, group, curve->at[from], 0);
    layer->titles[first] = distribution_title(plot, work, group);
    for (guint i = from; i <= to; i++)
        ridgeline_add_item(layer, group, curve->at[i], curve->height[i] / curve->full * HEIGHT);
    ridgeline_add_item(layer, group, curve->at[to], 0);
    ridgeline_add_item(layer, group, NAN, NAN);
    for (gsize i = start; i < layer->n; i++)
        ((Color *)layer->colors)[i] = color;
}

/* The layers of one figure; n counts what has been put into each. */
typedef struct {
    Layer *curves, *dots;
    double low, high;         /* of all curves */
    DensityCurve **densities; /* of each group */
    guint n_small;
} RidgelineLayers;

/* One group as a curve, or as its values when there are too few. */
static void
ridgeline_add_group(Plot *plot, const Distribution *work, RidgelineLayers *layers, guint index,
                    gboolean is_ground)
{
    const DistributionGroup *group = &work->groups[index];
    const DensityCurve *curve = layers->densities[index];
    Color color = plot->series[group->series].color;

    if (curve != NULL) {
        if (work->by_series)
            color = is_ground ? plot->theme->background : color_with_alpha(color, ALPHA);
        ridgeline_add_curve(plot, work, layers->curves, group, curve, color);
        layers->low = MIN(layers->low, curve->at[0]);
        layers->high = MAX(layers->high, curve->at[DENSITY_POINTS - 1]);
        return;
    }
    if (is_ground)
        return;
    layers->n_small++;
    for (gsize i = 0; i < group->n; i++)
        layers->dots->rows[ridgeline_add_item(layers->dots, group, group->values[i], 0)] =
            (gint64)group->rows[i] + 1;
}

/* Rows from the top downwards, each over the one before: first its ground, then its curves. */
static void
ridgeline_fill(Plot *plot, const Distribution *work, RidgelineLayers *layers)
{
    gsize room = (gsize)work->n_groups * (DENSITY_POINTS + 3) * 2;

    layers->curves = bind_add_layer(plot, &mark_shape, room);
    layers->curves->titles = arena_new0(plot->arena, const char *, room);
    layers->curves->colors = arena_new0(plot->arena, Color, room);
    layers->curves->stacked = TRUE;
    layers->dots = bind_add_layer(plot, &mark_dot, plot->frame->table->length);
    layers->curves->upright = layers->dots->upright = FALSE;
    layers->curves->n = layers->dots->n = 0;
    for (guint g = 0, end; g < work->n_groups; g = end) {
        for (end = g; end < work->n_groups && work->groups[end].panel == work->groups[g].panel &&
                      work->groups[end].category == work->groups[g].category;)
            end++;
        for (guint i = g; i < end && work->by_series && plot->theme->background.a > 0; i++)
            ridgeline_add_group(plot, work, layers, i, TRUE);
        for (guint i = g; i < end; i++)
            ridgeline_add_group(plot, work, layers, i, FALSE);
    }
}

static gboolean
ridgeline_expand(Plot *plot, GError **error)
{
    Distribution work = { .lies = TRUE };
    RidgelineLayers layers = { 0 };
    AxisSpec *axis = &plot->x;

    if (!distribution_bind(plot, &work, ROW, error))
        return FALSE;
    ridgeline_make_room(plot, &work);
    ridgeline_add_bases(plot, &work);
    layers.low = axis->min;
    layers.high = axis->max;
    layers.densities = distribution_curves(plot, &work, FALSE);
    ridgeline_fill(plot, &work, &layers);
    axis->widen = FALSE;
    if (!axis->fixed) {
        axis->min = layers.low;
        axis->max = layers.high;
    }
    told_groups(plot,
                &(ToldGroups){ .value = work.value,
                               .categories = &work.categories,
                               .by_series = work.by_series },
                work.groups, work.n_groups);
    plot->key_mark = &mark_shape;
    distribution_report_small(plot, &work, layers.n_small);
    return TRUE;
}

static const ChannelDef ridgeline_channels[] = {
    { CHANNEL_X, FALSE, ACCEPTS_ANY, "numbers" },
    { CHANNEL_Y, FALSE, ACCEPTS_ANY, "categories: a row each" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "curves over each other in each row" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_ridgeline = {
    .name = "ridgeline",
    .summary = "many distributions one below the other, as overlapping curves",
    .example = "datasets/trade/by_country_year.csv -x total_usd -y partner --x-scale log",
    .channels = ridgeline_channels,
    .expand = ridgeline_expand,
};
