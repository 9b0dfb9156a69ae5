// The tree of boxes of a figure, and its drawing.
#pragma once

#include "plot/plot.h"

/* Heading, legend, panels, notes: measured, placed and drawn. Caller owns the scene. Never fails.
 */
Scene *compose_scene(Plot *plot);
