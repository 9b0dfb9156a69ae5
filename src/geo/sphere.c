#include "geo/sphere.h"

#include <stdlib.h>

typedef struct {
    double x, y, z;
} Vector;

static Vector
vector_of(LonLat at)
{
    double lambda = SPHERE_RADIANS(at.lon), phi = SPHERE_RADIANS(at.lat);

    return (Vector){ cos(phi) * cos(lambda), cos(phi) * sin(lambda), sin(phi) };
}

static gboolean
check_range(const char *name, double value, double limit, Where where, GError **error)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];

    if (!isfinite(value)) {
        error_set(error, ERROR_INPUT, where, "the %s is not a finite number", name);
        return FALSE;
    }
    if (fabs(value) > limit) {
        error_set(error, ERROR_INPUT, where, "the %s %s is not between -%.0f and %.0f degrees",
                  name, g_ascii_formatd(text, sizeof text, "%.10g", value), limit, limit);
        return FALSE;
    }
    return TRUE;
}

gboolean
sphere_check(LonLat at, Where where, GError **error)
{
    return check_range("longitude", at.lon, 180, where, error) &&
           check_range("latitude", at.lat, 90, where, error);
}

static double
dot(Vector a, Vector b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

static Vector
cross(Vector a, Vector b)
{
    return (Vector){ a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x };
}

static double
length(Vector v)
{
    return sqrt(dot(v, v));
}

double
sphere_distance(LonLat a, LonLat b)
{
    Vector u = vector_of(a), v = vector_of(b);

    return SPHERE_DEGREES(atan2(length(cross(u, v)), dot(u, v)));
}

static int
compare_doubles(gconstpointer a, gconstpointer b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

Extent
sphere_extent(const LonLat *places, gsize n)
{
    g_autofree double *lons = g_new(double, n);
    Extent extent = { 0, 90, 0, -90 };
    double widest;

    for (gsize i = 0; i < n; i++) {
        lons[i] = places[i].lon;
        extent.south = MIN(extent.south, places[i].lat);
        extent.north = MAX(extent.north, places[i].lat);
    }
    qsort(lons, n, sizeof *lons, compare_doubles);
    widest = lons[0] + 360 - lons[n - 1];
    extent.west = lons[0];
    extent.east = lons[n - 1];
    for (gsize i = 1; i < n; i++)
        if (lons[i] - lons[i - 1] > widest) {
            widest = lons[i] - lons[i - 1];
            extent.west = lons[i];
            extent.east = lons[i - 1];
        }
    return extent;
}

gboolean
extent_check(Extent extent, Where where, GError **error)
{
    if (!sphere_check((LonLat){ extent.west, extent.south }, where, error) ||
        !sphere_check((LonLat){ extent.east, extent.north }, where, error))
        return FALSE;
    if (extent.south >= extent.north || extent.west == extent.east) {
        error_set(error, ERROR_INPUT, where,
                  "the extent must run from west to east and from south to north, and have a size");
        return FALSE;
    }
    return TRUE;
}

double
extent_width(Extent extent)
{
    double width = extent.east - extent.west;

    return width < 0 ? width + 360 : width;
}

double
sphere_wrap(double lambda)
{
    if (fabs(lambda) <= G_PI)
        return lambda;
    return remainder(lambda, 2 * G_PI);
}

Rotation
rotation_to(LonLat centre)
{
    double phi = SPHERE_RADIANS(centre.lat);

    return (Rotation){ SPHERE_RADIANS(centre.lon), cos(phi), sin(phi) };
}

void
rotation_forward(const Rotation *rotation, LonLat at, double *ret_lambda, double *ret_phi)
{
    double lambda = sphere_wrap(SPHERE_RADIANS(at.lon) - rotation->lambda);
    double phi = SPHERE_RADIANS(at.lat), x, y, z;

    if (rotation->sin_phi != 0) { /* Else angles stay exact: 180 stays on its side. */
        x = cos(phi) * cos(lambda);
        y = cos(phi) * sin(lambda);
        z = sin(phi);
        lambda = atan2(y, x * rotation->cos_phi + z * rotation->sin_phi);
        phi = atan2(z * rotation->cos_phi - x * rotation->sin_phi,
                    hypot(y, x * rotation->cos_phi + z * rotation->sin_phi));
    }
    *ret_lambda = lambda;
    *ret_phi = phi;
}

LonLat
rotation_inverse(const Rotation *rotation, double lambda, double phi)
{
    if (rotation->sin_phi != 0) {
        double x = cos(phi) * cos(lambda), y = cos(phi) * sin(lambda), z = sin(phi);

        lambda = atan2(y, x * rotation->cos_phi - z * rotation->sin_phi);
        phi = atan2(z * rotation->cos_phi + x * rotation->sin_phi,
                    hypot(y, x * rotation->cos_phi - z * rotation->sin_phi));
    }
    return (LonLat){ SPHERE_DEGREES(sphere_wrap(lambda + rotation->lambda)), SPHERE_DEGREES(phi) };
}
