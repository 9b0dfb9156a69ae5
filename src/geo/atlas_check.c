/* What a polygon has to be before anything is drawn from it: closed rings that do not cross, holes
 * inside, and less than half of the globe. */
#include "geo/atlas_own.h"
#include "geo/ring_check.h"

#include <math.h>

/* Pairs of boxes that may be compared, so that no file takes more than a few seconds. */
#define MOST_WORK ((gint64)200 * 1000 * 1000)
#define HALF_GLOBE_KM2 (2 * G_PI * 6371.0072 * 6371.0072)
/* What nobody can see is a knot, and no mistake: files of every office have some. */
#define KNOT_SHARE                                                                            \
    0.001             /* of the ring that a loop cuts off, or of its size that an edge strays \
                       */
#define KNOT_CELLS 16 /* and of what rounding moves */
#define KNOT_STEPS 2
#define KNOT_PAGE                                                                  \
    1e-6 /* of the box round all areas: a px of a page of a thousand by a thousand \
          */

#define LARGEST_SPECK 64 /* positions; rounding leaves no more on one line */

typedef struct {
    Own *own;
    Json *json;
    gint64 work;
    double page;    /* square degrees of the box round all positions */
    GArray *points; /* LonLat, of the rings of one polygon */
    GArray *ends;   /* guint */
    guint first;    /* the outer ring of the polygon */
    gboolean crosses;
    RingCrossing crossing;
} Check;

static gboolean refuse(const Check *check, guint area, guint ring, GError **error,
                       const char *format, ...) G_GNUC_PRINTF(5, 6);

static gboolean
refuse(const Check *check, guint area, guint ring, GError **error, const char *format, ...)
{
    const OwnArea *data = own_area_at(check->own, area);
    g_autofree char *name = error_quote(data->name, -1, 60), *what = NULL;
    va_list args;

    va_start(args, format);
    what = g_strdup_vprintf(format, args);
    va_end(args);
    error_set(error, ERROR_INPUT, json_where(check->json, own_ring_at(check->own, ring)->offset),
              "area %u%s%s%s %s", data->number, *name == '\0' ? "" : " (\"", name,
              *name == '\0' ? "" : "\")", what);
    return FALSE;
}

static char *
place_text(LonLat at)
{
    long lon = lround(fabs(own_wrap(at.lon)) * 100), lat = lround(fabs(at.lat) * 100);

    return g_strdup_printf("%ld.%02ld %c, %ld.%02ld %c", lon / 100, lon % 100,
                           own_wrap(at.lon) < 0 ? 'W' : 'E', lat / 100, lat % 100,
                           at.lat < 0 ? 'S' : 'N');
}

static gboolean
same_place(LonLat a, LonLat b)
{
    return a.lat == b.lat && (fabs(a.lat) == 90 || fabs(remainder(a.lon - b.lon, 360)) < 1e-12);
}

/* Whether each line of a ring begins where the one before ends, and the first where the last. */
static gboolean
is_closed(const Own *own, const OwnRing *ring)
{
    LonLat first = { 0 }, last = { 0 };

    for (guint i = 0; i < ring->n_refs; i++) {
        gint32 ref = own_ref_at(own, ring->first_ref + i);
        const OwnLine *line = own_line_at(own, ref < 0 ? ~ref : ref);
        const LonLat *points = &g_array_index(own->points, LonLat, line->first_point);
        LonLat from;

        if (line->n_points == 0)
            return TRUE; /* too short is another mistake than open */
        from = points[ref < 0 ? line->n_points - 1 : 0];
        if (i == 0)
            first = from;
        else if (!same_place(last, from))
            return FALSE;
        last = points[ref < 0 ? 0 : line->n_points - 1];
    }
    return ring->n_refs > 0 && same_place(first, last);
}

/* Appends the unwrapped points of a ring to those of its polygon and measures it. */
static gboolean
add_ring(Check *check, guint area, guint index, GError **error)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));
    OwnRing *ring = own_ring_at(check->own, index);
    guint at;

    if (!is_closed(check->own, ring))
        return refuse(check, area, index, error,
                      "has an open ring: its last position is not its first one");
    own_ring_points(check->own, ring, points, NULL);
    if (points->len < 4)
        return refuse(check, area, index, error, "has a ring of fewer than four positions");
    if (!own_unwrap(points, &at))
        return refuse(check, area, index, error,
                      "has an edge that may run either way round the globe; cut the area at 180 "
                      "degrees, or give the edge more positions");
    ring->area_km2 = own_ring_km2((const LonLat *)(gpointer)points->data, points->len);
    if (ring->area_km2 > HALF_GLOBE_KM2)
        return refuse(check, area, index, error,
                      "covers more than half of the globe, which no area of a map can; leave it "
                      "out of the file");
    g_array_append_vals(check->points, points->data, points->len);
    g_array_append_val(check->ends, check->points->len);
    return TRUE;
}

