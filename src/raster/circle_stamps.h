// Many circles that look alike, onto pixels: cairo takes 25 microseconds for one, and half of one
// to put a mask of it where it belongs.
#pragma once

#include <cairo.h>

#include "scene/node.h"

/* A centre in a pixel has so many places in each direction: no edge is off by more than a
 * thirty-second of a pixel. */
#define CIRCLE_PLACES 16
/* So many circles of one size in a row are painted as they are; from then on masks pay. */
#define CIRCLE_STAMPS_FROM 500

typedef struct CircleStamps CircleStamps;

CircleStamps *circle_stamps_new(void);
void circle_stamps_free(CircleStamps *stamps);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CircleStamps, circle_stamps_free)

/* Paints a NODE_CIRCLE; asked for each in the order in which they are painted. FALSE: the caller
 * has to draw it, because it is not one of many, or cr has no pixels. */
gboolean circle_stamps_paint(CircleStamps *stamps, cairo_t *cr, const SceneNode *node);
