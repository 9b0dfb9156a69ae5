#include "plot/plot_fixture.h"

#define LONG                                                                             \
    "partner,year,total\nLaos,2001,1\nLaos,2002,2\nThailand,2001,30\nThailand,2002,40\n" \
    "Vietnam,2001,5\nVietnam,2002,6\nBrunei,2001,2\nBrunei,2002,0\n"

static const Column *
values(const PlotFixture *fixture)
{
    return fixture->frame->columns[CHANNEL_Y];
}

static void
assert_refused(PlotFixture *fixture, ErrorCode code, const char *message)
{
    g_autoptr(PlotFixture) owned = fixture;

    assert_failed(owned->error, code, message);
}

static void
test_let_makes_a_column_that_where_can_use(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new(LONG, "x", "partner", "y", "double", "let", "double = total * 2", "where",
                         "year = 2001 and double > 3", NULL);

    assert_cells(values(fixture), "60|10|4");
}

static void
test_top_adds_the_rest_up_from_its_rows(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new(LONG, "x", "partner", "y", "sum(total)", "top", "2", NULL);
    g_autoptr(PlotFixture) mean =
        plot_fixture_new(LONG, "x", "partner", "y", "mean(total)", "top", "1", NULL);

    assert_cells(fixture->frame->columns[CHANNEL_X], "Other|Thailand|Vietnam");
    assert_cells(values(fixture), "5|70|11");
    /* Six rows of 1, 2, 5, 6, 2, 0: not the mean of three means. */
    assert_cells(fixture->frame->columns[CHANNEL_X], "Other|Thailand|Vietnam");
    assert_cells(values(mean), "2.6666666666666665|35");
}

static void
test_top_sums_a_plain_column(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new(LONG, "x", "partner", "y", "total", "top",
                                                      "1", "where", "year = 2001", NULL);

    assert_cells(values(fixture), "8|30");
    assert_refused(plot_fixture_try("a,b\n1,2\n", "x", "a", "y", "b", "top", "1", NULL),
                   ERROR_USAGE, "--top: this figure has no categories with values to rank");
}

static void
test_windows_say_what_the_numbers_are_now(void)
{
    static const char csv[] = "year,total\n2001,10\n2002,20\n2003,30\n";
    g_autoptr(PlotFixture) sums =
        plot_fixture_new(csv, "x", "year", "y", "total", "cumulative", "on", NULL);
    g_autoptr(PlotFixture) mean =
        plot_fixture_new(csv, "x", "year", "y", "total", "rolling", "2", NULL);
    g_autoptr(PlotFixture) index =
        plot_fixture_new(csv, "x", "year", "y", "total", "index-to", "2002", NULL);
    g_autoptr(PlotFixture) change =
        plot_fixture_new(csv, "x", "year", "y", "total", "change", "percent", NULL);

    assert_cells(values(sums), "10|30|60");
    g_assert_cmpstr(sums->frame->titles[CHANNEL_Y], ==, "Total, cumulative");
    assert_cells(values(mean), "|15|25");
    g_assert_cmpstr(mean->frame->titles[CHANNEL_Y], ==, "Total, mean of 2");
    assert_cells(values(index), "50|100|150");
    g_assert_cmpstr(index->frame->titles[CHANNEL_Y], ==, "Total, 2002 = 100");
    assert_cells(values(change), "|100|50");
    g_assert_cmpstr(change->frame->units[CHANNEL_Y], ==, "%");
}

static void
test_windows_do_not_cross_an_absent_year(void)
{
    g_autoptr(PlotFixture) change =
        plot_fixture_new("year,total\n2001,10\n2002,20\n2004,30\n2005,40\n", "x", "year", "y",
                         "total", "change", "absolute", NULL);

    assert_cells(values(change), "|10||10");
}

static void
test_malformed_windows_are_refused(void)
{
    static const char csv[] = "year,total\n2001,10\n2002,20\n";

    assert_refused(plot_fixture_try(csv, "x", "year", "y", "total", "rolling", "2,left", NULL),
                   ERROR_USAGE, "--rolling: \"2,left\" is not N or N,center");
    assert_refused(plot_fixture_try(csv, "x", "year", "y", "total", "change", "relative", NULL),
                   ERROR_USAGE,
                   "--change: \"relative\" is not absolute or percent, with ,first or without");
    assert_refused(plot_fixture_try(csv, "x", "year", "y", "total", "on", "year", NULL),
                   ERROR_USAGE, "--join FILE and --on COLUMN go together");
}

static void
test_bins_are_a_position(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new("v\n1\n2\n11\n12\n29\n", "x", "bin(v, 3)", "y", "count()", NULL);

    assert_cells(fixture->frame->columns[CHANNEL_X], "0|10|20");
    assert_cells(values(fixture), "2|2|1");
}

int
main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/frame-shape/let-makes-a-column", test_let_makes_a_column_that_where_can_use);
    g_test_add_func("/frame-shape/top-adds-the-rest-up", test_top_adds_the_rest_up_from_its_rows);
    g_test_add_func("/frame-shape/top-sums-a-plain-column", test_top_sums_a_plain_column);
    g_test_add_func("/frame-shape/windows-say-what-they-are",
                    test_windows_say_what_the_numbers_are_now);
    g_test_add_func("/frame-shape/windows-and-gaps", test_windows_do_not_cross_an_absent_year);
    g_test_add_func("/frame-shape/malformed", test_malformed_windows_are_refused);
    g_test_add_func("/frame-shape/bins", test_bins_are_a_position);
    return g_test_run();
}
