// A figure as a slide needs it: its bytes, its words, its size.
#pragma once

#include "base/color.h"
#include "base/error.h"

typedef struct {
    char *title;
    char *description;    /* "": none */
    char *language;       /* "en"; NULL: not said */
    char *command, *hash; /* what it says of how it was made; hash NULL: not said */
    GBytes *svg;          /* NULL: a PNG alone */
    GBytes *png;          /* of an SVG, NULL until it is found or drawn */
    double width, height; /* above 0; px of the SVG, else pixels */
    Color background;     /* white when not said */
} DeckPicture;

void deck_picture_free(DeckPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DeckPicture, deck_picture_free)

/* Reads an SVG or a PNG of ours. NULL and ERROR_INPUT for other files, for a PDF and for an SVG
 * that was cut or has what ours never have; file is the place in messages. Borrows the bytes, and
 * keeps a reference. */
DeckPicture *deck_picture_read(const char *file, GBytes *bytes, GError **error);
