/* Cuts lines into pieces, and joins the pieces of polygons along the clip edge. All rings run with
 * their inside on the left, and so does the edge: where a piece leaves, the edge is followed to the
 * next piece that enters (K. Weiler, P. Atherton, SIGGRAPH 1977, for a convex clip region). */
#include "geo/clip_shape.h"

struct Clip {
    Sink sink;
    Sink *next;
    ClipShape shape;
    gboolean in_polygon;
    GPtrArray *rings; /* SinkPoints, of the polygon that is coming in */
};

static void
free_points(gpointer points)
{
    sink_points_free(points);
}

static void
add_point(SinkPoints *points, SinkPoint point)
{
    SinkPoint *last = points->n > 0 ? &points->at[points->n - 1] : NULL;

    if (last != NULL && last->x == point.x && last->y == point.y)
        last->keep = last->keep || point.keep;
    else
        sink_points_add(points, point);
}

static SinkPoints *
add_piece(GPtrArray *pieces, SinkPoint first)
{
    SinkPoints *piece = sink_points_new(16);

    sink_points_add(piece, first);
    g_ptr_array_add(pieces, piece);
    return piece;
}

/* Appends the visible pieces; returns whether the line was cut anywhere. A ring that was cut has
 * its first and last pieces joined when its first point is visible. */
static gboolean
cut_line(const ClipShape *shape, const SinkPoints *points, gboolean is_ring, GPtrArray *pieces)
{
    gsize n = points->n, edges = is_ring ? n : n - 1;
    guint first = pieces->len;
    gboolean starts_visible = shape->is_visible(shape->radius, &points->at[0]), was_cut = FALSE;
    SinkPoints *piece = NULL;

    if (starts_visible)
        piece = add_piece(pieces, points->at[0]);
    for (gsize i = 0; i < edges; i++) {
        const SinkPoint *b = &points->at[i + 1 < n ? i + 1 : 0];
        ClipCut cuts[2];
        guint n_cuts = shape->cut(shape->radius, &points->at[i], b, cuts);

        for (guint k = 0; k < n_cuts; k++) {
            was_cut = TRUE;
            if (cuts[k].leaves) {
                add_point(piece, cuts[k].out);
                piece = NULL;
            }
            if (cuts[k].enters)
                piece = add_piece(pieces, cuts[k].in);
        }
        if (piece != NULL && i + 1 < n)
            add_point(piece, *b);
    }
    if (is_ring && was_cut && starts_visible) {
        g_autoptr(SinkPoints) head = g_ptr_array_remove_index(pieces, first);

        for (gsize i = 0; i < head->n; i++)
            add_point(piece, head->at[i]);
    }
    return was_cut;
}

static void
send(Sink *next, const SinkPoints *points)
{
    next->line(next, points->at, points->n);
}

static double
distance_along(const ClipShape *shape, double from, double to)
{
    double distance = to < from ? to - from + shape->period : to - from;

    return distance > shape->period - 1e-9 ? 0 : distance;
}

/* The corners of the edge between two positions. */
static void
follow(const ClipShape *shape, double from, double distance, SinkPoints *out)
{
    for (double k = floor(from / shape->step) + 1; k * shape->step < from + distance; k++)
        add_point(out, shape->at(shape->radius, fmod(k * shape->step, shape->period)));
}

static double
piece_position(const ClipShape *shape, const SinkPoints *piece, gboolean at_end)
{
    return shape->position(shape->radius, &piece->at[at_end ? piece->n - 1 : 0]);
}

/* The piece that enters next after a position; used ones are NULL. */
static guint
next_piece(const ClipShape *shape, const GPtrArray *pieces, guint origin, const double *entries,
           double from)
{
    guint best = origin;
    double nearest = INFINITY;

    for (guint i = 0; i < pieces->len; i++) {
        double distance;

        if (g_ptr_array_index(pieces, i) == NULL && i != origin)
            continue;
        distance = distance_along(shape, from, entries[i]);
        if (distance < nearest) {
            nearest = distance;
            best = i;
        }
    }
    return best;
}

