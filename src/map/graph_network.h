// A network as it is placed in a panel. Private to the view.
#pragma once

#include "map/graph.h"

typedef struct {
    guint link; /* of the relations */
    double width;
    double aside; /* px to the right of its way: links between the same nodes lie side by side */
    double bend;  /* px that its middle lies further to the right of the straight way */
    gboolean over_node; /* nothing helps: it runs over a node that is not its own */
} NetworkLink;

struct GraphView {
    Rect rect;    /* of the panel */
    Point *nodes; /* of each node of the relations */
    double *radii;
    Point *away;        /* from the neighbours of each node, their mean direction */
    gboolean roomy;     /* every name has its room at its node */
    NetworkLink *links; /* of the panel, the widest first */
    guint n_links;
};

/* The links of the panel into the view, and discs wide enough for them. */
void network_place_links(GraphView *view, const MarkContext *context);
/* Bows for links that would run over a node that is not theirs; when the nodes have their places.
 */
void network_bend_links(GraphView *view, const Relations *relations);
/* The body and head of a link. */
void network_outline(const GraphView *view, const Relations *relations, const NetworkLink *link,
                     Path *path);
