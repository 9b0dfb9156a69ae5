// Scatter: every row a point, areas for sizes, names where they have room, the trend.
#include "charts/figure.h"
#include "charts/scatter.h"

static const char countries[] = "country,income,trust,people,region\n"
                                "Laos,2,40,100,South\n"
                                "Thailand,6,50,400,South\n"
                                "Japan,10,60,25,North\n"
                                "Korea,8,20,0,North\n";

static void
test_every_row_is_a_point(void)
{
    g_auto(Figure) figure = FIGURE("scatter", "a,b\n1,2\n1,2\n3,4\n", "x=a", "y=b");
    g_autoptr(GPtrArray) circles = figure_find(&figure, ROLE_MARKS, NODE_CIRCLE);
    g_autofree char *fault = figure_fault(&figure);

    g_assert_null(fault);
    g_assert_cmpuint(circles->len, ==, 3);
}

/* Nothing lies between two whole numbers, so that no tick stands there. */
static void
test_whole_numbers_have_whole_ticks(void)
{
    g_auto(Figure) few = FIGURE("scatter", "a,b\n1,1\n2,3\n3,2\n", "x=a", "y=b");
    g_auto(Figure) one = FIGURE("scatter", "a,b\n3,1\n3,2\n", "x=a", "y=b", "x-domain=2.5..3.5");
    g_auto(Figure) broken = FIGURE("scatter", "a,b\n1,1\n2.5,3\n3,2\n", "x=a", "y=b");
    g_auto(Figure) written =
        FIGURE("scatter", "a,b\n1,1\n2,3\n3,2\n", "x=a", "y=b", "x-format=.1f");
    g_autofree char *whole = figure_texts(&few, ROLE_LABELS);
    g_autofree char *alone = figure_texts(&one, ROLE_LABELS);

    g_assert_cmpstr(whole, ==, "B|A|1|2|3|1|2|3");
    g_assert_cmpstr(alone, ==, "B|A|1|2|3");
    g_assert_true(figure_has_text(&broken, "1.2"));
    g_assert_true(figure_has_text(&written, "1.5"));
}

static void
test_areas_show_the_sizes(void)
{
    g_auto(Figure) figure = FIGURE("scatter", countries, "x=income", "y=trust", "size=people");
    g_autoptr(GPtrArray) circles = figure_find(&figure, ROLE_MARKS, NODE_CIRCLE);
    g_autofree char *key = figure_texts(&figure, ROLE_LEGEND);
    double radius[4];

    g_assert_cmpuint(circles->len, ==, 4);
    for (guint i = 0; i < 4; i++)
        radius[i] = ((const SceneNode *)circles->pdata[i])->circle.radius;
    g_assert_cmpfloat_with_epsilon(radius[0], 26, 1e-6);
    g_assert_cmpfloat_with_epsilon(radius[1], 13, 1e-6);
    g_assert_cmpfloat_with_epsilon(radius[2], 6.5, 1e-6);
    g_assert_cmpfloat_with_epsilon(radius[3], 2, 1e-6);
    g_assert_cmpstr(key, ==, "People|400|100|20");
}

static void
test_sizes_below_zero_are_refused(void)
{
    g_auto(Figure) figure = FIGURE("scatter", "a,b,c\n1,2,3\n2,3,-1\n", "x=a", "y=b", "size=c");

    g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_nonnull(strstr(figure.error->message, "values below zero"));
}

static void
test_rows_without_a_place_are_counted(void)
{
    g_auto(Figure) figure = FIGURE("scatter", "a,b\n1,2\n,3\n4,\n5,6\n", "x=a", "y=b");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_cmpstr(remarks, ==,
                    "1 row has no value in column \"a\" and is left out\n"
                    "1 row has no value in column \"b\" and is left out\n");
}

static void
test_names_stand_at_points_and_never_on_each_other(void)
{
    g_autoptr(GString) csv = g_string_new("name,a,b\n");
    g_autofree char *fault = NULL, *remarks = NULL;

    for (guint i = 0; i < 200; i++)
        g_string_append_printf(csv, "Name of place %u,%u,%u\n", i, i * 37 % 150, i * 17 % 140);
    g_auto(Figure) figure = FIGURE("scatter", csv->str, "x=a", "y=b", "label=name", "trend=linear");

    fault = figure_fault(&figure);
    remarks = figure_remarks(&figure);
    g_assert_null(fault);
    g_assert_nonnull(strstr(remarks, "names have no room at the points and are left out"));
}

static void
test_highlighted_names_alone_are_written(void)
{
    g_auto(Figure) figure =
        FIGURE("scatter", countries, "x=income", "y=trust", "label=country", "highlight=Japan");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_true(figure_has_text(&figure, "Japan"));
    g_assert_false(figure_has_text(&figure, "Laos"));
    g_assert_cmpstr(remarks, ==, "");
}

