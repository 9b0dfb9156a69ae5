#include "geo/atlas_own.h"

#include <math.h>

#define MOST_POSITIONS 5000000u

static void
measure_ring(const Own *own, OwnRing *ring, GArray *points)
{
    const LonLat *at;
    guint n, where;

    g_array_set_size(points, 0);
    own_ring_points(own, ring, points, NULL);
    own_unwrap(points, &where);
    at = (const LonLat *)(gpointer)points->data;
    n = points->len;
    ring->extent = own_extent(at, n);
    if (fabs(at[n - 1].lon - at[0].lon) < 180)
        return;
    if (ring->extent.south + ring->extent.north < 0)
        ring->extent.south = -90;
    else
        ring->extent.north = 90;
}

static void
measure_area(Own *own, OwnArea *area, GArray *points, GArray *extents)
{
    g_array_set_size(extents, 0);
    for (guint i = 0; i < area->n_rings; i++) {
        OwnRing *ring = own_ring_at(own, area->first_ring + i);

        measure_ring(own, ring, points);
        area->area_km2 += ring->hole ? -ring->area_km2 : ring->area_km2;
        g_array_append_val(extents, ring->extent);
        if (!ring->hole &&
            ring->area_km2 > own_ring_at(own, area->first_ring + area->main_ring)->area_km2)
            area->main_ring = i;
    }
    area->extent = own_union((const Extent *)(gpointer)extents->data, extents->len);
}

/* A second owner makes a border; the same one twice is a seam inside of an area, and not drawn. */
static void
own_lines(Own *own)
{
    for (guint i = 0; i < own->lines->len; i++)
        own_line_at(own, i)->owners[0] = own_line_at(own, i)->owners[1] = ATLAS_NONE;
    for (guint i = 0; i < own->areas->len; i++) {
        const OwnArea *area = own_area_at(own, i);

        for (guint k = 0; k < area->n_rings; k++) {
            const OwnRing *ring = own_ring_at(own, area->first_ring + k);

            for (guint r = 0; r < ring->n_refs; r++) {
                gint32 ref = own_ref_at(own, ring->first_ref + r);
                OwnLine *line = own_line_at(own, ref < 0 ? ~ref : ref);

                line->owners[line->owners[0] != ATLAS_NONE] = i;
            }
        }
    }
    for (guint i = 0; i < own->lines->len; i++) {
        const OwnLine *line = own_line_at(own, i);

        if (!line->is_cut && line->owners[0] != ATLAS_NONE && line->owners[0] != line->owners[1])
            g_array_append_val(own->shown, i);
    }
}

static gboolean
check_key(const Own *own, GError **error)
{
    g_autofree char *quoted = error_quote(own->key, -1, 60);

    for (guint i = 0; i < own->labels->len; i++)
        if (g_array_index(own->labels, OwnLabel, i).kind == OWN_LABEL_KEY)
            return TRUE;
    if (own->key != NULL)
        error_set(error, ERROR_INPUT, (Where){ .file = own->file },
                  "no area has a property \"%s\" with a text or a number", quoted);
    return own->key == NULL;
}

void
own_report_others(const Own *own, guint64 n, Report *report)
{
    if (n > 0)
        report_add(report, SEVERITY_WARNING, (Where){ .file = own->file }, n,
                   "%" G_GUINT64_FORMAT " %s left out: boundaries are areas", n,
                   n == 1 ? "point or line" : "points and lines");
}

static void
report_repairs(const Own *own, Report *report)
{
    Where where = { .file = own->file };

    if (own->n_specks > 0)
        report_add(report, SEVERITY_NOTE, where, own->n_specks,
                   "%" G_GUINT64_FORMAT " %s without an inside left out", own->n_specks,
                   own->n_specks == 1 ? "ring" : "rings");
    if (own->n_knots > 0)
        report_add(report, SEVERITY_NOTE, where, own->n_knots,
                   "%" G_GUINT64_FORMAT " %s too small to be seen, where rounding made edges cross",
                   own->n_knots, own->n_knots == 1 ? "knot" : "knots");
}

gboolean
own_finish(Own *own, Json *json, Report *report, GError **error)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));
    g_autoptr(GArray) extents = g_array_new(FALSE, FALSE, sizeof(Extent));

    own_drop_specks(own);
    if (own->areas->len == 0) {
        error_set(error, ERROR_INPUT, (Where){ .file = own->file },
                  "the file has no areas: no Polygon and no MultiPolygon");
        return FALSE;
    }
    if (own->points->len > MOST_POSITIONS) {
        error_set(error, ERROR_LIMIT, (Where){ .file = own->file },
                  "the boundaries have %u positions, more than %u; simplify them", own->points->len,
                  MOST_POSITIONS);
        return FALSE;
    }
    if (!check_key(own, error))
        return FALSE;
    own_name_areas(own);
    if (!own_check_rings(own, json, error))
        return FALSE;
    if (!own->shares_lines)
        own_share_lines(own);
    own_split_lines(own);
    own_mend(own);
    for (guint i = 0; i < own->areas->len; i++)
        measure_area(own, own_area_at(own, i), points, extents);
    own_lines(own);
    report_repairs(own, report);
    return TRUE;
}
