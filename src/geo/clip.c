/* Cuts lines into pieces, and joins the pieces of polygons along the clip edge. All rings run with
 * their inside on the left, and so does the edge: where a piece leaves, the edge is followed to the
 * next piece that enters (K. Weiler, P. Atherton, SIGGRAPH 1977, for a convex clip region). */
#include "geo/clip_shape.h"

struct Clip {
    Sink sink;
    Sink *next;
    ClipShape shape;
    gboolean in_polygon;
    GArray *line;     /* SinkPoint */
    GPtrArray *rings; /* GArray of SinkPoint, of the polygon that is coming in */
};

static void
unref_array(gpointer array)
{
    g_array_unref(array);
}

static GArray *
points_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(SinkPoint));
}

static const SinkPoint *
point_at(const GArray *points, guint i)
{
    return &g_array_index(points, SinkPoint, i);
}

static void
add_point(GArray *points, SinkPoint point)
{
    if (points->len > 0) {
        SinkPoint *last = &g_array_index(points, SinkPoint, points->len - 1);

        if (last->x == point.x && last->y == point.y) {
            last->keep = last->keep || point.keep;
            return;
        }
    }
    g_array_append_val(points, point);
}

/* Appends the visible pieces; returns whether the line was cut anywhere. A ring that was cut has
 * its first and last pieces joined when its first point is visible. */
static gboolean
cut_line(const ClipShape *shape, const GArray *points, gboolean is_ring, GPtrArray *pieces)
{
    guint n = points->len, edges = is_ring ? n : n - 1, first = pieces->len;
    gboolean starts_visible = shape->is_visible(shape->radius, point_at(points, 0)),
             was_cut = FALSE;
    GArray *piece = NULL;

    if (starts_visible) {
        g_ptr_array_add(pieces, piece = points_new());
        add_point(piece, *point_at(points, 0));
    }
    for (guint i = 0; i < edges; i++) {
        const SinkPoint *b = point_at(points, (i + 1) % n);
        ClipCut cuts[2];
        guint n_cuts = shape->cut(shape->radius, point_at(points, i), b, cuts);

        for (guint k = 0; k < n_cuts; k++) {
            was_cut = TRUE;
            if (cuts[k].leaves) {
                add_point(piece, cuts[k].out);
                piece = NULL;
            }
            if (cuts[k].enters) {
                g_ptr_array_add(pieces, piece = points_new());
                add_point(piece, cuts[k].in);
            }
        }
        if (piece != NULL && i + 1 < n)
            add_point(piece, *b);
    }
    if (is_ring && was_cut && starts_visible) {
        const GArray *head = g_ptr_array_index(pieces, first);

        for (guint i = 0; i < head->len; i++)
            add_point(piece, *point_at(head, i));
        g_ptr_array_remove_index(pieces, first);
    }
    return was_cut;
}

static void
send(Sink *next, const GArray *points)
{
    next->line_start(next);
    for (guint i = 0; i < points->len; i++)
        next->point(next, *point_at(points, i));
    next->line_end(next);
}

static double
distance_along(const ClipShape *shape, double from, double to)
{
    double distance = to < from ? to - from + shape->period : to - from;

    return distance > shape->period - 1e-9 ? 0 : distance;
}

/* The corners of the edge between two positions. */
static void
follow(const ClipShape *shape, double from, double distance, GArray *out)
{
    for (double k = floor(from / shape->step) + 1; k * shape->step < from + distance; k++)
        add_point(out, shape->at(shape->radius, fmod(k * shape->step, shape->period)));
}

static double
piece_position(const ClipShape *shape, const GArray *piece, gboolean at_end)
{
    return shape->position(shape->radius, point_at(piece, at_end ? piece->len - 1 : 0));
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
        g_autoptr(GArray) ring = points_new();
        guint i = origin;

        if (g_ptr_array_index(pieces, origin) == NULL)
            continue;
        do {
            GArray *piece = g_ptr_array_index(pieces, i);
            double from = piece_position(shape, piece, TRUE);

            for (guint k = 0; k < piece->len; k++)
                add_point(ring, *point_at(piece, k));
            g_array_unref(piece);
            g_ptr_array_index(pieces, i) = NULL;
            i = next_piece(shape, pieces, origin, entries, from);
            follow(shape, from, distance_along(shape, from, entries[i]), ring);
        } while (i != origin);
        send(next, ring);
    }
}

