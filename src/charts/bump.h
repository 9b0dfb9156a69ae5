// Ranks over time: bump.c ranks, bump_mark.c draws.
#pragma once

#include "plot/plot.h"

/* Points by panel and series, along x; y is the rank from 0. */
typedef struct {
    Layer layer;
    gboolean numbered; /* ranks stand in the dots at both ends of a line */
    double radius;     /* px, of those dots */
    double name_room;  /* px right of the last dots */
    gboolean keyed;    /* a key was asked for, which shows every name */
} BumpLayer;

extern const MarkType bump_mark;

/* px between a dot and the name after it. */
#define BUMP_AIR 6.0
