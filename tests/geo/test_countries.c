#include "geo/boundaries.h"
#include "geo/projection.h"

#define KM2(unit) ((unit)*6371.0088 * 6371.0088)

/* The area of a path's rings on the unit sphere's projection. */
static double
area_of(const Path *path)
{
    Point start = { 0, 0 }, at = { 0, 0 };
    double area = 0;

    for (guint i = 0; i < path_length(path); i++) {
        const PathSegment *segment = &path_segments(path)[i];
        Point to = segment->verb == PATH_CLOSE ? start : segment->p[0];

        if (segment->verb == PATH_MOVE)
            start = to;
        else
            area += (at.x * to.y - to.x * at.y) / 2;
        at = to;
    }
    return fabs(area);
}

static void
send_country(const Boundary *country, Sink *sink)
{
    for (guint i = 0; i < boundary_ring_count(country); i++) {
        g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));
        g_autoptr(GArray) keep = g_array_new(FALSE, FALSE, sizeof(gboolean));

        if (!boundary_ring(country, i).hole) {
            if (i > 0)
                sink->polygon_end(sink);
            sink->polygon_start(sink);
        }
        boundary_ring_points(country, i, NULL, points, keep);
        sink_send_ring(sink, (const LonLat *)(gconstpointer)points->data,
                       (const gboolean *)(gconstpointer)keep->data, points->len);
    }
    sink->polygon_end(sink);
}

/* Wherever the map is cut, each country keeps its area: Russia, Fiji and Antarctica too. */
static void
test_areas(void)
{
    static const struct {
        const char *name;
        double lon, lat;
    } maps[] = {
        { "equal-earth", 0, 0 },
        { "equal-earth", 150, 0 },
        { "equal-earth", 60, 0 },
        { "azimuthal-equal-area", 125, 39 },
        { "azimuthal-equal-area", 0, -90 },
        { "albers", -100, 40 },
    };

    for (guint m = 0; m < G_N_ELEMENTS(maps); m++) {
        Projection projection;

        g_assert_true(projection_init(projection_type_from_name(maps[m].name),
                                      (LonLat){ maps[m].lon, maps[m].lat }, NULL, &projection,
                                      NULL));
        for (guint i = 0; i < boundaries_count(); i++) {
            const Boundary *country = boundaries_at(i);
            double expected = boundary_area_km2(country);
            g_autoptr(Path) path = path_new();
            g_autoptr(ProjectionStream) stream =
                projection_stream_new(&projection, (Rect){ -9, -9, 18, 18 }, 1e-6, path);

            send_country(country, projection_stream_sink(stream));
            g_assert_cmpfloat_with_epsilon(KM2(area_of(path)), expected, 0.005 * expected + 200);
        }
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/countries/areas", test_areas);
    return g_test_run();
}
