#include "lint/ink.h"

#include <string.h>

/* Curves become so many straight pieces: of px size, no piece is far off. */
#define CURVE_PIECES 12
/* Places looked at in a box: every so many px, and at most so many a side. */
#define SAMPLE_STEP 2.0
#define MOST_SAMPLES 24

/* Straight pieces of a path. Each has its end points; closing pieces that only the fill has are
 * marked. */
typedef struct {
    Point from, to;
    gboolean fill_only;
} InkPiece;

typedef void (*InkVisit)(const InkPiece *piece, gpointer data);

static Point
curve_point(Point from, const Point *p, double t)
{
    double s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;

    return (Point){ a * from.x + b * p[0].x + c * p[1].x + d * p[2].x,
                    a * from.y + b * p[0].y + c * p[1].y + d * p[2].y };
}

static void
visit_line(Point from, Point to, gboolean fill_only, InkVisit visit, gpointer data)
{
    InkPiece piece = { from, to, fill_only };

    if (from.x != to.x || from.y != to.y)
        visit(&piece, data);
}

static void
visit_path(const SceneNode *node, InkVisit visit, gpointer data)
{
    Point at = { 0, 0 }, start = { 0, 0 };

    for (guint i = 0; i < node->path.n; i++) {
        const PathSegment *segment = &node->path.segments[i];
        Point from = at;

        switch (segment->verb) {
        case PATH_MOVE:
            visit_line(at, start, TRUE, visit, data);
            at = start = segment->p[0];
            break;
        case PATH_LINE:
            at = segment->p[0];
            visit_line(from, at, FALSE, visit, data);
            break;
        case PATH_CURVE:
            for (guint k = 1; k <= CURVE_PIECES; k++) {
                Point to = curve_point(from, segment->p, (double)k / CURVE_PIECES);

                visit_line(at, to, FALSE, visit, data);
                at = to;
            }
            break;
        case PATH_CLOSE:
            visit_line(at, start, FALSE, visit, data);
            at = start;
            break;
        }
    }
    visit_line(at, start, TRUE, visit, data);
}

/* A rectangle and its outline; the corners' radius is too small to matter here. */
static void
visit_rect(Rect r, InkVisit visit, gpointer data)
{
    Point corners[] = { { r.x, r.y },
                        { rect_right(r), r.y },
                        { rect_right(r), rect_bottom(r) },
                        { r.x, rect_bottom(r) } };

    for (guint i = 0; i < G_N_ELEMENTS(corners); i++)
        visit_line(corners[i], corners[(i + 1) % G_N_ELEMENTS(corners)], FALSE, visit, data);
}

static double
distance_to_piece(const InkPiece *piece, Point at)
{
    double dx = piece->to.x - piece->from.x, dy = piece->to.y - piece->from.y;
    double t = ((at.x - piece->from.x) * dx + (at.y - piece->from.y) * dy) / (dx * dx + dy * dy);

    t = CLAMP(t, 0, 1);
    return hypot(piece->from.x + t * dx - at.x, piece->from.y + t * dy - at.y);
}

/* Whether a point is on a fill (non-zero rule, as every output fills) or near a line. */
typedef struct {
    Point at;
    int winding;
    double nearest; /* px to the drawn line */
} InkPoint;

static void
point_visit(const InkPiece *piece, gpointer data)
{
    InkPoint *point = data;
    double cross = (piece->to.x - piece->from.x) * (point->at.y - piece->from.y) -
                   (piece->to.y - piece->from.y) * (point->at.x - piece->from.x);

    if (!piece->fill_only)
        point->nearest = MIN(point->nearest, distance_to_piece(piece, point->at));
    if (piece->from.y <= point->at.y && piece->to.y > point->at.y && cross > 0)
        point->winding++;
    else if (piece->to.y <= point->at.y && piece->from.y > point->at.y && cross < 0)
        point->winding--;
}

static Color
paint_of(const SceneNode *node, gboolean inside, double to_line, double least_width)
{
    if (node->stroke.color.a > 0 && node->stroke.width >= least_width &&
        to_line <= node->stroke.width / 2)
        return node->stroke.color;
    return inside ? node->fill : COLOR_NONE;
}

static Color
image_at(const SceneNode *node, Point at)
{
    Rect r = node->image.rect;
    guint column =
        (guint)CLAMP((at.x - r.x) / r.width * node->image.columns, 0, node->image.columns - 1.0);
    guint row = (guint)CLAMP((at.y - r.y) / r.height * node->image.rows, 0, node->image.rows - 1.0);
    const guint8 *p = node->image.rgba + 4 * ((gsize)row * node->image.columns + column);

    return (Color){ p[0], p[1], p[2], p[3] };
}

Color
ink_at(const SceneNode *node, Point at, double least_width)
{
    Rect box = scene_node_bounds(node);
    InkPoint point = { .at = at, .nearest = G_MAXDOUBLE };

    if (at.x < box.x || at.x > rect_right(box) || at.y < box.y || at.y > rect_bottom(box))
        return COLOR_NONE;
    switch (node->kind) {
    case NODE_RECT:
        visit_rect(node->rect.rect, point_visit, &point);
        return paint_of(node, point.winding != 0, point.nearest, least_width);
    case NODE_CIRCLE: {
        double from_centre = hypot(at.x - node->circle.centre.x, at.y - node->circle.centre.y);

        return paint_of(node, from_centre <= node->circle.radius,
                        fabs(from_centre - node->circle.radius), least_width);
    }
    case NODE_PATH:
        visit_path(node, point_visit, &point);
        return paint_of(node, point.winding != 0, point.nearest, least_width);
    case NODE_IMAGE:
        return image_at(node, at);
    case NODE_GROUP:
    case NODE_TEXT:
        break;
    }
    return COLOR_NONE;
}

