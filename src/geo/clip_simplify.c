#include "geo/clip_simplify.h"

typedef struct {
    const SinkPoint *points;
    gboolean *stays;
    guint n;
    double tolerance2;
} Work;

static gboolean
is_before(const SinkPoint *a, const SinkPoint *b)
{
    return a->x < b->x || (a->x == b->x && a->y < b->y);
}

static double
distance2(const SinkPoint *p, const SinkPoint *a, const SinkPoint *b)
{
    double dx = b->x - a->x, dy = b->y - a->y, length2 = dx * dx + dy * dy;
    double t = length2 == 0 ? 0 : ((p->x - a->x) * dx + (p->y - a->y) * dy) / length2;
    double x = a->x + CLAMP(t, 0, 1) * dx - p->x, y = a->y + CLAMP(t, 0, 1) * dy - p->y;

    return x * x + y * y;
}

typedef struct {
    guint from, to;
} Span;

/* Between two points that stay; positions run past n around a ring. Measured from the lesser end,
 * and of points equally far the lesser one, so that the way back gives the same. */
static void
thin(Work *work, guint from, guint to)
{
    g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(Span));
    Span span = { from, to };

    g_array_append_val(stack, span);
    while (stack->len > 0) {
        const SinkPoint *a, *b, *best_point = NULL;
        double best = work->tolerance2;
        guint at = 0;

        span = g_array_index(stack, Span, stack->len - 1);
        g_array_set_size(stack, stack->len - 1);
        a = &work->points[span.from % work->n];
        b = &work->points[span.to % work->n];
        for (guint i = span.from + 1; i < span.to; i++) {
            const SinkPoint *p = &work->points[i % work->n];
            double d = is_before(b, a) ? distance2(p, b, a) : distance2(p, a, b);

            if (d > best || (best_point != NULL && d == best && is_before(p, best_point))) {
                best = d;
                best_point = p;
                at = i;
            }
        }
        if (best_point == NULL)
            continue;
        work->stays[at % work->n] = TRUE;
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
    for (guint i = 0; i < work->n; i++) {
        double d = distance2(&p[i], &p[first], &p[first]);

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
    Work work = { p, stays, points->len, tolerance * tolerance };
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
