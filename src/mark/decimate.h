// Fewer points for the same pixels.
#pragma once

#include "base/geometry.h"

/* Columns of a quarter px: finer than any screen shows (svg.md, profile rule 8). */
#define DECIMATE_COLUMN_PX 0.25

/* Reduces a polyline with x not decreasing to first, lowest, highest and last point of each column
 * of `column` px (M4: Jugel, Jerzak, Hackenbroich, Markl, PVLDB 7(10), 2014). Works in place; the
 * points must be finite. Returns the new number of points; unchanged when x decreases anywhere. */
gsize decimate_line(Point *points, gsize n, double column);

/* The points that a line is drawn with: the same in columns of DECIMATE_COLUMN_PX; where that
 * leaves out more than half of them, rounded to a tenth of a px, without those that then lie on the
 * way between their neighbours. The first and the last stay where they are. */
gsize decimate_drawn(Point *points, gsize n);
