#include "geo/sink.h"

SinkPoints *
sink_points_new(gsize room)
{
    SinkPoints *points = g_new0(SinkPoints, 1);

    points->at = g_new(SinkPoint, room);
    points->room = room;
    return points;
}

void
sink_points_free(SinkPoints *points)
{
    if (points == NULL)
        return;
    g_free(points->at);
    g_free(points);
}

void
sink_points_grow(SinkPoints *points)
{
    points->room = MAX(16, 2 * points->room);
    points->at = g_renew(SinkPoint, points->at, points->room);
}

void
sink_points_reverse(SinkPoints *points)
{
    for (gsize i = 0, k = points->n; i + 1 < k; i++) {
        SinkPoint kept = points->at[i];

        k--;
        points->at[i] = points->at[k];
        points->at[k] = kept;
    }
}

void
sink_send_line(Sink *sink, const LonLat *points, const gboolean *keep, gsize n)
{
    g_autofree SinkPoint *sent = g_new(SinkPoint, n);

    for (gsize i = 0; i < n; i++)
        sent[i] = (SinkPoint){ points[i].lon, points[i].lat, keep != NULL && keep[i] };
    sink->line(sink, sent, n);
}

void
sink_send_ring(Sink *sink, const LonLat *points, const gboolean *keep, gsize n)
{
    if (n > 1 && points[0].lon == points[n - 1].lon && points[0].lat == points[n - 1].lat)
        n--;
    sink_send_line(sink, points, keep, n);
}
