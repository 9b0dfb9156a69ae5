#include "mark/figure.h"

#define LINE(...)                                     \
    (Layer)                                           \
    {                                                 \
        .type = &mark_line, .n_slots = 1, __VA_ARGS__ \
    }

static void
test_a_gap_breaks_a_line(void)
{
    MarkPage page = mark_page();
    double x[] = { 0, 1, 2, 3, 4 }, y[] = { 0, 1, NAN, 3, 4 };
    guint zeros[5] = { 0 };

    assert_mark(&page, &LINE(.n = 5, .x = x, .y = y, .series = zeros, .panel = zeros),
                "group mark title \"A\" series \"A\"\n"
                "  path stroke #a00000 2.25 round-join d M 10 120 L 20 110\n"
                "  path stroke #a00000 2.25 round-join d M 40 90 L 50 80\n");
    assert_mark(&page,
                &LINE(.n = 5, .x = x, .y = y, .series = zeros, .panel = zeros, .connects = TRUE),
                "group mark title \"A\" series \"A\"\n"
                "  path stroke #a00000 2.25 round-join d M 10 120 L 20 110 L 40 90 L 50 80\n");
}

static void
test_a_point_alone_is_a_dot(void)
{
    MarkPage page = mark_page();
    double x[] = { 1, 2, 3, 4 }, y[] = { 5, NAN, NAN, 7 };
    guint zeros[4] = { 0 };

    assert_mark(&page, &LINE(.n = 4, .x = x, .y = y, .series = zeros, .panel = zeros),
                "group mark title \"A\" series \"A\"\n"
                "  circle 20 70 3.5 fill #a00000\n"
                "  circle 50 50 3.5 fill #a00000\n");
}

static void
test_series_are_lines_of_their_own(void)
{
    MarkPage page = mark_page();
    double x[] = { 0, 10, 0, 10 }, y[] = { 0, 10, 10, 0 };
    guint series[] = { 0, 0, 1, 1 }, zeros[4] = { 0 };

    assert_mark(&page, &LINE(.n = 4, .x = x, .y = y, .series = series, .panel = zeros),
                "group mark title \"A\" series \"A\"\n"
                "  path stroke #a00000 2.25 round-join d M 10 120 L 110 20\n"
                "group mark title \"B\" series \"B\"\n"
                "  path stroke #0000b1 2.25 round-join d M 10 20 L 110 120\n");
}

static void
test_muted_series_lie_below(void)
{
    MarkPage page = mark_page();
    double x[] = { 0, 10, 0, 10 }, y[] = { 0, 10, 10, 0 };
    guint series[] = { 0, 0, 2, 2 }, zeros[4] = { 0 };
    g_autofree char *text =
        mark_page_draw(&page, &LINE(.n = 4, .x = x, .y = y, .series = series, .panel = zeros));

    g_assert_true(strstr(text, "series \"C\"") < strstr(text, "series \"A\""));
}

/* The clip is half a line's width wider than the panel. */
static void
test_a_line_is_clipped_to_the_panel(void)
{
    MarkPage page = mark_page();
    double x[] = { 0, 10 }, y[] = { 5, 15 };
    guint zeros[2] = { 0 };

    assert_mark(&page, &LINE(.n = 2, .x = x, .y = y, .series = zeros, .panel = zeros),
                "group mark title \"A\" series \"A\"\n"
                "  path stroke #a00000 2.25 round-join d M 10 70 L 61.13 18.88\n");
}

static void
test_only_items_of_the_panel_are_drawn(void)
{
    MarkPage page = mark_page();
    double x[] = { 0, 10, 0, 10 }, y[] = { 0, 10, 10, 0 };
    guint zeros[4] = { 0 }, panels[] = { 0, 0, 1, 1 };

    page.panel = 1;
    assert_mark(&page, &LINE(.n = 4, .x = x, .y = y, .series = zeros, .panel = panels),
                "group mark title \"A\" series \"A\"\n"
                "  path stroke #a00000 2.25 round-join d M 10 20 L 110 120\n");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/line/a-gap-breaks-a-line", test_a_gap_breaks_a_line);
    g_test_add_func("/line/a-point-alone-is-a-dot", test_a_point_alone_is_a_dot);
    g_test_add_func("/line/series-are-lines-of-their-own", test_series_are_lines_of_their_own);
    g_test_add_func("/line/muted-series-lie-below", test_muted_series_lie_below);
    g_test_add_func("/line/a-line-is-clipped-to-the-panel", test_a_line_is_clipped_to_the_panel);
    g_test_add_func("/line/only-items-of-the-panel-are-drawn",
                    test_only_items_of_the_panel_are_drawn);
    return g_test_run();
}
