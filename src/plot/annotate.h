// --annotate to data places, once the axes are known.
#pragma once

#include "plot/plot.h"

/* Fills plot->annotations. ERROR_USAGE for a place that the axes do not have, and
 * unknown panels. */
gboolean annotate_bind(Plot *plot, GError **error);
