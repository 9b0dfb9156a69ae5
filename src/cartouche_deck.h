// The second picture of an SVG on a slide, for what is no part of the public header.
#pragma once

#include "deck/picture.h"

/* Gives the SVG at path its PNG: the file beside it, or one drawn from its command. ERROR_INPUT
 * when neither is the same figure. */
gboolean deck_find_png(DeckPicture *picture, const char *path, GError **error);
