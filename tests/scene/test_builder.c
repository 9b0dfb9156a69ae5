#include "scene/builder.h"

#include <string.h>

#define RED COLOR_RGB(0xff0000)

static const TextStyle style = { .size = 12, .color = { 0x22, 0x22, 0x22, 255 } };
static const TextExtents extents = { .width = 30, .ascent = 9, .descent = 3, .line_height = 15 };

static SceneBuilder *
new_builder(void)
{
    return scene_builder_new((Size){ 100, 50 });
}

static void
test_defaults(void)
{
    g_autoptr(SceneBuilder) builder = new_builder();
    scene_builder_set_texts(builder, "  ", "", "<script>", NULL);
    g_autoptr(Scene) scene = scene_builder_finish(builder);

    g_assert_cmpstr(scene->title, ==, "Figure");
    g_assert_null(scene->description);
    g_assert_null(scene->language);
    g_assert_null(scene->source);
    g_assert_cmpint(scene->root->kind, ==, NODE_GROUP);
    g_assert_null(scene->root->group.first);
    g_assert_cmpfloat(scene->font_size, ==, 12);
}

static void
test_texts_are_cleaned(void)
{
    g_autoptr(SceneBuilder) builder = new_builder();
    scene_builder_set_texts(builder, "a\nb\001", "d\xff", "zh-Hant", "s");
    scene_builder_push(builder, ROLE_LABELS, "t\tt");
    scene_builder_text(builder, " x\ny ", (Point){ 1, 2 }, ANCHOR_END, -90, &style, extents);
    scene_builder_pop(builder);
    g_autoptr(Scene) scene = scene_builder_finish(builder);
    const SceneNode *group = scene->root->group.first;

    g_assert_cmpstr(scene->title, ==, "a b\ufffd");
    g_assert_cmpstr(scene->description, ==, "d\ufffd");
    g_assert_cmpstr(scene->language, ==, "zh-Hant");
    g_assert_cmpstr(scene->source, ==, "s");
    g_assert_cmpstr(group->group.title, ==, "t t");
    g_assert_cmpstr(group->group.first->text.text, ==, "x y");
}

static void
test_far_and_broken_numbers(void)
{
    static const double bad[] = { NAN, INFINITY, -INFINITY, 1e6, -1e6, 999999.999, 1e300 };
    g_autoptr(SceneBuilder) builder = new_builder();
    guint64 dropped = 0;

    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        double v = bad[i];
        TextStyle huge = { .size = v, .color = RED };

        scene_builder_rect(builder, (Rect){ v, 0, 1, 1 }, 0, RED, STROKE_NONE);
        scene_builder_rect(builder, (Rect){ 0, 0, 1, v }, 0, RED, STROKE_NONE);
        scene_builder_rect(builder, (Rect){ 0, 0, 1, 1 }, v, RED, STROKE_NONE);
        scene_builder_circle(builder, (Point){ 0, v }, 1, RED, STROKE_NONE);
        scene_builder_circle(builder, (Point){ 0, 0 }, v, RED, STROKE_NONE);
        scene_builder_circle(builder, (Point){ 0, 0 }, 1, COLOR_NONE, stroke_solid(RED, v));
        scene_builder_line(builder, (Point){ 0, 0 }, (Point){ v, 0 }, stroke_solid(RED, 1));
        scene_builder_text(builder, "x", (Point){ v, 0 }, ANCHOR_START, 0, &style, extents);
        scene_builder_text(builder, "x", (Point){ 0, 0 }, ANCHOR_START, v, &style, extents);
        scene_builder_text(builder, "x", (Point){ 0, 0 }, ANCHOR_START, 0, &huge, extents);
        dropped += 10;
        g_assert_cmpuint(scene_builder_dropped(builder), ==, dropped);
    }
    g_autoptr(Scene) scene = scene_builder_finish(builder);
    g_assert_null(scene->root->group.first);
}

