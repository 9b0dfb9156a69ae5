// Where ink stands: the letters of texts, and the true shape of marks, not their boxes.
#pragma once

#include "scene/node.h"

/* The box of the letters themselves: accents and descenders count only where they are, so that
 * lines of one text do not touch. slack: so much wider, as a share, on the sides to which the text
 * would grow in another font. */
Rect text_ink_box(const SceneNode *text, double slack);

/* Whether ink of a node that is no group and no text lies in the box. */
gboolean ink_meets(const SceneNode *node, Rect box);

/* Whether the fill of the node covers the whole box. */
gboolean ink_contains(const SceneNode *node, Rect box);

/* The share of the box that the fill of the node covers, of places all over it. */
double ink_share(const SceneNode *node, Rect box);

/* What the node paints at a point: its fill, or its line where that is at least least_width wide.
 * COLOR_NONE where it paints nothing. */
Color ink_at(const SceneNode *node, Point at, double least_width);
