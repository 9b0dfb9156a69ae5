// Waterfall: where bars float, what totals are, and what is refused.
#include "charts/figure.h"

static const char steps[] = "step,change\n"
                            "Start,100\n"
                            "Sales,40\n"
                            "Costs,-60\n"
                            "Subtotal,\n"
                            "Tax,-100\n"
                            "Total,-20\n";

static Rect
bar(GPtrArray *bars, guint index)
{
    return ((const SceneNode *)bars->pdata[index])->rect.rect;
}

static void
test_each_bar_begins_where_the_last_one_ended(void)
{
    g_auto(Figure) figure =
        FIGURE("waterfall", steps, "x=step", "y=change", "total=Start,Subtotal,Total");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);
    g_autofree char *fault = figure_fault(&figure);
    double zero, px;

    g_assert_null(fault);
    g_assert_cmpuint(bars->len, ==, 6);
    zero = rect_bottom(bar(bars, 0));
    px = bar(bars, 0).height / 100;
    g_assert_cmpfloat_with_epsilon(bar(bars, 1).y, zero - 140 * px, 0.01);
    g_assert_cmpfloat_with_epsilon(bar(bars, 1).height, 40 * px, 0.01);
    g_assert_cmpfloat_with_epsilon(bar(bars, 2).y, zero - 140 * px, 0.01);
    g_assert_cmpfloat_with_epsilon(bar(bars, 2).height, 60 * px, 0.01);
    g_assert_cmpfloat_with_epsilon(bar(bars, 3).height, 80 * px, 0.01);
    g_assert_cmpfloat_with_epsilon(bar(bars, 4).height, 100 * px, 0.01);
    g_assert_cmpfloat_with_epsilon(bar(bars, 5).y, zero, 0.01);
    g_assert_cmpfloat_with_epsilon(bar(bars, 5).height, 20 * px, 0.01);
}

static void
test_changes_have_signs_and_totals_have_none(void)
{
    g_auto(Figure) figure =
        FIGURE("waterfall", steps, "x=step", "y=change", "total=Start,Subtotal,Total");
    g_autofree char *words = figure_texts(&figure, ROLE_PANEL);

    g_assert_nonnull(strstr(words, "100|+40|−60|80|−100|−20"));
}

/* The box of a text, which is about the bar of a row. */
static Rect
value_of(const Figure *figure, const char *text, guint64 subject)
{
    g_autoptr(GPtrArray) texts = figure_find(figure, ROLE_LABELS, NODE_TEXT);

    for (guint i = 0; i < texts->len; i++) {
        const SceneNode *node = texts->pdata[i];

        if (strcmp(node->text.text, text) != 0)
            continue;
        g_assert_cmpuint(node->text.subject, ==, subject);
        return scene_node_bounds(node);
    }
    g_assert_not_reached();
}

static void
test_values_stand_beyond_the_level_that_a_bar_leads_to(void)
{
    g_auto(Figure) figure =
        FIGURE("waterfall", steps, "x=step", "y=change", "total=Start,Subtotal,Total");
    g_autoptr(GPtrArray) groups = figure_find(&figure, ROLE_MARK, NODE_GROUP);
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);
    const SceneNode *sales = groups->pdata[1], *tax = groups->pdata[4];
    Rect above = value_of(&figure, "+40", sales->group.subject);
    Rect below = value_of(&figure, "−100", tax->group.subject);

    g_assert_cmpfloat(rect_bottom(above), <, bar(bars, 1).y);
    g_assert_cmpfloat(rect_bottom(above), >, bar(bars, 1).y - 8);
    g_assert_cmpfloat(below.y, >, rect_bottom(bar(bars, 4)));
    g_assert_cmpfloat(below.y, <, rect_bottom(bar(bars, 4)) + 8);
}

static void
test_bars_are_joined_by_thin_lines(void)
{
    g_auto(Figure) figure =
        FIGURE("waterfall", steps, "x=step", "y=change", "total=Start,Subtotal,Total");
    g_autoptr(GPtrArray) lines = figure_find(&figure, ROLE_MARKS, NODE_PATH);

    g_assert_cmpuint(lines->len, ==, 5);
}

static void
test_a_last_row_named_total_stands_on_zero(void)
{
    g_auto(Figure) figure = FIGURE("waterfall", "s,v\nA,5\nB,-2\nTotal,3\n", "x=s", "y=v");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);

    g_assert_cmpfloat_with_epsilon(rect_bottom(bar(bars, 2)), rect_bottom(bar(bars, 0)), 0.01);
    g_assert_false(color_equal(((const SceneNode *)bars->pdata[2])->fill,
                               ((const SceneNode *)bars->pdata[0])->fill));
}

