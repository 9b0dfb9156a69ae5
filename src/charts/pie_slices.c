#include "charts/pie.h"

#include "mark/surface.h"

#define HOLE_SHARE 0.6

/* From twelve o'clock clockwise. */
static void
pie_angles(const Parts *parts, PieShape *shape)
{
    double total = 0, sum = 0;

    shape->angles = g_new(double, shape->n + 1);
    for (gsize i = 0; i < shape->n; i++)
        total += parts->layer.y[shape->first + i];
    for (gsize i = 0; i <= shape->n; i++) {
        shape->angles[i] = 2 * G_PI * (sum / total) - G_PI / 2;
        if (i < shape->n)
            sum += parts->layer.y[shape->first + i];
    }
}

PieShape
pie_shape_new(const MarkContext *context)
{
    const Parts *parts = (const Parts *)context->layer;
    Rect rect = context->rect;
    double whole = MIN(rect.width, rect.height) / 2, wide;
    PieShape shape = { .centre = { rect.x + rect.width / 2, rect.y + rect.height / 2 } };

    shape.n = parts_of_panel(parts, context->panel, &shape.first);
    pie_angles(parts, &shape);
    shape.radius = whole;
    shape.hole = parts->hole ? whole * HOLE_SHARE : 0;
    shape.inside = pie_labels_fit_inside(context, &shape);
    if (shape.inside)
        return shape;
    wide = rect.width / 2 - pie_labels_width(context) - PIE_RIM_GAP;
    shape.radius = CLAMP(MIN(wide, whole - context->theme->label.size * 0.75), 4, whole);
    shape.hole = parts->hole ? shape.radius * HOLE_SHARE : 0;
    return shape;
}

void
pie_shape_clear(PieShape *shape)
{
    g_clear_pointer(&shape->angles, g_free);
}

/* An arc in pieces that end where the circle is farthest left, right, up and down: then the control
 * points of its curves lie in the circle's own box. */
static void
pie_arc(Path *path, Point centre, double radius, double from, double to)
{
    double sign = to > from ? 1 : -1, quarter = G_PI / 2, at = from;

    path_line_to(path, centre.x + radius * cos(from), centre.y + radius * sin(from));
    while ((to - at) * sign > 1e-9) {
        double next =
            (sign > 0 ? floor(at / quarter + 1e-9) + 1 : ceil(at / quarter - 1e-9) - 1) * quarter;
        double handle;
        Point end;

        next = sign > 0 ? MIN(next, to) : MAX(next, to);
        handle = 4.0 / 3.0 * tan((next - at) / 4) * radius;
        end = (Point){ centre.x + radius * cos(next), centre.y + radius * sin(next) };
        path_curve_to(path,
                      (Point){ centre.x + radius * cos(at) - handle * sin(at),
                               centre.y + radius * sin(at) + handle * cos(at) },
                      (Point){ end.x + handle * sin(next), end.y - handle * cos(next) }, end);
        at = next;
    }
}

static void
pie_draw_slice(const MarkContext *context, const PieShape *shape, gsize i)
{
    double from = shape->angles[i], to = shape->angles[i + 1];
    gboolean whole = to - from >= 2 * G_PI - 1e-9;
    Surface surface = mark_surface(context, shape->first + i);
    Color gap = context->theme->background;
    g_autoptr(Path) path = path_new();

    pie_arc(path, shape->centre, shape->radius, from, to);
    if (whole)
        path_close(path);
    if (shape->hole > 0 && whole)
        path_move_to(path, shape->centre.x + shape->hole * cos(to),
                     shape->centre.y + shape->hole * sin(to));
    if (shape->hole > 0)
        pie_arc(path, shape->centre, shape->hole, to, from);
    else if (!whole)
        path_line_to(path, shape->centre.x, shape->centre.y);
    if (!whole || shape->hole > 0)
        path_close(path);
    mark_push(context, shape->first + i);
    if (!whole && gap.a > 0)
        surface.border = stroke_solid(gap, 1.5);
    surface_path(context->builder, &surface, path);
    scene_builder_pop(context->builder);
}

static void
pie_draw(const MarkContext *context)
{
    g_auto(PieShape) shape = pie_shape_new(context);

    for (gsize i = 0; i < shape.n; i++)
        if (shape.angles[i + 1] > shape.angles[i])
            pie_draw_slice(context, &shape, i);
}

const MarkType mark_pie = {
    .name = "pie",
    .summary = "sectors of a circle",
    .draw = pie_draw,
    .draw_labels = pie_labels_draw,
    .draw_key = mark_key_swatch,
};
