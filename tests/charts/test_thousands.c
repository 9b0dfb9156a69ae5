// One rule for thousands marks: axis, labels, keys and tooltips of a figure agree.
#include "charts/figure.h"

static char *
titles_of(const Figure *figure)
{
    g_autoptr(GPtrArray) marks = figure_find(figure, ROLE_MARKS, NODE_GROUP);
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < marks->len; i++) {
        const SceneNode *node = marks->pdata[i];

        if (node->group.role == ROLE_MARK)
            g_string_append_printf(text, "%s|", node->group.title);
    }
    return g_string_free(text, FALSE);
}

static void
test_one_large_number_marks_all(void)
{
    g_auto(Figure) figure = FIGURE("bar", "k,v\na,12345\nb,1234\nc,999\n", "x=v", "y=k");
    g_autofree char *titles = titles_of(&figure);

    g_assert_true(figure_has_text(&figure, "12,345"));
    g_assert_true(figure_has_text(&figure, "1,234"));
    g_assert_true(figure_has_text(&figure, "999"));
    g_assert_cmpstr(titles, ==, "a: 12,345|b: 1,234|c: 999|");
}

static void
test_small_numbers_stay_plain(void)
{
    g_auto(Figure) figure = FIGURE("bar", "k,v\na,4234\nb,1234\n", "x=v", "y=k");

    g_assert_true(figure_has_text(&figure, "4234"));
    g_assert_true(figure_has_text(&figure, "1234"));
}

/* The axis grows to 10,000, so that its 2,000 has a mark, and so have the labels. */
static void
test_labels_follow_the_axis(void)
{
    g_auto(Figure) figure =
        FIGURE("bar", "k,v\na,9345\nb,1234\n", "x=v", "y=k", "grid=x", "values=on");

    g_assert_true(figure_has_text(&figure, "10,000"));
    g_assert_true(figure_has_text(&figure, "2,000"));
    g_assert_true(figure_has_text(&figure, "1,234"));
}

static void
test_axis_follows_the_other_axis(void)
{
    g_auto(Figure) figure = FIGURE("scatter", "a,b\n1,10\n400,90000\n4000,50000\n", "x=a", "y=b");

    g_assert_true(figure_has_text(&figure, "4,000"));
    g_assert_true(figure_has_text(&figure, "1,000"));
}

static void
test_total_of_parts_counts(void)
{
    g_auto(Figure) figure = FIGURE("pie", "k,v\na,5000\nb,4500\nc,1500\n", "color=k", "y=v");
    g_autofree char *titles = titles_of(&figure);

    g_assert_nonnull(strstr(titles, "c: 1,500"));
}

static void
test_years_never(void)
{
    g_auto(Figure) figure =
        FIGURE("scatter", "born,income\n1950,10\n1970,90000\n2001,50000\n", "x=born", "y=income");
    g_autofree char *titles = titles_of(&figure);

    g_assert_true(figure_has_text(&figure, "1960"));
    g_assert_nonnull(strstr(titles, "1970, 90,000"));
}

static void
test_marks_of_the_language(void)
{
    g_auto(Figure) figure = FIGURE("bar", "k,v\na,12345\nb,1234\n", "x=v", "y=k", "lang=de");

    g_assert_true(figure_has_text(&figure, "1.234"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/thousands/one-large-number-marks-all", test_one_large_number_marks_all);
    g_test_add_func("/thousands/small-numbers-stay-plain", test_small_numbers_stay_plain);
    g_test_add_func("/thousands/labels-follow-the-axis", test_labels_follow_the_axis);
    g_test_add_func("/thousands/axis-follows-the-other-axis", test_axis_follows_the_other_axis);
    g_test_add_func("/thousands/total-of-parts-counts", test_total_of_parts_counts);
    g_test_add_func("/thousands/years-never", test_years_never);
    g_test_add_func("/thousands/marks-of-the-language", test_marks_of_the_language);
    return g_test_run();
}
