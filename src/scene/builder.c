#include "scene/builder.h"

#include <string.h>

#include "scene/gate.h"
#include "text/wrap.h"

/* Deeper groups are laid into the deepest one that is allowed: viewers refuse deep files. */
enum { MAX_DEPTH = 64 };

typedef struct {
    SceneNode *group;
    SceneNode **tail; /* where the next child goes */
} Frame;

struct SceneBuilder {
    Scene *scene;
    Frame frames[MAX_DEPTH + 1];
    guint depth;     /* index of the open frame; 0 is the root */
    guint too_deep;  /* pushes beyond MAX_DEPTH that are still open */
    guint64 subject; /* of the texts to come */
    guint64 dropped;
};

static SceneNode *
new_node(SceneBuilder *builder, NodeKind kind)
{
    SceneNode *node = arena_new0(builder->scene->arena, SceneNode, 1);

    node->kind = kind;
    return node;
}

static void
add_node(SceneBuilder *builder, SceneNode *node)
{
    Frame *frame = &builder->frames[builder->depth];

    *frame->tail = node;
    frame->tail = &node->next;
}

static void
open_frame(SceneBuilder *builder, guint depth, SceneNode *group)
{
    builder->frames[depth] = (Frame){ .group = group, .tail = &group->group.first };
    builder->depth = depth;
}

/* Clean text in the arena; NULL when nothing is left. */
static const char *
copy_text(SceneBuilder *builder, const char *text)
{
    if (text == NULL)
        return NULL;
    g_autofree char *clean = text_clean(text, FALSE, 0);
    return clean[0] == '\0' ? NULL : arena_strdup(builder->scene->arena, clean);
}

SceneBuilder *
scene_builder_new(Size size)
{
    SceneBuilder *builder = g_new0(SceneBuilder, 1);
    Arena *arena = arena_new();
    Scene *scene = arena_new0(arena, Scene, 1);

    g_assert(gate_is_near(size.width) && gate_is_near(size.height));
    g_assert(gate_hundredths(size.width) > 0 && gate_hundredths(size.height) > 0);
    *scene = (Scene){
        .arena = arena,
        .size = size,
        .title = "Figure",
        .text_color = COLOR_RGB(0x222222),
        .font_size = 12,
    };
    builder->scene = scene;
    scene->root = new_node(builder, NODE_GROUP);
    open_frame(builder, 0, scene->root);
    return builder;
}

void
scene_builder_free(SceneBuilder *builder)
{
    if (builder == NULL)
        return;
    scene_free(builder->scene);
    g_free(builder);
}

/* A tag of BCP 47 by its alphabet; everything else is not said at all. */
static gboolean
is_language_tag(const char *text)
{
    return strlen(text) <= 35 && g_ascii_isalpha(text[0]) &&
           strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") ==
               strlen(text);
}

void
scene_builder_set_texts(SceneBuilder *builder, const char *title, const char *description,
                        const char *language, const char *source)
{
    Scene *scene = builder->scene;
    const char *clean_title = copy_text(builder, title);

    if (clean_title != NULL)
        scene->title = clean_title;
    scene->description = copy_text(builder, description);
    scene->language =
        language != NULL && is_language_tag(language) ? arena_strdup(scene->arena, language) : NULL;
    scene->source = copy_text(builder, source);
}

void
scene_builder_set_look(SceneBuilder *builder, Color background, const TextStyle *main_text)
{
    Scene *scene = builder->scene;

    scene->background = gate_color(background);
    if (main_text->color.a != 0)
        scene->text_color = main_text->color;
    scene->family = copy_text(builder, main_text->family);
    if (gate_is_near(main_text->size) && gate_hundredths(main_text->size) > 0)
        scene->font_size = main_text->size;
}

static void
push(SceneBuilder *builder, Role role, const char *title, const char *series, gint64 row,
     guint64 subject)
{
    if (builder->depth == MAX_DEPTH) {
        builder->too_deep++;
        return;
    }
    SceneNode *node = new_node(builder, NODE_GROUP);
    node->group.role = role;
    node->group.title = copy_text(builder, title);
    node->group.series = copy_text(builder, series);
    node->group.row = MAX(row, 0);
    node->group.subject = subject;
    open_frame(builder, builder->depth + 1, node);
}

