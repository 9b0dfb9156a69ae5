// A note at a data point: the point is marked, the words stand near it and off the data.
#pragma once

#include "layout/labels.h"

/* Marks the point with a ring and asks for a place for the words within the panel; where there is
 * none free they stand on a plate where they cover least. */
void annotation_draw(const char *text, Point at, Rect panel, Labels *labels, SceneBuilder *builder,
                     const LayoutContext *context);
