// Whether the files of a figure show what drawing it now would show.
#pragma once

#include "figure/figure.h"

/* Why the figure has to be drawn, in words for its user: "out/a.svg is not there"; NULL: all its
 * files say that they were drawn by this program from the same bytes with the same options. Its
 * table says nothing of itself and is compared with what it has to be, so that one edited by hand
 * is noticed; nothing is left of the drawing that this takes. Caller frees. */
char *fresh_why(Figure *figure);
