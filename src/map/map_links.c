// Links on the page: arcs that keep apart, or great circles.
#include "map/map_draw.h"

#include "geo/sphere.h"

#include <stdlib.h>

/* Between a disc and its links, px. */
#define LINK_GAP 2.0
/* Great circles are exact to this, px. */
#define TOLERANCE 0.25

static int
links_compare(const void *a, const void *b)
{
    const MapLinkView *left = a, *right = b;

    if (left->width != right->width)
        return left->width > right->width ? -1 : 1;
    return left->link->row < right->link->row ? -1 : left->link->row > right->link->row;
}

/* Discs of the nodes that have links here. */
static void
links_place_nodes(MapView *view, const Map *map, const MarkContext *context)
{
    const Relations *relations = map->relations;

    for (guint i = 0; i < relations->n_nodes; i++)
        view->nodes[i] = map_view_point(view, relations->nodes[i].place.at);
    for (guint i = 0; i < view->n_links; i++) {
        const RelationLink *link = view->links[i].link;
        double radius = relation_disc_radius(context->theme, view->links[i].width);

        view->radii[link->from] = MAX(view->radii[link->from], radius);
        view->radii[link->to] = MAX(view->radii[link->to], radius);
    }
}

/* Whether the shorter way between the ends leaves the map on one side and comes back on the other:
 * no arc over the page may stand for it. */
static gboolean
links_go_round(const MapView *view, const Relations *relations, const RelationLink *link)
{
    const LonLat ends[] = { relations->nodes[link->from].place.at,
                            relations->nodes[link->to].place.at };
    double lambda[2], phi;

    if (view->projection.type->family == PROJECTION_PLANE)
        return FALSE;
    for (guint i = 0; i < 2; i++)
        rotation_forward(&view->projection.rotation, ends[i], &lambda[i], &phi);
    return fabs(lambda[0] - lambda[1]) > G_PI;
}

/* An end beyond the panel: the link runs to the edge and stops there. */
static gboolean
links_leave(const MapView *view, const RelationLink *link)
{
    const Point ends[] = { view->nodes[link->from], view->nodes[link->to] };

    for (guint i = 0; i < 2; i++)
        if (isnan(ends[i].x) || ends[i].x < view->rect.x || ends[i].x > rect_right(view->rect) ||
            ends[i].y < view->rect.y || ends[i].y > rect_bottom(view->rect))
            return TRUE;
    return FALSE;
}

static gboolean
links_is_drawn(const MapView *view, const RelationLink *link)
{
    return isfinite(view->nodes[link->from].x) && isfinite(view->nodes[link->to].x);
}

/* A link of which an end is beyond the horizon, or far off the page, cannot be an arc. */
static void
links_place_arcs(MapView *view, const Map *map)
{
    const Relations *relations = map->relations;
    g_autofree FlowNode *nodes = g_new0(FlowNode, relations->n_nodes + 1);
    g_autofree FlowLink *links = g_new0(FlowLink, view->n_links + 1);
    g_autofree FlowArc *arcs = g_new0(FlowArc, view->n_links + 1);
    FlowOptions options = { .ends = relations->directed ? FLOW_ARROW : FLOW_LINE,
                            .page = view->rect,
                            .gap = LINK_GAP };
    guint n = 0;

    for (guint i = 0; i < relations->n_nodes; i++)
        nodes[i] = (FlowNode){ view->nodes[i], view->radii[i] };
    for (guint i = 0; i < view->n_links; i++) {
        MapLinkView *link = &view->links[i];

        link->geodesic = map->plot->spec->map.curve == LINKS_GEODESIC ||
                         links_go_round(view, relations, link->link) ||
                         links_leave(view, link->link);
        if (!link->geodesic && links_is_drawn(view, link->link))
            links[n++] = (FlowLink){ link->link->from, link->link->to, link->width };
    }
    flow_lay_out(nodes, relations->n_nodes, links, n, &options, arcs);
    n = 0;
    for (guint i = 0; i < view->n_links; i++)
        if (!view->links[i].geodesic && links_is_drawn(view, view->links[i].link))
            view->links[i].arc = arcs[n++];
}

