#include "geo/clip_simplify.h"
#include "geo/graticule.h"
#include "geo/projection.h"

#include <string.h>

#define RING(...) (LonLat[]){ __VA_ARGS__ }, sizeof((LonLat[]){ __VA_ARGS__ }) / sizeof(LonLat)

static const Rect everywhere = { -1e5, -1e5, 2e5, 2e5 };
static const Rect page = { 0, 0, 1000, 600 };

typedef struct {
    double area; /* px^2, signed sum of the closed rings */
    guint rings;
    double longest;  /* the longest edge, px */
    double thinnest; /* the least area of a ring */
} Shape;

static Shape
measure(const Path *path)
{
    Shape shape = { .thinnest = INFINITY };
    Point start = { 0, 0 }, at = { 0, 0 };
    double area = 0;

    for (guint i = 0; i < path_length(path); i++) {
        const PathSegment *segment = &path_segments(path)[i];
        Point to = segment->verb == PATH_CLOSE ? start : segment->p[0];

        if (segment->verb == PATH_MOVE) {
            /* What was open before would have been a line. */
            g_assert_true(i == 0 || path_segments(path)[i - 1].verb == PATH_CLOSE);
            start = at = to;
            area = 0;
            continue;
        }
        g_assert_true(isfinite(to.x) && isfinite(to.y));
        area += (at.x * to.y - to.x * at.y) / 2;
        shape.longest = MAX(shape.longest, hypot(to.x - at.x, to.y - at.y));
        at = to;
        if (segment->verb == PATH_CLOSE) {
            shape.rings++;
            shape.area += area;
            shape.thinnest = MIN(shape.thinnest, fabs(area));
        }
    }
    g_assert_true(path_length(path) == 0 ||
                  path_segments(path)[path_length(path) - 1].verb == PATH_CLOSE);
    shape.area = fabs(shape.area);
    return shape;
}

static Projection
make(const char *name, double lon, double lat)
{
    Projection projection;

    g_assert_true(projection_init(projection_type_from_name(name), (LonLat){ lon, lat },
                                  (double[]){ 20, 50 }, &projection, NULL));
    projection.scale = 150;
    projection.translate = (Point){ 500, 300 };
    return projection;
}

static Shape
draw(const Projection *projection, const LonLat *outer, gsize n_outer, const LonLat *hole,
     gsize n_hole)
{
    g_autoptr(Path) path = path_new();
    g_autoptr(ProjectionStream) stream = projection_stream_new(projection, everywhere, 0.02, path);
    Sink *sink = projection_stream_sink(stream);

    sink->polygon_start(sink);
    sink_send_ring(sink, outer, NULL, n_outer);
    if (hole != NULL)
        sink_send_ring(sink, hole, NULL, n_hole);
    sink->polygon_end(sink);
    return measure(path);
}

/* px^2 of the ring on the sphere of the projection's radius. */
static double
true_area(const LonLat *ring, gsize n, double scale)
{
    g_autofree SinkPoint *points = g_new(SinkPoint, n);
    double area;

    for (gsize i = 0; i < n; i++)
        points[i] = (SinkPoint){ SPHERE_RADIANS(ring[i].lon), SPHERE_RADIANS(ring[i].lat), FALSE };
    area = sphere_ring_area(points, n);
    return MIN(area, 4 * G_PI - area) * scale * scale;
}

typedef struct {
    LonLat points[80];
    gsize n;
} Circle;

/* A ring of points at an angle around a centre. */
static Circle
circle(LonLat centre, double radius, gboolean is_clockwise)
{
    Rotation rotation = rotation_to(centre);
    Circle ring = { .n = 80 };

    for (int i = 0; i < 80; i++) {
        double a = 2 * G_PI * (i + 0.3) / 80 * (is_clockwise ? -1 : 1), r = SPHERE_RADIANS(radius);
        double y = sin(r) * cos(a), z = sin(r) * sin(a);

        ring.points[i] = rotation_inverse(&rotation, atan2(y, cos(r)), asin(z));
    }
    return ring;
}

