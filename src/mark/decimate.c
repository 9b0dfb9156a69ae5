#include "mark/decimate.h"

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
