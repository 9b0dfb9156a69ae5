// The text form of a scene:
//
//   scene 600 400 background #fff text #222 size 12
//   title "Rides per day"
//   group grid
//     path stroke #ddd 1 dash 3 3 d M 40 160 L 300 160
//   group mark title "Mon: 3" series "Rides" row 1
//     rect 40 100 20 60 radius 2 fill #1f77b480
//   circle 10 10 3 fill #1f77b4
//   text 40 24 "Rides per day" 16 bold middle rotate -90 fill #222 extents 98.7 14.5 3.4 18.4
//   image 0 0 10 10 2 2 AAAA…
#include <string.h>

#include "base/number.h"
#include "scene/gate.h"
#include "scene/node.h"

static void
append_number(GString *out, double value)
{
    g_string_append_c(out, ' ');
    number_append_coordinate(out, (double)gate_hundredths(value) / 100);
}

static void
append_point(GString *out, Point point)
{
    append_number(out, point.x);
    append_number(out, point.y);
}

/* Written by rounded corners, as the outputs draw it. */
static void
append_rect(GString *out, Rect rect)
{
    double x = (double)gate_hundredths(rect.x), y = (double)gate_hundredths(rect.y);

    append_point(out, (Point){ rect.x, rect.y });
    append_number(out, ((double)gate_hundredths(rect_right(rect)) - x) / 100);
    append_number(out, ((double)gate_hundredths(rect_bottom(rect)) - y) / 100);
}

static void
append_color(GString *out, const char *word, Color color)
{
    char hex[8];

    if (color.a == 255) {
        color_to_hex(color, hex);
        g_string_append_printf(out, " %s %s", word, hex);
    } else if (color.a != 0) {
        g_string_append_printf(out, " %s #%02x%02x%02x%02x", word, color.r, color.g, color.b,
                               color.a);
    }
}

static void
append_string(GString *out, const char *word, const char *text)
{
    if (text == NULL)
        return;
    g_string_append_printf(out, "%s \"", word);
    for (const char *p = text; *p != '\0'; p++) {
        if (*p == '"' || *p == '\\')
            g_string_append_c(out, '\\');
        g_string_append_c(out, *p);
    }
    g_string_append_c(out, '"');
}

static void
append_paint(GString *out, const SceneNode *node)
{
    const Stroke *stroke = &node->stroke;

    append_color(out, "fill", node->fill);
    if (stroke->color.a == 0)
        return;
    append_color(out, "stroke", stroke->color);
    append_number(out, stroke->width);
    if (stroke->n_dash > 0)
        g_string_append(out, " dash");
    for (guint i = 0; i < stroke->n_dash; i++)
        append_number(out, stroke->dash[i]);
    if (stroke->round_join)
        g_string_append(out, " round-join");
    if (stroke->round_cap)
        g_string_append(out, " round-cap");
}

static void
append_path(GString *out, const SceneNode *node)
{
    static const char verbs[] = {
        [PATH_MOVE] = 'M', [PATH_LINE] = 'L', [PATH_CURVE] = 'C', [PATH_CLOSE] = 'Z'
    };

    g_string_append(out, "path");
    append_paint(out, node);
    g_string_append(out, " d");
    for (guint i = 0; i < node->path.n; i++) {
        const PathSegment *segment = &node->path.segments[i];
        guint n = segment->verb == PATH_CLOSE ? 0 : segment->verb == PATH_CURVE ? 3 : 1;

        g_string_append_c(out, ' ');
        g_string_append_c(out, verbs[segment->verb]);
        for (guint k = 0; k < n; k++)
            append_point(out, segment->p[k]);
    }
}

static void
append_subject(GString *out, guint64 subject)
{
    if (subject != 0)
        g_string_append_printf(out, " subject %" G_GUINT64_FORMAT, subject);
}

