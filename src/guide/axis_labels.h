// The labels of an axis: made, measured and written. Private to the axis.
#pragma once

#include "guide/axis.h"

/* Fills labels, thickness and overhang from the categories, wrapped into their bands. */
void axis_labels_of_categories(Axis *axis, double room, const LayoutContext *context);
/* The same from ticks; also sets the final domain of the scale. Returns the multiplier's word,
 * static. */
const char *axis_labels_of_ticks(Axis *axis, double room, const LayoutContext *context);
void axis_labels_draw(const Axis *axis, Rect panel, SceneBuilder *builder,
                      const LayoutContext *context);
