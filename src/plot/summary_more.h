// What a figure shows beside its own marks (layers, rules, bands), for the description.
#pragma once

#include "plot/plot.h"
#include "words/description.h"

/* Fills the names of what is shown and marked. axis: how the values are written. In the plot's
 * arena. */
void summary_more(const Plot *plot, const AxisSpec *axis, DescriptionFacts *facts);
