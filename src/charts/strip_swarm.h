// Dots of one category moved aside so that none covers another. A pure function of px.
#pragma once

#include <glib.h>

/* Offsets across the band for dots of diameter d at `at` (ascending px along the value axis), each
 * as near to the middle as those before it leave room for (beeswarm). FALSE when a dot would reach
 * further than `half` px from the middle; ret_offset then holds nothing of use. */
gboolean strip_swarm(const double *at, gsize n, double d, double half, double *ret_offset);

/* For more dots than a swarm has room for: those in one stretch of d px are stacked around the
 * middle, `step` px apart. NaN for dots that nobody could tell from the one before. */
void strip_stack(const double *at, gsize n, double d, double step, double *ret_offset);

/* How many dots the fullest stretch of d px holds. */
gsize strip_fullest(const double *at, gsize n, double d);