static void
reverse(GArray *points)
{
    for (guint i = 0, k = points->len; i + 1 < k; i++) {
        SinkPoint kept = *point_at(points, i);

        k--;
        g_array_index(points, SinkPoint, i) = *point_at(points, k);
        g_array_index(points, SinkPoint, k) = kept;
    }
}

static void
send_whole_edge(Clip *clip)
{
    g_autoptr(GArray) edge = points_new();

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
        const GArray *ring = g_ptr_array_index(clip->rings, i);

        if (sphere_ring_contains(point_at(ring, 0), ring->len, start.x, start.y))
            inside = !inside;
    }
    return inside;
}

static double
smaller_side(const GArray *ring)
{
    double area = sphere_ring_area(point_at(ring, 0), ring->len);

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
        GArray *ring = g_ptr_array_index(clip->rings, i);
        gboolean left_is_small = sphere_ring_area(point_at(ring, 0), ring->len) <= 2 * G_PI;

        if (left_is_small != (i == outer))
            reverse(ring);
    }
}

/* A single ring that lies before the edge as a whole needs no trigonometry: in longitudes and
 * latitudes it turns as it does on the sphere. */
static gboolean
send_untouched(Clip *clip)
{
    GArray *ring = g_ptr_array_index(clip->rings, 0);
    double area = 0;

    if (clip->rings->len > 1 || clip->shape.is_within == NULL ||
        !clip->shape.is_within(clip->shape.radius, point_at(ring, 0), ring->len))
        return FALSE;
    for (guint i = 0; i < ring->len; i++) {
        const SinkPoint *a = point_at(ring, i), *b = point_at(ring, (i + 1) % ring->len);

        area += a->x * b->y - b->x * a->y;
    }
    if (area < 0)
        reverse(ring);
    clip->next->polygon_start(clip->next);
    send(clip->next, ring);
    clip->next->polygon_end(clip->next);
    return TRUE;
}

static void
send_polygon(Clip *clip)
{
    g_autoptr(GPtrArray) cut = g_ptr_array_new();

    if (send_untouched(clip))
        return;
    orient(clip);
    clip->next->polygon_start(clip->next);
    for (guint i = 0; i < clip->rings->len; i++) {
        g_autoptr(GPtrArray) pieces = g_ptr_array_new();
        GArray *ring = g_ptr_array_index(clip->rings, i);

        if (cut_line(&clip->shape, ring, TRUE, pieces)) {
            g_ptr_array_extend(cut, pieces, NULL, NULL);
            continue;
        }
        if (pieces->len > 0) {
            send(clip->next, g_ptr_array_index(pieces, 0));
            g_array_unref(g_ptr_array_index(pieces, 0));
        }
    }
    if (cut->len > 0)
        join(&clip->shape, cut, clip->next);
    else if (edge_is_inside(clip))
        send_whole_edge(clip);
    clip->next->polygon_end(clip->next);
}

static void
clip_point(Sink *sink, SinkPoint point)
{
    add_point(((Clip *)sink)->line, point);
}

static void
clip_line_start(Sink *sink)
{
    g_array_set_size(((Clip *)sink)->line, 0);
}

static void
clip_line_end(Sink *sink)
{
    Clip *clip = (Clip *)sink;
    g_autoptr(GPtrArray) pieces = g_ptr_array_new_with_free_func(unref_array);

    if (clip->line->len < (clip->in_polygon ? 3u : 2u))
        return;
    if (clip->shape.prepare != NULL)
        clip->shape.prepare(clip->line, clip->in_polygon);
    if (clip->line->len == 0) /* Nothing but a pole. */
        return;
    if (clip->in_polygon) {
        g_ptr_array_add(clip->rings, g_steal_pointer(&clip->line));
        clip->line = points_new();
        return;
    }
    cut_line(&clip->shape, clip->line, FALSE, pieces);
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

    clip->sink =
        (Sink){ clip_point, clip_line_start, clip_line_end, clip_polygon_start, clip_polygon_end };
    clip->next = next;
    clip->shape = shape;
    clip->line = points_new();
    clip->rings = g_ptr_array_new_with_free_func(unref_array);
    return clip;
}

void
clip_free(Clip *clip)
{
    if (clip == NULL)
        return;
    g_array_unref(clip->line);
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
