#include "geo/projection_type.h"

#define A1 1.340264
#define A2 -0.081106
#define A3 0.000893
#define A4 0.003796
#define HALF_ROOT_3 0.86602540378443864676

static double
height(double t)
{
    double t2 = t * t, t6 = t2 * t2 * t2;

    return t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
}

static double
slope(double t)
{
    double t2 = t * t, t6 = t2 * t2 * t2;

    return A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2);
}

static Point
forward(const ProjectionCone *cone, double lambda, double phi)
{
    double sine = HALF_ROOT_3 * sin(phi), t = asin(sine);

    (void)cone;
    return (Point){ lambda * sqrt(1 - sine * sine) / (HALF_ROOT_3 * slope(t)), height(t) };
}

static gboolean
inverse(const ProjectionCone *cone, Point p, double *ret_lambda, double *ret_phi)
{
    double t = p.y, sine, lambda;

    (void)cone;
    if (fabs(p.y) > height(G_PI / 3) + 1e-12)
        return FALSE;
    for (int i = 0; i < 12; i++) /* Newton; the height is monotonous in t. */
        t -= (height(t) - p.y) / slope(t);
    sine = sin(t) / HALF_ROOT_3;
    lambda = HALF_ROOT_3 * p.x * slope(t) / cos(t);
    if (!(fabs(lambda) <= G_PI + 1e-9))
        return FALSE;
    *ret_lambda = CLAMP(lambda, -G_PI, G_PI);
    *ret_phi = asin(CLAMP(sine, -1, 1));
    return TRUE;
}

const ProjectionType projection_equal_earth = {
    .name = "equal-earth",
    .title = "Equal Earth",
    .source = "B. Savric, T. Patterson, B. Jenny, The Equal Earth map projection, Int. J. Geogr. "
              "Inf. Sci. 33(3), 2019",
    .family = PROJECTION_CYLINDER,
    .is_equal_area = TRUE,
    .reach = G_PI_2,
    .forward = forward,
    .inverse = inverse,
};
