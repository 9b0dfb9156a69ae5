#include "backend/svg.h"

#include "backend/svg_fonts.h"
#include "backend/svg_shapes.h"
#include "backend/svg_write.h"
#include "base/number.h"

/* What no attribute says, or what pages commonly say of every svg that is an icon. */
#define GUARD_STYLE                                                                               \
    "stroke:none;stroke-linecap:butt;stroke-linejoin:miter;text-transform:none;text-shadow:none;" \
    "font-variant:normal;font-feature-settings:normal;font-size-adjust:none;"                     \
    "writing-mode:horizontal-tb"

enum { MAX_TITLED_MARKS = 2000, MAX_ELEMENTS = 900000 };

typedef struct {
    gboolean has_text, has_image;
    guint64 marks;
} Contents;

static void
survey(const SceneNode *node, Contents *contents)
{
    for (; node != NULL; node = node->next) {
        contents->has_text = contents->has_text || node->kind == NODE_TEXT;
        contents->has_image = contents->has_image || node->kind == NODE_IMAGE;
        if (node->kind != NODE_GROUP)
            continue;
        contents->marks += node->group.role == ROLE_MARK;
        survey(node->group.first, contents);
    }
}

/* The attributes of a group, title apart: class, row, series. A mark has no class: it is told by
 * its row, and there may be thousands. */
static void
append_tags(GString *out, const SceneNode *group)
{
    if (group->group.role != ROLE_MARK && group->group.role != ROLE_NONE)
        g_string_append_printf(out, " class=\"ct-%s\"", role_name(group->group.role));
    if (group->group.row != 0)
        g_string_append_printf(out, " data-row=\"%" G_GINT64_FORMAT "\"", group->group.row);
    if (group->group.series != NULL)
        svg_append_attribute(out, "data-series", group->group.series);
}

static gboolean
is_one_leaf(const SceneNode *group)
{
    return group->group.first->next == NULL && group->group.first->kind != NODE_GROUP;
}

static gboolean
is_all_text(const SceneNode *node)
{
    for (; node != NULL; node = node->next)
        if (node->kind != NODE_TEXT)
            return FALSE;
    return TRUE;
}

static void append_nodes(SvgWriter *w, const SceneNode *node, const SvgPaint *inherited,
                         gboolean inline_mode, gboolean hidden);

static void
append_group_element(SvgWriter *w, const SceneNode *group, const char *tags,
                     const SvgPaint *inherited, gboolean inline_mode)
{
    SvgPaint hoisted = svg_paint_hoist(group, inherited, w->scene->background);
    gboolean one_line = inline_mode || (group->group.role == ROLE_MARK && is_one_leaf(group));
    gboolean only_text = is_all_text(group->group.first);
    /* Outlines say nothing to a screen reader; the group's title would be hidden with them. */
    gboolean hidden = w->outlines && group->group.title == NULL && only_text;
    gint64 font_size = w->font_size;
    const char *outer_families = w->families;
    g_autofree char *families = NULL;

    g_string_append_printf(w->out, "<g%s", tags);
    w->n_elements++;
    svg_paint_append(w->out, &hoisted, inherited);
    if (only_text && !w->outlines)
        families = svg_append_group_fonts(w, group->group.first);
    if (hidden)
        svg_append_attribute(w->out, "aria-hidden", "true");
    g_string_append_c(w->out, '>');
    if (group->group.title != NULL) {
        g_string_append(w->out, "<title>");
        svg_append_escaped(w->out, group->group.title);
        g_string_append(w->out, "</title>");
        w->n_elements++;
    }
    if (!one_line)
        g_string_append_c(w->out, '\n');
    append_nodes(w, group->group.first, &hoisted, one_line, hidden);
    g_string_append(w->out, inline_mode ? "</g>" : "</g>\n");
    w->font_size = font_size;
    w->families = outer_families;
}

static void
append_group(SvgWriter *w, const SceneNode *group, const SvgPaint *inherited, gboolean inline_mode,
             gboolean hidden)
{
    g_autoptr(GString) tags = g_string_new(NULL);
    const char *title = group->group.title;

    if (group->group.role != ROLE_MARK || !w->plain_marks)
        append_tags(tags, group);
    else
        title = NULL;
    if (title == NULL && tags->len == 0)
        append_nodes(w, group->group.first, inherited, inline_mode, hidden);
    else if (title == NULL && group->group.role == ROLE_MARK && is_one_leaf(group) &&
             group->group.first->kind != NODE_IMAGE &&
             (group->group.first->kind != NODE_TEXT || !w->outlines))
        svg_append_shape(w, group->group.first, inherited, tags->str, inline_mode);
    else
        append_group_element(w, group, tags->str, inherited, inline_mode);
}

