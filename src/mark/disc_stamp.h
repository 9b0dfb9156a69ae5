// How much of each pixel discs of one radius cover, for centres anywhere in a pixel.
#pragma once

#include "base/geometry.h"

/* A pixel has so many places for a centre in each direction: no edge is off by more than a
 * thirty-second of a pixel. */
#define STAMP_PLACES 16
#define DISC_STAMP_SQUARES (STAMP_PLACES * STAMP_PLACES)

/* The columns of one row of a square that the disc covers in part at least. */
typedef struct {
    guint8 from, end;
} DiscSpan;

typedef struct {
    guint side;      /* pixels of the square */
    guint reach;     /* from the left of the square to the pixel of the centre */
    float *covers;   /* 0 to 1, of STAMP_PLACES * STAMP_PLACES squares; rows of places downwards */
    DiscSpan *spans; /* of each row of each square */
} DiscStamp;

/* The share of a pixel, by the distance of its middle from the edge: exact for straight edges. */
float disc_cover(double radius, double dx, double dy);

/* radius in pixels, at most DISC_STAMP_RADIUS. Free with disc_stamp_free(). */
#define DISC_STAMP_RADIUS 8.0
DiscStamp *disc_stamp_new(double radius);
void disc_stamp_free(DiscStamp *stamp);

/* The number of the square for a centre, neither coordinate below 0, and the pixel of its upper
 * left corner. */
guint disc_stamp_at(const DiscStamp *stamp, Point centre, int *ret_column, int *ret_row);
