// Inside of the clipping on the sphere: what one kind of edge has to know.
#pragma once

#include "geo/clip.h"

/* Where an edge meets the clip edge. leaves: the piece so far ends at out; enters: a new one starts
 * at in. */
typedef struct {
    gboolean leaves, enters;
    SinkPoint out, in;
} ClipCut;

typedef struct {
    double radius; /* of the circle; unused by the antimeridian */
    /* May replace the points of a line or ring before it is cut; NULL: nothing to prepare. */
    void (*prepare)(SinkPoints *points, gboolean is_ring);
    gboolean (*is_visible)(double radius, const SinkPoint *point);
    /* Whether a whole ring is visible and does not hold the edge, as far as that is seen without
     * much ado; NULL: it never is. */
    gboolean (*is_within)(double radius, const SinkPoint *ring, gsize n);
    /* At most two cuts, in the order from a to b; returns their number. */
    guint (*cut)(double radius, const SinkPoint *a, const SinkPoint *b, ClipCut cuts[2]);
    /* Where a point stands on the edge, which runs with the visible side on its left. */
    double (*position)(double radius, const SinkPoint *point);
    SinkPoint (*at)(double radius, double position);
    double period, step; /* of the positions; corners stand at whole steps */
} ClipShape;

Clip *clip_new(ClipShape shape, Sink *next);
