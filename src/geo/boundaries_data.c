#include "geo/boundaries_data.h"

/* C17 promises strings of 4095 characters; a longer one is the smallest form that needs no start.
 */
#pragma GCC diagnostic ignored "-Woverlength-strings"

#include "geo/boundaries_data.inc"

const guint boundary_n_arcs = ARC_COUNT;
const guint boundary_n_areas = AREA_COUNT;
const double boundary_grid = GRID;
