// The steps of stress_lay_out(), each in a file of its own.
#pragma once

#include "layout/stress.h"

/* A part of the network in which all nodes are linked, by numbers of its own from 0 to n - 1, in
 * the order of the nodes' numbers outside. */
typedef struct {
    guint n;
    guint *node;     /* their numbers outside */
    guint *first;    /* n + 1: where in next the neighbours of each start */
    guint *next;     /* ascending, without repeats */
    Point *at;       /* lengths of an edge until it is packed */
    Size *boxes;     /* px */
    gboolean turned; /* its direction is given: a star begins at the top */
} StressPart;

/* All parts, the largest first, equal ones by their first node. */
GPtrArray *stress_parts(const Size *boxes, guint n, const NetworkEdge *edges, guint n_edges);

/* Pairs of nodes that should stand at a distance. Node r of the first rows nodes is one of a pair
 * with every later node. */
typedef struct {
    guint n, rows;
    guint *order;            /* the node of the part that is number i here */
    double *length, *weight; /* rows x n, in lengths of an edge; used right of the diagonal */
    guint n_near;
    guint *near;   /* pairs beyond the rows that are neighbours, two numbers each */
    double *x, *y; /* where the nodes stand */
} StressTerms;

StressTerms *stress_terms_new(const StressPart *part);
void stress_terms_free(StressTerms *terms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(StressTerms, stress_terms_free)

/* The first places: pivot MDS, what falls together apart, in the scale of least stress. */
void stress_start(StressTerms *terms);
/* The sum of weight x (length - distance)^2. */
double stress_of(const StressTerms *terms);
/* One step that never adds stress; returns the stress before it. */
double stress_step(StressTerms *terms);

/* Places for the nodes of a part. */
void stress_majorize(StressPart *part);
/* Leaves evenly around their node, in the order of their numbers. */
void stress_fan_leaves(StressPart *part);
/* Turns and mirrors a part as it fills a room of this size best. */
void stress_turn(StressPart *part, Size room);

/* The largest factor, at most `most`, by which places along one axis may grow so that their boxes
 * fit in room. 0: the boxes do not fit at all. */
double stress_fit(const double *at, const double *sizes, guint n, double room, double most);
/* Packs the parts in the area in px; writes ret_at by the nodes' numbers outside. */
void stress_pack(const GPtrArray *parts, Rect area, Point *ret_at);
/* Pushes boxes apart within area; TRUE when none overlap in the end and all are inside. */
gboolean stress_push_apart(const Size *boxes, guint n, Rect area, Point *at);
