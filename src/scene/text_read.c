// Reads the text form of a scene (described in text_write.c), one line at a time, through the
// builder.
#include <string.h>

#include "scene/builder.h"
#include "scene/gate.h"
#include "scene/text_scanner.h"

enum { MAX_DEPTH = 64, MAX_IMAGE_SIDE = 1 << 14 };

typedef struct {
    TextStyle style;
    TextExtents extents;
    Point at;
    Anchor anchor;
    double angle;
} TextLine;

static gboolean
read_stroke(TextScanner *s, Stroke *stroke)
{
    if (!scan_color(s, &stroke->color) || !scan_number(s, &stroke->width))
        return FALSE;
    if (scan_word(s, "dash")) {
        while (stroke->n_dash < 4 && scan_is_number(s))
            if (!scan_number(s, &stroke->dash[stroke->n_dash++]))
                return FALSE;
        if (stroke->n_dash % 2 != 0 || stroke->n_dash == 0)
            return scan_fail(s, "two or four dashes");
    }
    stroke->round_join = scan_word(s, "round-join");
    stroke->round_cap = scan_word(s, "round-cap");
    return TRUE;
}

static gboolean
read_paint(TextScanner *s, Color *fill, Stroke *stroke)
{
    if (scan_word(s, "fill") && !scan_color(s, fill))
        return FALSE;
    return !scan_word(s, "stroke") || read_stroke(s, stroke);
}

static gboolean
read_rect(TextScanner *s, SceneBuilder *builder)
{
    Rect rect;
    double radius = 0;
    Color fill = COLOR_NONE;
    Stroke stroke = STROKE_NONE;

    if (!scan_rect(s, &rect) || (scan_word(s, "radius") && !scan_number(s, &radius)) ||
        !read_paint(s, &fill, &stroke))
        return FALSE;
    scene_builder_rect(builder, rect, radius, fill, stroke);
    return TRUE;
}

static gboolean
read_circle(TextScanner *s, SceneBuilder *builder)
{
    Point centre;
    double radius;
    Color fill = COLOR_NONE;
    Stroke stroke = STROKE_NONE;

    if (!scan_point(s, &centre) || !scan_number(s, &radius) || !read_paint(s, &fill, &stroke))
        return FALSE;
    scene_builder_circle(builder, centre, radius, fill, stroke);
    return TRUE;
}

static gboolean
read_segments(TextScanner *s, Path *path)
{
    while (!scan_at_end(s)) {
        Point p[3];

        if (scan_word(s, "M")) {
            if (!scan_point(s, &p[0]))
                return FALSE;
            path_move_to(path, p[0].x, p[0].y);
        } else if (scan_word(s, "L")) {
            if (!scan_point(s, &p[0]))
                return FALSE;
            path_line_to(path, p[0].x, p[0].y);
        } else if (scan_word(s, "C")) {
            if (!scan_point(s, &p[0]) || !scan_point(s, &p[1]) || !scan_point(s, &p[2]))
                return FALSE;
            path_curve_to(path, p[0], p[1], p[2]);
        } else if (scan_word(s, "Z")) {
            path_close(path);
        } else {
            return scan_fail(s, "M, L, C or Z");
        }
    }
    return TRUE;
}

static gboolean
read_path(TextScanner *s, SceneBuilder *builder)
{
    g_autoptr(Path) path = path_new();
    Color fill = COLOR_NONE;
    Stroke stroke = STROKE_NONE;

    if (!read_paint(s, &fill, &stroke))
        return FALSE;
    if (!scan_word(s, "d"))
        return scan_fail(s, "d");
    if (!scan_word(s, "M"))
        return scan_fail(s, "M");
    Point start;
    if (!scan_point(s, &start))
        return FALSE;
    path_move_to(path, start.x, start.y);
    if (!read_segments(s, path))
        return FALSE;
    scene_builder_path(builder, path, fill, stroke);
    return TRUE;
}

static gboolean
read_text_look(TextScanner *s, TextLine *line)
{
    line->style.bold = scan_word(s, "bold");
    line->style.italic = scan_word(s, "italic");
    if (scan_word(s, "middle"))
        line->anchor = ANCHOR_MIDDLE;
    else if (scan_word(s, "end"))
        line->anchor = ANCHOR_END;
    return !scan_word(s, "rotate") || scan_number(s, &line->angle);
}

static gboolean
read_text(TextScanner *s, SceneBuilder *builder)
{
    g_autofree char *text = NULL, *family = NULL, *drawn = NULL;
    TextLine line = { .anchor = ANCHOR_START };
    TextExtents *extents = &line.extents;
    double subject = 0;

    if (!scan_point(s, &line.at) || !scan_string(s, &text) || !scan_number(s, &line.style.size) ||
        !read_text_look(s, &line) || (scan_word(s, "family") && !scan_string(s, &family)) ||
        (scan_word(s, "fill") && !scan_color(s, &line.style.color)))
        return FALSE;
    if (!scan_word(s, "extents"))
        return scan_fail(s, "extents");
    if (!scan_number(s, &extents->width) || !scan_number(s, &extents->ascent) ||
        !scan_number(s, &extents->descent) || !scan_number(s, &extents->line_height) ||
        (scan_word(s, "drawn") && !scan_string(s, &drawn)) ||
        (scan_word(s, "subject") && !scan_row(s, &subject)))
        return FALSE;
    line.style.family = family;
    extents->family = drawn;
    scene_builder_set_subject(builder, (guint64)subject);
    scene_builder_text(builder, text, line.at, line.anchor, line.angle, &line.style, *extents);
    return TRUE;
}

