// The keys of a map, side by side above it: colours of areas, hatches, widths and sizes.
#include "map/map.h"

#include "guide/legend.h"
#include "guide/missing_key.h"
#include "plot/bind.h"
#include "plot/size_key.h"

/* What a map needs for its guides. */
typedef struct {
    const Map *map;
    Plot sizes; /* a plot that has the key of the circles; make_guide NULL: none */
} MapKeys;

static Box *
keys_of_fills(const Map *map, const Plot *plot)
{
    const Plot *fills = &map->fills->plot;
    Box *key = map->fills->ramp ? (fills->make_guide != NULL ? fills->make_guide(fills) : NULL)
                                : legend_box_new(fills->series, fills->n_series, &mark_map,
                                                 plot_key_is_beside(plot));

    return key;
}

static Box *
map_make_guide(const Plot *plot)
{
    const MapKeys *keys = plot->guide_data;
    const Map *map = keys->map;
    Box *stack = stack_box_new();
    Box *boxes[] = {
        map->fills != NULL ? keys_of_fills(map, plot) : NULL,
        map->fills != NULL && map->fills->hatches != NULL
            ? legend_box_new(map->fills->hatches, map->fills->n_hatches, &mark_map,
                             plot_key_is_beside(plot))
            : NULL,
        map->relations != NULL ? relations_width_key(map->relations, plot) : NULL,
        keys->sizes.make_guide != NULL ? keys->sizes.make_guide(&keys->sizes) : NULL,
    };

    for (guint i = 0; i < G_N_ELEMENTS(boxes); i++) {
        if (boxes[i] != NULL)
            boxes[i]->gap = plot->theme->line_gap * 2;
        stack_box_add(stack, boxes[i]);
    }
    return stack;
}

static void
keys_bind_sizes(const Map *map, MapKeys *keys)
{
    Plot *plot = &keys->sizes;
    g_autofree double *values = g_new0(double, map->n_symbols + 1);
    Channel channel =
        map->plot->frame->columns[CHANNEL_SIZE] != NULL ? CHANNEL_SIZE : CHANNEL_SYMBOLS;
    SizeKeyRequest request = { .values = values,
                               .n = map->n_symbols,
                               .least = INFINITY,
                               .least_radius = 2,
                               .title = map->plot->frame->titles[channel],
                               .unit = map->plot->frame->units[channel] };

    for (guint i = 0; i < map->n_symbols; i++) {
        const MapSymbol *symbol = &map->symbols[i];

        values[i] = symbol->value;
        request.least = MIN(request.least, symbol->value);
        if (symbol->value > request.scale.greatest)
            request.scale = (SizeScale){ symbol->value, symbol->radius };
    }
    size_key_bind(plot, &request);
}

void
map_make_keys(Map *map, Plot *plot)
{
    MapKeys *keys = arena_new0(plot->arena, MapKeys, 1);
    gboolean any =
        map->fills != NULL || map->sized || (map->relations != NULL && map->relations->weighted);

    keys->map = map;
    keys->sizes = *plot;
    keys->sizes.make_guide = NULL;
    if (map->sized)
        keys_bind_sizes(map, keys);
    if (!any)
        return;
    plot->make_guide = map_make_guide;
    plot->guide_data = keys;
}
