#include "geo/projection_type.h"

static Point
forward(const ProjectionCone *cone, double lambda, double phi)
{
    (void)cone;
    return (Point){ cos(phi) * sin(lambda), sin(phi) };
}

static gboolean
inverse(const ProjectionCone *cone, Point p, double *ret_lambda, double *ret_phi)
{
    double rho = hypot(p.x, p.y);

    (void)cone;
    if (!(rho <= 1))
        return FALSE;
    projection_from_angle(p, rho, asin(rho), ret_lambda, ret_phi);
    return TRUE;
}

const ProjectionType projection_orthographic = {
    .name = "orthographic",
    .title = "Orthographic",
    .source = "J. P. Snyder, Map projections: a working manual, USGS Prof. Paper 1395, 1987, eq. "
              "20",
    .family = PROJECTION_PLANE,
    .reach = G_PI_2,
    .forward = forward,
    .inverse = inverse,
};
