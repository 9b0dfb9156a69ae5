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
    gboolean is_dot, is_marked;
} GroundArea;

struct Ground {
    Rect rect;
    double pitch; /* px of a square */
    int columns, rows;
    guint16 *squares;
    guint16 *runs; /* as many: see ground_runs() */
    GroundArea *areas;
    guint n_areas;
};

/* How many squares from each one of a row on to the right are of its kind, itself among them; up to
 * G_MAXUINT16. Found when a row is first asked for: most of a map is never looked at. */
const guint16 *ground_runs(const Ground *ground, int row);