void
scene_builder_push(SceneBuilder *builder, Role role, const char *title)
{
    push(builder, role, title, NULL, 0, 0);
}

void
scene_builder_push_mark(SceneBuilder *builder, const char *title, const char *series, gint64 row,
                        guint64 subject)
{
    push(builder, ROLE_MARK, title, series, row, subject);
}

void
scene_builder_set_subject(SceneBuilder *builder, guint64 subject)
{
    builder->subject = subject;
}

const SceneNode *
scene_builder_peek(const SceneBuilder *builder)
{
    const Frame *frame = &builder->frames[builder->depth];

    return frame->group->group.first;
}

void
scene_builder_pop(SceneBuilder *builder)
{
    if (builder->too_deep > 0) {
        builder->too_deep--;
        return;
    }
    g_assert(builder->depth > 0);
    SceneNode *group = builder->frames[builder->depth--].group;
    /* A group joins its parent only now, so that an empty one leaves no trace. */
    if (group->group.first != NULL)
        add_node(builder, group);
}

void
scene_builder_dissolve(SceneBuilder *builder)
{
    Frame *frame;

    if (builder->too_deep > 0) {
        builder->too_deep--;
        return;
    }
    g_assert(builder->depth > 0);
    frame = &builder->frames[builder->depth--];
    if (frame->group->group.first == NULL)
        return;
    add_node(builder, frame->group->group.first);
    builder->frames[builder->depth].tail = frame->tail;
}

void
scene_builder_cancel(SceneBuilder *builder)
{
    if (builder->too_deep > 0) {
        builder->too_deep--;
        return;
    }
    g_assert(builder->depth > 0);
    builder->depth--;
}

Stroke
stroke_solid(Color color, double width)
{
    return (Stroke){ .color = color, .width = width };
}

/* NULL, and counted, when neither fill nor stroke can be seen. */
static SceneNode *
new_shape(SceneBuilder *builder, NodeKind kind, gboolean geometry_is_good, Color fill,
          Stroke stroke)
{
    Stroke clean = gate_stroke(stroke);

    if (!geometry_is_good || (fill.a == 0 && clean.color.a == 0)) {
        builder->dropped++;
        return NULL;
    }
    SceneNode *node = new_node(builder, kind);
    node->fill = gate_color(fill);
    node->stroke = clean;
    return node;
}

static void
add_path(SceneBuilder *builder, const PathSegment *segments, guint n, Color fill, Stroke stroke)
{
    guint kept = 0;
    PathSegment *copy = gate_path(builder->scene->arena, segments, n, &kept);
    SceneNode *node = new_shape(builder, NODE_PATH, copy != NULL, fill, stroke);

    if (node == NULL)
        return;
    node->path.segments = copy;
    node->path.n = kept;
    add_node(builder, node);
}

void
scene_builder_path(SceneBuilder *builder, const Path *path, Color fill, Stroke stroke)
{
    add_path(builder, path_segments(path), path_length(path), fill, stroke);
}

void
scene_builder_line(SceneBuilder *builder, Point from, Point to, Stroke stroke)
{
    PathSegment segments[] = {
        { .verb = PATH_MOVE, .p = { from } },
        { .verb = PATH_LINE, .p = { to } },
    };

    add_path(builder, segments, G_N_ELEMENTS(segments), COLOR_NONE, stroke);
}

void
scene_builder_rect(SceneBuilder *builder, Rect rect, double radius, Color fill, Stroke stroke)
{
    gboolean good = gate_rect_is_visible(rect) && gate_is_near(radius);
    SceneNode *node = new_shape(builder, NODE_RECT, good, fill, stroke);

    if (node == NULL)
        return;
    node->rect.rect = rect;
    node->rect.radius = CLAMP(radius, 0, gate_largest_radius(rect));
    add_node(builder, node);
}

