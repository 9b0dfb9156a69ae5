#include "plot/plot_fixture.h"

#define WIDE "year,us,china,note\n2001,1,4,a\n2002,2,5,b\n2003,3,6,c\n"

static void
test_titles(void)
{
    static const struct {
        const char *y, *title;
    } cases[] = {
        { "asean_total", "Asean total" },
        { "sum(asean_total)", "Asean total" },
        { "mean(asean_total)", "Mean asean total" },
        { "median(GDP)", "Median GDP" },
        { "max(asean_total)", "Highest asean total" },
        { "min(asean_total)", "Lowest asean total" },
        { "distinct(asean_total)", "Different asean total" },
        { "last(asean_total)", "Asean total" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(PlotFixture) fixture = plot_fixture_new("year,asean_total,GDP\n2001,1,2\n", "x",
                                                          "year", "y", cases[i].y, NULL);

        g_assert_cmpstr(fixture->frame->titles[CHANNEL_Y], ==, cases[i].title);
        g_assert_cmpstr(fixture->frame->titles[CHANNEL_X], ==, "Year");
    }
}

static void
test_title_options(void)
{
    g_autoptr(PlotFixture) given = plot_fixture_new(WIDE, "x", "year", "y", "us", "y-label",
                                                    "Exports, to US", "x-label", "", NULL);
    g_autoptr(PlotFixture) renamed =
        plot_fixture_new(WIDE, "x", "year", "y", "mean(us)", "rename", "us=United States", NULL);

    g_assert_cmpstr(given->frame->titles[CHANNEL_Y], ==, "Exports, to US");
    g_assert_null(given->frame->titles[CHANNEL_X]);
    g_assert_cmpstr(renamed->frame->titles[CHANNEL_Y], ==, "Mean United States");
}

static void
test_title_of_header(void)
{
    static const struct {
        const char *header, *title;
    } cases[] = {
        { "dprk_exports", "Dprk exports" }, { "GDP", "GDP" },       { "_x_", "X" },
        { "élan vital", "Élan vital" },     { "ประเทศ", "ประเทศ" }, { "", "" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *title = frame_title_of(cases[i].header);

        g_assert_cmpstr(title, ==, cases[i].title);
    }
    g_assert_true(frame_name_matches("Dprk exports", "dprk_exports"));
    g_assert_true(frame_name_matches("Dprk exports", "Dprk exports"));
    g_assert_false(frame_name_matches("Dprk exports", "DPRK exports"));
}

static void
test_units(void)
{
    static const struct {
        const char *csv, *y, *unit;
    } cases[] = {
        { "k,v\na,12%\nb,8%\n", "v", "%" },
        { "k,v\na,€12\nb,€8\n", "v", "€" },
        { "k,v\na,€12\nb,€8\n", "sum(v)", "€" },
        { "k,v\na,12\nb,8\n", "v", NULL },
        { "k,percent\na,12\nb,8\n", "percent", "%" },
        { "k,us_percent\na,12\nb,8\n", "mean(us_percent)", "%" },
        { "k,turnout %\na,12\nb,8\n", "turnout %", "%" },
        { "k,percentile\na,12\nb,8\n", "percentile", NULL },
        { "k,v,unit\na,12,US$ million\nb,8,US$ million\n", "v", "US$ million" },
        { "k,v,unit\na,12,tonnes\nb,8,\n", "v", "tonnes" },
        { "k,v,unit\na,12,tonnes\nb,8,kg\n", "v", NULL },
        { "k,v,unit\na,12%,tonnes\nb,8%,tonnes\n", "v", "%" },
        { "k,a_percent,b_percent\nx,1,2\n", "a_percent,b_percent", "%" },
        { "k,a_percent,b\nx,1,2\n", "a_percent,b", NULL },
        { "k,a,b\nx,1%,2%\n", "a,b", "%" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(PlotFixture) fixture =
            plot_fixture_new(cases[i].csv, "x", "k", "y", cases[i].y, NULL);
        g_autoptr(PlotFixture) given =
            plot_fixture_new(cases[i].csv, "x", "k", "y", cases[i].y, "y-unit", "people", NULL);
        g_autoptr(PlotFixture) none =
            plot_fixture_new(cases[i].csv, "x", "k", "y", cases[i].y, "y-unit", "", NULL);

        g_assert_cmpstr(fixture->frame->units[CHANNEL_Y], ==, cases[i].unit);
        g_assert_cmpstr(given->frame->units[CHANNEL_Y], ==, "people");
        g_assert_null(none->frame->units[CHANNEL_Y]);
    }
}

/* What --where drops has no say. */
static void
test_unit_of_kept_rows(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new("k,v,unit\na,12,tonnes\nb,8,kg\n", "x", "k",
                                                      "y", "v", "where", "unit = \"kg\"", NULL);

    g_assert_cmpstr(fixture->frame->units[CHANNEL_Y], ==, "kg");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/frame-words/titles-come-from-headers", test_titles);
    g_test_add_func("/frame-words/labels-and-renames-win-over-headers", test_title_options);
    g_test_add_func("/frame-words/a-title-has-blanks-and-a-capital", test_title_of_header);
    g_test_add_func("/frame-words/units-come-from-flag-cells-header-or-column", test_units);
    g_test_add_func("/frame-words/the-unit-is-that-of-the-rows-kept", test_unit_of_kept_rows);
    return g_test_run();
}
