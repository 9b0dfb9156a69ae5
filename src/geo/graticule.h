// Meridians and parallels at round degrees.
#pragma once

#include "geo/sphere.h"

/* The step (a part of 360 that people count by, 0.25 to 45 degrees) that gives about n lines over
 * a width in degrees. */
double graticule_step(double width, guint n);
/* Sends the lines inside the extent. Meridians end at the poles' last parallel but for every
 * fourth, so that they do not clot there. */
void graticule_send(Extent extent, double step, Sink *sink);
