#include "geo/projection.h"

/* Meridians and, in each band, parallels that are looked at; how far apart places are for a
 * derivative, degrees; how near to a pole, where it has none. */
#define ACROSS 12
#define UP 2
#define APART 0.01
#define NEAREST 0.5

/* The square of the longest way on the page for a way of one on the globe: the larger singular
 * value of the derivatives (A. Tissot's indicatrix). 0: the place cannot be seen. */
static double
stretch2(const Projection *projection, LonLat at)
{
    LonLat east = { at.lon + (at.lon > 0 ? -APART : APART), at.lat };
    LonLat north = { at.lon, at.lat + (at.lat > 0 ? -APART : APART) };
    double shrink = cos(SPHERE_RADIANS(at.lat)), sum, cross;
    Point p, e, n;

    if (!projection_forward(projection, at, &p) || !projection_forward(projection, east, &e) ||
        !projection_forward(projection, north, &n))
        return 0;
    e = (Point){ (e.x - p.x) / (APART * shrink), (e.y - p.y) / (APART * shrink) };
    n = (Point){ (n.x - p.x) / APART, (n.y - p.y) / APART };
    sum = e.x * e.x + e.y * e.y + n.x * n.x + n.y * n.y;
    cross = e.x * n.y - e.y * n.x;
    return (sum + sqrt(MAX(0, sum * sum - 4 * cross * cross))) / 2;
}

void
projection_finest(const Projection *projection, Extent extent, double px, guint n,
                  double *ret_degrees)
{
    double height = 180.0 / n;

    for (guint band = 0; band < n; band++) {
        double south = MAX(extent.south, -90 + band * height);
        double north = MIN(extent.north, -90 + (band + 1) * height), most = 0;

        for (int i = 0; i <= UP && south <= north; i++)
            for (int k = 0; k <= ACROSS; k++) {
                double lon = extent.west + extent_width(extent) * k / ACROSS;
                double lat = south + (north - south) * i / UP;

                most = MAX(most, stretch2(projection,
                                          (LonLat){ lon > 180 ? lon - 360 : lon,
                                                    CLAMP(lat, -90 + NEAREST, 90 - NEAREST) }));
            }
        ret_degrees[band] = most > 0 ? px / sqrt(most) : 0;
    }
}
