// The mark of a map: everything in its panel.
#include "map/map_draw.h"

#include "mark/surface.h"

const MapFill *
map_draw_fill(const MapDraw *draw, guint area)
{
    return draw->fills[area];
}

gboolean
map_draw_has(const MapDraw *draw, Point p)
{
    Rect rect = draw->view->rect;

    return p.x >= rect.x && p.x <= rect_right(rect) && p.y >= rect.y && p.y <= rect_bottom(rect);
}

static const MapFill **
draw_fills_of(const Map *map, guint panel)
{
    const MapFill **fills = g_new0(const MapFill *, atlas_count(map->atlas) + 1);

    for (guint i = 0; map->fills != NULL && i < map->fills->n; i++) {
        const MapFill *fill = &map->fills->items[i];

        if (fill->panel == G_MAXUINT || fill->panel == panel)
            fills[fill->area] = fill;
    }
    return fills;
}

MapDraw
map_draw_of(const MarkContext *context, const MapView *view)
{
    const Map *map = (const Map *)context->layer;

    return (MapDraw){ .context = context,
                      .map = map,
                      .view = view,
                      .shown = view->shown,
                      .is_inset = view->is_inset,
                      .fills = draw_fills_of(map, context->panel) };
}

void
map_draw_clear(MapDraw *draw)
{
    g_clear_pointer(&draw->fills, g_free);
}

/* All but the words. */
static void
map_mark_draw_all(const MarkContext *context, const MapView *view)
{
    MapDraw draw = map_draw_of(context, view);

    map_draw_base(&draw);
    if (draw.map->relations != NULL) {
        map_draw_links(&draw);
        map_draw_nodes(&draw);
    }
    map_draw_symbols(&draw);
    map_draw_insets(&draw);
    map_draw_bar(&draw);
    map_draw_clear(&draw);
}

/* The map is drawn before its notes look for room on it, and drawn again where they have none. */
static void
map_mark_draw(const MarkContext *context)
{
    const Map *map = (const Map *)context->layer;
    MapView *view = map_view(context);

    if (!(view->projection.scale > 0))
        return;
    scene_builder_push(context->builder, ROLE_NONE, NULL);
    map_mark_draw_all(context, view);
    if (map->n_callouts > 0 && !map_place_notes(view, context)) {
        scene_builder_cancel(context->builder);
        scene_builder_push(context->builder, ROLE_NONE, NULL);
        map_mark_draw_all(context, view);
        map_number_notes(view, context);
    }
    scene_builder_dissolve(context->builder);
    map_report_view(view, context);
}

static void
map_mark_draw_labels(const MarkContext *context)
{
    MapDraw draw = map_draw_of(context, map_view(context));

    if (draw.view->projection.scale > 0) {
        map_draw_notes(&draw);
        map_keep_off_insets(&draw);
        map_ask_labels(&draw);
        map_ask_degrees(&draw);
    }
    map_draw_clear(&draw);
}

const MarkType mark_map = {
    .name = "map",
    .summary = "areas, links, symbols and notes on a map",
    .over_zero = TRUE,
    .draw = map_mark_draw,
    .draw_labels = map_mark_draw_labels,
    .draw_key = mark_key_swatch,
};
