// What a figure's check against design rules has to know beyond the scene.
#pragma once

#include "lint/lint.h"
#include "plot/plot.h"

/* Of a plot whose layers, axes and series are there. Caller owns. */
LintFacts *facts_new(const Plot *plot);
