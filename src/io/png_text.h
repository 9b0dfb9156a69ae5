// What a PNG says about itself, without its pixels.
#pragma once

#include <glib.h>

gboolean png_is(gconstpointer bytes, gsize length);

/* Width and height in pixels. FALSE when the header is not whole, or a side is 0. */
gboolean png_size(gconstpointer bytes, gsize length, guint32 *ret_width, guint32 *ret_height);

/* The first uncompressed international text (iTXt) under a keyword. NULL: there is none. Caller
 * frees; it may be no UTF-8. */
char *png_text(gconstpointer bytes, gsize length, const char *keyword);
