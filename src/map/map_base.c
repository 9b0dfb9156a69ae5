// Sea, land, coloured areas and borders: what lies under the data of a map.
#include "map/map_draw.h"

#include "geo/boundaries.h"
#include "geo/disputed.h"
#include "geo/graticule.h"
#include "mark/surface.h"

/* Lines of borders, px at text of 13 px. */
#define BORDER 0.8
/* Areas that have less than this each, px along a side, have thinner borders, down to a share:
 * white lines around thousands of districts would hide their colours. */
#define BORDER_FULL 25.0
#define BORDER_LEAST 0.35
#define GRATICULE 0.6
/* Colours that are nearer than this are taken for the sea, OKLab times 100; the share of ink in the
 * line that parts them. */
#define NEAR_SEA 6.0
#define COAST 0.4
/* Contested ones are dashed. */
#define DASH 2.6
#define DASH_GAP 2.2
/* A line runs through so many contested places at most. */
#define MOST_CONTESTS 4
/* Areas smaller than this both ways are dots, px, as are those with less than so many px² on many
 * islands. */
#define TINY 4.0
#define TINY_DOT 3.2
/* About so many lines of a graticule across the map. */
#define GRATICULE_LINES 6

/* The world is round; everything else is cut off by the panel. */
static gboolean
base_is_round(const MapDraw *draw)
{
    return draw->map->world && !draw->is_inset;
}

static void
base_draw_outline(const MapDraw *draw, Color fill, Stroke stroke)
{
    g_autoptr(Path) path = path_new();
    g_autoptr(ProjectionStream) stream =
        projection_stream_new(&draw->view->projection, draw->view->rect, MAP_TOLERANCE, path);

    projection_stream_outline(stream);
    path_snap(path, MAP_STEP);
    scene_builder_path(draw->context->builder, path, fill, stroke);
}

/* Around districts nothing is known: no sea. */
static void
base_draw_sea(const MapDraw *draw)
{
    Color sea = draw->context->theme->sea;

    if (!atlas_is_of_countries(draw->map->atlas))
        return;
    if (base_is_round(draw))
        base_draw_outline(draw, sea, STROKE_NONE);
    else
        scene_builder_rect(draw->context->builder, draw->view->rect, 0, sea, STROKE_NONE);
}

/* Thin lines on the sea that are no coast: the graticule, and the edge of the world. */
static Stroke
base_thin(const Theme *theme)
{
    return stroke_solid(color_mix(theme->sea, theme->muted, 0.6), GRATICULE * theme_em(theme));
}

double
map_graticule_step(const MapDraw *draw)
{
    return graticule_step(extent_width(draw->shown), GRATICULE_LINES);
}

static void
base_draw_graticule(const MapDraw *draw)
{
    const Theme *theme = draw->context->theme;
    g_autoptr(Path) path = path_new();
    g_autoptr(ProjectionStream) stream =
        projection_stream_new(&draw->view->projection, draw->view->rect, MAP_TOLERANCE, path);
    double step = map_graticule_step(draw);

    graticule_send(draw->shown, step, projection_stream_sink(stream));
    scene_builder_path(draw->context->builder, path, COLOR_NONE, base_thin(theme));
}

