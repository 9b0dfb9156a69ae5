#include "geo/projection_type.h"

static double
width(double phi)
{
    double p2 = phi * phi, p4 = p2 * p2;

    return 0.8707 + p2 * (-0.131979 + p2 * (-0.013791 + p4 * p2 * (0.003971 - 0.001529 * p2)));
}

static double
height(double phi)
{
    double p2 = phi * phi, p4 = p2 * p2;

    return phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)));
}

static double
slope(double phi)
{
    double p2 = phi * phi, p4 = p2 * p2;

    return 1.007226 +
           p2 * (3 * 0.015085 + p4 * (-7 * 0.044475 + 9 * 0.028874 * p2 - 11 * 0.005916 * p4));
}

static Point
forward(const ProjectionCone *cone, double lambda, double phi)
{
    (void)cone;
    return (Point){ lambda * width(phi), height(phi) };
}

static gboolean
inverse(const ProjectionCone *cone, Point p, double *ret_lambda, double *ret_phi)
{
    double phi = p.y, lambda;

    (void)cone;
    if (fabs(p.y) > height(G_PI_2) + 1e-12)
        return FALSE;
    for (int i = 0; i < 25; i++)
        phi = CLAMP(phi - (height(phi) - p.y) / slope(phi), -G_PI_2, G_PI_2);
    lambda = p.x / width(phi);
    if (!(fabs(lambda) <= G_PI + 1e-9))
        return FALSE;
    *ret_lambda = CLAMP(lambda, -G_PI, G_PI);
    *ret_phi = phi;
    return TRUE;
}

const ProjectionType projection_natural_earth = {
    .name = "natural-earth",
    .title = "Natural Earth",
    .source = "B. Savric, B. Jenny, T. Patterson, D. Petrovic, L. Hurni, A polynomial equation for "
              "the Natural Earth projection, Cartogr. Geogr. Inf. Sci. 38(4), 2011",
    .family = PROJECTION_CYLINDER,
    .reach = G_PI_2,
    .forward = forward,
    .inverse = inverse,
};
