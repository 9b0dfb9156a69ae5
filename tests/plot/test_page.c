#include "plot/page.h"

static Plot
plot_of(const Spec *spec, double width, guint n_panels)
{
    return (Plot){ .spec = spec, .theme = themes[0], .size = { width, 500 }, .n_panels = n_panels };
}

static void
test_height_is_rows_and_what_stands_around(void)
{
    Spec spec = { 0 };
    Plot plot = plot_of(&spec, 800, 1);

    g_assert_cmpuint(page_rows(&plot), ==, 1);
    g_assert_cmpfloat(page_height(&plot, 1, 370), ==, 500);
    g_assert_cmpfloat(page_height(&plot, 3, 100), ==, 430);
    g_assert_cmpfloat(page_row_height(&plot), ==, 370);
    g_assert_cmpfloat(page_column_width(&plot), ==, 768);
}

static void
test_two_panels_of_a_narrow_page_stand_in_two_rows(void)
{
    Spec spec = { 0 };
    Plot plot = plot_of(&spec, 200, 2);

    g_assert_cmpuint(page_rows(&plot), ==, 2);
    g_assert_cmpfloat(page_row_height(&plot), ==, 120);
    g_assert_cmpfloat(page_column_width(&plot), ==, 168);
}

static void
test_a_page_grows_but_never_shrinks(void)
{
    Spec spec = { 0 };
    Plot plot = plot_of(&spec, 800, 1);

    page_grow(&plot, 300);
    g_assert_cmpfloat(plot.size.height, ==, 500);
    page_grow(&plot, 700);
    g_assert_cmpfloat(plot.size.height, ==, 700);
    page_grow(&plot, 1e9);
    g_assert_cmpfloat(plot.size.height, ==, PAGE_MOST_HEIGHT);
}

static void
test_a_height_that_was_asked_for_stays(void)
{
    Spec spec = { 0 };
    Plot plot = plot_of(&spec, 800, 1);

    plot.fixed_height = TRUE;
    page_grow(&plot, 700);
    g_assert_cmpfloat(plot.size.height, ==, 500);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/page/height-is-rows-and-what-stands-around",
                    test_height_is_rows_and_what_stands_around);
    g_test_add_func("/page/two-panels-of-a-narrow-page-stand-in-two-rows",
                    test_two_panels_of_a_narrow_page_stand_in_two_rows);
    g_test_add_func("/page/grows-but-never-shrinks", test_a_page_grows_but_never_shrinks);
    g_test_add_func("/page/a-height-that-was-asked-for-stays",
                    test_a_height_that_was_asked_for_stays);
    return g_test_run();
}
