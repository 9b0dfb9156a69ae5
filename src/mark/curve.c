#include "mark/curve.h"

/* A cubic is drawn in pieces of about this many px, at most so many. */
#define PIECE_PX 4.0
#define MAX_PIECES 64

static Point *
curve_steps(const Point *points, gsize n, gsize *ret_n)
{
    Point *out = g_new(Point, 2 * n + 1);
    gsize k = 0;

    for (gsize i = 0; i < n; i++) {
        if (i > 0)
            out[k++] = (Point){ points[i].x, points[i - 1].y };
        out[k++] = points[i];
    }
    *ret_n = k;
    return out;
}

static double
curve_sign(double value)
{
    return value < 0 ? -1 : 1;
}

static double
curve_chord(Point a, Point b)
{
    return b.x > a.x ? (b.y - a.y) / (b.x - a.x) : 0;
}

/* The slope at an inner point: no steeper than keeps both sides monotone. */
static double
curve_slope(Point before, Point at, Point after)
{
    double h0 = at.x - before.x, h1 = after.x - at.x;
    double s0 = curve_chord(before, at), s1 = curve_chord(at, after);
    double parabola = h0 + h1 > 0 ? (s0 * h1 + s1 * h0) / (h0 + h1) : 0;

    return (curve_sign(s0) + curve_sign(s1)) * MIN(MIN(fabs(s0), fabs(s1)), 0.5 * fabs(parabola));
}

static double *
curve_slopes(const Point *points, gsize n)
{
    double *slopes = g_new0(double, n + 1);

    for (gsize i = 1; i + 1 < n; i++)
        slopes[i] = curve_slope(points[i - 1], points[i], points[i + 1]);
    if (n > 1) {
        slopes[0] = (3 * curve_chord(points[0], points[1]) - slopes[1]) / 2;
        slopes[n - 1] = (3 * curve_chord(points[n - 2], points[n - 1]) - slopes[n - 2]) / 2;
    }
    if (n == 2)
        slopes[0] = slopes[1] = curve_chord(points[0], points[1]);
    return slopes;
}

/* Cubic Hermite between two points at t. */
static double
curve_hermite(Point a, Point b, double slope_a, double slope_b, double t)
{
    double h = b.x - a.x, t2 = t * t, t3 = t2 * t;

    return (2 * t3 - 3 * t2 + 1) * a.y + (t3 - 2 * t2 + t) * h * slope_a + (3 * t2 - 2 * t3) * b.y +
           (t3 - t2) * h * slope_b;
}

static Point *
curve_monotone(const Point *points, gsize n, gsize *ret_n)
{
    g_autofree double *slopes = curve_slopes(points, n);
    GArray *out = g_array_new(FALSE, FALSE, sizeof(Point));

    g_array_append_vals(out, points, 1);
    for (gsize i = 0; i + 1 < n; i++) {
        Point a = points[i], b = points[i + 1];
        guint pieces = (guint)CLAMP(ceil((b.x - a.x) / PIECE_PX), 1, MAX_PIECES);

        for (guint k = 1; k <= pieces; k++) {
            double t = (double)k / pieces;
            Point at = { a.x + (b.x - a.x) * t,
                         k == pieces ? b.y : curve_hermite(a, b, slopes[i], slopes[i + 1], t) };

            g_array_append_val(out, at);
        }
    }
    *ret_n = out->len;
    return (Point *)(gpointer)g_array_free(out, FALSE);
}

Point *
curve_points(const Point *points, gsize n, Curve curve, gsize *ret_n)
{
    switch (n > 1 ? curve : CURVE_LINEAR) {
    case CURVE_STEP:
        return curve_steps(points, n, ret_n);
    case CURVE_MONOTONE:
        return curve_monotone(points, n, ret_n);
    case CURVE_LINEAR:
        break;
    }
    *ret_n = n;
    return g_memdup2(points, n * sizeof *points);
}
