// What the map shows, and by which projection.
#include "map/map.h"

#include "base/number.h"
#include "geo/sphere.h"
#include "plot/option.h"
#include "plot/page.h"

#include <string.h>

/* Air around what is drawn, as a share of its height and width, and at least, degrees: around a
 * city-state its neighbours are seen. A user's own areas may be those of a city. */
#define AIR 0.06
#define LEAST_AIR 1.5
#define LEAST_OWN_AIR 0.005
/* What is no wider than this is a point, which needs more air to be recognised, degrees. */
#define POINT_SPAN 0.05
#define POINT_AIR 6.0
/* Wider than this it is the world. */
#define WORLD_WIDTH 200.0
/* The map on a page without a height: width over height. */
#define LEAST_ASPECT 0.88
#define MOST_ASPECT 2.4

#define SAMPLES 24

/* "100,-10,140,50" as n numbers. */
static gboolean
extent_parse_numbers(const char *text, guint least, guint most, double *ret_numbers, guint *ret_n)
{
    g_auto(GStrv) parts = g_strsplit(text, ",", -1);
    guint n = g_strv_length(parts);

    if (n < least || n > most)
        return FALSE;
    for (guint i = 0; i < n; i++) {
        const char *part = g_strstrip(parts[i]);

        if (!number_parse(part, strlen(part), &ret_numbers[i]))
            return FALSE;
    }
    *ret_n = n;
    return TRUE;
}

/* What was typed wrong is an option, not data. */
static gboolean
extent_fail(const char *option, GError **error)
{
    g_prefix_error(error, "--%s: ", option);
    if (error != NULL && *error != NULL)
        (*error)->code = ERROR_USAGE;
    return FALSE;
}

static gboolean
extent_parse(const char *option, const char *text, Extent *ret_extent, GError **error)
{
    double numbers[4];
    guint n;

    if (!extent_parse_numbers(text, 4, 4, numbers, &n)) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--%s: \"%s\" is not W,S,E,N in degrees, such as 92,-11,142,44", option, text);
        return FALSE;
    }
    *ret_extent = (Extent){ numbers[0], numbers[1], numbers[2], numbers[3] };
    return extent_check(*ret_extent, WHERE_NONE, error) || extent_fail(option, error);
}

/* What the map is about: places, and the main land of areas, by their corners. */
static void
extent_add_area(const Map *map, guint area, GArray *corners)
{
    AtlasArea shape = atlas_area(map->atlas, area);
    Extent extent = atlas_ring(map->atlas, area, shape.main_ring).extent;
    LonLat points[] = { { extent.west, extent.south }, { extent.east, extent.north }, shape.label };

    g_array_append_vals(corners, points, G_N_ELEMENTS(points));
}

static void
extent_add_place(const Map *map, const Place *place, gboolean whole, GArray *corners)
{
    g_array_append_val(corners, place->at);
    if (whole && place->area != ATLAS_NONE)
        extent_add_area(map, place->area, corners);
}

/* Links, symbols and notes; for want of them the coloured areas; else the world. */
static GArray *
extent_corners(const Map *map)
{
    GArray *corners = g_array_new(FALSE, FALSE, sizeof(LonLat));

    for (guint i = 0; map->relations != NULL && i < map->relations->n_nodes; i++)
        extent_add_place(map, &map->relations->nodes[i].place, TRUE, corners);
    for (guint i = 0; i < map->n_symbols; i++)
        extent_add_place(map, &map->symbols[i].place, map->symbols[i].series == G_MAXUINT, corners);
    for (guint i = 0; i < map->n_callouts; i++)
        extent_add_place(map, &map->callouts[i].place, FALSE, corners);
    for (guint i = 0;
         map->relations == NULL && map->n_symbols == 0 && map->fills != NULL && i < map->fills->n;
         i++)
        extent_add_area(map, map->fills->items[i].area, corners);
    return corners;
}

static Extent
extent_of(const Map *map)
{
    g_autoptr(GArray) corners = extent_corners(map);
    Extent extent = { -180, -90, 180, 90 };
    double across, up, width, least = LEAST_AIR;

    if (corners->len == 0)
        return extent;
    extent = sphere_extent((const LonLat *)corners->data, corners->len);
    width = extent_width(extent);
    if (width < POINT_SPAN && extent.north - extent.south < POINT_SPAN)
        least = POINT_AIR;
    if (!atlas_is_built_in(map->atlas))
        least = LEAST_OWN_AIR;
    up = MAX(least, AIR * (extent.north - extent.south));
    across =
        MAX(least, AIR * width) / MAX(0.2, cos(SPHERE_RADIANS((extent.south + extent.north) / 2)));
    if (width + 2 * across >= WORLD_WIDTH)
        return (Extent){ -180, -90, 180, 90 };
    extent.west -= across;
    extent.east += across;
    extent.west += extent.west < -180 ? 360 : 0;
    extent.east -= extent.east > 180 ? 360 : 0;
    extent.south = MAX(-90, extent.south - up);
    extent.north = MIN(90, extent.north + up);
    return extent;
}

static gboolean
extent_choose(Map *map, const Spec *spec, GError **error)
{
    const char *asked = spec->map.extent;

    if (strcmp(asked, "auto") == 0)
        map->extent = extent_of(map);
    else if (strcmp(asked, "world") == 0)
        map->extent = (Extent){ -180, -90, 180, 90 };
    else if (!extent_parse("extent", asked, &map->extent, error))
        return FALSE;
    map->world = extent_width(map->extent) >= 359 && map->extent.north - map->extent.south > 150;
    return TRUE;
}

