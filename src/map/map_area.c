// Shapes of areas on the page.
#include "map/map_draw.h"

#include "geo/scale_bar.h"

/* Islands beside the main land that would cover less than this are left out, px². */
#define SPECK 0.2

/* px² that a ring covers, about: projections that are not equal in area only make it larger. */
static double
area_surface(const MapView *view, double km2)
{
    double px = view->projection.scale / SPHERE_RADIUS_KM;

    return km2 * px * px;
}

/* The polygons of an area that the page may show, each with its holes, in degrees. */
static void
area_send(const MapDraw *draw, guint area, Sink *sink)
{
    const Atlas *atlas = draw->map->atlas;
    AtlasArea shape = atlas_area(atlas, area);
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));
    g_autoptr(GArray) keep = g_array_new(FALSE, FALSE, sizeof(gboolean));
    gboolean open = FALSE;

    for (guint i = 0; i < shape.n_rings; i++) {
        Ring ring = atlas_ring(atlas, area, i);

        if (!ring.hole) {
            if (open)
                sink->polygon_end(sink);
            open = extent_meets(ring.extent, draw->shown) &&
                   (i == shape.main_ring || area_surface(draw->view, ring.area_km2) >= SPECK);
            if (open)
                sink->polygon_start(sink);
        }
        if (!open)
            continue;
        g_array_set_size(points, 0);
        g_array_set_size(keep, 0);
        atlas_ring_points(atlas, area, i, &draw->view->detail, points, keep);
        sink_send_ring(sink, (const LonLat *)points->data, (const gboolean *)keep->data,
                       points->len);
    }
    if (open)
        sink->polygon_end(sink);
}

const Path *
map_area_path(const MapDraw *draw, guint area)
{
    const MapView *view = draw->view;
    Path *path = view->areas[area];
    g_autoptr(ProjectionStream) stream = NULL;

    if (path != NULL)
        return path;
    path = view->areas[area] = path_new();
    arena_own(draw->map->plot->arena, path, (GDestroyNotify)path_free);
    stream = projection_stream_new(&view->projection, view->rect, MAP_TOLERANCE, path);
    area_send(draw, area, projection_stream_sink(stream));
    path_snap(path, MAP_STEP);
    return path;
}
