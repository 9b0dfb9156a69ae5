// The parts of the waffle: waffle.c binds, waffle_mark.c draws.
#pragma once

#include "charts/parts.h"

/* More cells than this are not counted any more. */
#define WAFFLE_MAX_CELLS 1000

/* A hundred, or as many as the total of a panel gives; WAFFLE_MAX_CELLS + 1 for too many. */
guint waffle_cells_of_panel(const Parts *parts, guint panel);
