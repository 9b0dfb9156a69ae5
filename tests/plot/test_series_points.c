#include "plot/facets.h"
#include "plot/series_points.h"

#include "plot/plot_fixture.h"

static SeriesPoints
points_of(PlotFixture *fixture)
{
    Plot *plot = &fixture->plot;
    g_autoptr(GError) error = NULL;
    guint *panels, *series;
    double *xs;

    g_assert_true(facets_bind(plot, &panels, &error));
    series = bind_series(plot);
    xs = series_position_axis(plot, CHANNEL_X, &plot->x, &error);
    g_assert_no_error(error);
    return series_points_new(plot, fixture->frame->columns[CHANNEL_X], &plot->x, xs,
                             fixture->frame->columns[CHANNEL_Y]->values, series, panels);
}

/* Points as x:y, x a year where it is a time, "|" between series and panels. */
static void
assert_points(const PlotFixture *fixture, const SeriesPoints *points, const char *expected)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (gsize i = 0; i < points->n; i++) {
        double x = points->x[i];

        if (i > 0)
            g_string_append(text, points->series[i] != points->series[i - 1] ||
                                          points->panel[i] != points->panel[i - 1]
                                      ? " | "
                                      : " ");
        number_append_exact(text, fixture->plot.x.kind == SCALE_TIME ? calendar_parts(x).year : x);
        g_string_append_c(text, ':');
        number_append_exact(text, points->y[i]);
    }
    g_assert_cmpstr(text->str, ==, expected);
}

static void
assert_line(PlotFixture *fixture, const char *expected)
{
    g_autoptr(PlotFixture) owned = fixture;
    SeriesPoints points = points_of(owned);

    assert_points(owned, &points, expected);
}

#define YEARS "year,v\n2003,3\n2001,1\n2002,2\n2006,6\n"

static void
test_sorted(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new("k,v\n3,1\n1,2\n2,\n1,4\n", "x", "k", "y", "v", NULL);
    SeriesPoints points = points_of(fixture);

    assert_points(fixture, &points, "1:2 1:4 2:NaN 3:1");
    g_assert_cmpuint(points.rows[0], ==, 1);
    g_assert_cmpuint(points.rows[1], ==, 3);
    g_assert_cmpuint(points.rows[3], ==, 0);
}

static void
test_data_order(void)
{
    assert_line(plot_fixture_new("k,s,v\n3,a,1\n1,b,2\n2,a,3\n0,b,4\n", "x", "k", "y", "v", "color",
                                 "s", "sort", "data", NULL),
                "3:1 2:3 | 1:2 0:4");
    /* Nothing is absent from an order that is not that of time. */
    assert_line(plot_fixture_new(YEARS, "x", "year", "y", "v", "sort", "data", NULL),
                "2003:3 2001:1 2002:2 2006:6");
}

static void
test_gaps(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new(YEARS, "x", "year", "y", "v", NULL);
    SeriesPoints points = points_of(fixture);

    assert_points(fixture, &points, "2001:1 2002:2 2003:3 2004:NaN 2006:6");
    g_assert_cmpuint(points.rows[3], ==, G_MAXSIZE);
    g_assert_cmpuint(points.rows[4], ==, 3);
}

static void
test_gaps_options(void)
{
    assert_line(plot_fixture_new(YEARS, "x", "year", "y", "v", "gaps", "zero", NULL),
                "2001:1 2002:2 2003:3 2004:0 2005:0 2006:6");
    assert_line(plot_fixture_new(YEARS "2004,\n", "x", "year", "y", "v", "gaps", "zero", NULL),
                "2001:1 2002:2 2003:3 2004:0 2005:0 2006:6");
    assert_line(plot_fixture_new(YEARS "2004,\n", "x", "year", "y", "v", "gaps", "break", NULL),
                "2001:1 2002:2 2003:3 2004:NaN 2005:NaN 2006:6");
}

