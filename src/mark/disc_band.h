// A band of rows of a picture of discs: what is to be painted there, in order, and the painting.
// Bands are painted apart from each other, by any thread, into memory that is small enough for its
// cache.
#pragma once

#include "mark/disc_stamp.h"

#define DISC_BAND_ROWS 32
#define DISC_BLOCK 1022

/* Red, green, blue times alpha, as they add up, and alpha; 0 to 1. All four at once. */
typedef float DiscPixel __attribute__((vector_size(16)));

typedef struct {
    DiscPixel source;
    guint32 color;          /* as key: the four bytes of the Color */
    const DiscStamp *stamp; /* NULL: each disc is painted by its distance */
} DiscInk;

/* A disc without a stamp, in pixels of the picture. */
typedef struct {
    Point centre;
    double radius;
} DiscPlace;

/* One disc: with a stamp place is the pixel of the upper left corner of its square, times the
 * number of places of a centre, plus that place; else an index into the places. */
typedef struct {
    guint32 ink, place;
} DiscPress;

typedef struct DiscBlock DiscBlock;
struct DiscBlock {
    DiscBlock *next;
    guint n;
    DiscPress presses[DISC_BLOCK];
};

typedef struct {
    DiscBlock *first, *last;
} DiscBand;

typedef struct {
    int columns, rows; /* of the picture */
    GArray *inks;      /* DiscInk */
    GArray *places;    /* DiscPlace */
    DiscBand *bands;
    int n_bands;
} DiscSheet;

void disc_sheet_init(DiscSheet *sheet, int columns, int rows);
void disc_sheet_clear(DiscSheet *sheet);
/* To all bands between two rows of pixels, which may lie outside. */
void disc_sheet_add(DiscSheet *sheet, double from, double to, DiscPress press);

/* The pixels that a band needs, for whoever paints; all zero before each band. */
gsize disc_band_pixels(const DiscSheet *sheet);
/* Straight RGBA of the band's rows into the picture's. */
void disc_band_paint(const DiscSheet *sheet, int band, DiscPixel *pixels, guint8 *rgba);
