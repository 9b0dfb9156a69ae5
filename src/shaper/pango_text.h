// Lines of text laid out by Pango, for other fonts and scripts than the built-in tables know.
#pragma once

#include <pango/pangocairo.h>

#include "backend/shaper_module.h"

/* A context of this thread's font map. As ShaperModule.text_new. */
PangoText *pango_text_new(gboolean hinted);
void pango_text_free(PangoText *pango);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PangoText, pango_text_free)

/* The font that is meant by a style without a family. */
const char *pango_text_default_family(void);

/* One line of text; the font size is style->size px. Caller owns it. */
PangoLayout *pango_text_layout(PangoText *pango, const char *text, const TextStyle *style);

/* Draws with the source of cr, the baseline beginning at the origin of the current user space. */
void pango_text_show(PangoText *pango, cairo_t *cr, const char *text, const TextStyle *style,
                     gboolean as_text);

/* Appends the outlines to the path of cr, from the origin. */
void pango_text_outline(PangoText *pango, cairo_t *cr, const char *text, const TextStyle *style);
