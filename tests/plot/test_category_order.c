#include "plot/categories.h"

#include "plot/plot_fixture.h"

#define TRADE \
    "partner,total,region\nLaos,10,south\nOther,90,none\nThailand,30,north\nBrunei,20,south\n"

/* The categories of the column k, by the values in v, after arranging. */
static Categories
arrange_by(PlotFixture *fixture, Channel position, Channel value, GError **error)
{
    Plot *plot = &fixture->plot;
    Categories categories = categories_new(plot, position);
    g_autofree double *weights = g_new0(double, categories.n + 1);

    for (guint i = 0; i < categories.n; i++)
        weights[i] = NAN;
    for (gsize row = 0; row < fixture->frame->table->length; row++)
        weights[(guint)categories.index[row]] = fixture->frame->columns[value]->values[row];
    categories_arrange(plot, &categories, weights, value, error);
    return categories;
}

static Categories
arrange(PlotFixture *fixture)
{
    g_autoptr(GError) error = NULL;
    Categories categories = arrange_by(fixture, CHANNEL_X, CHANNEL_Y, &error);

    g_assert_no_error(error);
    return categories;
}

static void
assert_order(PlotFixture *fixture, const char *names)
{
    g_autoptr(PlotFixture) owned = fixture;
    Categories categories = arrange(owned);

    assert_names(categories.names, categories.n, names);
}

static void
test_largest_first(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new(TRADE, "x", "partner", "y", "total", NULL);
    Categories categories = arrange(fixture);

    assert_names(categories.names, categories.n, "Thailand|Brunei|Laos|Other");
    assert_numbers(categories.index, 4, "2 3 0 1");
}

static void
test_missing_values_are_last(void)
{
    assert_order(plot_fixture_new("k,v\na,\nb,1\nc,-2\n", "x", "k", "y", "v", NULL), "b|c|a");
    assert_order(
        plot_fixture_new("k,v\na,\nb,1\nc,-2\n", "x", "k", "y", "v", "sort", "value", NULL),
        "c|b|a");
}

static void
test_ties(void)
{
    assert_order(plot_fixture_new("k,v\nz,1\na,1\nm,1\n", "x", "k", "y", "v", NULL), "z|a|m");
}

static void
test_natural(void)
{
    assert_order(plot_fixture_new("age,v\n65+,9\n18-24,1\nUnder 18,5\n25-64,7\n", "x", "age", "y",
                                  "v", NULL),
                 "Under 18|18-24|25-64|65+");
    assert_order(
        plot_fixture_new("a,v\nDisagree,9\nDon't know,99\nAgree,1\n", "x", "a", "y", "v", NULL),
        "Agree|Disagree|Don't know");
}

static void
test_numbers_keep_their_order(void)
{
    assert_order(plot_fixture_new("k,v\n3,1\n1,2\n2,9\n", "x", "k", "y", "v", NULL), "1|2|3");
}

static void
test_order_option(void)
{
    assert_order(
        plot_fixture_new(TRADE, "x", "partner", "y", "total", "order", "partner=Other,Laos", NULL),
        "Other|Laos|Thailand|Brunei");
    assert_order(
        plot_fixture_new("m,v\nFeb,1\nJan,2\n", "x", "m", "y", "v", "order", "m=Feb,Jan", NULL),
        "Feb|Jan");
}

