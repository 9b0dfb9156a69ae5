#include "geo/projection_type.h"

static double
log_tan(double phi)
{
    return asinh(tan(phi)); /* log tan(pi/4 + phi/2), exact near the equator */
}

static double
radius(const ProjectionCone *cone, double phi)
{
    /* At the cone's own pole the tangent is only nearly infinite, and the radius only nearly 0. */
    return cone->c * exp(-cone->n * log_tan(phi));
}

static gboolean
set_cone(double phi1, double phi2, double phi0, ProjectionCone *ret_cone)
{
    double n = fabs(phi1 - phi2) < 1e-9
                   ? sin(phi1)
                   : log(cos(phi1) / cos(phi2)) / (log_tan(phi2) - log_tan(phi1));

    if (fabs(n) < 1e-6 || MAX(fabs(phi1), fabs(phi2)) > G_PI_2 - 1e-6)
        return FALSE;
    ret_cone->n = n;
    ret_cone->c = cos(phi1) * exp(n * log_tan(phi1)) / n;
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
    double lambda, rho;

    if (!projection_cone_inverse(cone, p, &lambda, &rho))
        return FALSE;
    *ret_lambda = lambda;
    *ret_phi = rho == 0 ? copysign(G_PI_2, cone->n) : atan(sinh(log(cone->c / rho) / cone->n));
    return TRUE;
}

const ProjectionType projection_conformal_conic = {
    .name = "conformal-conic",
    .title = "Lambert conformal conic",
    .source = "J. P. Snyder, Map projections: a working manual, USGS Prof. Paper 1395, 1987, eq. "
              "15",
    .family = PROJECTION_CONE,
    .is_conformal = TRUE,
    .reach = 1.3089969389957472, /* 75 degrees: the far pole is infinitely far */
    .forward = forward,
    .inverse = inverse,
    .set_cone = set_cone,
};
