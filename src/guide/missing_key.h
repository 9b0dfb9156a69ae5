// A key of colours with a sample of what a place without a value looks like.
#pragma once

#include "layout/box.h"

/* Takes the key; the sample stands right of it, or below: where there is no room, or as asked.
 * title: the key's own, NULL: none; below it the key begins with a line of this height, px at a
 * text size of 12 px (0: a line of text), in whose middle the sample stands. Borrows the texts. */
Box *missing_key_new(Box *key, const char *title, double line, const char *text, Color fill,
                     gboolean below);

/* Draws such a sample: a surface of this colour, which may be COLOR_NONE. */
void missing_key_sample(SceneBuilder *builder, Rect rect, Color fill, const Theme *theme);
