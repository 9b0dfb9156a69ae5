// Hatches: a second code beside colour for surfaces, which survives greyscale and photocopies. They
// are listed in the order in which series get them, neighbours differing most.
#pragma once

#include "scene/builder.h"

typedef struct {
    const char *name;
    Point along[2]; /* the directions of its lines */
    guint n;        /* how many; 0: a plain surface */
    double spacing; /* px, for labels of 13 px */
    double tint;    /* how much of the colour the ground has; the rest is the background's */
    gboolean light; /* lines in the background's colour on a full ground, not the reverse */
} Hatch;

extern const Hatch hatches[]; /* ends with a name of NULL; the first is plain */
/* The i-th hatch; past the end they repeat. */
const Hatch *hatch_at(guint index);
