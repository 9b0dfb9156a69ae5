#include "geo/atlas_own.h"

#include "base/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

Own *
own_new(const char *file)
{
    Own *own = g_new0(Own, 1);

    own->file = g_strdup(file);
    own->strings = g_string_chunk_new(4096);
    own->areas = g_array_new(FALSE, FALSE, sizeof(OwnArea));
    own->rings = g_array_new(FALSE, FALSE, sizeof(OwnRing));
    own->refs = g_array_new(FALSE, FALSE, sizeof(gint32));
    own->lines = g_array_new(FALSE, FALSE, sizeof(OwnLine));
    own->points = g_array_new(FALSE, FALSE, sizeof(LonLat));
    own->labels = g_array_new(FALSE, FALSE, sizeof(OwnLabel));
    own->shown = g_array_new(FALSE, FALSE, sizeof(guint));
    own->by_label = g_hash_table_new(g_str_hash, g_str_equal);
    own->by_number = g_hash_table_new(g_str_hash, g_str_equal);
    g_mutex_init(&own->label_lock);
    own->ref_count = 1;
    return own;
}

Own *
own_ref(Own *own)
{
    g_atomic_int_inc(&own->ref_count);
    return own;
}

void
own_free(Own *own)
{
    if (own == NULL || !g_atomic_int_dec_and_test(&own->ref_count))
        return;
    g_mutex_clear(&own->label_lock);
    g_free(own->file);
    g_string_chunk_free(own->strings);
    g_array_unref(own->areas);
    g_array_unref(own->rings);
    g_array_unref(own->refs);
    g_array_unref(own->lines);
    g_array_unref(own->points);
    g_array_unref(own->labels);
    g_array_unref(own->shown);
    g_hash_table_unref(own->by_label);
    g_hash_table_unref(own->by_number);
    g_free(own);
}

/* Forgets the areas that are not kept, with their labels. */
void
own_keep_areas(Own *own, const gboolean *is_kept)
{
    g_autofree guint *places = g_new(guint, own->areas->len + 1);
    guint n = 0, n_labels = 0;

    for (guint i = 0; i < own->areas->len; i++) {
        places[i] = n;
        if (is_kept[i])
            *own_area_at(own, n++) = *own_area_at(own, i);
    }
    for (guint i = 0; i < own->labels->len; i++) {
        OwnLabel label = g_array_index(own->labels, OwnLabel, i);

        if (!is_kept[label.area])
            continue;
        label.area = places[label.area];
        g_array_index(own->labels, OwnLabel, n_labels++) = label;
    }
    g_array_set_size(own->areas, n);
    g_array_set_size(own->labels, n_labels);
}

void
own_add_area(Own *own, guint number, gsize offset, guint first_ring)
{
    OwnArea area = { .number = number,
                     .offset = offset,
                     .first_ring = first_ring,
                     .n_rings = own->rings->len - first_ring,
                     .name = "" };

    g_array_append_val(own->areas, area);
}

gboolean
own_check_position(Json *json, gsize offset, LonLat *at, GError **error)
{
    enum { TURN = 360 };
    static const double HAIR = 1e-6;

    if (fabs(at->lat) <= 90 + HAIR && fabs(at->lon) <= TURN + HAIR) {
        at->lat = CLAMP(at->lat, -90, 90);
        at->lon = CLAMP(at->lon, -TURN, TURN);
        if (fabs(fabs(at->lon) - 180) < HAIR)
            at->lon = copysign(180, at->lon);
        return TRUE;
    }
    {
        g_autoptr(GString) text = g_string_new(NULL);
        gboolean swapped = fabs(at->lon) <= 90 && fabs(at->lat) <= 180;

        number_append_exact(text, at->lon);
        g_string_append(text, ", ");
        number_append_exact(text, at->lat);
        error_set(error, ERROR_INPUT, json_where(json, offset),
                  "the position %s is no longitude and latitude in degrees%s", text->str,
                  swapped ? "; the longitude has to come first"
                          : "; convert the file to WGS 84 (EPSG:4326)");
    }
    return FALSE;
}

double
own_wrap(double lon)
{
    double wrapped = lon - 360 * floor((lon + 180) / 360);

    return wrapped >= 180 ? -180 : wrapped; /* the floor of a hair below a turn */
}

Extent
own_extent(const LonLat *points, guint n)
{
    Extent extent = { INFINITY, INFINITY, -INFINITY, -INFINITY };
    double west;

    for (guint i = 0; i < n; i++) {
        extent.west = MIN(extent.west, points[i].lon);
        extent.east = MAX(extent.east, points[i].lon);
        extent.south = MIN(extent.south, points[i].lat);
        extent.north = MAX(extent.north, points[i].lat);
    }
    if (extent.east - extent.west >= 360)
        return (Extent){ -180, extent.south, 180, extent.north };
    west = own_wrap(extent.west);
    extent.east += west - extent.west;
    extent.west = west;
    if (extent.east > 180)
        extent.east -= 360;
    return extent;
}

static int
compare_west(gconstpointer a, gconstpointer b)
{
    double x = ((const Extent *)a)->west, y = ((const Extent *)b)->west;

    return (x > y) - (x < y);
}

