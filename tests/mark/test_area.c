#include "mark/figure.h"

#define AREA(...)                                                      \
    (Layer)                                                            \
    {                                                                  \
        .type = &mark_area, .n_slots = 1, .upright = TRUE, __VA_ARGS__ \
    }

static void
test_a_surface_lies_between_its_ends(void)
{
    MarkPage page = mark_page();
    double x[] = { 0, 5, 10 }, low[] = { 0, 1, 0 }, high[] = { 4, 6, 5 };
    guint zeros[3] = { 0 };

    assert_mark(&page, &AREA(.n = 3, .x = x, .y = high, .y0 = low, .series = zeros, .panel = zeros),
                "group mark title \"A\" series \"A\"\n"
                "  path fill #a00000 d M 10 80 L 60 60 L 110 70 L 110 120 L 60 110 L 10 120 Z\n");
}

static void
test_a_gap_breaks_a_surface(void)
{
    MarkPage page = mark_page();
    double x[] = { 0, 1, 2, 3, 4 }, low[5] = { 0 }, high[] = { 1, 1, NAN, 2, 2 };
    guint zeros[5] = { 0 };

    assert_mark(&page, &AREA(.n = 5, .x = x, .y = high, .y0 = low, .series = zeros, .panel = zeros),
                "group mark title \"A\" series \"A\"\n"
                "  path fill #a00000 d M 10 110 L 20 110 L 20 120 L 10 120 Z\n"
                "  path fill #a00000 d M 40 100 L 50 100 L 50 120 L 40 120 Z\n");
}

static void
test_a_period_alone_is_a_bar(void)
{
    MarkPage page = mark_page();
    double x[] = { 5 }, low[] = { 0 }, high[] = { 4 };
    guint zeros[1] = { 0 };

    assert_mark(&page, &AREA(.n = 1, .x = x, .y = high, .y0 = low, .series = zeros, .panel = zeros),
                "group mark title \"A\" series \"A\"\n"
                "  rect 56 80 8 40 fill #a00000\n");
}

static void
test_a_surface_is_clipped_to_the_panel(void)
{
    MarkPage page = mark_page();
    double x[] = { 0, 10 }, low[] = { 0, 0 }, high[] = { 12, 12 };
    guint zeros[2] = { 0 };

    assert_mark(&page, &AREA(.n = 2, .x = x, .y = high, .y0 = low, .series = zeros, .panel = zeros),
                "group mark title \"A\" series \"A\"\n"
                "  path fill #a00000 d M 10 20 L 110 20 L 110 120 L 10 120 Z\n");
}

/* As wide as most of its period, and cut at the edge of the panel. */
static void
test_a_period_between_gaps_is_a_bar(void)
{
    MarkPage page = mark_page();
    double x[] = { 0, 1, 2, 3, 4 }, low[5] = { 0 }, high[] = { 1, NAN, 2, NAN, 1 };
    guint zeros[5] = { 0 };

    assert_mark(&page, &AREA(.n = 5, .x = x, .y = high, .y0 = low, .series = zeros, .panel = zeros),
                "group mark title \"A\" series \"A\"\n"
                "  rect 10 110 3 10 fill #a00000\n"
                "  rect 27 100 6 20 fill #a00000\n"
                "  rect 47 110 6 10 fill #a00000\n");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/area/a-surface-lies-between-its-ends", test_a_surface_lies_between_its_ends);
    g_test_add_func("/area/a-gap-breaks-a-surface", test_a_gap_breaks_a_surface);
    g_test_add_func("/area/a-period-alone-is-a-bar", test_a_period_alone_is_a_bar);
    g_test_add_func("/area/a-surface-is-clipped-to-the-panel",
                    test_a_surface_is_clipped_to_the_panel);
    g_test_add_func("/area/a-period-between-gaps-is-a-bar", test_a_period_between_gaps_is_a_bar);
    return g_test_run();
}
