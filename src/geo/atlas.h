// What a map is made of: areas with rings and names, and the lines that they share. One interface
// over the countries of geo/boundaries.h and over boundaries that a user brings. Degrees, east and
// north positive.
#pragma once

#include "base/report.h"
#include "geo/boundaries.h"

/* No such area, or nobody's side of a line. */
#define ATLAS_NONE G_MAXUINT

typedef struct Atlas Atlas;

/* The built-in countries. Nothing is copied: it opens at once, a ring costs its decoding. */
Atlas *atlas_new_countries(void);

/* Boundaries of a user: GeoJSON (RFC 7946) or TopoJSON 1.0, found out by the top "type"; file
 * stands for the bytes in messages. An area is a feature (GeoJSON) or a geometry (TopoJSON) that
 * has a Polygon or MultiPolygon. Areas are known by the property key ("id": the member); without it
 * (NULL) by the member "id" and by whichever of the usual properties they have: name, NAME, admin,
 * ISO_A3, NUTS_ID, GEOID and the like (the list is in atlas_names.c), and when most of them are
 * countries, by every name of a country. object is the one of a topology to take; NULL: the one
 * with most areas, which the report tells.
 *
 * Winding does not matter. Longitudes up to 360 are taken round the globe. Pieces that were cut at
 * the dateline or drawn down to a pole are joined again, and the cut is no line. What rounding
 * leaves in a topology without an inside, and crossings too small to be seen, are counted in the
 * report (may be NULL), and so are points and lines.
 *
 * NULL with ERROR_INPUT, file, line and column: no JSON, another coordinate system, positions that
 * are none, rings that are open, too short or cross, holes outside, areas over half of the globe, a
 * key or an object that nothing has. ERROR_LIMIT: brackets nested deeper than JSON_DEPTH, more than
 * five million positions, rings too tangled to be checked. */
Atlas *atlas_new_from_bytes(GBytes *bytes, const char *file, const char *key, const char *object,
                            Report *report, GError **error);
/* Another one of the same boundaries, for another thread; they are not copied. Caller owns. */
Atlas *atlas_share(const Atlas *atlas);
void atlas_free(Atlas *atlas);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Atlas, atlas_free)

typedef struct {
    const char *name; /* borrowed from the atlas */
    guint country;    /* id of geo/country.h; 0: none */
    Extent extent;
    double area_km2;
    LonLat label; /* where words stand best: boundary_label() */
    guint n_rings, main_ring;
} AtlasArea;

/* Areas count from 0, in the order of the boundaries. */
guint atlas_count(const Atlas *atlas);
AtlasArea atlas_area(const Atlas *atlas, guint area);

/* The area that text names: by a whole key or name of a user's boundaries, else as
 * country_names_find() takes it. FALSE with ERROR_INPUT at where: a name that is unknown (with the
 * nearest) or that several areas share, or a country that has no shape of its own (the text says
 * what it is drawn with). The first look-up of an atlas makes its table of names. */
gboolean atlas_find(Atlas *atlas, const char *text, Where where, guint *ret_area, GError **error);
/* The area of a country that is known already; ATLAS_NONE when it has no shape of its own. */
guint atlas_find_country(const Atlas *atlas, guint country);
/* TRUE: these are the built-in boundaries (whose credit and footnote are due). */
gboolean atlas_is_built_in(const Atlas *atlas);
/* TRUE: the areas are countries, so that what lies between them is sea. Around districts nothing is
 * known. */
gboolean atlas_is_of_countries(const Atlas *atlas);

/* The areas that have a ring whose extent meets extent, one a call: the first after previous
 * (ATLAS_NONE: the first of all), or ATLAS_NONE. */
guint atlas_next_in(const Atlas *atlas, Extent extent, guint previous);

/* As boundary_ring() and boundary_ring_points(): holes stand after the ring that they lie in. A
 * user's boundaries have all their points whatever the detail. */
Ring atlas_ring(const Atlas *atlas, guint area, guint ring);
void atlas_ring_points(const Atlas *atlas, guint area, guint ring, const BoundaryDetail *detail,
                       GArray *points, GArray *keep);

/* A border or coast that is drawn in one stroke. */
typedef struct {
    guint owners[2]; /* areas; the second is ATLAS_NONE at a coast */
    Extent extent;
} AtlasLine;

guint atlas_line_count(const Atlas *atlas);
/* Those of atlas_line(), without the decoding that its extent costs. */
void atlas_line_owners(const Atlas *atlas, guint line, guint ret_owners[2]);
AtlasLine atlas_line(const Atlas *atlas, guint line);
/* Appends LonLat. */
void atlas_line_points(const Atlas *atlas, guint line, const BoundaryDetail *detail,
                       GArray *points);
