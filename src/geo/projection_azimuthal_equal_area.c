#include "geo/projection_type.h"

static Point
forward(const ProjectionCone *cone, double lambda, double phi)
{
    double k = sqrt(2 / (1 + cos(phi) * cos(lambda)));

    (void)cone;
    return (Point){ k * cos(phi) * sin(lambda), k * sin(phi) };
}

static gboolean
inverse(const ProjectionCone *cone, Point p, double *ret_lambda, double *ret_phi)
{
    double rho = hypot(p.x, p.y);

    (void)cone;
    if (!(rho <= 2))
        return FALSE;
    projection_from_angle(p, rho, 2 * asin(rho / 2), ret_lambda, ret_phi);
    return TRUE;
}

const ProjectionType projection_azimuthal_equal_area = {
    .name = "azimuthal-equal-area",
    .title = "Lambert azimuthal equal-area",
    .source = "J. P. Snyder, Map projections: a working manual, USGS Prof. Paper 1395, 1987, eq. "
              "24",
    .family = PROJECTION_PLANE,
    .is_equal_area = TRUE,
    .reach = G_PI - 1e-4,
    .forward = forward,
    .inverse = inverse,
};
