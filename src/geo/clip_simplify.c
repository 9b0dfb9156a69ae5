#include "geo/clip_simplify.h"

typedef struct {
    const SinkPoint *points;
    gboolean *stays;
    guint n;
    double tolerance2;
    GArray *spans; /* Span: those that wait */
} Work;

typedef struct {
    guint from, to;
} Span;

typedef struct {
    const SinkPoint *a;
    double dx, dy, length2, share; /* share: 1 / length2 */
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

    return (Chord){ start, dx, dy, length2, 1 / length2 };
}

static double
distance2(const SinkPoint *p, const Chord *chord)
{
    double x = p->x - chord->a->x, y = p->y - chord->a->y;
    double along = x * chord->dx + y * chord->dy, beside = x * chord->dy - y * chord->dx;

    if (along > 0 && along < chord->length2)
        return beside * beside * chord->share;
    if (along > 0) {
        x -= chord->dx;
        y -= chord->dy;
    }
    return x * x + y * y;
}

/* Positions run past n around a ring, at most once. */
static guint
around(const Work *work, guint i)
{
    return i < work->n ? i : i - work->n;
}

/* There may be something between the two. */
static void
push(GArray *stack, guint from, guint to)
{
    Span span = { from, to };

    if (to - from > 1)
        g_array_append_val(stack, span);
}

/* Between two points that stay. Of points equally far the lesser one stays, so that the way back
 * gives the same. */
static void
thin(Work *work, guint from, guint to)
{
    const SinkPoint *end = work->points + work->n;
    GArray *stack = work->spans;

    push(stack, from, to);
    while (stack->len > 0) {
        Span span = g_array_index(stack, Span, stack->len - 1);
        const SinkPoint *best_point = NULL, *p;
        double best = work->tolerance2;
        Chord chord;
        guint at = 0;

        g_array_set_size(stack, stack->len - 1);
        chord = chord_between(&work->points[around(work, span.from)],
                              &work->points[around(work, span.to)]);
        p = &work->points[around(work, span.from + 1)];
        for (guint i = span.from + 1; i < span.to; i++, p = p + 1 < end ? p + 1 : work->points) {
            double d = distance2(p, &chord);

            if (d > best || (best_point != NULL && d == best && is_before(p, best_point))) {
                best = d;
                best_point = p;
                at = i;
            }
        }
        if (best_point == NULL)
            continue;
        work->stays[around(work, at)] = TRUE;
        push(stack, span.from, at);
        push(stack, at, span.to);
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
    g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(Span));
    Work work = { points, stays, (guint)n, tolerance * tolerance, spans };
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