/* Land without colours of its own, as one shape. */
static void
base_draw_land(const MapDraw *draw)
{
    g_autoptr(Path) path = path_new();

    for (guint area = atlas_next_in(draw->map->atlas, draw->shown, ATLAS_NONE); area != ATLAS_NONE;
         area = atlas_next_in(draw->map->atlas, draw->shown, area))
        if (map_draw_fill(draw, area) == NULL)
            path_append(path, map_area_path(draw, area));
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

    /* Districts lie close together, and dots would cover their neighbours. */
    if (!atlas_is_of_countries(draw->map->atlas) || map_draw_fill(draw, area) == NULL ||
        !map_draw_has(draw, at) ||
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

/* A colour near that of the sea, such as the middle of a ramp that goes two ways, has a coast. */
static Stroke
base_coast(const Theme *theme, Color color)
{
    return color_distance(color, theme->sea) < NEAR_SEA
               ? stroke_solid(color_mix(theme->sea, theme->axis.color, COAST),
                              BORDER * theme_em(theme))
               : STROKE_NONE;
}

static void
base_draw_fill(const MapDraw *draw, const MapFill *fill)
{
    const Plot *fills = &draw->map->fills->plot;
    const Series *series = fills->n_series > fill->series ? &fills->series[fill->series] : NULL;
    SceneBuilder *builder = draw->context->builder;
    const Path *path = map_area_path(draw, fill->area);
    Color color = fill->color.a > 0 ? fill->color : draw->context->theme->land;

    scene_builder_push_mark(builder, fill->title, series != NULL ? series->name : NULL, fill->row,
                            relation_subject(SUBJECT_AREA, fill->area));
    if (!base_draw_dot(draw, fill, path) && path_length(path) > 0) {
        if (base_hatched(draw, fill) != NULL) {
            Surface surface = series_surface(series, color, draw->context->theme);

            surface_path(builder, &surface, path);
        } else {
            scene_builder_path(builder, path, color, base_coast(draw->context->theme, color));
            if (fill->hatch > 0)
                map_draw_hatch(builder, fill->hatch, path, draw->context->theme);
        }
    }
    scene_builder_pop(builder);
}

/* A part of a border that is contested, of the row of a line's two countries. */
static gboolean
base_is_contested(const Disputed *const *rows, guint n, LonLat a, LonLat b)
{
    Extent at = { MIN(a.lon, b.lon), MIN(a.lat, b.lat), MAX(a.lon, b.lon), MAX(a.lat, b.lat) };

    for (guint i = 0; i < n; i++)
        if (extent_meets(rows[i]->extent, at))
            return TRUE;
    return FALSE;
}

/* The rows of the contested places that the line runs through; at most the room for them. */
static guint
base_contests(const Atlas *atlas, const AtlasLine *line, const Disputed **ret_rows, guint room)
{
    const Disputed *row = NULL;
    guint a, b, n = 0;

    if (!atlas_is_built_in(atlas))
        return 0;
    a = atlas_area(atlas, line->owners[0]).country;
    b = atlas_area(atlas, line->owners[1]).country;
    if (!disputed_border(a, b, line->extent))
        return 0;
    while (n < room && (row = disputed_next_in(line->extent, row)) != NULL)
        if (disputed_has_border(row, a, b))
            ret_rows[n++] = row;
    return n;
}

/* Runs of the line that are contested go to one sink, the others to another. */
static void
base_send_border(const GArray *points, const Disputed *const *rows, guint n_rows, Sink *plain,
                 Sink *contested)
{
    const LonLat *at = (const LonLat *)(gconstpointer)points->data;

    for (guint i = 0, end; i + 1 < points->len; i = end) {
        gboolean is_contested = base_is_contested(rows, n_rows, at[i], at[i + 1]);

        end = i + 1;
        while (end + 1 < points->len &&
               base_is_contested(rows, n_rows, at[end], at[end + 1]) == is_contested)
            end++;
        sink_send_line(is_contested ? contested : plain, at + i, NULL, end - i + 1);
    }
}

/* Between two areas; coasts are the edge of the land against the sea. */
static void
base_trace_borders(const MapDraw *draw, Sink *plain, Sink *contested)
{
    const Atlas *atlas = draw->map->atlas;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));
    g_autofree gboolean *seen = g_new0(gboolean, atlas_count(atlas) + 1);

    for (guint area = atlas_next_in(atlas, draw->shown, ATLAS_NONE); area != ATLAS_NONE;
         area = atlas_next_in(atlas, draw->shown, area))
        seen[area] = TRUE;
    for (guint i = 0; i < atlas_line_count(atlas); i++) {
        const Disputed *rows[MOST_CONTESTS];
        guint owners[2];
        AtlasLine line;
        guint n_rows;

        atlas_line_owners(atlas, i, owners);
        if (owners[1] == ATLAS_NONE || !seen[owners[0]] || !seen[owners[1]])
            continue;
        line = atlas_line(atlas, i);
        if (!extent_meets(line.extent, draw->shown))
            continue;
        g_array_set_size(points, 0);
        n_rows = base_contests(atlas, &line, rows, MOST_CONTESTS);
        /* Where a border begins to be contested is told by its points. */
        atlas_line_points(atlas, i, n_rows > 0 ? NULL : &draw->view->detail, points);
        base_send_border(points, rows, n_rows, plain, contested);
    }
}

static double
base_border_width(const MapDraw *draw)
{
    guint n = 1;

    for (guint area = atlas_next_in(draw->map->atlas, draw->shown, ATLAS_NONE); area != ATLAS_NONE;
         area = atlas_next_in(draw->map->atlas, draw->shown, area))
        n++;
    return BORDER * theme_em(draw->context->theme) *
           CLAMP(sqrt(draw->view->rect.width * draw->view->rect.height / n) / BORDER_FULL,
                 BORDER_LEAST, 1);
}

static void
base_draw_borders(const MapDraw *draw)
{
    const Theme *theme = draw->context->theme;
    double em = theme_em(theme);
    Stroke stroke = stroke_solid(theme->border, base_border_width(draw));
    g_autoptr(Path) plain = path_new(), contested = path_new();
    g_autoptr(ProjectionStream) stream =
        projection_stream_new(&draw->view->projection, draw->view->rect, MAP_TOLERANCE, plain);
    g_autoptr(ProjectionStream) other =
        projection_stream_new(&draw->view->projection, draw->view->rect, MAP_TOLERANCE, contested);

    base_trace_borders(draw, projection_stream_sink(stream), projection_stream_sink(other));
    path_snap(plain, MAP_STEP);
    path_snap(contested, MAP_STEP);
    scene_builder_path(draw->context->builder, plain, COLOR_NONE, stroke);
    stroke.n_dash = 2;
    stroke.dash[0] = DASH * em;
    stroke.dash[1] = DASH_GAP * em;
    scene_builder_path(draw->context->builder, contested, COLOR_NONE, stroke);
}

void
map_draw_fills(const MapDraw *draw)
{
    const MapFills *fills = draw->map->fills;

    for (guint i = 0; fills != NULL && i < fills->n; i++)
        if (fills->items[i].panel == G_MAXUINT || fills->items[i].panel == draw->context->panel)
            base_draw_fill(draw, &fills->items[i]);
}

void
map_draw_base(const MapDraw *draw)
{
    scene_builder_push(draw->context->builder, ROLE_GROUND, NULL);
    base_draw_sea(draw);
    if (draw->map->plot->spec->map.graticule && !draw->is_inset)
        base_draw_graticule(draw);
    base_draw_land(draw);
    map_draw_fills(draw);
    base_draw_borders(draw);
    if (base_is_round(draw))
        base_draw_outline(draw, COLOR_NONE, base_thin(draw->context->theme));
    scene_builder_pop(draw->context->builder);
}
