// Symbols of equal area: a second code beside colour, which survives greyscale. They are listed in
// the order in which series get them, neighbours differing most.
#pragma once

#include "scene/builder.h"

typedef struct {
    const char *name; /* "square" */
    /* Corners in any unit around the centre of area, which is 0, 0; NULL: a circle. */
    const Point *corners;
    guint n;
} Symbol;

extern const Symbol *const symbols[]; /* ends with NULL; the first is the circle */
/* The i-th symbol; past the end they repeat. */
const Symbol *symbol_at(guint index);

/* Appends the symbol, closed and to be filled. radius, px: that of a circle with the same area. */
void symbol_append(const Symbol *symbol, Path *path, Point centre, double radius);

/* Draws the i-th symbol; the circle as a circle and not as a path. */
void symbol_draw(SceneBuilder *builder, guint index, Point centre, double radius, Color fill,
                 Stroke stroke);
