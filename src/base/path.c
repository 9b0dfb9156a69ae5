#include "base/path.h"

struct Path {
    PathSegment *segments;
    guint n, room;
};

Path *
path_new(void)
{
    return g_new0(Path, 1);
}

void
path_free(Path *path)
{
    if (path == NULL)
        return;
    g_free(path->segments);
    g_free(path);
}

/* For n more. Grows by half: maps have long paths, and many. */
static void
make_room(Path *path, guint n)
{
    if (path->room - path->n >= n)
        return;
    path->room = MAX(path->n + n, MAX(16, path->room + path->room / 2));
    path->segments = g_renew(PathSegment, path->segments, path->room);
}

static void
add(Path *path, PathSegment segment)
{
    make_room(path, 1);
    path->segments[path->n++] = segment;
}

void
path_move_to(Path *path, double x, double y)
{
    add(path, (PathSegment){ PATH_MOVE, { { x, y } } });
}

void
path_line_to(Path *path, double x, double y)
{
    PathVerb verb = path->n == 0 ? PATH_MOVE : PATH_LINE;

    add(path, (PathSegment){ verb, { { x, y } } });
}

void
path_curve_to(Path *path, Point control1, Point control2, Point end)
{
    if (path->n == 0)
        path_move_to(path, control1.x, control1.y);
    add(path, (PathSegment){ PATH_CURVE, { control1, control2, end } });
}

void
path_close(Path *path)
{
    if (path->n > 0)
        add(path, (PathSegment){ .verb = PATH_CLOSE });
}

void
path_snap(Path *path, double step)
{
    for (guint i = 0; i < path->n; i++) {
        PathSegment *segment = &path->segments[i];

        for (guint k = 0; k < path_verb_points(segment->verb); k++) {
            segment->p[k].x = round(segment->p[k].x / step) * step;
            segment->p[k].y = round(segment->p[k].y / step) * step;
        }
    }
}

void
path_append(Path *path, const Path *other)
{
    guint n = other->n;

    make_room(path, n);
    for (guint i = 0; i < n; i++)
        path->segments[path->n++] = other->segments[i];
}

static Point
on_circle(Point centre, double radius, double angle)
{
    return (Point){ centre.x + radius * cos(angle), centre.y + radius * sin(angle) };
}

void
path_arc(Path *path, Point centre, double radius, double start, double end)
{
    double sweep = CLAMP(end - start, -2 * G_PI, 2 * G_PI);
    double step, handle;
    Point from;
    int n;

    if (!isfinite(centre.x) || !isfinite(centre.y) || !isfinite(radius) || radius < 0 ||
        !isfinite(start) || !isfinite(end))
        return;

    from = on_circle(centre, radius, start);
    path_line_to(path, from.x, from.y);
    if (sweep == 0 || radius == 0)
        return;

    /* The tolerance keeps a quarter that rounding made a hair wider in one piece. */
    n = MAX(1, (int)ceil(fabs(sweep) / G_PI_2 - 1e-9));
    step = sweep / n;
    handle = 4.0 / 3.0 * tan(step / 4) * radius;
    for (int i = 0; i < n; i++) {
        double a = start + i * step, b = i + 1 == n ? start + sweep : start + (i + 1) * step;
        Point to = on_circle(centre, radius, b);

        path_curve_to(path, (Point){ from.x - handle * sin(a), from.y + handle * cos(a) },
                      (Point){ to.x + handle * sin(b), to.y - handle * cos(b) }, to);
        from = to;
    }
}

guint
path_length(const Path *path)
{
    return path->n;
}

const PathSegment *
path_segments(const Path *path)
{
    return path->segments;
}

guint
path_verb_points(PathVerb verb)
{
    switch (verb) {
    case PATH_MOVE:
    case PATH_LINE:
        return 1;
    case PATH_CURVE:
        return 3;
    case PATH_CLOSE:
        return 0;
    }
    g_assert_not_reached();
}

Rect
path_bounds(const Path *path)
{
    double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;

    for (guint i = 0; i < path->n; i++) {
        const PathSegment *segment = &path_segments(path)[i];

        for (guint k = 0; k < path_verb_points(segment->verb); k++) {
            x0 = MIN(x0, segment->p[k].x);
            x1 = MAX(x1, segment->p[k].x);
            y0 = MIN(y0, segment->p[k].y);
            y1 = MAX(y1, segment->p[k].y);
        }
    }
    return x0 <= x1 ? rect_between(x0, y0, x1, y1) : (Rect){ 0, 0, 0, 0 };
}
