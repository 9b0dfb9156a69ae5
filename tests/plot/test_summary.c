#include "plot/facets.h"
#include "plot/summary.h"

#include "plot/plot_fixture.h"

/* Standing marks unless the value is on x. */
static PlotFixture *
written(PlotFixture *fixture, gboolean upright)
{
    Plot *plot = &fixture->plot;
    Channel value = upright ? CHANNEL_Y : CHANNEL_X;
    AxisSpec *axis = upright ? &plot->y : &plot->x;
    g_autoptr(GError) error = NULL;
    guint *panels;

    plot->upright = upright;
    plot->language = language_find(plot->spec->lang);
    g_assert_true(facets_bind(plot, &panels, &error));
    bind_series(plot);
    bind_axis_options(plot, value, axis, &error);
    g_assert_no_error(error);
    summary_write(plot);
    return fixture;
}

static void
assert_words(PlotFixture *fixture, gboolean upright, const char *title, const char *description)
{
    g_autoptr(PlotFixture) owned = written(fixture, upright);

    g_assert_cmpstr(owned->plot.title, ==, title);
    g_assert_cmpstr(owned->plot.description, ==, description);
}

#define TRADE "year,partner,total\n2001,Laos,1.5\n2002,Laos,2\n2001,Thailand,30\n2002,Thailand,40\n"

static void
test_lines(void)
{
    assert_words(
        plot_fixture_new(TRADE, "x", "year", "y", "total", "color", "partner", "y-unit",
                         "US$ million", NULL),
        TRUE, "Total (US$ million) by year",
        "Bar chart of Total (US$ million) by year, from 2001 to 2002. It compares Laos and "
        "Thailand. The highest value is 40 (Thailand, 2002), the lowest 1.5 (Laos, 2001). "
        "Over time: Laos up from 1.5 (2001) to 2 (2002); Thailand up from 30 (2001) to 40 "
        "(2002).");
}

static void
test_lying_bars(void)
{
    assert_words(plot_fixture_new("option,percent\nUS,61.5\nChina,38.5\n", "x", "percent", "y",
                                  "option", NULL),
                 FALSE, "Percent by option",
                 "Bar chart of Percent by option. It compares US and China. The highest value is "
                 "61.5% (US), the lowest 38.5% (China).");
}

/* A figure of numbers on both axes whose value is x, because y was said to be a band. */
static void
test_lying_bars_of_numbers(void)
{
    assert_words(plot_fixture_new("age,count\n18,5\n19,7\n", "x", "count", "y", "age", "y-scale",
                                  "band", NULL),
                 FALSE, "Count by age",
                 "Bar chart of Count by age, from 18 to 19, 2 values. The highest value is 7 (19), "
                 "the lowest 5 (18).");
}

static void
test_aggregates(void)
{
    assert_words(plot_fixture_new(TRADE, "x", "year", "y", "mean(total)", NULL), TRUE,
                 "Mean total by year",
                 "Bar chart of Mean total by year, from 2001 to 2002. The highest value is 21 "
                 "(2002), the lowest 15.75 (2001). Over time: up from 15.75 (2001) to 21 (2002).");
    assert_words(plot_fixture_new(TRADE, "x", "partner", "y", "count()", NULL), TRUE,
                 "Count by partner",
                 "Bar chart of Count by partner. It compares Laos and Thailand. All values are 2.");
}

static void
test_folded(void)
{
    const char *csv = "home_year,us_percent,china_percent\n2001,60,40\n2002,55,45\n";

    assert_words(
        plot_fixture_new(csv, "x", "home_year", "y", "us_percent,china_percent", NULL), TRUE,
        "values by home year",
        "Bar chart of values by home year, from 2001 to 2002. It compares Us percent and China "
        "percent. The highest value is 60% (Us percent, 2001), the lowest 40% (China percent, "
        "2001). Over time: Us percent down from 60% (2001) to 55% (2002); China percent up from "
        "40% (2001) to 45% (2002).");
}

