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
    double dx, dy, length2;
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
    double dx = end->x - start->x, dy = end->y - start->y;

    return (Chord){ start, dx, dy, dx * dx + dy * dy };
}

static double
distance2(const SinkPoint *p, const Chord *chord)
{
    double along = (p->x - chord->a->x) * chord->dx + (p->y - chord->a->y) * chord->dy;
    double t = along <= 0 ? 0 : along >= chord->length2 ? 1 : along / chord->length2;
    double x = chord->a->x + t * chord->dx - p->x, y = chord->a->y + t * chord->dy - p->y;

    return x * x + y * y;
}

/* Positions run past n around a ring, at most once. */
static guint
around(const Work *work, guint i)
{
    return i < work->n ? i : i - work->n;
}

/* Between two points that stay. Of points equally far the lesser one stays, so that the way back
 * gives the same. */
static void
thin(Work *work, guint from, guint to)
{
    GArray *stack = work->spans;
    Span span = { from, to };

    g_array_append_val(stack, span);
    while (stack->len > 0) {
        const SinkPoint *best_point = NULL;
        double best = work->tolerance2;
        Chord chord;
        guint at = 0;

        span = g_array_index(stack, Span, stack->len - 1);
        g_array_set_size(stack, stack->len - 1);
        chord = chord_between(&work->points[around(work, span.from)],
                              &work->points[around(work, span.to)]);
        for (guint i = span.from + 1; i < span.to; i++) {
            const SinkPoint *p = &work->points[around(work, i)];
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
        g_array_append_vals(stack, (Span[]){ { span.from, at }, { at, span.to } }, 2);
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

void
clip_simplify(GArray *points, gboolean is_ring, double tolerance)
{
    SinkPoint *p = (SinkPoint *)(gpointer)points->data;
    g_autofree gboolean *stays = g_new0(gboolean, points->len);
    g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(Span));
    Work work = { p, stays, points->len, tolerance * tolerance, spans };
    g_autoptr(GArray) anchors = g_array_new(FALSE, FALSE, sizeof(guint));
    guint n = 0;

    if (points->len < 3)
        return;
    for (guint i = 0; i < points->len; i++)
        stays[i] = p[i].keep || (!is_ring && (i == 0 || i + 1 == points->len));
    if (is_ring)
        anchor_ring(&work);
    for (guint i = 0; i < points->len; i++)
        if (stays[i])
            g_array_append_val(anchors, i);
    for (guint i = 0; i + 1 < anchors->len; i++)
        thin(&work, g_array_index(anchors, guint, i), g_array_index(anchors, guint, i + 1));
    if (is_ring)
        thin(&work, g_array_index(anchors, guint, anchors->len - 1),
             g_array_index(anchors, guint, 0) + work.n);
    for (guint i = 0; i < points->len; i++)
        if (stays[i])
            p[n++] = p[i];
    g_array_set_size(points, n);
}