static gboolean
read_image(TextScanner *s, SceneBuilder *builder)
{
    Rect rect;
    double columns, rows;
    g_autofree guchar *rgba = NULL;
    gsize size = 0;

    if (!scan_rect(s, &rect) || !scan_number(s, &columns) || !scan_number(s, &rows) ||
        !scan_base64(s, &rgba, &size))
        return FALSE;
    if (columns < 1 || rows < 1 || columns > MAX_IMAGE_SIDE || rows > MAX_IMAGE_SIDE ||
        columns != floor(columns) || rows != floor(rows) || (gsize)(columns * rows * 4) != size)
        return scan_fail(s, "as many bytes as the image has");
    scene_builder_image(builder, rect, rgba, (guint)columns, (guint)rows);
    return TRUE;
}

/* Any role with a title: the builder has two doors, and only a mark has series, row and subject. */
static gboolean
read_group(TextScanner *s, SceneBuilder *builder)
{
    g_autofree char *title = NULL, *series = NULL;
    Role role = ROLE_NONE;
    double row = 0, subject = 0;

    scan_role(s, &role);
    if ((scan_word(s, "title") && !scan_string(s, &title)) ||
        (scan_word(s, "series") && !scan_string(s, &series)) ||
        (scan_word(s, "row") && !scan_row(s, &row)) ||
        (scan_word(s, "subject") && !scan_row(s, &subject)))
        return FALSE;
    if (role == ROLE_MARK)
        scene_builder_push_mark(builder, title, series, (gint64)row, (guint64)subject);
    else if (series != NULL || row != 0 || subject != 0)
        return scan_fail(s, "mark, for a group with a series, a row or a subject");
    else
        scene_builder_push(builder, role, title);
    return TRUE;
}

static gboolean
read_leaf(TextScanner *s, SceneBuilder *builder)
{
    if (scan_word(s, "path"))
        return read_path(s, builder);
    if (scan_word(s, "rect"))
        return read_rect(s, builder);
    if (scan_word(s, "circle"))
        return read_circle(s, builder);
    if (scan_word(s, "text"))
        return read_text(s, builder);
    if (scan_word(s, "image"))
        return read_image(s, builder);
    return scan_fail(s, "group, path, rect, circle, text or image");
}

static gboolean
read_node(TextScanner *s, SceneBuilder *builder, guint *depth)
{
    guint indent = scan_indent(s);

    if (indent > *depth)
        return scan_fail(s, "a smaller indent");
    for (; *depth > indent; (*depth)--)
        scene_builder_pop(builder);
    if (!scan_word(s, "group"))
        return read_leaf(s, builder);
    if (*depth == MAX_DEPTH)
        return scan_fail(s, "at most 64 groups in each other");
    if (!read_group(s, builder))
        return FALSE;
    (*depth)++;
    return TRUE;
}

/* The first line and those with the texts. */
static SceneBuilder *
read_head(TextScanner *s)
{
    g_autofree char *family = NULL, *title = NULL, *description = NULL, *language = NULL;
    g_autofree char *source = NULL;
    Size size;
    Color background = COLOR_NONE;
    TextStyle look = { .size = 12 };

    if (!scan_word(s, "scene")) {
        scan_fail(s, "scene");
        return NULL;
    }
    if (!scan_number(s, &size.width) || !scan_number(s, &size.height))
        return NULL;
    if (size.width < 1 || size.height < 1) {
        scan_fail(s, "a size of at least 1 px");
        return NULL;
    }
    if ((scan_word(s, "background") && !scan_color(s, &background)) ||
        (scan_word(s, "text") && !scan_color(s, &look.color)) ||
        (scan_word(s, "size") && !scan_number(s, &look.size)) ||
        (scan_word(s, "family") && !scan_string(s, &family)) || !scan_line_end(s) ||
        !scan_text_line(s, "title", &title) || !scan_text_line(s, "description", &description) ||
        !scan_text_line(s, "language", &language) || !scan_text_line(s, "source", &source))
        return NULL;
    look.family = family;
    SceneBuilder *builder = scene_builder_new(size);
    scene_builder_set_texts(builder, title, description, language, source);
    scene_builder_set_look(builder, background, &look);
    return builder;
}

Scene *
scene_from_text(const char *text, GError **error)
{
    TextScanner scanner = { .p = text, .line = 1, .error = error };
    g_autoptr(SceneBuilder) builder = read_head(&scanner);
    guint depth = 0;

    if (builder == NULL)
        return NULL;
    while (!scan_at_end_of_text(&scanner))
        if (!read_node(&scanner, builder, &depth) || !scan_line_end(&scanner))
            return NULL;
    for (; depth > 0; depth--)
        scene_builder_pop(builder);
    return scene_builder_finish(builder);
}
