// The SVG writer. Its profile: eight elements, presentation attributes only, no id, no reference
// but the data of an image; what an element paints is said once, on the highest group whose shapes
// agree.
#pragma once

#include "backend/raster_module.h"

/* As OutputFormat.write. Opens the raster module only for outlines and images. Title and
 * description are always written: without them the picture has no name for a screen reader. */
GBytes *svg_write(const Scene *scene, const OutputOptions *options, GError **error);

/* With a module at hand; NULL: text as text only, and no images. */
GBytes *svg_write_with(const Scene *scene, const OutputOptions *options, const RasterModule *module,
                       GError **error);