/* The rhythm is that of the figure, so a series with two years has gaps as well. */
static void
test_series(void)
{
    assert_line(plot_fixture_new("year,s,v\n2001,a,1\n2002,a,2\n2003,a,3\n2001,b,4\n2003,b,5\n",
                                 "x", "year", "y", "v", "color", "s", NULL),
                "2001:1 2002:2 2003:3 | 2001:4 2002:NaN 2003:5");
}

static void
test_panels(void)
{
    assert_line(plot_fixture_new("k,s,f,v\n2,a,w,1\n1,b,w,2\n1,a,e,3\n1,a,w,4\n", "x", "k", "y",
                                 "v", "color", "s", "facet", "f", NULL),
                "1:4 2:1 | 1:2 | 1:3");
}

static void
test_uneven_times(void)
{
    assert_line(plot_fixture_new("year,v\n1990,1\n2000,2\n2015,3\n", "x", "year", "y", "v", NULL),
                "1990:1 2000:2 2015:3");
}

static void
test_first_days_of_months(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new(
        "date,v\n2019-11-01,1\n2019-12-01,2\n2020-02-01,3\n", "x", "date", "y", "v", NULL);
    SeriesPoints points = points_of(fixture);

    g_assert_cmpuint(points.n, ==, 4);
    g_assert_cmpint(calendar_parts(points.x[2]).month, ==, 1);
    g_assert_true(isnan(points.y[2]));
}

static void
test_bands_of_periods(void)
{
    assert_line(plot_fixture_new(YEARS, "x", "year", "y", "v", "x-scale", "band", NULL),
                "0:1 1:2 2:3 3:NaN 5:6");
    assert_line(
        plot_fixture_new(YEARS, "x", "year", "y", "v", "x-scale", "band", "gaps", "zero", NULL),
        "0:1 1:2 2:3 3:0 4:0 5:6");
}

static void
test_names(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new("k,v\nb,1\na,2\n,3\n", "x", "k", "y", "v", NULL);
    SeriesPoints points = points_of(fixture);

    assert_points(fixture, &points, "0:1 1:2");
    g_assert_cmpint(fixture->plot.x.kind, ==, SCALE_BAND);
    g_assert_cmpfloat(fixture->plot.x.padding, ==, 0);
}

static void
test_sort_option(void)
{
    g_autoptr(PlotFixture) by_x = plot_fixture_new(YEARS, "x", "year", "y", "v", "sort", "x", NULL);
    g_autoptr(PlotFixture) by_value =
        plot_fixture_new(YEARS, "x", "year", "y", "v", "sort", "-y", NULL);
    g_autoptr(GError) error = NULL;

    g_assert_true(series_check_sort(&by_x->plot, &error));
    g_assert_false(series_check_sort(&by_value->plot, &error));
    assert_failed(error, ERROR_USAGE, "--sort: bar runs along x; \"-y\" is neither x nor data");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/series-points/points-stand-by-x-and-then-by-row", test_sorted);
    g_test_add_func("/series-points/sort-data-keeps-the-order-of-the-file", test_data_order);
    g_test_add_func("/series-points/absent-years-break-a-line", test_gaps);
    g_test_add_func("/series-points/gaps-may-be-filled-with-zeros", test_gaps_options);
    g_test_add_func("/series-points/all-series-share-the-rhythm", test_series);
    g_test_add_func("/series-points/series-stand-together-within-panels", test_panels);
    g_test_add_func("/series-points/uneven-times-have-no-gaps", test_uneven_times);
    g_test_add_func("/series-points/months-given-by-first-days-have-gaps",
                    test_first_days_of_months);
    g_test_add_func("/series-points/bands-of-periods-count-slots", test_bands_of_periods);
    g_test_add_func("/series-points/names-stand-in-the-order-of-the-data", test_names);
    g_test_add_func("/series-points/other-sorts-are-refused", test_sort_option);
    return g_test_run();
}