static void
join(const ClipShape *shape, GPtrArray *pieces, Sink *next)
{
    g_autofree double *entries = g_new(double, pieces->len);

    for (guint i = 0; i < pieces->len; i++)
        entries[i] = piece_position(shape, g_ptr_array_index(pieces, i), FALSE);
    for (guint origin = 0; origin < pieces->len; origin++) {
        g_autoptr(SinkPoints) ring = sink_points_new(64);
        guint i = origin;

        if (g_ptr_array_index(pieces, origin) == NULL)
            continue;
        do {
            SinkPoints *piece = g_ptr_array_index(pieces, i);
            double from = piece_position(shape, piece, TRUE);

            for (gsize k = 0; k < piece->n; k++)
                add_point(ring, piece->at[k]);
            sink_points_free(piece);
            g_ptr_array_index(pieces, i) = NULL;
            i = next_piece(shape, pieces, origin, entries, from);
            follow(shape, from, distance_along(shape, from, entries[i]), ring);
        } while (i != origin);
        send(next, ring);
    }
}

static void
send_whole_edge(Clip *clip)
{
    g_autoptr(SinkPoints) edge = sink_points_new(64);

    add_point(edge, clip->shape.at(clip->shape.radius, 0));
    follow(&clip->shape, 0, clip->shape.period, edge);
    send(clip->next, edge);
}

/* No ring meets the clip edge: it lies inside the polygon as a whole, or not at all. */
static gboolean
edge_is_inside(const Clip *clip)
{
    SinkPoint start = clip->shape.at(clip->shape.radius, 0);
    gboolean inside = FALSE;

    for (guint i = 0; i < clip->rings->len; i++) {
        const SinkPoints *ring = g_ptr_array_index(clip->rings, i);

        if (sphere_ring_contains(ring->at, ring->n, start.x, start.y))
            inside = !inside;
    }
    return inside;
}

static double
smaller_side(const SinkPoints *ring)
{
    double area = sphere_ring_area(ring->at, ring->n);

    return MIN(area, 4 * G_PI - area);
}

/* The largest ring is the outer one, whatever the order: files that were cut at a pole and mended
 * name the speck at the pole first. Holes have the inside of the polygon on their larger side. */
static void
orient(Clip *clip)
{
    guint outer = 0;

    for (guint i = 1; i < clip->rings->len; i++)
        if (smaller_side(g_ptr_array_index(clip->rings, i)) >
            smaller_side(g_ptr_array_index(clip->rings, outer)))
            outer = i;
    for (guint i = 0; i < clip->rings->len; i++) {
        SinkPoints *ring = g_ptr_array_index(clip->rings, i);
        gboolean left_is_small = sphere_ring_area(ring->at, ring->n) <= 2 * G_PI;

        if (left_is_small != (i == outer))
            sink_points_reverse(ring);
    }
}

/* Rings that lie before the edge as a whole need no trigonometry: in longitudes and latitudes they
 * turn as they do on the sphere, and the largest is the same. */
static gboolean
is_untouched(const Clip *clip)
{
    for (guint i = 0; i < clip->rings->len; i++) {
        const SinkPoints *ring = g_ptr_array_index(clip->rings, i);

        if (clip->shape.is_within == NULL ||
            !clip->shape.is_within(clip->shape.radius, ring->at, ring->n))
            return FALSE;
    }
    return TRUE;
}

/* Twice the area to the left of a ring on the plane of longitudes and latitudes. */
static double
flat_area(const SinkPoints *ring)
{
    const SinkPoint *a = &ring->at[ring->n - 1];
    double area = 0;

    for (gsize i = 0; i < ring->n; i++) {
        const SinkPoint *b = &ring->at[i];

        area += a->x * b->y - b->x * a->y;
        a = b;
    }
    return area;
}

