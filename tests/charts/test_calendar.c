// Calendar: a cell a day, weeks as columns, and days without data that can be seen.
#include "charts/figure.h"

static Rect
day_rect(const Figure *figure, const char *title)
{
    g_autoptr(GPtrArray) nodes = figure_nodes(figure);

    for (guint i = 0; i < nodes->len; i++) {
        const SceneNode *node = nodes->pdata[i];

        if (node->kind == NODE_GROUP && g_strcmp0(node->group.title, title) == 0)
            return scene_node_bounds(node);
    }
    g_error("no day is called \"%s\"", title);
}

static void
test_the_range_has_all_its_days(void)
{
    g_auto(Figure) figure =
        FIGURE("calendar", "day,n\n2020-02-28,1\n2020-03-02,4\n", "x=day", "color=n");
    g_autoptr(GPtrArray) days = figure_find(&figure, ROLE_MARKS, NODE_RECT);
    g_autofree char *remarks = figure_remarks(&figure);
    g_autofree char *fault = figure_fault(&figure);

    g_assert_null(fault);
    /* Two with a number, two without; days before and after are no part of the range. */
    g_assert_cmpuint(days->len, ==, 4);
    g_assert_cmpstr(remarks, ==, "2 of 4 days have no data\n");
    g_assert_true(figure_has_text(&figure, "2020"));
    g_assert_true(figure_has_text(&figure, "Dec"));
    g_assert_true(figure_has_text(&figure, "Wed"));
    g_assert_true(figure_has_text(&figure, "No data"));
}

/* The rest of the year is outside, not without data. */
static void
test_days_outside_the_range_miss_nothing(void)
{
    g_auto(Figure) figure =
        FIGURE("calendar", "day,n\n2020-02-28,1\n2020-02-29,4\n", "x=day", "color=n");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_cmpstr(remarks, ==, "");
    g_assert_false(figure_has_text(&figure, "No data"));
}

static void
test_weeks_are_columns_and_months_stand_apart(void)
{
    /* Monday and Sunday of a week, the Monday after it, and Sunday and Monday around a new month.
     */
    g_auto(Figure) figure = FIGURE(
        "calendar", "day,n\n2021-02-01,1\n2021-02-07,2\n2021-02-08,3\n2021-02-28,4\n2021-03-01,5\n",
        "x=day", "color=n");
    Rect monday = day_rect(&figure, "1 Feb 2021: 1"), sunday = day_rect(&figure, "7 Feb 2021: 2");
    Rect next = day_rect(&figure, "8 Feb 2021: 3"), last = day_rect(&figure, "28 Feb 2021: 4");
    Rect first = day_rect(&figure, "1 Mar 2021: 5");
    double step = next.x - monday.x;

    g_assert_cmpfloat_with_epsilon(sunday.x, monday.x, 1e-6);
    g_assert_cmpfloat_with_epsilon(next.y, monday.y, 1e-6);
    g_assert_cmpfloat(sunday.y, >, monday.y + 5 * monday.height);
    g_assert_cmpfloat_with_epsilon(first.x - last.x, 1.4 * step, 1e-6);
}

static void
test_each_year_is_a_block(void)
{
    g_auto(Figure) figure =
        FIGURE("calendar", "day,n\n2019-12-31,1\n2021-01-01,2\n", "x=day", "color=n");
    Rect before = day_rect(&figure, "31 Dec 2019: 1"), after = day_rect(&figure, "1 Jan 2021: 2");
    g_autofree char *fault = figure_fault(&figure);

    g_assert_null(fault);
    g_assert_cmpfloat(after.y, >, before.y + 7 * before.height);
    g_assert_true(figure_has_text(&figure, "2020"));
}

static void
test_counts_of_nothing_are_zero(void)
{
    g_auto(Figure) figure =
        FIGURE("calendar", "day\n2020-01-01\n2020-01-01\n2020-01-03\n", "x=day", "color=count()");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_cmpstr(remarks, ==, "");
}

static void
test_small_pages_keep_their_words_apart(void)
{
    const char *csv = "day,n,city\n2017-01-01,1,A\n2019-06-01,2,A\n2018-03-01,9,B\n";
    static const char *const sizes[][2] = { { "width=400", "height=300" },
                                            { "width=200", "height=150" },
                                            { "width=1280", "height=720" } };

    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_auto(Figure) figure =
            FIGURE("calendar", csv, "x=day", "color=n", "facet=city", sizes[i][0], sizes[i][1]);
        g_autofree char *fault = figure_fault(&figure);

        g_assert_cmpstr(fault, ==, NULL);
    }
}

static void
test_what_is_no_day_is_refused(void)
{
    g_auto(Figure) months = FIGURE("calendar", "day,n\n2020-01,1\n2020-02,2\n", "x=day", "color=n");
    g_auto(Figure) twice =
        FIGURE("calendar", "day,n\n2020-01-01,1\n2020-01-01,2\n", "x=day", "color=n");
    g_auto(Figure) long_span =
        FIGURE("calendar", "day,n\n1900-01-01,1\n2020-01-01,2\n", "x=day", "color=n");
    g_auto(Figure) domain =
        FIGURE("calendar", "day,n\n2020-01-01,1\n", "x=day", "color=n", "x-domain=2020..2021");

    g_assert_error(months.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_error(twice.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_nonnull(strstr(twice.error->message, "several rows for 1 Jan 2020"));
    g_assert_error(long_span.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_nonnull(strstr(long_span.error->message, "121 years"));
    g_assert_error(domain.error, CARTOUCHE_ERROR, ERROR_USAGE);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/calendar/days-outside-the-range-miss-nothing",
                    test_days_outside_the_range_miss_nothing);
    g_test_add_func("/calendar/the-range-has-all-its-days", test_the_range_has_all_its_days);
    g_test_add_func("/calendar/weeks-are-columns-and-months-stand-apart",
                    test_weeks_are_columns_and_months_stand_apart);
    g_test_add_func("/calendar/each-year-is-a-block", test_each_year_is_a_block);
    g_test_add_func("/calendar/counts-of-nothing-are-zero", test_counts_of_nothing_are_zero);
    g_test_add_func("/calendar/small-pages-keep-their-words-apart",
                    test_small_pages_keep_their_words_apart);
    g_test_add_func("/calendar/what-is-no-day-is-refused", test_what_is_no_day_is_refused);
    return g_test_run();
}