/* hidden: an element above is aria-hidden already. */
static void
append_nodes(SvgWriter *w, const SceneNode *node, const SvgPaint *inherited, gboolean inline_mode,
             gboolean hidden)
{
    gboolean in_run = FALSE;

    for (; node != NULL && w->error == NULL; node = node->next) {
        gboolean wants_run = w->outlines && !hidden && node->kind == NODE_TEXT;

        if (wants_run != in_run)
            g_string_append_printf(w->out, "%s%s", wants_run ? "<g aria-hidden=\"true\">" : "</g>",
                                   inline_mode ? "" : "\n");
        in_run = wants_run;
        guint n_lines = node->kind == NODE_PATH ? svg_count_like_lines(w, node) : 1;
        if (node->kind == NODE_GROUP)
            append_group(w, node, inherited, inline_mode, hidden);
        else if (n_lines > 1)
            svg_append_lines(w, node, n_lines, inherited, inline_mode);
        else
            svg_append_shape(w, node, inherited, "", inline_mode);
        for (; n_lines > 1; n_lines--)
            node = node->next;
    }
    if (in_run)
        g_string_append(w->out, inline_mode ? "</g>" : "</g>\n");
}

static void
append_root(SvgWriter *w, const OutputOptions *options, gboolean has_image)
{
    const Scene *scene = w->scene;
    GString *out = w->out;
    char hex[8];

    g_string_append(out, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
    if (has_image)
        g_string_append(out, " xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
    svg_append_number(out, "width", scene->size.width);
    svg_append_number(out, "height", scene->size.height);
    g_string_append(out, " viewBox=\"0 0 ");
    number_append_coordinate(out, scene->size.width);
    g_string_append_c(out, ' ');
    number_append_coordinate(out, scene->size.height);
    g_string_append(out, "\" role=\"img\"");
    svg_append_attribute(out, "aria-label", scene->title);
    if (scene->language != NULL)
        svg_append_attribute(out, "xml:lang", scene->language);
    if (options->metadata && options->command != NULL)
        svg_append_attribute(out, "data-command", options->command);
    if (options->metadata && options->hash != NULL)
        svg_append_attribute(out, "data-hash", options->hash);
    /* The rest says what would be so anyway: it keeps the CSS of a page out. Who drops the style
     * loses nothing but that. */
    color_to_hex(scene->text_color, hex);
    g_string_append_printf(out, " direction=\"ltr\" fill=\"%s\" stroke=\"none\" font-family=\"",
                           hex);
    svg_fonts_append_root(out, scene);
    g_string_append_c(out, '"');
    svg_append_number(out, "font-size", scene->font_size);
    g_string_append_printf(out,
                           " font-weight=\"normal\" font-style=\"normal\" letter-spacing=\"0\""
                           " word-spacing=\"0\" text-anchor=\"start\" style=\"fill:%s;" GUARD_STYLE
                           "\">\n",
                           hex);
}

static void
append_texts(SvgWriter *w)
{
    g_string_append(w->out, "<title>");
    svg_append_escaped(w->out, w->scene->title);
    g_string_append(w->out, "</title>\n");
    if (w->scene->description == NULL)
        return;
    g_string_append(w->out, "<desc>");
    svg_append_escaped(w->out, w->scene->description);
    g_string_append(w->out, "</desc>\n");
}

static void
append_background(SvgWriter *w, const SvgPaint *root)
{
    SceneNode rect = {
        .kind = NODE_RECT,
        .fill = w->scene->background,
        .rect = { .rect = { 0, 0, w->scene->size.width, w->scene->size.height } },
    };

    if (rect.fill.a != 0)
        svg_append_shape(w, &rect, root, " class=\"ct-bg\"", FALSE);
}

GBytes *
svg_write_with(const Scene *scene, const OutputOptions *options, const RasterModule *module,
               GError **error)
{
    Contents contents = { .marks = 0 };
    g_autoptr(GString) out = g_string_sized_new(16384);

    survey(scene->root, &contents);
    g_assert(module != NULL || !contents.has_image);
    g_assert(module != NULL || !contents.has_text || !options->outlines);
    SvgWriter w = {
        .scene = scene,
        .module = module,
        .outlines = options->outlines,
        .plain_marks = contents.marks > MAX_TITLED_MARKS,
        .out = out,
        .font_size = svg_hundredths(scene->font_size),
    };
    SvgPaint root = svg_paint_root(scene->text_color);
    append_root(&w, options, contents.has_image);
    append_texts(&w);
    append_background(&w, &root);
    append_nodes(&w, scene->root->group.first, &root, FALSE, FALSE);
    g_string_append(out, "</svg>\n");
    if (w.error == NULL && w.n_elements > MAX_ELEMENTS)
        error_set(&w.error, ERROR_LIMIT, WHERE_NONE,
                  "the SVG would have %" G_GUINT64_FORMAT
                  " elements, and viewers refuse a million; "
                  "write PNG, or fewer marks",
                  w.n_elements);
    if (w.error != NULL) {
        g_propagate_error(error, w.error);
        return NULL;
    }
    return g_string_free_to_bytes(g_steal_pointer(&out));
}

GBytes *
svg_write(const Scene *scene, const OutputOptions *options, GError **error)
{
    Contents contents = { .marks = 0 };
    const RasterModule *module = NULL;

    survey(scene->root, &contents);
    if (contents.has_image || (options->outlines && contents.has_text)) {
        module = raster_module_open(error);
        if (module == NULL)
            return NULL;
    }
    return svg_write_with(scene, options, module, error);
}
