// The key of sizes by area: up to three round values, and what the smallest symbols stand for.
#pragma once

#include "plot/plot.h"
#include "scale/size.h"

typedef struct {
    const double *values; /* that the symbols show; NaN: none */
    gsize n;
    double least; /* of the values */
    SizeScale scale;
    double least_radius;      /* px; smaller ones are drawn as large */
    const char *title, *unit; /* of the values; NULL: none */
    gboolean titled;          /* one of several keys: the title stands over it */
} SizeKeyRequest;

/* Makes it the guide of the plot (plot->make_guide), if there is anything to say. Copies what it
 * needs into the arena. */
void size_key_bind(Plot *plot, const SizeKeyRequest *request);
