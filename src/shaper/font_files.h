// Which font files Pango takes for a text.
#pragma once

#include "shaper/pango_text.h"

/* As ShaperModule.font_files. Nothing is laid out. A file may come more than once. */
void font_files(PangoText *pango, const char *text, const TextStyle *style,
                void (*found)(const char *file, int index, gpointer data), gpointer data);