static const struct {
    const char *name;
    double lon, lat;
} equal_area[] = {
    { "equal-earth", 0, 0 },           { "equal-earth", 150, 0 },
    { "equal-earth", -180, 0 },        { "albers", 100, 30 },
    { "azimuthal-equal-area", 0, 0 },  { "azimuthal-equal-area", 110, 20 },
    { "azimuthal-equal-area", 0, 90 }, { "azimuthal-equal-area", -70, -90 },
};

/* Whatever crosses whatever: the drawn area is that on the sphere. (The tolerance of 0.02 px is
 * worth 4 px^2 where a small ring around the far pole is drawn all along the edge of the map.) */
static void
test_areas_kept(void)
{
    static const LonLat centres[] = {
        { 0, 0 },    { 180, 0 },   { -180, 10 }, { 179, 65 }, { 0, 90 },   { 30, -90 },
        { 60, -80 }, { 178, -17 }, { 100, 60 },  { -30, 0 },  { -70, 20 }, { 110, -20 },
    };
    static const double radii[] = { 1, 12, 25, 50, 80 };

    for (guint p = 0; p < G_N_ELEMENTS(equal_area); p++)
        for (guint c = 0; c < G_N_ELEMENTS(centres); c++)
            for (guint r = 0; r < G_N_ELEMENTS(radii); r++)
                for (int clockwise = 0; clockwise < 2; clockwise++) {
                    Projection projection =
                        make(equal_area[p].name, equal_area[p].lon, equal_area[p].lat);
                    Circle ring = circle(centres[c], radii[r], clockwise);
                    Circle hole = circle(centres[c], radii[r] / 2, clockwise);
                    double expected = true_area(ring.points, ring.n, 150);
                    double of_hole = true_area(hole.points, hole.n, 150);
                    Shape shape = draw(&projection, ring.points, ring.n, NULL, 0);
                    Shape holed = draw(&projection, ring.points, ring.n, hole.points, hole.n);

                    Shape swapped = draw(&projection, hole.points, hole.n, ring.points, ring.n);

                    g_assert_cmpfloat_with_epsilon(swapped.area, holed.area, 0.1);
                    g_assert_cmpfloat_with_epsilon(shape.area, expected, 0.004 * expected + 4);
                    g_assert_cmpfloat_with_epsilon(holed.area, expected - of_hole,
                                                   0.004 * expected + 4);
                }
}

static void
test_antimeridian(void)
{
    const LonLat straddling[] = { { 170, -10 }, { -170, -10 }, { -170, 10 }, { 170, 10 } };
    Projection world = make("equal-earth", 0, 0), pacific = make("equal-earth", 150, 0);
    /* Two halves that a file has cut itself: neither comes back with a sliver. */
    Shape east = draw(&world, RING({ 170, -10 }, { 180, -10 }, { 180, 10 }, { 170, 10 }), NULL, 0);
    Shape west =
        draw(&world, RING({ -180, -10 }, { -170, -10 }, { -170, 10 }, { -180, 10 }), NULL, 0);
    /* A vertex on the meridian, and an edge along it that another side of 180 names. */
    Shape touch = draw(&world, RING({ 170, -10 }, { -180, 0 }, { 170, 10 }), NULL, 0);
    Shape mixed =
        draw(&world, RING({ 170, -10 }, { 180, -10 }, { -180, 10 }, { 170, 10 }), NULL, 0);
    Shape across = draw(&world, straddling, 4, NULL, 0);
    Shape whole = draw(&pacific, straddling, 4, NULL, 0);

    g_assert_cmpuint(east.rings, ==, 1);
    g_assert_cmpuint(west.rings, ==, 1);
    g_assert_cmpuint(touch.rings, ==, 1);
    g_assert_cmpuint(mixed.rings, ==, 1);
    g_assert_cmpfloat_with_epsilon(mixed.area, east.area, 1e-6);
    g_assert_cmpuint(across.rings, ==, 2);
    g_assert_cmpfloat_with_epsilon(across.area, true_area(straddling, 4, 150), 2);
    g_assert_cmpfloat(across.thinnest, >, 0.45 * across.area);
    g_assert_cmpfloat(across.longest, <, 80);
    g_assert_cmpuint(whole.rings, ==, 1);
    g_assert_cmpfloat_with_epsilon(whole.area, across.area, 1);
}

