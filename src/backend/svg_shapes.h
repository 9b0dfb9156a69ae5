// The elements that draw: one function a kind of node.
#pragma once

#include "backend/raster_module.h"
#include "backend/svg_paint.h"

typedef struct {
    const Scene *scene;
    const RasterModule *module; /* for outlines and images */
    gboolean outlines;
    gboolean plain_marks; /* too many marks for tooltips */
    GString *out;
    guint64 n_elements;
    GError *error; /* the first that happened; nothing is written after it */
} SvgWriter;

/* The elements of one leaf (mostly one), without line ends between them when inline_mode, else each
 * ends its line. tags: attributes that each of them gets, such as ` data-row="3"`; may be "". */
void svg_append_shape(SvgWriter *w, const SceneNode *leaf, const SvgPaint *inherited,
                      const char *tags, gboolean inline_mode);