static double
end_of(Extent extent)
{
    return extent.east < extent.west ? extent.east + 360 : extent.east;
}

/* The narrowest: it leaves out the widest stretch of longitudes without any of them. */
Extent
own_union(const Extent *extents, guint n)
{
    g_autofree Extent *sorted = g_memdup2(extents, n * sizeof *extents);
    Extent all = sorted[0];
    double reach, gap = 0;

    qsort(sorted, n, sizeof *sorted, compare_west);
    reach = end_of(sorted[0]);
    for (guint i = 0; i < n; i++) {
        Extent next = sorted[(i + 1) % n];
        double west = next.west + (i + 1 == n ? 360 : 0);

        all.south = MIN(all.south, sorted[i].south);
        all.north = MAX(all.north, sorted[i].north);
        reach = MAX(reach, end_of(sorted[i]));
        if (west - reach > gap) {
            gap = west - reach;
            all.west = next.west;
            all.east = own_wrap(reach);
        }
    }
    if (gap == 0) {
        all.west = -180;
        all.east = 180;
    }
    return all;
}

double
own_ring_km2(const LonLat *points, guint n)
{
    static const double RADIUS = 6371.0072, TO_RADIANS = G_PI / 180;
    double sum = 0, turn = (points[n - 1].lon - points[0].lon) * TO_RADIANS;
    double before = sin(points[0].lat * TO_RADIANS);

    for (guint i = 1; i < n; i++) {
        double height = sin(points[i].lat * TO_RADIANS);

        sum += (points[i].lon - points[i - 1].lon) * TO_RADIANS * (height + before) / 2;
        before = height;
    }
    /* Round a pole the sum is the area up from the equator: the rest to the nearer pole. */
    if (fabs(turn) > G_PI)
        sum = 2 * G_PI - fabs(sum);
    return fabs(sum) * RADIUS * RADIUS;
}

static gboolean
is_same(LonLat a, LonLat b)
{
    return a.lat == b.lat && (a.lon == b.lon || fabs(a.lon - b.lon) == 360);
}

void
own_ring_points(const Own *own, const OwnRing *ring, GArray *points, GArray *keep)
{
    for (guint i = 0; i < ring->n_refs; i++) {
        gint32 ref = own_ref_at(own, ring->first_ref + i);
        const OwnLine *line = own_line_at(own, ref < 0 ? ~ref : ref);
        const LonLat *of_line = &g_array_index(own->points, LonLat, line->first_point);

        for (guint k = 0; k < line->n_points; k++) {
            LonLat at = of_line[ref < 0 ? line->n_points - 1 - k : k];
            gboolean is_end = k == 0 || k + 1 == line->n_points;

            if (k == 0 && i > 0 && is_same(at, g_array_index(points, LonLat, points->len - 1)))
                continue;
            g_array_append_val(points, at);
            if (keep != NULL)
                g_array_append_val(keep, is_end);
        }
    }
}

/* A step over the dateline is told from a long one by its length: files that were not cut there
 * have short ones. */
#define LONGEST_OVER 20.0

/* Whether an edge runs along the dateline: such a file was cut there. */
static gboolean
has_cut(const GArray *points)
{
    for (guint i = 1; i < points->len; i++) {
        LonLat a = g_array_index(points, LonLat, i - 1), b = g_array_index(points, LonLat, i);

        if (a.lon == b.lon && fabs(a.lon) == 180 && a.lat != b.lat)
            return TRUE;
    }
    return FALSE;
}

/* Steps of whole degrees and more stay as they are. */
static gboolean
unwrap(GArray *points, double whole, guint *ret_at)
{
    double shift = 0, before = 0;

    for (guint i = 0; i < points->len; i++) {
        LonLat *at = &g_array_index(points, LonLat, i);
        double step = i == 0 ? 0 : at->lon - before, size = fabs(step);
        gboolean at_pole = i > 0 && fabs(at->lat) == 90 && at[-1].lat == at->lat;

        before = at->lon;
        if (size > 180 && size < whole && !at_pole) {
            if (size < 360 - LONGEST_OVER) {
                *ret_at = i;
                return FALSE;
            }
            shift -= copysign(360, step);
        }
        at->lon += shift;
    }
    return TRUE;
}

/* A step of 360 degrees is a point of the dateline that stands twice. But in a ring that was cut
 * there, and that would have no inside or not close without it, it is the edge of a band round the
 * globe. */
gboolean
own_unwrap(GArray *points, guint *ret_at)
{
    g_autoptr(GArray) copy = has_cut(points) ? g_array_copy(points) : NULL;
    const LonLat *at;

    if (!unwrap(points, INFINITY, ret_at))
        return FALSE;
    at = (const LonLat *)(gconstpointer)points->data;
    if (copy == NULL ||
        (fabs(at[points->len - 1].lon - at[0].lon) < 180 && own_ring_km2(at, points->len) > 1e-6))
        return TRUE;
    unwrap(copy, 360, ret_at);
    at = (const LonLat *)(gconstpointer)copy->data;
    if (fabs(at[copy->len - 1].lon - at[0].lon) < 180)
        memcpy(points->data, copy->data, copy->len * sizeof(LonLat));
    return TRUE;
}
