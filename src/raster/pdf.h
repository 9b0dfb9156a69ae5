// Scene to PDF.
#pragma once

#include "backend/output_format.h"

/* As OutputFormat.write. One page of the scene's size (1 px is 0.75 pt), text as text in embedded
 * subsets of its fonts unless outlines are asked for; the same scene gives the same bytes. */
GBytes *raster_write_pdf(const Scene *scene, const OutputOptions *options, GError **error);
