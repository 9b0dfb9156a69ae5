#include "charts/strip.h"

#include "charts/charts.h"
#include "charts/distribution.h"
#include "mark/disc_image.h"
#include "plot/bind.h"

/* px a lying category needs. */
#define ROW 38
/* Swarms may come nearer to each other than bars. */
#define GAP 0.1

static gboolean
strip_expand(Plot *plot, GError **error)
{
    Distribution work = { .gathers_series = TRUE };
    gsize n = 0, *rows;
    Layer *layer;

    if (!distribution_bind(plot, &work, ROW, error))
        return FALSE;
    work.band_axis->padding = GAP;
    rows = arena_new0(plot->arena, gsize, plot->frame->table->length);
    layer = bind_add_layer(plot, &mark_strip, plot->frame->table->length);
    layer->upright = work.upright;
    for (guint g = 0; g < work.n_groups; g++)
        for (gsize i = 0; i < work.groups[g].n; i++, n++) {
            const DistributionGroup *group = &work.groups[g];

            rows[n] = group->rows[i];
            *(work.upright ? &layer->x[n] : &layer->y[n]) = group->category;
            *(work.upright ? &layer->y[n] : &layer->x[n]) = group->values[i];
            layer->series[n] = work.series[rows[n]];
            layer->panel[n] = group->panel;
        }
    layer->n = n;
    /* The dots of a picture have no tooltips. */
    if (n <= DISC_IMAGE_FROM)
        bind_titles(plot, layer, rows,
                    plot->frame->columns[work.position] != NULL ? work.position : CHANNEL_COUNT,
                    work.value, work.value_axis);
    plot->key_mark = &mark_dot;
    work.value_axis->room_before = work.value_axis->room_after =
        plot->theme->point_radius * STRIP_LARGEST;
    return TRUE;
}

static const ChannelDef strip_channels[] = {
    { CHANNEL_X, FALSE, ACCEPTS_ANY, "categories, or numbers for lying strips" },
    { CHANNEL_Y, FALSE, ACCEPTS_ANY, "numbers, or categories for lying strips" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "column whose values colour the dots" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_strip = {
    .name = "strip",
    .summary = "every row a dot, by category; none covers another",
    .example = "datasets/poll/align_us_china.csv -x align_us_percent -y country",
    .channels = strip_channels,
    .expand = strip_expand,
};
