#include "charts/box.h"

#include "charts/charts.h"
#include "charts/distribution.h"
#include "charts/told.h"
#include "plot/bind.h"
#include "transform/statistics.h"

/* px a lying category needs. */
#define ROW 26
/* How far the boxes fade, so that the median stands out. */
#define TINT 0.62
/* Widest box, and the dot of an outlier, px at the default text size. */
#define CAP 64
#define OUTLIER 2.5

/* The layers of one figure; n counts what has been put into each. */
typedef struct {
    Plot *plot;
    const Distribution *work;
    Layer *whiskers, *boxes, *medians, *dots;
} BoxLayers;

static Layer *
box_add_layer(BoxLayers *layers, const MarkType *mark, gsize room)
{
    Plot *plot = layers->plot;
    const Distribution *work = layers->work;
    Layer *layer = bind_add_layer(plot, mark, room);

    layer->n = 0;
    layer->upright = work->upright;
    layer->cap = CAP * theme_em(plot->theme);
    layer->titles = arena_new0(plot->arena, const char *, room);
    if (work->by_series) {
        layer->slot = layer->series;
        layer->n_slots = plot->n_series;
    }
    *(work->upright ? &layer->y0 : &layer->x0) = arena_new0(plot->arena, double, room);
    return layer;
}

static gsize
box_add_item(Layer *layer, const DistributionGroup *group, double from, double to)
{
    gsize at = layer->n++;

    *(layer->upright ? &layer->x[at] : &layer->y[at]) = group->category;
    *(layer->upright ? &layer->y[at] : &layer->x[at]) = to;
    (layer->upright ? layer->y0 : layer->x0)[at] = from;
    layer->series[at] = group->series;
    layer->panel[at] = group->panel;
    return at;
}

/* "Thailand: 336.3" */
static void
box_add_dot(const BoxLayers *layers, const DistributionGroup *group, gsize value)
{
    const char *name = distribution_name(layers->plot, layers->work, group);
    const char *text =
        bind_value_text(layers->plot, layers->work->value_axis, group->values[value]);
    gsize at = box_add_item(layers->dots, group, 0, group->values[value]);

    layers->dots->rows[at] = (gint64)group->rows[value] + 1;
    layers->dots->titles[at] =
        name != NULL ? arena_printf(layers->plot->arena, "%s: %s", name, text) : text;
}

/* What boxes fade into: the page, or white where it has no colour of its own. */
static Color
box_ground(const Plot *plot)
{
    return plot->theme->background.a > 0 ? plot->theme->background : COLOR_RGB(0xffffff);
}

static void
box_add_group(BoxLayers *layers, const DistributionGroup *group)
{
    BoxSummary box = statistics_box(group->values, group->n);
    gsize at;

    if (group->n < DISTRIBUTION_LEAST) {
        for (gsize i = 0; i < group->n; i++)
            box_add_dot(layers, group, i);
        return;
    }
    if (box.low < box.q1)
        box_add_item(layers->whiskers, group, box.q1, box.low);
    if (box.high > box.q3)
        box_add_item(layers->whiskers, group, box.q3, box.high);
    at = box_add_item(layers->boxes, group, box.q1, box.q3);
    layers->boxes->titles[at] = distribution_title(layers->plot, layers->work, group);
    ((Color *)layers->boxes->colors)[at] =
        color_mix(layers->plot->series[group->series].color, box_ground(layers->plot), TINT);
    box_add_item(layers->medians, group, box.median, box.median);
    for (gsize i = 0; i < box.n_below; i++)
        box_add_dot(layers, group, i);
    for (gsize i = group->n - box.n_above; i < group->n; i++)
        box_add_dot(layers, group, i);
}

static void
box_fill(Plot *plot, const Distribution *work)
{
    BoxLayers layers = { plot, work, NULL, NULL, NULL, NULL };
    gsize n_values = plot->frame->table->length, n = work->n_groups;
    double *radii = arena_new0(plot->arena, double, n_values);
    guint n_small = 0;

    layers.whiskers = box_add_layer(&layers, &mark_segment, 2 * n);
    layers.boxes = box_add_layer(&layers, &mark_bar, n);
    layers.medians = box_add_layer(&layers, &mark_median, n);
    layers.dots = box_add_layer(&layers, &mark_dot, n_values);
    layers.boxes->colors = arena_new0(plot->arena, Color, n);
    layers.dots->radii = radii;
    for (gsize i = 0; i < n_values; i++)
        radii[i] = OUTLIER * theme_em(plot->theme);
    for (guint i = 0; i < n; i++) {
        box_add_group(&layers, &work->groups[i]);
        n_small += work->groups[i].n < DISTRIBUTION_LEAST;
    }
    plot->key_mark = &mark_bar;
    distribution_report_small(plot, work, n_small);
}

static gboolean
box_expand(Plot *plot, GError **error)
{
    Distribution work = { 0 };

    if (!distribution_bind(plot, &work, ROW, error))
        return FALSE;
    box_fill(plot, &work);
    told_groups(plot,
                &(ToldGroups){ .value = work.value,
                               .categories = &work.categories,
                               .by_series = work.by_series,
                               .whiskers = TRUE },
                work.groups, work.n_groups);
    return TRUE;
}

static const ChannelDef box_channels[] = {
    { CHANNEL_X, FALSE, ACCEPTS_ANY, "categories, or numbers for lying boxes" },
    { CHANNEL_Y, FALSE, ACCEPTS_ANY, "numbers, or categories for lying boxes" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "boxes side by side in each category" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_box = {
    .name = "box",
    .summary = "medians, quartiles and outliers of several groups",
    .example = "datasets/trade/by_country_year.csv -x total_usd -y partner",
    .channels = box_channels,
    .expand = box_expand,
};
