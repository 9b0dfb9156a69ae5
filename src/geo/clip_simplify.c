#include "geo/clip_simplify.h"

typedef struct {
    const SinkPoint *points;
    gboolean *stays;
    guint n;
    double tolerance2;
} Work;

typedef struct {
    guint from, to;
} Span;

typedef struct {
    const SinkPoint *a;
    double dx, dy, per_length2; /* the last: 0 for a chord of no length */
} Chord;

static gboolean
is_before(const SinkPoint *a, const SinkPoint *b)
{
    return a->x < b->x || (a->x == b->x && a->y < b->y);
}

/* From the lesser end, so that the way back gives the same. */
static Chord
chord_between(const SinkPoint *a, const SinkPoint *b)
{
    const SinkPoint *start = is_before(b, a) ? b : a, *end = start == a ? b : a;
    double dx = end->x - start->x, dy = end->y - start->y, length2 = dx * dx + dy * dy;

    return (Chord){ start, dx, dy, length2 > 0 ? 1 / length2 : 0 };
}

static inline double
distance2(const SinkPoint *p, const Chord *chord)
{
    double x = p->x - chord->a->x, y = p->y - chord->a->y;
    double along = (x * chord->dx + y * chord->dy) * chord->per_length2, t = along > 0 ? along : 0;

    t = t < 1 ? t : 1;
    x -= t * chord->dx;
    y -= t * chord->dy;
    return x * x + y * y;
}

/* The point that is farthest away, of those that are farther than the best one so far. Of points
 * equally far it is the lesser one, so that the way back gives the same. */
static void
take_farthest(const SinkPoint *from, const SinkPoint *end, const Chord *chord, double *best,
              const SinkPoint **best_point)
{
    for (const SinkPoint *p = from; p < end; p++) {
        double d = distance2(p, chord);

        if (d < *best || (d == *best && (*best_point == NULL || !is_before(p, *best_point))))
            continue;
        *best = d;
        *best_point = p;
    }
}

/* Positions run past n around a ring, at most once. */
static guint
around(const Work *work, guint i)
{
    return i < work->n ? i : i - work->n;
}

/* Between two points that stay. The longer part waits while the shorter one is thinned, so that no
 * more parts wait than halvings of a guint. */
static void
thin(Work *work, guint from, guint to)
{
    const SinkPoint *p = work->points;
    Span waiting[32];
    guint n = 0;

    while (TRUE) {
        const SinkPoint *best_point = NULL;
        double best = work->tolerance2;
        guint at;

        if (to - from > 1) {
            Chord chord = chord_between(&p[around(work, from)], &p[around(work, to)]);

            take_farthest(p + from + 1, p + MIN(to, work->n), &chord, &best, &best_point);
            if (to > work->n)
                take_farthest(p + around(work, MAX(from + 1, work->n)), p + to - work->n, &chord,
                              &best, &best_point);
        }
        if (best_point != NULL) {
            at = (guint)(best_point - p);
            work->stays[at] = TRUE;
            at += at < from ? work->n : 0;
            waiting[n++] = at - from > to - at ? (Span){ from, at } : (Span){ at, to };
            if (at - from > to - at)
                from = at;
            else
                to = at;
        } else if (n > 0) {
            from = waiting[--n].from;
            to = waiting[n].to;
        } else {
            return;
        }
    }
}

/* A ring without nodes starts at its least point, which does not depend on where it was begun. A
 * ring needs two points that stay, or there is no chord to measure from. */
static void
anchor_ring(Work *work)
{
    guint first = work->n, count = 0, least = 0, farthest;
    const SinkPoint *p = work->points;
    double best = -1;
    Chord none;

    for (guint i = 0; i < work->n; i++) {
        if (is_before(&p[i], &p[least]))
            least = i;
        if (!work->stays[i])
            continue;
        count++;
        first = MIN(first, i);
    }
    if (count >= 2)
        return;
    if (count == 0)
        first = least;
    farthest = first;
    none = chord_between(&p[first], &p[first]);
    for (guint i = 0; i < work->n; i++) {
        double d = distance2(&p[i], &none);

        if (d > best || (d == best && is_before(&p[i], &p[farthest]))) {
            best = d;
            farthest = i;
        }
    }
    work->stays[first] = work->stays[farthest] = TRUE;
}

gsize
clip_simplify(SinkPoint *points, gsize n, gboolean is_ring, double tolerance)
{
    g_autofree gboolean *stays = g_new0(gboolean, n);
    Work work = { points, stays, (guint)n, tolerance * tolerance };
    guint first = 0, last = 0, kept = 0;

    if (n < 3)
        return n;
    for (guint i = 0; i < n; i++)
        stays[i] = points[i].keep || (!is_ring && (i == 0 || i + 1 == n));
    if (is_ring)
        anchor_ring(&work);
    while (!stays[first])
        first++;
    last = first;
    for (guint i = first + 1; i < n; i++)
        if (stays[i]) {
            thin(&work, last, i);
            last = i;
        }
    if (is_ring)
        thin(&work, last, first + work.n);
    for (guint i = 0; i < n; i++)
        if (stays[i])
            points[kept++] = points[i];
    return kept;
}