/* The same cap of Antarctica as files write it: around the pole, and cut along 180 down to it. */
static void
test_poles(void)
{
    const char *const names[] = { "equal-earth", "azimuthal-equal-area" };
    LonLat around[72], cut[75];

    for (int i = 0; i < 72; i++)
        around[i] = (LonLat){ 177.5 - 5 * i, -70 };
    cut[0] = (LonLat){ 180, -70 };
    memcpy(cut + 1, around, sizeof around);
    cut[73] = (LonLat){ -180, -70 };
    cut[74] = (LonLat){ -180, -90 };
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        for (double lon = -180; lon <= 180; lon += 45) {
            Projection projection = make(names[i], lon, 0);
            double expected = true_area(around, 72, 150);
            Shape one = draw(&projection, around, 72, NULL, 0);
            Shape other = draw(&projection, cut, 75, NULL, 0);

            g_assert_cmpfloat_with_epsilon(one.area, expected, 0.01 * expected);
            g_assert_cmpfloat_with_epsilon(other.area, expected, 0.01 * expected);
            g_assert_cmpuint(one.rings, ==, 1);
        }
}

static void
test_horizon(void)
{
    Projection globe = make("orthographic", 0, 0);
    Circle front = circle((LonLat){ 0, 0 }, 89, FALSE),
           back = circle((LonLat){ 180, 0 }, 80, FALSE);
    Circle side = circle((LonLat){ 90, 0 }, 40, FALSE), pole = circle((LonLat){ 0, 90 }, 30, TRUE);
    double disc = G_PI * 150 * 150, s30 = sin(SPHERE_RADIANS(30)), s40 = sin(SPHERE_RADIANS(40));

    g_assert_cmpfloat_with_epsilon(draw(&globe, front.points, front.n, NULL, 0).area, disc, 200);
    g_assert_cmpuint(draw(&globe, back.points, back.n, NULL, 0).rings, ==, 0);
    /* A cap that the horizon halves shows the part of the disc that its chord cuts off. */
    g_assert_cmpfloat_with_epsilon(draw(&globe, side.points, side.n, NULL, 0).area,
                                   150 * 150 * (SPHERE_RADIANS(40) - s40 * cos(SPHERE_RADIANS(40))),
                                   20);
    g_assert_cmpfloat_with_epsilon(draw(&globe, pole.points, pole.n, NULL, 0).area,
                                   150 * 150 * (SPHERE_RADIANS(30) - s30 * cos(SPHERE_RADIANS(30))),
                                   20);
}

/* A polygon around all that can be seen, and one around the antimeridian and both poles that
 * crosses it nowhere. */
static void
test_edge_inside(void)
{
    Projection plane = make("azimuthal-equal-area", 0, 0), world = make("equal-earth", 0, 0);
    LonLat lens[72];
    Shape shape;

    for (int i = 0; i < 36; i++) {
        double lat = -87.5 + 5 * i;

        lens[i] = (LonLat){ 100, lat };
        lens[71 - i] = (LonLat){ -100, lat };
    }
    /* Over the poles and down the other side the lens is the narrower half. */
    shape = draw(&world, lens, 72, NULL, 0);
    g_assert_cmpfloat_with_epsilon(shape.area, true_area(lens, 72, 150), 200);
    g_assert_cmpfloat_with_epsilon(draw(&plane, lens, 72, NULL, 0).area, true_area(lens, 72, 150),
                                   200);
}

