/* Robinson gave a table, not a formula. The polynomials between its rows are those of the program
 * PROJ (G. I. Evenden), so that maps of both lie on each other. */
#include "geo/projection_type.h"

#define WIDTH_FACTOR 0.8487
#define HEIGHT_FACTOR 1.3523
#define ROWS 18

/* Of the distance in degrees from the row's parallel, one row each 5 degrees. */
static const double widths[ROWS + 1][4] = {
    { 1.0, 2.2199e-17, -7.15515e-05, 3.1103e-06 },
    { 0.9986, -0.000482243, -2.4897e-05, -1.3309e-06 },
    { 0.9954, -0.00083103, -4.48605e-05, -9.86701e-07 },
    { 0.99, -0.00135364, -5.9661e-05, 3.6777e-06 },
    { 0.9822, -0.00167442, -4.49547e-06, -5.72411e-06 },
    { 0.973, -0.00214868, -9.03571e-05, 1.8736e-08 },
    { 0.96, -0.00305085, -9.00761e-05, 1.64917e-06 },
    { 0.9427, -0.00382792, -6.53386e-05, -2.6154e-06 },
    { 0.9216, -0.00467746, -0.00010457, 4.81243e-06 },
    { 0.8962, -0.00536223, -3.23831e-05, -5.43432e-06 },
    { 0.8679, -0.00609363, -0.000113898, 3.32484e-06 },
    { 0.835, -0.00698325, -6.40253e-05, 9.34959e-07 },
    { 0.7986, -0.00755338, -5.00009e-05, 9.35324e-07 },
    { 0.7597, -0.00798324, -3.5971e-05, -2.27626e-06 },
    { 0.7186, -0.00851367, -7.01149e-05, -8.6303e-06 },
    { 0.6732, -0.00986209, -0.000199569, 1.91974e-05 },
    { 0.6213, -0.010418, 8.83923e-05, 6.24051e-06 },
    { 0.5722, -0.00906601, 0.000182, 6.24051e-06 },
    { 0.5322, -0.00677797, 0.000275608, 6.24051e-06 },
};

static const double heights[ROWS + 1][4] = {
    { -5.20417e-18, 0.0124, 1.21431e-18, -8.45284e-11 },
    { 0.062, 0.0124, -1.26793e-09, 4.22642e-10 },
    { 0.124, 0.0124, 5.07171e-09, -1.60604e-09 },
    { 0.186, 0.0123999, -1.90189e-08, 6.00152e-09 },
    { 0.248, 0.0124002, 7.10039e-08, -2.24e-08 },
    { 0.31, 0.0123992, -2.64997e-07, 8.35986e-08 },
    { 0.372, 0.0124029, 9.88983e-07, -3.11994e-07 },
    { 0.434, 0.0123893, -3.69093e-06, -4.35621e-07 },
    { 0.4958, 0.0123198, -1.02252e-05, -3.45523e-07 },
    { 0.5571, 0.0121916, -1.54081e-05, -5.82288e-07 },
    { 0.6176, 0.0119938, -2.41424e-05, -5.25327e-07 },
    { 0.6769, 0.011713, -3.20223e-05, -5.16405e-07 },
    { 0.7346, 0.0113541, -3.97684e-05, -6.09052e-07 },
    { 0.7903, 0.0109107, -4.89042e-05, -1.04739e-06 },
    { 0.8435, 0.0103431, -6.4615e-05, -1.40374e-09 },
    { 0.8936, 0.00969686, -6.4636e-05, -8.547e-06 },
    { 0.9394, 0.00840947, -0.000192841, -4.2106e-06 },
    { 0.9761, 0.00616527, -0.000256, -4.2106e-06 },
    { 1.0, 0.00328947, -0.000319159, -4.2106e-06 },
};

static double
value_at(const double table[][4], double degrees)
{
    int row = MIN((int)(degrees / 5), ROWS);
    const double *c = table[row];
    double t = degrees - 5 * row;

    return c[0] + t * (c[1] + t * (c[2] + t * c[3]));
}

static Point
forward(const ProjectionCone *cone, double lambda, double phi)
{
    double degrees = fabs(SPHERE_DEGREES(phi));

    (void)cone;
    return (Point){ WIDTH_FACTOR * lambda * value_at(widths, degrees),
                    copysign(HEIGHT_FACTOR * value_at(heights, degrees), phi) };
}

/* By halving: the pieces of the table do not meet to the last digit, which upsets Newton's method.
 */
static gboolean
inverse(const ProjectionCone *cone, Point p, double *ret_lambda, double *ret_phi)
{
    double target = fabs(p.y) / HEIGHT_FACTOR, low = 0, high = 90, lambda;

    (void)cone;
    if (target > 1 + 1e-9)
        return FALSE;
    for (int i = 0; i < 60; i++) {
        double middle = (low + high) / 2;

        if (value_at(heights, middle) < target)
            low = middle;
        else
            high = middle;
    }
    lambda = p.x / (WIDTH_FACTOR * value_at(widths, high));
    if (!(fabs(lambda) <= G_PI + 1e-9))
        return FALSE;
    *ret_lambda = CLAMP(lambda, -G_PI, G_PI);
    *ret_phi = copysign(SPHERE_RADIANS(high), p.y);
    return TRUE;
}

const ProjectionType projection_robinson = {
    .name = "robinson",
    .title = "Robinson",
    .source = "A. H. Robinson, A new map projection: its development and characteristics, Int. "
              "Yearb. Cartogr. 14, 1974",
    .family = PROJECTION_CYLINDER,
    .reach = G_PI_2,
    .forward = forward,
    .inverse = inverse,
};
