#include "backend/svg_shapes.h"

#include <string.h>

#include "backend/svg_fonts.h"
#include "backend/svg_write.h"
#include "base/number.h"

/* Viewers refuse an attribute of 10 MB; a stroke of 100,000 vertices takes them half a minute. */
enum { MAX_ATTRIBUTE = 9000000, MAX_VERTICES = 2000 };
/* Nobody reads a path of so many vertices: it is written packed, which is a third shorter. */
enum { LONG_PATH = 32 };

typedef struct {
    SvgWriter *writer;
    const SvgPaint *inherited;
    const char *tags;
    gboolean inline_mode;
} Element;

static void
begin(const Element *e, const char *name)
{
    g_string_append_c(e->writer->out, '<');
    g_string_append(e->writer->out, name);
    g_string_append(e->writer->out, e->tags);
    e->writer->n_elements++;
}

static void
end(const Element *e)
{
    g_string_append(e->writer->out, e->inline_mode ? "/>" : "/>\n");
}

static void
fail_by_size(SvgWriter *w)
{
    if (w->error == NULL)
        error_set(
            &w->error, ERROR_LIMIT, WHERE_NONE,
            "one shape alone takes more than 9 MB in SVG, which no viewer opens; write PNG, or "
            "fewer pixels by --max-pixels");
}

static void
append_path_element(const Element *e, const SvgPaint *paint, const GString *data)
{
    GString *out = e->writer->out;

    if (data->len == 0)
        return;
    if (data->len > MAX_ATTRIBUTE) {
        fail_by_size(e->writer);
        return;
    }
    begin(e, "path");
    svg_paint_append(out, paint, e->inherited);
    g_string_append(out, " d=\"");
    g_string_append_len(out, data->str, (gssize)data->len);
    g_string_append_c(out, '"');
    end(e);
}

static void
append_whole_path(const Element *e, const SvgPaint *paint, const PathSegment *segments, guint n)
{
    g_autoptr(GString) data = g_string_sized_new(16 * (gsize)n + 16);
    SvgPen pen = { .data = data, .relative = n > LONG_PATH };

    for (guint i = 0; i < n; i++)
        svg_pen_segment(&pen, &segments[i]);
    append_path_element(e, paint, data);
}

/* One path a subpath: a renderer in the wild joins the subpaths of a dashed path. */
static void
append_dashed_path(const Element *e, const SvgPaint *paint, const PathSegment *segments, guint n)
{
    for (guint start = 0, i = 1; i <= n; i++)
        if (i == n || segments[i].verb == PATH_MOVE) {
            append_whole_path(e, paint, segments + start, i - start);
            start = i;
        }
}

/* Pieces of at most MAX_VERTICES that share a vertex. A close whose start lies in an earlier piece
 * becomes a line. */
static void
append_split_path(const Element *e, const SvgPaint *paint, const PathSegment *segments, guint n)
{
    g_autoptr(GString) data = g_string_new(NULL);
    SvgPen pen = { .data = data, .relative = TRUE };
    Point start = segments[0].p[0];
    gboolean start_is_here = TRUE;

    for (guint i = 0; i < n; i++) {
        PathSegment segment = segments[i];

        if (segment.verb == PATH_MOVE) {
            start = segment.p[0];
            start_is_here = TRUE;
        } else if (segment.verb == PATH_CLOSE && !start_is_here) {
            segment = (PathSegment){ .verb = PATH_LINE, .p = { start } };
        }
        /* A move may come with the segment, so that one place is kept for it. */
        if (segment.verb != PATH_CLOSE && pen.n + (pen.open ? 1 : 2) > MAX_VERTICES) {
            append_path_element(e, paint, data);
            g_string_truncate(data, 0);
            pen = (SvgPen){ .data = data,
                            .relative = TRUE,
                            .x = pen.x,
                            .y = pen.y,
                            .start_x = pen.x,
                            .start_y = pen.y };
            start_is_here = segment.verb == PATH_MOVE;
        }
        svg_pen_segment(&pen, &segment);
    }
    append_path_element(e, paint, data);
}

static void
append_path(const Element *e, const SceneNode *leaf, const SvgPaint *paint)
{
    const PathSegment *segments = leaf->path.segments;
    guint n = leaf->path.n;
    gboolean filled = leaf->fill.a != 0, stroked = leaf->stroke.color.a != 0;
    gboolean dashed = stroked && paint->n_dash > 0;
    gboolean split = stroked && !dashed && leaf->stroke.color.a == 255 && n > MAX_VERTICES;

    if (!dashed && !split) {
        append_whole_path(e, paint, segments, n);
        return;
    }
    SvgPaint stroke = *paint;
    if (filled) {
        SvgPaint fill = *paint;

        fill.stroke = COLOR_NONE;
        fill.cares = 1u << PAINT_FILL | 1u << PAINT_FILL_OPACITY | 1u << PAINT_STROKE;
        append_whole_path(e, &fill, segments, n);
        stroke.fill = COLOR_NONE;
        stroke.cares &= ~(1u << PAINT_FILL_OPACITY);
    }
    if (dashed)
        append_dashed_path(e, &stroke, segments, n);
    else
        append_split_path(e, &stroke, segments, n);
}