static void
test_outlines(void)
{
    for (guint i = 0; projection_type_names[i] != NULL; i++) {
        g_autoptr(Path) path = path_new();
        Projection projection = make(projection_type_names[i], 150, 30);
        g_autoptr(ProjectionStream) stream =
            projection_stream_new(&projection, everywhere, 0.02, path);
        Shape shape;

        projection_stream_outline(stream);
        shape = measure(path);
        g_assert_cmpuint(shape.rings, ==, 1);
        if (projection.type->is_equal_area)
            g_assert_cmpfloat_with_epsilon(shape.area, 4 * G_PI * 150 * 150, 100);
    }
}

static guint
count_moves(const Path *path)
{
    guint n = 0;

    for (guint i = 0; i < path_length(path); i++)
        n += path_segments(path)[i].verb == PATH_MOVE;
    return n;
}

static double
random_to(guint32 *state, double from, double to)
{
    *state = *state * 1664525u + 1013904223u;
    return from + (to - from) * (*state >> 8) / (1 << 24);
}

static double
distance_to(const Path *path, Point p)
{
    double best = INFINITY;

    for (guint i = 1; i < path_length(path); i++) {
        Point a = path_segments(path)[i - 1].p[0], b = path_segments(path)[i].p[0];
        double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
        double t = ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2;

        if (path_segments(path)[i].verb == PATH_LINE)
            best =
                MIN(best, hypot(a.x + CLAMP(t, 0, 1) * dx - p.x, a.y + CLAMP(t, 0, 1) * dy - p.y));
    }
    return best;
}

/* The middle of a great circle lies on the line that is drawn for it, however short, wherever and
 * in whichever projection: within the tolerance. */
static void
test_bends(void)
{
    guint32 state = 7;
    double worst = 0;

    for (guint i = 0; projection_type_names[i] != NULL; i++)
        for (int k = 0; k < 4000; k++) {
            Projection projection = make(projection_type_names[i], 0, k % 2 * 40);
            double reach = exp(random_to(&state, log(0.01), log(30)));
            LonLat a = { random_to(&state, -140, 140), random_to(&state, -84, 84) };
            LonLat b = { a.lon + random_to(&state, -reach, reach),
                         CLAMP(a.lat + random_to(&state, -reach, reach), -84, 84) };
            double la = SPHERE_RADIANS(a.lat), lb = SPHERE_RADIANS(b.lat);
            double lon = SPHERE_RADIANS(b.lon - a.lon);
            double x = cos(la) + cos(lb) * cos(lon), y = cos(lb) * sin(lon), z = sin(la) + sin(lb);
            LonLat middle = { a.lon + SPHERE_DEGREES(atan2(y, x)),
                              SPHERE_DEGREES(atan2(z, hypot(x, y))) };
            g_autoptr(Path) path = path_new();
            g_autoptr(ProjectionStream) stream = NULL;
            Point at, ends[2];

            projection.scale = exp(random_to(&state, log(50), log(20000)));
            if (!projection_forward(&projection, middle, &at) ||
                !projection_forward(&projection, a, &ends[0]) ||
                !projection_forward(&projection, b, &ends[1]) || fabs(middle.lon) > 170 ||
                fabs(b.lon) > 170 || hypot(at.x, at.y) > 1e6)
                continue;
            stream = projection_stream_new(&projection, (Rect){ -2e6, -2e6, 4e6, 4e6 }, 0.25, path);
            sink_send_line(projection_stream_sink(stream), (LonLat[]){ a, b }, NULL, 2);
            if (path_length(path) == 0) /* A point: no longer than what is left out. */
                continue;
            worst = MAX(worst, distance_to(path, at));
        }
    g_assert_cmpfloat(worst, <, 0.26);
}

