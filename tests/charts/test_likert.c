// Likert: order and sides of the answers, shares that add up, and what is refused.
#include "charts/figure.h"

static const char wide[] = "question,no,dunno,yes\n"
                           "Zebra,17,17.1,65.9\n"
                           "Apple,51.5,28.9,19.6\n";

static const char scale[] = "q,answer,percent\n"
                            "One,Strongly disagree,10\n"
                            "One,Disagree,20\n"
                            "One,Don't know,4\n"
                            "One,Neutral,16\n"
                            "One,Agree,30\n"
                            "One,Strongly agree,20\n";

static const SceneNode *
bar(GPtrArray *bars, guint index)
{
    return bars->pdata[index];
}

static void
test_questions_and_answers_keep_their_order(void)
{
    g_auto(Figure) figure = FIGURE("likert", wide, "x=no,dunno,yes", "y=question");
    g_autofree char *key = figure_texts(&figure, ROLE_LEGEND);
    g_autofree char *fault = figure_fault(&figure);
    g_autofree char *words = figure_texts(&figure, ROLE_PANEL);

    g_assert_null(fault);
    g_assert_cmpstr(key, ==, "No|Dunno|Yes");
    g_assert_nonnull(strstr(words, "Zebra|Apple"));
}

static void
test_shares_are_rounded_to_add_up(void)
{
    g_auto(Figure) figure = FIGURE("likert", "q,a,b,c\nOne,33.4,33.3,33.3\n", "x=a,b,c", "y=q");
    g_autofree char *words = figure_texts(&figure, ROLE_PANEL);

    g_assert_nonnull(strstr(words, "34|33|33"));
}

static void
test_the_neutral_answer_is_halved_by_the_line(void)
{
    g_auto(Figure) figure = FIGURE("likert", wide, "x=no,dunno,yes", "y=question");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);
    g_autoptr(GPtrArray) lines = figure_find(&figure, ROLE_MARKS, NODE_PATH);
    double middle;
    Rect line;

    /* Bars of one answer stand together: no, no, dunno, dunno, yes, yes. */
    g_assert_cmpuint(bars->len, ==, 6);
    g_assert_cmpuint(lines->len, ==, 1);
    line = scene_node_bounds(lines->pdata[0]);
    middle = line.x + line.width / 2;
    for (guint i = 2; i < 4; i++)
        /* Half a px: the hair of background at the right end. */
        g_assert_cmpfloat_with_epsilon(
            bar(bars, i)->rect.rect.x + bar(bars, i)->rect.rect.width / 2 + 0.5, middle, 0.01);
}

static void
test_sides_have_two_hues_and_the_middle_is_grey(void)
{
    g_auto(Figure) figure = FIGURE("likert", scale, "x=percent", "y=q", "color=answer");
    g_autofree char *key = figure_texts(&figure, ROLE_LEGEND);
    g_autoptr(GPtrArray) swatches = figure_find(&figure, ROLE_LEGEND, NODE_RECT);
    const guint32 expected[] = { 0x12436d, 0x7fb0d6, 0xc3cad1, 0xeaa580, 0xb0471c, 0xdfe3e8 };

    g_assert_cmpstr(key, ==, "Strongly agree|Agree|Neutral|Disagree|Strongly disagree|Don't know");
    g_assert_cmpuint(swatches->len, ==, 6);
    for (guint i = 0; i < 6; i++)
        g_assert_true(color_equal(bar(swatches, i)->fill, COLOR_RGB(expected[i])));
}

static void
test_the_neutral_answer_can_be_named(void)
{
    g_auto(Figure) none = FIGURE("likert", wide, "x=no,dunno,yes", "y=question", "neutral=none");
    g_auto(Figure) wrong = FIGURE("likert", wide, "x=no,dunno,yes", "y=question", "neutral=dunn");

    g_assert_no_error(none.error);
    g_assert_error(wrong.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_nonnull(strstr(wrong.error->message, "did you mean \"Dunno\"?"));
}

static void
test_counts_become_shares(void)
{
    g_auto(Figure) figure = FIGURE("likert", "q,a,b\nOne,300,100\nTwo,5,15\n", "x=a,b", "y=q");
    g_autofree char *words = figure_texts(&figure, ROLE_PANEL);
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_nonnull(strstr(words, "75|25|25|75"));
    g_assert_cmpstr(remarks, ==,
                    "column \"value\" holds no percentages: each bar shows shares of its sum\n");
}

static void
test_parts_that_do_not_add_up_are_refused(void)
{
    g_auto(Figure) low = FIGURE("likert", "q,a,b\nOne,50,48.9\n", "x=a,b", "y=q");
    g_auto(Figure) high = FIGURE("likert", "q,a,b\nOne,50,51.1\n", "x=a,b", "y=q");
    g_auto(Figure) rounded = FIGURE("likert", "q,a,b\nOne,50,49\n", "x=a,b", "y=q");
    g_auto(Figure) said = FIGURE("likert", "q,a,b\nOne,50,20\n", "x=a,b", "y=q", "x-unit=%");

    g_assert_error(low.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_nonnull(strstr(low.error->message, "add to 98.9 %, not to 100"));
    g_assert_error(high.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_no_error(rounded.error);
    g_assert_error(said.error, CARTOUCHE_ERROR, ERROR_INPUT);
}

static void
test_negative_shares_and_single_answers_are_refused(void)
{
    g_auto(Figure) negative = FIGURE("likert", "q,a,b\nOne,-5,105\n", "x=a,b", "y=q");
    g_auto(Figure) single =
        FIGURE("likert", "q,answer,v\nOne,Yes,100\n", "x=v", "y=q", "color=answer");

    g_assert_error(negative.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_error(single.error, CARTOUCHE_ERROR, ERROR_USAGE);
}

/* On a page of fixed height few rows take all of it. */
static void
test_few_rows_fill_a_slide(void)
{
    g_auto(Figure) figure =
        FIGURE("likert", "q,a,b,c\nOne,20,30,50\nTwo,50,30,20\n", "x=a,b,c", "y=q", "preset=slide");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);
    double bottom = 0;

    for (guint i = 0; i < bars->len; i++)
        bottom = MAX(bottom, rect_bottom(((const SceneNode *)bars->pdata[i])->rect.rect));
    g_assert_cmpfloat(bottom, >, 0.8 * figure.scene->size.height);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/likert/questions-and-answers-keep-their-order",
                    test_questions_and_answers_keep_their_order);
    g_test_add_func("/likert/shares-are-rounded-to-add-up", test_shares_are_rounded_to_add_up);
    g_test_add_func("/likert/the-neutral-answer-is-halved-by-the-line",
                    test_the_neutral_answer_is_halved_by_the_line);
    g_test_add_func("/likert/sides-have-two-hues-and-the-middle-is-grey",
                    test_sides_have_two_hues_and_the_middle_is_grey);
    g_test_add_func("/likert/the-neutral-answer-can-be-named",
                    test_the_neutral_answer_can_be_named);
    g_test_add_func("/likert/counts-become-shares", test_counts_become_shares);
    g_test_add_func("/likert/parts-that-do-not-add-up-are-refused",
                    test_parts_that_do_not_add_up_are_refused);
    g_test_add_func("/likert/negative-shares-and-single-answers-are-refused",
                    test_negative_shares_and_single_answers_are_refused);
    g_test_add_func("/likert/few-rows-fill-a-slide", test_few_rows_fill_a_slide);
    return g_test_run();
}
