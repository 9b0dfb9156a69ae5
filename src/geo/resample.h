// From radians to px along great circles: points are added until the line is straight enough.
#pragma once

#include "geo/projection.h"

typedef struct Resample Resample;
/* The projection's values are copied; the next sink is borrowed. tolerance in px, above 0. */
Resample *resample_new(const Projection *projection, double tolerance, Sink *next);
void resample_free(Resample *resample);
Sink *resample_sink(Resample *resample); /* borrowed */
