// A part of the map again, larger, in the corner that has the least data.
#include "map/map_draw.h"

/* Of the panel an inset takes this share, and of its width and height at most that. */
#define SHARE 0.1
#define MOST_SIDE 0.42
/* Width over height. */
#define LEAST_ASPECT 0.6
#define MOST_ASPECT 1.8
/* Between an inset and the edge of the panel, and other insets, px at text of 13 px. */
#define AIR 8.0
#define FRAME 1.0
/* Words and symbols keep off the frame by this, px. */
#define INSIDE 3.0
/* Lines and symbols weigh more than coloured areas; what the inset is of must not be covered. */
#define INK_COST 3.0
#define COVER_COST 1000.0
/* Each step to a smaller inset is as bad as so much of it on data. */
#define SMALL_COST 0.06

/* What an extent covers of a view: the box of its edge on the page; of no size: nothing. */
static Rect
inset_covers(const MapView *view, Extent extent)
{
    enum { N = 16 };
    double width = extent_width(extent), x0 = INFINITY, x1 = -INFINITY, y0 = INFINITY,
           y1 = -INFINITY;

    for (guint i = 0; i <= N; i++)
        for (guint k = 0; k <= N; k++) {
            LonLat at = { remainder(extent.west + width * i / N, 360),
                          extent.south + (extent.north - extent.south) * k / N };
            Point p = map_view_point(view, at);

            if (isnan(p.x))
                continue;
            x0 = MIN(x0, p.x);
            x1 = MAX(x1, p.x);
            y0 = MIN(y0, p.y);
            y1 = MAX(y1, p.y);
        }
    return x1 > x0 && y1 > y0 ? rect_clip((Rect){ x0, y0, x1 - x0, y1 - y0 }, view->rect)
                              : (Rect){ 0 };
}

/* Width over height of an extent on the page. */
static double
inset_aspect(const Projection *projection, Extent extent)
{
    MapView trial = { .projection = *projection, .rect = { 0, 0, 1000, 1000 } };
    Rect box;

    if (!projection_fit_extent(&trial.projection, extent, trial.rect))
        return 1;
    box = inset_covers(&trial, extent);
    return box.width > 0 && box.height > 0 ? box.width / box.height : 1;
}

/* The size that suits an extent in the panel. */
static Size
inset_size(const Projection *projection, Extent extent, Rect panel)
{
    double aspect = CLAMP(inset_aspect(projection, extent), LEAST_ASPECT, MOST_ASPECT);
    double surface = SHARE * panel.width * panel.height;
    Size size = { sqrt(surface * aspect), sqrt(surface / aspect) };
    double scale =
        MIN(1, MIN(MOST_SIDE * panel.width / size.width, MOST_SIDE * panel.height / size.height));

    return (Size){ size.width * scale, size.height * scale };
}

Occupancy *
map_rehearse_data(const MapView *view, const MarkContext *context)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new(((const Map *)context->layer)->plot->size);
    Occupancy *occupancy = occupancy_new(view->rect);
    MarkContext rehearsal = *context;
    MapDraw draw;

    rehearsal.builder = builder;
    rehearsal.report = NULL;
    draw = map_draw_of(&rehearsal, view);
    map_draw_fills(&draw);
    if (draw.map->relations != NULL) {
        map_draw_links(&draw);
        map_draw_nodes(&draw);
    }
    map_draw_symbols(&draw);
    map_draw_clear(&draw);
    occupancy_add_nodes(occupancy, scene_builder_peek(builder));
    return occupancy;
}

Rect
map_free_corner(const MapView *view, Occupancy *occupancy, Size size, double air, double *ret_cost)
{
    Rect panel = view->rect, best = { 0 };

    *ret_cost = INFINITY;
    for (guint i = 0; i < 4; i++) {
        gboolean left = i % 2 == 0, top = i >= 2;
        Rect rect = { left ? panel.x + air : rect_right(panel) - air - size.width,
                      top ? panel.y + air : rect_bottom(panel) - air - size.height, size.width,
                      size.height };
        double cost = INK_COST * occupancy_share(occupancy, TAKEN_INK, rect) +
                      occupancy_share(occupancy, TAKEN_SURFACE, rect) +
                      (occupancy_is_free(occupancy, TAKEN_WORDS, rect) ? 0 : COVER_COST);

        if (cost < *ret_cost - 1e-9) {
            *ret_cost = cost;
            best = rect;
        }
    }
    return best;
}