static void
test_invisible(void)
{
    g_autoptr(SceneBuilder) builder = new_builder();
    g_autoptr(Path) moves = path_new();
    g_autoptr(Path) dot = path_new();
    TextStyle clear = { .size = 12 };
    guint8 pixel[4] = { 0 };

    path_move_to(moves, 1, 1);
    path_move_to(moves, 5, 5);
    path_move_to(dot, 1, 1);
    path_line_to(dot, 1.001, 1.001);
    scene_builder_path(builder, moves, RED, stroke_solid(RED, 1));
    scene_builder_path(builder, dot, RED, stroke_solid(RED, 1));
    scene_builder_rect(builder, (Rect){ 0, 0, 0, 10 }, 0, RED, STROKE_NONE);
    scene_builder_rect(builder, (Rect){ 0, 0, 10, 0.001 }, 0, RED, STROKE_NONE);
    scene_builder_rect(builder, (Rect){ 0, 0, 10, 10 }, 0, COLOR_NONE, STROKE_NONE);
    scene_builder_rect(builder, (Rect){ 0, 0, 10, 10 }, 0, COLOR_NONE, stroke_solid(RED, 0));
    scene_builder_circle(builder, (Point){ 1, 1 }, 0, RED, STROKE_NONE);
    scene_builder_circle(builder, (Point){ 1, 1 }, -1, RED, STROKE_NONE);
    scene_builder_text(builder, " ", (Point){ 1, 1 }, ANCHOR_START, 0, &style, extents);
    scene_builder_text(builder, "x", (Point){ 1, 1 }, ANCHOR_START, 0, &clear, extents);
    scene_builder_text(builder, "x", (Point){ 1, 1 }, ANCHOR_START, 45, &style, extents);
    scene_builder_image(builder, (Rect){ 0, 0, 1, 1 }, pixel, 0, 1);
    scene_builder_image(builder, (Rect){ 0, 0, 0, 1 }, pixel, 1, 1);
    g_assert_cmpuint(scene_builder_dropped(builder), ==, 13);
}

static void
test_empty_groups_vanish(void)
{
    g_autoptr(SceneBuilder) builder = new_builder();

    scene_builder_push(builder, ROLE_GRID, NULL);
    scene_builder_push_mark(builder, "empty", NULL, 3, 0);
    scene_builder_pop(builder);
    scene_builder_pop(builder);
    scene_builder_push(builder, ROLE_AXIS, NULL);
    scene_builder_line(builder, (Point){ 0, 0 }, (Point){ 9, 0 }, stroke_solid(RED, 1));
    scene_builder_pop(builder);
    g_autoptr(Scene) scene = scene_builder_finish(builder);
    const SceneNode *axis = scene->root->group.first;

    g_assert_cmpint(axis->group.role, ==, ROLE_AXIS);
    g_assert_null(axis->next);
    g_assert_cmpuint(axis->group.first->path.n, ==, 2);
}

static void
test_moves_that_lead_nowhere(void)
{
    g_autoptr(SceneBuilder) builder = new_builder();
    g_autoptr(Path) path = path_new();

    path_move_to(path, 1, 1);
    path_move_to(path, 2, 2);
    path_line_to(path, 3, 3);
    path_move_to(path, 4, 4);
    scene_builder_path(builder, path, COLOR_NONE, stroke_solid(RED, 1));
    g_autoptr(Scene) scene = scene_builder_finish(builder);
    const SceneNode *node = scene->root->group.first;

    g_assert_cmpuint(node->path.n, ==, 2);
    g_assert_cmpfloat(node->path.segments[0].p[0].x, ==, 2);
}

static void
test_strokes_are_normal(void)
{
    g_autoptr(SceneBuilder) builder = new_builder();
    Stroke dashed = { .color = RED, .width = 1, .dash = { 3, 0 }, .n_dash = 2 };
    Stroke clear = { .width = 3, .n_dash = 2, .round_cap = TRUE };

    scene_builder_line(builder, (Point){ 0, 0 }, (Point){ 9, 0 }, dashed);
    scene_builder_rect(builder, (Rect){ 0, 0, 9, 9 }, 40, RED, clear);
    g_autoptr(Scene) scene = scene_builder_finish(builder);
    const SceneNode *line = scene->root->group.first, *rect = line->next;

    g_assert_cmpuint(line->stroke.n_dash, ==, 0);
    g_assert_cmpfloat(rect->stroke.width, ==, 0);
    g_assert_false(rect->stroke.round_cap);
    g_assert_cmpfloat(rect->rect.radius, ==, 4.5);
}

