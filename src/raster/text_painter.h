// Puts one line of text at its baseline point, with the fast default font or with Pango.
#pragma once

#include <cairo.h>

#include "base/path.h"
#include "scene/node.h"

/* How text goes onto the surface. */
typedef struct {
    gboolean
        as_text; /* glyphs with their characters, to be found and copied; else filled outlines */
    gboolean hinted; /* light vertical hinting, for pictures of few pixels; needs device pixels */
} TextLook;

typedef struct TextPainter TextPainter;

TextPainter *text_painter_new(TextLook look);
void text_painter_free(TextPainter *painter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TextPainter, text_painter_free)

/* node is a NODE_TEXT. The anchor is applied to the extents of the node, so that every output
 * starts the text at the same place whatever its own fonts measure. ERROR_OUTPUT: it needs Pango,
 * and the shaper module is not there. */
gboolean text_painter_draw(TextPainter *painter, cairo_t *cr, const SceneNode *node,
                           GError **error);