static gboolean
is_opaque_line(const SceneNode *leaf)
{
    return leaf->kind == NODE_PATH && leaf->path.n == 2 &&
           leaf->path.segments[1].verb == PATH_LINE && leaf->fill.a == 0 &&
           leaf->stroke.color.a == 255 && leaf->stroke.n_dash == 0;
}

guint
svg_count_like_lines(const SvgWriter *w, const SceneNode *leaf)
{
    SvgPaint paint;
    guint n = 1;

    if (!is_opaque_line(leaf))
        return 1;
    paint = svg_paint_of(leaf, w->scene->background);
    for (leaf = leaf->next; leaf != NULL && is_opaque_line(leaf) && 2 * (n + 1) <= MAX_VERTICES;
         leaf = leaf->next, n++) {
        SvgPaint next = svg_paint_of(leaf, w->scene->background);

        if (!svg_paint_equal(&paint, &next))
            break;
    }
    return n;
}

void
svg_append_lines(SvgWriter *w, const SceneNode *leaf, guint n, const SvgPaint *inherited,
                 gboolean inline_mode)
{
    Element e = { .writer = w, .inherited = inherited, .tags = "", .inline_mode = inline_mode };
    SvgPaint paint = svg_paint_of(leaf, w->scene->background);
    g_autoptr(GString) data = g_string_new(NULL);
    SvgPen pen = { .data = data };

    for (; n > 0; n--, leaf = leaf->next)
        for (guint i = 0; i < leaf->path.n; i++)
            svg_pen_segment(&pen, &leaf->path.segments[i]);
    append_path_element(&e, &paint, data);
}

static void
append_box(GString *out, Rect rect, gboolean always)
{
    gint64 x = svg_hundredths(rect.x), y = svg_hundredths(rect.y);

    if (always || x != 0)
        svg_append_number(out, "x", (double)x / 100);
    if (always || y != 0)
        svg_append_number(out, "y", (double)y / 100);
    svg_append_number(out, "width", (double)(svg_hundredths(rect_right(rect)) - x) / 100);
    svg_append_number(out, "height", (double)(svg_hundredths(rect_bottom(rect)) - y) / 100);
}

static void
append_rect(const Element *e, const SceneNode *leaf, const SvgPaint *paint)
{
    GString *out = e->writer->out;

    begin(e, "rect");
    append_box(out, leaf->rect.rect, FALSE);
    if (svg_hundredths(leaf->rect.radius) > 0)
        svg_append_number(out, "rx", leaf->rect.radius);
    svg_paint_append(out, paint, e->inherited);
    end(e);
}

static void
append_circle(const Element *e, const SceneNode *leaf, const SvgPaint *paint)
{
    GString *out = e->writer->out;

    begin(e, "circle");
    svg_append_number(out, "cx", leaf->circle.centre.x);
    svg_append_number(out, "cy", leaf->circle.centre.y);
    svg_append_number(out, "r", leaf->circle.radius);
    svg_paint_append(out, paint, e->inherited);
    end(e);
}

static void
append_rotation(GString *out, const SceneNode *leaf)
{
    g_string_append(out, " transform=\"rotate(");
    number_append_coordinate(out, leaf->text.angle);
    g_string_append_c(out, ' ');
    number_append_coordinate(out, leaf->text.at.x);
    g_string_append_c(out, ' ');
    number_append_coordinate(out, leaf->text.at.y);
    g_string_append(out, ")\"");
}

static void
append_text(const Element *e, const SceneNode *leaf, const SvgPaint *paint)
{
    GString *out = e->writer->out;
    const TextStyle *style = &leaf->text.style;
    g_autoptr(GString) fonts = g_string_new(NULL);

    begin(e, "text");
    svg_append_number(out, "x", leaf->text.at.x);
    svg_append_number(out, "y", leaf->text.at.y);
    if (leaf->text.angle != 0)
        append_rotation(out, leaf);
    if (leaf->text.anchor != ANCHOR_START)
        svg_append_attribute(out, "text-anchor",
                             leaf->text.anchor == ANCHOR_MIDDLE ? "middle" : "end");
    if (svg_hundredths(style->size) != e->writer->font_size)
        svg_append_number(out, "font-size", style->size);
    if (style->bold)
        svg_append_attribute(out, "font-weight", "bold");
    if (style->italic)
        svg_append_attribute(out, "font-style", "italic");
    if (svg_fonts_append_node(fonts, e->writer->scene, leaf) &&
        g_strcmp0(fonts->str, e->writer->families) != 0)
        g_string_append_printf(out, " font-family=\"%s\"", fonts->str);
    svg_paint_append(out, paint, e->inherited);
    g_string_append_c(out, '>');
    svg_append_escaped(out, leaf->text.text);
    g_string_append(out, e->inline_mode ? "</text>" : "</text>\n");
}

