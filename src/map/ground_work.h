// The squares of the ground. Private to it.
#pragma once

#include "map/ground.h"

/* In the squares: paper and sea by their kind, areas from GROUND_AREA on. */
#define GROUND_CODE(area) ((guint16)(GROUND_AREA + (area)))

/* The squares where an area can be seen. */
typedef struct {
    int left, right, top, bottom; /* the last two ends are beyond it */
    double x, y;                  /* sums over its squares, for their middle */
    guint n;
    gboolean is_dot;
} GroundArea;

struct Ground {
    Rect rect;
    double pitch; /* px of a square */
    int columns, rows;
    guint16 *squares;
    GroundArea *areas;
    guint n_areas;
};