static void
test_a_sum_stands_at_the_end(void)
{
    g_auto(Figure) figure =
        FIGURE("waterfall", "s,v\nA,5\nB,-2\n", "x=s", "y=v", "lang=de", "total=A");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);
    g_autofree char *words = figure_texts(&figure, ROLE_PANEL);

    g_assert_cmpuint(bars->len, ==, 3);
    g_assert_cmpfloat_with_epsilon(rect_bottom(bar(bars, 2)), rect_bottom(bar(bars, 0)), 0.01);
    g_assert_nonnull(strstr(words, "5|−2|3"));
    g_assert_true(figure_has_text(&figure, "Summe"));
}

/* Of one step the sum would only repeat it; and it can be left out. */
static void
test_no_sum_where_none_is_wanted(void)
{
    g_auto(Figure) one = FIGURE("waterfall", "s,v\nA,5\n", "x=s", "y=v");
    g_auto(Figure) without = FIGURE("waterfall", "s,v\nA,5\nB,-2\n", "x=s", "y=v", "end-total=off");

    g_assert_false(figure_has_text(&one, "Total"));
    g_assert_false(figure_has_text(&without, "Total"));
}

static void
test_periods_have_a_sum_too(void)
{
    g_auto(Figure) figure =
        FIGURE("waterfall", "year,v\n2001,5\n2002,-2\n2004,4\n", "x=year", "y=v");

    g_assert_true(figure_has_text(&figure, "2004"));
    g_assert_true(figure_has_text(&figure, "Total"));
}

static void
test_a_total_that_is_none_is_refused(void)
{
    g_auto(Figure) figure = FIGURE("waterfall", "s,v\nA,5\nB,-2\nTotal,4\n", "x=s", "y=v");

    g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(figure.error->message, ==, "the total is 4, but the steps before it add to 3");
    g_assert_cmpuint(error_where(figure.error).line, ==, 4);
}

static void
test_steps_without_a_value_are_counted(void)
{
    g_auto(Figure) figure =
        FIGURE("waterfall", "s,v\nA,5\nB,\nC,3\n", "x=s", "y=v", "total=D", "end-total=off");
    g_autofree char *remarks = figure_remarks(&figure);
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);

    g_assert_cmpuint(bars->len, ==, 2);
    g_assert_cmpstr(remarks, ==,
                    "--total: no step is called \"D\"\n"
                    "1 step has no value in column \"v\" and is left out\n");
}

static void
test_panels_start_anew(void)
{
    g_auto(Figure) figure =
        FIGURE("waterfall", "p,s,v\nL,A,5\nL,B,5\nR,A,5\nR,B,5\n", "x=s", "y=v", "facet=p");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);

    /* Two steps and their sum in each. */
    g_assert_cmpuint(bars->len, ==, 6);
    g_assert_cmpfloat_with_epsilon(bar(bars, 0).y, bar(bars, 3).y, 0.01);
    g_assert_cmpfloat_with_epsilon(bar(bars, 1).y, bar(bars, 4).y, 0.01);
    g_assert_cmpfloat_with_epsilon(bar(bars, 2).height, 2 * bar(bars, 0).height, 0.01);
}

static void
test_steps_are_never_sorted(void)
{
    g_auto(Figure) figure = FIGURE("waterfall", steps, "x=step", "y=change", "sort=value");

    g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_USAGE);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/waterfall/each-bar-begins-where-the-last-one-ended",
                    test_each_bar_begins_where_the_last_one_ended);
    g_test_add_func("/waterfall/changes-have-signs-and-totals-have-none",
                    test_changes_have_signs_and_totals_have_none);
    g_test_add_func("/waterfall/values-stand-beyond-the-level-that-a-bar-leads-to",
                    test_values_stand_beyond_the_level_that_a_bar_leads_to);
    g_test_add_func("/waterfall/bars-are-joined-by-thin-lines", test_bars_are_joined_by_thin_lines);
    g_test_add_func("/waterfall/a-last-row-named-total-stands-on-zero",
                    test_a_last_row_named_total_stands_on_zero);
    g_test_add_func("/waterfall/a-sum-stands-at-the-end", test_a_sum_stands_at_the_end);
    g_test_add_func("/waterfall/no-sum-where-none-is-wanted", test_no_sum_where_none_is_wanted);
    g_test_add_func("/waterfall/periods-have-a-sum-too", test_periods_have_a_sum_too);
    g_test_add_func("/waterfall/a-total-that-is-none-is-refused",
                    test_a_total_that_is_none_is_refused);
    g_test_add_func("/waterfall/steps-without-a-value-are-counted",
                    test_steps_without_a_value_are_counted);
    g_test_add_func("/waterfall/panels-start-anew", test_panels_start_anew);
    g_test_add_func("/waterfall/steps-are-never-sorted", test_steps_are_never_sorted);
    return g_test_run();
}