static void
test_sort_option(void)
{
    static const struct {
        const char *sort, *names;
    } cases[] = {
        { "value", "Laos|Brunei|Thailand|Other" },   { "-value", "Other|Thailand|Brunei|Laos" },
        { "y", "Laos|Brunei|Thailand|Other" },       { "-y", "Other|Thailand|Brunei|Laos" },
        { "x", "Brunei|Laos|Other|Thailand" },       { "-x", "Thailand|Other|Laos|Brunei" },
        { "none", "Laos|Other|Thailand|Brunei" },    { "data", "Laos|Other|Thailand|Brunei" },
        { "-none", "Brunei|Thailand|Other|Laos" },   { "total", "Laos|Brunei|Thailand|Other" },
        { "region", "Other|Thailand|Laos|Brunei" },  { "-region", "Laos|Brunei|Thailand|Other" },
        { "partner", "Brunei|Laos|Other|Thailand" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_order(
            plot_fixture_new(TRADE, "x", "partner", "y", "total", "sort", cases[i].sort, NULL),
            cases[i].names);
}

/* x and y are the axes as typed: for lying bars x is the value. */
static void
test_sort_of_lying_bars(void)
{
    g_autoptr(PlotFixture) by_x =
        plot_fixture_new(TRADE, "y", "partner", "x", "total", "sort", "x", NULL);
    g_autoptr(PlotFixture) by_y =
        plot_fixture_new(TRADE, "y", "partner", "x", "total", "sort", "y", NULL);
    Categories categories = arrange_by(by_x, CHANNEL_Y, CHANNEL_X, NULL);

    assert_names(categories.names, categories.n, "Laos|Brunei|Thailand|Other");
    categories = arrange_by(by_y, CHANNEL_Y, CHANNEL_X, NULL);
    assert_names(categories.names, categories.n, "Brunei|Laos|Other|Thailand");
}

static void
test_sort_of_numbers(void)
{
    assert_order(plot_fixture_new("k,v\n3,1\n10,2\n2,9\n", "x", "k", "y", "v", "sort", "x", NULL),
                 "2|3|4|5|6|7|8|9|10");
    assert_order(plot_fixture_new("k,v\n3,1\n10,2\n2,9\n", "x", "k", "y", "v", "sort", "-x", NULL),
                 "10|9|8|7|6|5|4|3|2");
    assert_order(plot_fixture_new("k,v\n3,1\n10,2\n2,9\n", "x", "k", "y", "v", "sort", "-y", NULL),
                 "2|10|3");
}

static void
test_unknown_sort(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new(TRADE, "x", "partner", "y", "total", "sort", "-totals", NULL);
    g_autoptr(GError) error = NULL;

    arrange_by(fixture, CHANNEL_X, CHANNEL_Y, &error);
    assert_failed(error, ERROR_USAGE,
                  "--sort: \"-totals\" is not x, y, value, none, data or a column of the figure "
                  "(did you mean \"total\"?)");
}

static void
test_apart(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new(TRADE, "x", "partner", "y", "total", "apart", "Thailand,Nowhere", NULL);
    Categories categories = arrange(fixture);

    assert_names(categories.names, categories.n, "Brunei|Laos|Other|-|Thailand");
    assert_numbers(categories.index, 4, "1 2 4 0");
    assert_report(fixture->report, "--apart: no category is called \"Nowhere\"");
}

/* Apart is behind the leftovers, whatever the values. */
static void
test_apart_total(void)
{
    assert_order(plot_fixture_new(TRADE "Total,500,all\n", "x", "partner", "y", "total", "apart",
                                  "Total", NULL),
                 "Thailand|Brunei|Laos|Other|-|Total");
}

static void
test_apart_with_sort(void)
{
    assert_order(plot_fixture_new(TRADE, "x", "partner", "y", "total", "apart", "Laos,Thailand",
                                  "sort", "x", NULL),
                 "Brunei|Other|-|Laos|Thailand");
    /* All of them apart from nothing. */
    assert_order(plot_fixture_new(TRADE, "x", "partner", "y", "total", "apart",
                                  "Laos,Thailand,Brunei,Other", NULL),
                 "Other|Thailand|Brunei|Laos");
}

static void
test_periods(void)
{
    const char *csv = "year,v\n2001,5\n2002,9\n2004,7\n";

    assert_order(plot_fixture_new(csv, "x", "year", "y", "v", NULL), "2001|2002|2003|2004");
    assert_order(plot_fixture_new(csv, "x", "year", "y", "v", "sort", "x", NULL),
                 "2001|2002|2003|2004");
}

static void
test_periods_out_of_order(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new("year,v\n2001,5\n2002,9\n2004,7\n", "x",
                                                      "year", "y", "v", "sort", "-y", NULL);
    g_autoptr(PlotFixture) back = plot_fixture_new("year,v\n2001,5\n2002,9\n2004,7\n", "x", "year",
                                                   "y", "v", "sort", "-x", NULL);
    g_autoptr(PlotFixture) apart = plot_fixture_new("year,v\n2001,5\n2002,9\n2004,7\n", "x", "year",
                                                    "y", "v", "apart", "2004", NULL);
    Categories categories = arrange(fixture);

    assert_names(categories.names, categories.n, "2002|2004|2001");
    assert_numbers(categories.index, 3, "2 0 1");
    g_assert_null(categories.times);
    g_assert_cmpstr(categories.names_of, ==, "year");
    categories = arrange(back);
    assert_names(categories.names, categories.n, "2004|2003|2002|2001");
    assert_numbers(categories.index, 3, "3 2 0");
    categories = arrange(apart);
    assert_names(categories.names, categories.n, "2001|2002|2003|-|2004");
    assert_numbers(categories.index, 3, "0 1 4");
    g_assert_null(categories.times);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/category-order/the-largest-is-first-and-leftovers-last", test_largest_first);
    g_test_add_func("/category-order/missing-values-stand-last", test_missing_values_are_last);
    g_test_add_func("/category-order/equal-values-keep-the-order-of-the-data", test_ties);
    g_test_add_func("/category-order/an-order-of-their-own-wins-over-value", test_natural);
    g_test_add_func("/category-order/numbers-stand-by-their-own-value",
                    test_numbers_keep_their_order);
    g_test_add_func("/category-order/order-wins-over-all-defaults", test_order_option);
    g_test_add_func("/category-order/sort-takes-axes-value-data-and-columns", test_sort_option);
    g_test_add_func("/category-order/x-and-y-are-the-axes-as-typed", test_sort_of_lying_bars);
    g_test_add_func("/category-order/numbers-sort-by-number", test_sort_of_numbers);
    g_test_add_func("/category-order/an-unknown-sort-is-refused", test_unknown_sort);
    g_test_add_func("/category-order/apart-stands-last-behind-an-empty-slot", test_apart);
    g_test_add_func("/category-order/a-total-apart-stands-behind-leftovers", test_apart_total);
    g_test_add_func("/category-order/apart-keeps-the-sorting", test_apart_with_sort);
    g_test_add_func("/category-order/periods-keep-their-slots", test_periods);
    g_test_add_func("/category-order/periods-out-of-their-order-lose-empty-slots",
                    test_periods_out_of_order);
    return g_test_run();
}
