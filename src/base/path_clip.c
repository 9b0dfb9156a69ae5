#include "base/path.h"

static gboolean
point_is_finite(Point p)
{
    return isfinite(p.x) && isfinite(p.y);
}

static gboolean
point_equal(Point a, Point b)
{
    return a.x == b.x && a.y == b.y;
}

/* a + t (b - a) without overflow for any finite a and b. */
static double
between(double a, double b, double t)
{
    return CLAMP(2 * (a / 2 + t * (b / 2 - a / 2)), MIN(a, b), MAX(a, b));
}

/* Where the way from a to b meets at, as a part of the way; a and b differ. */
static double
part_of_way(double a, double b, double at)
{
    return (at / 2 - a / 2) / (b / 2 - a / 2);
}

/* The stretch of a segment that is still inside. The coordinate of the edge that set an end is
 * kept: far outside the clip two different edges may round to one t. */
typedef struct {
    double t0, t1;
    Point start, end;
} Stretch;

/* Cuts the stretch of a-b to low <= x <= high (or y when vertical). FALSE: nothing is left. */
static gboolean
cut_stretch(Stretch *s, Point a, Point b, double low, double high, gboolean vertical)
{
    double from = vertical ? a.y : a.x, to = vertical ? b.y : b.x;
    double enter = from <= to ? low : high, leave = from <= to ? high : low;

    if (MAX(from, to) < low || MIN(from, to) > high)
        return FALSE;
    if (from < low || from > high) {
        double t = part_of_way(from, to, enter);

        if (t >= s->t0) {
            s->t0 = t;
            s->start = vertical ? (Point){ between(a.x, b.x, t), enter }
                                : (Point){ enter, between(a.y, b.y, t) };
        }
    }
    if (to < low || to > high) {
        double t = part_of_way(from, to, leave);

        if (t <= s->t1) {
            s->t1 = t;
            s->end = vertical ? (Point){ between(a.x, b.x, t), leave }
                              : (Point){ leave, between(a.y, b.y, t) };
        }
    }
    return s->t0 <= s->t1;
}

static Point
point_in_rect(Point p, Rect r)
{
    return (Point){ CLAMP(p.x, r.x, rect_right(r)), CLAMP(p.y, r.y, rect_bottom(r)) };
}

void
path_add_clipped_line(Path *path, const Point *points, gsize n, Rect clip)
{
    gboolean down = FALSE; /* the path ends at pen and may go on from there */
    Point pen = { 0, 0 };

    for (gsize i = 1; i < n; i++) {
        Point a = points[i - 1], b = points[i];
        Stretch s = { 0, 1, a, b };

        if (!point_is_finite(a) || !point_is_finite(b)) {
            down = FALSE;
            continue;
        }
        if (!cut_stretch(&s, a, b, clip.x, rect_right(clip), FALSE) ||
            !cut_stretch(&s, a, b, clip.y, rect_bottom(clip), TRUE))
            continue;

        s.start = point_in_rect(s.start, clip);
        s.end = point_in_rect(s.end, clip);
        if (point_equal(s.start, s.end))
            continue;
        if (!down || !point_equal(pen, s.start))
            path_move_to(path, s.start.x, s.start.y);
        path_line_to(path, s.end.x, s.end.y);
        pen = s.end;
        down = TRUE;
    }
}

/* The half plane on which sign * (x or y) <= sign * at. */
typedef struct {
    gboolean vertical;
    double sign, at;
} HalfPlane;

static gboolean
is_inside(HalfPlane h, Point p)
{
    return h.sign * (h.vertical ? p.y : p.x) <= h.sign * h.at;
}

/* Counted from the inner point, which is the near one when the other is far away. */
static Point
crossing(HalfPlane h, Point inner, Point outer)
{
    double t;

    if (h.vertical) {
        t = part_of_way(inner.y, outer.y, h.at);
        return (Point){ between(inner.x, outer.x, t), h.at };
    }
    t = part_of_way(inner.x, outer.x, h.at);
    return (Point){ h.at, between(inner.y, outer.y, t) };
}

static void
append_distinct(GArray *points, Point p)
{
    if (points->len == 0 || !point_equal(g_array_index(points, Point, points->len - 1), p))
        g_array_append_val(points, p);
}

static void
cut_polygon(const Point *points, gsize n, HalfPlane h, GArray *ret_points)
{
    g_array_set_size(ret_points, 0);
    for (gsize i = 0; i < n; i++) {
        Point p = points[i], previous = points[(i + n - 1) % n];
        gboolean inside = is_inside(h, p), was_inside = is_inside(h, previous);

        if (inside && !was_inside)
            append_distinct(ret_points, crossing(h, p, previous));
        else if (!inside && was_inside)
            append_distinct(ret_points, crossing(h, previous, p));
        if (inside)
            append_distinct(ret_points, p);
    }
}

static gboolean
all_inside(HalfPlane h, const GArray *points)
{
    for (guint i = 0; i < points->len; i++)
        if (!is_inside(h, g_array_index(points, Point, i)))
            return FALSE;
    return TRUE;
}

static void
add_polygon(Path *path, const Point *points, guint n)
{
    double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;

    while (n > 1 && point_equal(points[0], points[n - 1]))
        n--;
    for (guint i = 0; i < n; i++) {
        x0 = MIN(x0, points[i].x);
        x1 = MAX(x1, points[i].x);
        y0 = MIN(y0, points[i].y);
        y1 = MAX(y1, points[i].y);
    }
    /* What merely touches the clip is left as a line on its edge. */
    if (n < 3 || x0 == x1 || y0 == y1)
        return;

    path_move_to(path, points[0].x, points[0].y);
    for (guint i = 1; i < n; i++)
        path_line_to(path, points[i].x, points[i].y);
    path_close(path);
}

void
path_add_clipped_polygon(Path *path, const Point *points, gsize n, Rect clip)
{
    const HalfPlane edges[] = {
        { FALSE, -1, clip.x },
        { FALSE, 1, rect_right(clip) },
        { TRUE, -1, clip.y },
        { TRUE, 1, rect_bottom(clip) },
    };
    g_autoptr(GArray) from = g_array_sized_new(FALSE, FALSE, sizeof(Point), (guint)n);
    g_autoptr(GArray) to = g_array_new(FALSE, FALSE, sizeof(Point));

    for (gsize i = 0; i < n; i++)
        append_distinct(from, points[i]);
    for (guint i = 0; i < G_N_ELEMENTS(edges) && from->len > 0; i++) {
        GArray *swap = from;

        if (all_inside(edges[i], from))
            continue;
        cut_polygon((const Point *)(gconstpointer)from->data, from->len, edges[i], to);
        from = to;
        to = swap;
    }
    add_polygon(path, (const Point *)(gconstpointer)from->data, from->len);
}
