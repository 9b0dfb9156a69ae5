// What the module has from the library that opened it.
#pragma once

#include "backend/raster_module.h"

/* As RasterModule.connect. host stays. */
void host_connect(const RasterHost *host);

/* As error_set() without a place; host_connect() must have been called. */
void host_error_set(GError **error, ErrorCode code, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* As shaper_module_open(). */
const ShaperModule *host_shaper(GError **error);
