// Whether the files of a figure show what drawing it now would show.
#pragma once

#include "figure/figure.h"

/* Why the figure has to be drawn, in words for its user: "out/a.svg is not there"; NULL: all its
 * files say that they were drawn by this program from the same bytes with the same options. Its
 * table, which says nothing of itself, is written before them and only has to be there. Caller
 * frees. */
char *fresh_why(const Figure *figure);
