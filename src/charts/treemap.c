#include "charts/charts.h"
#include "charts/parts.h"
#include "plot/bind.h"

static gboolean
treemap_expand(Plot *plot, GError **error)
{
    Parts *parts = parts_new(plot, &mark_treemap, PARTS_NAMED, error);
    guint64 zeros = 0;

    if (parts == NULL)
        return FALSE;
    for (gsize i = 0; i < parts->layer.n; i++)
        zeros += parts->layer.y[i] == 0;
    if (zeros > 0)
        report_add(plot->report, SEVERITY_NOTE, (Where){ .file = plot->frame->table->file }, zeros,
                   "%" G_GUINT64_FORMAT " part%s 0 and no tile", zeros,
                   zeros == 1 ? " has the value" : "s have the value");
    if (plot->spec->values != SWITCH_OFF)
        parts->layer.labels = parts->values;
    plot->y.title = parts->axis.title;
    plot->y.title_unit = parts->axis.title_unit;
    return TRUE;
}

static const ChannelDef treemap_channels[] = {
    { CHANNEL_Y, TRUE, ACCEPTS_ANY, "numbers of zero or more: the areas" },
    { CHANNEL_X, FALSE, ACCEPTS_ANY, "a tile for each value" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "groups of tiles" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_treemap = {
    .name = "treemap",
    .summary = "many parts of a whole as areas, in groups",
    .example = "datasets/trade/by_country_year.csv -x partner -y sum(total_usd)",
    .channels = treemap_channels,
    .expand = treemap_expand,
};
