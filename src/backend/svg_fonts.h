// Font lists that find a like font on Windows, macOS and Linux.
#pragma once

#include "scene/node.h"

/* The list of the root: the scene's own family first, then Arial and its kin. */
void svg_fonts_append_root(GString *out, const Scene *scene);

/* The list of a text that was drawn with another family than the root names: the font that really
 * drew it, then those that Windows and macOS have for its script. FALSE, and nothing is written,
 * when the root's list serves. */
gboolean svg_fonts_append_node(GString *out, const Scene *scene, const SceneNode *text);