static void
test_the_trend_is_the_least_squares_line(void)
{
    const double xs[] = { 1, 2, 3, 4 }, ys[] = { 6, 5, 7, 10 };
    Trend trend = scatter_linear_trend(xs, ys, 4);

    g_assert_cmpuint(trend.n, ==, 2);
    g_assert_cmpfloat(trend.points[0].x, ==, 1);
    g_assert_cmpfloat_with_epsilon(trend.points[0].y, 4.9, 1e-12);
    g_assert_cmpfloat(trend.points[1].x, ==, 4);
    g_assert_cmpfloat_with_epsilon(trend.points[1].y, 9.1, 1e-12);
    g_assert_cmpuint(scatter_linear_trend(xs, ys, 2).n, ==, 0);
    g_assert_cmpuint(scatter_linear_trend(xs, ys, 0).n, ==, 0);
}

static void
test_a_loess_curve_runs_over_all_places(void)
{
    const double xs[] = { 7, 3, 1, 2, 4, 5 }, ys[] = { 15, 7, 3, 5, 9, 11 };
    Trend trend = scatter_loess_trend(xs, ys, 6);

    g_assert_cmpuint(trend.n, ==, TREND_POINTS);
    g_assert_cmpfloat(trend.points[0].x, ==, 1);
    g_assert_cmpfloat(trend.points[TREND_POINTS - 1].x, ==, 7);
    for (guint i = 0; i < trend.n; i++)
        g_assert_cmpfloat_with_epsilon(trend.points[i].y, 1 + 2 * trend.points[i].x, 1e-9);
    g_assert_cmpuint(scatter_loess_trend(xs, ys, 4).n, ==, 0);
    g_assert_cmpuint(scatter_loess_trend(xs, ys, 0).n, ==, 0);
}

static void
test_every_panel_has_one_unbroken_curve(void)
{
    g_autoptr(GString) csv = g_string_new("a,b,p\n");
    g_autoptr(GPtrArray) paths = NULL;
    guint curves = 0;

    for (guint i = 0; i < 40; i++)
        g_string_append_printf(csv, "%u,%u,%s\n", 1 + i, 1 + i * i % 23, i % 2 ? "A" : "B");
    g_auto(Figure) figure =
        FIGURE("scatter", csv->str, "x=a", "y=b", "facet=p", "trend=loess", "x-scale=log");
    g_autofree char *fault = figure_fault(&figure);

    g_assert_null(fault);
    paths = figure_find(&figure, ROLE_MARKS, NODE_PATH);
    for (guint i = 0; i < paths->len; i++) {
        const SceneNode *node = paths->pdata[i];
        guint moves = 0;

        for (guint k = 0; k < node->path.n; k++)
            moves += node->path.segments[k].verb == PATH_MOVE ? 1 : 0;
        if (node->path.n == TREND_POINTS && moves == 1)
            curves++;
    }
    g_assert_cmpuint(curves, ==, 2);
}

static void
test_a_trend_of_two_places_is_reported(void)
{
    g_auto(Figure) figure = FIGURE("scatter", "a,b\n1,2\n3,4\n3,5\n", "x=a", "y=b", "trend=linear");
    g_autofree char *remarks = figure_remarks(&figure);

    g_auto(Figure) curve = FIGURE("scatter", "a,b\n1,2\n3,4\n3,5\n", "x=a", "y=b", "trend=loess");
    g_autofree char *curve_remarks = figure_remarks(&curve);

    g_assert_cmpstr(remarks, ==, "--trend: a line needs three different places on x\n");
    g_assert_cmpstr(curve_remarks, ==, "--trend: a curve needs five different places on x\n");
}

/* Without the option every symbol and every key is a circle. */
static void
test_symbols_tell_series_apart_when_asked_for(void)
{
    g_auto(Figure) plain =
        FIGURE("scatter", countries, "x=income", "y=trust", "color=region", "size=people");
    g_auto(Figure) both = FIGURE("scatter", countries, "x=income", "y=trust", "color=region",
                                 "size=people", "code=both");
    g_autoptr(GPtrArray) plain_circles = figure_find(&plain, ROLE_MARKS, NODE_CIRCLE);
    g_autoptr(GPtrArray) circles = figure_find(&both, ROLE_MARKS, NODE_CIRCLE);
    g_autoptr(GPtrArray) paths = figure_find(&both, ROLE_MARKS, NODE_PATH);
    g_autoptr(GPtrArray) plain_keys = figure_find(&plain, ROLE_LEGEND, NODE_CIRCLE);
    g_autoptr(GPtrArray) keys = figure_find(&both, ROLE_LEGEND, NODE_CIRCLE);
    g_autoptr(GPtrArray) key_paths = figure_find(&both, ROLE_LEGEND, NODE_PATH);
    g_autofree char *fault = figure_fault(&both);
    guint squares = 0;

    g_assert_null(fault);
    g_assert_cmpuint(plain_circles->len, ==, 4);
    g_assert_cmpuint(circles->len, ==, 2);
    for (guint i = 0; i < paths->len; i++)
        squares += ((const SceneNode *)paths->pdata[i])->path.n == 5 ? 1 : 0;
    g_assert_cmpuint(squares, ==, 2);
    /* One of the two keys of colours became a square; those of the sizes stay circles. */
    g_assert_cmpuint(keys->len + 1, ==, plain_keys->len);
    g_assert_cmpuint(key_paths->len, ==, 1);
}

