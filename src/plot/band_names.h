// Names of series in their stacked surfaces, where these are thickest.
#pragma once

#include "plot/plot.h"

/* Whether the layer's surfaces lie beside each other, so that words can stand in them. */
gboolean band_names_are_possible(const Plot *plot);
/* Whether every surface of the panel holds its name. The context needs no builder. */
gboolean band_names_fit(const Plot *plot, MarkContext *context);
/* Asks for the places of the names that have one. keyed: a key has all of them, none is missed. */
void band_names_ask(const Plot *plot, MarkContext *context, gboolean keyed);
