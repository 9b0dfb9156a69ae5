/* Areas that were cut at the dateline or drawn down to a pole (RFC 7946, 3.1.9) are joined again:
 * what runs along the cut goes, and the chains that are left join where they ended on it. The
 * result counts only if it is as large as the pieces were. */
#include "geo/atlas_own.h"

#include <math.h>
#include <stdlib.h>

#define SAME_PLACE 1e-6 /* degrees of latitude between two ends that meet, on top of rounding */
#define SAME_AREA 0.02  /* share: long edges have more points by now, and rounding moved ends */

/* Lines of one ring that follow each other between two cuts. */
typedef struct {
    guint ring; /* that it comes from */
    guint first_ref, n_refs;
    double begin, end; /* latitudes: all ends stand on the dateline or at a pole */
    gboolean is_used;
} Chain;

typedef struct {
    Own *own;
    OwnArea *area;
    GArray *chains;      /* Chain, by the latitude where they begin */
    GArray *rings;       /* OwnRing: what the area has afterwards */
    GArray *refs;        /* of the chains */
    double same;         /* degrees */
    gboolean *is_joined; /* by ring of the area: it went into a new one */
} Mend;

static const OwnLine *
line_of(const Own *own, gint32 ref)
{
    return own_line_at(own, ref < 0 ? ~ref : ref);
}

static double
end_latitude(const Own *own, gint32 ref, gboolean at_begin)
{
    const OwnLine *line = line_of(own, ref);

    return g_array_index(own->points, LonLat,
                         at_begin == (ref >= 0) ? line->first_point
                                                : line->first_point + line->n_points - 1)
        .lat;
}

/* The runs between cuts, from the first cut on all round. */
static void
add_chains(Mend *mend, guint index)
{
    const OwnRing *ring = own_ring_at(mend->own, mend->area->first_ring + index);
    guint start = 0;

    while (start < ring->n_refs &&
           !line_of(mend->own, own_ref_at(mend->own, ring->first_ref + start))->is_cut)
        start++;
    if (start == ring->n_refs)
        return;
    mend->is_joined[index] = TRUE;
    for (guint k = 1; k <= ring->n_refs; k++) {
        gint32 ref = own_ref_at(mend->own, ring->first_ref + (start + k) % ring->n_refs);
        Chain *last = mend->chains->len == 0
                          ? NULL
                          : &g_array_index(mend->chains, Chain, mend->chains->len - 1);

        if (line_of(mend->own, ref)->is_cut)
            continue;
        if (last != NULL && last->ring == index &&
            !line_of(mend->own,
                     own_ref_at(mend->own, ring->first_ref + (start + k - 1) % ring->n_refs))
                 ->is_cut) {
            last->n_refs++;
            last->end = end_latitude(mend->own, ref, FALSE);
        } else {
            Chain chain = { .ring = index,
                            .first_ref = mend->refs->len,
                            .n_refs = 1,
                            .begin = end_latitude(mend->own, ref, TRUE),
                            .end = end_latitude(mend->own, ref, FALSE) };

            g_array_append_val(mend->chains, chain);
        }
        g_array_append_val(mend->refs, ref);
    }
}

static int
compare_begins(gconstpointer a, gconstpointer b)
{
    double x = ((const Chain *)a)->begin, y = ((const Chain *)b)->begin;

    return (x > y) - (x < y);
}

/* An unused chain that begins where another one ended; NULL: none does. */
static Chain *
chain_from(const Mend *mend, double latitude)
{
    guint low = 0, high = mend->chains->len;

    while (low < high) {
        guint middle = (low + high) / 2;

        if (g_array_index(mend->chains, Chain, middle).begin < latitude - mend->same)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < mend->chains->len; low++) {
        Chain *chain = &g_array_index(mend->chains, Chain, low);

        if (chain->begin > latitude + mend->same)
            return NULL;
        if (!chain->is_used)
            return chain;
    }
    return NULL;
}

static double
measure(const Own *own, const OwnRing *ring)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));
    guint at;

    own_ring_points(own, ring, points, NULL);
    return own_unwrap(points, &at)
               ? own_ring_km2((const LonLat *)(gpointer)points->data, points->len)
               : 0;
}

/* Follows chains from the first one until the ring is closed. The references are appended to those
 * of the boundaries, where a ring that is thrown away does no harm. */
static gboolean
join_ring(Mend *mend, Chain *first, double *sum)
{
    OwnRing ring = *own_ring_at(mend->own, mend->area->first_ring + first->ring);

    ring.first_ref = mend->own->refs->len;
    for (Chain *chain = first;;) {
        chain->is_used = TRUE;
        g_array_append_vals(mend->own->refs, &g_array_index(mend->refs, gint32, chain->first_ref),
                            chain->n_refs);
        if (fabs(chain->end - first->begin) <= mend->same)
            break;
        chain = chain_from(mend, chain->end);
        if (chain == NULL)
            return FALSE;
    }
    ring.n_refs = mend->own->refs->len - ring.first_ref;
    ring.hole = FALSE;
    ring.area_km2 = measure(mend->own, &ring);
    *sum += ring.area_km2;
    g_array_append_val(mend->rings, ring);
    return TRUE;
}

