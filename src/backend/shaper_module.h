// The door to the shaper module (Pango, HarfBuzz, fontconfig), opened at run time when the first
// text needs another font or script than the built-in tables know: opening its libraries costs as
// much as drawing a small figure.
#pragma once

#include "base/error.h"
#include "text/measure.h"

#define SHAPER_API_VERSION 1

/* What Pango needs to lay out text. Belongs to one thread. */
typedef struct PangoText PangoText;

/* A cairo_t: this room has no header of Cairo. */
struct _cairo;

/* What the module exports as the one symbol `cartouche_shaper`. */
typedef struct {
    int version; /* SHAPER_API_VERSION */
    TextMeasurer *(*measurer_new)(void);
    /* Glyphs are hinted as in TextLook; positions are never rounded. */
    PangoText *(*text_new)(gboolean hinted);
    void (*text_free)(PangoText *pango);
    /* One line with the source of cr, the baseline beginning at the origin of the user space. */
    void (*text_show)(PangoText *pango, struct _cairo *cr, const char *text, const TextStyle *style,
                      gboolean as_text);
    /* Appends its outlines to the path of cr, from the origin. */
    void (*text_outline)(PangoText *pango, struct _cairo *cr, const char *text,
                         const TextStyle *style);
    /* How many characters of text no font has a glyph for (they are drawn as boxes). */
    guint (*missing_glyphs)(const char *text, const TextStyle *style);
    /* Calls found for the file of each font that draws text, and the index of the face in it. */
    void (*font_files)(PangoText *pango, const char *text, const TextStyle *style,
                       void (*found)(const char *file, int index, gpointer data), gpointer data);
} ShaperModule;

/* Looks where raster_module_open() does. Opened once, kept for the life of the process;
 * thread-safe. NULL and ERROR_OUTPUT when it is not there. */
const ShaperModule *shaper_module_open(GError **error);

/* For table_measurer_new(): the measurer for all fonts and scripts, or NULL. */
TextMeasurer *shaper_open_measurer(gpointer data);
