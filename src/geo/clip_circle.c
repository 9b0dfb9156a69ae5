/* The small circle around the centre: x = cos(radius) for unit vectors with x towards the viewer.
 */
#include "geo/clip_shape.h"

typedef struct {
    double x, y, z;
} Vector;

static Vector
vector_of(const SinkPoint *p)
{
    return (Vector){ cos(p->y) * cos(p->x), cos(p->y) * sin(p->x), sin(p->y) };
}

static gboolean
is_visible(double radius, const SinkPoint *p)
{
    return cos(p->y) * cos(p->x) > cos(radius);
}

/* In the half of the sphere before the viewer, which is convex: the smaller side of the ring is
 * there too, and the edge is behind it. */
static gboolean
is_within(double radius, const SinkPoint *ring, gsize n)
{
    if (radius < G_PI_2)
        return FALSE;
    for (gsize i = 0; i < n; i++)
        if (!(fabs(ring[i].x) < G_PI_2 && fabs(ring[i].y) < G_PI_2))
            return FALSE;
    return TRUE;
}

static SinkPoint
on_arc(Vector a, Vector aside, double angle)
{
    double c = cos(angle), s = sin(angle);
    Vector v = { a.x * c + aside.x * s, a.y * c + aside.y * s, a.z * c + aside.z * s };

    return (SinkPoint){ atan2(v.y, v.x), atan2(v.z, hypot(v.x, v.y)), TRUE };
}

/* Along the great circle x is a cosine: greatest at top, equal to cos(radius) at top +- half. */
static guint
cut(double radius, const SinkPoint *p, const SinkPoint *q, ClipCut cuts[2])
{
    Vector a = vector_of(p), b = vector_of(q), aside;
    gboolean from = is_visible(radius, p), to = is_visible(radius, q);
    double d = a.x * b.x + a.y * b.y + a.z * b.z, norm, angle, top, half, ratio, first, second;

    aside = (Vector){ b.x - d * a.x, b.y - d * a.y, b.z - d * a.z };
    norm = sqrt(aside.x * aside.x + aside.y * aside.y + aside.z * aside.z);
    if (norm < 1e-15) {
        if (from == to)
            return 0;
        cuts[0] = (ClipCut){ from, to, *p, *p };
        return 1;
    }
    aside = (Vector){ aside.x / norm, aside.y / norm, aside.z / norm };
    angle = atan2(norm, d);
    top = atan2(aside.x, a.x);
    ratio = cos(radius) / hypot(a.x, aside.x);
    if (from == to && fabs(ratio) >= 1)
        return 0;
    half = acos(CLAMP(ratio, -1, 1));

    if (from != to) {
        double at = from ? top + half : top - half;
        SinkPoint point;

        /* The one that lies on the arc, which is shorter than half a turn. */
        at -= 2 * G_PI * floor(at / (2 * G_PI));
        if (at > angle) /* Rounding at an end. */
            at = at - angle < 2 * G_PI - at ? angle : 0;
        point = on_arc(a, aside, at);
        cuts[0] = (ClipCut){ from, to, point, point };
        return 1;
    }
    first = from ? top + half : top - half;
    second = from ? top - half + 2 * G_PI : top + half;
    first -= 2 * G_PI * floor(first / (2 * G_PI));
    second -= 2 * G_PI * floor(second / (2 * G_PI));
    if (!(first < second && second < angle))
        return 0;
    cuts[0] = (ClipCut){ .leaves = from, .enters = !from };
    cuts[1] = (ClipCut){ .leaves = !from, .enters = from };
    cuts[0].in = cuts[0].out = on_arc(a, aside, first);
    cuts[1].in = cuts[1].out = on_arc(a, aside, second);
    return 2;
}

static double
position(double radius, const SinkPoint *p)
{
    Vector v = vector_of(p);
    double angle = atan2(v.z, v.y);

    (void)radius;
    return angle < 0 ? angle + 2 * G_PI : angle;
}

static SinkPoint
at(double radius, double angle)
{
    double y = sin(radius) * cos(angle), z = sin(radius) * sin(angle);

    return (SinkPoint){ atan2(y, cos(radius)), atan2(z, hypot(y, cos(radius))), TRUE };
}

Clip *
clip_circle_new(double radius, Sink *next)
{
    return clip_new((ClipShape){ .radius = radius,
                                 .is_visible = is_visible,
                                 .is_within = is_within,
                                 .cut = cut,
                                 .position = position,
                                 .at = at,
                                 .period = 2 * G_PI,
                                 .step = G_PI / 180 },
                    next);
}
