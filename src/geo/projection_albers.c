#include "geo/projection_type.h"

static double
radius(const ProjectionCone *cone, double phi)
{
    return sqrt(MAX(0, cone->c - 2 * cone->n * sin(phi))) / cone->n;
}

static gboolean
set_cone(double phi1, double phi2, double phi0, ProjectionCone *ret_cone)
{
    double n = (sin(phi1) + sin(phi2)) / 2;

    if (fabs(n) < 1e-6)
        return FALSE;
    ret_cone->n = n;
    ret_cone->c = cos(phi1) * cos(phi1) + 2 * n * sin(phi1);
    ret_cone->rho = radius(ret_cone, phi0);
    return TRUE;
}

static Point
forward(const ProjectionCone *cone, double lambda, double phi)
{
    return projection_cone_forward(cone, lambda, radius(cone, phi));
}

static gboolean
inverse(const ProjectionCone *cone, Point p, double *ret_lambda, double *ret_phi)
{
    double lambda, rho, sine;

    if (!projection_cone_inverse(cone, p, &lambda, &rho))
        return FALSE;
    sine = (cone->c - rho * rho * cone->n * cone->n) / (2 * cone->n);
    if (!(fabs(sine) <= 1 + 1e-12))
        return FALSE;
    *ret_lambda = lambda;
    *ret_phi = asin(CLAMP(sine, -1, 1));
    return TRUE;
}

const ProjectionType projection_albers = {
    .name = "albers",
    .title = "Albers equal-area conic",
    .source = "J. P. Snyder, Map projections: a working manual, USGS Prof. Paper 1395, 1987, eq. "
              "14",
    .family = PROJECTION_CONE,
    .is_equal_area = TRUE,
    .reach = G_PI_2,
    .forward = forward,
    .inverse = inverse,
    .set_cone = set_cone,
};
