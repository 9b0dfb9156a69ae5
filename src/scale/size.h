// Sizes by area: a value twice as large is a circle of twice the area (the radius grows with the
// square root). Other symbols have the area of that circle.
#pragma once

#include <glib.h>

typedef struct {
    double greatest; /* the value that has the largest radius */
    double radius;   /* px, of that value */
} SizeScale;

/* px. 0 for 0, and for what has no area: negative values (the caller reports them) and NaN. Values
 * above the greatest have circles above the radius. */
double size_radius(const SizeScale *scale, double value);

/* Up to three round values for a legend, descending, none above the greatest and none below the
 * least value that occurs; their circles are told apart at a glance. At least one for a positive
 * greatest value, else none. Returns how many. */
guint size_legend_values(double least, double greatest, double ret_values[3]);
