// The lines over a key of numbers: what they are, and in what unit.
#pragma once

#include "layout/box.h"

/* "Population, million": the title and the multiplier of its numbers, as a tick set has it ("":
 * none). NULL when there is nothing to say. Caller frees. */
char *legend_title_text(const char *title, const char *multiplier_word);

/* px, wrapped to at most max_width, with the air under it; nothing for NULL. Drawn in this very
 * width it has the same lines. */
Size legend_title_size(const char *text, double max_width, const LayoutContext *context);
/* Flush left at the top of rect. Draws nothing for NULL. */
void legend_title_draw(const char *text, Rect rect, SceneBuilder *builder,
                       const LayoutContext *context);
