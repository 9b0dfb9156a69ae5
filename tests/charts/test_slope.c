// Slope: from one period to another.
#include "charts/figure.h"

static const char align[] = "country,year,share\n"
                            "Laos,2020,26\nLaos,2021,20\n"
                            "Vietnam,2020,85\nVietnam,2021,84\n"
                            "Brunei,2020,31\nBrunei,2021,30\n"
                            "Myanmar,2020,38\nMyanmar,2021,48\n"
                            "Thailand,2020,47.9\nThailand,2021,56.5\n";

static void
test_both_ends_are_named(void)
{
    g_auto(Figure) figure = FIGURE("slope", align, "x=year", "y=share", "color=country");
    g_autofree char *fault = figure_fault(&figure), *remarks = figure_remarks(&figure);

    g_assert_null(fault);
    g_assert_cmpstr(remarks, ==, "");
    g_assert_true(figure_has_text(&figure, "Laos 26.0"));
    g_assert_true(figure_has_text(&figure, "20.0 Laos"));
    g_assert_true(figure_has_text(&figure, "2020"));
    g_assert_true(figure_has_text(&figure, "2021"));
}

static void
test_names_that_move_have_leaders(void)
{
    g_auto(Figure) figure = FIGURE(
        "slope", "n,y,v\nA,1,10\nA,2,10\nB,1,10\nB,2,10\nC,1,0\nC,2,50\n", "x=y", "y=v", "color=n");
    g_autofree char *fault = figure_fault(&figure);

    g_assert_null(fault);
}

static void
test_many_names_grow_the_figure_or_are_counted(void)
{
    g_autoptr(GString) csv = g_string_new("n,y,v\n");

    for (guint i = 0; i < 60; i++)
        g_string_append_printf(csv, "Place %u,1,%u\nPlace %u,2,%u\n", i, 50 + i % 7, i, 50 + i % 5);
    g_auto(Figure) free = FIGURE("slope", csv->str, "x=y", "y=v", "color=n");
    g_auto(Figure) fixed = FIGURE("slope", csv->str, "x=y", "y=v", "color=n", "height=300");
    g_autofree char *fault = figure_fault(&free), *faults = figure_fault(&fixed);
    g_autofree char *remarks = figure_remarks(&free), *counted = figure_remarks(&fixed);

    g_assert_null(fault);
    g_assert_null(faults);
    g_assert_cmpfloat(free.scene->size.height, >, 900);
    g_assert_cmpstr(remarks, ==, "");
    g_assert_nonnull(strstr(counted, "names have no room at the ends and are left out"));
}

static void
test_other_than_two_periods_are_refused(void)
{
    g_auto(Figure) one = FIGURE("slope", "n,y,v\nA,1,10\nB,1,4\n", "x=y", "y=v", "color=n");
    g_auto(Figure) three =
        FIGURE("slope", "n,y,v\nA,1,10\nA,2,4\nA,3,5\n", "x=y", "y=v", "color=n");

    g_assert_error(one.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(one.error->message, ==,
                    "a slope leads from one period to another; column \"y\" has 1");
    g_assert_error(three.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_nonnull(strstr(three.error->message, "has 3: narrow with --where, or use line"));
}

static void
test_periods_need_not_be_neighbours(void)
{
    g_auto(Figure) figure = FIGURE("slope", "n,year,v\nA,1995,10\nA,2015,4\nB,1995,\nB,2015,7\n",
                                   "x=year", "y=v", "color=n");
    g_autoptr(GPtrArray) dots = figure_find(&figure, ROLE_MARKS, NODE_CIRCLE);

    g_assert_cmpuint(dots->len, ==, 3);
    g_assert_true(figure_has_text(&figure, "1995"));
    g_assert_true(figure_has_text(&figure, "2015"));
}

/* "v, million" over an end that says 420,000 would make it a million times too large. */
static void
test_the_title_counts_in_no_millions(void)
{
    g_auto(Figure) figure =
        FIGURE("slope", "n,y,v\nA,1,5500000\nA,2,5940000\nB,1,420000\nB,2,453600\n", "x=y", "y=v",
               "color=n");

    g_assert_true(figure_has_text(&figure, "V"));
    g_assert_true(figure_has_text(&figure, "5.94m A"));
    g_assert_true(figure_has_text(&figure, "453,600 B"));
}

static void
test_all_missing_is_refused(void)
{
    g_auto(Figure) figure =
        FIGURE("slope", "n,y,v\nA,1,\nA,2,\n", "x=y", "y=v", "color=n", "type=v=number");

    g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_INPUT);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/slope/both-ends-are-named", test_both_ends_are_named);
    g_test_add_func("/slope/names-that-move-have-leaders", test_names_that_move_have_leaders);
    g_test_add_func("/slope/many-names-grow-the-figure-or-are-counted",
                    test_many_names_grow_the_figure_or_are_counted);
    g_test_add_func("/slope/other-than-two-periods-are-refused",
                    test_other_than_two_periods_are_refused);
    g_test_add_func("/slope/periods-need-not-be-neighbours", test_periods_need_not_be_neighbours);
    g_test_add_func("/slope/the-title-counts-in-no-millions", test_the_title_counts_in_no_millions);
    g_test_add_func("/slope/all-missing-is-refused", test_all_missing_is_refused);
    return g_test_run();
}