static void
test_depth_is_limited(void)
{
    g_autoptr(SceneBuilder) builder = new_builder();
    guint depth = 0;

    for (int i = 0; i < 300; i++)
        scene_builder_push(builder, ROLE_PANEL, NULL);
    scene_builder_circle(builder, (Point){ 1, 1 }, 1, RED, STROKE_NONE);
    for (int i = 0; i < 300; i++)
        scene_builder_pop(builder);
    g_autoptr(Scene) scene = scene_builder_finish(builder);
    const SceneNode *node = scene->root->group.first;

    for (; node->kind == NODE_GROUP; node = node->group.first)
        depth++;
    g_assert_cmpuint(depth, ==, 64);
    g_assert_cmpint(node->kind, ==, NODE_CIRCLE);
}

static void
assert_box(const SceneNode *node, double x, double y, double width, double height)
{
    Rect box = scene_node_bounds(node);

    g_assert_cmpfloat(box.x, ==, x);
    g_assert_cmpfloat(box.y, ==, y);
    g_assert_cmpfloat(box.width, ==, width);
    g_assert_cmpfloat(box.height, ==, height);
}

static void
test_bounds(void)
{
    g_autoptr(SceneBuilder) builder = new_builder();
    guint8 pixel[4] = { 0 };
    Point at = { 50, 40 };

    scene_builder_rect(builder, (Rect){ 1, 2, 3, 4 }, 0, RED, stroke_solid(RED, 2));
    scene_builder_circle(builder, (Point){ 10, 10 }, 3, RED, STROKE_NONE);
    scene_builder_line(builder, (Point){ 5, 9 }, (Point){ 1, 3 }, stroke_solid(RED, 2));
    scene_builder_text(builder, "x", at, ANCHOR_START, 0, &style, extents);
    scene_builder_text(builder, "x", at, ANCHOR_MIDDLE, 0, &style, extents);
    scene_builder_text(builder, "x", at, ANCHOR_END, 0, &style, extents);
    scene_builder_text(builder, "x", at, ANCHOR_START, -90, &style, extents);
    scene_builder_text(builder, "x", at, ANCHOR_END, -90, &style, extents);
    scene_builder_text(builder, "x", at, ANCHOR_START, 90, &style, extents);
    scene_builder_image(builder, (Rect){ 1, 1, 2, 2 }, pixel, 1, 1);
    g_autoptr(Scene) scene = scene_builder_finish(builder);
    const SceneNode *node = scene->root->group.first;

    assert_box(node, 0, 1, 5, 6);
    assert_box(node = node->next, 7, 7, 6, 6);
    assert_box(node = node->next, 0, 2, 6, 8);
    assert_box(node = node->next, 50, 31, 30, 12);
    assert_box(node = node->next, 35, 31, 30, 12);
    assert_box(node = node->next, 20, 31, 30, 12);
    assert_box(node = node->next, 41, 10, 12, 30);
    assert_box(node = node->next, 41, 40, 12, 30);
    assert_box(node = node->next, 47, 40, 12, 30);
    assert_box(node->next, 1, 1, 2, 2);
    assert_box(scene->root, 0, 1, 80, 69);
}

static void
test_roles_have_names(void)
{
    Role role = ROLE_NONE;

    g_assert_null(role_name(ROLE_NONE));
    for (Role r = ROLE_BACKGROUND; r <= ROLE_FOOTER; r++) {
        g_assert_true(role_from_name(role_name(r), &role));
        g_assert_cmpint(role, ==, r);
    }
    g_assert_false(role_from_name("nonsense", &role));
    g_assert_cmpint(role, ==, ROLE_FOOTER);
}

