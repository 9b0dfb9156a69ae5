// Points on their way from degrees to the page, and the stages that they flow through.
#pragma once

#include "geo/lonlat.h"

#include <glib.h>

/* Degrees up to the rotation, radians up to the projection, then px. keep: a node where borders
 * meet; it survives simplification, so that what neighbours share stays shared. */
typedef struct {
    double x, y;
    gboolean keep;
} SinkPoint;

/* A line or a ring that is put together. */
typedef struct {
    SinkPoint *at;
    gsize n, room;
} SinkPoints;

SinkPoints *sink_points_new(gsize room);
void sink_points_free(SinkPoints *points);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SinkPoints, sink_points_free)
void sink_points_grow(SinkPoints *points); /* at least one more */
void sink_points_reverse(SinkPoints *points);

static inline void
sink_points_add(SinkPoints *points, SinkPoint point)
{
    if (points->n == points->room)
        sink_points_grow(points);
    points->at[points->n++] = point;
}

/* Takes whole lines, whose points it may change; they stay the caller's. Between polygon_start and
 * polygon_end each line is a ring, the largest the outer one, without its first point repeated.
 * Stages embed the sink as their first member. */
typedef struct Sink Sink;
struct Sink {
    void (*line)(Sink *sink, SinkPoint *points, gsize n);
    void (*polygon_start)(Sink *sink);
    void (*polygon_end)(Sink *sink);
};

/* keep may be NULL: no point is a node. A ring may repeat its first point at its end. */
void sink_send_line(Sink *sink, const LonLat *points, const gboolean *keep, gsize n);
void sink_send_ring(Sink *sink, const LonLat *points, const gboolean *keep, gsize n);
