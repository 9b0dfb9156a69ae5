#include "charts/pie.h"

#include "layout/spread.h"
#include "text/wrap.h"

#include <string.h>

/* Names beside the pie may take this share of the panel's width on each side. */
#define SIDE_SHARE 0.29
#define MAX_NAME_LINES 3
/* From the rim to the bend of a leader, and from there to the words, px. */
#define BEND 9.0
#define AIR 5.0
#define LABEL_GAP 3.0

/* The words of one slice. */
typedef struct {
    gsize slice;
    GPtrArray *lines; /* of the name; NULL: no name */
    const char *value;
    double angle, height;
    gboolean right, one_line; /* one_line: name and value side by side */
} PieLabel;

double
pie_line_height(const MarkContext *context)
{
    return text_measure(context->measurer, "x", &context->theme->label).line_height;
}

double
pie_text_width(const MarkContext *context, const char *text)
{
    return text_measure(context->measurer, text, &context->theme->label).width;
}

double
pie_value_width(const MarkContext *context, const char *text)
{
    TextStyle style = context->theme->label;

    style.bold = TRUE;
    return text != NULL ? text_measure(context->measurer, text, &style).width : 0;
}

/* px that a name needs beside a pie: on one line where that costs the pie nothing, else on two. */
static double
pie_name_width(const MarkContext *context, const char *name, double free)
{
    const TextStyle *style = &context->theme->label;
    double whole = pie_text_width(context, name), widest = 0;
    g_autoptr(GPtrArray) lines = NULL;

    if (whole <= free)
        return whole;
    lines = text_wrap_balanced(name, style,
                               MAX(whole * 0.55, text_widest_word(name, style, context->measurer)),
                               0, context->measurer);
    for (guint i = 0; i < lines->len; i++)
        widest = MAX(widest, pie_text_width(context, lines->pdata[i]));
    return MAX(widest, MIN(whole, free));
}

double
pie_labels_width(const MarkContext *context)
{
    const Parts *parts = (const Parts *)context->layer;
    Rect rect = context->rect;
    double free = (rect.width - MIN(rect.width, rect.height)) / 2 - PIE_RIM_GAP, widest = 0;
    gsize first, n = parts_of_panel(parts, context->panel, &first);

    /* Where many names stand one above the other, each has its value beside it. */
    for (gsize i = first; i < first + n; i++) {
        double width = parts->direct ? pie_name_width(context, parts->names[i], free) : 0;

        if (parts->layer.labels != NULL)
            width += pie_value_width(context, parts->layer.labels[i]) +
                     (width > 0 ? LABEL_GAP + AIR : 0);
        widest = MAX(widest, width);
    }
    return MIN(widest, MAX(free, rect.width * SIDE_SHARE));
}

void
pie_draw_line(const MarkContext *context, const char *text, Point middle, Anchor anchor,
              TextStyle style)
{
    TextExtents extents = text_measure(context->measurer, text, &style);

    middle.y += (extents.ascent - extents.descent) / 2;
    scene_builder_text(context->builder, text, middle, anchor, 0, &style, extents);
}

static double
pie_side_x(const PieShape *shape, const PieLabel *label)
{
    double x = shape->radius + PIE_RIM_GAP;

    return shape->centre.x + (label->right ? x : -x);
}

/* Rim, bend and end of the leader to words at a height. FALSE: it would run over the slices. */
static gboolean
pie_leader_points(const PieShape *shape, const PieLabel *label, double middle, Point points[3])
{
    Point out = { cos(label->angle), sin(label->angle) };
    double end = pie_side_x(shape, label) + (label->right ? -AIR : AIR);

    points[0] = (Point){ shape->centre.x + out.x * (shape->radius + 2),
                         shape->centre.y + out.y * (shape->radius + 2) };
    points[1] = (Point){ shape->centre.x + out.x * (shape->radius + BEND),
                         shape->centre.y + out.y * (shape->radius + BEND) };
    points[2] = (Point){ end, middle };
    return (end - points[1].x) * out.x + (middle - points[1].y) * out.y >= -4;
}

static void
pie_draw_leader(const MarkContext *context, const PieShape *shape, const PieLabel *label,
                double middle)
{
    Point points[3];
    g_autoptr(Path) path = path_new();

    if (!pie_leader_points(shape, label, middle, points))
        return;
    path_add_clipped_line(path, points, 3, context->rect);
    scene_builder_path(context->builder, path, COLOR_NONE,
                       stroke_solid(context->theme->axis.color, 0.75));
}

static void
pie_draw_label(const MarkContext *context, const PieShape *shape, const PieLabel *label,
               double middle)
{
    const Theme *theme = context->theme;
    double line = pie_line_height(context), side = label->right ? 1 : -1;
    double x = pie_side_x(shape, label);
    Anchor anchor = label->right ? ANCHOR_START : ANCHOR_END;
    Point at = { x, middle - label->height / 2 + line / 2 };
    TextStyle bold = theme->label;

    bold.bold = TRUE;
    bold.color = mark_series(context, shape->first + label->slice)->text_color;
    pie_draw_leader(context, shape, label, middle);
    if (label->one_line && label->value != NULL) {
        double width = pie_value_width(context, label->value) + AIR;

        pie_draw_line(context, label->value, at, anchor, bold);
        at.x += side * width;
        pie_draw_line(context, label->lines->pdata[0], at, anchor, theme->label);
        return;
    }
    for (guint i = 0; label->lines != NULL && i < label->lines->len; i++, at.y += line)
        pie_draw_line(context, label->lines->pdata[i], at, anchor, theme->label);
    if (label->value != NULL)
        pie_draw_line(context, label->value, at, anchor, bold);
}

