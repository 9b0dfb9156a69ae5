#include "charts/charts.h"
#include "charts/distribution.h"
#include "charts/told.h"
#include "plot/bind.h"
#include "plot/page.h"
#include "transform/statistics.h"

/* px a lying category needs. */
#define ROW 38
/* Where nearly nothing lies a violin keeps this share of its width: it is one shape. */
#define SPINE 0.03
/* Widest violin, px at the default text size. */
#define CAP 120

/* The layers of one figure; n counts what has been put into each. */
typedef struct {
    Plot *plot;
    const Distribution *work;
    double half; /* of a violin at its widest, in bands */
    double step; /* px of a band, about */
    Layer *shapes, *halves, *medians, *dots;
    Layer *rings; /* around the medians, where some stand on no shape to be seen on; else NULL */
} ViolinLayers;

/* px of a band, before the page is laid out. */
static double
violin_step(const Plot *plot, const Distribution *work)
{
    double room = work->upright
                      ? page_column_width(plot) - 40
                      : plot->size.height / page_rows(plot) - 4 * plot->theme->margin - 40;

    return MAX(1, room / MAX(1, work->categories.n));
}

/* Half of what a violin may take of its band: its share among the series, and no wider than the
 * cap. */
static double
violin_half(const Plot *plot, const Distribution *work, double step)
{
    double share = (1 - plot->theme->band_padding) / (work->by_series ? plot->n_series : 1);
    double cap = CAP * theme_em(plot->theme);

    return MIN(share, cap / step) / 2;
}

/* Whether some median is wider than the shape that it stands on. */
static gboolean
violin_has_thin(const ViolinLayers *layers, DensityCurve *const *curves)
{
    for (guint k = 0; k < layers->work->n_groups; k++) {
        const DistributionGroup *group = &layers->work->groups[k];
        double median = statistics_box(group->values, group->n).median;
        guint at = 0;

        while (curves[k] != NULL && at + 1 < DENSITY_POINTS && curves[k]->at[at] < median)
            at++;
        if (curves[k] != NULL &&
            curves[k]->height[at] / curves[k]->full * layers->half * layers->step <
                layers->plot->theme->point_radius + 2)
            return TRUE;
    }
    return FALSE;
}

static void
violin_set_radii(const Plot *plot, Layer *layer, double radius)
{
    double *radii = arena_new0(plot->arena, double, layer->n);

    for (gsize i = 0; i < layer->n; i++)
        radii[i] = radius;
    layer->radii = radii;
}

/* Words' colour is seen on shapes and beside them; the ground's only on shapes. */
static void
violin_show_on_thin(const ViolinLayers *layers)
{
    const Theme *theme = layers->plot->theme;
    Layer *dark[] = { layers->halves, layers->rings };

    for (guint k = 0; k < G_N_ELEMENTS(dark); k++)
        for (gsize i = 0; i < dark[k]->n; i++)
            ((Color *)dark[k]->colors)[i] = theme->label.color;
    violin_set_radii(layers->plot, layers->rings, theme->point_radius * 1.2);
    violin_set_radii(layers->plot, layers->medians, theme->point_radius * 0.7);
}

static Layer *
violin_add_layer(const ViolinLayers *layers, const MarkType *mark, gsize room, gboolean on_shape)
{
    Plot *plot = layers->plot;
    Layer *layer = bind_add_layer(plot, mark, room);
    Color *colors = arena_new0(plot->arena, Color, room);

    layer->n = 0;
    layer->upright = layers->work->upright;
    layer->titles = arena_new0(plot->arena, const char *, room);
    for (gsize i = 0; i < room; i++)
        colors[i] = plot->theme->background.a > 0 ? plot->theme->background : COLOR_RGB(0xffffff);
    layer->colors = on_shape ? colors : NULL;
    return layer;
}

static gsize
violin_add_item(const ViolinLayers *layers, Layer *layer, const DistributionGroup *group,
                double across, double along)
{
    const Distribution *work = layers->work;
    gsize at = layer->n++;
    double shift = work->by_series
                       ? (group->series + 0.5 - layers->plot->n_series / 2.0) * 2 * layers->half
                       : 0;

    *(work->upright ? &layer->x[at] : &layer->y[at]) = group->category + shift + across;
    *(work->upright ? &layer->y[at] : &layer->x[at]) = along;
    layer->series[at] = group->series;
    layer->panel[at] = group->panel;
    return at;
}

