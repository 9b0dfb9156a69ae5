// Rows at one place: dots in an orderly group beside it, with the name of the place above them.
// Private to the map.
#pragma once

#include "map/map_draw.h"

/* What there is room for: everything, small dots below their names, or small dots alone. */
typedef enum { CLUSTERS_FULL, CLUSTERS_SMALL, CLUSTERS_BARE } ClusterDetail;

/* How a group looks, wherever it stands. px. */
typedef struct {
    Size size;
    double radius;  /* of its dots */
    double heading; /* height of the name with the gap below it; 0: none */
    guint columns;
    double across, down; /* from one dot to the next */
    double words;        /* from the middle of a dot to the words right of it; 0: none beside it */
} ClusterShape;

/* Rows at one place; in the arena. */
typedef struct {
    Point place;          /* px */
    guint area;           /* that the place is, or lies in; ATLAS_NONE: unknown */
    gboolean is_point;    /* the place is a point, and not the area as a whole */
    const guint *symbols; /* of the map, in the order in which they are shown */
    guint n;
    const char *name; /* NULL: the place has none, or names are not wanted */
    ClusterShape shape;
    Rect box;         /* of all */
    Point from;       /* where its line begins; NaN: it needs none */
    gboolean crowded; /* it lies over another one */
} MapCluster;

/* The groups of a panel, in the order of the data. Caller frees the array, not what it points to.
 */
GArray *clusters_find(const MapDraw *draw);
/* How large each of them is. */
void clusters_shape(GArray *clusters, const MapDraw *draw, ClusterDetail detail);
/* Where they stand: in the area that the place is, else beside it; off each other. Returns how many
 * lie over others all the same. */
guint clusters_place(GArray *clusters, const MapDraw *draw);
/* The middle of the dot with this index. */
Point cluster_dot(const MapCluster *cluster, guint index);
/* The ends of the line from the place to the group; FALSE: there is none. */
gboolean cluster_line(const MapCluster *cluster, Point ret_ends[2]);
