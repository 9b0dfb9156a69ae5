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
    case CHANNEL_FACET:
        return "facet";
    case CHANNEL_COUNT:
        break;
    }
    g_assert_not_reached();
}
