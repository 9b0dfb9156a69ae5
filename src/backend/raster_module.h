// The door to the raster module (Cairo, FreeType, libdeflate), opened at run time on first need.
#pragma once

#include "backend/output_format.h"
#include "backend/shaper_module.h"

#define RASTER_API_VERSION 4

/* The library's error_set(), handed to the module: a domain of errors that carry a place can only
 * be registered once in a process, so the module must not bring a copy of it. */
typedef void (*RasterErrorSet)(GError **error, ErrorCode code, Where where, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* What the library hands to the module. */
typedef struct {
    RasterErrorSet error_set;
    /* shaper_module_open(), for text that the default font does not draw. */
    const ShaperModule *(*open_shaper)(GError **error);
} RasterHost;

/* What the module exports as the one symbol `cartouche_raster`. */
typedef struct {
    int version; /* RASTER_API_VERSION */
    /* Called once, before anything else; raster_module_open() does. */
    void (*connect)(const RasterHost *host);
    GBytes *(*write_png)(const Scene *scene, const OutputOptions *options, GError **error);
    /* One document of n pages, at least 1. Several have a bookmark each, and what is said about
     * them is a line a page. title: of the document; NULL: that of the first page. */
    GBytes *(*write_pdf)(const OutputPage *pages, guint n, const char *title, GError **error);
    /* The outline of one line of text, laid at its baseline origin (0, 0), px. NULL: no glyphs, or
     * no shaper for them, which missing_glyphs() tells. */
    Path *(*text_outline)(const char *text, const TextStyle *style);
    /* PNG bytes of a straight RGBA image, for the data URI of an SVG image. */
    GBytes *(*encode_png)(const guint8 *rgba, guint columns, guint rows, GError **error);
    /* A PNG within columns x rows pixels as straight RGBA; ERROR_INPUT: it cannot be read. */
    GBytes *(*thumbnail)(GBytes *png, guint columns, guint rows, guint *ret_columns,
                         guint *ret_rows, GError **error);
    /* How many characters of text no font has a glyph for (they are drawn as boxes). ERROR_OUTPUT:
     * the text needs the shaper module, which is not there. */
    gboolean (*missing_glyphs)(const char *text, const TextStyle *style, guint *ret_n,
                               GError **error);
    /* 16 hexadecimal digits of the font files that draw in a family (NULL: the default font), and
     * the letters that its tables do not know. Caller frees. NULL as for missing_glyphs(). */
    char *(*fonts)(const char *family, const char *letters, GError **error);
} RasterModule;

/* Looks beside the library (cartouche/raster.so), then in the compiled-in folder. Opened once, kept
 * for the life of the process; thread-safe. NULL and ERROR_OUTPUT when it is not there. */
const RasterModule *raster_module_open(GError **error);
