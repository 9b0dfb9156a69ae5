// What shapes paint with, and what a group can say for all of them.
#pragma once

#include "scene/node.h"

typedef enum {
    PAINT_FILL,
    PAINT_FILL_OPACITY,
    PAINT_STROKE,
    PAINT_STROKE_OPACITY,
    PAINT_STROKE_WIDTH,
    PAINT_JOIN,
    PAINT_CAP,
    PAINT_DASH,
    N_PAINT_PROPERTIES,
} PaintProperty;

/* As it will be written: opacities, width and dashes in hundredths. */
typedef struct {
    Color fill, stroke; /* alpha 0: none, else 255 */
    gint64 fill_opacity, stroke_opacity, width, dash[4];
    guint n_dash;
    gboolean round_join, round_cap;
    guint cares; /* bits of the properties that show on this shape */
} SvgPaint;

/* What every element inherits from the root. */
SvgPaint svg_paint_root(Color text_color);

/* background: what a text that is not opaque is mixed with, as text has no opacity in the profile.
 */
SvgPaint svg_paint_of(const SceneNode *leaf, Color background);

gboolean svg_paint_equal(const SvgPaint *a, const SvgPaint *b);

/* Writes what shows on the shape and differs from what it inherits. */
void svg_paint_append(GString *out, const SvgPaint *paint, const SvgPaint *inherited);

/* What the group's leaves inherit when the group says what at least two of them say and none
 * denies; equal to inherited where nothing is to be said. cares: what the group has to write. */
SvgPaint svg_paint_hoist(const SceneNode *group, const SvgPaint *inherited, Color background);
