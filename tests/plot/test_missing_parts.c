#include "plot/facets.h"
#include "plot/missing_parts.h"

#include "plot/plot_fixture.h"

static const char *
note(PlotFixture *fixture)
{
    Plot *plot = &fixture->plot;
    guint *panels, *series;
    g_autoptr(GError) error = NULL;

    g_assert_true(facets_bind(plot, &panels, &error));
    series = bind_series(plot);
    missing_parts_note(plot, CHANNEL_X, CHANNEL_Y, series, panels, WORD_NO_FIGURE);
    return plot->auto_note;
}

static void
assert_note(const char *csv, const char *expected)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new(csv, "x", "x", "y", "v", "color", "s", NULL);

    g_assert_cmpstr(note(fixture), ==, expected);
}

static void
test_complete(void)
{
    assert_note("x,s,v\na,p,1\na,q,2\nb,p,3\nb,q,4\n", NULL);
}

static void
test_years(void)
{
    g_autoptr(GString) csv = g_string_new("year,s,v\n");
    g_autoptr(PlotFixture) fixture = NULL;

    for (int year = 1995; year <= 2003; year++) {
        g_string_append_printf(csv, "%d,Thailand,1\n", year);
        if (year == 1998 || year == 2000)
            g_string_append_printf(csv, "%d,Laos,1\n", year);
        else if (year < 1999)
            g_string_append_printf(csv, "%d,Laos,\n", year);
    }
    fixture = plot_fixture_new(csv->str, "x", "year", "y", "v", "color", "s", NULL);
    g_assert_cmpstr(note(fixture), ==,
                    "No figure, and not drawn as zero: Laos 1995–97, 1999, 2001–03.");
}

static void
test_centuries(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new(
        "year,s,v\n1998,a,1\n1999,a,1\n2000,a,1\n2001,a,1\n1998,b,1\n1999,b,\n2000,b,\n2001,b,1\n",
        "x", "year", "y", "v", "color", "s", NULL);

    g_assert_cmpstr(note(fixture), ==, "No figure, and not drawn as zero: b 1999–2000.");
}

/* Of categories a row that is not there was never meant to be. */
static void
test_categories(void)
{
    assert_note("x,s,v\nNorth,p,1\nNorth,q,\nSouth,p,3\n",
                "No figure, and not drawn as zero: q North.");
    assert_note("x,s,v\nNorth,p,1\nSouth,q,3\n", NULL);
    assert_note("x,s,v\nN,p,1\nN,q,\nS,p,1\nS,q,\nW,p,\nW,q,1\n",
                "No figure, and not drawn as zero: p W; q N, S.");
}

/* Numbers are no times: a row that is not there is not missing, as for the piles themselves. */
static void
test_numbers(void)
{
    assert_note("x,s,v\n1,p,1\n1,q,2\n2,p,1\n", NULL);
    assert_note("x,s,v\n1,p,1\n1,q,\n2,p,1\n2,q,\n3,p,1\n3,q,1\n",
                "No figure, and not drawn as zero: q 1–2.");
}

/* Nothing at all at a position is a gap, not a missing part. */
static void
test_empty_positions(void)
{
    assert_note("x,s,v\nN,p,\nN,q,\nS,p,1\nS,q,2\n", NULL);
}

static void
test_single_series(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new("x,v\nN,\nS,1\n", "x", "x", "y", "v", NULL);

    g_assert_null(note(fixture));
}

/* A series without a single row in a panel does not belong there (and is not counted either). */
static void
test_panels(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new("year,s,v,f\n2001,a,1,East\n2001,b,2,East\n2002,a,1,East\n2001,a,1,West\n"
                         "2002,a,1,West\n",
                         "x", "year", "y", "v", "color", "s", "facet", "f", NULL);

    g_assert_cmpstr(note(fixture), ==, "No figure, and not drawn as zero: East: b 2002.");
}

static void
test_many(void)
{
    g_autoptr(GString) csv = g_string_new("x,s,v\n");
    g_autoptr(PlotFixture) fixture = NULL;
    const char *text;

    for (int i = 0; i < 200; i++)
        g_string_append_printf(csv, "place,series %03d,%s\n", i, i == 0 ? "1" : "");
    fixture = plot_fixture_new(csv->str, "x", "x", "y", "v", "color", "s", NULL);
    text = note(fixture);
    g_assert_true(g_str_has_prefix(
        text, "No figure, and not drawn as zero: series 001 place; series 002 place; "));
    g_assert_true(g_str_has_suffix(text, "; and 164 more."));
    g_assert_cmpuint(strlen(text), <, 700);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/missing-parts/complete-piles-need-no-note", test_complete);
    g_test_add_func("/missing-parts/years-in-a-row-are-a-range", test_years);
    g_test_add_func("/missing-parts/a-range-over-centuries-says-both-in-full", test_centuries);
    g_test_add_func("/missing-parts/of-categories-only-empty-cells-count", test_categories);
    g_test_add_func("/missing-parts/of-numbers-only-empty-cells-count", test_numbers);
    g_test_add_func("/missing-parts/a-position-without-parts-is-a-gap", test_empty_positions);
    g_test_add_func("/missing-parts/a-single-series-has-no-parts", test_single_series);
    g_test_add_func("/missing-parts/each-panel-lacks-only-its-own-series", test_panels);
    g_test_add_func("/missing-parts/a-long-list-is-counted", test_many);
    return g_test_run();
}
