// Values that a domain set by the user leaves out of the picture.
#pragma once

#include "plot/plot.h"

/* Counts them for each axis and says so, once. */
void outside_report(const Plot *plot);
