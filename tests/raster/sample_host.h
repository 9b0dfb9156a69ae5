// What the library hands to the raster module, for what draws without the library.
#pragma once

#include "raster/host.h"

/* The shaper module lies in ../lib/cartouche, seen from the folder of the test. */
static const RasterHost sample_host = { error_set, shaper_module_open };
