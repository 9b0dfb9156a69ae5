// Relations without geography: as a network, as arcs beside a column of names, or as a matrix.
#pragma once

#include "map/relations.h"

typedef struct GraphView GraphView; /* a panel as it is placed on the page; each mark has its own */

/* What a mark finds behind its layer. In the plot's arena. */
typedef struct {
    Layer layer;
    const Plot *plot;
    Relations *relations;
    guint *by_name; /* the nodes, sorted by name, so that the order of the rows does not matter */
    guint *rank;    /* of each node in by_name */
    guint *rows, *columns; /* of a matrix: nodes; of arcs: the nodes from the top */
    guint n_rows, n_columns;
    gboolean mirrored;     /* of a matrix: links stand on both sides of the diagonal */
    guint n_lanes;         /* of a matrix: the most links that fall on one cell */
    const char *corner[2]; /* of a matrix: what columns and rows are called; NULL: nothing */
    double line;           /* of a matrix: px at the bottom of each cell for its value; 0: none */
    double cell;           /* of a matrix: px of the width of the heaviest link's disc */
    GraphView **views;     /* of each panel, when it has been placed; made by the mark */
} Graph;

/* Reads and binds links for --view network, matrix or arc (for the chart `network`, the first of
 * them when not asked otherwise). gazetteer: where the ends have to be found; NULL: any name will
 * do. */
gboolean graph_expand(Plot *plot, Gazetteer *gazetteer, GError **error);
/* The same with any names. */
gboolean graph_expand_names(Plot *plot, GError **error);

/* What it says of itself. */
void graph_describe(const Plot *plot, DescriptionFacts *facts);

/* Options that have a meaning for maps alone are refused. */
gboolean graph_refuse_options(const Plot *plot, GError **error);

/* The orders of rows and columns, and the page's height where none was asked for. */
void graph_arrange_network(const Graph *graph, Plot *plot);
void graph_arrange_arcs(Graph *graph, Plot *plot);
void graph_arrange_matrix(Graph *graph, Plot *plot);

/* A node as a disc, or a pill of that shape. */
void graph_draw_node(const MarkContext *context, guint node, Rect shape);
/* Whether the link is one of the panel's. */
gboolean graph_is_here(const MarkContext *context, guint link);

/* Names that end in an ellipsis, for the report. */
extern const LabelKind graph_short_names;
/* Asks for a place for a name at one spot: on up to `lines` lines of a width, px, else cut short.
 */
void graph_ask_name(const MarkContext *context, const LabelKind *kind, guint node,
                    const LabelSpot *spot, double width, guint lines);

extern const MarkType mark_network, mark_arcs, mark_matrix;
