// Blocks of words: sizes, lines of several styles, and where each piece is drawn.
#include "layout/text_block.h"

static const TextStyle plain = { .size = 10, .color = COLOR_INIT(0x111111) };
static const TextStyle large = { .size = 40, .color = COLOR_INIT(0x222222) };

static GPtrArray *
drawn(const TextBlock *block, Rect box, Anchor align, Color color, Scene **ret_scene)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 400, 400 });
    GPtrArray *nodes = g_ptr_array_new();

    scene_builder_push(builder, ROLE_LABELS, NULL);
    text_block_draw(block, box, align, color, builder);
    scene_builder_pop(builder);
    *ret_scene = scene_builder_finish(builder);
    for (const SceneNode *node = (*ret_scene)->root->group.first->group.first; node != NULL;
         node = node->next)
        g_ptr_array_add(nodes, (gpointer)node);
    return nodes;
}

/* Two pieces of one line keep their gap however the line is aligned. */
static void
test_pieces_of_a_line(void)
{
    static const Anchor aligns[] = { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };
    g_autoptr(TextMeasurer) measurer = fixed_measurer_new();
    g_autoptr(TextBlock) block = text_block_line("12%", &plain, measurer);
    double first = text_measure(measurer, "12%", &plain).width;

    text_block_append(block, "Name", &plain, 7, measurer);
    g_assert_cmpfloat_with_epsilon(block->size.width,
                                   first + 7 + text_measure(measurer, "Name", &plain).width, 1e-9);
    g_assert_cmpfloat_with_epsilon(block->size.height,
                                   text_measure(measurer, "x", &plain).ascent +
                                       text_measure(measurer, "x", &plain).descent,
                                   1e-9);
    for (guint i = 0; i < G_N_ELEMENTS(aligns); i++) {
        Rect box = { 100, 50, block->size.width + 20, block->size.height };
        g_autoptr(Scene) scene = NULL;
        g_autoptr(GPtrArray) nodes = drawn(block, box, aligns[i], COLOR_NONE, &scene);
        Rect one, two;

        g_assert_cmpuint(nodes->len, ==, 2);
        one = scene_node_bounds(nodes->pdata[0]);
        two = scene_node_bounds(nodes->pdata[1]);
        g_assert_cmpfloat_with_epsilon(two.x - rect_right(one), 7, 1e-6);
        g_assert_cmpfloat_with_epsilon(one.x, 100 + 10.0 * i, 1e-6);
        g_assert_cmpfloat_with_epsilon(one.y, two.y, 1e-6);
    }
}

/* Small words under large ones stay clear of their descenders. */
static void
test_small_under_large(void)
{
    g_autoptr(TextMeasurer) measurer = fixed_measurer_new();
    g_autoptr(TextBlock) block = text_block_line("417", &large, measurer);
    g_autoptr(Scene) scene = NULL;
    g_autoptr(GPtrArray) nodes = NULL;
    Rect one, two;

    text_block_add(block, "Seats", &plain, measurer);
    nodes = drawn(block, (Rect){ 0, 0, block->size.width, block->size.height }, ANCHOR_MIDDLE,
                  COLOR_RGB(0x777777), &scene);
    one = scene_node_bounds(nodes->pdata[0]);
    two = scene_node_bounds(nodes->pdata[1]);
    g_assert_cmpfloat(two.y, >=, rect_bottom(one) + 0.99);
    g_assert_cmpfloat_with_epsilon(one.y, 0, 1e-6);
    g_assert_cmpfloat_with_epsilon(rect_bottom(two), block->size.height, 1e-6);
    g_assert_true(
        color_equal(((const SceneNode *)nodes->pdata[1])->text.style.color, COLOR_RGB(0x777777)));
}

static void
test_nothing_is_no_line(void)
{
    g_autoptr(TextMeasurer) measurer = fixed_measurer_new();
    g_autoptr(TextBlock) block = text_block_line(NULL, &plain, measurer);

    text_block_append(block, "", &plain, 5, measurer);
    g_assert_cmpuint(block->lines->len, ==, 0);
    text_block_append(block, "one", &plain, 5, measurer);
    g_assert_cmpuint(block->lines->len, ==, 1);
    g_assert_cmpfloat_with_epsilon(block->size.width, text_measure(measurer, "one", &plain).width,
                                   1e-9);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/text-block/pieces-of-a-line", test_pieces_of_a_line);
    g_test_add_func("/text-block/small-under-large", test_small_under_large);
    g_test_add_func("/text-block/nothing-is-no-line", test_nothing_is_no_line);
    return g_test_run();
}
