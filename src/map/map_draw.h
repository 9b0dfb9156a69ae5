// What the parts of a map's drawing hand to each other. Private to the mark.
#pragma once

#include "layout/callout_number.h"
#include "map/ground.h"
#include "map/relation_marks.h"
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
/* Between the lines of its hatch, where it has one. */
Color map_fill_ground(const MapDraw *draw, const MapFill *fill);
/* The dot that stands for a coloured area whose shape (path) is far too small to be seen; FALSE:
 * the shape is drawn. */
gboolean map_area_dot(const MapDraw *draw, guint area, const Path *path, Point *ret_at,
                      double *ret_radius);
/* Shapes are exact to this, px. */
#define MAP_TOLERANCE 0.25
/* And their points are multiples of this, px: a world has twenty thousand of them to write. */
#define MAP_STEP 0.1
/* The shape of an area in this view, px; kept, and borrowed from the arena. */
const Path *map_area_path(const MapDraw *draw, guint area);
/* Whether a point is on the map. */
gboolean map_draw_has(const MapDraw *draw, Point p);

/* Of a view in its panel; ends with map_draw_clear(). */
MapDraw map_draw_of(const MarkContext *context, const MapView *view);
void map_draw_clear(MapDraw *draw);

/* Puts what the map shows into a rectangle of the view. */
void map_view_place(MapView *view, const MarkContext *context, Rect rect);
/* Notes into the view, where the map as it has been drawn has room for them. FALSE: it has none;
 * the view is smaller now, with a list beside it, and the map is to be drawn again before
 * map_number_notes() puts numbers at the places. */
gboolean map_place_notes(MapView *view, const MarkContext *context);
void map_number_notes(MapView *view, const MarkContext *context);
/* What the panel cannot show, into the report. */
void map_report_view(const MapView *view, const MarkContext *context);
void map_report_links(const MapView *view, const MarkContext *context);
void map_report_notes(const MapView *view, const MarkContext *context);

void map_draw_notes(const MapDraw *draw);

/* All that has data, drawn for once to see what is free. Caller frees. */
Occupancy *map_rehearse_data(const MapView *view, const MarkContext *context);
/* The corner of the map where a rectangle of this size covers least, and nothing that is taken by
 * words if that can be; ret_cost: 0 for nothing at all. */
Rect map_free_corner(const MapView *view, Occupancy *occupancy, Size size, double air,
                     double *ret_cost);

/* Insets into the view, each in the corner that is least taken by data. */
void map_place_insets(MapView *view, const MarkContext *context);
void map_report_insets(const MapView *view, const MarkContext *context);
void map_draw_insets(const MapDraw *draw);
/* No words but their own stand on insets. */
void map_take_insets(const MapView *view, Occupancy *occupancy);
void map_keep_off_insets(const MapDraw *draw);
/* A spot at a place of the inset, for words of this size: they stay within the frame; FALSE: they
 * do not fit. */
gboolean map_inset_spot(const MapView *inset, Size size, LabelSpot *spot);

/* --scale-bar, in a free corner; none where one scale would mislead. */
void map_place_bar(MapView *view, const MarkContext *context);
void map_report_bar(const MapView *view, const MarkContext *context);
void map_draw_bar(const MapDraw *draw);

/* Degrees between the lines of the graticule. */
double map_graticule_step(const MapDraw *draw);
void map_ask_degrees(const MapDraw *draw);
/* "15° N"; in the arena. */
const char *map_degrees(const Plot *plot, double value, gboolean longitude);

void map_draw_base(const MapDraw *draw);
/* The coloured areas alone. */
void map_draw_fills(const MapDraw *draw);
/* The lines of a second status over an area, and over its sample. */
void map_draw_hatch(SceneBuilder *builder, guint code, const Path *shape, const Theme *theme);
/* Nodes and links of the panel into the view. */
void map_place_links(MapView *view, const MarkContext *context);
void map_draw_links(const MapDraw *draw);
void map_draw_nodes(const MapDraw *draw);
/* Rows at one place into groups beside it: their dots are the symbols of the view. */
void map_place_clusters(MapView *view, const MarkContext *context);
void map_report_clusters(const MapView *view, const MarkContext *context);
/* Where the words of groups will stand. */
void map_take_cluster_words(const MapView *view, Occupancy *occupancy);
void map_ask_cluster_words(const MapDraw *draw);
void map_draw_symbols(const MapDraw *draw);
void map_ask_labels(const MapDraw *draw);

/* The ground of the view. Caller frees. */
Ground *map_make_ground(const MapDraw *draw);
/* How words stand in a box. */
typedef struct {
    GroundCensus census;
    gboolean hatched;
    double foreign; /* share of coloured areas, but for their own; 1: a dot would be lost */
    double neutral; /* share of land without a colour, but for their own */
    double own;     /* share of their own area */
    double paper;   /* share beyond the edge of the earth */
} MapFooting;
/* area: the words' own, or ATLAS_NONE. FALSE: not on the map as a whole. */
gboolean map_ground_footing(const MapDraw *draw, Rect box, guint area, MapFooting *ret_footing);
/* The colour that most of the words lie on, and its share. */
Color map_ground_most(const MapDraw *draw, const GroundCensus *census, double *ret_share);
/* A colour that can be read on all that lies under the words: their own, if it can. FALSE: there is
 * none. */
gboolean map_ground_ink(const MapDraw *draw, const GroundCensus *census, Color own,
                        Color *ret_color);
/* Names of areas: inside of them, or beside them. */
void map_ask_area_names(const MapDraw *draw);
