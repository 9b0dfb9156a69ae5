#include "base/path.h"

/* Straight steps of a cubic: at 300 px of radius a quarter of a circle is off by 0.4 px at most. */
#define CURVE_STEPS 16
/* Shorter pieces are specks and no lines, px. */
#define LEAST_PIECE 0.5
/* More lines than this are no hatch but a shape that is far too large, or a spacing of nothing. */
#define MOST_LINES 100000

/* Where the shape's outline meets a line of the hatch: the place along it. */
typedef struct {
    gint line;
    double at;
} Crossing;

typedef struct {
    Point along; /* of length 1 */
    double spacing;
    GArray *crossings;
} Hatching;

/* Along and across the lines of the hatch. */
static Point
turned(const Hatching *hatching, Point p)
{
    Point u = hatching->along;

    return (Point){ p.x * u.x + p.y * u.y, p.y * u.x - p.x * u.y };
}

/* Each edge owns its upper end and not its lower one, so that a corner on a line counts once. */
static void
add_edge(Hatching *hatching, Point from, Point to)
{
    Point a = turned(hatching, from), b = turned(hatching, to);
    double low = MIN(a.y, b.y) / hatching->spacing, high = MAX(a.y, b.y) / hatching->spacing;

    if (!isfinite(low) || !isfinite(high) || fabs(low) > MOST_LINES || fabs(high) > MOST_LINES)
        return;
    for (gint line = (gint)ceil(low); line < high; line++) {
        double t = (line * hatching->spacing - a.y) / (b.y - a.y);
        Crossing crossing = { line, a.x + t * (b.x - a.x) };

        g_array_append_val(hatching->crossings, crossing);
    }
}

static Point
curve_at(Point start, const Point *p, double t)
{
    double s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;

    return (Point){ a * start.x + b * p[0].x + c * p[1].x + d * p[2].x,
                    a * start.y + b * p[0].y + c * p[1].y + d * p[2].y };
}

static void
add_curve(Hatching *hatching, Point start, const Point *p)
{
    Point from = start;

    for (guint i = 1; i <= CURVE_STEPS; i++) {
        Point to = i == CURVE_STEPS ? p[2] : curve_at(start, p, (double)i / CURVE_STEPS);

        add_edge(hatching, from, to);
        from = to;
    }
}

/* Surfaces close by themselves, with a close or without. */
static void
add_outline(Hatching *hatching, const Path *shape)
{
    const PathSegment *segments = path_segments(shape);
    Point start = { 0, 0 }, pen = start;

    for (guint i = 0; i < path_length(shape); i++) {
        const PathSegment *segment = &segments[i];

        switch (segment->verb) {
        case PATH_MOVE:
            add_edge(hatching, pen, start);
            start = pen = segment->p[0];
            break;
        case PATH_LINE:
            add_edge(hatching, pen, segment->p[0]);
            pen = segment->p[0];
            break;
        case PATH_CURVE:
            add_curve(hatching, pen, segment->p);
            pen = segment->p[2];
            break;
        case PATH_CLOSE:
            add_edge(hatching, pen, start);
            pen = start;
            break;
        }
    }
    add_edge(hatching, pen, start);
}

static gint
crossing_compare(gconstpointer a, gconstpointer b)
{
    const Crossing *x = a, *y = b;

    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return (x->at > y->at) - (x->at < y->at);
}

void
path_add_hatch(Path *path, const Path *shape, Point along, double spacing)
{
    double length = hypot(along.x, along.y);
    g_autoptr(GArray) crossings = g_array_new(FALSE, FALSE, sizeof(Crossing));
    Hatching hatching = { { along.x / length, along.y / length }, spacing, crossings };

    if (!(length > 0) || !(spacing > 0))
        return;
    add_outline(&hatching, shape);
    g_array_sort(crossings, crossing_compare);
    for (guint i = 0; i + 1 < crossings->len; i += 2) {
        Crossing from = g_array_index(crossings, Crossing, i);
        Crossing to = g_array_index(crossings, Crossing, i + 1);
        Point u = hatching.along;
        double across = from.line * spacing;

        if (to.at - from.at < LEAST_PIECE)
            continue;
        path_move_to(path, from.at * u.x - across * u.y, from.at * u.y + across * u.x);
        path_line_to(path, to.at * u.x - across * u.y, to.at * u.y + across * u.x);
    }
}
