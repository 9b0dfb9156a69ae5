// Clipping on the rotated sphere (radians) and on the page (px), as stages between sinks.
#pragma once

#include "base/path.h"
#include "geo/sphere.h"

typedef struct Clip Clip;

/* Cuts lines and polygons where they cross the meridian opposite to the centre. Polygons stay
 * closed: the cut follows both sides of the meridian, and the edge at a pole when the pole is
 * inside. Which side of a ring is inside needs no winding order: the smaller one. The next sink is
 * borrowed. */
Clip *clip_antimeridian_new(Sink *next);
/* Keeps what lies within radius (radians, 0 to pi) of the centre. */
Clip *clip_circle_new(double radius, Sink *next);
void clip_free(Clip *clip);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Clip, clip_free)

Sink *clip_sink(Clip *clip); /* borrowed */
/* Sends the edge of what can be seen, as a polygon. */
void clip_send_outline(Clip *clip);

/* The last stage: simplifies to tolerance px (0: not at all), cuts to the rectangle and appends to
 * the path (borrowed). A stroked polygon shows where it was cut, so let the rectangle be larger
 * than the page by the width of the stroke. */
typedef struct PageClip PageClip;
PageClip *page_clip_new(Rect page, double tolerance, Path *path);
void page_clip_free(PageClip *clip);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PageClip, page_clip_free)
Sink *page_clip_sink(PageClip *clip); /* borrowed */
