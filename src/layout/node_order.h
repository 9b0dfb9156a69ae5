// Orders of nodes: along the line of an arc diagram, and of the rows and columns of a matrix.
#pragma once

#include <glib.h>

/* from and to are numbers of nodes, of a row and a column in a matrix; weights are above 0. */
typedef struct {
    guint from, to;
    double weight;
} OrderLink;

/* The order of n nodes on a line in which links are short: least sum of weight x distance (minimum
 * linear arrangement). Parts without a link between them stand one after the other, the largest
 * first. Exact up to 12 nodes in a part; beyond, nodes are sifted one by one to their best places
 * (C. Matuszewski, R. Schoenfeld, P. Molitor, Using Sifting for k-Layer Straightline Crossing
 * Minimization, 1999) from the given order and from the Fiedler vector's. Of orders as good as each
 * other the one that keeps nearest to the numbers, and of the two directions the one that has the
 * first node in its first half. ret_order[k] is the node at place k. */
void node_order_line(guint n, const OrderLink *links, guint n_links, guint *ret_order);

/* Orders in which rows with like cells stand side by side, and columns: the shortest way through
 * all, by the distance between the square roots of their weights (seriation as a path; see
 * M. Hahsler, K. Hornik, C. Buchta, Getting Things in Order, 2008), found by nearest neighbours and
 * then exchange. With `same` rows and columns are the same nodes and get one order, by what goes
 * out and what comes in. Rows begin where there is more weight; columns so that it lies along the
 * diagonal. Ties go by number. O(n^2) a round. */
void node_order_matrix(guint n_rows, guint n_columns, gboolean same, const OrderLink *links,
                       guint n_links, guint *ret_rows, guint *ret_columns);