void
map_report_insets(const MapView *view, const MarkContext *context)
{
    const Map *map = (const Map *)context->layer;

    for (guint i = 0; context->panel == 0 && i < view->n_insets; i++) {
        const MapView *inset = &view->insets[i];
        const char *asked = map->plot->spec->map.insets->pdata[i];

        if (!(inset->projection.scale > 0))
            report_add(context->report, SEVERITY_WARNING, WHERE_NONE, 1,
                       "--inset: %s has no room in a corner of the map and is left out", asked);
        else if (inset->projection.scale < view->projection.scale)
            report_add(context->report, SEVERITY_WARNING, WHERE_NONE, 1,
                       "--inset: %s is smaller in its corner than on the map", asked);
        else if (inset->corner_cost >= COVER_COST)
            report_add(context->report, SEVERITY_WARNING, WHERE_NONE, 1,
                       "--inset: %s covers another inset, or what it shows; fewer of them or a "
                       "wider --extent would keep them apart",
                       asked);
    }
}

/* Places and the rest that a view holds; links stay on the main map. */
static void
inset_fill(MapView *inset, const MapView *view, const MarkContext *context)
{
    const Map *map = (const Map *)context->layer;
    Arena *arena = map->plot->arena;
    guint n_nodes = map->relations != NULL ? map->relations->n_nodes : 0;
    Rect inside = rect_grow(inset->rect, -INSIDE, -INSIDE);
    MapDraw draw = map_draw_of(context, inset);
    Ground *ground;

    inset->nodes = arena_new0(arena, Point, n_nodes);
    inset->radii = view->radii;
    for (guint i = 0; i < n_nodes; i++) {
        inset->nodes[i] = map_view_point(inset, map->relations->nodes[i].place.at);
        if (!rect_contains(inside, rect_grow((Rect){ inset->nodes[i].x, inset->nodes[i].y, 0, 0 },
                                             view->radii[i], view->radii[i])))
            inset->nodes[i] = (Point){ NAN, NAN };
    }
    inset->symbols = arena_new0(arena, Point, map->n_symbols);
    for (guint i = 0; i < map->n_symbols; i++) {
        const MapSymbol *symbol = &map->symbols[i];

        inset->symbols[i] = map_view_point(inset, symbol->place.at);
        if ((symbol->panel != G_MAXUINT && symbol->panel != context->panel) ||
            !rect_contains(inside,
                           rect_grow((Rect){ inset->symbols[i].x, inset->symbols[i].y, 0, 0 },
                                     symbol->radius, symbol->radius)))
            inset->symbols[i] = (Point){ NAN, NAN };
    }
    ground = map_make_ground(&draw);
    arena_own(arena, ground, (GDestroyNotify)ground_free);
    inset->ground = ground;
    if (map->n_symbols > 0 && !map->sized)
        map_place_clusters(inset, context);
    map_draw_clear(&draw);
}

/* The corner, and how large: smaller ones have to be worth it. */
static void
inset_find_corner(MapView *inset, const MapView *view, Extent extent, double air,
                  Occupancy *occupancy)
{
    static const double sizes[] = { 1, 0.85, 0.7, 0.58 };
    Size size = inset_size(&inset->projection, extent, view->rect);

    inset->corner_cost = INFINITY;
    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
        Size smaller = { size.width * sizes[i], size.height * sizes[i] };
        double cost;
        Rect rect = map_free_corner(view, occupancy, smaller, air, &cost);

        cost += SMALL_COST * i;
        if (cost < inset->corner_cost - 1e-9) {
            inset->corner_cost = cost;
            inset->rect = rect;
        }
    }
}

static void
inset_place(MapView *inset, const MapView *view, const MarkContext *context, Extent extent,
            Occupancy *occupancy)
{
    const Map *map = (const Map *)context->layer;
    double air = AIR * theme_em(context->theme);

    inset->is_inset = TRUE;
    inset->areas = arena_new0(map->plot->arena, Path *, atlas_count(map->atlas));
    inset->projection = projection_choose(extent, map->fills != NULL);
    inset_find_corner(inset, view, extent, air, occupancy);
    if (!projection_fit_extent(&inset->projection, extent, inset->rect) ||
        !projection_shown_extent(&inset->projection, inset->rect, &inset->shown)) {
        inset->projection.scale = 0;
        return;
    }
    map_view_set_detail(inset);
    occupancy_add_rect(occupancy, TAKEN_WORDS, rect_grow(inset->rect, air, air));
    inset_fill(inset, view, context);
}

