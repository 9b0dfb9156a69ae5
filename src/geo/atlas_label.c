/* The place in a polygon that is farthest from its edge (pole of inaccessibility; D. Garcia-
 * Castellanos, U. Lombardo, Scottish Geographical Journal 123(3), 2007), by squares that are
 * quartered while they can hold something better (V. Agafonkin, polylabel, 2016). */
#include "geo/atlas_own.h"
#include "geo/projection_type.h"

enum { MOST_POINTS = 160, FINENESS = 20 };

/* A lake that is smaller than this share of its land has no room for words to be kept out of. */
#define SMALL_HOLE 1e-4

typedef struct {
    double x, y, half, depth;
} Cell;

/* To the nearest edge; negative outside. points holds pairs: the two ends of each edge. */
static double
depth_at(const GArray *edges, double x, double y)
{
    const Point *p = (const Point *)(gconstpointer)edges->data;
    double least = INFINITY;
    gboolean inside = FALSE;

    for (guint i = 0; i < edges->len; i += 2) {
        Point a = p[i], b = p[i + 1];
        double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy, t;

        if ((a.y > y) != (b.y > y) && x < dx * (y - a.y) / dy + a.x)
            inside = !inside;
        t = length2 == 0 ? 0 : CLAMP(((x - a.x) * dx + (y - a.y) * dy) / length2, 0, 1);
        least = MIN(least, hypot(x - a.x - t * dx, y - a.y - t * dy));
    }
    return inside ? least : -least;
}

static void
add_edges(const Own *own, const OwnRing *ring, const Projection *projection, GArray *edges)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(LonLat));
    guint step, n;
    Point before, first;

    own_ring_points(own, ring, points, NULL);
    n = points->len - 1;
    step = n / MOST_POINTS + 1;
    if (!projection_forward(projection, g_array_index(points, LonLat, 0), &first))
        return;
    before = first;
    for (guint i = step; i < n; i += step) {
        Point at;

        if (!projection_forward(projection, g_array_index(points, LonLat, i), &at))
            continue;
        g_array_append_val(edges, before);
        g_array_append_val(edges, at);
        before = at;
    }
    g_array_append_val(edges, before);
    g_array_append_val(edges, first);
}

static void
add_cell(GArray *cells, const GArray *edges, double x, double y, double half, Cell *best)
{
    Cell cell = { x, y, half, depth_at(edges, x, y) };

    if (cell.depth > best->depth)
        *best = cell;
    g_array_append_val(cells, cell);
}

/* The squares over the box of the edges, then their quarters, one size after the other. */
static Cell
search(const GArray *edges)
{
    g_autoptr(GArray) cells = g_array_new(FALSE, FALSE, sizeof(Cell));
    Cell best = { .depth = -INFINITY };
    double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY, size;

    for (guint i = 0; i < edges->len; i++) {
        Point p = g_array_index(edges, Point, i);

        x0 = MIN(x0, p.x);
        x1 = MAX(x1, p.x);
        y0 = MIN(y0, p.y);
        y1 = MAX(y1, p.y);
    }
    size = MAX(MIN(x1 - x0, y1 - y0), MAX(x1 - x0, y1 - y0) / FINENESS);
    for (double x = x0; x < x1; x += size)
        for (double y = y0; y < y1; y += size)
            add_cell(cells, edges, x + size / 2, y + size / 2, size / 2, &best);
    for (guint i = 0; i < cells->len; i++) {
        Cell cell = g_array_index(cells, Cell, i);
        double h = cell.half / 2;

        if (cell.depth + cell.half * G_SQRT2 - best.depth <= size / FINENESS)
            continue;
        add_cell(cells, edges, cell.x - h, cell.y - h, h, &best);
        add_cell(cells, edges, cell.x + h, cell.y - h, h, &best);
        add_cell(cells, edges, cell.x - h, cell.y + h, h, &best);
        add_cell(cells, edges, cell.x + h, cell.y + h, h, &best);
    }
    return best;
}

LonLat
own_label_point(const Own *own, const OwnArea *area)
{
    g_autoptr(GArray) edges = g_array_new(FALSE, FALSE, sizeof(Point));
    const OwnRing *main = own_ring_at(own, area->first_ring + area->main_ring);
    Projection projection = projection_for_extent(&projection_azimuthal_equal_area, main->extent);
    LonLat place = { 0, 0 };
    Cell best;

    add_edges(own, main, &projection, edges);
    for (guint i = area->main_ring + 1; i < area->n_rings; i++) {
        const OwnRing *hole = own_ring_at(own, area->first_ring + i);

        if (!hole->hole)
            break;
        if (hole->area_km2 < SMALL_HOLE * main->area_km2)
            continue;
        add_edges(own, hole, &projection, edges);
    }
    best = search(edges);
    projection_inverse(&projection, (Point){ best.x, best.y }, &place);
    return place;
}
