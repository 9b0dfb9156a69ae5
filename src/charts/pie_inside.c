#include "charts/pie.h"

#include "mark/surface.h"

#include "text/wrap.h"

/* The middle of the words in a slice. */
static Point
pie_inner_point(const PieShape *shape, gsize i)
{
    double angle = (shape->angles[i] + shape->angles[i + 1]) / 2;
    double radius = shape->hole > 0 ? (shape->hole + shape->radius) / 2 : shape->radius * 0.64;

    return (Point){ shape->centre.x + radius * cos(angle), shape->centre.y + radius * sin(angle) };
}

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

        if (radius > shape->radius - 3 || radius < shape->hole + 3 || turn > sweep)
            return FALSE;
    }
    return TRUE;
}

gboolean
pie_labels_fit_inside(const MarkContext *context, const PieShape *shape)
{
    const Parts *parts = (const Parts *)context->layer;
    double line = pie_line_height(context);

    for (gsize i = 0; i < shape->n; i++) {
        const char *value =
            parts->layer.labels != NULL ? parts->layer.labels[shape->first + i] : NULL;
        double width = pie_value_width(context, value);
        double height = (parts->direct ? line : 0) + (value != NULL ? line : 0);
        Point at = pie_inner_point(shape, i);

        if (shape->angles[i + 1] <= shape->angles[i])
            continue;
        if (parts->direct)
            width = MAX(width, pie_text_width(context, parts->names[shape->first + i]));
        if (!pie_box_fits(shape, i,
                          (Rect){ at.x - width / 2 - 2, at.y - height / 2, width + 4, height }))
            return FALSE;
    }
    return TRUE;
}

void
pie_draw_inside(const MarkContext *context, const PieShape *shape)
{
    const Parts *parts = (const Parts *)context->layer;
    double line = pie_line_height(context);

    for (gsize i = 0; i < shape->n; i++) {
        gsize item = shape->first + i;
        const char *value = parts->layer.labels != NULL ? parts->layer.labels[item] : NULL;
        Point at = pie_inner_point(shape, i);
        TextStyle style = context->theme->label;

        if (shape->angles[i + 1] <= shape->angles[i])
            continue;
        if (parts->direct && value != NULL)
            at.y -= line / 2;
        if (parts->direct)
            mark_surface_text(context, item, parts->names[item], at, ANCHOR_MIDDLE, style);
        at.y += parts->direct ? line : 0;
        style.bold = TRUE;
        if (value != NULL)
            mark_surface_text(context, item, value, at, ANCHOR_MIDDLE, style);
    }
}

/* The total in the ring, large, and what it measures under it. */
void
pie_draw_middle(const MarkContext *context, const PieShape *shape)
{
    const Parts *parts = (const Parts *)context->layer;
    const Theme *theme = context->theme;
    const char *title = parts->axis.title != NULL ? parts->axis.title : parts->axis.title_unit;
    const char *total = parts->percent ? NULL : parts->middle[context->panel];
    double width = shape->hole * 1.5, y = shape->centre.y;
    g_autoptr(GPtrArray) lines = NULL;
    TextStyle large = theme->title;
    double step, height;

    large.size = MAX(large.size, MIN(shape->hole * 0.4, 1.8 * large.size));

    if (total == NULL && title == NULL)
        return;
    while (total != NULL && large.size > theme->label.size &&
           text_measure(context->measurer, total, &large).width > width)
        large.size -= 1;
    if (title != NULL)
        lines = text_wrap_balanced(title, &theme->axis, MAX(1, width), 2, context->measurer);
    step = text_measure(context->measurer, "x", &theme->axis).line_height;
    height = (lines != NULL ? lines->len * step : 0) + (total != NULL ? large.size * 1.15 : 0);
    if (height > shape->hole * 1.5 ||
        (total != NULL && text_measure(context->measurer, total, &large).width > width)) {
        report_add(parts->report, SEVERITY_WARNING, WHERE_NONE, 1,
                   "the ring has no room for the total in its middle");
        return;
    }
    y -= height / 2;
    if (total != NULL) {
        pie_draw_line(context, total, (Point){ shape->centre.x, y + large.size * 0.575 },
                      ANCHOR_MIDDLE, large);
        y += large.size * 1.15;
    }
    for (guint i = 0; lines != NULL && i < lines->len; i++, y += step)
        pie_draw_line(context, lines->pdata[i], (Point){ shape->centre.x, y + step / 2 },
                      ANCHOR_MIDDLE, theme->axis);
}
