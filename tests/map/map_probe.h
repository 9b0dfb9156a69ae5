// A map as the binding leaves it, and as the mark places it: a chart of the test's own looks into
// it.
#pragma once

#include "io/fixture.h"
#include "map/map_draw.h"
#include "plot/figure.h"

#include <string.h>

/* What a test wants to know of the bound map, while its plot lives. */
typedef void (*MapLook)(const Map *map, const Plot *plot);

typedef struct {
    MapLook look;
    MarkType mark;         /* the map's own, with an ear */
    Projection projection; /* of the first panel, as drawn */
    Rect rect;
} MapProbe;

static MapProbe map_probe;

static inline void
map_probe_draw(const MarkContext *context)
{
    const MapView *view = map_view(context);

    map_probe.projection = view->projection;
    map_probe.rect = view->rect;
    mark_map.draw(context);
}

static inline gboolean
map_probe_expand(Plot *plot, GError **error)
{
    Map *map;

    if (!map_expand(plot, error))
        return FALSE;
    map = g_ptr_array_index(plot->layers, plot->layers->len - 1);
    if (map_probe.look != NULL)
        map_probe.look(map, plot);
    map_probe.mark = mark_map;
    map_probe.mark.draw = map_probe_draw;
    map->layer.type = &map_probe.mark;
    return TRUE;
}

static const ChannelDef map_probe_channels[] = {
    { CHANNEL_FROM, FALSE, ACCEPTS_ANY, "from" },
    { CHANNEL_TO, FALSE, ACCEPTS_ANY, "to" },
    { CHANNEL_WEIGHT, FALSE, ACCEPTS_NUMBER, "weight" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "color" },
    { CHANNEL_AREA, FALSE, ACCEPTS_ANY, "area" },
    { CHANNEL_FILL, FALSE, ACCEPTS_ANY, "fill" },
    { CHANNEL_HATCH, FALSE, ACCEPTS_ANY, "hatch" },
    { CHANNEL_SYMBOLS, FALSE, ACCEPTS_NUMBER, "symbols" },
    { CHANNEL_PLACE, FALSE, ACCEPTS_ANY, "place" },
    { CHANNEL_X, FALSE, ACCEPTS_NUMBER, "x" },
    { CHANNEL_Y, FALSE, ACCEPTS_NUMBER, "y" },
    { CHANNEL_SIZE, FALSE, ACCEPTS_NUMBER, "size" },
    { CHANNEL_LABEL, FALSE, ACCEPTS_ANY, "label" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "facet" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "facet-rows" },
    { .channel = CHANNEL_COUNT },
};

static const ChartType map_probe_chart = {
    .name = "map",
    .summary = "a map",
    .channels = map_probe_channels,
    .expand = map_probe_expand,
};

/* As figure_draw_chart(); look may be NULL. */
static inline Figure
map_figure(MapLook look, const char *csv, const char *const *options)
{
    map_probe.look = look;
    return figure_draw_chart(&map_probe_chart, csv, options);
}

#define MAP_FIGURE(look, csv, ...) map_figure(look, csv, (const char *const[]){ __VA_ARGS__, NULL })

static inline void
map_assert_drawn(Figure *figure)
{
    g_assert_no_error(figure->error);
    figure_clear(figure);
}

/* Refused with these words, at this line and field of a file whose last name is this (NULL: none).
 */
static inline void
map_assert_refused(Figure *figure, ErrorCode code, const char *file, guint line, guint field,
                   const char *words)
{
    Where where;

    g_assert_error(figure->error, CARTOUCHE_ERROR, (int)code);
    where = error_where(figure->error);
    if (strstr(figure->error->message, words) == NULL)
        g_error("\"%s\" lacks \"%s\"", figure->error->message, words);
    g_assert_true((where.file == NULL) == (file == NULL));
    g_assert_true(file == NULL || g_str_has_suffix(where.file, file));
    g_assert_cmpuint(where.line, ==, line);
    g_assert_cmpuint(where.field, ==, field);
    figure_clear(figure);
}
