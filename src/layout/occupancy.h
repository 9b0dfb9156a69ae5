// What is taken on a page: a bitmap of everything drawn, so that words can look for room.
#pragma once

#include "scene/node.h"

typedef struct Occupancy Occupancy;

/* Surfaces may carry words about themselves; ink (lines, symbols, words) may not be written over.
 * Words are those that the placer has placed itself. */
typedef enum { TAKEN_SURFACE, TAKEN_INK, TAKEN_WORDS, TAKEN_KINDS } Taken;

/* An empty bitmap of an area; squares of 1 px, larger ones when the area is huge. */
Occupancy *occupancy_new(Rect area);
void occupancy_free(Occupancy *occupancy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Occupancy, occupancy_free)

Rect occupancy_area(const Occupancy *occupancy);
void occupancy_clear(Occupancy *occupancy, Taken kind);

/* Everything touched is taken; what lies outside of the area is ignored. */
void occupancy_add_rect(Occupancy *occupancy, Taken kind, Rect rect);
void occupancy_add_line(Occupancy *occupancy, Taken kind, Point from, Point to, double width);
void occupancy_add_disc(Occupancy *occupancy, Taken kind, Point centre, double radius);

/* A list of nodes with all they hold, as drawn. Fills large enough to be written on are surfaces,
 * all else is ink. The grid and reference bands take nothing, nor does what cannot be seen. */
void occupancy_add_nodes(Occupancy *occupancy, const SceneNode *first);

/* No square that the box touches is taken by this kind. A box outside of the area is not free. */
gboolean occupancy_is_free(const Occupancy *occupancy, Taken kind, Rect box);
/* The same for the squares along a line that is as thin as one. */
gboolean occupancy_line_is_free(const Occupancy *occupancy, Taken kind, Point from, Point to);
/* The share of the box that is taken by this kind; outside of the area counts as taken. */
double occupancy_share(const Occupancy *occupancy, Taken kind, Rect box);
/* px of the line that run over squares taken by each kind; outside of the area nothing is taken. */
void occupancy_line_taken(const Occupancy *occupancy, Point from, Point to,
                          double ret_taken[TAKEN_KINDS]);
