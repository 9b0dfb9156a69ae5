// How much of any box is taken, in constant time: a summed-area table over an occupancy.
#pragma once

#include "layout/occupancy.h"

typedef struct OccupancySum OccupancySum;

/* A snapshot of the occupancy: what is taken by any of the kinds (bits 1 << TAKEN_INK, ...), in
 * blocks of a few px that are taken when any square of them is (F. Crow, Summed-Area Tables for
 * Texture Mapping, SIGGRAPH 1984). Linear in the squares. */
OccupancySum *occupancy_sum_new(const Occupancy *occupancy, guint kinds);
void occupancy_sum_free(OccupancySum *sum);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OccupancySum, occupancy_sum_free)

/* px of a block. Boxes at multiples of it from the area's corner lose nothing by the blocks. */
double occupancy_sum_pitch(const OccupancySum *sum);

/* No block that the box touches is taken. A box outside of the area is not free. */
gboolean occupancy_sum_is_free(const OccupancySum *sum, Rect box);
/* The same for a span of blocks, from column left and row top; quick, for searches. */
gboolean occupancy_sum_span_is_free(const OccupancySum *sum, int left, int top, int columns,
                                    int rows);
/* The share of the blocks touched by the box that are taken; outside of the area counts as taken.
 */
double occupancy_sum_share(const OccupancySum *sum, Rect box);
/* px² that are not taken. */
double occupancy_sum_room(const OccupancySum *sum);
