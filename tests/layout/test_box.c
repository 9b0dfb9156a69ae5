#include "layout/box.h"

#include <string.h>

/* Letters of 8 px are 4 px wide, lines 10 px apart. */
static const TextStyle small_style = { .size = 8, .color = COLOR_INIT(0x123456) };

typedef struct {
    TextMeasurer *measurer;
    LayoutContext context;
} Page;

static Page
page_new(void)
{
    TextMeasurer *measurer = fixed_measurer_new();

    return (Page){ measurer, { theme_find("light"), measurer } };
}

static void
assert_rect(Rect rect, double x, double y, double width, double height)
{
    g_assert_cmpfloat(rect.x, ==, x);
    g_assert_cmpfloat(rect.y, ==, y);
    g_assert_cmpfloat(rect.width, ==, width);
    g_assert_cmpfloat(rect.height, ==, height);
}

static void
test_text_is_as_high_as_its_lines(void)
{
    Page page = page_new();
    g_autoptr(Box) box = text_box_new("aaaa bbbb cccc", &small_style, ROLE_HEADING, 0);
    g_autoptr(Box) cut = text_box_new("aaaa bbbb cccc", &small_style, ROLE_HEADING, 2);

    g_assert_cmpfloat(box_measure(box, (Size){ 60, 100 }, &page.context).height, ==, 10);
    g_assert_cmpfloat(box_measure(box, (Size){ 40, 100 }, &page.context).height, ==, 20);
    g_assert_cmpfloat(box_measure(box, (Size){ 20, 100 }, &page.context).height, ==, 30);
    g_assert_cmpfloat(box_measure(cut, (Size){ 20, 100 }, &page.context).height, ==, 20);
    text_measurer_free(page.measurer);
}

/* Half the leading stands above the first line: (10 - 8) / 2 + 6 = 7. */
static void
test_text_stands_on_its_lines(void)
{
    Page page = page_new();
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 100, 100 });
    g_autoptr(Box) box = text_box_new("aaaa bbbb", &small_style, ROLE_FOOTER, 0);
    g_autoptr(Scene) scene = NULL;
    g_autofree char *text = NULL;

    box_measure(box, (Size){ 20, 100 }, &page.context);
    box_place(box, (Rect){ 5, 40, 20, 20 }, &page.context);
    box_draw(box, builder, &page.context);
    scene = scene_builder_finish(builder);
    text = scene_to_text(scene);
    g_assert_nonnull(strstr(text, "group footer\n"
                                  "  text 5 47 \"aaaa\" 8 fill #123456 extents 16 6 2 10\n"
                                  "  text 5 57 \"bbbb\" 8 fill #123456 extents 16 6 2 10\n"));
    text_measurer_free(page.measurer);
}

static Box *
line_box(const char *text, double gap)
{
    Box *box = text_box_new(text, &small_style, ROLE_HEADING, 0);

    box->gap = gap;
    return box;
}

static void
test_the_growing_child_takes_the_rest(void)
{
    Page page = page_new();
    g_autoptr(Box) stack = stack_box_new();
    Box *head = line_box("head", 99), *rest = line_box("rest", 7), *foot = line_box("foot", 3);

    rest->grows = TRUE;
    stack_box_add(stack, head);
    stack_box_add(stack, NULL);
    stack_box_add(stack, rest);
    stack_box_add(stack, foot);
    g_assert_cmpfloat(box_measure(stack, (Size){ 60, 100 }, &page.context).height, ==, 100);
    box_place(stack, (Rect){ 2, 3, 60, 100 }, &page.context);
    /* The gap before the first child counts nothing. */
    assert_rect(head->rect, 2, 3, 60, 10);
    assert_rect(rest->rect, 2, 20, 60, 70);
    assert_rect(foot->rect, 2, 93, 60, 10);
    text_measurer_free(page.measurer);
}

static void
test_a_stack_is_as_high_as_its_children(void)
{
    Page page = page_new();
    g_autoptr(Box) stack = stack_box_new();
    Box *empty = stack_box_new();

    stack_box_add(stack, line_box("one", 0));
    stack_box_add(stack, line_box("two words", 5));
    g_assert_cmpfloat(box_measure(stack, (Size){ 20, 100 }, &page.context).height, ==, 35);
    g_assert_cmpfloat(box_measure(empty, (Size){ 20, 100 }, &page.context).height, ==, 0);
    box_place(empty, (Rect){ 0, 0, 20, 100 }, &page.context);
    box_free(empty);
    text_measurer_free(page.measurer);
}

static void
test_no_room_is_no_fault(void)
{
    Page page = page_new();
    g_autoptr(Box) stack = stack_box_new();
    Box *rest = line_box("rest", 0);

    rest->grows = TRUE;
    stack_box_add(stack, line_box("head", 0));
    stack_box_add(stack, rest);
    box_place(stack, (Rect){ 0, 0, 20, 4 }, &page.context);
    assert_rect(rest->rect, 0, 10, 20, 0);
    text_measurer_free(page.measurer);
    box_free(NULL);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/box/text-is-as-high-as-its-lines", test_text_is_as_high_as_its_lines);
    g_test_add_func("/box/text-stands-on-its-lines", test_text_stands_on_its_lines);
    g_test_add_func("/box/the-growing-child-takes-the-rest", test_the_growing_child_takes_the_rest);
    g_test_add_func("/box/a-stack-is-as-high-as-its-children",
                    test_a_stack_is_as_high_as_its_children);
    g_test_add_func("/box/no-room-is-no-fault", test_no_room_is_no_fault);
    return g_test_run();
}
