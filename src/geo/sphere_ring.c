/* Area and inside of rings on the sphere. Both look from the south pole: an edge and the pole make
 * a triangle, whose signed area is known (I. Todhunter, Spherical Trigonometry, 1886, art. 103),
 * and a meridian from a place to the pole crosses the ring an odd number of times when only one of
 * the two is inside. */
#include "geo/sphere.h"

/* S = -sum of the triangles, and the turns around the pole, eastward positive. */
static double
sum_triangles(const SinkPoint *ring, gsize n, double *ret_turn)
{
    double sum = 0, turn = 0, half = n > 0 ? ring[0].y / 2 + G_PI_4 : 0;
    double sine = sin(half), cosine = cos(half);

    for (gsize i = 0; i < n; i++) {
        const SinkPoint *a = &ring[i], *b = &ring[(i + 1) % n];
        double delta = b->x - a->x, half_b = b->y / 2 + G_PI_4;
        double sine_b = sin(half_b), cosine_b = cos(half_b), k = sine * sine_b;

        sum -= 2 * atan2(k * sin(delta), cosine * cosine_b + k * cos(delta));
        turn += sphere_wrap(delta);
        sine = sine_b;
        cosine = cosine_b;
    }
    *ret_turn = turn;
    return sum;
}

static gboolean
left_has_south_pole(double sum, double turn)
{
    return turn < -G_PI || (turn < G_PI && sum < 0);
}

double
sphere_ring_area(const SinkPoint *ring, gsize n)
{
    double turn, sum = sum_triangles(ring, n, &turn);

    return sum < 0 ? 4 * G_PI + sum : sum;
}

/* Whether the great circle from a to b passes the meridian south of the place. Half open, so that a
 * vertex on the meridian counts once. */
static gboolean
passes_south(const SinkPoint *a, const SinkPoint *b, double lambda, double phi)
{
    double from = sphere_wrap(a->x - lambda), to = sphere_wrap(b->x - lambda), y_a, y_b, t, x, z;

    if ((from < 0) == (to < 0) || fabs(to - from) >= G_PI)
        return FALSE;
    y_a = cos(a->y) * sin(from);
    y_b = cos(b->y) * sin(to);
    t = y_a == y_b ? 0 : y_a / (y_a - y_b);
    x = (1 - t) * cos(a->y) * cos(from) + t * cos(b->y) * cos(to);
    z = (1 - t) * sin(a->y) + t * sin(b->y);
    return atan2(z, x) < phi;
}

gboolean
sphere_ring_contains(const SinkPoint *ring, gsize n, double lambda, double phi)
{
    double turn, sum = sum_triangles(ring, n, &turn);
    double left = sum < 0 ? 4 * G_PI + sum : sum;
    gboolean inside = left_has_south_pole(sum, turn);

    for (gsize i = 0; i < n; i++)
        if (passes_south(&ring[i], &ring[(i + 1) % n], lambda, phi))
            inside = !inside;
    return left <= 2 * G_PI ? inside : !inside;
}
