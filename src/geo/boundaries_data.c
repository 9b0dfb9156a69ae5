#include "geo/boundaries_data.h"

#include "geo/boundaries_data.inc"

const guint boundary_n_arcs = ARC_COUNT;
const guint boundary_n_areas = AREA_COUNT;
const double boundary_grid = GRID;
