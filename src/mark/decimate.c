#include "mark/decimate.h"

/* Where so many points become one, nobody sees where exactly it stands. */
#define DENSE 2

/* The points of one column, written in the order they had: at most four. */
static gsize
decimate_write(const Point *points, gsize first, gsize last, Point *out)
{
    gsize low = first, high = first, n = 0;
    gsize keep[4];

    for (gsize i = first; i <= last; i++) {
        low = points[i].y < points[low].y ? i : low;
        high = points[i].y > points[high].y ? i : high;
    }
    keep[0] = first;
    keep[1] = MIN(low, high);
    keep[2] = MAX(low, high);
    keep[3] = last;
    for (guint k = 0; k < 4; k++)
        if (k == 0 || keep[k] != keep[k - 1])
            out[n++] = points[keep[k]];
    return n;
}

gsize
decimate_line(Point *points, gsize n, double column)
{
    gsize n_out = 0, first = 0;

    for (gsize i = 1; i < n; i++)
        if (points[i].x < points[i - 1].x)
            return n;
    /* Writing never overtakes reading: a column of k points gives at most k. */
    while (first < n) {
        double edge = (floor(points[first].x / column) + 1) * column;
        gsize last = first;
        Point kept[4];
        gsize n_kept;

        while (last + 1 < n && points[last + 1].x < edge)
            last++;
        n_kept = decimate_write(points, first, last, kept);
        for (gsize k = 0; k < n_kept; k++)
            points[n_out++] = kept[k];
        first = last + 1;
    }
    return n_out;
}

/* Coordinates of a line that is so dense are needed to a tenth of a px: it is shorter by a third in
 * a file, and no pixel of a screen shows the difference. */
static Point
decimate_round(Point point)
{
    return (Point){ round(point.x * 10) / 10, round(point.y * 10) / 10 };
}

/* Whether b lies on the way from a to c, or as near to it as rounding moves a point. */
static gboolean
decimate_is_between(Point a, Point b, Point c)
{
    double x = c.x - a.x, y = c.y - a.y, aside = x * (b.y - a.y) - y * (b.x - a.x);
    double along = x * (b.x - a.x) + y * (b.y - a.y), length = x * x + y * y;

    return along >= 0 && along <= length && aside * aside <= 0.05 * 0.05 * length;
}

/* Rounds what is left of a dense line, but its ends, and leaves out points that then lie on the
 * way.
 */
static gsize
decimate_shorten(Point *points, gsize n)
{
    gsize n_out = 1;
    gboolean left_out = FALSE; /* never two in a row, so that nothing drifts */

    for (gsize i = 1; i < n; i++) {
        Point point = i + 1 < n ? decimate_round(points[i]) : points[i];

        left_out = n_out > 1 && !left_out &&
                   decimate_is_between(points[n_out - 2], points[n_out - 1], point);
        n_out -= left_out;
        points[n_out++] = point;
    }
    return n_out;
}

gsize
decimate_drawn(Point *points, gsize n)
{
    gsize n_out = n > 4 ? decimate_line(points, n, DECIMATE_COLUMN_PX) : n;

    return n_out < n / DENSE ? decimate_shorten(points, n_out) : n_out;
}
