#include "plot/plot_fixture.h"

#define WIDE "year,us,china,note\n2001,1,4,a\n2002,2,5,b\n2003,3,6,c\n"
#define LONG                                                                             \
    "partner,year,total\nLaos,2001,1\nLaos,2002,2\nThailand,2001,30\nThailand,2002,40\n" \
    "Thailand,2002,50\n"

static const Column *
column(const PlotFixture *fixture, Channel channel)
{
    return fixture->frame->columns[channel];
}

static void
assert_refused(PlotFixture *fixture, ErrorCode code, const char *message)
{
    g_autoptr(PlotFixture) owned = fixture;

    assert_failed(owned->error, code, message);
}

static void
test_plain_columns(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new(LONG, "x", "year", "y", "total", NULL);

    assert_cells(column(fixture, CHANNEL_X), "2001|2002|2001|2002|2002");
    assert_cells(column(fixture, CHANNEL_Y), "1|2|30|40|50");
    g_assert_null(column(fixture, CHANNEL_COLOR));
    g_assert_true(fixture->frame->adds_up);
    g_assert_cmpstr(fixture->frame->measure, ==, "total");
}

static void
test_where(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new(LONG, "x", "year", "y", "total", "where", "year >= 2002", "where",
                         "partner = \"Laos\"", NULL);

    assert_cells(column(fixture, CHANNEL_Y), "2");
    assert_refused(plot_fixture_try(LONG, "x", "year", "y", "total", "where", "year > 2005", NULL),
                   ERROR_INPUT, "no row is left after --where");
}

static void
test_header_beats_syntax(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new("who,sum(a),a\nx,7,1\nx,8,2\n", "x", "who", "y", "sum(a)", NULL);

    assert_cells(column(fixture, CHANNEL_Y), "7|8");
}

static void
test_unknown_columns(void)
{
    assert_refused(plot_fixture_try(LONG, "x", "yaer", "y", "total", NULL), ERROR_USAGE,
                   "--x: no column \"yaer\" in trade.csv (did you mean \"year\"?)");
    assert_refused(plot_fixture_try(LONG, "x", "Year", "y", "total", NULL), ERROR_USAGE,
                   "--x: no column \"Year\" in trade.csv (did you mean \"year\"?)");
    assert_refused(plot_fixture_try(LONG, "x", "year", "y", "sum(exports)", NULL), ERROR_USAGE,
                   "--y: no column \"exports\" in trade.csv");
    assert_refused(plot_fixture_try(WIDE, "x", "year", "y", "us,chin", NULL), ERROR_USAGE,
                   "--y: no column \"chin\" in trade.csv (did you mean \"china\"?)");
}

static void
test_fold(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new(WIDE, "x", "year", "y", "us,china", NULL);

    assert_cells(column(fixture, CHANNEL_X), "2001|2002|2003|2001|2002|2003");
    assert_cells(column(fixture, CHANNEL_Y), "1|2|3|4|5|6");
    assert_cells(column(fixture, CHANNEL_COLOR), "Us|Us|Us|China|China|China");
    g_assert_cmpstr(column(fixture, CHANNEL_COLOR)->name, ==, "series");
    g_assert_null(fixture->frame->titles[CHANNEL_Y]);
}

static void
test_color_of_fold(void)
{
    g_autoptr(PlotFixture) given =
        plot_fixture_new(WIDE, "x", "year", "y", "us,china", "color", "note", NULL);
    g_autoptr(PlotFixture) facet =
        plot_fixture_new(WIDE, "x", "year", "y", "us,china", "facet", "series", NULL);
    g_autoptr(PlotFixture) other =
        plot_fixture_new(WIDE, "x", "year", "y", "us,china", "facet", "note", NULL);
    g_autoptr(PlotFixture) position =
        plot_fixture_new(WIDE, "x", "series", "y", "us,china", "color", "year", NULL);

    g_assert_cmpstr(column(given, CHANNEL_COLOR)->name, ==, "note");
    g_assert_null(column(facet, CHANNEL_COLOR));
    assert_cells(column(facet, CHANNEL_FACET), "Us|Us|Us|China|China|China");
    g_assert_cmpstr(column(other, CHANNEL_COLOR)->name, ==, "series");
    assert_cells(column(position, CHANNEL_X), "Us|Us|Us|China|China|China");
}

static void
test_fold_of_aggregates(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new("k,a,b\nx,1,10\nx,2,20\ny,3,30\n", "x", "k", "y", "sum(a),sum(b)", NULL);

    assert_cells(column(fixture, CHANNEL_X), "x|y|x|y");
    assert_cells(column(fixture, CHANNEL_COLOR), "A|A|B|B");
    assert_cells(column(fixture, CHANNEL_Y), "3|3|30|30");
}

