// Whose ground it is, square by square: what words on a map stand on. Places and sizes in px of the
// page; an area may be cut by the edge of the map, or lie in pieces.
#pragma once

#include "base/path.h"

typedef enum { GROUND_PAPER, GROUND_SEA, GROUND_AREA } GroundKind;

/* What covers a part of a box. */
typedef struct {
    GroundKind kind; /* paper: beyond the edge of the earth */
    guint area;      /* of GROUND_AREA */
    double share;    /* of the box, above 0 */
} GroundShare;

/* Boxes touch few areas; the smallest are not told apart. */
#define GROUND_SHARES 12

typedef struct {
    GroundShare shares[GROUND_SHARES]; /* the largest first */
    guint n;
} GroundCensus;

typedef struct Ground Ground;

/* All of rect is sea, or paper. n_areas: areas count from 0 up to it. */
Ground *ground_new(Rect rect, guint n_areas, GroundKind kind);
void ground_free(Ground *ground);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Ground, ground_free)

/* Straight lines; even-odd. What is added later lies on top. */
void ground_add_sea(Ground *ground, const Path *path);
void ground_add_area(Ground *ground, guint area, const Path *path);
/* An area that is too small to be seen and is drawn as a dot. */
void ground_add_dot(Ground *ground, guint area, Point at, double radius);
/* Words on other areas than their own must not cover this one: it has a colour. */
void ground_mark(Ground *ground, guint area);

/* px² that can be seen of an area; 0: none. */
double ground_size(const Ground *ground, guint area);
/* Around all that can be seen of an area. */
Rect ground_bounds(const Ground *ground, guint area);
/* Where the area begins and ends at a height of the page, or (upright) at a distance from its left
 * edge; FALSE: it is not there. */
gboolean ground_ends(const Ground *ground, guint area, gboolean upright, double at,
                     double ret_ends[2]);
/* Whether it goes on beyond the edge of the map. */
gboolean ground_is_cut(const Ground *ground, guint area);
gboolean ground_is_dot(const Ground *ground, guint area);
/* The area that lies at a point; GROUND_NO_AREA: none does. */
#define GROUND_NO_AREA G_MAXUINT
guint ground_area_at(const Ground *ground, Point at);

/* FALSE: the box is not on the map as a whole. */
gboolean ground_census(const Ground *ground, Rect box, GroundCensus *ret_census);

/* What a box may stand on: shares of it, at most. */
typedef struct {
    guint area;     /* its own */
    double own;     /* of its own area */
    double marked;  /* of marked areas but its own; no square of one that is a dot */
    double plain;   /* of other areas */
    gboolean paper; /* any, or none */
} GroundLimits;
/* FALSE: the box is not on the map as a whole, or covers more than that. Much faster than a census
 * where it does. */
gboolean ground_holds(const Ground *ground, Rect box, const GroundLimits *limits);

/* The middles of up to `most` boxes of a size that lie in the area, and nowhere beyond it: the best
 * first, which is where there is most room around the box, up to its own height, and near the
 * middle of what can be seen (E. Imhof, Positioning Names on Maps, The American Cartographer 2,
 * 1975); the next ones stand apart from those before. A box of no size: the heart of the area.
 * Returns how many. Linear in the squares around the area. */
guint ground_places_inside(const Ground *ground, guint area, Size box, guint most,
                           Point *ret_middles);
