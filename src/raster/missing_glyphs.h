// Characters that no font has.
#pragma once

#include "text/text_style.h"

/* As RasterModule.missing_glyphs. */
gboolean missing_glyphs(const char *text, const TextStyle *style, guint *ret_n, GError **error);
