// Names to places: the user's own (--places), countries and areas of the map, capitals.
#pragma once

#include "data/table.h"
#include "geo/atlas.h"
#include "plot/spec.h"

/* Borrowed names. */
typedef struct {
    const char *name; /* for people; NULL: unknown */
    LonLat at;        /* NaN: it has no coordinates */
    guint area;       /* of the atlas; ATLAS_NONE: a place, or a country without a shape */
} Place;

typedef struct Gazetteer Gazetteer;

/* places: of --places, may be NULL (owned by the caller, outlives the gazetteer). Errors: a column
 * is missing, an id twice, coordinates out of range; with file, line and field. */
Gazetteer *gazetteer_new(Atlas *atlas, const Spec *spec, const Table *places, GError **error);
void gazetteer_free(Gazetteer *gazetteer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Gazetteer, gazetteer_free)

/* An id or a name of --places, else a country by any of its names and codes (an area of the user's
 * own boundaries), else a capital. ERROR_INPUT at where: unknown, with the nearest; or shared by
 * several. */
gboolean gazetteer_find(const Gazetteer *gazetteer, const char *text, Where where, Place *ret_place,
                        GError **error);
/* An area alone, for fills: places and capitals are none. */
gboolean gazetteer_find_area(const Gazetteer *gazetteer, const char *text, Where where,
                             Place *ret_place, GError **error);
