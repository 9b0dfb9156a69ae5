/* GeoJSON writes a border twice, once for each neighbour. Here it becomes one line again, so that
 * it is drawn once and simplified once: rings are parted where their ways part, and parts with the
 * same positions are one (M. Bostock, How to infer topology, 2013). */
#include "geo/atlas_own.h"

#include <string.h>

typedef struct {
    Own *own;
    guint *ids;       /* of each point: the first point with the same position */
    guint *a, *b;     /* of each first point: its neighbours in the ring that came by first */
    gboolean *parts;  /* of each first point: another ring goes another way from here */
    GArray *lines;    /* OwnLine, new */
    GArray *points;   /* LonLat, new */
    GArray *of_lines; /* guint: ids of the new points */
    GArray *refs;     /* gint32, new */
    guint *slots;     /* of a hash table of new lines: index + 1 */
    guint n_slots;    /* a power of two */
    GArray *run;      /* guint: the ids of the part in hand */
} Share;

static guint64
mix(guint64 value)
{
    value ^= value >> 30;
    value *= G_GUINT64_CONSTANT(0xbf58476d1ce4e5b9);
    value ^= value >> 27;
    value *= G_GUINT64_CONSTANT(0x94d049bb133111eb);
    return value ^ value >> 31;
}

static guint64
hash_position(LonLat at)
{
    guint64 lon, lat;

    memcpy(&lon, &at.lon, sizeof lon);
    memcpy(&lat, &at.lat, sizeof lat);
    return mix(lon + mix(lat));
}

static guint
power_above(guint n)
{
    guint power = 16;

    while (power < n)
        power *= 2;
    return power;
}

static void
find_ids(Share *share)
{
    const LonLat *points = (const LonLat *)(gconstpointer)share->own->points->data;
    guint n = share->own->points->len, n_slots = power_above(2 * n);
    g_autofree guint *slots = g_new0(guint, n_slots);

    for (guint i = 0; i < n; i++) {
        guint slot = (guint)hash_position(points[i]) & (n_slots - 1);

        while (slots[slot] != 0 && (points[slots[slot] - 1].lon != points[i].lon ||
                                    points[slots[slot] - 1].lat != points[i].lat))
            slot = (slot + 1) & (n_slots - 1);
        if (slots[slot] == 0)
            slots[slot] = i + 1;
        share->ids[i] = slots[slot] - 1;
    }
}

/* The ring's point k, counted round and round; its last point repeats the first. */
static guint
id_at(const Share *share, const OwnLine *line, guint k)
{
    return share->ids[line->first_point + k % (line->n_points - 1)];
}

static void
find_parting(Share *share, const OwnLine *line)
{
    guint n = line->n_points - 1;

    for (guint k = 0; k < n; k++) {
        guint id = id_at(share, line, k);
        guint before = id_at(share, line, k + n - 1), after = id_at(share, line, k + 1);

        if (share->a[id] == G_MAXUINT) {
            share->a[id] = before;
            share->b[id] = after;
        } else if ((share->a[id] != before || share->b[id] != after) &&
                   (share->a[id] != after || share->b[id] != before)) {
            share->parts[id] = TRUE;
        }
    }
}

static guint
run_at(const Share *share, guint k)
{
    return g_array_index(share->run, guint, k);
}

/* The way round in which a part is kept: the first end that differs decides. */
static gboolean
is_backwards(const Share *share)
{
    for (guint i = 0, k = share->run->len - 1; i < k; i++, k--)
        if (run_at(share, i) != run_at(share, k))
            return run_at(share, i) > run_at(share, k);
    return FALSE;
}

static void
turn(GArray *run)
{
    for (guint i = 0, k = run->len - 1; i < k; i++, k--) {
        guint swap = g_array_index(run, guint, i);

        g_array_index(run, guint, i) = g_array_index(run, guint, k);
        g_array_index(run, guint, k) = swap;
    }
}

static gboolean
is_run(const Share *share, const OwnLine *line)
{
    return line->n_points == share->run->len &&
           memcmp(&g_array_index(share->of_lines, guint, line->first_point), share->run->data,
                  share->run->len * sizeof(guint)) == 0;
}

