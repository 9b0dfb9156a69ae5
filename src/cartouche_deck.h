// What the files of the deck tell each other; no part of the public header.
#pragma once

#include "deck/picture.h"
#include "figure/figure.h"

/* Gives the SVG at path its PNG: the file beside it, or one drawn from its command. ERROR_INPUT
 * when neither is the same figure. */
gboolean deck_find_png(DeckPicture *picture, const char *path, Report *report, GError **error);

/* Adds what a figure remarked after its first `said` remarks, with the file it was drawn from. */
void deck_take_remarks(Report *report, const char *path, const Figure *figure, guint said);