static void
test_one_row_and_panels_are_drawn(void)
{
    g_auto(Figure) one = FIGURE("scatter", "a,b,n\n5,5,Laos\n", "x=a", "y=b", "label=n");
    g_auto(Figure) panels = FIGURE("scatter", countries, "x=income", "y=trust", "facet=region",
                                   "label=country", "trend=linear");
    g_autofree char *fault = figure_fault(&panels);

    g_assert_true(figure_has_text(&one, "Laos"));
    g_assert_null(fault);
}

/* Bubbles that would be too small to be seen are all as large as the key says. */
static void
test_the_key_says_what_the_smallest_bubbles_are(void)
{
    g_auto(Figure) figure = FIGURE("scatter", "a,b,c\n1,2,1000000\n2,3,1234\n3,3,0\n4,1,90000\n",
                                   "x=a", "y=b", "size=c");
    g_auto(Figure) large = FIGURE("scatter", "a,b,c\n1,2,10\n2,3,9\n", "x=a", "y=b", "size=c");
    g_autofree char *key = figure_texts(&figure, ROLE_LEGEND);
    g_autofree char *plain = figure_texts(&large, ROLE_LEGEND);

    g_assert_nonnull(strstr(key, "|≤ 1,300"));
    g_assert_null(strstr(plain, "≤"));
}

/* Beyond what viewers take as nodes: one picture a panel, and the exact count in words. */
static void
test_many_points_are_a_picture(void)
{
    g_autoptr(GString) csv = g_string_new("a,b,k\n");

    for (int i = 0; i < 20001; i++)
        g_string_append_printf(csv, "%d,%d,%c\n", i * 7919 % 1000, i * 104729 % 997, 'x' + i % 2);
    {
        g_auto(Figure) figure = FIGURE("scatter", csv->str, "x=a", "y=b", "color=k");
        g_autoptr(GPtrArray) pictures = figure_find(&figure, ROLE_MARKS, NODE_IMAGE);
        g_autoptr(GPtrArray) circles = figure_find(&figure, ROLE_MARKS, NODE_CIRCLE);

        g_assert_cmpuint(pictures->len, ==, 1);
        g_assert_cmpuint(circles->len, ==, 0);
        g_assert_nonnull(strstr(figure.scene->description, "20,001 values"));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/scatter/every-row-is-a-point", test_every_row_is_a_point);
    g_test_add_func("/scatter/whole-numbers-have-whole-ticks", test_whole_numbers_have_whole_ticks);
    g_test_add_func("/scatter/areas-show-the-sizes", test_areas_show_the_sizes);
    g_test_add_func("/scatter/sizes-below-zero-are-refused", test_sizes_below_zero_are_refused);
    g_test_add_func("/scatter/rows-without-a-place-are-counted",
                    test_rows_without_a_place_are_counted);
    g_test_add_func("/scatter/names-stand-at-points-and-never-on-each-other",
                    test_names_stand_at_points_and_never_on_each_other);
    g_test_add_func("/scatter/highlighted-names-alone-are-written",
                    test_highlighted_names_alone_are_written);
    g_test_add_func("/scatter/the-trend-is-the-least-squares-line",
                    test_the_trend_is_the_least_squares_line);
    g_test_add_func("/scatter/a-loess-curve-runs-over-all-places",
                    test_a_loess_curve_runs_over_all_places);
    g_test_add_func("/scatter/every-panel-has-one-unbroken-curve",
                    test_every_panel_has_one_unbroken_curve);
    g_test_add_func("/scatter/a-trend-of-two-places-is-reported",
                    test_a_trend_of_two_places_is_reported);
    g_test_add_func("/scatter/symbols-tell-series-apart-when-asked-for",
                    test_symbols_tell_series_apart_when_asked_for);
    g_test_add_func("/scatter/one-row-and-panels-are-drawn", test_one_row_and_panels_are_drawn);
    g_test_add_func("/scatter/the-key-says-what-the-smallest-bubbles-are",
                    test_the_key_says_what_the_smallest_bubbles_are);
    g_test_add_func("/scatter/many-points-are-a-picture", test_many_points_are_a_picture);
    return g_test_run();
}