void
map_report_links(const MapView *view, const MarkContext *context)
{
    const Map *map = (const Map *)context->layer;
    guint under = 0, beyond = 0;
    const RelationLink *first_under = NULL, *first_beyond = NULL;

    for (guint i = 0; i < view->n_links; i++) {
        const MapLinkView *link = &view->links[i];
        gboolean leaves = links_leave(view, link->link);

        under += link->arc.over_node;
        beyond += leaves;
        first_under = first_under == NULL && link->arc.over_node ? link->link : first_under;
        first_beyond = first_beyond == NULL && leaves ? link->link : first_beyond;
    }
    if (under > 0)
        report_add(context->report, SEVERITY_WARNING, WHERE_NONE, under,
                   "%u of %u links run%s under a place that is not theirs (%s%s)", under,
                   view->n_links, under == 1 ? "s" : "", first_under->title,
                   under > 1 ? ", …" : "");
    if (beyond > 0)
        report_add(context->report, SEVERITY_WARNING,
                   (Where){ .file = map->plot->frame->table->file }, beyond,
                   "%u of %u links (%s%s) end%s beyond this map; a larger --extent would show %s",
                   beyond, view->n_links, first_beyond->title, beyond > 1 ? ", …" : "",
                   beyond == 1 ? "s" : "", beyond == 1 ? "it" : "them");
}

void
map_place_links(MapView *view, const MarkContext *context)
{
    const Map *map = (const Map *)context->layer;
    const Relations *relations = map->relations;
    Arena *arena = map->plot->arena;

    view->nodes = arena_new0(arena, Point, relations->n_nodes);
    view->radii = arena_new0(arena, double, relations->n_nodes);
    view->links = arena_new0(arena, MapLinkView, relations->n_links);
    view->n_links = 0;
    for (guint i = 0; i < relations->n_links; i++) {
        const RelationLink *link = &relations->links[i];

        if (link->panel == context->panel)
            view->links[view->n_links++] =
                (MapLinkView){ .link = link,
                               .width = relations_width(relations, context->theme, link->weight) };
    }
    links_place_nodes(view, map, context);
    qsort(view->links, view->n_links, sizeof *view->links, links_compare);
    links_place_arcs(view, map);
}

/* The great circle in px; NaN between its pieces. */
static GArray *
links_great_circle(const MapDraw *draw, const RelationLink *link)
{
    const RelationNode *nodes = draw->map->relations->nodes;
    const LonLat ends[] = { nodes[link->from].place.at, nodes[link->to].place.at };
    GArray *points = g_array_new(FALSE, FALSE, sizeof(Point));
    g_autoptr(Path) path = path_new();
    g_autoptr(ProjectionStream) stream =
        projection_stream_new(&draw->view->projection, draw->view->rect, TOLERANCE, path);
    const PathSegment *segments;

    sink_send_line(projection_stream_sink(stream), ends, NULL, G_N_ELEMENTS(ends));
    segments = path_segments(path);
    for (guint i = 0; i < path_length(path); i++) {
        const Point gap = { NAN, NAN };

        if (segments[i].verb == PATH_MOVE && points->len > 0)
            g_array_append_val(points, gap);
        if (segments[i].verb == PATH_MOVE || segments[i].verb == PATH_LINE)
            g_array_append_val(points, segments[i].p[0]);
    }
    return points;
}

static void
links_outline(const MapDraw *draw, const MapLinkView *view, Path *path)
{
    const FlowNode from = { draw->view->nodes[view->link->from],
                            draw->view->radii[view->link->from] };
    const FlowNode to = { draw->view->nodes[view->link->to], draw->view->radii[view->link->to] };
    FlowOptions options = { .ends = draw->map->relations->directed ? FLOW_ARROW : FLOW_LINE,
                            .page = draw->view->rect,
                            .gap = LINK_GAP };
    g_autoptr(GArray) points = NULL;

    if (!view->geodesic) {
        flow_arc_outline(&view->arc, path);
        return;
    }
    points = links_great_circle(draw, view->link);
    flow_path_outline((const Point *)points->data, points->len, &from, &to, view->width, &options,
                      path);
}

void
map_draw_links(const MapDraw *draw)
{
    for (guint i = 0; i < draw->view->n_links; i++) {
        const MapLinkView *view = &draw->view->links[i];
        g_autoptr(Path) path = path_new();

        links_outline(draw, view, path);
        relation_draw_link(draw->context, view->link, (guint)view->link->row, path);
    }
}

void
map_draw_nodes(const MapDraw *draw)
{
    const MapView *view = draw->view;

    for (guint i = 0; i < draw->map->relations->n_nodes; i++)
        if (view->radii[i] > 0 && map_draw_has(draw, view->nodes[i]))
            relation_draw_disc(draw->context, draw->map->relations, i, view->nodes[i],
                               view->radii[i]);
}
