// Scene to PNG.
#pragma once

#include "backend/output_format.h"

/* As OutputFormat.write. The picture is round(size * scale) pixels; opaque when the background is.
 */
GBytes *raster_write_png(const Scene *scene, const OutputOptions *options, GError **error);

/* PNG bytes of a straight RGBA image without texts. ERROR_LIMIT when a side is 0 or too large. */
GBytes *raster_encode_png(const guint8 *rgba, guint columns, guint rows, GError **error);
