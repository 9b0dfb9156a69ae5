// A map as it is placed in a panel: what both its drawing and its words need.
#pragma once

#include "geo/scale_bar.h"
#include "layout/callout_number.h"
#include "layout/flow.h"
#include "map/ground.h"
#include "map/map.h"

/* An arc in px, or a great circle. */
typedef struct {
    const RelationLink *link;
    gboolean geodesic; /* a great circle, not the arc */
    FlowArc arc;
    double width; /* px */
} MapLinkView;

struct MapView {
    Rect rect;             /* of the panel */
    Projection projection; /* fitted */
    Extent shown;          /* what the rectangle shows */
    BoundaryDetail detail; /* of lines that it shows */
    Point *nodes;          /* px of each node of the relations; NaN: beyond the map */
    double *radii;         /* px of the discs at the nodes; 0: none in this panel */
    MapLinkView *links;    /* those of this panel, the widest first */
    guint n_links;
    Callout *notes; /* those that are on the map */
    guint n_notes;
    guint *note_rows;        /* of each of them, which of the map's it is */
    gboolean *notes_dropped; /* of each of the map's: the list has no room for it */
    GArray *note_places;     /* of CalloutPlace; with a list, of CalloutDisc */
    CalloutList *list;       /* of numbered notes; NULL: they stand on the map */
    Point list_at;
    double list_lacks; /* px that it is higher than its room */
    gboolean is_inset;
    MapView *insets; /* in its corners; a scale of 0: it has no room */
    guint n_insets;
    double corner_cost; /* of an inset: what its corner covers */
    ScaleBar bar;
    const char *bar_words; /* NULL: there is no bar */
    Rect bar_rect;
    gboolean bar_plated, bar_misleads;
    Path **areas;         /* shapes that were asked for: map_area_path() */
    const Ground *ground; /* what lies under words; NULL: the map has none */
    Point *symbols;       /* px of each symbol; NaN: none in this panel, or beyond the map */
    GArray *clusters;     /* of MapCluster (map/clusters.h); NULL: there are none */
    guint n_crowded;      /* of them lie over others */
    double *dots;         /* px radius of each symbol that is in a group; 0: it is in none */
    gboolean shows_words; /* of groups, in their dots or beside them */
    guint n_words_lost;   /* of groups, for want of room */
};

/* The view of the panel, made at the first call for its rectangle; kept by the map. */
MapView *map_view(const MarkContext *context);

/* What follows from the projection, once it is fitted and shown is known. */
void map_view_set_detail(MapView *view);

/* Places on the page; NaN, NaN: not on this map. */
Point map_view_point(const MapView *view, LonLat at);
