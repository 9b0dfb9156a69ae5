#include "map/map.h"

#include "charts/charts.h"

static const ChannelDef map_channels[] = {
    { CHANNEL_FROM, FALSE, ACCEPTS_ANY, "where links begin" },
    { CHANNEL_TO, FALSE, ACCEPTS_ANY, "where links end" },
    { CHANNEL_WEIGHT, FALSE, ACCEPTS_NUMBER, "numbers above 0 that the widths of links show" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "kinds of links or symbols, a colour each" },
    { CHANNEL_AREA, FALSE, ACCEPTS_ANY, "countries or areas" },
    { CHANNEL_FILL, FALSE, ACCEPTS_ANY, "their colours: categories or numbers" },
    { CHANNEL_HATCH, FALSE, ACCEPTS_ANY, "their hatches, up to three" },
    { CHANNEL_SYMBOLS, FALSE, ACCEPTS_NUMBER, "circles in them, numbers from 0" },
    { CHANNEL_PLACE, FALSE, ACCEPTS_ANY, "countries or places with a dot for each row" },
    { CHANNEL_X, FALSE, ACCEPTS_NUMBER, "longitudes of dots" },
    { CHANNEL_Y, FALSE, ACCEPTS_NUMBER, "latitudes of dots" },
    { CHANNEL_SIZE, FALSE, ACCEPTS_NUMBER, "numbers from 0 that the areas of dots show" },
    { CHANNEL_LABEL, FALSE, ACCEPTS_ANY, "words at dots" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a map for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of maps for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_map = {
    .name = "map",
    .summary = "links between countries or places, coloured areas and circles on a map, with notes",
    .example = "datasets/trade/by_country_year.csv --from =PRK --to partner --weight "
               "'sum(total_usd)' --extent 88,-12,150,55",
    .channels = map_channels,
    .expand = map_expand,
    .describe = map_describe,
};
