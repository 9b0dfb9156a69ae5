#include "geo/projection.h"

#define STEPS 72

typedef struct {
    double x0, y0, x1, y1;
} Bounds;

static void
include(Bounds *bounds, const Projection *unit, LonLat at)
{
    Point p;

    if (!projection_forward(unit, at, &p))
        return;
    bounds->x0 = MIN(bounds->x0, p.x);
    bounds->x1 = MAX(bounds->x1, p.x);
    bounds->y0 = MIN(bounds->y0, p.y);
    bounds->y1 = MAX(bounds->y1, p.y);
}

static gboolean
fit(Projection *projection, Bounds bounds, Rect rect)
{
    double width = bounds.x1 - bounds.x0, height = bounds.y1 - bounds.y0, scale;

    if (!(width >= 0 && height >= 0) || (width == 0 && height == 0) || rect.width <= 0 ||
        rect.height <= 0)
        return FALSE;
    scale = MIN(width == 0 ? INFINITY : rect.width / width,
                height == 0 ? INFINITY : rect.height / height);
    projection->scale = scale;
    projection->translate =
        (Point){ rect.x + rect.width / 2 - scale * (bounds.x0 + bounds.x1) / 2,
                 rect.y + rect.height / 2 - scale * (bounds.y0 + bounds.y1) / 2 };
    return TRUE;
}

static Projection
unit_of(const Projection *projection)
{
    Projection unit = *projection;

    unit.scale = 1;
    unit.translate = (Point){ 0, 0 };
    return unit;
}

/* The edge of what can be seen lies between the samples, so it is sampled as well: where it is
 * inside the extent it bounds the picture. */
static void
include_edge(Bounds *bounds, const Projection *unit, Extent extent)
{
    double reach = unit->type->reach - 1e-9, width = extent_width(extent);

    for (int i = 0; i < 4 * STEPS; i++) {
        double angle = 2 * G_PI * i / (4 * STEPS);
        double y = sin(reach) * cos(angle), z = sin(reach) * sin(angle);
        LonLat at =
            rotation_inverse(&unit->rotation, atan2(y, cos(reach)), atan2(z, hypot(y, cos(reach))));
        double east = at.lon - extent.west;

        if (east < 0)
            east += 360;
        if (east <= width && at.lat >= extent.south && at.lat <= extent.north)
            include(bounds, unit, at);
    }
}

typedef struct {
    double lons[STEPS + 1];
    guint n;
} Meridians;

/* Those that are looked at. Along a parallel of a cylinder x goes with the longitude from the
 * centre, so that of those the two outermost are enough. */
static Meridians
meridians_of(const Projection *unit, Extent extent)
{
    double width = extent_width(extent), least = INFINITY, most = -INFINITY;
    Meridians all = { .n = 0 }, outer = { .n = 2 };

    for (int i = 0; i <= STEPS; i++) {
        double lon = extent.west + width * i / STEPS, lambda, phi;

        if (lon > 180)
            lon -= 360;
        all.lons[all.n++] = lon;
        rotation_forward(&unit->rotation, (LonLat){ lon, 0 }, &lambda, &phi);
        if (lambda < least)
            outer.lons[0] = lon;
        if (lambda > most)
            outer.lons[1] = lon;
        least = MIN(least, lambda);
        most = MAX(most, lambda);
    }
    return unit->type->family == PROJECTION_CYLINDER ? outer : all;
}

gboolean
projection_fit_extent(Projection *projection, Extent extent, Rect rect)
{
    Projection unit = unit_of(projection);
    Bounds bounds = { INFINITY, INFINITY, -INFINITY, -INFINITY };
    double south = extent.south, north = extent.north;
    Meridians meridians = meridians_of(&unit, extent);

    if (unit.type->family != PROJECTION_PLANE) {
        south = MAX(south, SPHERE_DEGREES(unit.phi_min) + 1e-9);
        north = MIN(north, SPHERE_DEGREES(unit.phi_max) - 1e-9);
        if (south >= north)
            return FALSE;
    } else {
        include_edge(&bounds, &unit, extent);
    }
    for (guint i = 0; i < meridians.n; i++)
        for (int k = 0; k <= STEPS; k++)
            include(&bounds, &unit,
                    (LonLat){ meridians.lons[i], south + (north - south) * k / STEPS });
    return fit(projection, bounds, rect);
}