/* The polygons that were not touched, with their holes. */
static void
add_whole_polygons(Mend *mend)
{
    gboolean is_whole = FALSE;

    for (guint i = 0; i < mend->area->n_rings; i++) {
        const OwnRing *ring = own_ring_at(mend->own, mend->area->first_ring + i);

        is_whole = ring->hole ? is_whole : !mend->is_joined[i];
        if (is_whole)
            g_array_append_vals(mend->rings, ring, 1);
    }
}

/* Holes of polygons that were joined follow the largest of the new rings: the clipping takes the
 * largest ring of a polygon for its outer one, whatever the others are. */
static void
add_holes(Mend *mend, guint n_joined)
{
    gboolean is_joined = FALSE;
    guint largest = mend->rings->len - n_joined;
    OwnRing outer;

    for (guint i = largest; i < mend->rings->len; i++)
        if (g_array_index(mend->rings, OwnRing, i).area_km2 >
            g_array_index(mend->rings, OwnRing, largest).area_km2)
            largest = i;
    outer = g_array_index(mend->rings, OwnRing, largest);
    g_array_remove_index(mend->rings, largest);
    g_array_append_val(mend->rings, outer);
    for (guint i = 0; i < mend->area->n_rings; i++) {
        const OwnRing *ring = own_ring_at(mend->own, mend->area->first_ring + i);

        is_joined = ring->hole ? is_joined : mend->is_joined[i];
        if (ring->hole && is_joined)
            g_array_append_vals(mend->rings, ring, 1);
    }
}

/* TRUE: the rings of the area are in mend->rings. ret_closes: the chains closed, so that nothing of
 * the cut is a border, even where the result is not what the pieces were (a band round the globe).
 */
static gboolean
join(Mend *mend, gboolean *ret_closes)
{
    double before = 0, after = 0;
    guint n = 0;

    *ret_closes = FALSE;
    for (guint i = 0; i < mend->area->n_rings; i++) {
        const OwnRing *ring = own_ring_at(mend->own, mend->area->first_ring + i);

        if (ring->hole && mend->is_joined[i])
            return FALSE;
        if (mend->is_joined[i])
            before += ring->area_km2;
    }
    add_whole_polygons(mend);
    for (guint i = 0; i < mend->chains->len; i++) {
        Chain *chain = &g_array_index(mend->chains, Chain, i);

        if (chain->is_used)
            continue;
        if (!join_ring(mend, chain, &after))
            return FALSE;
        n++;
    }
    *ret_closes = TRUE;
    if (n == 0 || fabs(after - before) > SAME_AREA * before)
        return FALSE;
    add_holes(mend, n);
    return TRUE;
}

/* The cuts of a ring that stays as it is: a border that ends at 180 degrees is drawn. */
static void
show_cuts(Own *own, const OwnArea *area, gboolean is_border)
{
    for (guint i = 0; i < area->n_rings && is_border; i++) {
        const OwnRing *ring = own_ring_at(own, area->first_ring + i);

        for (guint k = 0; k < ring->n_refs; k++) {
            gint32 ref = own_ref_at(own, ring->first_ref + k);

            own_line_at(own, ref < 0 ? ~ref : ref)->is_cut = FALSE;
        }
    }
}

static void
mend_area(Own *own, OwnArea *area)
{
    g_autoptr(GArray) chains = g_array_new(FALSE, FALSE, sizeof(Chain));
    g_autoptr(GArray) rings = g_array_new(FALSE, FALSE, sizeof(OwnRing));
    g_autoptr(GArray) refs = g_array_new(FALSE, FALSE, sizeof(gint32));
    g_autofree gboolean *is_joined = g_new0(gboolean, area->n_rings + 1);
    Mend mend = { own, area, chains, rings, refs, SAME_PLACE + 2 * own->step, is_joined };
    gboolean has_cut = FALSE, closes;

    for (guint i = 0; i < area->n_rings; i++) {
        add_chains(&mend, i);
        has_cut = has_cut || is_joined[i];
    }
    if (!has_cut)
        return;
    qsort(chains->data, chains->len, sizeof(Chain), compare_begins);
    if (!join(&mend, &closes)) {
        show_cuts(own, area, !closes);
        return;
    }
    area->first_ring = own->rings->len;
    area->n_rings = rings->len;
    g_array_append_vals(own->rings, rings->data, rings->len);
}

void
own_mend(Own *own)
{
    for (guint i = 0; i < own->areas->len; i++)
        mend_area(own, own_area_at(own, i));
}