static void
test_fold_mistakes(void)
{
    assert_refused(plot_fixture_try(WIDE, "x", "year", "y", "us,sum(china)", NULL), ERROR_USAGE,
                   "--y: several columns are folded, so all must be plain columns, or the same "
                   "aggregate of columns");
    assert_refused(plot_fixture_try(WIDE, "x", "year", "y", "sum(us),mean(china)", NULL),
                   ERROR_USAGE,
                   "--y: several columns are folded, so all must be plain columns, or the same "
                   "aggregate of columns");
    assert_refused(plot_fixture_try(WIDE, "x", "us,china", "y", "us,china", NULL), ERROR_USAGE,
                   "--x and --y have several columns each; only one channel can");
    assert_refused(plot_fixture_try(WIDE, "x", "us", "y", "us,china", NULL), ERROR_USAGE,
                   "--x: column \"us\" was folded with others into series and value");
}

static void
test_literals(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new(LONG, "x", "=All countries", "y", "total", NULL);

    assert_cells(column(fixture, CHANNEL_X),
                 "All countries|All countries|All countries|All countries|All countries");
    g_assert_null(fixture->frame->titles[CHANNEL_X]);
}

static void
test_literal_like_a_header(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new(WIDE, "x", "year", "y", "us", "color", "=us", NULL);

    assert_cells(column(fixture, CHANNEL_Y), "1|2|3");
    assert_cells(column(fixture, CHANNEL_COLOR), "us|us|us");
}

static void
test_groups(void)
{
    g_autoptr(PlotFixture) by_year = plot_fixture_new(LONG, "x", "year", "y", "sum(total)", NULL);
    g_autoptr(PlotFixture) by_all =
        plot_fixture_new(LONG, "x", "year", "y", "mean(total)", "color", "partner", NULL);
    g_autoptr(PlotFixture) lying =
        plot_fixture_new(LONG, "x", "max(total)", "y", "partner", "facet", "year", NULL);

    assert_cells(column(by_year, CHANNEL_X), "2001|2002");
    assert_cells(column(by_year, CHANNEL_Y), "31|92");
    assert_cells(column(by_all, CHANNEL_COLOR), "Laos|Laos|Thailand|Thailand");
    assert_cells(column(by_all, CHANNEL_X), "2001|2002|2001|2002");
    assert_cells(column(by_all, CHANNEL_Y), "1|2|30|45");
    assert_cells(column(lying, CHANNEL_Y), "Laos|Laos|Thailand|Thailand");
    assert_cells(column(lying, CHANNEL_X), "1|2|30|50");
}

static void
test_count(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new("k,share_percent\na,1\na,\nb,3\n", "x", "k", "y", "count()", NULL);
    g_autoptr(PlotFixture) cells = plot_fixture_new("k,share_percent\na,1\na,\nb,3\n", "x", "k",
                                                    "y", "count(share_percent)", NULL);

    assert_cells(column(fixture, CHANNEL_Y), "2|1");
    g_assert_cmpstr(fixture->frame->titles[CHANNEL_Y], ==, "Count");
    assert_cells(column(cells, CHANNEL_Y), "1|1");
    g_assert_cmpstr(cells->frame->titles[CHANNEL_Y], ==, "Number of share percent");
    g_assert_null(cells->frame->units[CHANNEL_Y]);
}

static void
test_adding_up(void)
{
    static const struct {
        const char *y;
        gboolean adds_up;
    } cases[] = {
        { "total", TRUE },         { "sum(total)", TRUE },  { "count()", TRUE },
        { "mean(total)", FALSE },  { "min(total)", FALSE }, { "median(total)", FALSE },
        { "first(total)", FALSE },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(PlotFixture) fixture = plot_fixture_new(LONG, "x", "year", "y", cases[i].y, NULL);

        g_assert_cmpint(fixture->frame->adds_up, ==, cases[i].adds_up);
    }
}

static void
test_calendar(void)
{
    const char *csv = "date,n\n2019-01-15,1\n2019-01-31,2\n2019-03-02,4\n2018-12-31,8\n";
    g_autoptr(PlotFixture) months = plot_fixture_new(csv, "x", "month(date)", "y", "sum(n)", NULL);
    g_autoptr(PlotFixture) quarters =
        plot_fixture_new(csv, "x", "quarter(date)", "y", "sum(n)", NULL);
    g_autoptr(PlotFixture) years = plot_fixture_new(csv, "x", "year(date)", "y", "sum(n)", NULL);
    g_autoptr(PlotFixture) names =
        plot_fixture_new(csv, "x", "month_of_year(date)", "y", "sum(n)", NULL);

    assert_cells(column(months, CHANNEL_X), "2019-01|2019-03|2018-12");
    assert_cells(column(months, CHANNEL_Y), "3|4|8");
    assert_cells(column(quarters, CHANNEL_X), "2019-Q1|2018-Q4");
    assert_cells(column(years, CHANNEL_X), "2019|2018");
    assert_cells(column(years, CHANNEL_Y), "7|8");
    /* Only those in use, in their own order. */
    assert_names((const char *const *)column(names, CHANNEL_X)->levels->pdata,
                 column(names, CHANNEL_X)->levels->len, "Jan|Mar|Dec");
}

