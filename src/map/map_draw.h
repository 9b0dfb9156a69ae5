// What the parts of a map's drawing hand to each other. Private to the mark.
#pragma once

#include "layout/callout_number.h"
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
guint64 map_subject_note(guint note);

/* Puts what the map shows into a rectangle of the view. */
void map_view_place(MapView *view, const MarkContext *context, Rect rect);
/* Notes into the view: on the map, or numbered with a list beside a smaller map. */
void map_place_notes(MapView *view, const MarkContext *context);
void map_report_links(const MapView *view, const MarkContext *context);
void map_report_notes(const MapView *view, const MarkContext *context);

/* All but the words. */
void map_draw_all(const MarkContext *context, const MapView *view);
void map_draw_notes(const MapDraw *draw);

void map_draw_base(const MapDraw *draw);
/* Nodes and links of the panel into the view. */
void map_place_links(MapView *view, const MarkContext *context);
void map_draw_links(const MapDraw *draw);
void map_draw_nodes(const MapDraw *draw);
void map_draw_symbols(const MapDraw *draw);
void map_ask_labels(const MapDraw *draw);