/* Words of one slice: the name on a few lines and the value under it, or all on one line. */
static void
pie_set_label(const MarkContext *context, PieLabel *label, const char *name, double width,
              gboolean one_line)
{
    double value = pie_value_width(context, label->value);

    g_clear_pointer(&label->lines, g_ptr_array_unref);
    label->one_line = one_line && name != NULL;
    if (name != NULL)
        label->lines =
            text_wrap_balanced(name, &context->theme->label,
                               MAX(1, one_line && value > 0 ? width - value - AIR : width),
                               one_line ? 1 : MAX_NAME_LINES, context->measurer);
    label->height = pie_line_height(context) *
                    (label->one_line ? 1
                                     : (label->lines != NULL ? label->lines->len : 0) +
                                           (label->value != NULL ? 1.0 : 0));
}

/* Sets the words of one side; returns the height that they need. */
static double
pie_set_side(const MarkContext *context, const PieShape *shape, PieLabel **labels, guint n,
             gboolean one_line)
{
    const Parts *parts = (const Parts *)context->layer;
    double room = context->rect.width / 2 - shape->radius - PIE_RIM_GAP, height = 0;

    for (guint i = 0; i < n; i++) {
        pie_set_label(context, labels[i],
                      parts->direct ? parts->names[shape->first + labels[i]->slice] : NULL, room,
                      one_line);
        height += labels[i]->height + LABEL_GAP;
    }
    return height;
}

/* One below the other, each near its slice. FALSE: a leader would run over the slices. */
static gboolean
pie_spread_side(const MarkContext *context, const PieShape *shape, PieLabel **labels, guint n,
                SpreadItem *items)
{
    gboolean clear = TRUE;

    for (guint i = 0; i < n; i++)
        items[i] = (SpreadItem){
            .wanted = shape->centre.y + (shape->radius + BEND) * sin(labels[i]->angle),
            .size = labels[i]->height + LABEL_GAP,
        };
    spread_place(items, n, context->rect.y, rect_bottom(context->rect));
    for (guint i = 0; i < n; i++) {
        Point points[3];

        clear = pie_leader_points(shape, labels[i], items[i].placed, points) && clear;
    }
    return clear;
}

/* Puts the words of one side: on lines of their own, or on one when there is little room; what has
 * none is left out, the smallest first. Returns how many were left out. */
static guint
pie_place_side(const MarkContext *context, const PieShape *shape, PieLabel *labels, guint n,
               gboolean right)
{
    g_autofree SpreadItem *items = g_new0(SpreadItem, n + 1);
    g_autofree PieLabel **here = g_new0(PieLabel *, n + 1);
    double room = context->rect.width / 2 - shape->radius - PIE_RIM_GAP, height;
    guint count = 0, lost = 0;

    for (guint i = 0; i < n; i++) {
        double least =
            MAX(2 * context->theme->label.size, pie_value_width(context, labels[i].value));

        if (labels[i].right == right && least <= room + 0.5)
            here[count++] = &labels[i];
        else
            lost += labels[i].right == right;
    }
    height = pie_set_side(context, shape, here, count, FALSE);
    if (height > context->rect.height || !pie_spread_side(context, shape, here, count, items)) {
        height = pie_set_side(context, shape, here, count, TRUE);
        for (; count > 0 && height > context->rect.height; lost++)
            height -= here[--count]->height + LABEL_GAP;
        pie_spread_side(context, shape, here, count, items);
    }
    for (guint i = 0; i < count; i++)
        pie_draw_label(context, shape, here[i], items[i].placed);
    return lost;
}

static void
pie_draw_outside(const MarkContext *context, const PieShape *shape)
{
    const Parts *parts = (const Parts *)context->layer;
    g_autofree PieLabel *labels = g_new0(PieLabel, shape->n + 1);
    guint n = 0, lost;

    for (gsize i = 0; i < shape->n; i++) {
        double angle = (shape->angles[i] + shape->angles[i + 1]) / 2;

        if (shape->angles[i + 1] <= shape->angles[i])
            continue;
        labels[n++] = (PieLabel){
            .slice = i,
            .value = parts->layer.labels != NULL ? parts->layer.labels[shape->first + i] : NULL,
            .angle = angle,
            .right = cos(angle) >= -1e-9,
        };
    }
    if (!parts->direct && parts->layer.labels == NULL)
        n = 0;
    lost = pie_place_side(context, shape, labels, n, TRUE) +
           pie_place_side(context, shape, labels, n, FALSE);
    if (lost > 0)
        report_add(parts->report, SEVERITY_WARNING, WHERE_NONE, lost,
                   "%u slice%s no room for %s words; a larger figure would show them", lost,
                   lost == 1 ? " has" : "s have", lost == 1 ? "its" : "their");
    for (guint i = 0; i < n; i++)
        g_clear_pointer(&labels[i].lines, g_ptr_array_unref);
}

void
pie_labels_draw(const MarkContext *context)
{
    g_auto(PieShape) shape = pie_shape_new(context);

    if (shape.inside)
        pie_draw_inside(context, &shape);
    else
        pie_draw_outside(context, &shape);
    if (shape.hole > 0)
        pie_draw_middle(context, &shape);
}
