// Lines from one period to another: slope.c binds them, slope_mark.c draws them with their names.
#pragma once

#include "plot/plot.h"

/* Points by panel, series and period; slot 0 stands left, 1 right. labels hold what is written at
 * each end. */
typedef struct {
    Layer layer;
    const char *periods[2];
    double room[2]; /* px that the words beside each end may take */
} SlopeLayer;

extern const MarkType slope_mark;

/* px from an end to its words; in it a leader runs to words that had to move. */
#define SLOPE_AIR 16.0
/* px above the lines, for the names of the periods. */
double slope_heading_height(const Theme *theme, TextMeasurer *measurer);
