// Dot: values as places, stems, intervals.
#include "charts/figure.h"

static const char shares[] = "party,share,lo,hi,year\n"
                             "Reform,34,31,37,2020\n"
                             "Union,29,26,31,2020\n"
                             "Greens,14,12,16,2020\n";

static void
test_the_largest_stands_on_top(void)
{
    g_auto(Figure) figure = FIGURE("dot", "a,n\n1,Small\n9,Large\n5,Middle\n", "x=a", "y=n");
    g_autofree char *texts = figure_texts(&figure, ROLE_LABELS);
    g_autofree char *fault = figure_fault(&figure);

    g_assert_null(fault);
    g_assert_nonnull(strstr(texts, "Large|Middle|Small"));
}

static void
test_stems_begin_at_zero(void)
{
    g_auto(Figure) figure = FIGURE("dot", shares, "x=share", "y=party", "stem=on");
    g_autoptr(GPtrArray) stems = figure_find(&figure, ROLE_MARKS, NODE_PATH);
    g_autoptr(GPtrArray) dots = figure_find(&figure, ROLE_MARKS, NODE_CIRCLE);
    const SceneNode *first = stems->pdata[0], *second = stems->pdata[1];
    const SceneNode *dot = dots->pdata[0];
    Rect one = scene_node_bounds(first), two = scene_node_bounds(second);

    g_assert_cmpuint(stems->len, ==, 3);
    g_assert_cmpuint(dots->len, ==, 3);
    g_assert_cmpfloat_with_epsilon(one.x, two.x, 1e-9);
    g_assert_cmpfloat_with_epsilon(
        (dot->circle.centre.x - one.x) / 34,
        (((const SceneNode *)dots->pdata[1])->circle.centre.x - one.x) / 29, 0.05);
    g_assert_true(figure_has_text(&figure, "34"));
}

static void
test_intervals_need_both_ends(void)
{
    g_auto(Figure) figure = FIGURE("dot", shares, "x=share", "y=party", "low=lo");

    g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_cmpstr(figure.error->message, ==, "an interval has two ends: --low needs --high");
}

static void
test_turned_intervals_are_refused(void)
{
    g_auto(Figure) figure = FIGURE("dot", shares, "x=share", "y=party", "low=hi", "high=lo");

    g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_nonnull(strstr(figure.error->message, "\"hi\" is above \"lo\""));
}

static void
test_intervals_are_drawn_with_their_values(void)
{
    g_auto(Figure) figure =
        FIGURE("dot", shares, "x=share", "y=party", "low=lo", "high=hi", "values=on");
    g_autoptr(GPtrArray) lines = figure_find(&figure, ROLE_MARKS, NODE_PATH);
    g_autofree char *fault = figure_fault(&figure);

    g_assert_null(fault);
    g_assert_cmpuint(lines->len, ==, 3);
    g_assert_true(figure_has_text(&figure, "34"));
}

static void
test_half_intervals_are_counted(void)
{
    g_auto(Figure) figure =
        FIGURE("dot", "n,v,a,b\nX,2,1,3\nY,3,2,\n", "x=v", "y=n", "low=a", "high=b");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_cmpstr(remarks, ==,
                    "1 row has one end of an interval only; without the other none is drawn\n");
}

static void
test_two_texts_are_refused(void)
{
    g_auto(Figure) figure = FIGURE("dot", "a,b\nx,y\n", "x=a", "y=b");

    g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_true(g_str_has_prefix(figure.error->message, "dot needs a column of numbers"));
}

static void
test_several_rows_at_one_dot_are_refused(void)
{
    g_auto(Figure) figure = FIGURE("dot", "a,n\n1,A\n2,A\n", "x=a", "y=n");

    g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_nonnull(strstr(figure.error->message, "2 rows for n=A"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/dot/the-largest-stands-on-top", test_the_largest_stands_on_top);
    g_test_add_func("/dot/stems-begin-at-zero", test_stems_begin_at_zero);
    g_test_add_func("/dot/intervals-need-both-ends", test_intervals_need_both_ends);
    g_test_add_func("/dot/turned-intervals-are-refused", test_turned_intervals_are_refused);
    g_test_add_func("/dot/intervals-are-drawn-with-their-values",
                    test_intervals_are_drawn_with_their_values);
    g_test_add_func("/dot/half-intervals-are-counted", test_half_intervals_are_counted);
    g_test_add_func("/dot/two-texts-are-refused", test_two_texts_are_refused);
    g_test_add_func("/dot/several-rows-at-one-dot-are-refused",
                    test_several_rows_at_one_dot_are_refused);
    return g_test_run();
}
