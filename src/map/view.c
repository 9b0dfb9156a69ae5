#include "map/view.h"

#include <stdlib.h>

/* The disc of a node is a little wider than its widest link; px at text of 13 px. */
#define NODE_RADIUS 3.5
#define NODE_AIR 1.5
#define LINK_GAP 2.0
/* Room between the map and the edge of the panel when the whole earth is shown, px. */
#define EARTH_AIR 2.0

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

static int
view_compare_links(const void *a, const void *b)
{
    const MapLinkView *left = a, *right = b;

    if (left->width != right->width)
        return left->width > right->width ? -1 : 1;
    return left->link->row < right->link->row ? -1 : left->link->row > right->link->row;
}

/* Discs of the nodes that have links here. */
static void
view_place_nodes(MapView *view, const Map *map, const MarkContext *context)
{
    const Relations *relations = map->relations;
    double em = theme_em(context->theme);

    for (guint i = 0; i < relations->n_nodes; i++) {
        view->nodes[i] = map_view_point(view, relations->nodes[i].place.at);
        if (!view_has(view, view->nodes[i]))
            view->nodes[i] = (Point){ NAN, NAN };
    }
    for (guint i = 0; i < view->n_links; i++) {
        const RelationLink *link = view->links[i].link;
        double radius = MAX(NODE_RADIUS * em, view->links[i].width / 2 + NODE_AIR);

        view->radii[link->from] = MAX(view->radii[link->from], radius);
        view->radii[link->to] = MAX(view->radii[link->to], radius);
    }
}

static void
view_place_links(MapView *view, const Map *map, const MarkContext *context)
{
    const Relations *relations = map->relations;
    g_autofree FlowNode *nodes = g_new0(FlowNode, relations->n_nodes + 1);
    g_autofree FlowLink *links = g_new0(FlowLink, relations->n_links + 1);
    g_autofree FlowArc *arcs = g_new0(FlowArc, relations->n_links + 1);
    FlowOptions options = { .ends = relations->directed ? FLOW_ARROW : FLOW_LINE,
                            .page = view->rect,
                            .gap = LINK_GAP };

    for (guint i = 0; i < relations->n_links; i++) {
        const RelationLink *link = &relations->links[i];

        if (link->panel == context->panel)
            view->links[view->n_links++] =
                (MapLinkView){ .link = link,
                               .width = relations_width(relations, context->theme, link->weight) };
    }
    view_place_nodes(view, map, context);
    qsort(view->links, view->n_links, sizeof *view->links, view_compare_links);
    for (guint i = 0; i < relations->n_nodes; i++)
        nodes[i] = (FlowNode){ view->nodes[i], view->radii[i] > 0 ? view->radii[i] : 0 };
    for (guint i = 0; i < view->n_links; i++)
        links[i] =
            (FlowLink){ view->links[i].link->from, view->links[i].link->to, view->links[i].width };
    flow_lay_out(nodes, relations->n_nodes, links, view->n_links, &options, arcs);
    for (guint i = 0; i < view->n_links; i++)
        view->links[i].arc = arcs[i];
}

/* The whole earth, from one side of the meridian opposite to the centre to its other side. */
static Extent
view_earth(const Projection *projection)
{
    double west = projection->centre.lon - 180 + 1e-6, east = projection->centre.lon + 180 - 1e-6;

    return (Extent){ west < -180 ? west + 360 : west, -90, east > 180 ? east - 360 : east, 90 };
}

const MapView *
map_view(const MarkContext *context)
{
    const Map *map = (const Map *)context->layer;
    Arena *arena = map->plot->arena;
    MapView *view = map->views[context->panel];
    Rect inside = rect_grow(context->rect, -EARTH_AIR, -EARTH_AIR);

    if (view != NULL)
        return view;
    view = map->views[context->panel] = arena_new0(arena, MapView, 1);
    view->rect = context->rect;
    view->projection = map->projection;
    if (!projection_fit_extent(&view->projection,
                               map->world ? view_earth(&map->projection) : map->extent,
                               map->world ? inside : view->rect))
        view->projection.scale = 0;
    else if (!projection_shown_extent(&view->projection, view->rect, &view->shown))
        view->projection.scale = 0;
    if (map->relations != NULL) {
        view->nodes = arena_new0(arena, Point, map->relations->n_nodes);
        view->radii = arena_new0(arena, double, map->relations->n_nodes);
        view->links = arena_new0(arena, MapLinkView, map->relations->n_links);
        view_place_links(view, map, context);
    }
    view->symbols = arena_new0(arena, Point, map->n_symbols);
    for (guint i = 0; i < map->n_symbols; i++) {
        const MapSymbol *symbol = &map->symbols[i];
        Point p = map_view_point(view, symbol->place.at);

        view->symbols[i] =
            (symbol->panel != G_MAXUINT && symbol->panel != context->panel) || !view_has(view, p)
                ? (Point){ NAN, NAN }
                : p;
    }
    return view;
}