void
map_place_insets(MapView *view, const MarkContext *context)
{
    const Map *map = (const Map *)context->layer;
    g_autoptr(Occupancy) occupancy = NULL;

    view->n_insets = 0;
    if (map->n_insets == 0 || !(view->projection.scale > 0))
        return;
    occupancy = map_rehearse_data(view, context);
    for (guint i = 0; i < map->n_insets; i++)
        occupancy_add_rect(occupancy, TAKEN_WORDS, inset_covers(view, map->insets[i]));
    view->insets = arena_new0(map->plot->arena, MapView, map->n_insets);
    for (guint i = 0; i < map->n_insets; i++)
        inset_place(&view->insets[i], view, context, map->insets[i], occupancy);
    view->n_insets = map->n_insets;
}

/* Where on the map the inset is taken from. */
static void
inset_draw_mark(const MapDraw *draw, const MapView *inset)
{
    enum { N = 24 };
    const Theme *theme = draw->context->theme;
    g_autoptr(Path) path = path_new();
    Rect rect = inset->rect;
    Point points[4 * N + 1];

    for (guint i = 0; i <= 4 * N; i++) {
        double t = (double)(i % N) / N;
        guint side = i / N % 4;
        Point at = { rect.x + rect.width * (side == 0   ? t
                                            : side == 1 ? 1
                                            : side == 2 ? 1 - t
                                                        : 0),
                     rect.y + rect.height * (side == 0   ? 0
                                             : side == 1 ? t
                                             : side == 2 ? 1
                                                         : 1 - t) };
        LonLat place;

        points[i] = (Point){ NAN, NAN };
        if (projection_inverse(&inset->projection, at, &place))
            points[i] = map_view_point(draw->view, place);
    }
    path_add_clipped_line(path, points, G_N_ELEMENTS(points), draw->view->rect);
    scene_builder_path(draw->context->builder, path, COLOR_NONE,
                       stroke_solid(theme->axis.color, FRAME * theme_em(theme)));
}

static void
inset_draw(const MapDraw *main, const MapView *inset)
{
    const Theme *theme = main->context->theme;
    SceneBuilder *builder = main->context->builder;
    MapDraw draw = map_draw_of(main->context, inset);

    map_draw_base(&draw);
    if (draw.map->relations != NULL)
        map_draw_nodes(&draw);
    map_draw_symbols(&draw);
    scene_builder_push(builder, ROLE_GROUND, NULL);
    scene_builder_rect(builder, inset->rect, 0, COLOR_NONE,
                       stroke_solid(theme->axis.color, FRAME * theme_em(theme)));
    scene_builder_pop(builder);
    /* No words run over it. */
    scene_builder_push(builder, ROLE_AXIS, NULL);
    inset_draw_mark(main, inset);
    scene_builder_pop(builder);
    map_draw_clear(&draw);
}

void
map_draw_insets(const MapDraw *draw)
{
    for (guint i = 0; i < draw->view->n_insets; i++)
        if (draw->view->insets[i].projection.scale > 0)
            inset_draw(draw, &draw->view->insets[i]);
}

void
map_take_insets(const MapView *view, Occupancy *occupancy)
{
    for (guint i = 0; i < view->n_insets; i++)
        if (view->insets[i].projection.scale > 0)
            occupancy_add_rect(occupancy, TAKEN_INK, rect_grow(view->insets[i].rect, 1, 1));
}

gboolean
map_inset_spot(const MapView *inset, Size size, LabelSpot *spot)
{
    Rect box = rect_grow(label_spot_box(spot, size), size.width * SCENE_TEXT_SLACK, 0.5);

    if (!rect_contains(rect_grow(inset->rect, -INSIDE, -INSIDE), box))
        return FALSE;
    spot->anchor = box;
    spot->dx = spot->dy = spot->gap = 0;
    spot->shift = (Point){ 0, 0 };
    spot->inside = TRUE;
    return TRUE;
}

void
map_keep_off_insets(const MapDraw *draw)
{
    for (guint i = 0; i < draw->view->n_insets; i++)
        if (draw->view->insets[i].projection.scale > 0)
            labels_keep_off(draw->context->labels, rect_grow(draw->view->insets[i].rect, 2, 2));
}
