// Paints a scene onto any Cairo surface: the one walk that PNG and PDF share.
#pragma once

#include <cairo.h>

#include "raster/text_painter.h"
#include "scene/node.h"

/* The whole scene, background included, at the current transform (one user unit is one px). Fills,
 * strokes and text only, so that it works inside a tagged PDF too. The caller reads cairo_status()
 * afterwards; an error of Cairo sticks to cr. FALSE: as text_painter_draw(). */
gboolean painter_paint(cairo_t *cr, const Scene *scene, TextLook look, GError **error);