/* Whether a piece passes through a box: Liang and Barsky's clipping, without the result. */
static gboolean
piece_meets(const InkPiece *piece, Rect box)
{
    double dx = piece->to.x - piece->from.x, dy = piece->to.y - piece->from.y, t0 = 0, t1 = 1;
    double p[] = { -dx, dx, -dy, dy };
    double q[] = { piece->from.x - box.x, rect_right(box) - piece->from.x, piece->from.y - box.y,
                   rect_bottom(box) - piece->from.y };

    for (guint i = 0; i < 4; i++) {
        if (p[i] == 0 && q[i] < 0)
            return FALSE;
        if (p[i] < 0)
            t0 = MAX(t0, q[i] / p[i]);
        else if (p[i] > 0)
            t1 = MIN(t1, q[i] / p[i]);
    }
    return t0 < t1;
}

typedef struct {
    Rect box;
    gboolean met;
} InkBox;

static void
box_visit(const InkPiece *piece, gpointer data)
{
    InkBox *box = data;

    box->met = box->met || (!piece->fill_only && piece_meets(piece, box->box));
}

static gboolean
line_meets(const SceneNode *node, Rect box)
{
    double half = node->stroke.width / 2;
    InkBox grown = { .box = rect_grow(box, half, half) };

    if (node->stroke.color.a == 0)
        return FALSE;
    if (node->kind == NODE_RECT)
        visit_rect(node->rect.rect, box_visit, &grown);
    else
        visit_path(node, box_visit, &grown);
    return grown.met;
}

static gboolean
circle_meets(const SceneNode *node, Rect box)
{
    Point c = node->circle.centre;
    double half = node->stroke.color.a > 0 ? node->stroke.width / 2 : 0;
    double near =
        hypot(c.x - CLAMP(c.x, box.x, rect_right(box)), c.y - CLAMP(c.y, box.y, rect_bottom(box)));
    double far = hypot(MAX(fabs(box.x - c.x), fabs(rect_right(box) - c.x)),
                       MAX(fabs(box.y - c.y), fabs(rect_bottom(box) - c.y)));

    if (node->fill.a > 0 && near < node->circle.radius)
        return TRUE;
    return half > 0 && near < node->circle.radius + half && far > node->circle.radius - half;
}

/* Looks at places all over the box; want: whether one painted place, or one bare place, is enough.
 */
static gboolean
box_has_place(const SceneNode *node, Rect box, gboolean painted)
{
    guint columns = (guint)CLAMP(ceil(box.width / SAMPLE_STEP), 2, MOST_SAMPLES);
    guint rows = (guint)CLAMP(ceil(box.height / SAMPLE_STEP), 2, MOST_SAMPLES);

    for (guint i = 0; i < columns; i++)
        for (guint k = 0; k < rows; k++) {
            Point at = { box.x + box.width * i / (columns - 1),
                         box.y + box.height * k / (rows - 1) };

            if ((ink_at(node, at, 0).a > 0) == painted)
                return TRUE;
        }
    return FALSE;
}

double
ink_share(const SceneNode *node, Rect box)
{
    guint columns = (guint)CLAMP(ceil(box.width / SAMPLE_STEP), 2, MOST_SAMPLES);
    guint rows = (guint)CLAMP(ceil(box.height / SAMPLE_STEP), 2, MOST_SAMPLES), painted = 0;

    if (!rect_intersects(scene_node_bounds(node), box))
        return 0;
    for (guint i = 0; i < columns; i++)
        for (guint k = 0; k < rows; k++) {
            Point at = { box.x + box.width * (i + 0.5) / columns,
                         box.y + box.height * (k + 0.5) / rows };

            painted += ink_at(node, at, G_MAXDOUBLE).a > 0;
        }
    return (double)painted / (columns * rows);
}

gboolean
ink_meets(const SceneNode *node, Rect box)
{
    if (!rect_intersects(scene_node_bounds(node), box))
        return FALSE;
    switch (node->kind) {
    case NODE_RECT:
        return (node->fill.a > 0 && rect_intersects(node->rect.rect, box)) || line_meets(node, box);
    case NODE_CIRCLE:
        return circle_meets(node, box);
    case NODE_PATH:
        return line_meets(node, box) || (node->fill.a > 0 && box_has_place(node, box, TRUE));
    case NODE_IMAGE:
        return box_has_place(node, box, TRUE);
    case NODE_GROUP:
    case NODE_TEXT:
        break;
    }
    return FALSE;
}

gboolean
ink_contains(const SceneNode *node, Rect box)
{
    if (!rect_contains(scene_node_bounds(node), box) || node->fill.a == 0)
        return node->kind == NODE_IMAGE && rect_contains(node->image.rect, box);
    if (node->kind == NODE_RECT)
        return rect_contains(node->rect.rect, box);
    return !box_has_place(node, box, FALSE);
}