char *
svg_append_group_fonts(SvgWriter *w, const SceneNode *first)
{
    g_autoptr(GString) families = g_string_new(NULL);
    gboolean one_size = first->next != NULL, one_list = one_size;

    svg_fonts_append_node(families, w->scene, first);
    for (const SceneNode *text = first->next; text != NULL; text = text->next) {
        g_autoptr(GString) others = g_string_new(NULL);

        svg_fonts_append_node(others, w->scene, text);
        one_list = one_list && g_string_equal(others, families);
        one_size = one_size &&
                   svg_hundredths(text->text.style.size) == svg_hundredths(first->text.style.size);
    }
    if (one_size && svg_hundredths(first->text.style.size) != w->font_size) {
        svg_append_number(w->out, "font-size", first->text.style.size);
        w->font_size = svg_hundredths(first->text.style.size);
    }
    if (!one_list || families->len == 0)
        return NULL;
    g_string_append_printf(w->out, " font-family=\"%s\"", families->str);
    w->families = families->str;
    return g_string_free(g_steal_pointer(&families), FALSE);
}

static Point
turn_and_move(Point p, const SceneNode *leaf, double shift)
{
    Point at = leaf->text.at;

    p.x += shift;
    if (leaf->text.angle < 0)
        return (Point){ at.x + p.y, at.y - p.x };
    if (leaf->text.angle > 0)
        return (Point){ at.x - p.y, at.y + p.x };
    return (Point){ at.x + p.x, at.y + p.y };
}

static void
append_outline(const Element *e, const SceneNode *leaf, const SvgPaint *paint)
{
    g_autoptr(Path) outline = e->writer->module->text_outline(leaf->text.text, &leaf->text.style);
    double shifts[] = { [ANCHOR_START] = 0, [ANCHOR_MIDDLE] = -0.5, [ANCHOR_END] = -1 };
    double shift = shifts[leaf->text.anchor] * leaf->text.extents.width;

    if (outline == NULL)
        return;
    g_autoptr(GString) data = g_string_new(NULL), tags = g_string_new(e->tags);
    SvgPen pen = { .data = data, .relative = TRUE };
    const PathSegment *segments = path_segments(outline);
    for (guint i = 0; i < path_length(outline); i++) {
        PathSegment segment = segments[i];

        for (int k = 0; k < 3; k++)
            segment.p[k] = turn_and_move(segment.p[k], leaf, shift);
        svg_pen_segment(&pen, &segment);
    }
    svg_append_attribute(tags, "data-text", leaf->text.text);
    Element tagged = *e;
    tagged.tags = tags->str;
    append_path_element(&tagged, paint, data);
}

static void
append_image(const Element *e, const SceneNode *leaf)
{
    SvgWriter *w = e->writer;
    g_autoptr(GBytes) png =
        w->module->encode_png(leaf->image.rgba, leaf->image.columns, leaf->image.rows, &w->error);
    gsize size = 0;

    if (png == NULL)
        return;
    const guint8 *bytes = g_bytes_get_data(png, &size);
    if (size > MAX_ATTRIBUTE / 4 * 3) {
        fail_by_size(w);
        return;
    }
    g_autofree char *base64 = g_base64_encode(bytes, size);
    begin(e, "image");
    append_box(w->out, leaf->image.rect, TRUE);
    g_string_append(w->out, " preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,");
    g_string_append(w->out, base64);
    g_string_append_c(w->out, '"');
    end(e);
}

void
svg_append_shape(SvgWriter *w, const SceneNode *leaf, const SvgPaint *inherited, const char *tags,
                 gboolean inline_mode)
{
    Element e = { .writer = w, .inherited = inherited, .tags = tags, .inline_mode = inline_mode };
    SvgPaint paint = svg_paint_of(leaf, w->scene->background);

    if (w->error != NULL)
        return;
    switch (leaf->kind) {
    case NODE_GROUP:
        break;
    case NODE_PATH:
        append_path(&e, leaf, &paint);
        break;
    case NODE_RECT:
        append_rect(&e, leaf, &paint);
        break;
    case NODE_CIRCLE:
        append_circle(&e, leaf, &paint);
        break;
    case NODE_TEXT:
        if (w->outlines)
            append_outline(&e, leaf, &paint);
        else
            append_text(&e, leaf, &paint);
        break;
    case NODE_IMAGE:
        append_image(&e, leaf);
        break;
    }
}
