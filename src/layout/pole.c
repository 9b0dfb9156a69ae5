#include "layout/pole.h"

/* Differences below this, px, are not seen. */
#define PRECISION 0.5
/* No outline of a figure needs more squares than this. */
#define MAX_CELLS 4000

/* A square that may hold the pole. */
typedef struct {
    Point centre;
    double half;     /* of its side */
    double distance; /* of its centre from the outline, negative outside */
    double most;     /* no point in the square lies farther from the outline */
} PoleCell;

static double
pole_segment_distance(Point at, Point from, Point to)
{
    double dx = to.x - from.x, dy = to.y - from.y, length = dx * dx + dy * dy, share = 0;

    if (length > 0)
        share = CLAMP(((at.x - from.x) * dx + (at.y - from.y) * dy) / length, 0, 1);
    return hypot(at.x - from.x - share * dx, at.y - from.y - share * dy);
}

/* From a point to the outline; negative outside of it. */
static double
pole_distance(const Point *points, gsize n, Point at)
{
    double least = G_MAXDOUBLE;
    gboolean inside = FALSE;

    for (gsize i = 0, k = n - 1; i < n; k = i++) {
        Point a = points[i], b = points[k];

        if ((a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
        least = MIN(least, pole_segment_distance(at, a, b));
    }
    return inside ? least : -least;
}

static PoleCell
pole_cell(const Point *points, gsize n, Point centre, double half)
{
    double distance = pole_distance(points, n, centre);

    return (PoleCell){ centre, half, distance, distance + half * G_SQRT2 };
}

/* The squares as a heap, the most promising first; of equal ones the upper, then the left. */
static gboolean
pole_cell_before(const PoleCell *a, const PoleCell *b)
{
    if (a->most != b->most)
        return a->most > b->most;
    return a->centre.y != b->centre.y ? a->centre.y < b->centre.y : a->centre.x < b->centre.x;
}

static void
pole_heap_add(GArray *heap, PoleCell cell)
{
    guint at = heap->len;
    PoleCell *cells;

    g_array_append_val(heap, cell);
    cells = (PoleCell *)(gpointer)heap->data;
    while (at > 0 && pole_cell_before(&cell, &cells[(at - 1) / 2])) {
        cells[at] = cells[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    cells[at] = cell;
}

static PoleCell
pole_heap_take(GArray *heap)
{
    PoleCell *cells = (PoleCell *)(gpointer)heap->data, first = cells[0];
    PoleCell last = cells[heap->len - 1];
    guint at = 0, n = heap->len - 1;

    g_array_set_size(heap, n);
    for (guint child = 1; child < n; child = 2 * at + 1) {
        if (child + 1 < n && pole_cell_before(&cells[child + 1], &cells[child]))
            child++;
        if (!pole_cell_before(&cells[child], &last))
            break;
        cells[at] = cells[child];
        at = child;
    }
    if (n > 0)
        cells[at] = last;
    return first;
}

static Rect
pole_bounds(const Point *points, gsize n)
{
    Rect bounds = { points[0].x, points[0].y, 0, 0 };

    for (gsize i = 1; i < n; i++) {
        double right = MAX(rect_right(bounds), points[i].x);
        double bottom = MAX(rect_bottom(bounds), points[i].y);

        bounds.x = MIN(bounds.x, points[i].x);
        bounds.y = MIN(bounds.y, points[i].y);
        bounds.width = right - bounds.x;
        bounds.height = bottom - bounds.y;
    }
    return bounds;
}

/* Squares that cover the polygon, halved wherever they may hold a better point than the best. */
static PoleCell
pole_search(const Point *points, gsize n, Rect bounds)
{
    g_autoptr(GArray) heap = g_array_new(FALSE, FALSE, sizeof(PoleCell));
    double side = MAX(MIN(bounds.width, bounds.height), MAX(bounds.width, bounds.height) / 64);
    double half = side / 2;
    PoleCell best = pole_cell(
        points, n, (Point){ bounds.x + bounds.width / 2, bounds.y + bounds.height / 2 }, 0);
    guint cells = 0;

    for (double y = bounds.y; y < rect_bottom(bounds); y += side)
        for (double x = bounds.x; x < rect_right(bounds); x += side)
            pole_heap_add(heap, pole_cell(points, n, (Point){ x + half, y + half }, half));
    while (heap->len > 0 && cells < MAX_CELLS) {
        PoleCell cell = pole_heap_take(heap);

        if (cell.distance > best.distance)
            best = cell;
        if (cell.most - best.distance <= PRECISION)
            break;
        half = cell.half / 2;
        for (guint k = 0; k < 4; k++, cells++)
            pole_heap_add(heap, pole_cell(points, n,
                                          (Point){ cell.centre.x + (k % 2 == 0 ? -half : half),
                                                   cell.centre.y + (k < 2 ? -half : half) },
                                          half));
    }
    return best;
}

Pole
pole_of_inaccessibility(const Point *points, gsize n, double aspect)
{
    g_autofree Point *squeezed = NULL;
    PoleCell best;
    Rect bounds;

    if (n < 3 || !(aspect > 0))
        return (Pole){ 0 };
    squeezed = g_new(Point, n);
    for (gsize i = 0; i < n; i++)
        squeezed[i] = (Point){ points[i].x / aspect, points[i].y };
    bounds = pole_bounds(squeezed, n);
    if (!(bounds.width > 0) || !(bounds.height > 0))
        return (Pole){ 0 };
    best = pole_search(squeezed, n, bounds);
    if (best.distance <= 0)
        return (Pole){ 0 };
    return (Pole){ .at = { best.centre.x * aspect, best.centre.y },
                   .width = best.distance * G_SQRT2 * aspect,
                   .height = best.distance * G_SQRT2 };
}

/* The part of a way from a to b that lies between two lines, cut from [*from, *to]. */
static void
pole_cut(double a, double b, double low, double high, double *from, double *to)
{
    double one = a < b ? low : high, other = a < b ? high : low;

    if (a == b) {
        *to = a > low && a < high ? *to : -1;
        return;
    }
    *from = MAX(*from, (one - a) / (b - a));
    *to = MIN(*to, (other - a) / (b - a));
}

gboolean
pole_holds_box(const Point *points, gsize n, Rect box)
{
    for (gsize i = 0; i < n; i++) {
        Point a = points[i], b = points[(i + 1) % n];
        double from = 0, to = 1;

        pole_cut(a.x, b.x, box.x, rect_right(box), &from, &to);
        pole_cut(a.y, b.y, box.y, rect_bottom(box), &from, &to);
        if (from < to)
            return FALSE;
    }
    return n > 2 &&
           pole_distance(points, n, (Point){ box.x + box.width / 2, box.y + box.height / 2 }) > 0;
}
