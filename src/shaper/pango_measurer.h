// The measurer for all fonts and scripts.
#pragma once

#include "text/measure.h"

/* Unrounded logical extents at the size asked for. Belongs to one thread at a time. Caller frees.
 */
TextMeasurer *pango_measurer_new(void);

/* How many characters of text no font has a glyph for (they are drawn as boxes). */
guint pango_measurer_missing(const char *text, const TextStyle *style);
