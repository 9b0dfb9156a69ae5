#include "layout/occupancy_fill.h"

/* Chords of a curve: within half a pixel for the curves that marks draw. */
#define CURVE_STEPS 12

/* Where an edge crosses the middle of a row, in squares. */
typedef struct {
    int row, way;
    double x;
} Crossing;

typedef void (*EdgeFunc)(gpointer data, Point from, Point to);

static Point
curve_at(Point a, const Point p[3], double t)
{
    double u = 1 - t;
    double b[] = { u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t };

    return (Point){ b[0] * a.x + b[1] * p[0].x + b[2] * p[1].x + b[3] * p[2].x,
                    b[0] * a.y + b[1] * p[0].y + b[2] * p[1].y + b[3] * p[2].y };
}

/* Every straight piece of a path; with close, each run ends where it began. */
static void
path_edges(const PathSegment *segments, guint n, gboolean close, EdgeFunc edge, gpointer data)
{
    Point start = { 0, 0 }, at = { 0, 0 };

    for (guint i = 0; i < n; i++) {
        const PathSegment *segment = &segments[i];

        switch (segment->verb) {
        case PATH_MOVE:
            if (close)
                edge(data, at, start);
            start = at = segment->p[0];
            break;
        case PATH_LINE:
            edge(data, at, segment->p[0]);
            at = segment->p[0];
            break;
        case PATH_CURVE: {
            Point from = at;

            for (guint step = 1; step <= CURVE_STEPS; step++) {
                Point to = curve_at(from, segment->p, (double)step / CURVE_STEPS);

                edge(data, at, to);
                at = to;
            }
            break;
        }
        case PATH_CLOSE:
            edge(data, at, start);
            at = start;
            break;
        }
    }
    if (close)
        edge(data, at, start);
}

typedef struct {
    Occupancy *occupancy;
    GArray *crossings;
    double width;
} Edges;

static void
edges_cross(gpointer data, Point from, Point to)
{
    Edges *edges = data;
    Point a = occupancy_square(edges->occupancy, from), b = occupancy_square(edges->occupancy, to);
    int way = a.y < b.y ? 1 : -1, first, end;

    if (a.y == b.y || !isfinite(a.x + a.y + b.x + b.y))
        return;
    first = (int)CLAMP(ceil(MIN(a.y, b.y) - 0.5), 0, edges->occupancy->rows);
    end = (int)CLAMP(ceil(MAX(a.y, b.y) - 0.5), 0, edges->occupancy->rows);
    for (int row = first; row < end; row++) {
        Crossing crossing = { row, way, a.x + (b.x - a.x) * (row + 0.5 - a.y) / (b.y - a.y) };

        g_array_append_val(edges->crossings, crossing);
    }
}

static int
crossing_compare(const void *a, const void *b)
{
    const Crossing *left = a, *right = b;

    if (left->row != right->row)
        return left->row < right->row ? -1 : 1;
    return left->x < right->x ? -1 : left->x > right->x;
}

void
occupancy_add_polygon(Occupancy *occupancy, Taken kind, const PathSegment *segments, guint n)
{
    g_autoptr(GArray) crossings = g_array_new(FALSE, FALSE, sizeof(Crossing));
    Edges edges = { occupancy, crossings, 0 };
    int winding = 0;

    path_edges(segments, n, TRUE, edges_cross, &edges);
    g_array_sort(crossings, crossing_compare);
    for (guint i = 0; i + 1 < crossings->len; i++) {
        const Crossing *left = &g_array_index(crossings, Crossing, i), *right = left + 1;

        winding += left->way;
        if (right->row != left->row)
            winding = 0;
        else if (winding != 0)
            occupancy_take(occupancy, kind, left->row, left->x, right->x);
    }
}

void
occupancy_add_line(Occupancy *occupancy, Taken kind, Point from, Point to, double width)
{
    Point a = occupancy_square(occupancy, from), b = occupancy_square(occupancy, to);
    double half = width / 2 / occupancy->pitch;
    int first, end;

    if (!isfinite(a.x + a.y + b.x + b.y))
        return;
    if (a.y > b.y) {
        Point swap = a;

        a = b;
        b = swap;
    }
    first = (int)CLAMP(floor(a.y - half), 0, occupancy->rows);
    end = (int)CLAMP(ceil(b.y + half), 0, occupancy->rows);
    for (int row = first; row < end; row++) {
        /* The piece of the line that comes within half its width of the row. */
        double top = CLAMP(row - half, a.y, b.y), bottom = CLAMP(row + 1 + half, a.y, b.y);
        double slope = b.y - a.y > 1e-9 ? (b.x - a.x) / (b.y - a.y) : 0;
        double x0 = b.y - a.y > 1e-9 ? a.x + (top - a.y) * slope : a.x;
        double x1 = b.y - a.y > 1e-9 ? a.x + (bottom - a.y) * slope : b.x;

        occupancy_take(occupancy, kind, row, MIN(x0, x1) - half, MAX(x0, x1) + half);
    }
}

static void
edges_stroke(gpointer data, Point from, Point to)
{
    const Edges *edges = data;

    occupancy_add_line(edges->occupancy, TAKEN_INK, from, to, edges->width);
}

void
occupancy_add_stroke(Occupancy *occupancy, const PathSegment *segments, guint n, double width)
{
    Edges edges = { occupancy, NULL, width };

    path_edges(segments, n, FALSE, edges_stroke, &edges);
}