static void
test_panels(void)
{
    assert_words(plot_fixture_new(TRADE, "x", "year", "y", "total", "facet", "partner", NULL), TRUE,
                 "Total by year",
                 "Bar chart of Total by year, from 2001 to 2002, in 2 panels. The highest value is "
                 "40 (Thailand, 2002), the lowest 1.5 (Laos, 2001).");
}

static void
test_missing_values(void)
{
    assert_words(plot_fixture_new("k,v\na,\nb,3\n", "x", "k", "y", "v", NULL), TRUE, "V by k",
                 "Bar chart of V by k. It compares a and b. The value is 3 (b).");
}

static void
test_options(void)
{
    assert_words(plot_fixture_new(TRADE, "x", "partner", "y", "sum(total)", "title",
                                  "Thailand leads", "alt", "Two bars.", NULL),
                 TRUE, "Thailand leads", "Two bars.");
    assert_words(
        plot_fixture_new(TRADE, "x", "partner", "y", "sum(total)", "title", "", "y-label",
                         "Exports", NULL),
        TRUE, "Exports by partner",
        "Bar chart of Exports by partner. It compares Laos and Thailand. The highest value "
        "is 70 (Thailand), the lowest 3.5 (Laos).");
}

static void
test_note(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new("k,v\na,1\n", "x", "k", "y", "v", NULL);

    fixture->plot.auto_note = "No figure, and not drawn as zero: Laos 1995–97.";
    g_assert_true(g_str_has_suffix(written(fixture, TRUE)->plot.description,
                                   " No figure, and not drawn as zero: Laos 1995–97."));
}

/* Where an extreme is reached more than once, no place is picked. */
static void
test_ties(void)
{
    assert_words(
        plot_fixture_new("k,v\na,3\nb,1\nc,3\nd,1\ne,1\nf,1\ng,1\n", "x", "k", "y", "v", NULL),
        TRUE, "V by k",
        "Bar chart of V by k. It compares a, b, c, d, e, and 2 more. The highest value is "
        "3 (a; c), the lowest 1 (b; d; e; and 2 more).");
}

/* Of several values in a period none is the period's. */
static void
test_a_trend_needs_one_value_a_period(void)
{
    const char *csv = "year,v\n2001,1\n2001,2\n2002,4\n";

    assert_words(plot_fixture_new(csv, "x", "year", "y", "v", NULL), TRUE, "V by year",
                 "Bar chart of V by year, from 2001 to 2002. The highest value is 4 (2002), the "
                 "lowest 1 (2001).");
}

static void
test_a_header_is_named_without_the_calculation(void)
{
    assert_words(plot_fixture_new("day,v\n2001-03-05,1\n2001-04-05,3\n", "x", "month(day)", "y",
                                  "sum(v)", "lang", "de", NULL),
                 TRUE, "V nach day",
                 "Balkendiagramm: V nach day, von März 2001 bis Apr. 2001. Der höchste Wert ist 3 "
                 "(Apr. 2001), der niedrigste 1 (März 2001). Im Zeitverlauf: Anstieg von 1 (März "
                 "2001) auf 3 (Apr. 2001).");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/summary/a-figure-says-measure-span-series-and-extremes", test_lines);
    g_test_add_func("/summary/lying-bars-have-their-value-on-x", test_lying_bars);
    g_test_add_func("/summary/a-band-on-y-makes-x-the-value", test_lying_bars_of_numbers);
    g_test_add_func("/summary/aggregates-are-named", test_aggregates);
    g_test_add_func("/summary/folded-columns-are-named-as-series", test_folded);
    g_test_add_func("/summary/panels-are-counted", test_panels);
    g_test_add_func("/summary/missing-values-are-no-extremes", test_missing_values);
    g_test_add_func("/summary/title-and-alt-are-taken-as-given", test_options);
    g_test_add_func("/summary/the-note-is-part-of-the-description", test_note);
    g_test_add_func("/summary/ties-are-all-named", test_ties);
    g_test_add_func("/summary/a-trend-needs-one-value-a-period",
                    test_a_trend_needs_one_value_a_period);
    g_test_add_func("/summary/a-header-is-named-without-the-calculation",
                    test_a_header_is_named_without_the_calculation);
    return g_test_run();
}
