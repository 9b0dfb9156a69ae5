// Paths into the bitmap of what is taken. Private to the occupancy.
#pragma once

#include "layout/occupancy.h"

struct Occupancy {
    Rect area;
    double pitch; /* px of a square */
    int columns, rows, stride;
    guint64 *bits[TAKEN_KINDS]; /* one bit a square, rows of stride words */
    gboolean hides;             /* the surface being added: ink under it cannot be seen */
};

/* From px to squares. */
Point occupancy_square(const Occupancy *occupancy, Point at);
/* The squares of a row that the stretch [from, to] touches, in squares; cut to those there are. */
void occupancy_take(Occupancy *occupancy, Taken kind, int row, double from, double to);

/* The inside by the non-zero rule, as every output fills it; runs are closed. */
void occupancy_add_polygon(Occupancy *occupancy, Taken kind, const PathSegment *segments, guint n);
/* The path as a line of a width, px. */
void occupancy_add_stroke(Occupancy *occupancy, const PathSegment *segments, guint n, double width);
