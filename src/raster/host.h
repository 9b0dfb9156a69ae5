// What the module has from the library that opened it.
#pragma once

#include "backend/raster_module.h"

/* As RasterModule.connect. */
void host_connect(RasterErrorSet function);

/* As error_set() without a place; host_connect() must have been called. */
void host_error_set(GError **error, ErrorCode code, const char *format, ...) G_GNUC_PRINTF(3, 4);
