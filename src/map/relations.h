// Relations between places: what the map and the views without geography draw. In the plot's arena.
#pragma once

#include "map/gazetteer.h"
#include "plot/plot.h"

/* An end of links. */
typedef struct {
    const char *name; /* for people */
    Place place;      /* of maps and of names that are known; else without coordinates */
} RelationNode;

typedef struct {
    guint from, to; /* nodes, never the same */
    double weight;  /* > 0; 1 without --weight */
    guint series;   /* its kind */
    guint panel;
    gint64 row;        /* 1-based row of the data */
    const char *title; /* "North Korea to Thailand, 2.8bn" */
    const char *value; /* the weight for people; NULL: there is none */
} RelationLink;

/* The layer comes first, so that a mark finds the rest: its items are the links. */
typedef struct {
    Layer layer;
    RelationNode *nodes; /* of --from, then the others of --to, as in the data */
    guint n_nodes;
    RelationLink *links; /* in the order of the data */
    guint n_links;
    gboolean weighted, directed;
    double least, most; /* weights */
    AxisSpec axis;      /* how weights are written; its title is the measure */
} Relations;

/* Whether the user asked for links at all. */
gboolean relations_are_asked_for(const Plot *plot);

/* The rows of the plot's frame are links: leaves out those without an end or a weight (counted),
 * and refuses weights of zero and below and several rows for one link. Before the panels are bound.
 */
gboolean relations_check(Plot *plot, GError **error);

/* Binds --from, --to, --weight and --color (which become the plot's series) of the plot's frame.
 * panels: of each row. gazetteer: where the ends have to be found; NULL: any name will do. Refuses
 * links of a place to itself, and one link under two names. NULL and an error. */
Relations *relations_bind(Plot *plot, Gazetteer *gazetteer, const guint *panels, GError **error);

/* px that a link is wide: in proportion to its weight, the heaviest as wide as the theme allows,
 * and none thinner than a hair. */
double relations_width(const Relations *relations, const Theme *theme, double weight);

/* The key of the widths: lines of up to three round weights; NULL when all are equally wide. */
Box *relations_width_key(const Relations *relations, const Plot *plot);
