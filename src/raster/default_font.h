// The default font drawn without Pango and fontconfig, whose start costs more than the whole
// figure: Liberation Sans opened by its path, glyphs put where the tables of text/measure.h say.
#pragma once

#include <cairo.h>

#include <ft2build.h>
#include FT_FREETYPE_H

#include "text/measure.h"

/* A line of text as glyphs of the default font. */
typedef struct DefaultText DefaultText;

/* The face of this thread, which keeps it; NULL when the font is not there. */
FT_Face default_font_face(gboolean bold, gboolean italic);

/* NULL when the tables do not know the text, the font files are not where they are looked for, or
 * they lack a character: then the text is Pango's. */
DefaultText *default_text_new(const char *text, const TextStyle *style);
void default_text_free(DefaultText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DefaultText, default_text_free)

/* Draws in a color, the baseline beginning at the origin of the current user space. */
void default_text_show(const DefaultText *text, cairo_t *cr, Color color, gboolean as_text,
                       gboolean hinted);

/* Appends the outlines to the path of cr, from the origin, unhinted. */
void default_text_outline(const DefaultText *text, cairo_t *cr);
