#include "raster/painter.h"

#include "raster/circle_stamps.h"

/* The limit that SVG uses unless told, so that sharp corners look the same in every output. */
#define MITER_LIMIT 4

/* A long stroke is cut into pieces of so many segments: Cairo's time for one stroke grows faster
 * than its length. */
#define STROKE_PIECE 100

static void
set_color(cairo_t *cr, Color color)
{
    cairo_set_source_rgba(cr, color.r / 255.0, color.g / 255.0, color.b / 255.0, color.a / 255.0);
}

static gboolean
has_stroke(Stroke stroke)
{
    return stroke.color.a > 0 && stroke.width > 0;
}

static void
set_stroke(cairo_t *cr, Stroke stroke)
{
    set_color(cr, stroke.color);
    cairo_set_line_width(cr, stroke.width);
    cairo_set_line_join(cr, stroke.round_join ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    cairo_set_line_cap(cr, stroke.round_cap ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_dash(cr, stroke.dash, (int)stroke.n_dash, 0);
}

/* Fills and strokes the current path and drops it. */
static void
finish_shape(cairo_t *cr, Color fill, Stroke stroke)
{
    if (fill.a > 0) {
        set_color(cr, fill);
        cairo_fill_preserve(cr);
    }
    if (has_stroke(stroke)) {
        set_stroke(cr, stroke);
        cairo_stroke_preserve(cr);
    }
    cairo_new_path(cr);
}

static void
add_segment(cairo_t *cr, const PathSegment *segment)
{
    const Point *p = segment->p;

    switch (segment->verb) {
    case PATH_MOVE:
        cairo_move_to(cr, p[0].x, p[0].y);
        break;
    case PATH_LINE:
        cairo_line_to(cr, p[0].x, p[0].y);
        break;
    case PATH_CURVE:
        cairo_curve_to(cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
        break;
    case PATH_CLOSE:
        cairo_close_path(cr);
        break;
    }
}

/* A long, opaque, undashed polyline can be stroked in pieces without showing it. */
static gboolean
can_stroke_in_pieces(const SceneNode *node)
{
    if (node->path.n <= STROKE_PIECE || node->stroke.color.a < 255 || node->stroke.n_dash > 0)
        return FALSE;
    for (guint i = 0; i < node->path.n; i++)
        if (node->path.segments[i].verb == PATH_CURVE || node->path.segments[i].verb == PATH_CLOSE)
            return FALSE;
    return TRUE;
}

/* Each piece takes the last segment of the one before it along, so that the corner between the two
 * gets its join. */
static void
stroke_in_pieces(cairo_t *cr, const SceneNode *node)
{
    const PathSegment *segments = node->path.segments;
    guint in_piece = 0;

    set_stroke(cr, node->stroke);
    for (guint i = 0; i < node->path.n; i++) {
        gboolean moves = segments[i].verb == PATH_MOVE;

        /* Between two runs nothing needs a join. */
        if (moves && in_piece >= STROKE_PIECE) {
            cairo_stroke(cr);
            in_piece = 0;
        }
        add_segment(cr, &segments[i]);
        in_piece += moves ? 0 : 1;
        if (moves || in_piece < STROKE_PIECE || i + 1 == node->path.n ||
            segments[i + 1].verb == PATH_MOVE)
            continue;
        cairo_stroke(cr);
        cairo_move_to(cr, segments[i - 1].p[0].x, segments[i - 1].p[0].y);
        cairo_line_to(cr, segments[i].p[0].x, segments[i].p[0].y);
        in_piece = 1;
    }
    cairo_stroke(cr);
}

static void
paint_path(cairo_t *cr, const SceneNode *node)
{
    gboolean in_pieces = has_stroke(node->stroke) && can_stroke_in_pieces(node);

    if (!in_pieces || node->fill.a > 0) {
        for (guint i = 0; i < node->path.n; i++)
            add_segment(cr, &node->path.segments[i]);
        finish_shape(cr, node->fill, in_pieces ? (Stroke){ .width = 0 } : node->stroke);
    }
    if (in_pieces)
        stroke_in_pieces(cr, node);
}

static void
paint_rect(cairo_t *cr, const SceneNode *node)
{
    Rect r = node->rect.rect;
    double radius = MIN(node->rect.radius, MIN(r.width, r.height) / 2);

    if (radius > 0) {
        double right = rect_right(r) - radius, bottom = rect_bottom(r) - radius;

        cairo_arc(cr, right, r.y + radius, radius, -G_PI_2, 0);
        cairo_arc(cr, right, bottom, radius, 0, G_PI_2);
        cairo_arc(cr, r.x + radius, bottom, radius, G_PI_2, G_PI);
        cairo_arc(cr, r.x + radius, r.y + radius, radius, G_PI, 3 * G_PI_2);
        cairo_close_path(cr);
    } else {
        cairo_rectangle(cr, r.x, r.y, r.width, r.height);
    }
    finish_shape(cr, node->fill, node->stroke);
}

static void
paint_circle(cairo_t *cr, const SceneNode *node)
{
    cairo_arc(cr, node->circle.centre.x, node->circle.centre.y, node->circle.radius, 0, 2 * G_PI);
    cairo_close_path(cr);
    finish_shape(cr, node->fill, node->stroke);
}

/* Cairo's pixels are premultiplied and in the byte order of the machine. */
static cairo_surface_t *
image_surface(const guint8 *rgba, guint columns, guint rows)
{
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, (int)columns, (int)rows);

    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        return surface;
    for (guint y = 0; y < rows; y++) {
        guint32 *to =
            (guint32 *)(gpointer)(cairo_image_surface_get_data(surface) +
                                  (gsize)y * (gsize)cairo_image_surface_get_stride(surface));
        const guint8 *from = rgba + (gsize)y * columns * 4;

        for (guint x = 0; x < columns; x++, from += 4) {
            guint32 a = from[3];

            to[x] = a << 24 | (from[0] * a + 127) / 255 << 16 | (from[1] * a + 127) / 255 << 8 |
                    (from[2] * a + 127) / 255;
        }
    }
    cairo_surface_mark_dirty(surface);
    return surface;
}

static void
paint_image(cairo_t *cr, const SceneNode *node)
{
    Rect r = node->image.rect;
    cairo_surface_t *surface;

    if (node->image.columns == 0 || node->image.rows == 0 || r.width <= 0 || r.height <= 0)
        return;
    surface = image_surface(node->image.rgba, node->image.columns, node->image.rows);
    cairo_save(cr);
    cairo_rectangle(cr, r.x, r.y, r.width, r.height);
    cairo_translate(cr, r.x, r.y);
    cairo_scale(cr, r.width / node->image.columns, r.height / node->image.rows);
    cairo_set_source_surface(cr, surface, 0, 0);
    cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
    cairo_fill(cr);
    cairo_restore(cr);
    cairo_surface_destroy(surface);
}

/* What is kept from one node to the next. */
typedef struct {
    cairo_t *cr;
    TextPainter *texts;
    CircleStamps *circles;
} Painter;

static gboolean
paint_nodes(const Painter *painter, const SceneNode *first, GError **error)
{
    cairo_t *cr = painter->cr;

    for (const SceneNode *node = first; node != NULL; node = node->next) {
        switch (node->kind) {
        case NODE_GROUP:
            if (!paint_nodes(painter, node->group.first, error))
                return FALSE;
            break;
        case NODE_PATH:
            paint_path(cr, node);
            break;
        case NODE_RECT:
            paint_rect(cr, node);
            break;
        case NODE_CIRCLE:
            if (!circle_stamps_paint(painter->circles, cr, node))
                paint_circle(cr, node);
            break;
        case NODE_TEXT:
            if (!text_painter_draw(painter->texts, cr, node, error))
                return FALSE;
            break;
        case NODE_IMAGE:
            paint_image(cr, node);
            break;
        }
    }
    return TRUE;
}

gboolean
painter_paint(cairo_t *cr, const Scene *scene, TextLook look, GError **error)
{
    g_autoptr(TextPainter) texts = text_painter_new(look);
    g_autoptr(CircleStamps) circles = circle_stamps_new();

    cairo_set_miter_limit(cr, MITER_LIMIT);
    cairo_new_path(cr);
    if (scene->background.a > 0) {
        /* One px more than the page, for a picture whose last pixel is only partly on it. */
        cairo_rectangle(cr, 0, 0, scene->size.width + 1, scene->size.height + 1);
        set_color(cr, scene->background);
        cairo_fill(cr);
    }
    return paint_nodes(&(Painter){ cr, texts, circles }, scene->root, error);
}
