// Links between nodes as curved bands with arrow heads: who sends how much to whom, in px.
#pragma once

#include "base/path.h"

/* A link ends at the circle's edge, and no other link should run over the circle. */
typedef struct {
    Point at;
    double radius; /* 0: a mere point */
} FlowNode;

typedef struct {
    guint from, to; /* indices of nodes, not the same */
    double width;   /* > 0 */
} FlowLink;

typedef enum { FLOW_LINE, FLOW_ARROW } FlowEnds;

typedef struct {
    FlowEnds ends;
    Rect page;  /* arcs stay in it as far as the straight lines between their nodes do */
    double gap; /* between the edge of a node and the end of a link */
} FlowOptions;

/* A link that is laid out: a quadratic Bezier curve from its tail to the tip of its head, or to its
 * other end when it has no head. A link that cannot be drawn (not a finite node, from one node to
 * itself, no width) has the width 0 and no outline. */
typedef struct {
    Point from, control, to;
    double width;
    double head_length, head_width; /* 0: no head. The body ends where the head begins. */
    gboolean over_node;             /* it still runs over a node that is not its own */
} FlowArc;

/* Lays out n_links arcs (ret_arcs has room for them, one a link in the order of the links).
 *
 * The method is that of B. Jenny, D. M. Stephen, I. Muehlenhaus, B. E. Marston, R. Sharma, E.
 * Zhang, H. Jenny, Force-directed layout of origin-destination flow maps, IJGIS 31(8), 2017, for
 * the rules of their Design principles for origin-destination flow maps, CaGIS 45(1), 2018: the
 * control points are moved by forces (links repel each other and the nodes, springs hold the bend,
 * the angles at a node spread), and links that still run over a node are moved off it. Five things
 * differ. Control points stay on the perpendicular bisector (anti-torsion without end), but for
 * links that find no other way around a node. Springs rest at a bend that grows with the length,
 * not at the straight line. The side of every bend is chosen first, together, so that few links
 * cross, and out of the fan of links at a node. Links that then cross at a sharp angle, or on the
 * way to the same node, look for another bend as those over a node do. Links between the same two
 * nodes run side by side: a lane each, and the two directions on two sides.
 *
 * Deterministic; the order of nodes and links does not matter (but for links that are the same).
 * O(links^2) with few iterations where there are many. */
void flow_lay_out(const FlowNode *nodes, guint n_nodes, const FlowLink *links, guint n_links,
                  const FlowOptions *options, FlowArc *ret_arcs);

/* Body and head as one closed shape, to be filled. */
void flow_arc_outline(const FlowArc *arc, Path *path);

/* The head that belongs to a width, in px: it grows slower than the width and can be seen on a
 * hairline. Never more than a third of a link that is `length` long. */
void flow_head_size(double width, double length, double *ret_length, double *ret_width);

/* The same for a link whose way is given as a polyline (a great circle on a map): it is cut at the
 * circles of its two nodes and gets its head at the end. A point that is not finite breaks the line
 * (the edge of a map); each piece becomes a closed shape of its own, and only the last has a head,
 * if it reaches the node: one that leaves the map has none.
 * Nothing is added when the nodes cover the whole way. */
void flow_path_outline(const Point *points, gsize n, const FlowNode *from, const FlowNode *to,
                       double width, const FlowOptions *options, Path *path);
