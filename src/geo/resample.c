/* M. Bostock's adaptive resampling (2013, https://bost.ocks.org/mike/example/ and d3-geo): halve a
 * great-circle arc while the projected middle is off the chord, or lies near one of its ends. */
#include "geo/resample.h"

#define MAX_DEPTH 16
/* More than what projections bend at the equator; planes only this far from their centre. */
#define BEND 8.0
#define LONGEST_FLAT 1.2
#define COS_LONGEST \
    0.86602540378443864676 /* arcs over 30 degrees are halved whatever they look like */

typedef struct {
    double lambda, phi;
    Point px;
} Sample;

typedef struct {
    double x, y, z;
} Vector;

struct Resample {
    Sink sink;
    Sink *next;
    Projection projection;
    double tolerance2;
    double flat; /* the tolerance in radii of the sphere */
    gboolean in_polygon;
    SinkPoints *line; /* px */
};

static Sample
sample(const Resample *resample, double lambda, double phi)
{
    const Projection *projection = &resample->projection;
    Point p = projection->type->forward(&projection->cone, lambda,
                                        CLAMP(phi, projection->phi_min, projection->phi_max));

    return (Sample){ .lambda = lambda,
                     .phi = phi,
                     .px = { projection->translate.x + projection->scale * p.x,
                             projection->translate.y - projection->scale * p.y } };
}

static Vector
vector_of(const Sample *at)
{
    return (Vector){ cos(at->phi) * cos(at->lambda), cos(at->phi) * sin(at->lambda), sin(at->phi) };
}

/* Along one meridian, or at a pole, the mean keeps the side of the antimeridian. */
static Sample
middle_of(const Resample *resample, const Sample *a, const Sample *b, Vector u, Vector v)
{
    double x = u.x + v.x, y = u.y + v.y, z = u.z + v.z;
    double phi = atan2(z, hypot(x, y)), lambda = atan2(y, x);

    if (fabs(fabs(phi) - G_PI_2) < 1e-6 || fabs(a->lambda - b->lambda) < 1e-6)
        lambda = (a->lambda + b->lambda) / 2;
    return sample(resample, lambda, phi);
}

/* Whether an edge is so short that the projection cannot bend it by the tolerance: by less than an
 * eighth of the square of its length times what the second derivatives reach, which grow with the
 * third power of the secant of the latitude. */
static gboolean
is_flat(const Resample *resample, const Sample *a, const Sample *b)
{
    double length = fabs(b->lambda - a->lambda) + fabs(b->phi - a->phi);
    double phi = MAX(fabs(a->phi), fabs(b->phi)), cosine = 1 - 4 / (G_PI * G_PI) * phi * phi;

    if (resample->projection.type->family == PROJECTION_PLANE &&
        MAX(fabs(a->lambda), fabs(b->lambda)) > LONGEST_FLAT)
        return FALSE;
    return length * length * BEND / 8 <= cosine * cosine * cosine * resample->flat;
}

static void
line_to(Resample *resample, const Sample *a, const Sample *b, int depth)
{
    double dx = b->px.x - a->px.x, dy = b->px.y - a->px.y, length2 = dx * dx + dy * dy, mx, my, off;
    Vector u, v;
    Sample m;

    /* Most edges are that short, and need no vectors. */
    if (length2 <= 4 * resample->tolerance2 || depth == 0 || is_flat(resample, a, b))
        return;
    u = vector_of(a);
    v = vector_of(b);
    m = middle_of(resample, a, b, u, v);
    mx = m.px.x - a->px.x;
    my = m.px.y - a->px.y;
    off = dy * mx - dx * my;
    if (off * off / length2 <= resample->tolerance2 &&
        fabs((dx * mx + dy * my) / length2 - 0.5) <= 0.3 &&
        u.x * v.x + u.y * v.y + u.z * v.z >= COS_LONGEST)
        return;
    line_to(resample, a, &m, depth - 1);
    sink_points_add(resample->line, (SinkPoint){ m.px.x, m.px.y, FALSE });
    line_to(resample, &m, b, depth - 1);
}

static void
resample_line(Sink *sink, SinkPoint *points, gsize n)
{
    Resample *resample = (Resample *)sink;
    Sample first = { 0 }, last = { 0 };

    resample->line->n = 0;
    for (gsize i = 0; i < n; i++) {
        Sample to = sample(resample, points[i].x, points[i].y);

        if (i == 0)
            first = to;
        else
            line_to(resample, &last, &to, MAX_DEPTH);
        last = to;
        sink_points_add(resample->line, (SinkPoint){ to.px.x, to.px.y, points[i].keep });
    }
    if (resample->in_polygon && n > 0)
        line_to(resample, &last, &first, MAX_DEPTH);
    resample->next->line(resample->next, resample->line->at, resample->line->n);
}

static void
resample_polygon_start(Sink *sink)
{
    Resample *resample = (Resample *)sink;

    resample->in_polygon = TRUE;
    resample->next->polygon_start(resample->next);
}

static void
resample_polygon_end(Sink *sink)
{
    Resample *resample = (Resample *)sink;

    resample->in_polygon = FALSE;
    resample->next->polygon_end(resample->next);
}

Resample *
resample_new(const Projection *projection, double tolerance, Sink *next)
{
    Resample *resample = g_new0(Resample, 1);

    resample->sink = (Sink){ resample_line, resample_polygon_start, resample_polygon_end };
    resample->next = next;
    resample->projection = *projection;
    resample->tolerance2 = tolerance * tolerance;
    resample->flat = tolerance / projection->scale;
    resample->line = sink_points_new(256);
    return resample;
}

void
resample_free(Resample *resample)
{
    if (resample == NULL)
        return;
    sink_points_free(resample->line);
    g_free(resample);
}

Sink *
resample_sink(Resample *resample)
{
    return &resample->sink;
}
