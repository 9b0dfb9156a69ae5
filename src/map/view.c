#include "map/map_draw.h"

/* Room between the map and the edge of the panel when the whole earth is shown, px. */
#define EARTH_AIR 2.0
/* Lines are so much finer than the tolerance within which they are simplified, px. */
#define DETAIL 0.1

Point
map_view_point(const MapView *view, LonLat at)
{
    Point p;

    if (isnan(at.lon) || !projection_forward(&view->projection, at, &p))
        return (Point){ NAN, NAN };
    return p;
}

static gboolean
view_has(const MapView *view, Point p)
{
    return p.x >= view->rect.x && p.x <= rect_right(view->rect) && p.y >= view->rect.y &&
           p.y <= rect_bottom(view->rect);
}

/* The whole earth, from one side of the meridian opposite to the centre to its other side. */
static Extent
view_earth(const Projection *projection)
{
    double west = projection->centre.lon - 180 + 1e-6, east = projection->centre.lon + 180 - 1e-6;

    return (Extent){ west < -180 ? west + 360 : west, -90, east > 180 ? east - 360 : east, 90 };
}

/* Of planes half of the earth or less is seen. */
static gboolean
view_is_whole(const Map *map)
{
    return map->world && map->projection.type->family != PROJECTION_PLANE;
}

/* Only words and dots ask whose ground it is. */
static void
view_make_ground(MapView *view, const MarkContext *context)
{
    const Map *map = (const Map *)context->layer;
    MapDraw draw;
    Ground *ground;

    view->ground = NULL;
    if (!(view->projection.scale > 0) ||
        (map->plot->spec->map.label_places == LABEL_PLACES_NONE && map->n_symbols == 0))
        return;
    draw = map_draw_of(context, view);
    ground = map_make_ground(&draw);
    map_draw_clear(&draw);
    arena_own(map->plot->arena, ground, (GDestroyNotify)ground_free);
    view->ground = ground;
}

/* Points that the page would not show are not traced at all. What is not seen is as fine as what is
 * seen next to it. */
void
map_view_set_detail(MapView *view)
{
    double degrees[DETAIL_BANDS];

    projection_finest(&view->projection, view->shown, DETAIL, DETAIL_BANDS, degrees);
    for (guint i = 1; i < DETAIL_BANDS; i++)
        if (degrees[i] == 0)
            degrees[i] = degrees[i - 1];
    for (guint i = DETAIL_BANDS - 1; i > 0; i--)
        if (degrees[i - 1] == 0)
            degrees[i - 1] = degrees[i];
    view->detail = boundary_detail(degrees);
}

void
map_view_place(MapView *view, const MarkContext *context, Rect rect)
{
    const Map *map = (const Map *)context->layer;
    Rect inside = rect_grow(rect, -EARTH_AIR, -EARTH_AIR);

    view->rect = rect;
    view->projection = map->projection;
    view->areas = arena_new0(map->plot->arena, Path *, atlas_count(map->atlas));
    view->shown = (Extent){ -180, -90, 180, 90 };
    if (!projection_fit_extent(&view->projection,
                               map->world ? view_earth(&map->projection) : map->extent,
                               map->world ? inside : rect) ||
        (!view_is_whole(map) && !projection_shown_extent(&view->projection, rect, &view->shown)))
        view->projection.scale = 0;
    else
        map_view_set_detail(view);
    if (map->relations != NULL)
        map_place_links(view, context);
    view_make_ground(view, context);
    for (guint i = 0; i < map->n_symbols; i++) {
        const MapSymbol *symbol = &map->symbols[i];
        Point p = map_view_point(view, symbol->place.at);

        view->symbols[i] =
            (symbol->panel != G_MAXUINT && symbol->panel != context->panel) || !view_has(view, p)
                ? (Point){ NAN, NAN }
                : p;
    }
    if (map->n_symbols > 0 && !map->sized && view->ground != NULL)
        map_place_clusters(view, context);
    map_place_insets(view, context);
    map_place_bar(view, context);
}

/* Of what stands in this panel. */
static void
view_report_beyond(const MapView *view, const MarkContext *context)
{
    const Map *map = (const Map *)context->layer;
    const char *file = map->plot->frame->table->file;
    guint symbols = 0, beyond = 0, areas = 0, unseen = 0;

    for (guint i = 0; i < map->n_symbols; i++) {
        gboolean here =
            map->symbols[i].panel == G_MAXUINT || map->symbols[i].panel == context->panel;

        symbols += here;
        beyond += here && isnan(view->symbols[i].x);
    }
    for (guint i = 0; map->fills != NULL && i < map->fills->n; i++) {
        const MapFill *fill = &map->fills->items[i];
        gboolean here = fill->panel == G_MAXUINT || fill->panel == context->panel;

        areas += here;
        unseen += here && !extent_meets(atlas_area(map->atlas, fill->area).extent, view->shown);
    }
    if (beyond > 0)
        report_add(context->report, SEVERITY_WARNING, (Where){ .file = file }, beyond,
                   "%u of %u dots lie%s beyond this map and %s left out", beyond, symbols,
                   beyond == 1 ? "s" : "", beyond == 1 ? "is" : "are");
    if (unseen > 0)
        report_add(context->report, SEVERITY_NOTE,
                   (Where){ .file = map->fills->plot.frame->table->file }, unseen,
                   "%u of %u areas with a row lie%s beyond this map", unseen, areas,
                   unseen == 1 ? "s" : "");
}

MapView *
map_view(const MarkContext *context)
{
    const Map *map = (const Map *)context->layer;
    MapView *view = map->views[context->panel];

    if (view != NULL)
        return view;
    view = map->views[context->panel] = arena_new0(map->plot->arena, MapView, 1);
    view->symbols = arena_new0(map->plot->arena, Point, map->n_symbols);
    map_view_place(view, context, context->rect);
    return view;
}

void
map_report_view(const MapView *view, const MarkContext *context)
{
    const Map *map = (const Map *)context->layer;

    if (map->n_callouts > 0)
        map_report_notes(view, context);
    if (map->relations != NULL)
        map_report_links(view, context);
    view_report_beyond(view, context);
    map_report_insets(view, context);
    map_report_bar(view, context);
    map_report_clusters(view, context);
}
