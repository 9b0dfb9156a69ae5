// Points and boxes in px (1/96 inch), x to the right, y downwards. Values, passed by value.
#pragma once

#include <glib.h>
#include <math.h>

typedef struct {
    double x, y;
} Point;

typedef struct {
    double width, height;
} Size;

/* x, y is the top left corner; width and height are never negative. */
typedef struct {
    double x, y, width, height;
} Rect;

static inline double
rect_right(Rect r)
{
    return r.x + r.width;
}

static inline double
rect_bottom(Rect r)
{
    return r.y + r.height;
}

/* The rectangle between two corners given in any order. */
static inline Rect
rect_between(double x0, double y0, double x1, double y1)
{
    return (Rect){ MIN(x0, x1), MIN(y0, y1), fabs(x1 - x0), fabs(y1 - y0) };
}

static inline gboolean
rect_intersects(Rect a, Rect b)
{
    return a.x < rect_right(b) && b.x < rect_right(a) && a.y < rect_bottom(b) &&
           b.y < rect_bottom(a);
}

static inline gboolean
rect_contains(Rect outer, Rect inner)
{
    return inner.x >= outer.x && inner.y >= outer.y && rect_right(inner) <= rect_right(outer) &&
           rect_bottom(inner) <= rect_bottom(outer);
}

/* Grown by dx on the left and right and dy above and below; negative shrinks, never below 0. */
static inline Rect
rect_grow(Rect r, double dx, double dy)
{
    return (Rect){ r.x - dx, r.y - dy, MAX(0, r.width + 2 * dx), MAX(0, r.height + 2 * dy) };
}

/* The common part; a rectangle of zero size when there is none. */
static inline Rect
rect_clip(Rect r, Rect to)
{
    double x0 = MAX(r.x, to.x), y0 = MAX(r.y, to.y);
    double x1 = MIN(rect_right(r), rect_right(to)), y1 = MIN(rect_bottom(r), rect_bottom(to));

    return (Rect){ x0, y0, MAX(0, x1 - x0), MAX(0, y1 - y0) };
}

/* The stretch of a line within a slab, as shares of the line; FALSE: there is none. */
static inline gboolean
line_cut_to_slab(double from, double delta, double least, double most, double *t0, double *t1)
{
    double enters, leaves;

    if (delta == 0)
        return from >= least && from <= most;
    enters = (least - from) / delta;
    leaves = (most - from) / delta;
    *t0 = MAX(*t0, MIN(enters, leaves));
    *t1 = MIN(*t1, MAX(enters, leaves));
    return *t0 <= *t1;
}

/* Whether a straight line enters the rectangle, in which it may also end (Liang, Barsky 1984). */
static inline gboolean
rect_meets_line(Rect r, Point from, Point to)
{
    double t0 = 0, t1 = 1;

    return line_cut_to_slab(from.x, to.x - from.x, r.x, rect_right(r), &t0, &t1) &&
           line_cut_to_slab(from.y, to.y - from.y, r.y, rect_bottom(r), &t0, &t1);
}

/* px of the side of the squares of a grid over the rectangle: 1, doubled until there are no more of
 * them than `most`. */
static inline double
rect_pitch(Rect r, double most)
{
    double pitch = 1;

    while (ceil(r.width / pitch) * ceil(r.height / pitch) > most)
        pitch *= 2;
    return pitch;
}
