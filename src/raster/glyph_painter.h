// Glyphs filled straight onto the pixels of a picture by FreeType's own rasterizer (smooth, exact
// coverage). Cairo fills a whole line of text as one shape, in fifteen steps for each row of
// pixels: that was a third of all that drawing a bar chart took.
#pragma once

#include <cairo.h>

#include <ft2build.h>
#include FT_FREETYPE_H

#include "base/color.h"

/* The outlines of a face as they were last loaded. Belongs to the thread of the face, and must be
 * freed before it. */
typedef struct GlyphPainter GlyphPainter;

/* NULL when memory is short. */
GlyphPainter *glyph_painter_new(FT_Face face);
void glyph_painter_free(GlyphPainter *painter);

/* Glyphs of a size in user space, filled where they stand, each x from the origin of the user
 * space. FALSE, and nothing is painted, when cr paints on no picture of 32 bits a pixel, or its
 * user space is more than moved, turned and scaled. What is clipped off by cr is not looked at. */
gboolean glyph_painter_paint(GlyphPainter *painter, cairo_t *cr, const cairo_glyph_t *glyphs,
                             guint n, double size, Color color, gboolean hinted);
