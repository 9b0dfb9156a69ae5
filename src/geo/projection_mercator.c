#include "geo/projection_type.h"

static Point
forward(const ProjectionCone *cone, double lambda, double phi)
{
    (void)cone;
    return (Point){ lambda, asinh(tan(phi)) };
}

static gboolean
inverse(const ProjectionCone *cone, Point p, double *ret_lambda, double *ret_phi)
{
    (void)cone;
    if (!(fabs(p.x) <= G_PI + 1e-9))
        return FALSE;
    *ret_lambda = CLAMP(p.x, -G_PI, G_PI);
    *ret_phi = atan(sinh(p.y));
    return TRUE;
}

const ProjectionType projection_mercator = {
    .name = "mercator",
    .title = "Mercator",
    .source = "J. P. Snyder, Map projections: a working manual, USGS Prof. Paper 1395, 1987, eq. 7",
    .family = PROJECTION_CYLINDER,
    .is_conformal = TRUE,
    .reach = 1.4844222297453324, /* 85.05 degrees, where the world is a square */
    .forward = forward,
    .inverse = inverse,
};
