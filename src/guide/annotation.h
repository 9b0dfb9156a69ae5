// A note at a data point: the point is marked, the words stand near it and off the data.
#pragma once

#include "layout/box.h"

/* Draws the note inside the panel. busy: px points that the words had better not cover. Words that
 * do not fit the panel at all are wrapped narrower; the place with the least cover wins, ties by
 * order. */
void annotation_draw(const char *text, Point at, Rect panel, const Point *busy, gsize n_busy,
                     SceneBuilder *builder, const LayoutContext *context);
