/* Edges that follow each other lie near each other, so boxes around eight edges, around two such
 * boxes, and so on, make a tree without any sorting; pairs of boxes that do not meet are passed
 * over (Gottschalk, Lin, Manocha, OBBTree, SIGGRAPH 1996, with upright boxes). */
#include "geo/ring_check.h"

#include <math.h>

#define LEAF 8u

typedef struct {
    double west, south, east, north;
} Box;

typedef struct {
    guint level, a, b;
} Pair;

typedef struct {
    const LonLat *points;
    gboolean *is_edge; /* FALSE at the last point of a ring */
    guint n;
    GPtrArray *levels; /* GArray of Box; level 0 are the leaves */
    GArray *pairs;
    gint64 *work;
    gboolean (*crossing)(RingCrossing crossing, gpointer user_data);
    gpointer user_data;
} Search;

static void
unref_array(gpointer array)
{
    g_array_unref(array);
}

static Box
box_union(Box a, Box b)
{
    return (Box){ MIN(a.west, b.west), MIN(a.south, b.south), MAX(a.east, b.east),
                  MAX(a.north, b.north) };
}

static Box
box_between(LonLat a, LonLat b)
{
    return (Box){ MIN(a.lon, b.lon), MIN(a.lat, b.lat), MAX(a.lon, b.lon), MAX(a.lat, b.lat) };
}

static gboolean
boxes_meet(const Box *a, const Box *b)
{
    return a->west <= b->east && b->west <= a->east && a->south <= b->north && b->south <= a->north;
}

static void
build(Search *search)
{
    GArray *boxes = g_array_new(FALSE, FALSE, sizeof(Box));

    for (guint i = 0; i < search->n; i += LEAF) {
        LonLat first = search->points[i];
        Box box = { first.lon, first.lat, first.lon, first.lat };

        for (guint k = i; k <= MIN(i + LEAF, search->n - 1); k++) {
            LonLat p = search->points[k];

            box = box_union(box, (Box){ p.lon, p.lat, p.lon, p.lat });
        }
        g_array_append_val(boxes, box);
    }
    g_ptr_array_add(search->levels, boxes);
    while (boxes->len > 1) {
        GArray *above = g_array_new(FALSE, FALSE, sizeof(Box));

        for (guint i = 0; i < boxes->len; i += 2) {
            Box box = g_array_index(boxes, Box, i);

            if (i + 1 < boxes->len)
                box = box_union(box, g_array_index(boxes, Box, i + 1));
            g_array_append_val(above, box);
        }
        g_ptr_array_add(search->levels, above);
        boxes = above;
    }
}

/* Twice the area to the left of a → b → c: the distance of c from the edge times its length. */
static double
side(LonLat a, LonLat b, LonLat c)
{
    return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

/* Nearer than this (a tenth of a millimetre) is touching, which rounding cannot tell from a
 * crossing. */
#define TOUCH 1e-9

static gboolean
edges_cross(const Search *search, guint i, guint k, RingCrossing *ret_crossing)
{
    LonLat a = search->points[i], b = search->points[i + 1];
    LonLat c = search->points[k], d = search->points[k + 1];
    double of_c = side(a, b, c), of_d = side(a, b, d), of_a, of_b, first, second, depth, t;

    if (!(of_c > 0 ? of_d < 0 : of_c < 0 && of_d > 0))
        return FALSE;
    of_a = side(c, d, a);
    of_b = side(c, d, b);
    if (!(of_a > 0 ? of_b < 0 : of_a < 0 && of_b > 0))
        return FALSE;
    first = hypot(b.lon - a.lon, b.lat - a.lat);
    second = hypot(d.lon - c.lon, d.lat - c.lat);
    depth = MIN(MIN(fabs(of_a), fabs(of_b)) / second, MIN(fabs(of_c), fabs(of_d)) / first);
    if (depth < TOUCH)
        return FALSE;
    t = of_a / (of_a - of_b);
    *ret_crossing =
        (RingCrossing){ i, k, { a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat) }, depth };
    return TRUE;
}

/* FALSE: the caller has seen enough. */
static gboolean
compare_leaves(Search *search, guint a, guint b)
{
    guint a_end = MIN((a + 1) * LEAF, search->n - 1), b_end = MIN((b + 1) * LEAF, search->n - 1);

    const GArray *leaves = g_ptr_array_index(search->levels, 0);
    const Box *box = &g_array_index(leaves, Box, b);

    for (guint i = a * LEAF; i < a_end; i++) {
        Box edge = box_between(search->points[i], search->points[i + 1]);

        if (!search->is_edge[i] || !boxes_meet(&edge, box))
            continue;
        for (guint k = a == b ? i + 1 : b * LEAF; k < b_end; k++) {
            RingCrossing found;

            if (search->is_edge[k] && edges_cross(search, i, k, &found) &&
                !search->crossing(found, search->user_data))
                return FALSE;
        }
    }
    return TRUE;
}

static void
push(Search *search, guint level, guint a, guint b)
{
    const GArray *boxes = g_ptr_array_index(search->levels, level);
    Pair pair = { level, a, b };

    if (a < boxes->len && b < boxes->len &&
        boxes_meet(&g_array_index(boxes, Box, a), &g_array_index(boxes, Box, b)))
        g_array_append_val(search->pairs, pair);
}

static gboolean
descend(Search *search)
{
    while (search->pairs->len > 0) {
        Pair pair = g_array_index(search->pairs, Pair, search->pairs->len - 1);

        g_array_set_size(search->pairs, search->pairs->len - 1);
        if (--*search->work < 0)
            return FALSE;
        if (pair.level == 0) {
            *search->work -= LEAF * LEAF / 2;
            if (!compare_leaves(search, pair.a, pair.b))
                return TRUE;
            continue;
        }
        push(search, pair.level - 1, 2 * pair.a, 2 * pair.b);
        push(search, pair.level - 1, 2 * pair.a, 2 * pair.b + 1);
        if (pair.a != pair.b)
            push(search, pair.level - 1, 2 * pair.a + 1, 2 * pair.b);
        push(search, pair.level - 1, 2 * pair.a + 1, 2 * pair.b + 1);
    }
    return TRUE;
}

gboolean
rings_find_crossings(const LonLat *points, const guint *ends, guint n_rings, gint64 *work,
                     gboolean (*crossing)(RingCrossing crossing, gpointer user_data),
                     gpointer user_data)
{
    guint n = n_rings == 0 ? 0 : ends[n_rings - 1];
    g_autoptr(GPtrArray) levels = g_ptr_array_new_with_free_func(unref_array);
    g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(Pair));
    g_autofree gboolean *is_edge = g_new(gboolean, n + 1);
    Search search = { points, is_edge, n, levels, pairs, work, crossing, user_data };

    if (n < 2)
        return TRUE;
    for (guint i = 0; i < n; i++)
        is_edge[i] = TRUE;
    for (guint i = 0; i < n_rings; i++)
        is_edge[ends[i] - 1] = FALSE;
    build(&search);
    push(&search, levels->len - 1, 0, 0);
    return descend(&search);
}

gboolean
ring_holds(const LonLat *points, guint n, LonLat at)
{
    gboolean inside = FALSE;

    for (guint i = 1; i < n; i++) {
        LonLat a = points[i - 1], b = points[i];

        if ((a.lat > at.lat) != (b.lat > at.lat) &&
            at.lon < a.lon + (b.lon - a.lon) * (at.lat - a.lat) / (b.lat - a.lat))
            inside = !inside;
    }
    return inside;
}
