#include "map/graph.h"

#include "charts/charts.h"

static const ChannelDef network_channels[] = {
    { CHANNEL_FROM, TRUE, ACCEPTS_ANY, "where links begin" },
    { CHANNEL_TO, TRUE, ACCEPTS_ANY, "where links end" },
    { CHANNEL_WEIGHT, FALSE, ACCEPTS_NUMBER, "numbers above 0 that the widths of links show" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "kinds of links, a colour each" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a network for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of networks for each value" },
    { .channel = CHANNEL_COUNT },
};

static const Channel network_values[] = { CHANNEL_WEIGHT, CHANNEL_COUNT };
static const Channel network_places[] = { CHANNEL_TO, CHANNEL_FROM, CHANNEL_COUNT };

const ChartType chart_network = {
    .name = "network",
    .summary = "who relates to whom, without a map: a network, arcs, or a matrix (--view)",
    .example = "datasets/trade/by_country_year.csv --from '=North Korea' --to partner --weight "
               "'sum(total_usd)'",
    .channels = network_channels,
    .value_channels = network_values,
    .place_channels = network_places,
    .expand = graph_expand_names,
    .describe = graph_describe,
};