static void
test_leaving_out(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new("k,v\na,1\n,2\nb,3\n,4\n", "x", "k", "y", "v", NULL);

    frame_leave_out_missing(fixture->frame, CHANNEL_Y, fixture->report);
    assert_report(fixture->report, "");
    frame_leave_out_missing(fixture->frame, CHANNEL_X, fixture->report);
    assert_report(fixture->report, "2 rows have no value in column \"k\" and are left out");
    g_assert_cmpuint(report_entry(fixture->report, 0)->count, ==, 2);
    assert_cells(column(fixture, CHANNEL_X), "a|b");
    assert_cells(column(fixture, CHANNEL_Y), "1|3");
    g_assert_cmpuint(table_line(fixture->frame->table, 1), ==, 4);
}

static void
test_one_row_per_mark(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new(LONG, "x", "year", "y", "total", NULL);
    g_autoptr(PlotFixture) split =
        plot_fixture_new(LONG, "x", "year", "y", "total", "color", "partner", NULL);
    g_autoptr(PlotFixture) lying =
        plot_fixture_new(LONG, "x", "total", "y", "partner", "facet", "year", NULL);
    g_autoptr(PlotFixture) summed =
        plot_fixture_new(LONG, "x", "year", "y", "sum(total)", "color", "partner", NULL);
    g_autoptr(GError) error = NULL;

    g_assert_false(frame_check_unique(fixture->frame, CHANNEL_Y, &error));
    assert_failed(error, ERROR_INPUT,
                  "2 rows for year=2001; say sum(total) or mean(total), or narrow with --where");
    g_assert_cmpstr(error_where(error).file, ==, "trade.csv");
    g_assert_cmpuint(error_where(error).line, ==, 4);
    g_clear_error(&error);
    g_assert_false(frame_check_unique(split->frame, CHANNEL_Y, &error));
    assert_failed(error, ERROR_INPUT,
                  "2 rows for year=2002, partner=Thailand; say sum(total) or mean(total), or "
                  "narrow with --where");
    g_assert_cmpuint(error_where(error).line, ==, 6);
    g_clear_error(&error);
    g_assert_false(frame_check_unique(lying->frame, CHANNEL_X, &error));
    assert_failed(error, ERROR_INPUT,
                  "2 rows for partner=Thailand, year=2002; say sum(total) or mean(total), or "
                  "narrow with --where");
    g_clear_error(&error);
    g_assert_true(frame_check_unique(summed->frame, CHANNEL_Y, &error));
    g_assert_no_error(error);
}

static void
test_missing_values_are_no_marks(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new("k,v\na,1\na,\nb,3\n", "x", "k", "y", "v", NULL);
    g_autoptr(GError) error = NULL;

    g_assert_true(frame_check_unique(fixture->frame, CHANNEL_Y, &error));
    g_assert_no_error(error);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/frame/plain-columns-stay-as-they-are", test_plain_columns);
    g_test_add_func("/frame/where-keeps-the-rows-for-which-all-conditions-hold", test_where);
    g_test_add_func("/frame/an-exact-header-is-that-column", test_header_beats_syntax);
    g_test_add_func("/frame/near-misses-of-a-column-are-suggested", test_unknown_columns);
    g_test_add_func("/frame/several-columns-fold-into-series-and-value", test_fold);
    g_test_add_func("/frame/series-is-the-color-unless-said-otherwise", test_color_of_fold);
    g_test_add_func("/frame/aggregates-of-several-columns-fold-too", test_fold_of_aggregates);
    g_test_add_func("/frame/only-like-columns-on-one-channel-fold", test_fold_mistakes);
    g_test_add_func("/frame/a-literal-says-the-same-in-every-row", test_literals);
    g_test_add_func("/frame/a-literal-leaves-a-column-of-that-name-alone",
                    test_literal_like_a_header);
    g_test_add_func("/frame/aggregates-group-by-all-other-channels", test_groups);
    g_test_add_func("/frame/counts-have-no-unit", test_count);
    g_test_add_func("/frame/only-values-sums-and-counts-add-up", test_adding_up);
    g_test_add_func("/frame/calendar-parts-cut-and-extract", test_calendar);
    g_test_add_func("/frame/rows-without-a-position-are-counted", test_leaving_out);
    g_test_add_func("/frame/several-rows-for-one-mark-are-refused", test_one_row_per_mark);
    g_test_add_func("/frame/a-missing-value-is-no-second-mark", test_missing_values_are_no_marks);
    return g_test_run();
}
