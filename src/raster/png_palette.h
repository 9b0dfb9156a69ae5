// The colours of a picture, when there are few.
#pragma once

#include "raster/png_writer.h"

#define PALETTE_MAX 256
#define PALETTE_SLOTS 1024 /* a power of two, so that the table stays mostly empty */

typedef struct {
    guint32 colors[PALETTE_MAX]; /* 0xAARRGGBB, straight, in order of first appearance */
    guint n;
    guint16 slots[PALETTE_SLOTS]; /* index + 1; 0: free */
} Palette;

/* A row of width pixels as straight 0xAARRGGBB. */
void straight_row(PixelKind kind, const guint8 *pixels, guint width, guint32 *ret_row);

/* FALSE when the picture has more colours than a palette holds; palette is then of no use. */
gboolean palette_find(Palette *palette, const PngPicture *picture);

/* The index of a color that is in the palette. */
guint8 palette_index(const Palette *palette, guint32 color);