static guint
ring_of(const Check *check, guint point)
{
    guint ring = 0;

    while (point >= g_array_index(check->ends, guint, ring))
        ring++;
    return ring;
}

static guint
begin_of(const Check *check, guint ring)
{
    return ring == 0 ? 0 : g_array_index(check->ends, guint, ring - 1);
}

/* Twice the area of a polygon on the plane, with its sign. */
static double
shoelace(const LonLat *points, guint n, LonLat close)
{
    double sum = 0;

    for (guint i = 0; i < n; i++) {
        LonLat a = i == 0 ? close : points[i - 1], b = points[i];

        sum +=
            (a.lon - close.lon) * (b.lat - close.lat) - (b.lon - close.lon) * (a.lat - close.lat);
    }
    return sum;
}

/* A ring that crosses itself falls apart into two loops. One may be too small to be seen. Or both
 * run the same way round and the edges stray over each other by a hair: the ring has a neck (a
 * spit, an atoll) that is thinner than the file is exact. Two loops that run opposite ways are an
 * eight. */
static gboolean
is_knot(const Check *check, RingCrossing found)
{
    const LonLat *points = (const LonLat *)(gconstpointer)check->points->data;
    guint ring = ring_of(check, found.a), begin = begin_of(check, ring);
    guint end = g_array_index(check->ends, guint, ring);
    double all = shoelace(points + begin, end - begin, points[begin]) / 2, loop, rest;
    gboolean is_shallow =
        found.depth <= MAX(KNOT_STEPS * sqrt(check->own->cell), KNOT_SHARE * sqrt(fabs(all)));

    if (ring != ring_of(check, found.b))
        return is_shallow;
    loop = shoelace(points + found.a + 1, found.b - found.a, found.at) / 2;
    rest = all - loop;
    if (is_shallow && (loop > 0) == (rest > 0))
        return TRUE;
    return MIN(fabs(loop), fabs(rest)) <=
           MAX(MAX(KNOT_CELLS * check->own->cell, KNOT_PAGE * check->page),
               KNOT_SHARE * (fabs(loop) + fabs(rest)));
}

static gboolean
take_crossing(RingCrossing crossing, gpointer user_data)
{
    Check *check = user_data;

    check->work -= check->points->len / 8; /* of looking at its loop */
    if (is_knot(check, crossing)) {
        check->own->n_knots++;
        return check->work > 0;
    }
    check->crosses = TRUE;
    check->crossing = crossing;
    return FALSE;
}

static gboolean
holes_are_inside(Check *check, guint *ret_hole)
{
    const LonLat *points = (const LonLat *)(gconstpointer)check->points->data;
    guint n_outer = g_array_index(check->ends, guint, 0);

    for (guint ring = 1; ring < check->ends->len; ring++) {
        LonLat at = points[begin_of(check, ring)], next = points[begin_of(check, ring) + 1];
        gboolean inside = FALSE;

        at = (LonLat){ (at.lon + next.lon) / 2, (at.lat + next.lat) / 2 };
        check->work -= n_outer / 16; /* edges are looked at faster than boxes */
        for (int turn = -1; turn <= 1 && !inside; turn++)
            inside = ring_holds(points, n_outer, (LonLat){ at.lon + 360 * turn, at.lat });
        if (!inside && fabs(points[n_outer - 1].lon - points[0].lon) < 180) {
            *ret_hole = ring;
            return FALSE;
        }
        if (check->work < 0)
            return TRUE;
    }
    return TRUE;
}

static gboolean
check_polygon(Check *check, guint area, GError **error)
{
    guint hole;
    gboolean done;

    check->crosses = FALSE;
    done = rings_find_crossings((const LonLat *)(gpointer)check->points->data,
                                (const guint *)(gpointer)check->ends->data, check->ends->len,
                                &check->work, take_crossing, check);
    if (check->crosses) {
        guint ring = ring_of(check, check->crossing.a);
        gboolean itself = ring == ring_of(check, check->crossing.b);
        g_autofree char *place = place_text(check->crossing.at);

        return refuse(check, area, check->first + ring, error, "has %s at %s",
                      itself ? "a ring that crosses itself" : "rings that cross each other", place);
    }
    if (done && !holes_are_inside(check, &hole))
        return refuse(check, area, check->first + hole, error,
                      "has a hole that lies outside of it");
    if (check->work > 0)
        return TRUE;
    error_set(error, ERROR_LIMIT,
              json_where(check->json, own_ring_at(check->own, check->first)->offset),
              "the rings from here on are too tangled to be checked; simplify them");
    return FALSE;
}

/* Specks: rounding to a grid leaves rings without an inside, which are no mistake of the file. */
static gboolean
is_speck(const Own *own, const OwnRing *ring)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));
    guint at, n = 0;

    for (guint i = 0; i < ring->n_refs; i++) {
        gint32 ref = own_ref_at(own, ring->first_ref + i);

        n += own_line_at(own, ref < 0 ? ~ref : ref)->n_points;
    }
    if (n > LARGEST_SPECK || !is_closed(own, ring))
        return FALSE;
    own_ring_points(own, ring, points, NULL);
    return points->len < 4 ||
           (own_unwrap(points, &at) &&
            own_ring_km2((const LonLat *)(gpointer)points->data, points->len) < 1e-9);
}

