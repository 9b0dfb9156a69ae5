// Labels on one line that keep their distance and stay as near as they can to where they belong.
#pragma once

#include "base/geometry.h"

typedef struct {
    double wanted; /* where the middle of the label would like to be, px */
    double size;   /* its extent along the line, px */
    double placed; /* result: where the middle goes */
} SpreadItem;

/* Moves the items apart so that none overlap and all lie within [from, to] if they fit at all, with
 * the least sum of squared shifts: isotonic regression by pooling adjacent violators (Ayer et al.,
 * Ann. Math. Stat. 26, 1955), O(n log n). The order by `wanted` is kept (ties: the given order).
 * FALSE when the items are larger together than the room; they are then placed with even overlaps.
 */
gboolean spread_place(SpreadItem *items, guint n, double from, double to);
