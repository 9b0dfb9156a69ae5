// Countries of the world and their lines: Natural Earth 1:50m, small islands from 1:10m, de facto
// control (datasets/boundaries). Everything is constant; a ring costs its decoding and no more.
// Degrees, east and north positive.
#pragma once

#include "base/geometry.h"
#include "geo/lonlat.h"

/* TRUE when the extents share a place. */
gboolean extent_meets(Extent a, Extent b);

/* A country, or the land as a whole. Borrowed for ever. */
typedef struct BoundaryArea Boundary;

/* The countries, in the order of their ids. Areas that ISO 3166-1 has no number for have one of the
 * numbers 900 to 999, which it leaves to its users: 983 Kosovo, 984 Northern Cyprus, 985
 * Somaliland, 986 Siachen Glacier, 987 Christmas and Cocos Islands. */
guint boundaries_count(void);
const Boundary *boundaries_at(guint index);
const Boundary *boundaries_find(guint id); /* NULL when nothing is drawn for it */
/* The union of all countries: its lines are coasts only. id 0. */
const Boundary *boundaries_land(void);

/* The countries that have a ring whose extent meets extent, one a call: the first after previous
 * (NULL: the first of all), or NULL. */
const Boundary *boundaries_next_in(Extent extent, const Boundary *previous);

guint boundary_index(const Boundary *area); /* boundaries_at() of it is the area */
guint boundary_id(const Boundary *area);
const char *boundary_name(const Boundary *area); /* as Natural Earth writes it, often shortened */
Extent boundary_extent(const Boundary *area);
double boundary_area_km2(const Boundary *area);
/* The place in the largest polygon that is farthest from its edge, in an equal-area projection
 * (pole of inaccessibility; Garcia-Castellanos and Lombardo 2007). Without meaning for the land. */
LonLat boundary_label(const Boundary *area);

/* Rings are clockwise on the map, holes counterclockwise and after the ring that they lie in. */
typedef struct {
    Extent extent;
    double area_km2;
    gboolean hole;
} Ring;

guint boundary_ring_count(const Boundary *area);
guint boundary_main_ring(const Boundary *area); /* the largest one */
Ring boundary_ring(const Boundary *area, guint ring);
/* How fine lines are wanted: the level of points (boundaries_data.h) that are not left out, by
 * bands of latitudes from the south pole on, for projections stretch them differently. Neighbours
 * agree on what they share. */
#define DETAIL_BANDS 36
typedef struct {
    guint8 least[DETAIL_BANDS];
    guint8 lowest, highest; /* of them */
} BoundaryDetail;
/* Lines that are nowhere farther than so many degrees from what they are; 0: all points. */
BoundaryDetail boundary_detail(const double degrees[DETAIL_BANDS]);

/* detail NULL: all points. Appends LonLat to points, longitudes from -180 to below 180; the last
 * one equals the first. Appends as many gboolean to keep (NULL: not wanted): TRUE at the ends of
 * lines, which neighbours share. */
void boundary_ring_points(const Boundary *area, guint ring, const BoundaryDetail *detail,
                          GArray *points, GArray *keep);

/* The lines themselves, each once: to draw borders and coasts in strokes that neighbours share. */
typedef struct {
    const Boundary *owners[2]; /* the second is NULL for a coast */
} BoundaryLine;

guint boundaries_line_count(void);
BoundaryLine boundaries_line(guint line);
Extent boundaries_line_extent(guint line);
/* Appends LonLat; detail as above. */
void boundaries_line_points(guint line, const BoundaryDetail *detail, GArray *points);
/* The lines of a ring, in its order: ~i means line i backwards. Borrowed; *ret_count of them. */
const gint16 *boundary_ring_lines(const Boundary *area, guint ring, guint *ret_count);
