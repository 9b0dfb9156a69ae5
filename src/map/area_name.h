// The words of one area, and where they may stand. Private to the names of areas.
#pragma once

#include "map/map_draw.h"

/* Between words and the edge of their area, px at text of 13 px. */
#define AREA_AIR_X 3.0
#define AREA_AIR_Y 2.5

/* A point of the edge of an area that words may stand beside. */
typedef struct {
    Point at, out; /* px; the direction away from the area */
    double from_heart;
    gboolean along; /* close to the edge only */
} AreaEdge;

typedef struct {
    const MapDraw *draw;
    guint area;
    const MapFill *fill; /* NULL: land without data */
    TextStyle style, bold;
    double em;
    guint n_names;     /* of areas with data in view */
    GPtrArray *blocks; /* of TextBlock; handed over */
    GArray *spots;     /* of LabelSpot */
    GArray *edges;     /* of AreaEdge in the view of draw; NULL: not looked for yet */
} AreaName;

/* Places beside the area for the last of the blocks, the best first. */
void area_name_add_beside(AreaName *work);