/* Some files have a line along the pole for the outer ring of Antarctica, and its coast for a hole:
 * on a plane that is right. */
static gboolean
is_pole_line(const Own *own, const OwnRing *ring)
{
    double south = 90, north = -90;

    for (guint i = 0; i < ring->n_refs; i++) {
        gint32 ref = own_ref_at(own, ring->first_ref + i);
        const OwnLine *line = own_line_at(own, ref < 0 ? ~ref : ref);

        for (guint k = 0; k < line->n_points; k++) {
            double lat = g_array_index(own->points, LonLat, line->first_point + k).lat;

            south = MIN(south, lat);
            north = MAX(north, lat);
        }
    }
    return south > 89.9 || north < -89.9;
}

/* An area that rounding left nothing of is as large as what rounding moves: a square of one step.
 */
static void
make_square(Own *own, OwnArea *area)
{
    const OwnRing *speck = own_ring_at(own, area->first_ring);
    gint32 ref = own_ref_at(own, speck->first_ref), made = (gint32)own->lines->len;
    LonLat at =
        g_array_index(own->points, LonLat, own_line_at(own, ref < 0 ? ~ref : ref)->first_point);
    double half = own->step / 2;
    double west = MAX(-180, at.lon - half), east = MIN(180, at.lon + half);
    double south = MAX(-90, at.lat - half), north = MIN(90, at.lat + half);
    const LonLat corners[] = {
        { west, south }, { west, north }, { east, north }, { east, south }, { west, south },
    };
    OwnLine line = { .offset = speck->offset,
                     .first_point = own->points->len,
                     .n_points = G_N_ELEMENTS(corners) };
    OwnRing ring = { .offset = speck->offset, .first_ref = own->refs->len, .n_refs = 1 };

    g_array_append_vals(own->points, corners, G_N_ELEMENTS(corners));
    g_array_append_val(own->lines, line);
    g_array_append_val(own->refs, made);
    area->first_ring = own->rings->len;
    area->n_rings = 1;
    g_array_append_val(own->rings, ring);
    own->n_specks--;
}

static void
drop_from(Own *own, OwnArea *area)
{
    guint kept = 0;
    gboolean drops_holes = FALSE, is_outer = FALSE;

    for (guint i = 0; i < area->n_rings; i++) {
        OwnRing ring = *own_ring_at(own, area->first_ring + i);
        gboolean is_pole = !ring.hole && is_pole_line(own, &ring);
        gboolean speck = !is_pole && own->drops_specks && is_speck(own, &ring);

        ring.hole = ring.hole && !is_outer;
        is_outer = is_pole;
        if (!ring.hole)
            drops_holes = speck;
        own->n_specks += speck;
        if (!speck && !is_pole && !(ring.hole && drops_holes))
            *own_ring_at(own, area->first_ring + kept++) = ring;
    }
    if (kept == 0 && own->drops_specks)
        make_square(own, area);
    else
        area->n_rings = kept;
}

/* An area that was nothing but a line along a pole goes with it. */
void
own_drop_specks(Own *own)
{
    g_autofree gboolean *is_kept = g_new(gboolean, own->areas->len + 1);

    for (guint i = 0; i < own->areas->len; i++) {
        drop_from(own, own_area_at(own, i));
        is_kept[i] = own_area_at(own, i)->n_rings > 0;
    }
    own_keep_areas(own, is_kept);
}

static double
box_of_all(const Own *own)
{
    double west = INFINITY, east = -INFINITY, south = INFINITY, north = -INFINITY;

    for (guint i = 0; i < own->points->len; i++) {
        LonLat at = g_array_index(own->points, LonLat, i);

        west = MIN(west, at.lon);
        east = MAX(east, at.lon);
        south = MIN(south, at.lat);
        north = MAX(north, at.lat);
    }
    return (east - west) * (north - south);
}

gboolean
own_check_rings(Own *own, Json *json, GError **error)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(guint));
    Check check = { .own = own,
                    .json = json,
                    .work = MOST_WORK,
                    .page = box_of_all(own),
                    .points = points,
                    .ends = ends };

    for (guint i = 0; i < own->areas->len; i++) {
        const OwnArea *area = own_area_at(own, i);

        for (guint k = 0; k < area->n_rings; k++) {
            guint ring = area->first_ring + k;

            if (!own_ring_at(own, ring)->hole) {
                check.first = ring;
                g_array_set_size(points, 0);
                g_array_set_size(ends, 0);
            }
            if (!add_ring(&check, i, ring, error))
                return FALSE;
            if ((k + 1 == area->n_rings || !own_ring_at(own, ring + 1)->hole) &&
                !check_polygon(&check, i, error))
                return FALSE;
        }
    }
    return TRUE;
}
