// Pixels to PNG (ISO/IEC 15948, Portable Network Graphics, second edition).
//
// Truecolour or, when at most 256 colours occur, a palette; 8 bits; rows like the one above them as
// no difference, all others without a filter; compressed by raster/deflate.
#pragma once

#include "base/error.h"

typedef enum {
    PIXELS_XRGB, /* guint32 0x??RRGGBB, opaque (CAIRO_FORMAT_RGB24) */
    PIXELS_ARGB, /* guint32 0xAARRGGBB, premultiplied (CAIRO_FORMAT_ARGB32) */
    PIXELS_RGBA, /* four bytes, straight alpha */
} PixelKind;

typedef struct {
    PixelKind kind;
    const guint8 *pixels; /* borrowed; rows of XRGB and ARGB are aligned to four bytes */
    gsize stride;         /* bytes from row to row */
    guint width, height;  /* both at least 1 */
    guint8 *spare;        /* the same memory as pixels if it may be overwritten; else NULL */
    double scale;         /* pixels per px, for the physical size; 0: not said */
    gboolean has_texts;   /* write the following and the name of the program */
    const char *title, *description, *source, *language; /* UTF-8; NULL: none */
    const char *command, *hash;
} PngPicture;

/* Largest width and height that is written. */
#define PNG_MAX_SIDE 32767

/* The whole file; the same picture gives the same bytes. ERROR_LIMIT when memory is short. */
GBytes *png_write(const PngPicture *picture, GError **error);
