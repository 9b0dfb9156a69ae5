// Intervals around lines and bars: bands, whiskers, margins of error, and what is refused.
#include "charts/figure.h"

static const char values[] = "year,v,lo,hi\n"
                             "2000,10,8,12\n"
                             "2001,12,9,13\n"
                             "2002,14,15,16\n"
                             "2003,11,10,\n"
                             "2004,15,13,18\n"
                             "2005,16,13,18\n";

static void
test_a_band_lies_under_the_line(void)
{
    g_auto(Figure) figure = FIGURE("line", values, "x=year", "y=v", "low=lo", "high=hi");
    g_autoptr(GPtrArray) paths = figure_find(&figure, ROLE_MARKS, NODE_PATH);
    const SceneNode *band = paths->pdata[0], *line = paths->pdata[paths->len - 1];

    /* Two stretches of band, then the line. */
    g_assert_cmpuint(paths->len, ==, 3);
    g_assert_cmpuint(band->fill.a, ==, 51);
    g_assert_cmpuint(line->fill.a, ==, 0);
}

static void
test_what_is_no_interval_is_counted(void)
{
    g_auto(Figure) figure = FIGURE("line", values, "x=year", "y=v", "low=lo", "high=hi");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_cmpstr(remarks, ==,
                    "1 interval is left out: \"lo\" is above the value, or \"hi\" below it\n"
                    "1 value has no interval: \"lo\" or \"hi\" is missing\n");
}

static void
test_the_axis_holds_the_intervals(void)
{
    g_auto(Figure) figure =
        FIGURE("line", "x,v,lo,hi\n1,10,9,90\n2,10,9,50\n", "x=x", "y=v", "low=lo", "high=hi");

    g_assert_true(figure_has_text(&figure, "80"));
}

static void
test_names_stand_at_the_lines_only(void)
{
    g_auto(Figure) figure = FIGURE(
        "line", "x,v,w,lo,hi\n1,10,Alpha,9,11\n2,10,Alpha,9,11\n1,5,Beta,4,6\n2,5,Beta,4,6\n",
        "x=x", "y=v", "color=w", "low=lo", "high=hi");
    g_autofree char *fault = figure_fault(&figure);
    g_autofree char *words = figure_texts(&figure, ROLE_PANEL);
    const char *first = strstr(words, "Alpha");

    g_assert_null(fault);
    g_assert_nonnull(first);
    g_assert_null(strstr(first + 1, "Alpha"));
}

static void
test_bars_get_whiskers_and_values_beyond_them(void)
{
    g_auto(Figure) figure =
        FIGURE("bar", "c,v,lo,hi\nA,10,8,20\nB,5,4,6\n", "x=c", "y=v", "low=lo", "high=hi");
    g_autoptr(GPtrArray) paths = figure_find(&figure, ROLE_MARKS, NODE_PATH);
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);
    g_autofree char *fault = figure_fault(&figure);
    Rect a = ((const SceneNode *)bars->pdata[0])->rect.rect;
    Rect whisker = scene_node_bounds(paths->pdata[1]);

    g_assert_null(fault);
    /* A line of background and one of ink for each. */
    g_assert_cmpuint(paths->len, ==, 4);
    g_assert_cmpfloat_with_epsilon(whisker.height, a.height * 1.2, 3);
    g_assert_cmpfloat_with_epsilon(whisker.x + whisker.width / 2, a.x + a.width / 2, 0.01);
}

static void
test_samples_give_wilson_intervals(void)
{
    /* 50 of 100: 40.4 to 59.6 (E. B. Wilson). */
    g_auto(Figure) figure = FIGURE("bar", "c,share,n\nA,50,100\nB,100,100\n", "x=share", "y=c",
                                   "sample-size=n", "x-unit=%", "values=off");
    g_autoptr(GPtrArray) paths = figure_find(&figure, ROLE_MARKS, NODE_PATH);
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);
    double px = MAX(((const SceneNode *)bars->pdata[0])->rect.rect.width,
                    ((const SceneNode *)bars->pdata[1])->rect.rect.width) /
                100;
    Rect one = scene_node_bounds(paths->pdata[1]), two = scene_node_bounds(paths->pdata[3]);

    g_assert_cmpuint(paths->len, ==, 4);
    g_assert_cmpfloat_with_epsilon(MAX(one.width, two.width), 19.2 * px, 3);
    g_assert_cmpfloat_with_epsilon(MIN(one.width, two.width), 3.7 * px, 3);
    g_assert_true(figure_has_text(
        &figure, "Note: Intervals are 95% margins of error for a random sample of that size."));
}

static void
test_what_cannot_be_an_interval_is_refused(void)
{
    g_auto(Figure) half = FIGURE("line", values, "x=year", "y=v", "low=lo");
    g_auto(Figure) twice =
        FIGURE("line", values, "x=year", "y=v", "low=lo", "high=hi", "sample-size=v");
    g_auto(Figure) plain = FIGURE("line", values, "x=year", "y=v", "sample-size=hi");
    g_auto(Figure) unknown = FIGURE("line", values, "x=year", "y=v", "sample-size=his");
    g_auto(Figure) beyond =
        FIGURE("bar", "c,s,n\nA,120,9\n", "x=c", "y=s", "y-unit=%", "sample-size=n");
    g_auto(Figure) pile = FIGURE("bar", "c,w,v,lo,hi\nA,x,1,0,2\nA,y,1,0,2\n", "x=c", "y=v",
                                 "color=w", "low=lo", "high=hi", "stack=zero");

    g_assert_error(half.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_error(twice.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_error(plain.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_error(unknown.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_nonnull(strstr(unknown.error->message, "did you mean \"hi\"?"));
    g_assert_error(beyond.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_error(pile.error, CARTOUCHE_ERROR, ERROR_USAGE);
}

/* What a figure has to say about margins does not hide what it has to say about gaps. */
static void
test_notes_stand_beside_each_other(void)
{
    g_auto(Figure) figure = FIGURE("bar", "c,s,n\nA,40,900\nB,,900\nC,30,900\n", "x=c", "y=s",
                                   "y-unit=%", "sample-size=n", "sort=data", "width=1200");
    g_autofree char *footer = figure_texts(&figure, ROLE_FOOTER);

    g_assert_no_error(figure.error);
    g_assert_nonnull(strstr(footer, "random sample of that size."));
    g_assert_nonnull(strstr(footer, "not drawn as zero: B."));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/intervals/a-band-lies-under-the-line", test_a_band_lies_under_the_line);
    g_test_add_func("/intervals/what-is-no-interval-is-counted",
                    test_what_is_no_interval_is_counted);
    g_test_add_func("/intervals/the-axis-holds-the-intervals", test_the_axis_holds_the_intervals);
    g_test_add_func("/intervals/names-stand-at-the-lines-only", test_names_stand_at_the_lines_only);
    g_test_add_func("/intervals/bars-get-whiskers-and-values-beyond-them",
                    test_bars_get_whiskers_and_values_beyond_them);
    g_test_add_func("/intervals/samples-give-wilson-intervals", test_samples_give_wilson_intervals);
    g_test_add_func("/intervals/what-cannot-be-an-interval-is-refused",
                    test_what_cannot_be_an_interval_is_refused);
    g_test_add_func("/intervals/notes-stand-beside-each-other", test_notes_stand_beside_each_other);
    return g_test_run();
}
