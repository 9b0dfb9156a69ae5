#include "geo/boundaries.h"

#include "geo/boundaries_data.h"

#include <string.h>

static double
wrapped(gint32 steps)
{
    double degrees = steps / boundary_grid;

    if (degrees >= -180 && degrees < 180)
        return degrees;
    return degrees - 360 * floor((degrees + 180) / 360);
}

static Extent
extent_of(const gint32 box[4])
{
    double west = box[0] / boundary_grid, east = box[2] / boundary_grid;

    return (Extent){ west, box[1] / boundary_grid, east > 180 ? east - 360 : east,
                     box[3] / boundary_grid };
}

/* Of a box that may begin west of the dateline, or go round. */
static Extent
extent_of_run(gint32 box[4])
{
    gint32 turn = (gint32)lround(360 * boundary_grid), width = box[2] - box[0];

    box[0] = width >= turn ? -turn / 2 : (gint32)lround(wrapped(box[0]) * boundary_grid);
    box[2] = box[0] + MIN(width, turn);
    return extent_of(box);
}

gboolean
extent_meets(Extent a, Extent b)
{
    double a_east = a.east < a.west ? a.east + 360 : a.east;
    double b_width = b.east - b.west + (b.east < b.west ? 360 : 0);
    double b_east = b.west + b_width;

    if (a.south > b.north || b.south > a.north)
        return FALSE;
    b_east +=
        360 * ceil((a.west - b_east) / 360); /* the first turn on which b ends in or east of a */
    return b_east - b_width <= a_east;
}

guint
boundaries_count(void)
{
    return boundary_n_areas;
}

const Boundary *
boundaries_at(guint index)
{
    g_assert(index < boundary_n_areas);
    return &boundary_areas[index];
}

const Boundary *
boundaries_land(void)
{
    return &boundary_areas[boundary_n_areas];
}

