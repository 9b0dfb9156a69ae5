// How a matrix of relations is parted between names and cells. Private to the view.
#pragma once

#include "map/graph.h"

/* px at text of 13 px, between a name and the cells. */
#define MATRIX_NAME_GAP 6.0
#define MATRIX_NAME_LINES 3
/* px of a line of values over their text size. */
#define MATRIX_LINE 1.25
/* px of the smallest disc. */
#define MATRIX_LEAST_RADIUS 1.0

/* How the room is parted between names and cells. */
typedef struct {
    double names, head; /* px to the left, and above */
    double column, row; /* px of a cell */
    gboolean upright;   /* names of columns read upwards */
} MatrixFit;

MatrixFit matrix_fit(const Graph *graph, TextMeasurer *measurer, Size room);
