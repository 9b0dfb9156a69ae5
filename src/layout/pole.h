// The pole of inaccessibility: the point in a polygon that is farthest from its outline, where
// words about it have the most room.
#pragma once

#include "base/geometry.h"

typedef struct {
    Point at;
    double width, height; /* px of the largest box around it, of the wanted shape, that a disc
                           * stretched to that shape guarantees; 0: the polygon has no inside */
} Pole;

/* The pole of a closed polygon of n points (even-odd where it crosses itself), for a box `aspect`
 * times as wide as high: the plane is squeezed by it, so that flat words prefer flat places. To
 * 1 px or finer. V. Agafonkin, A new algorithm for finding a visual center of a polygon (polylabel,
 * 2016), after D. Garcia-Castellanos, U. Lombardo, Poles of Inaccessibility, Scottish Geographical
 * Journal 123, 2007. Deterministic. */
Pole pole_of_inaccessibility(const Point *points, gsize n, double aspect);

/* Whether a box lies in the polygon and its outline nowhere enters the box. */
gboolean pole_holds_box(const Point *points, gsize n, Rect box);
