/* The meridian opposite to the centre, as the edge of a rectangle of longitudes and latitudes. */
#include "geo/clip_shape.h"

/* Nearer than this (some millimetres on the ground) is on the meridian or the pole. */
#define NEAR 1e-9

static gboolean
is_on_meridian(const SinkPoint *p)
{
    return fabs(p->x) > G_PI - NEAR;
}

static gboolean
is_pole(const SinkPoint *p)
{
    return fabs(p->y) > G_PI_2 - NEAR;
}

/* A point on the meridian has two longitudes. It takes the side that its line comes from: without
 * that, a vertex on the meridian would leave a sliver on the other side. */
static void
choose_sides(SinkPoints *points, gboolean is_ring)
{
    SinkPoint *p = points->at;
    double side = 0;

    for (gsize i = points->n; is_ring && i > 0 && side == 0; i--)
        if (!is_on_meridian(&p[i - 1]) && !is_pole(&p[i - 1]))
            side = p[i - 1].x;
    for (gsize i = 0; i < points->n && side == 0; i++)
        if (!is_on_meridian(&p[i]) && !is_pole(&p[i]))
            side = p[i].x;
    for (gsize i = 0; i < points->n; i++) {
        if (is_on_meridian(&p[i]))
            p[i].x = copysign(G_PI, side == 0 ? p[i].x : side);
        else if (!is_pole(&p[i]))
            side = p[i].x;
    }
}

/* The last point before i, or the first after it, that is no pole; NULL: none. */
static const SinkPoint *
neighbour(const SinkPoints *points, gboolean is_ring, gsize i, int direction)
{
    const SinkPoint *p = points->at;
    gsize n = points->n;

    for (gsize k = 1; k < n; k++) {
        gsize at = direction > 0 ? i + k : i + n - k;

        if (!is_ring && (at >= n) != (direction < 0))
            return NULL;
        if (!is_pole(&p[at % n]))
            return &p[at % n];
    }
    return NULL;
}

/* FALSE for most rings: no point on the meridian or at a pole, and no edge that passes over one. */
static gboolean
needs_preparing(const SinkPoints *points, gboolean is_ring)
{
    const SinkPoint *p = points->at;
    double before = p[is_ring ? points->n - 1 : 0].x;

    for (gsize i = 0; i < points->n; i++) {
        if (is_on_meridian(&p[i]) || is_pole(&p[i]) || fabs(fabs(p[i].x - before) - G_PI) < NEAR)
            return TRUE;
        before = p[i].x;
    }
    return FALSE;
}

/* A line through a pole runs along the edge of the rectangle there, from the meridian on which it
 * comes to the one on which it goes. */
static void
prepare(SinkPoints *points, gboolean is_ring)
{
    g_autoptr(SinkPoints) out = NULL;
    SinkPoints kept = *points;

    if (!needs_preparing(points, is_ring))
        return;
    out = sink_points_new(points->n + 16);
    choose_sides(points, is_ring);
    for (gsize i = 0; i < points->n; i++) {
        const SinkPoint *p = &points->at[i], *after, *before;
        gboolean is_last = i + 1 == points->n;

        if (!is_pole(p)) {
            sink_points_add(out, (SinkPoint){ p->x, p->y, p->keep });
            after = is_last && !is_ring ? NULL : &points->at[(i + 1) % points->n];
            if (after != NULL && !is_pole(after) && fabs(fabs(after->x - p->x) - G_PI) < NEAR &&
                fabs(p->y + after->y) > NEAR) {
                double pole = copysign(G_PI_2, p->y + after->y);

                sink_points_add(out, (SinkPoint){ p->x, pole, TRUE });
                sink_points_add(out, (SinkPoint){ after->x, pole, TRUE });
            }
            continue;
        }
        before = neighbour(points, is_ring, i, -1);
        after = neighbour(points, is_ring, i, 1);
        if (before != NULL)
            sink_points_add(out, (SinkPoint){ before->x, copysign(G_PI_2, p->y), TRUE });
        if (after != NULL)
            sink_points_add(out, (SinkPoint){ after->x, copysign(G_PI_2, p->y), TRUE });
    }
    *points = *out;
    *out = kept;
}

static gboolean
is_visible(double radius, const SinkPoint *p)
{
    (void)radius;
    (void)p;
    return TRUE;
}

/* Within less than half of the longitudes a ring lies in a lune smaller than a hemisphere, and no
 * edge of it passes the meridian: its smaller side is what it goes around. */
static gboolean
is_within(double radius, const SinkPoint *ring, gsize n)
{
    double west = ring[0].x, east = ring[0].x;

    (void)radius;
    for (gsize i = 1; i < n; i++) {
        west = MIN(west, ring[i].x);
        east = MAX(east, ring[i].x);
    }
    return east - west < G_PI - NEAR;
}

static guint
cut(double radius, const SinkPoint *a, const SinkPoint *b, ClipCut cuts[2])
{
    double y_a, y_b, t, x, z, phi;

    (void)radius;
    if (fabs(a->x - b->x) <= G_PI || (is_pole(a) && is_pole(b)))
        return 0;
    y_a = cos(a->y) * sin(a->x);
    y_b = cos(b->y) * sin(b->x);
    t = y_a == y_b ? 0.5 : CLAMP(y_a / (y_a - y_b), 0, 1);
    if (is_on_meridian(a) || is_on_meridian(b)) /* Exactly there, whatever the sine says. */
        t = is_on_meridian(a) ? 0 : 1;
    x = (1 - t) * cos(a->y) * cos(a->x) + t * cos(b->y) * cos(b->x);
    z = (1 - t) * sin(a->y) + t * sin(b->y);
    phi = t == 0 ? a->y : t == 1 ? b->y : atan2(z, fabs(x));
    cuts[0] = (ClipCut){
        TRUE, TRUE, { copysign(G_PI, a->x), phi, TRUE }, { copysign(G_PI, b->x), phi, TRUE }
    };
    return 1;
}

/* Down the west side from 0 to 1, the south edge to 2, up the east side to 3, the north edge to
 * 4. */
static double
position(double radius, const SinkPoint *p)
{
    (void)radius;
    return p->x < 0 ? (G_PI_2 - p->y) / G_PI : 2 + (p->y + G_PI_2) / G_PI;
}

static SinkPoint
at(double radius, double s)
{
    (void)radius;
    if (s <= 1)
        return (SinkPoint){ -G_PI, G_PI_2 - s * G_PI, TRUE };
    if (s < 2)
        return (SinkPoint){ (2 * s - 3) * G_PI, -G_PI_2, TRUE };
    if (s <= 3)
        return (SinkPoint){ G_PI, (s - 2.5) * G_PI, TRUE };
    return (SinkPoint){ (7 - 2 * s) * G_PI, G_PI_2, TRUE };
}

Clip *
clip_antimeridian_new(Sink *next)
{
    return clip_new((ClipShape){ .prepare = prepare,
                                 .is_visible = is_visible,
                                 .is_within = is_within,
                                 .cut = cut,
                                 .position = position,
                                 .at = at,
                                 .period = 4,
                                 .step = 0.5 },
                    next);
}
