#include "geo/projection_type.h"

static Point
forward(const ProjectionCone *cone, double lambda, double phi)
{
    double x = cos(phi) * sin(lambda), y = sin(phi), sine = hypot(x, y);
    double k = sine == 0 ? 1 : atan2(sine, cos(phi) * cos(lambda)) / sine;

    (void)cone;
    return (Point){ k * x, k * y };
}

static gboolean
inverse(const ProjectionCone *cone, Point p, double *ret_lambda, double *ret_phi)
{
    double rho = hypot(p.x, p.y);

    (void)cone;
    if (!(rho <= G_PI))
        return FALSE;
    projection_from_angle(p, rho, rho, ret_lambda, ret_phi);
    return TRUE;
}

const ProjectionType projection_azimuthal_equidistant = {
    .name = "azimuthal-equidistant",
    .title = "Azimuthal equidistant",
    .source = "J. P. Snyder, Map projections: a working manual, USGS Prof. Paper 1395, 1987, eq. "
              "25",
    .family = PROJECTION_PLANE,
    .reach = G_PI - 1e-4,
    .forward = forward,
    .inverse = inverse,
};
