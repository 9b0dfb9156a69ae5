// Sea, land, coloured areas and borders: what lies under the data of a map.
#include "map/map_draw.h"

#include "geo/boundaries.h"
#include "geo/graticule.h"
#include "mark/surface.h"

/* Shapes are exact to this, px. */
#define TOLERANCE 0.25
/* Shapes go on beyond the panel by this, px, so that their edges lie outside of it. */
#define OVERLAP 0.0
/* Lines of borders, px at text of 13 px. */
#define BORDER 0.8
#define GRATICULE 0.6
/* Areas smaller than this both ways are dots, px, as are those with less than so many px² on many
 * islands. */
#define TINY 4.0
#define TINY_DOT 3.2
/* About so many lines of a graticule across the map. */
#define GRATICULE_LINES 6

void
map_send_area(const Map *map, guint area, Sink *sink)
{
    AtlasArea shape = atlas_area(map->atlas, area);
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));
    g_autoptr(GArray) keep = g_array_new(FALSE, FALSE, sizeof(gboolean));

    for (guint i = 0; i < shape.n_rings; i++) {
        gboolean hole = atlas_ring(map->atlas, area, i).hole;

        g_array_set_size(points, 0);
        g_array_set_size(keep, 0);
        atlas_ring_points(map->atlas, area, i, points, keep);
        if (!hole && i > 0)
            sink->polygon_end(sink);
        if (!hole)
            sink->polygon_start(sink);
        sink_send_ring(sink, (const LonLat *)points->data, (const gboolean *)keep->data,
                       points->len);
    }
    if (shape.n_rings > 0)
        sink->polygon_end(sink);
}

static void
base_draw_sea(const MapDraw *draw)
{
    SceneBuilder *builder = draw->context->builder;
    const Theme *theme = draw->context->theme;
    g_autoptr(Path) path = NULL;
    g_autoptr(ProjectionStream) stream = NULL;

    if (!atlas_is_of_countries(draw->map->atlas))
        return;
    if (!draw->map->world || draw->is_inset) {
        scene_builder_rect(builder, draw->view->rect, 0, theme->sea, STROKE_NONE);
        return;
    }
    path = path_new();
    stream = projection_stream_new(&draw->view->projection, draw->view->rect, TOLERANCE, path);
    projection_stream_outline(stream);
    scene_builder_path(builder, path, theme->sea, STROKE_NONE);
}

static void
base_draw_graticule(const MapDraw *draw)
{
    const Theme *theme = draw->context->theme;
    g_autoptr(Path) path = path_new();
    g_autoptr(ProjectionStream) stream =
        projection_stream_new(&draw->view->projection, draw->view->rect, TOLERANCE, path);
    double step = graticule_step(extent_width(draw->shown), GRATICULE_LINES);

    graticule_send(draw->shown, step, projection_stream_sink(stream));
    scene_builder_path(
        draw->context->builder, path, COLOR_NONE,
        stroke_solid(color_mix(theme->sea, theme->muted, 0.6), GRATICULE * theme_em(theme)));
}

/* Land without colours of its own, as one shape. */
static void
base_draw_land(const MapDraw *draw)
{
    g_autoptr(Path) path = path_new();
    g_autoptr(ProjectionStream) stream =
        projection_stream_new(&draw->view->projection, draw->view->rect, TOLERANCE, path);

    for (guint area = atlas_next_in(draw->map->atlas, draw->shown, ATLAS_NONE); area != ATLAS_NONE;
         area = atlas_next_in(draw->map->atlas, draw->shown, area))
        if (map_draw_fill(draw, area) == NULL)
            map_send_area(draw->map, area, projection_stream_sink(stream));
    scene_builder_path(draw->context->builder, path, draw->context->theme->land, STROKE_NONE);
}

/* px² of a path of straight lines, holes taken off. */
static double
base_surface(const Path *path)
{
    const PathSegment *segments = path_segments(path);
    Point at = { 0, 0 }, start = { 0, 0 };
    double twice = 0;

    for (guint i = 0; i < path_length(path); i++) {
        Point to = segments[i].verb == PATH_LINE ? segments[i].p[0] : start;

        twice += at.x * to.y - to.x * at.y;
        at = to;
        if (segments[i].verb == PATH_MOVE)
            at = start = segments[i].p[0];
    }
    twice += at.x * start.y - start.x * at.y;
    return fabs(twice) / 2;
}

gboolean
map_area_dot(const MapDraw *draw, guint area, const Path *path, Point *ret_at, double *ret_radius)
{
    Rect bounds = path_length(path) > 0 ? path_bounds(path) : (Rect){ 0, 0, 0, 0 };
    Point at = map_view_point(draw->view, atlas_area(draw->map->atlas, area).label);

    if (map_draw_fill(draw, area) == NULL || !map_draw_has(draw, at) ||
        (MAX(bounds.width, bounds.height) >= TINY && base_surface(path) >= TINY))
        return FALSE;
    *ret_at = at;
    *ret_radius = TINY_DOT * theme_em(draw->context->theme);
    return TRUE;
}

