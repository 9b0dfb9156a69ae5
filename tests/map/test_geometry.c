// Areas as they are drawn: Russia, Fiji and Antarctica cross the antimeridian or hold a pole, and
// are right in every projection, wherever its middle is.
#include "map/map_probe.h"

#include "geo/sphere.h"

/* Of the grid that areas are measured with, px: flat lands lie at the poles. */
#define STEP_X 7.0
#define STEP_Y 2.0

static const char *const names[] = { "Russia", "Fiji", "Antarctica", "United States", "Kiribati" };
#define CSV "k,v\nRussia,1\nFiji,2\nAntarctica,3\nUnited States,4\nKiribati,5\n"

typedef struct {
    double area;   /* px² */
    double widest; /* how far an edge goes across, px */
    Rect beyond;   /* what leaves the panel first; else without a size */
} Drawn;

static Atlas *atlas;
static guint areas[G_N_ELEMENTS(names)];

static const SceneNode *
find_mark(const SceneNode *node, const char *title)
{
    const SceneNode *found = NULL;

    for (; node != NULL && found == NULL; node = node->next)
        if (node->kind == NODE_GROUP)
            found = node->group.title != NULL && g_str_has_prefix(node->group.title, title)
                        ? node
                        : find_mark(node->group.first, title);
    return found;
}

/* Every ring is closed, and of finite points. */
static void
measure_path(const SceneNode *node, Drawn *drawn)
{
    Point start = { 0, 0 }, at = { 0, 0 };

    for (guint i = 0; i < node->path.n; i++) {
        const PathSegment *segment = &node->path.segments[i];
        Point to = segment->verb == PATH_CLOSE ? start : segment->p[0];

        if (segment->verb == PATH_MOVE) {
            g_assert_true(i == 0 || node->path.segments[i - 1].verb == PATH_CLOSE);
            start = to;
        } else {
            drawn->area += (at.x * to.y - to.x * at.y) / 2;
            drawn->widest = MAX(drawn->widest, fabs(to.x - at.x));
        }
        g_assert_true(isfinite(to.x) && isfinite(to.y));
        at = to;
    }
    g_assert_true(node->path.n == 0 || node->path.segments[node->path.n - 1].verb == PATH_CLOSE);
    if (!rect_contains(rect_grow(map_probe.rect, 0.02, 0.02), scene_node_bounds(node)))
        drawn->beyond = scene_node_bounds(node);
}

static Drawn
measure_area(const Scene *scene, const char *name)
{
    const SceneNode *mark = find_mark(scene->root, name);
    Drawn drawn = { 0 };

    /* What lies behind the globe is not there. */
    for (const SceneNode *node = mark != NULL ? mark->group.first : NULL; node != NULL;
         node = node->next)
        if (node->kind == NODE_PATH)
            measure_path(node, &drawn);
    drawn.area = fabs(drawn.area);
    return drawn;
}

/* A ring of an area in radians. */
typedef struct {
    guint area;
    Extent extent;
    SinkPoint *points;
    guint n;
} AreaRing;

static GArray *rings; /* of AreaRing, of the areas that are looked at */

static void
read_rings(guint area)
{
    for (guint i = 0; i < atlas_area(atlas, area).n_rings; i++) {
        g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));
        g_autoptr(GArray) keep = g_array_new(FALSE, FALSE, sizeof(gboolean));
        AreaRing ring = { .area = area, .extent = atlas_ring(atlas, area, i).extent };

        atlas_ring_points(atlas, area, i, NULL, points, keep);
        ring.n = points->len;
        ring.points = g_new0(SinkPoint, points->len);
        for (guint k = 0; k < points->len; k++) {
            LonLat at = g_array_index(points, LonLat, k);

            ring.points[k] = (SinkPoint){ SPHERE_RADIANS(at.lon), SPHERE_RADIANS(at.lat), FALSE };
        }
        g_array_append_val(rings, ring);
    }
}

