// Whether rings cross: each other, or themselves.
#pragma once

#include "geo/lonlat.h"

#include <glib.h>

/* Two edges that cross: edge i runs from points[i] to points[i + 1]. */
typedef struct {
    guint a, b;
    LonLat at;
    double depth; /* how far an end has to move until they do not cross */
} RingCrossing;

/* Rings of one polygon stand one after the other in points, each with its first point repeated at
 * its end; ends[i] is the index behind ring i. Longitudes run on. Calls crossing for each pair of
 * edges that truly cross (touching is no crossing) until it returns FALSE. What is compared is
 * taken from *work; FALSE when nothing is left of it, and the rest was not looked at. */
gboolean rings_find_crossings(const LonLat *points, const guint *ends, guint n_rings, gint64 *work,
                              gboolean (*crossing)(RingCrossing crossing, gpointer user_data),
                              gpointer user_data);
/* Whether the place lies inside the ring (the bounded side on the plane). */
gboolean ring_holds(const LonLat *points, guint n, LonLat at);
