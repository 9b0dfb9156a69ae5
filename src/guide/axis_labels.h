// The labels of an axis: made, measured and written. Private to the axis.
#pragma once

#include "guide/axis.h"

/* Side by side, labels keep this far apart, px. */
#define AXIS_AIR 8.0

/* Category names beside rows are read like text, all others like a scale. */
const TextStyle *axis_style(const Axis *axis, const Theme *theme);
double axis_line_height(const Axis *axis, const LayoutContext *context);
/* Takes the lines. */
void axis_add_label(Axis *axis, double at, GPtrArray *lines, gboolean grid, gboolean zero,
                    const LayoutContext *context);
/* How far labels stick out beyond the ends of a horizontal axis. */
void axis_measure_overhang(Axis *axis);

/* Fills labels, thickness and overhang from the categories, wrapped into their bands. */
void axis_labels_of_categories(Axis *axis, double room, const LayoutContext *context);
/* The same from ticks; also sets the final domain of the scale. Returns the multiplier's word,
 * static. */
const char *axis_labels_of_ticks(Axis *axis, double room, const LayoutContext *context);
void axis_labels_draw(const Axis *axis, Rect panel, SceneBuilder *builder,
                      const LayoutContext *context);