/* What leaves the page goes, with groups that held nothing else; what follows is still added. */
static void
test_leaves_out_what_leaves_the_page(void)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 100, 50 });
    g_autoptr(Scene) scene = NULL;

    scene_builder_push(builder, ROLE_LABELS, NULL);
    scene_builder_text(builder, "out", (Point){ 80, 20 }, ANCHOR_START, 0, &style, extents);
    scene_builder_pop(builder);
    scene_builder_push(builder, ROLE_FOOTER, NULL);
    scene_builder_text(builder, "in", (Point){ 70.4, 20 }, ANCHOR_START, 0, &style, extents);
    scene_builder_text(builder, "low", (Point){ 10, 49 }, ANCHOR_START, 0, &style, extents);
    scene_builder_pop(builder);
    g_assert_cmpuint(scene_builder_leave_out(builder), ==, 2);
    scene_builder_circle(builder, (Point){ 5, 5 }, 2, COLOR_RGB(0), STROKE_NONE);
    scene = scene_builder_finish(builder);
    g_assert_cmpint(scene->root->group.first->group.role, ==, ROLE_FOOTER);
    g_assert_cmpstr(scene->root->group.first->group.first->text.text, ==, "in");
    g_assert_null(scene->root->group.first->group.first->next);
    g_assert_cmpint(scene->root->group.first->next->kind, ==, NODE_CIRCLE);
}

/* What a group held is there without it, or is not there at all. */
static void
test_a_group_can_be_dissolved_or_cancelled(void)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 100, 100 });
    g_autoptr(Scene) scene = NULL;
    const Rect rects[] = { { 0, 0, 1, 1 }, { 1, 0, 1, 1 }, { 2, 0, 1, 1 }, { 3, 0, 1, 1 } };
    const double expected[] = { 0, 2, 3 };
    guint n = 0;

    scene_builder_rect(builder, rects[0], 0, COLOR_RGB(0x112233), STROKE_NONE);
    scene_builder_push(builder, ROLE_MARKS, NULL);
    scene_builder_rect(builder, rects[1], 0, COLOR_RGB(0x112233), STROKE_NONE);
    scene_builder_cancel(builder);
    scene_builder_push(builder, ROLE_MARKS, NULL);
    scene_builder_rect(builder, rects[2], 0, COLOR_RGB(0x112233), STROKE_NONE);
    scene_builder_dissolve(builder);
    scene_builder_push(builder, ROLE_MARKS, NULL);
    scene_builder_dissolve(builder);
    scene_builder_rect(builder, rects[3], 0, COLOR_RGB(0x112233), STROKE_NONE);
    scene = scene_builder_finish(builder);
    for (const SceneNode *node = scene->root->group.first; node != NULL; node = node->next, n++) {
        g_assert_cmpint(node->kind, ==, NODE_RECT);
        g_assert_cmpuint(n, <, G_N_ELEMENTS(expected));
        g_assert_cmpfloat(node->rect.rect.x, ==, expected[n]);
    }
    g_assert_cmpuint(n, ==, G_N_ELEMENTS(expected));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/builder/an-empty-scene-has-a-title", test_defaults);
    g_test_add_func("/builder/texts-are-cleaned", test_texts_are_cleaned);
    g_test_add_func("/builder/far-and-broken-numbers-are-dropped", test_far_and_broken_numbers);
    g_test_add_func("/builder/the-invisible-is-dropped", test_invisible);
    g_test_add_func("/builder/empty-groups-vanish", test_empty_groups_vanish);
    g_test_add_func("/builder/moves-that-lead-nowhere-go", test_moves_that_lead_nowhere);
    g_test_add_func("/builder/strokes-are-normal", test_strokes_are_normal);
    g_test_add_func("/builder/depth-is-limited", test_depth_is_limited);
    g_test_add_func("/bounds/hold-what-is-drawn", test_bounds);
    g_test_add_func("/roles/have-names", test_roles_have_names);
    g_test_add_func("/builder/leaves-out-what-leaves-the-page",
                    test_leaves_out_what_leaves_the_page);
    g_test_add_func("/builder/dissolve-and-cancel", test_a_group_can_be_dissolved_or_cancelled);
    return g_test_run();
}
