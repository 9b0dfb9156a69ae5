// A map of 600 x 400 px without anything on it, for texts to stand on.
#pragma once

#include "layout/callout.h"

static const Rect page = { 0, 0, 600, 400 };

typedef struct {
    TextMeasurer *measurer;
    Occupancy *occupied;
    LayoutContext context;
    CalloutStyle style;
    GArray *places;
} Map;

/* Letters are 5 px wide, 10 px high, lines 12.5 px apart. */
static inline Map
map_new(void)
{
    Map map = { .measurer = fixed_measurer_new(), .occupied = occupancy_new(page) };

    map.context = (LayoutContext){ theme_find("light"), map.measurer };
    map.style = callout_style(map.context.theme, COLOR_RGB(0xcd4626));
    map.style.text.size = map.style.date.size = 10;
    return map;
}

static inline void
map_clear(Map *map)
{
    text_measurer_free(map->measurer);
    occupancy_free(map->occupied);
    g_clear_pointer(&map->places, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Map, map_clear)
