// Dash patterns: a second code beside colour for lines, which survives greyscale. They are listed
// in the order in which series get them, neighbours differing most.
#pragma once

#include "scene/node.h"

typedef struct {
    const char *name;
    double lengths[4]; /* drawn, left out, drawn, left out; px for a line of 2 px with flat ends */
    guint n;           /* 0: solid; 2 or 4 */
} Dash;

extern const Dash dashes[]; /* ends with a name of NULL; the first is solid */
/* The i-th pattern; past the end they repeat. */
const Dash *dash_at(guint index);

/* The stroke with the pattern, which grows with the stroke's width. */
Stroke dash_apply(const Dash *dash, Stroke stroke);