/* How many links leave a map of the world around this meridian on one side, to come back on the
 * other. */
static guint
extent_count_broken(const Relations *relations, double centre)
{
    guint n = 0;

    for (guint i = 0; i < relations->n_links; i++) {
        const RelationLink *link = &relations->links[i];
        double a = sphere_wrap(SPHERE_RADIANS(relations->nodes[link->from].place.at.lon - centre));
        double b = sphere_wrap(SPHERE_RADIANS(relations->nodes[link->to].place.at.lon - centre));

        n += fabs(a - b) > G_PI;
    }
    return n;
}

/* The usual middles of world maps; the first breaks fewest links. */
static double
extent_world_centre(const Relations *relations)
{
    static const double centres[] = { 10, 150, -90, 60, -150 };
    guint best = 0;

    for (guint i = 1; relations != NULL && i < G_N_ELEMENTS(centres); i++)
        if (extent_count_broken(relations, centres[i]) <
            extent_count_broken(relations, centres[best]))
            best = i;
    return centres[best];
}

static gboolean
extent_find_projection(const char *name, const ProjectionType **ret_type, GError **error)
{
    g_autofree char *near = NULL;

    *ret_type = projection_type_from_name(name);
    if (*ret_type != NULL)
        return TRUE;
    near = error_suggest(name, projection_type_names);
    error_set(error, ERROR_USAGE, WHERE_NONE, "--projection: no projection \"%s\"%s", name,
              *near != '\0' ? near : "; see list projections");
    return FALSE;
}

static gboolean
extent_project(Map *map, Plot *plot, GError **error)
{
    const Spec *spec = plot->spec;
    const ProjectionType *type = NULL;
    double numbers[2] = { 0, 0 };
    LonLat centre;
    guint n = 0;

    if (spec->map.projection != NULL && !extent_find_projection(spec->map.projection, &type, error))
        return FALSE;
    map->projection = type != NULL ? projection_for_extent(type, map->extent)
                                   : projection_choose(map->extent, map->fills != NULL);
    if (spec->map.center == NULL && map->world &&
        map->projection.type->family == PROJECTION_CYLINDER) {
        centre = (LonLat){ extent_world_centre(map->relations), 0 };
        return projection_init(map->projection.type, centre, NULL, &map->projection, error);
    }
    if (spec->map.center == NULL)
        return TRUE;
    if (!extent_parse_numbers(spec->map.center, 1, 2, numbers, &n)) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--center: \"%s\" is not LON or LON,LAT in degrees, such as 150 or 105,15",
                  spec->map.center);
        return FALSE;
    }
    centre = (LonLat){ numbers[0], n > 1 ? numbers[1] : map->projection.centre.lat };
    if (!sphere_check(centre, WHERE_NONE, error))
        return extent_fail("center", error);
    if (n > 1 && map->projection.type->family == PROJECTION_CYLINDER)
        report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, 1,
                   "--center: %s keeps the equator straight and takes the longitude alone",
                   map->projection.type->title);
    return projection_init(map->projection.type, centre, map->projection.parallels,
                           &map->projection, error);
}

/* Width over height of what is shown. FALSE: the projection shows nothing of it. */
static gboolean
extent_measure(const Map *map, double *ret_aspect)
{
    Projection projection = map->projection;
    double x0 = INFINITY, x1 = -INFINITY, y0 = INFINITY, y1 = -INFINITY;
    double width = extent_width(map->extent);

    if (!projection_fit_extent(&projection, map->extent, (Rect){ 0, 0, 1000, 1000 }))
        return FALSE;
    for (guint i = 0; i <= SAMPLES; i++)
        for (guint k = 0; k <= SAMPLES; k++) {
            LonLat at = { map->extent.west + width * i / SAMPLES,
                          map->extent.south +
                              (map->extent.north - map->extent.south) * k / SAMPLES };
            Point p;

            at.lon -= at.lon > 180 ? 360 : 0;
            if (!projection_forward(&projection, at, &p))
                continue;
            x0 = MIN(x0, p.x);
            x1 = MAX(x1, p.x);
            y0 = MIN(y0, p.y);
            y1 = MAX(y1, p.y);
        }
    *ret_aspect = y1 > y0 && x1 > x0 ? (x1 - x0) / (y1 - y0) : 1.6;
    return TRUE;
}

gboolean
map_choose_extent(Map *map, Plot *plot, GError **error)
{
    double aspect;

    if (!extent_choose(map, plot->spec, error) || !extent_project(map, plot, error))
        return FALSE;
    for (guint i = 0; plot->spec->map.insets != NULL && i < plot->spec->map.insets->len; i++) {
        if (map->insets == NULL)
            map->insets = arena_new0(plot->arena, Extent, plot->spec->map.insets->len);
        if (!extent_parse("inset", plot->spec->map.insets->pdata[i], &map->insets[i], error))
            return FALSE;
        map->n_insets++;
    }
    if (!extent_measure(map, &aspect)) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "the projection %s shows nothing of this extent around its centre; leave out "
                  "--projection or --center, or choose another --extent",
                  map->projection.type->name);
        return FALSE;
    }
    aspect = CLAMP(aspect, LEAST_ASPECT, MOST_ASPECT);
    plot->panel_aspect = aspect;
    if (!plot->fixed_height && plot->n_panels == 1)
        plot->size.height =
            page_height(plot, 1, (plot->size.width - 2 * plot->theme->margin) / aspect);
    return TRUE;
}
