// Names at points: as many as have room without covering each other, a point, or the edge.
#pragma once

#include "text/measure.h"

#include "base/geometry.h"

typedef struct {
    Point at;         /* px */
    double radius;    /* px, of its symbol; <= 0: it is not in the way */
    const char *text; /* NULL: only in the way */
    /* Result: whether its name found room, and where it goes (start of the baseline, px). */
    gboolean placed;
    Point baseline;
    TextExtents extents;
} PointName;

/* Greedy in the given order over eight places a point, right above first (E. Imhof, Positioning
 * Names on Maps, 1975), against a bitmap of what is taken (Kittivorawong, Moritz, Wongsuphasawat,
 * Heer, IEEE VIS 2020). Returns how many names found no room. */
guint point_names_place(PointName *names, gsize n, Rect panel, const TextStyle *style,
                        TextMeasurer *measurer);