static void
append_text(GString *out, const SceneNode *node)
{
    static const char *const anchors[] = {
        [ANCHOR_START] = "", [ANCHOR_MIDDLE] = " middle", [ANCHOR_END] = " end"
    };
    const TextStyle *style = &node->text.style;
    const TextExtents *extents = &node->text.extents;

    g_string_append(out, "text");
    append_point(out, node->text.at);
    append_string(out, "", node->text.text);
    append_number(out, style->size);
    g_string_append(out, style->bold ? " bold" : "");
    g_string_append(out, style->italic ? " italic" : "");
    g_string_append(out, anchors[node->text.anchor]);
    if (node->text.angle != 0) {
        g_string_append(out, " rotate");
        append_number(out, node->text.angle);
    }
    append_string(out, " family", style->family);
    append_color(out, "fill", node->fill);
    g_string_append(out, " extents");
    append_point(out, (Point){ extents->width, extents->ascent });
    append_point(out, (Point){ extents->descent, extents->line_height });
    append_string(out, " drawn", extents->family);
    append_subject(out, node->text.subject);
}

static void
append_image(GString *out, const SceneNode *node)
{
    gsize size = (gsize)node->image.columns * node->image.rows * 4;
    g_autofree char *base64 = g_base64_encode(node->image.rgba, size);

    g_string_append(out, "image");
    append_rect(out, node->image.rect);
    g_string_append_printf(out, " %u %u %s", node->image.columns, node->image.rows, base64);
}

static void
append_leaf(GString *out, const SceneNode *node)
{
    switch (node->kind) {
    case NODE_GROUP:
        break;
    case NODE_PATH:
        append_path(out, node);
        break;
    case NODE_RECT:
        g_string_append(out, "rect");
        append_rect(out, node->rect.rect);
        if (gate_hundredths(node->rect.radius) > 0) {
            g_string_append(out, " radius");
            append_number(out, node->rect.radius);
        }
        append_paint(out, node);
        break;
    case NODE_CIRCLE:
        g_string_append(out, "circle");
        append_point(out, node->circle.centre);
        append_number(out, node->circle.radius);
        append_paint(out, node);
        break;
    case NODE_TEXT:
        append_text(out, node);
        break;
    case NODE_IMAGE:
        append_image(out, node);
        break;
    }
    g_string_append_c(out, '\n');
}

static void
append_nodes(GString *out, const SceneNode *node, guint depth)
{
    for (; node != NULL; node = node->next) {
        for (guint i = 0; i < depth; i++)
            g_string_append(out, "  ");
        if (node->kind != NODE_GROUP) {
            append_leaf(out, node);
            continue;
        }
        const char *role = role_name(node->group.role);
        g_string_append(out, "group");
        if (role != NULL)
            g_string_append_printf(out, " %s", role);
        append_string(out, " title", node->group.title);
        append_string(out, " series", node->group.series);
        if (node->group.row != 0)
            g_string_append_printf(out, " row %" G_GINT64_FORMAT, node->group.row);
        append_subject(out, node->group.subject);
        g_string_append_c(out, '\n');
        append_nodes(out, node->group.first, depth + 1);
    }
}

static void
append_line(GString *out, const char *word, const char *text)
{
    append_string(out, word, text);
    if (text != NULL)
        g_string_append_c(out, '\n');
}

char *
scene_to_text(const Scene *scene)
{
    GString *out = g_string_new("scene");

    append_point(out, (Point){ scene->size.width, scene->size.height });
    append_color(out, "background", scene->background);
    append_color(out, "text", scene->text_color);
    g_string_append(out, " size");
    append_number(out, scene->font_size);
    append_string(out, " family", scene->family);
    g_string_append_c(out, '\n');
    append_line(out, "title", scene->title);
    append_line(out, "description", scene->description);
    append_line(out, "language", scene->language);
    append_line(out, "source", scene->source);
    append_nodes(out, scene->root->group.first, 0);
    return g_string_free(out, FALSE);
}
