// Surfaces: what marks fill with a colour, and with a hatch where series have a code beside colour.
// Every filled mark and its sample in a legend is drawn by these functions.
#pragma once

#include "mark/hatch.h"
#include "mark/mark.h"

typedef struct {
    Color color;  /* of the lines of a hatch, and of the edge; of a plain surface all of it */
    Color ground; /* between the lines */
    Color lines;
    const Hatch *hatch;
    double spacing; /* of the lines, px */
    double width;   /* of lines and edge, px */
    double radius;  /* of the corners of rectangles, px */
    Stroke border;  /* of a surface without an edge: what keeps neighbours apart; may be none */
} Surface;

/* The surface of an item, and of a series in a legend. */
Surface mark_surface(const MarkContext *context, gsize item);
Surface series_surface(const Series *series, Color color, const Theme *theme);

void surface_rect(SceneBuilder *builder, const Surface *surface, Rect rect);
void surface_circle(SceneBuilder *builder, const Surface *surface, Point centre, double radius);
void surface_path(SceneBuilder *builder, const Surface *surface, const Path *path);

/* A place for words in the middle of the surface, or at one that lies in it: the words are in the
 * colour that can be read there, and on a plate where a hatch would run through them. */
LabelSpot surface_spot_inside(const Surface *surface, Rect box, double gap);
void surface_take_spot(const Surface *surface, LabelSpot *spot);