/* Whether a place of the sphere is in the area. */
static gboolean
area_has(guint area, LonLat at)
{
    gboolean inside = FALSE;

    for (guint i = 0; i < rings->len; i++) {
        const AreaRing *ring = &g_array_index(rings, AreaRing, i);

        if (ring->area == area &&
            extent_meets(ring->extent, (Extent){ at.lon, at.lat, at.lon, at.lat }) &&
            sphere_ring_contains(ring->points, ring->n, SPHERE_RADIANS(at.lon),
                                 SPHERE_RADIANS(at.lat)))
            inside = !inside;
    }
    return inside;
}

/* px² of an area, found from the other side: the places of a grid of the page. */
static double
expected_area(guint area)
{
    Rect rect = map_probe.rect;
    guint n = 0;

    for (double y = rect.y + STEP_Y / 2; y < rect_bottom(rect); y += STEP_Y)
        for (double x = rect.x + STEP_X / 2; x < rect_right(rect); x += STEP_X) {
            LonLat at;
            Point back;

            if (projection_inverse(&map_probe.projection, (Point){ x, y }, &at) &&
                projection_forward(&map_probe.projection, at, &back) &&
                hypot(back.x - x, back.y - y) < 0.5)
                n += area_has(area, at);
        }
    return n * STEP_X * STEP_Y;
}

static void
check_map(const char *projection, const char *center, const char *extent)
{
    g_autofree char *type = g_strconcat("projection=", projection, NULL);
    g_autofree char *middle = g_strconcat("center=", center, NULL);
    g_autofree char *shown = g_strconcat("extent=", extent, NULL);
    g_auto(Figure) figure = MAP_FIGURE(NULL, CSV, "area-key=k", "fill=v", "width=420", "height=320",
                                       "legend=none", "label-places=none", type, middle, shown);

    g_assert_no_error(figure.error);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        Drawn drawn = measure_area(figure.scene, names[i]);
        double expected = expected_area(areas[i]), edge;

        /* The grid is as wrong as half its squares along an edge as long as that of a disc with
         * many bays. */
        edge = 10 * sqrt(expected + 50) + 30;
        if (!(fabs(drawn.area - expected) < edge))
            g_error("%s %s %s: %s has %.0f px², not %.0f", projection, center, extent, names[i],
                    drawn.area, expected);
        if (drawn.beyond.width > 0)
            g_error("%s %s %s: %s leaves the panel", projection, center, extent, names[i]);
        /* Only an edge along a pole, and of the panel itself, goes far. */
        if (i != 2 && drawn.widest > 0.12 * map_probe.rect.width)
            g_error("%s %s %s: an edge of %s is %.0f px wide", projection, center, extent, names[i],
                    drawn.widest);
    }
}

static void
test_world(void)
{
    static const char *const centers[] = { "0", "150", "-80" };

    for (guint p = 0; projection_type_names[p] != NULL; p++)
        for (guint c = 0; c < G_N_ELEMENTS(centers); c++)
            check_map(projection_type_names[p], centers[c], "world");
}

static void
test_tilted(void)
{
    static const char *const names_of_planes[] = { "azimuthal-equal-area", "azimuthal-equidistant",
                                                   "orthographic" };
    static const char *const centers[] = { "0,90", "0,-90", "-170,60", "90,-20", "-100,-70" };

    for (guint p = 0; p < G_N_ELEMENTS(names_of_planes); p++)
        for (guint c = 0; c < G_N_ELEMENTS(centers); c++)
            check_map(names_of_planes[p], centers[c], "world");
}

int
main(int argc, char **argv)
{
    int status;

    g_test_init(&argc, &argv, NULL);
    atlas = atlas_new_countries();
    rings = g_array_new(FALSE, FALSE, sizeof(AreaRing));
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_assert_true(atlas_find(atlas, names[i], WHERE_NONE, &areas[i], NULL));
        read_rings(areas[i]);
    }
    g_test_add_func("/geometry/world", test_world);
    g_test_add_func("/geometry/tilted", test_tilted);
    status = g_test_run();
    for (guint i = 0; i < rings->len; i++)
        g_free(g_array_index(rings, AreaRing, i).points);
    g_array_unref(rings);
    atlas_free(atlas);
    return status;
}
