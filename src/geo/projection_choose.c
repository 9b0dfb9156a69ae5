/* After J. P. Snyder, Map projections: a working manual, 1987, pages 33 to 35, and B. Jenny,
 * Adaptive composite map projections, IEEE TVCG 18(12), 2012: by how much of the sphere is shown,
 * and where. */
#include "geo/projection_type.h"

/* The central angle from the middle of the extent to its farthest corner or edge. */
static double
angular_radius(Extent extent, LonLat centre)
{
    double width = extent_width(extent), farthest = 0;

    for (int i = 0; i <= 8; i++) {
        LonLat south = { SPHERE_DEGREES(sphere_wrap(SPHERE_RADIANS(extent.west + width * i / 8))),
                         extent.south };
        LonLat north = { south.lon, extent.north };

        farthest = MAX(farthest, sphere_distance(centre, south));
        farthest = MAX(farthest, sphere_distance(centre, north));
    }
    return farthest;
}

Projection
projection_choose(Extent extent, gboolean is_fill)
{
    double width = extent_width(extent), height = extent.north - extent.south;
    double middle = (extent.south + extent.north) / 2, radius;
    Projection plane = projection_for_extent(&projection_azimuthal_equal_area, extent);

    radius = angular_radius(extent, plane.centre);
    /* Round a pole, and not far from it: the pole in the middle. */
    if (radius <= 75 && fabs(plane.centre.lat) == 90)
        return plane;
    if (radius > 90)
        return projection_for_extent(is_fill ? &projection_equal_earth : &projection_natural_earth,
                                     extent);
    if (radius > 35)
        return plane;
    /* Wider than high in the middle latitudes: a cone follows the parallels. */
    if (fabs(middle) >= 20 && fabs(middle) <= 70 && extent.south * extent.north >= 0 &&
        width * cos(SPHERE_RADIANS(middle)) >= height)
        return projection_for_extent(is_fill ? &projection_albers : &projection_conformal_conic,
                                     extent);
    if (!is_fill && fabs(middle) < 20)
        return projection_for_extent(&projection_mercator, extent);
    return plane;
}
