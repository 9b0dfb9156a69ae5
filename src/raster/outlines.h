// Text as outlines, for SVG without fonts.
#pragma once

#include "base/path.h"
#include "text/text_style.h"

/* The outline of one line of text from its baseline origin, px, unhinted and at the precision of
 * the font's own units. Caller frees. NULL: nothing to draw (blanks, no font with outlines). */
Path *text_outline(const char *text, const TextStyle *style);
