// Boundaries of a user: as the readers of GeoJSON and TopoJSON fill them, and as the atlas asks
// them. For geo/atlas and its readers only. Whoever says area, ring or line here means an index.
#pragma once

#include "base/report.h"
#include "geo/atlas.h"
#include "io/json.h"

typedef struct {
    guint number; /* of the feature or geometry in the file, from 1 */
    gsize offset; /* where it begins there, in bytes */
    guint first_ring, n_rings, main_ring;
    const char *name; /* "" when it has none */
    guint country;
    Extent extent;
    double area_km2;
    LonLat label;
    gboolean has_label; /* label was looked for */
} OwnArea;

typedef struct {
    gsize offset;
    guint first_ref, n_refs; /* ~i: line i backwards */
    gboolean hole;
    Extent extent;
    double area_km2;
} OwnRing;

typedef struct {
    gsize offset;
    guint first_point, n_points;
    guint owners[2]; /* ATLAS_NONE: nobody */
    gboolean is_cut; /* runs along the dateline or over a pole, where files are cut */
    Extent extent;
} OwnLine;

typedef enum { OWN_LABEL_KEY, OWN_LABEL_NAME, OWN_LABEL_ISO, OWN_LABEL_CODE } OwnLabelKind;

/* One of the texts that name an area. */
typedef struct {
    guint area;
    OwnLabelKind kind;
    guint rank; /* of names: the least is shown */
    const char *text;
} OwnLabel;

typedef struct {
    char *file;
    const char *key; /* the property that names areas; NULL: the usual ones */
    GStringChunk *strings;
    GArray *areas;         /* OwnArea */
    GArray *rings;         /* OwnRing */
    GArray *refs;          /* gint32 */
    GArray *lines;         /* OwnLine */
    GArray *points;        /* LonLat */
    GArray *labels;        /* OwnLabel */
    GArray *shown;         /* guint: the lines that are drawn */
    gboolean shares_lines; /* lines are those of neighbours already; else each ring is one */
    gboolean drops_specks; /* rings without an inside are left out: rounding made them */
    double step, cell;     /* of the grid that positions were rounded to: degrees, square degrees */
    guint64 n_specks, n_knots;
    GHashTable *by_label;  /* text → area + 1, or G_MAXUINT for several areas */
    GHashTable *by_number; /* the same for labels of digits, without their leading zeros */
    GMutex label_lock;     /* places of labels are looked for late, whoever shares it */
    gint ref_count;
} Own;

Own *own_new(const char *file);
Own *own_ref(Own *own);
void own_free(Own *own); /* drops a reference */
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Own, own_free)

#define own_area_at(own, i) (&g_array_index((own)->areas, OwnArea, i))
#define own_ring_at(own, i) (&g_array_index((own)->rings, OwnRing, i))
#define own_line_at(own, i) (&g_array_index((own)->lines, OwnLine, i))
#define own_ref_at(own, i) (g_array_index((own)->refs, gint32, i))

/* ---- for the readers */

/* Reads the value of "id", or of "properties", into labels of the area that comes next. */
gboolean own_read_id(Own *own, Json *json, GError **error);
gboolean own_read_properties(Own *own, Json *json, GError **error);
/* The rings from first_ring on are an area, named by the labels since the one before. */
void own_add_area(Own *own, guint number, gsize offset, guint first_ring);
void own_drop_labels(Own *own); /* those of an area that did not come */
void own_keep_areas(Own *own, const gboolean *is_kept);

/* FALSE with ERROR_INPUT: out of range. A hair beyond a limit (a millionth of a degree) is the
 * limit. */
gboolean own_check_position(Json *json, gsize offset, LonLat *at, GError **error);

/* Counts the geometries that are no areas. */
void own_report_others(const Own *own, guint64 n, Report *report);

gboolean geojson_read(Own *own, Json *json, Report *report, GError **error);
/* object NULL: the one with most areas. */
gboolean topojson_read(Own *own, Json *json, const char *object, Report *report, GError **error);

/* ---- after reading */

/* Checks the rings, mends what was cut at the dateline and at poles, and makes the index of names.
 * json tells the lines of errors. */
gboolean own_finish(Own *own, Json *json, Report *report, GError **error);
void own_drop_specks(Own *own);
gboolean own_check_rings(Own *own, Json *json, GError **error);
void own_share_lines(Own *own);
void own_split_lines(Own *own);
void own_mend(Own *own);
void own_name_areas(Own *own);

/* The points of a ring as they stand in the lines; what ends one line and begins the next stands
 * once when it is the same. keep may be NULL. */
void own_ring_points(const Own *own, const OwnRing *ring, GArray *points, GArray *keep);
/* Longitudes run on from point to point instead of jumping at the dateline. FALSE: a step is so
 * long that it may be meant either way round; *ret_at is where. */
gboolean own_unwrap(GArray *points, guint *ret_at);
/* Square degrees on a plane of equal area times the square of the radius: km2. Points unwrapped. */
double own_ring_km2(const LonLat *points, guint n);
Extent own_extent(const LonLat *points, guint n); /* points unwrapped */
Extent own_union(const Extent *extents, guint n);
double own_wrap(double lon); /* to -180 … below 180 */

/* As boundary_label(), from at most some hundred points. */
LonLat own_label_point(const Own *own, const OwnArea *area);
/* By a label, else by its digits (a table of numbers has 4015 for 04015), else as the country (0:
 * none) that the text names. */
gboolean own_find(const Own *own, const char *text, guint country, Where where, guint *ret_area,
                  GError **error);