static void
send_untouched(Clip *clip)
{
    g_autofree double *areas = g_new(double, clip->rings->len);
    guint outer = 0;

    for (guint i = 0; i < clip->rings->len; i++) {
        areas[i] = flat_area(g_ptr_array_index(clip->rings, i));
        if (fabs(areas[i]) > fabs(areas[outer]))
            outer = i;
    }
    clip->next->polygon_start(clip->next);
    for (guint i = 0; i < clip->rings->len; i++) {
        SinkPoints *ring = g_ptr_array_index(clip->rings, i);

        if ((areas[i] >= 0) != (i == outer))
            sink_points_reverse(ring);
        send(clip->next, ring);
    }
    clip->next->polygon_end(clip->next);
}

static void
send_polygon(Clip *clip)
{
    g_autoptr(GPtrArray) cut = g_ptr_array_new();

    if (is_untouched(clip)) {
        send_untouched(clip);
        return;
    }
    orient(clip);
    clip->next->polygon_start(clip->next);
    for (guint i = 0; i < clip->rings->len; i++) {
        g_autoptr(GPtrArray) pieces = g_ptr_array_new();
        const SinkPoints *ring = g_ptr_array_index(clip->rings, i);

        if (cut_line(&clip->shape, ring, TRUE, pieces)) {
            g_ptr_array_extend(cut, pieces, NULL, NULL);
            continue;
        }
        if (pieces->len > 0) {
            send(clip->next, g_ptr_array_index(pieces, 0));
            sink_points_free(g_ptr_array_index(pieces, 0));
        }
    }
    if (cut->len > 0)
        join(&clip->shape, cut, clip->next);
    else if (edge_is_inside(clip))
        send_whole_edge(clip);
    clip->next->polygon_end(clip->next);
}

static void
clip_line(Sink *sink, SinkPoint *points, gsize n)
{
    Clip *clip = (Clip *)sink;
    g_autoptr(SinkPoints) line = sink_points_new(n);
    g_autoptr(GPtrArray) pieces = NULL;

    for (gsize i = 0; i < n; i++)
        add_point(line, points[i]);
    if (line->n < (clip->in_polygon ? 3u : 2u))
        return;
    if (clip->shape.prepare != NULL)
        clip->shape.prepare(line, clip->in_polygon);
    if (line->n == 0) /* Nothing but a pole. */
        return;
    if (clip->in_polygon) {
        g_ptr_array_add(clip->rings, g_steal_pointer(&line));
        return;
    }
    pieces = g_ptr_array_new_with_free_func(free_points);
    cut_line(&clip->shape, line, FALSE, pieces);
    for (guint i = 0; i < pieces->len; i++)
        send(clip->next, g_ptr_array_index(pieces, i));
}

static void
clip_polygon_start(Sink *sink)
{
    Clip *clip = (Clip *)sink;

    clip->in_polygon = TRUE;
    g_ptr_array_set_size(clip->rings, 0);
}

static void
clip_polygon_end(Sink *sink)
{
    Clip *clip = (Clip *)sink;

    clip->in_polygon = FALSE;
    if (clip->rings->len > 0)
        send_polygon(clip);
}

Clip *
clip_new(ClipShape shape, Sink *next)
{
    Clip *clip = g_new0(Clip, 1);

    clip->sink = (Sink){ clip_line, clip_polygon_start, clip_polygon_end };
    clip->next = next;
    clip->shape = shape;
    clip->rings = g_ptr_array_new_with_free_func(free_points);
    return clip;
}

void
clip_free(Clip *clip)
{
    if (clip == NULL)
        return;
    g_ptr_array_unref(clip->rings);
    g_free(clip);
}

Sink *
clip_sink(Clip *clip)
{
    return &clip->sink;
}

void
clip_send_outline(Clip *clip)
{
    clip->next->polygon_start(clip->next);
    send_whole_edge(clip);
    clip->next->polygon_end(clip->next);
}
