// The map: areas with fills, links, symbols and notes, between the table and the page. All in the
// plot's arena.
#pragma once

#include "geo/projection.h"
#include "map/relations.h"

/* The colour of an area in one panel (G_MAXUINT: in all). */
typedef struct {
    guint area;
    guint panel;
    guint series; /* of the fills; for ramps 0 */
    Color color;
    guint hatch;       /* 0: none */
    gint64 row;        /* 1-based row of its file */
    const char *name;  /* of the area, for people */
    const char *title; /* "Thailand: 43.2%" */
    const char *value; /* for people; NULL: a category */
} MapFill;

/* A dot or a circle. */
typedef struct {
    Place place;
    const char *name; /* NULL: none */
    double value;     /* NaN: a dot */
    double radius;    /* px */
    guint panel;      /* G_MAXUINT: in all */
    Color color;
    guint series; /* of the plot; G_MAXUINT: of an area, in one colour of their own */
    gint64 row;
    const char *title;
    const char *words; /* beside or in the dot; NULL */
    const char *year;  /* "’07", where all words are years */
    double order;      /* of the words among those of one place; NaN: as in the data */
} MapSymbol;

typedef struct {
    Place place;
    const char *date, *text; /* date NULL: none */
    gint64 row;
} MapCallout;

/* The colours of areas, as if they were a plot of their own: it makes their key. */
typedef struct {
    Plot plot;
    guint n;
    MapFill *items;
    gboolean ramp;         /* numbers */
    const Series *hatches; /* the key of the second status; NULL */
    guint n_hatches;
    gboolean misses; /* an area without a value is in view or in the data */
} MapFills;

typedef struct MapView MapView; /* map/view.h: a panel as it is placed on the page */

/* What a mark finds behind its layer. The layer's items are all that has a row in the data. */
typedef struct {
    Layer layer;
    const Plot *plot;
    Atlas *atlas;         /* freed by the arena */
    Relations *relations; /* NULL: no links */
    MapFills *fills;      /* NULL: no fills */
    MapSymbol *symbols;
    guint n_symbols;
    gboolean sized; /* the symbols have sizes */
    AxisSpec sizes; /* how their numbers are written, and their title */
    gboolean dated; /* the words of all symbols are years, which stand in the dots */
    MapCallout *callouts;
    guint n_callouts;
    Extent *insets;
    guint n_insets;
    GPtrArray *files; /* Table *: those that lie beside the data */

    Projection projection; /* not yet fitted */
    Extent extent;
    gboolean world;  /* the whole earth, with its outline */
    MapView **views; /* of each panel, when it has been placed; made by the mark */
} Map;

/* The areas of --boundaries, or the countries; NULL and an error. Caller frees. */
Atlas *map_open_atlas(Plot *plot, GError **error);

/* Reads and binds all that a map needs. FALSE and an error that names file, line and column, or
 * the option. */
gboolean map_expand(Plot *plot, GError **error);

/* Options without a meaning for maps are refused. */
gboolean map_refuse_options(const Plot *plot, GError **error);
/* A bound map: channels that nothing would show are refused, other options without an effect
 * warned of. */
gboolean map_check_needs(const Map *map, Plot *plot, GError **error);

/* What the map says of itself. */
void map_describe(const Plot *plot, DescriptionFacts *facts);

/* Rows of the data that have no place or size on the map are left out, before panels are bound. */
gboolean map_check_symbols(Plot *plot, GError **error);

/* What a place that a cell names is called for people. */
const char *map_place_name(const Plot *plot, const char *cell, const Place *place);

/* Its steps, each in a file of its own. */
gboolean map_bind_fills(Map *map, Plot *plot, const Gazetteer *gazetteer, const guint *panels,
                        GError **error);
gboolean map_bind_symbols(Map *map, Plot *plot, const Gazetteer *gazetteer, const guint *panels,
                          GError **error);
gboolean map_bind_callouts(Map *map, Plot *plot, const Gazetteer *gazetteer, GError **error);
gboolean map_choose_extent(Map *map, Plot *plot, GError **error);
void map_make_keys(Map *map, Plot *plot);
/* The line that says whose boundaries these are, and that borders in view are disputed. */
void map_make_credit(const Map *map, Plot *plot);

/* What the panels will show, about, before they have their sizes; of a page larger by this factor.
 */
Extent map_seen_extent(const Map *map, const Plot *plot, double more);

/* A file beside the data, read as the data are, and once for all that ask for it. Borrowed; NULL
 * and an error. */
const Table *map_read_file(Map *map, const char *option, const char *file, GError **error);

extern const MarkType mark_map;
