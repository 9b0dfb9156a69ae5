// What may enter a scene: the questions the builder asks of each node.
#pragma once

#include "scene/node.h"

/* The value in hundredths of a px, as every output writes it. value must be near. */
gint64 gate_hundredths(double value);

/* Finite and, after rounding, closer than 1e6. */
gboolean gate_is_near(double value);
gboolean gate_point_is_near(Point point);

/* The rectangle is near and has a size when its corners are rounded. */
gboolean gate_rect_is_visible(Rect rect);

/* Half of the shorter side of a visible rectangle, in whole hundredths of what is written. */
double gate_largest_radius(Rect rect);

/* COLOR_NONE for every colour that cannot be seen. */
Color gate_color(Color color);

/* A stroke that cannot be seen becomes STROKE_NONE, dashes that cannot be drawn become solid. */
Stroke gate_stroke(Stroke stroke);

/* The segments that draw, copied into arena: moves that lead nowhere are left out. NULL when there
 * is a point that is not near, a line without a start, or nothing to see. */
PathSegment *gate_path(Arena *arena, const PathSegment *segments, guint n, guint *ret_n);
