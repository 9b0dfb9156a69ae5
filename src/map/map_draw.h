// What the parts of a map's drawing hand to each other. Private to the mark.
#pragma once

#include "map/view.h"

typedef struct {
    const MarkContext *context;
    const Map *map;
    const MapView *view; /* of the panel, or of an inset */
    Extent shown;        /* what the rectangle shows */
    gboolean is_inset;
    const MapFill **fills; /* of each area of the atlas, in this panel; NULL: none */
} MapDraw;

/* What colours the area in this panel; NULL: nothing. */
const MapFill *map_draw_fill(const MapDraw *draw, guint area);
/* Whether a point is on the map. */
gboolean map_draw_has(const MapDraw *draw, Point p);

/* What joins areas, nodes, links and symbols with the words about them. */
guint64 map_subject_area(guint area);
guint64 map_subject_node(guint node);
guint64 map_subject_link(guint link);
guint64 map_subject_symbol(guint symbol);

void map_draw_base(const MapDraw *draw);
/* Nodes and links of the panel into the view, and what cannot be drawn into the report. */
void map_place_links(MapView *view, const MarkContext *context);
void map_draw_links(const MapDraw *draw);
void map_draw_nodes(const MapDraw *draw);
void map_draw_symbols(const MapDraw *draw);
void map_ask_labels(const MapDraw *draw);
