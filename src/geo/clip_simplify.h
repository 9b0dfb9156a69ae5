// Fewer points for the same line, as far as the eye can tell.
#pragma once

#include "geo/sink.h"

/* Drops points that lie within tolerance px of what stays (D. H. Douglas, T. K. Peucker,
 * Cartographica 10(2), 1973). Points with keep stay. The result does not depend on the direction:
 * what two neighbours share between two nodes stays shared. Returns how many are left. */
gsize clip_simplify(SinkPoint *points, gsize n, gboolean is_ring, double tolerance);
