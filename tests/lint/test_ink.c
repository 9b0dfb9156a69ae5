// Where ink stands, against shapes whose place is known.
#include "lint/ink.h"

static Scene *
scene_of(const char *node)
{
    g_autofree char *text =
        g_strdup_printf("scene 400 300 background #fff text #222 size 12\ntitle \"T\"\n%s\n", node);
    g_autoptr(GError) error = NULL;
    Scene *scene = scene_from_text(text, &error);

    g_assert_no_error(error);
    return scene;
}

static gboolean
meets(const char *node, double x, double y, double width, double height)
{
    g_autoptr(Scene) scene = scene_of(node);

    return ink_meets(scene->root->group.first, (Rect){ x, y, width, height });
}

static gboolean
holds(const char *node, double x, double y, double width, double height)
{
    g_autoptr(Scene) scene = scene_of(node);

    return ink_contains(scene->root->group.first, (Rect){ x, y, width, height });
}

static void
test_rects(void)
{
    g_assert_true(meets("rect 10 10 20 20 fill #000", 25, 25, 20, 20));
    g_assert_false(meets("rect 10 10 20 20 fill #000", 31, 10, 20, 20));
    /* An outline leaves its inside free. */
    g_assert_false(meets("rect 10 10 100 100 stroke #000 2", 40, 40, 20, 20));
    g_assert_true(meets("rect 10 10 100 100 stroke #000 2", 100, 40, 20, 20));
    g_assert_true(holds("rect 10 10 20 20 fill #000", 12, 12, 10, 10));
    g_assert_false(holds("rect 10 10 20 20 fill #000", 12, 12, 30, 10));
    g_assert_false(holds("rect 10 10 100 100 stroke #000 2", 40, 40, 20, 20));
}

static void
test_circles(void)
{
    /* The corner of its box is free. */
    g_assert_false(meets("circle 50 50 20 fill #000", 30, 30, 5, 5));
    g_assert_true(meets("circle 50 50 20 fill #000", 30, 48, 5, 5));
    g_assert_false(meets("circle 50 50 20 stroke #000 2", 45, 45, 10, 10));
    g_assert_true(meets("circle 50 50 20 stroke #000 2", 65, 45, 10, 10));
    g_assert_true(holds("circle 50 50 20 fill #000", 45, 45, 10, 10));
    g_assert_false(holds("circle 50 50 20 fill #000", 30, 30, 40, 40));
}

static void
test_paths(void)
{
    const char *line = "path stroke #000 2 d M 0 0 L 100 100";
    const char *curve = "path stroke #000 2 d M 0 100 C 0 0 100 0 100 100";
    const char *triangle = "path fill #000 d M 0 0 L 100 0 L 0 100 Z";
    const char *open = "path fill #000 d M 0 0 L 100 0 L 0 100";
    /* Two squares, the inner one the other way round: a hole. */
    const char *hole = "path fill #000 d M 0 0 L 90 0 L 90 90 L 0 90 Z M 30 30 L 30 60 L 60 60 L "
                       "60 30 Z";
    const char *twice = "path fill #000 d M 0 0 L 90 0 L 90 90 L 0 90 Z M 30 30 L 60 30 L 60 60 L "
                        "30 60 Z";

    g_assert_true(meets(line, 45, 45, 10, 10));
    g_assert_false(meets(line, 60, 20, 20, 20));
    g_assert_true(meets(line, 10, 11.3, 1, 20)); /* half its width touches */
    g_assert_false(meets(line, 10, 13, 1, 20));
    g_assert_true(meets(curve, 45, 20, 10, 10));
    g_assert_false(meets(curve, 45, 50, 10, 10));
    g_assert_true(meets(triangle, 10, 10, 20, 20));
    g_assert_false(meets(triangle, 70, 70, 20, 20));
    g_assert_true(meets(open, 10, 10, 20, 20));
    g_assert_false(meets(hole, 35, 35, 20, 20));
    g_assert_true(meets(hole, 25, 35, 20, 20));
    g_assert_true(holds(twice, 35, 35, 20, 20)); /* non-zero: the same way round is no hole */
    g_assert_false(holds(hole, 25, 35, 20, 20));
}

static void
test_colors(void)
{
    g_autoptr(Scene) scene =
        scene_of("path fill #123456 stroke #abcdef 4 d M 0 0 L 90 0 L 90 90 Z");
    const SceneNode *node = scene->root->group.first;

    g_assert_true(color_equal(ink_at(node, (Point){ 60, 20 }, 0), COLOR_RGB(0x123456)));
    g_assert_true(color_equal(ink_at(node, (Point){ 50, 1 }, 0), COLOR_RGB(0xabcdef)));
    g_assert_true(color_equal(ink_at(node, (Point){ 50, 1 }, 5), COLOR_RGB(0x123456)));
    g_assert_cmpint(ink_at(node, (Point){ 20, 60 }, 0).a, ==, 0);
}

static void
assert_box(const char *node, double slack, Rect expected)
{
    g_autoptr(Scene) scene = scene_of(node);
    Rect box = text_ink_box(scene->root->group.first, slack);

    g_assert_cmpfloat_with_epsilon(box.x, expected.x, 1e-9);
    g_assert_cmpfloat_with_epsilon(box.y, expected.y, 1e-9);
    g_assert_cmpfloat_with_epsilon(box.width, expected.width, 1e-9);
    g_assert_cmpfloat_with_epsilon(box.height, expected.height, 1e-9);
}

static void
test_texts(void)
{
    assert_box("text 100 50 \"more\" 10 fill #000 extents 20 9 2 12", 0,
               (Rect){ 100, 44.6, 20, 5.4 });
    assert_box("text 100 50 \"Type\" 10 fill #000 extents 20 9 2 12", 0,
               (Rect){ 100, 42.7, 20, 9.4 });
    /* What the table does not know has the height of its font. */
    assert_box("text 100 50 \"ไ\" 10 fill #000 extents 10 9 2 12", 0, (Rect){ 100, 41, 10, 11 });
    assert_box("text 100 50 \"가\" 10 fill #000 extents 10 9 2 12", 0,
               (Rect){ 100, 41.2, 10, 9.85 });
    /* A text grows away from its anchor. */
    assert_box("text 100 50 \"more\" 10 fill #000 extents 20 9 2 12", 0.1,
               (Rect){ 100, 44.6, 22, 5.4 });
    assert_box("text 100 50 \"more\" 10 end fill #000 extents 20 9 2 12", 0.1,
               (Rect){ 78, 44.6, 22, 5.4 });
    assert_box("text 100 50 \"more\" 10 middle fill #000 extents 20 9 2 12", 0.1,
               (Rect){ 89, 44.6, 22, 5.4 });
    assert_box("text 100 50 \"more\" 10 rotate -90 fill #000 extents 20 9 2 12", 0.1,
               (Rect){ 94.6, 28, 5.4, 22 });
    assert_box("text 100 50 \"more\" 10 rotate 90 fill #000 extents 20 9 2 12", 0.1,
               (Rect){ 100, 50, 5.4, 22 });
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ink/rects", test_rects);
    g_test_add_func("/ink/circles", test_circles);
    g_test_add_func("/ink/paths-fill-by-winding-and-lines-have-width", test_paths);
    g_test_add_func("/ink/colour-at-a-point", test_colors);
    g_test_add_func("/ink/letters-have-their-own-heights", test_texts);
    return g_test_run();
}
