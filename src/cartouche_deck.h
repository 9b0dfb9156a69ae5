// What the files of the deck tell each other; no part of the public header.
#pragma once

#include "deck/picture.h"
#include "figure/figure.h"

/* Gives the SVG at path its PNG: the file beside it, or one drawn from its command. ERROR_INPUT
 * when neither is the same figure. */
gboolean deck_find_png(DeckPicture *picture, const char *path, Report *report, GError **error);

/* Adds what a figure remarked after its first `said` remarks, with the file it was drawn from. */
void deck_take_remarks(Report *report, const char *path, const Figure *figure, guint said);

/* Draws a figure for a deck. picture: of slides; pages keep the figure and leave it NULL. */
typedef gboolean (*DeckDraw)(Figure *figure, DeckPicture **ret_picture, GError **error);

/* What came of it. */
typedef struct {
    gboolean done;
    DeckPicture *picture; /* owned; NULL: none */
    GError *error;        /* unless done */
} DeckDrawn;

void deck_drawn_free(DeckDrawn *drawn);

/* Draws n figures with so many threads (0: one a core) and puts what came of each into ahead, by
 * Figure *; those that are there already are left alone. */
void deck_draw_ahead(GHashTable *ahead, DeckDraw draw, Figure *const *figures, guint n, guint jobs);
