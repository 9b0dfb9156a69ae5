// Which font files draw a text, told apart without reading them whole.
#pragma once

#include <glib.h>

/* 16 hexadecimal digits of the fonts that draw in a family (NULL: the default font), in all its
 * styles, and of those that draw the letters beyond what the tables know. A font is told by its
 * names, the length of its file and its `head` table, in which stand its revision, its dates and a
 * checksum of the whole file (ISO/IEC 14496-22, 5.2.2): reading all bytes of a large font would
 * cost more than the figure. Caller frees. */
char *font_identity(const char *family, const char *letters, GError **error);
