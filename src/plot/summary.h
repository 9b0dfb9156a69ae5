// What the figure shows, in words: its name and its text alternative.
#pragma once

#include "plot/plot.h"

/* Fills plot->title and plot->description (--title, --alt, or made from the data); in the arena. */
void summary_write(Plot *plot);
