// Where the nodes of a network stand, so that distances on paper follow distances in the network.
#pragma once

#include "base/geometry.h"

/* Ends are numbers of nodes. Directions, repeated pairs and links of a node to itself do not matter
 * here. */
typedef struct {
    guint from, to;
} NetworkEdge;

/* Places n nodes in area (px): ret_at is the middle of each node's box of the given size, which
 * holds its symbol and the room that its name wants. Stress majorisation of the distances along
 * edges (E. Gansner, Y. Koren, S. North, Graph Drawing by Stress Majorization, 2004), from a start
 * by pivot MDS (U. Brandes, C. Pich, Eigensolver Methods for Progressive Multidimensional Scaling
 * of Large Data, 2006); leaves stand evenly around what they hang on, a star's clockwise from the
 * top; parts without a link between them are packed by size, single nodes stand in rows below;
 * each part is turned as it fills the area best, its first nodes to the left and above. Then boxes
 * that overlap are pushed apart. Ties go by the numbers of the nodes, so that nodes numbered by
 * name give one layout for any order of rows.
 *
 * TRUE when no two boxes overlap and all lie in area; FALSE when there is no room for that: the
 * nodes then stand in area, and smaller boxes may help. O(n^2) to 400 nodes in a part, about
 * O(n + edges) beyond. */
gboolean stress_lay_out(const Size *boxes, guint n, const NetworkEdge *edges, guint n_edges,
                        Rect area, Point *ret_at);
