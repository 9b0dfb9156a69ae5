#include "charts/pie.h"

#include "layout/pole.h"
#include "mark/surface.h"

/* Between words and the edges of their slice, px. */
#define AIR 3.0
/* The outline of a slice has a point at least every so many radians. */
#define STEP 0.06

/* Whether a box lies between the rims and the two edges of a slice. */
static gboolean
pie_box_fits(const PieShape *shape, gsize i, Rect box)
{
    double from = shape->angles[i], sweep = shape->angles[i + 1] - from;

    for (guint k = 0; k < 16; k++) {
        /* The outline of the box: its corners and points between them. */
        double along = (k % 4) / 4.0;
        double x = k < 8 ? box.x + box.width * (k < 4 ? along : 1 - along)
                         : (k < 12 ? box.x : rect_right(box));
        double y = k < 8 ? (k < 4 ? box.y : rect_bottom(box)) : box.y + box.height * along;
        double dx = x - shape->centre.x, dy = y - shape->centre.y;
        double radius = hypot(dx, dy), turn = fmod(atan2(dy, dx) - from + 4 * G_PI, 2 * G_PI);

        if (radius > shape->radius - AIR || radius < shape->hole + AIR || turn > sweep)
            return FALSE;
    }
    return TRUE;
}

/* Along the rim, and back along the hole or to the centre. Caller frees. */
static Point *
pie_outline(const PieShape *shape, gsize i, gsize *ret_n)
{
    double from = shape->angles[i], sweep = shape->angles[i + 1] - from;
    guint steps = (guint)ceil(sweep / STEP) + 1;
    Point *points = g_new(Point, 2 * (gsize)steps + 2);
    gsize n = 0;

    for (guint k = 0; k <= steps; k++, n++)
        points[n] = (Point){ shape->centre.x + shape->radius * cos(from + sweep * k / steps),
                             shape->centre.y + shape->radius * sin(from + sweep * k / steps) };
    for (guint k = steps + 1; k-- > 0 && shape->hole > 0; n++)
        points[n] = (Point){ shape->centre.x + shape->hole * cos(from + sweep * k / steps),
                             shape->centre.y + shape->hole * sin(from + sweep * k / steps) };
    if (shape->hole <= 0 && sweep < 2 * G_PI - 1e-9)
        points[n++] = shape->centre;
    *ret_n = n;
    return points;
}

/* Where words of a size stand in a slice: around its pole, or in the middle of its outer half.
 * FALSE when they have no room. */
static gboolean
pie_inner_box(const PieShape *shape, gsize i, Size size, Rect *ret_box)
{
    gsize n;
    g_autofree Point *outline = pie_outline(shape, i, &n);
    double angle = (shape->angles[i] + shape->angles[i + 1]) / 2;
    double radius = shape->hole > 0 ? (shape->hole + shape->radius) / 2 : shape->radius * 0.64;
    Point at[] = { pole_of_inaccessibility(outline, n, size.width / MAX(1, size.height)).at,
                   { shape->centre.x + radius * cos(angle),
                     shape->centre.y + radius * sin(angle) } };

    size.width *= 1 + SCENE_TEXT_SLACK;
    for (guint k = 0; k < G_N_ELEMENTS(at); k++) {
        *ret_box =
            (Rect){ at[k].x - size.width / 2, at[k].y - size.height / 2, size.width, size.height };
        if (pie_box_fits(shape, i, *ret_box))
            return TRUE;
    }
    return FALSE;
}

gboolean
pie_labels_fit_inside(const MarkContext *context, const PieShape *shape)
{
    Rect box;

    for (gsize i = 0; i < shape->n; i++) {
        g_autoptr(TextBlock) block =
            parts_block(context, shape->first + i, PART_STACKED, G_MAXINT, FALSE);

        if (shape->angles[i + 1] > shape->angles[i] && !pie_inner_box(shape, i, block->size, &box))
            return FALSE;
    }
    return TRUE;
}

void
pie_ask_inside(const MarkContext *context, const PieShape *shape)
{
    for (gsize i = 0; i < shape->n; i++) {
        gsize item = shape->first + i;
        TextBlock *block = parts_block(context, item, PART_STACKED, G_MAXINT, FALSE);
        LabelRequest request = { .kind = &mark_values, .subject = mark_subject(context, item) };
        const Surface surface = mark_surface(context, item);
        LabelSpot spot;
        Rect box;

        if (shape->angles[i + 1] <= shape->angles[i] || block->lines->len == 0 ||
            !pie_inner_box(shape, i, block->size, &box)) {
            text_block_free(block);
            continue;
        }
        spot = surface_spot_inside(&surface, box, 0);
        labels_add(context->labels, &request, &block, 1, &spot, 1);
    }
}
