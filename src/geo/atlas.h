// What a map is made of: areas with rings and names, and the lines that they share. One interface
// over the countries of geo/boundaries.h and over boundaries that a user brings. Degrees, east and
// north positive.
#pragma once

#include "base/error.h"
#include "geo/boundaries.h"

/* No such area, or nobody's side of a line. */
#define ATLAS_NONE G_MAXUINT

typedef struct Atlas Atlas;

/* The built-in countries. Nothing is copied: it opens at once, a ring costs its decoding. */
Atlas *atlas_new_countries(void);
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

/* The area that text names; for countries as country_names_find() takes it. FALSE with ERROR_INPUT
 * at where: a name that is unknown or ambiguous, or a country that has no shape of its own (the
 * text says what it is drawn with). The first look-up of an atlas makes its table of names. */
gboolean atlas_find(Atlas *atlas, const char *text, Where where, guint *ret_area, GError **error);
/* The area of a country that is known already; ATLAS_NONE when it has no shape of its own. */
guint atlas_find_country(const Atlas *atlas, guint country);

/* The areas that have a ring whose extent meets extent, one a call: the first after previous
 * (ATLAS_NONE: the first of all), or ATLAS_NONE. */
guint atlas_next_in(const Atlas *atlas, Extent extent, guint previous);

/* As boundary_ring() and boundary_ring_points(): holes stand after the ring that they lie in. */
Ring atlas_ring(const Atlas *atlas, guint area, guint ring);
void atlas_ring_points(const Atlas *atlas, guint area, guint ring, GArray *points, GArray *keep);

/* A border or coast that is drawn in one stroke. */
typedef struct {
    guint owners[2]; /* areas; the second is ATLAS_NONE at a coast */
    Extent extent;
} AtlasLine;

guint atlas_line_count(const Atlas *atlas);
AtlasLine atlas_line(const Atlas *atlas, guint line);
void atlas_line_points(const Atlas *atlas, guint line, GArray *points); /* appends LonLat */
