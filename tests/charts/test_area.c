#include "charts/figure.h"

static const char *const wide = "year,a,b\n2001,10,20\n2002,30,10\n2003,5,5\n";

/* The number of surfaces, runs counted one by one. */
static guint
count_surfaces(const Figure *figure)
{
    g_autoptr(GPtrArray) paths = figure_find(figure, ROLE_MARK, NODE_PATH);

    return paths->len;
}

static void
test_surfaces_are_stacked(void)
{
    g_auto(Figure) figure = FIGURE("area", wide, "x=year", "y=a,b");
    g_autoptr(GPtrArray) paths = figure_find(&figure, ROLE_MARK, NODE_PATH);
    const SceneNode *first, *second;

    g_assert_cmpuint(paths->len, ==, 2);
    first = paths->pdata[0];
    second = paths->pdata[1];
    /* The upper edge of the first is the lower edge of the second. */
    g_assert_cmpfloat_with_epsilon(first->path.segments[0].p[0].y, second->path.segments[5].p[0].y,
                                   0.01);
    g_assert_true(figure_has_text(&figure, "A"));
    g_assert_true(figure_has_text(&figure, "B"));
}

static void
test_shares_end_at_a_hundred(void)
{
    g_auto(Figure) figure = FIGURE("area", wide, "x=year", "y=a,b", "stack=normalize");

    g_assert_true(figure_has_text(&figure, "0%"));
    g_assert_true(figure_has_text(&figure, "100%"));
}

static void
test_an_absent_year_is_a_gap(void)
{
    const char *csv = "year,n\n2001,5\n2002,6\n2003,7\n2006,8\n2007,9\n";
    g_auto(Figure) broken = FIGURE("area", csv, "x=year", "y=n");
    g_auto(Figure) joined = FIGURE("area", csv, "x=year", "y=n", "gaps=join");

    g_assert_cmpuint(count_surfaces(&broken), ==, 2);
    g_assert_cmpuint(count_surfaces(&joined), ==, 1);
}

static void
test_a_missing_part_is_named(void)
{
    const char *csv = "year,a,b\n2001,10,20\n2002,30,\n2003,5,5\n2004,5,5\n";
    g_auto(Figure) figure = FIGURE("area", csv, "x=year", "y=a,b");
    g_autofree char *words = figure_texts(&figure, ROLE_FOOTER);

    g_assert_cmpstr(words, ==, "Note: No figure, and not drawn as zero: B 2002.");
    g_assert_cmpuint(report_count(figure.report, SEVERITY_WARNING), ==, 1);
}

static void
test_a_log_scale_is_refused(void)
{
    g_auto(Figure) figure = FIGURE("area", wide, "x=year", "y=a", "y-scale=log");
    g_auto(Figure) none = FIGURE("area", "year,a,b\n2001,-10,20\n2002,-30,10\n", "x=year", "y=a,b",
                                 "stack=normalize");

    g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_cmpstr(none.error->message, ==,
                    "column \"value\" has no shares to draw: wherever it has values, one is "
                    "missing or negative, or all are zero");
}

static void
test_one_row_is_a_figure(void)
{
    g_auto(Figure) figure = FIGURE("area", "year,n\n2001,5\n", "x=year", "y=n");
    g_autoptr(GPtrArray) bars = figure_find(&figure, ROLE_MARK, NODE_RECT);

    g_assert_cmpuint(bars->len, ==, 1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/area/surfaces-are-stacked", test_surfaces_are_stacked);
    g_test_add_func("/area/shares-end-at-a-hundred", test_shares_end_at_a_hundred);
    g_test_add_func("/area/an-absent-year-is-a-gap", test_an_absent_year_is_a_gap);
    g_test_add_func("/area/a-missing-part-is-named", test_a_missing_part_is_named);
    g_test_add_func("/area/a-log-scale-is-refused", test_a_log_scale_is_refused);
    g_test_add_func("/area/one-row-is-a-figure", test_one_row_is_a_figure);
    return g_test_run();
}
