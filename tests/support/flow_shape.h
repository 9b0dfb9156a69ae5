// Outlines of links as polygons, asked with school geometry: nothing of the layout's own is used.
#pragma once

#include "layout/flow.h"

#define SHAPE_MOST 4000

typedef struct {
    Point points[SHAPE_MOST];
    guint n;
} FlowShape;

static inline Point
shape_cubic(Point a, Point b, Point c, Point d, double t)
{
    double u = 1 - t, p = u * u * u, q = 3 * u * u * t, r = 3 * u * t * t, s = t * t * t;

    return (Point){ p * a.x + q * b.x + r * c.x + s * d.x, p * a.y + q * b.y + r * c.y + s * d.y };
}

/* The polygon of a path of one closed part. */
static inline void
shape_of_path(const Path *path, FlowShape *shape)
{
    const PathSegment *segments = path_segments(path);

    shape->n = 0;
    for (guint i = 0; i < path_length(path); i++) {
        const Point *p = segments[i].p;
        Point last = shape->n > 0 ? shape->points[shape->n - 1] : p[0];

        g_assert_cmpuint(shape->n + 40, <, SHAPE_MOST);
        g_assert_true(segments[i].verb != PATH_MOVE || i == 0);
        if (segments[i].verb == PATH_CURVE)
            for (guint k = 1; k <= 24; k++)
                shape->points[shape->n++] = shape_cubic(last, p[0], p[1], p[2], k / 24.0);
        else if (segments[i].verb != PATH_CLOSE)
            shape->points[shape->n++] = p[0];
        else
            g_assert_cmpuint(i + 1, ==, path_length(path));
    }
}

static inline void
shape_of_arc(const FlowArc *arc, FlowShape *shape)
{
    g_autoptr(Path) path = path_new();

    flow_arc_outline(arc, path);
    shape_of_path(path, shape);
}

static inline double
shape_edge_distance(Point at, Point a, Point b)
{
    double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
    double t = square > 0 ? ((at.x - a.x) * dx + (at.y - a.y) * dy) / square : 0;

    t = t < 0 ? 0 : t > 1 ? 1 : t;
    return hypot(a.x + t * dx - at.x, a.y + t * dy - at.y);
}

/* How far a point is from the polygon; 0 within it. */
static inline double
shape_distance(const FlowShape *shape, Point at)
{
    double least = G_MAXDOUBLE;
    gboolean inside = FALSE;

    for (guint i = 0; i < shape->n; i++) {
        Point a = shape->points[i], b = shape->points[(i + 1) % shape->n];

        if ((a.y > at.y) != (b.y > at.y) && at.x < a.x + (b.x - a.x) * (at.y - a.y) / (b.y - a.y))
            inside = !inside;
        least = MIN(least, shape_edge_distance(at, a, b));
    }
    return inside ? 0 : least;
}

static inline double
shape_turn(Point a, Point b, Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* Whether two polygons have a point in common. */
static inline gboolean
shape_meets(const FlowShape *one, const FlowShape *other)
{
    for (guint i = 0; i < one->n; i++) {
        Point a = one->points[i], b = one->points[(i + 1) % one->n];

        for (guint k = 0; k < other->n; k++) {
            Point c = other->points[k], d = other->points[(k + 1) % other->n];

            if (shape_turn(a, b, c) * shape_turn(a, b, d) < 0 &&
                shape_turn(c, d, a) * shape_turn(c, d, b) < 0)
                return TRUE;
        }
    }
    return one->n > 0 && other->n > 0 &&
           (shape_distance(one, other->points[0]) == 0 ||
            shape_distance(other, one->points[0]) == 0);
}
