// What became of each series from the first period to the last, for the description.
#pragma once

#include "plot/plot.h"
#include "words/description.h"

/* Fills the trends of the facts: for values along time, one a period and series, in one panel, of
 * no more series than can be told. axis: how the values are written. In the plot's arena. */
void summary_trends(const Plot *plot, Channel position, Channel value, const AxisSpec *axis,
                    DescriptionFacts *facts);
