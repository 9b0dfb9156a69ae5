#include "mark/disc_stamp.h"

float
disc_cover(double radius, double dx, double dy)
{
    double outer = radius + 0.5, square = dx * dx + dy * dy;

    return square >= outer * outer ? 0 : (float)MIN(outer - sqrt(square), 1);
}

static void
fill_square(float *covers, guint side, double radius, Point centre)
{
    for (guint row = 0; row < side; row++)
        for (guint column = 0; column < side; column++)
            *covers++ = disc_cover(radius, column + 0.5 - centre.x, row + 0.5 - centre.y);
}

static DiscSpan
find_span(const float *covers, guint side)
{
    guint from = 0, end = side;

    while (end > 0 && covers[end - 1] == 0)
        end--;
    while (from < end && covers[from] == 0)
        from++;
    return (DiscSpan){ (guint8)from, (guint8)end };
}

DiscStamp *
disc_stamp_new(double radius)
{
    DiscStamp *stamp = g_new(DiscStamp, 1);
    double reach = ceil(radius + 0.5);
    guint side = 2 * (guint)reach + 1;

    g_assert(radius <= DISC_STAMP_RADIUS);
    stamp->side = side;
    stamp->reach = (guint)reach;
    stamp->covers = g_new(float, (gsize)DISC_STAMP_SQUARES *side *side);
    stamp->spans = g_new(DiscSpan, (gsize)DISC_STAMP_SQUARES * side);
    for (guint i = 0; i < DISC_STAMP_SQUARES; i++) {
        Point centre = { reach + (i % STAMP_PLACES + 0.5) / STAMP_PLACES,
                         reach + (i / STAMP_PLACES + 0.5) / STAMP_PLACES };

        fill_square(stamp->covers + (gsize)i * side * side, side, radius, centre);
    }
    for (gsize i = 0; i < (gsize)DISC_STAMP_SQUARES * side; i++)
        stamp->spans[i] = find_span(stamp->covers + i * side, side);
    return stamp;
}

void
disc_stamp_free(DiscStamp *stamp)
{
    if (stamp == NULL)
        return;
    g_free(stamp->covers);
    g_free(stamp->spans);
    g_free(stamp);
}

guint
disc_stamp_at(const DiscStamp *stamp, Point centre, int *ret_column, int *ret_row)
{
    int left = (int)centre.x, top = (int)centre.y;
    guint x = (guint)((centre.x - left) * STAMP_PLACES);
    guint y = (guint)((centre.y - top) * STAMP_PLACES);

    *ret_column = left - (int)stamp->reach;
    *ret_row = top - (int)stamp->reach;
    return y * STAMP_PLACES + x;
}