void
scene_builder_circle(SceneBuilder *builder, Point centre, double radius, Color fill, Stroke stroke)
{
    gboolean good =
        gate_point_is_near(centre) && gate_is_near(radius) && gate_hundredths(radius) > 0;
    SceneNode *node = new_shape(builder, NODE_CIRCLE, good, fill, stroke);

    if (node == NULL)
        return;
    node->circle.centre = centre;
    node->circle.radius = radius;
    add_node(builder, node);
}

static gboolean
text_is_good(Point baseline, double angle, const TextStyle *style, TextExtents extents)
{
    return gate_point_is_near(baseline) && (angle == 0 || angle == -90 || angle == 90) &&
           style->color.a != 0 && gate_is_near(style->size) && gate_hundredths(style->size) > 0 &&
           gate_is_near(extents.width) && gate_is_near(extents.ascent) &&
           gate_is_near(extents.descent) && gate_is_near(extents.line_height);
}

void
scene_builder_text(SceneBuilder *builder, const char *text, Point baseline, Anchor anchor,
                   double angle, const TextStyle *style, TextExtents extents)
{
    const char *clean = copy_text(builder, text);

    if (clean == NULL || !text_is_good(baseline, angle, style, extents)) {
        builder->dropped++;
        return;
    }
    SceneNode *node = new_node(builder, NODE_TEXT);
    node->fill = style->color;
    node->text.text = clean;
    node->text.at = baseline;
    node->text.anchor = anchor;
    node->text.angle = angle;
    node->text.style = *style;
    node->text.style.family = copy_text(builder, style->family);
    node->text.extents = extents;
    node->text.extents.family = copy_text(builder, extents.family);
    node->text.subject = builder->subject;
    add_node(builder, node);
}

guint8 *
scene_builder_image_room(SceneBuilder *builder, Rect rect, guint columns, guint rows)
{
    SceneNode *node;
    guint8 *rgba;

    if (columns == 0 || rows == 0 || !gate_rect_is_visible(rect)) {
        builder->dropped++;
        return NULL;
    }
    node = new_node(builder, NODE_IMAGE);
    rgba = arena_alloc(builder->scene->arena, (gsize)columns * rows * 4);
    node->image.rect = rect;
    node->image.rgba = rgba;
    node->image.columns = columns;
    node->image.rows = rows;
    add_node(builder, node);
    return rgba;
}

void
scene_builder_image(SceneBuilder *builder, Rect rect, const guint8 *rgba, guint columns, guint rows)
{
    guint8 *room = scene_builder_image_room(builder, rect, columns, rows);

    if (room != NULL)
        memcpy(room, rgba, (gsize)columns * rows * 4);
}

/* px that the box of a text may leave the page: its letters do not fill it. */
#define PAGE_HAIR 0.5

static guint
leave_out(SceneNode *group, Rect page)
{
    SceneNode **link = &group->group.first;
    guint n = 0;

    while (*link != NULL) {
        SceneNode *node = *link;
        gboolean goes = node->kind == NODE_TEXT && !rect_contains(page, scene_node_bounds(node));

        if (node->kind == NODE_GROUP) {
            n += leave_out(node, page);
            goes = node->group.first == NULL;
        } else if (goes) {
            n++;
        }
        if (goes)
            *link = node->next;
        else
            link = &node->next;
    }
    return n;
}

guint
scene_builder_leave_out(SceneBuilder *builder)
{
    Size size = builder->scene->size;
    Rect page = { 0, 0, size.width, size.height };
    Frame *root = &builder->frames[0];
    guint n;

    g_assert(builder->depth == 0 && builder->too_deep == 0);
    n = leave_out(root->group, rect_grow(page, PAGE_HAIR, PAGE_HAIR));
    for (root->tail = &root->group->group.first; *root->tail != NULL;)
        root->tail = &(*root->tail)->next;
    return n;
}

guint64
scene_builder_dropped(const SceneBuilder *builder)
{
    return builder->dropped;
}

Scene *
scene_builder_finish(SceneBuilder *builder)
{
    g_assert(builder->scene != NULL && builder->depth == 0 && builder->too_deep == 0);
    return g_steal_pointer(&builder->scene);
}