static gboolean
base_draw_dot(const MapDraw *draw, const MapFill *fill, const Path *path)
{
    const Theme *theme = draw->context->theme;
    Point at;
    double radius;

    if (!map_area_dot(draw, fill->area, path, &at, &radius))
        return FALSE;
    scene_builder_circle(draw->context->builder, at, radius, fill->color,
                         stroke_solid(theme->border, BORDER * theme_em(theme)));
    return TRUE;
}

void
map_draw_hatch(SceneBuilder *builder, guint code, const Path *shape, const Theme *theme)
{
    const Hatch *hatch = hatch_at(code);
    g_autoptr(Path) lines = path_new();

    for (guint i = 0; i < hatch->n; i++)
        path_add_hatch(lines, shape, hatch->along[i], hatch->spacing * theme_em(theme));
    if (path_length(lines) > 0)
        scene_builder_path(builder, lines, COLOR_NONE,
                           stroke_solid(theme->axis.color, theme_em(theme)));
}

/* The series whose hatch is the fill's code beside its colour; NULL: it has none. */
static const Series *
base_hatched(const MapDraw *draw, const MapFill *fill)
{
    const MapFills *fills = draw->map->fills;

    return fills->n_hatches == 0 && fill->hatch > 0 && fills->plot.n_series > fill->series
               ? &fills->plot.series[fill->series]
               : NULL;
}

Color
map_fill_ground(const MapDraw *draw, const MapFill *fill)
{
    const Theme *theme = draw->context->theme;
    Color color = fill->color.a > 0 ? fill->color : theme->land;
    const Series *hatched = base_hatched(draw, fill);

    return hatched != NULL ? series_surface(hatched, color, theme).ground : color;
}

static void
base_draw_fill(const MapDraw *draw, const MapFill *fill)
{
    const Plot *fills = &draw->map->fills->plot;
    const Series *series = fills->n_series > fill->series ? &fills->series[fill->series] : NULL;
    SceneBuilder *builder = draw->context->builder;
    g_autoptr(Path) path = path_new();
    g_autoptr(ProjectionStream) stream =
        projection_stream_new(&draw->view->projection, draw->view->rect, TOLERANCE, path);
    Color color = fill->color.a > 0 ? fill->color : draw->context->theme->land;

    map_send_area(draw->map, fill->area, projection_stream_sink(stream));
    scene_builder_push_mark(builder, fill->title, series != NULL ? series->name : NULL, fill->row,
                            map_subject_area(fill->area));
    if (!base_draw_dot(draw, fill, path) && path_length(path) > 0) {
        if (base_hatched(draw, fill) != NULL) {
            Surface surface = series_surface(series, color, draw->context->theme);

            surface_path(builder, &surface, path);
        } else {
            scene_builder_path(builder, path, color, STROKE_NONE);
            if (fill->hatch > 0)
                map_draw_hatch(builder, fill->hatch, path, draw->context->theme);
        }
    }
    scene_builder_pop(builder);
}

/* Between two areas; coasts are the edge of the land against the sea. */
static void
base_draw_borders(const MapDraw *draw)
{
    const Theme *theme = draw->context->theme;
    const Atlas *atlas = draw->map->atlas;
    g_autoptr(Path) path = path_new();
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));
    g_autoptr(ProjectionStream) stream =
        projection_stream_new(&draw->view->projection, draw->view->rect, TOLERANCE, path);

    for (guint i = 0; i < atlas_line_count(atlas); i++) {
        AtlasLine line = atlas_line(atlas, i);

        if (line.owners[1] == ATLAS_NONE || !extent_meets(line.extent, draw->shown))
            continue;
        g_array_set_size(points, 0);
        atlas_line_points(atlas, i, points);
        sink_send_line(projection_stream_sink(stream), (const LonLat *)points->data, NULL,
                       points->len);
    }
    scene_builder_path(draw->context->builder, path, COLOR_NONE,
                       stroke_solid(theme->border, BORDER * theme_em(theme)));
}

void
map_draw_base(const MapDraw *draw)
{
    const MapFills *fills = draw->map->fills;

    scene_builder_push(draw->context->builder, ROLE_GROUND, NULL);
    base_draw_sea(draw);
    if (draw->map->plot->spec->map.graticule)
        base_draw_graticule(draw);
    base_draw_land(draw);
    for (guint i = 0; fills != NULL && i < fills->n; i++)
        if (fills->items[i].panel == G_MAXUINT || fills->items[i].panel == draw->context->panel)
            base_draw_fill(draw, &fills->items[i]);
    base_draw_borders(draw);
    scene_builder_pop(draw->context->builder);
}
