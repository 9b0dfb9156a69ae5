#include "charts/figure.h"

/* 10 numbers: three bins of 10. */
#define NUMBERS "v,kind\n1,a\n3,a\n5,b\n7,a\n9,b\n12,a\n14,b\n18,a\n25,b\n30,a\n"

static double
bar_height(const GPtrArray *bars, guint index)
{
    return ((const SceneNode *)bars->pdata[index])->rect.rect.height;
}

static const char *
mark_title(const Figure *figure, guint index)
{
    g_autoptr(GPtrArray) nodes = figure_nodes(figure);
    guint n = 0;

    for (guint i = 0; i < nodes->len; i++) {
        const SceneNode *node = nodes->pdata[i];

        if (node->kind == NODE_GROUP && node->group.role == ROLE_MARK && n++ == index)
            return node->group.title;
    }
    return NULL;
}

static void
test_bars_count_rows(void)
{
    g_auto(Figure) figure = FIGURE("histogram", NUMBERS, "x=v", "bins=3");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);
    g_autofree char *fault = figure_fault(&figure);

    g_assert_cmpstr(fault, ==, NULL);
    g_assert_cmpuint(bars->len, ==, 3);
    g_assert_cmpfloat_with_epsilon(bar_height(bars, 0) / bar_height(bars, 1), 5.0 / 3, 1e-9);
    g_assert_cmpstr(mark_title(&figure, 0), ==, "0 – 10: 5");
    g_assert_cmpstr(mark_title(&figure, 2), ==, "20 – 30: 2");
    g_assert_true(figure_has_text(&figure, "Count"));
}

static void
test_bars_nearly_touch(void)
{
    g_auto(Figure) figure = FIGURE("histogram", NUMBERS, "x=v", "bins=3");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);
    Rect first = ((const SceneNode *)bars->pdata[0])->rect.rect;
    Rect second = ((const SceneNode *)bars->pdata[1])->rect.rect;

    g_assert_cmpfloat_with_epsilon(second.x - rect_right(first), 1, 1e-6);
    g_assert_cmpfloat_with_epsilon(rect_bottom(first), rect_bottom(second), 1e-6);
}

static void
test_series_are_piled_up(void)
{
    g_auto(Figure) figure = FIGURE("histogram", NUMBERS, "x=v", "bins=3", "color=kind");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);
    Rect low = ((const SceneNode *)bars->pdata[0])->rect.rect;
    Rect high = ((const SceneNode *)bars->pdata[3])->rect.rect;

    g_assert_cmpuint(bars->len, ==, 6);
    g_assert_cmpfloat(rect_bottom(high), <=, low.y + 1e-6);
    g_assert_cmpfloat_with_epsilon(low.x, high.x, 1e-6);
}

static void
test_whole_numbers_stand_in_the_middle_of_their_bar(void)
{
    g_auto(Figure) figure =
        FIGURE("histogram", "n\n0\n0\n0\n1\n1\n2\n3\n", "x=n", "bins=4", "width=600");

    g_assert_cmpstr(mark_title(&figure, 0), ==, "0: 3");
    g_assert_true(figure_has_text(&figure, "3"));
}

static void
test_times_fall_into_calendar_bins(void)
{
    g_auto(Figure) figure =
        FIGURE("histogram", "d\n2001-02-03\n2001-05-01\n2003-07-09\n2004-01-01\n", "x=d", "bins=4");

    g_assert_cmpstr(mark_title(&figure, 0), ==, "2001: 2");
}

static void
test_few_rows_are_counted_in_whole_numbers(void)
{
    g_auto(Figure) figure = FIGURE("histogram", "v\n12.5\n", "x=v");
    g_autofree char *fault = figure_fault(&figure);

    g_assert_cmpstr(fault, ==, NULL);
    g_assert_true(figure_has_text(&figure, "1"));
    g_assert_false(figure_has_text(&figure, "0.5"));
}

static void
test_facets_have_the_same_bins(void)
{
    g_auto(Figure) figure = FIGURE("histogram", NUMBERS, "x=v", "bins=3", "facet=kind");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);

    g_assert_cmpuint(bars->len, ==, 6);
}

static void
test_a_log_scale_and_text_are_refused(void)
{
    g_auto(Figure) log = FIGURE("histogram", NUMBERS, "x=v", "x-scale=log");
    g_auto(Figure) text = FIGURE("histogram", NUMBERS, "x=kind");

    g_assert_error(log.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_error(text.error, CARTOUCHE_ERROR, ERROR_USAGE);
}

static void
test_a_domain_says_how_many_rows_it_cuts_off(void)
{
    g_auto(Figure) figure = FIGURE("histogram", NUMBERS, "x=v", "bins=3", "x-domain=0..20");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_nonnull(strstr(remarks, "2 values lie outside the domain of the horizontal axis"));
}

static void
test_sorting_is_refused(void)
{
    g_auto(Figure) figure = FIGURE("histogram", NUMBERS, "x=v", "sort=v");

    g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_USAGE);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/histogram/bars-count-rows", test_bars_count_rows);
    g_test_add_func("/histogram/bars-nearly-touch", test_bars_nearly_touch);
    g_test_add_func("/histogram/series-are-piled-up", test_series_are_piled_up);
    g_test_add_func("/histogram/whole-numbers-stand-in-the-middle-of-their-bar",
                    test_whole_numbers_stand_in_the_middle_of_their_bar);
    g_test_add_func("/histogram/times-fall-into-calendar-bins", test_times_fall_into_calendar_bins);
    g_test_add_func("/histogram/few-rows-are-counted-in-whole-numbers",
                    test_few_rows_are_counted_in_whole_numbers);
    g_test_add_func("/histogram/facets-have-the-same-bins", test_facets_have_the_same_bins);
    g_test_add_func("/histogram/a-log-scale-and-text-are-refused",
                    test_a_log_scale_and_text_are_refused);
    g_test_add_func("/histogram/a-domain-says-how-many-rows-it-cuts-off",
                    test_a_domain_says_how_many_rows_it_cuts_off);
    g_test_add_func("/histogram/sorting-is-refused", test_sorting_is_refused);
    return g_test_run();
}
