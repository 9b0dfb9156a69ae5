// The surface of a series, for words that look for room in it.
#pragma once

#include "mark/mark.h"

/* The outline, px, of the longest unbroken stretch of the run of items [first, end) of a layer of
 * areas; not clipped to the panel. NULL and 0 when nothing is as long. Caller frees. */
Point *area_outline(const MarkContext *context, gsize first, gsize end, gsize *ret_n);