/* Up one side, down the other. */
static gsize
violin_add_shape(const ViolinLayers *layers, const DistributionGroup *group,
                 const DensityCurve *curve)
{
    gsize first = layers->shapes->n;
    double scale = layers->half * 0.96 / curve->full, least = layers->half * SPINE;

    for (guint i = 0; i < DENSITY_POINTS; i++)
        violin_add_item(layers, layers->shapes, group, MAX(least, curve->height[i] * scale),
                        curve->at[i]);
    for (guint i = DENSITY_POINTS; i-- > 0;)
        violin_add_item(layers, layers->shapes, group, -MAX(least, curve->height[i] * scale),
                        curve->at[i]);
    violin_add_item(layers, layers->shapes, group, NAN, NAN);
    return first;
}

/* TRUE when the group has become a violin; else its values are dots. */
static gboolean
violin_add_group(const ViolinLayers *layers, const DistributionGroup *group,
                 const DensityCurve *curve)
{
    BoxSummary box = statistics_box(group->values, group->n);
    gsize at;

    if (curve == NULL) {
        for (gsize i = 0; i < group->n; i++) {
            at = violin_add_item(layers, layers->dots, group, 0, group->values[i]);
            layers->dots->rows[at] = (gint64)group->rows[i] + 1;
        }
        return FALSE;
    }
    at = violin_add_shape(layers, group, curve);
    layers->shapes->titles[at] = distribution_title(layers->plot, layers->work, group);
    at = violin_add_item(layers, layers->halves, group, 0, box.q3);
    (layers->work->upright ? layers->halves->y0 : layers->halves->x0)[at] = box.q1;
    if (layers->rings != NULL)
        violin_add_item(layers, layers->rings, group, 0, box.median);
    violin_add_item(layers, layers->medians, group, 0, box.median);
    return TRUE;
}

static gboolean
violin_expand(Plot *plot, GError **error)
{
    Distribution work = { 0 };
    ViolinLayers layers = { .plot = plot, .work = &work };
    guint n_dotted = 0;
    DensityCurve **curves;

    if (!distribution_bind(plot, &work, ROW, error))
        return FALSE;
    curves = distribution_curves(plot, &work, TRUE);
    layers.step = violin_step(plot, &work);
    layers.half = violin_half(plot, &work, layers.step);
    layers.shapes = violin_add_layer(&layers, &mark_shape,
                                     (gsize)work.n_groups * (2 * DENSITY_POINTS + 1), FALSE);
    layers.halves = violin_add_layer(&layers, &mark_segment, work.n_groups, TRUE);
    if (violin_has_thin(&layers, curves))
        layers.rings = violin_add_layer(&layers, &mark_dot, work.n_groups, TRUE);
    layers.medians = violin_add_layer(&layers, &mark_dot, work.n_groups, TRUE);
    layers.dots = violin_add_layer(&layers, &mark_dot, plot->frame->table->length, FALSE);
    *(work.upright ? &layers.halves->y0 : &layers.halves->x0) =
        arena_new0(plot->arena, double, work.n_groups);
    for (guint i = 0; i < work.n_groups; i++)
        n_dotted += !violin_add_group(&layers, &work.groups[i], curves[i]);
    if (layers.rings != NULL)
        violin_show_on_thin(&layers);
    told_groups(plot,
                &(ToldGroups){ .value = work.value,
                               .categories = &work.categories,
                               .by_series = work.by_series },
                work.groups, work.n_groups);
    plot->key_mark = &mark_shape;
    distribution_report_small(plot, &work, n_dotted);
    return TRUE;
}

static const ChannelDef violin_channels[] = {
    { CHANNEL_X, FALSE, ACCEPTS_ANY, "categories, or numbers for lying violins" },
    { CHANNEL_Y, FALSE, ACCEPTS_ANY, "numbers, or categories for lying violins" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "violins side by side in each category" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_violin = {
    .name = "violin",
    .summary = "the shapes of several distributions, with medians and middle halves",
    .example = "datasets/trade/by_country_year.csv -x total_usd -y partner --x-scale log",
    .channels = violin_channels,
    .expand = violin_expand,
};