/* The line of the part in hand, which is made when it is the first of its kind. */
static guint
line_of_run(Share *share, gsize offset)
{
    OwnLine line = { .offset = offset,
                     .first_point = share->points->len,
                     .n_points = share->run->len };
    guint64 hash = share->run->len;
    guint slot;

    for (guint i = 0; i < share->run->len; i++)
        hash = mix(hash + run_at(share, i));
    slot = (guint)hash & (share->n_slots - 1);
    for (; share->slots[slot] != 0; slot = (slot + 1) & (share->n_slots - 1))
        if (is_run(share, &g_array_index(share->lines, OwnLine, share->slots[slot] - 1)))
            return share->slots[slot] - 1;
    share->slots[slot] = share->lines->len + 1;
    g_array_append_vals(share->of_lines, share->run->data, share->run->len);
    for (guint i = 0; i < share->run->len; i++)
        g_array_append_vals(share->points,
                            &g_array_index(share->own->points, LonLat, run_at(share, i)), 1);
    g_array_append_val(share->lines, line);
    return share->lines->len - 1;
}

/* n_steps edges from point k on. */
static void
add_part(Share *share, const OwnLine *line, guint k, guint n_steps)
{
    gboolean backwards;
    gint32 ref;

    g_array_set_size(share->run, 0);
    for (guint i = 0; i <= n_steps; i++) {
        guint id = id_at(share, line, k + i);

        g_array_append_val(share->run, id);
    }
    backwards = is_backwards(share);
    if (backwards)
        turn(share->run);
    ref = (gint32)line_of_run(share, line->offset);
    ref = backwards ? ~ref : ref;
    g_array_append_val(share->refs, ref);
}

/* A ring that no other one parts from is one line. It begins at its least point, so that a second
 * ring with the same positions is the same line. */
static guint
first_point(const Share *share, const OwnLine *line)
{
    guint n = line->n_points - 1, least = 0;

    for (guint k = 0; k < n; k++)
        if (share->parts[id_at(share, line, k)])
            return k;
    for (guint k = 1; k < n; k++)
        if (id_at(share, line, k) < id_at(share, line, least))
            least = k;
    return least;
}

static void
part_ring(Share *share, OwnRing *ring)
{
    const OwnLine *line = own_line_at(share->own, own_ref_at(share->own, ring->first_ref));
    guint n = line->n_points - 1, first = first_point(share, line), from = 0;

    ring->first_ref = share->refs->len;
    for (guint k = 1; k <= n; k++)
        if (k == n || share->parts[id_at(share, line, first + k)]) {
            add_part(share, line, first + from, k - from);
            from = k;
        }
    ring->n_refs = share->refs->len - ring->first_ref;
}

/* What was left out before has no lines any more. */
static void
forget_unused_rings(Own *own)
{
    g_autofree gboolean *is_used = g_new0(gboolean, own->rings->len + 1);

    for (guint i = 0; i < own->areas->len; i++)
        for (guint k = 0; k < own_area_at(own, i)->n_rings; k++)
            is_used[own_area_at(own, i)->first_ring + k] = TRUE;
    for (guint i = 0; i < own->rings->len; i++)
        if (!is_used[i])
            own_ring_at(own, i)->n_refs = 0;
}

static void
part_rings(Share *share)
{
    Own *own = share->own;

    forget_unused_rings(own);
    for (guint i = 0; i < own->rings->len; i++)
        if (own_ring_at(own, i)->n_refs > 0)
            find_parting(share, own_line_at(own, own_ref_at(own, own_ring_at(own, i)->first_ref)));
    for (guint i = 0; i < own->rings->len; i++)
        if (own_ring_at(own, i)->n_refs > 0)
            part_ring(share, own_ring_at(own, i));
}

/* Each ring is one line so far, checked to be closed. */
void
own_share_lines(Own *own)
{
    guint n = own->points->len, n_slots = power_above(2 * n);
    g_autofree guint *ids = g_new(guint, n + 1), *a = g_new(guint, n + 1), *b = g_new(guint, n + 1);
    g_autofree guint *slots = g_new0(guint, n_slots);
    g_autofree gboolean *parts = g_new0(gboolean, n + 1);
    g_autoptr(GArray) run = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(GArray) of_lines = g_array_new(FALSE, FALSE, sizeof(guint));
    Share share = { .own = own,
                    .ids = ids,
                    .a = a,
                    .b = b,
                    .parts = parts,
                    .lines = g_array_new(FALSE, FALSE, sizeof(OwnLine)),
                    .points = g_array_new(FALSE, FALSE, sizeof(LonLat)),
                    .of_lines = of_lines,
                    .refs = g_array_new(FALSE, FALSE, sizeof(gint32)),
                    .slots = slots,
                    .n_slots = n_slots,
                    .run = run };

    memset(a, 0xff, (n + 1) * sizeof *a);
    find_ids(&share);
    part_rings(&share);
    g_array_unref(own->lines);
    g_array_unref(own->points);
    g_array_unref(own->refs);
    own->lines = share.lines;
    own->points = share.points;
    own->refs = share.refs;
}
