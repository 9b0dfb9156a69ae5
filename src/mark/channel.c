#include "mark/channel.h"

const char *
channel_name(Channel channel)
{
    switch (channel) {
    case CHANNEL_X:
        return "x";
    case CHANNEL_Y:
        return "y";
    case CHANNEL_COLOR:
        return "color";
    case CHANNEL_SIZE:
        return "size";
    case CHANNEL_LABEL:
        return "label";
    case CHANNEL_LOW:
        return "low";
    case CHANNEL_HIGH:
        return "high";
    case CHANNEL_END:
        return "end";
    case CHANNEL_FACET:
        return "facet";
    case CHANNEL_FACET_ROWS:
        return "facet-rows";
    case CHANNEL_FROM:
        return "from";
    case CHANNEL_TO:
        return "to";
    case CHANNEL_WEIGHT:
        return "weight";
    case CHANNEL_PLACE:
        return "place";
    case CHANNEL_AREA:
        return "area-key";
    case CHANNEL_FILL:
        return "fill";
    case CHANNEL_HATCH:
        return "hatch";
    case CHANNEL_SYMBOLS:
        return "symbols";
    case CHANNEL_COUNT:
        break;
    }
    g_assert_not_reached();
}