const Boundary *
boundaries_find(guint id)
{
    guint low = 0, high = boundary_n_areas;

    while (low < high) {
        guint middle = (low + high) / 2;

        if (boundary_areas[middle].id == id)
            return &boundary_areas[middle];
        if (boundary_areas[middle].id < id)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static gboolean
meets(const Boundary *area, Extent extent)
{
    if (!extent_meets(extent_of(area->box), extent))
        return FALSE;
    for (guint i = 0; i < area->n_rings; i++) {
        const BoundaryRing *ring = &boundary_rings[area->first_ring + i];

        if (!ring->hole && extent_meets(extent_of(ring->box), extent))
            return TRUE;
    }
    return FALSE;
}

const Boundary *
boundaries_next_in(Extent extent, const Boundary *previous)
{
    const Boundary *area = previous ? previous + 1 : boundary_areas;

    while (area < boundaries_land() && !meets(area, extent))
        area++;
    return area < boundaries_land() ? area : NULL;
}

guint
boundary_index(const Boundary *area)
{
    return (guint)(area - boundary_areas);
}

guint
boundary_id(const Boundary *area)
{
    return area->id;
}

const char *
boundary_name(const Boundary *area)
{
    return area->name;
}

Extent
boundary_extent(const Boundary *area)
{
    return extent_of(area->box);
}

double
boundary_area_km2(const Boundary *area)
{
    return area->area_km2;
}

LonLat
boundary_label(const Boundary *area)
{
    return (LonLat){ area->label[0] / boundary_grid, area->label[1] / boundary_grid };
}

guint
boundary_ring_count(const Boundary *area)
{
    return area->n_rings;
}

guint
boundary_main_ring(const Boundary *area)
{
    return area->main_ring - area->first_ring;
}

static const BoundaryRing *
ring_at(const Boundary *area, guint ring)
{
    g_assert(ring < area->n_rings);
    return &boundary_rings[area->first_ring + ring];
}

Ring
boundary_ring(const Boundary *area, guint ring)
{
    const BoundaryRing *data = ring_at(area, ring);

    return (Ring){ extent_of(data->box), data->area_km2, data->hole != 0 };
}

const gint16 *
boundary_ring_lines(const Boundary *area, guint ring, guint *ret_count)
{
    const BoundaryRing *data = ring_at(area, ring);

    *ret_count = data->n_refs;
    return &boundary_refs[data->first_ref];
}

BoundaryDetail
boundary_detail(const double degrees[DETAIL_BANDS])
{
    BoundaryDetail detail = { .lowest = BOUNDARY_LEVELS };

    for (guint i = 0; i < DETAIL_BANDS; i++) {
        detail.least[i] =
            degrees[i] > 0 ? (guint8)CLAMP(BOUNDARY_LEVEL(degrees[i]), 0, BOUNDARY_LEVELS - 1) : 0;
        detail.lowest = MIN(detail.lowest, detail.least[i]);
        detail.highest = MAX(detail.highest, detail.least[i]);
    }
    return detail;
}

/* Most points are told by their level alone. */
static gboolean
is_wanted(const BoundaryDetail *detail, gint32 lat, guint level)
{
    gint32 band;

    if (detail == NULL || level >= detail->highest)
        return TRUE;
    if (level < detail->lowest)
        return FALSE;
    band = (gint32)((lat / boundary_grid + 90) * (DETAIL_BANDS / 180.0));
    return level >= detail->least[MIN(band, DETAIL_BANDS - 1)];
}

/* Sums whole numbers, so that the two ends of a line fit the next lines exactly. */
static void
append_line(const BoundaryArc *arc, const BoundaryDetail *detail, GArray *points)
{
    const BoundaryStep *steps = boundary_steps + arc->first_step;
    gint32 lon = arc->lon, lat = arc->lat;
    guint n = points->len;
    LonLat *to;

    g_array_set_size(points, n + arc->n_steps + 1);
    to = &g_array_index(points, LonLat, 0);
    to[n++] = (LonLat){ wrapped(lon), lat / boundary_grid };
    for (guint i = 0; i < arc->n_steps; i++) {
        lon += steps[i].east;
        lat += steps[i].north;
        if (i + 1 == arc->n_steps || is_wanted(detail, lat, steps[i].level))
            to[n++] = (LonLat){ wrapped(lon), lat / boundary_grid };
    }
    g_array_set_size(points, n);
}

static void
turn_back(GArray *points, guint from)
{
    for (guint i = from, j = points->len - 1; i < j; i++, j--) {
        LonLat swap = g_array_index(points, LonLat, i);

        g_array_index(points, LonLat, i) = g_array_index(points, LonLat, j);
        g_array_index(points, LonLat, j) = swap;
    }
}

static void
append_keep(GArray *keep, guint from, guint to)
{
    g_array_set_size(keep, to);
    memset(&g_array_index(keep, gboolean, from), 0, (to - from) * sizeof(gboolean));
    g_array_index(keep, gboolean, from) = g_array_index(keep, gboolean, to - 1) = TRUE;
}

void
boundary_ring_points(const Boundary *area, guint ring, const BoundaryDetail *detail, GArray *points,
                     GArray *keep)
{
    const BoundaryRing *data = ring_at(area, ring);

    for (guint i = 0; i < data->n_refs; i++) {
        gint16 ref = boundary_refs[data->first_ref + i];
        guint from;

        if (i > 0) { /* the end of the line before is the begin of this one */
            g_array_set_size(points, points->len - 1);
            if (keep)
                g_array_set_size(keep, keep->len - 1);
        }
        from = points->len;
        append_line(&boundary_arcs[ref < 0 ? ~ref : ref], detail, points);
        if (ref < 0)
            turn_back(points, from);
        if (keep)
            append_keep(keep, from, points->len);
    }
}

guint
boundaries_line_count(void)
{
    return boundary_n_arcs;
}

BoundaryLine
boundaries_line(guint line)
{
    const BoundaryArc *arc;

    g_assert(line < boundary_n_arcs);
    arc = &boundary_arcs[line];
    return (BoundaryLine){ { &boundary_areas[arc->owners[0]],
                             arc->owners[1] < 0 ? NULL : &boundary_areas[arc->owners[1]] } };
}

Extent
boundaries_line_extent(guint line)
{
    const BoundaryArc *arc = &boundary_arcs[line];
    const BoundaryStep *steps = boundary_steps + arc->first_step;
    gint32 lon = arc->lon, lat = arc->lat, box[4] = { lon, lat, lon, lat };

    g_assert(line < boundary_n_arcs);
    for (guint i = 0; i < arc->n_steps; i++) {
        lon += steps[i].east;
        lat += steps[i].north;
        box[0] = MIN(box[0], lon);
        box[1] = MIN(box[1], lat);
        box[2] = MAX(box[2], lon);
        box[3] = MAX(box[3], lat);
    }
    return extent_of_run(box);
}

void
boundaries_line_points(guint line, const BoundaryDetail *detail, GArray *points)
{
    g_assert(line < boundary_n_arcs);
    append_line(&boundary_arcs[line], detail, points);
}
