// Scene to PDF.
#pragma once

#include "backend/output_format.h"

/* As RasterModule.write_pdf. Each page has the size of its scene (1 px is 0.75 pt), text as text in
 * embedded subsets of its fonts unless outlines are asked for; the same scenes give the same bytes.
 */
GBytes *raster_write_pdf(const OutputPage *pages, guint n, const char *title, GError **error);