static void
test_lines(void)
{
    const LonLat route[] = { { 139.7, 35.7 }, { -77, -12 } };
    g_autoptr(Path) cut = path_new(), whole = path_new(), off = path_new();
    Projection world = make("equal-earth", 0, 0), pacific = make("equal-earth", 180, 0);
    g_autoptr(ProjectionStream) a = projection_stream_new(&world, page, 0.25, cut);
    g_autoptr(ProjectionStream) b = projection_stream_new(&pacific, page, 0.25, whole);
    g_autoptr(ProjectionStream) c =
        projection_stream_new(&world, (Rect){ 0, 0, 20, 20 }, 0.25, off);

    sink_send_line(projection_stream_sink(a), route, NULL, 2);
    sink_send_line(projection_stream_sink(b), route, NULL, 2);
    sink_send_line(projection_stream_sink(c), route, NULL, 2);
    g_assert_cmpuint(count_moves(cut), ==, 2);
    g_assert_cmpuint(count_moves(whole), ==, 1);
    g_assert_cmpuint(path_length(whole), >, 8);
    g_assert_cmpuint(path_length(off), ==, 0);
    /* Nothing, a point and poles alone draw nothing. */
    sink_send_line(projection_stream_sink(c), route, NULL, 0);
    sink_send_line(projection_stream_sink(c), route, NULL, 1);
    sink_send_line(projection_stream_sink(a), (LonLat[]){ { 0, 90 }, { 10, 90 } }, NULL, 2);
    g_assert_cmpuint(count_moves(cut), ==, 2);
}

static void
test_graticule(void)
{
    g_autoptr(Path) path = path_new();
    Projection world = make("equal-earth", 0, 0);
    g_autoptr(ProjectionStream) stream = projection_stream_new(&world, page, 0.25, path);

    g_assert_cmpfloat(graticule_step(360, 12), ==, 30);
    g_assert_cmpfloat(graticule_step(50, 5), ==, 10);
    g_assert_cmpfloat(graticule_step(0.1, 5), ==, 0.25);
    graticule_send((Extent){ -180, -90, 180, 90 }, 30, projection_stream_sink(stream));
    g_assert_cmpuint(count_moves(path), ==, 12 + 5);
}

/* A border between two nodes, seen from both sides, loses the same points. */
static void
test_simplify_shared(void)
{
    SinkPoint there[402], back[401];
    gsize n_there, n_back;

    for (int i = 0; i < 400; i++) {
        SinkPoint at = { i * 0.3, 2 * sin(i * 0.37) + 0.2 * cos(i * 2.1), i == 0 || i == 399 };

        there[i] = back[399 - i] = at;
    }
    there[400] = (SinkPoint){ 60, 90, FALSE };
    there[401] = (SinkPoint){ 40, 70, FALSE };
    back[400] = (SinkPoint){ 60, -90, FALSE };
    n_there = clip_simplify(there, 402, TRUE, 0.25);
    n_back = clip_simplify(back, 401, TRUE, 0.25);
    g_assert_cmpuint(n_there, ==, n_back + 1);
    g_assert_cmpuint(n_there, <, 300);
    g_assert_cmpuint(n_there, >, 30);
    for (gsize i = 0; i + 1 < n_back; i++) {
        g_assert_cmpfloat(there[i].x, ==, back[n_back - 2 - i].x);
        g_assert_cmpfloat(there[i].y, ==, back[n_back - 2 - i].y);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/stream/areas-kept", test_areas_kept);
    g_test_add_func("/stream/bends", test_bends);
    g_test_add_func("/stream/antimeridian", test_antimeridian);
    g_test_add_func("/stream/poles", test_poles);
    g_test_add_func("/stream/horizon", test_horizon);
    g_test_add_func("/stream/edge-inside", test_edge_inside);
    g_test_add_func("/stream/outlines", test_outlines);
    g_test_add_func("/stream/lines", test_lines);
    g_test_add_func("/stream/graticule", test_graticule);
    g_test_add_func("/stream/simplify-shared", test_simplify_shared);
    return g_test_run();
}
