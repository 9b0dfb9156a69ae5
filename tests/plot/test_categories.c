#include "plot/categories.h"

#include "plot/plot_fixture.h"

static void
assert_categories(const PlotFixture *fixture, const Categories *categories, const char *names,
                  const char *index)
{
    assert_names(categories->names, categories->n, names);
    assert_numbers(categories->index, fixture->frame->table->length, index);
}

static void
test_text(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new("k,v\nb,1\na,2\n,3\nb,4\n", "x", "k", "y", "v", NULL);
    Categories categories = categories_new(&fixture->plot, CHANNEL_X);

    assert_categories(fixture, &categories, "b|a", "0 1 - 0");
    g_assert_false(categories.ordered);
    g_assert_null(categories.times);
    g_assert_cmpstr(categories.names_of, ==, "k");
}

static void
test_clean_names(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new("k,v\n\"a\nb\",1\na\tb\xe2\x80\xae,2\n", "x", "k", "y", "v", NULL);
    Categories categories = categories_new(&fixture->plot, CHANNEL_X);

    assert_names(categories.names, categories.n, "a b|a b");
}

static void
test_numbers(void)
{
    g_autoptr(PlotFixture) whole =
        plot_fixture_new("k,v\n5,1\n1,2\n2,3\n", "x", "k", "y", "v", NULL);
    g_autoptr(PlotFixture) far =
        plot_fixture_new("k,v\n11,1\n1,2\n2,3\n", "x", "k", "y", "v", NULL);
    g_autoptr(PlotFixture) broken =
        plot_fixture_new("k,v\n2.5,1\n1,2\n-3,3\n", "x", "k", "y", "v", NULL);
    Categories categories = categories_new(&whole->plot, CHANNEL_X);

    assert_categories(whole, &categories, "1|2|3|4|5", "4 0 1");
    g_assert_true(categories.ordered);
    g_assert_null(categories.names_of);
    categories = categories_new(&far->plot, CHANNEL_X);
    assert_categories(far, &categories, "1|2|11", "2 0 1");
    categories = categories_new(&broken->plot, CHANNEL_X);
    assert_categories(broken, &categories, "−3.0|1.0|2.5", "2 1 0");
}

static void
test_absent_years(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new(
        "year,v\n2001,1\n2002,2\n2003,3\n2006,6\n2002,4\n", "x", "year", "y", "v", NULL);
    Categories categories = categories_new(&fixture->plot, CHANNEL_X);
    double first;

    assert_categories(fixture, &categories, "2001|2002|2003|2004|2005|2006", "0 1 2 5 1");
    g_assert_true(calendar_make(2001, 1, 1, 0, 0, 0, &first));
    g_assert_cmpfloat(categories.times[0], ==, first);
    g_assert_cmpfloat(categories.times[3], ==, calendar_add(first, TIME_YEAR, 3));
    g_assert_cmpint(categories.unit, ==, TIME_YEAR);
    g_assert_cmpuint(categories.step, ==, 1);
    g_assert_true(categories.ordered);
}

static void
test_steps_of_years(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new("year,v\n2000,1\n2005,2\n2010,3\n2020,6\n", "x", "year", "y", "v", NULL);
    Categories categories = categories_new(&fixture->plot, CHANNEL_X);

    assert_categories(fixture, &categories, "2000|2005|2010|2015|2020", "0 1 2 4");
    g_assert_cmpuint(categories.step, ==, 5);
}

static void
test_uneven_times(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new("year,v\n2000,1\n2015,2\n2002,3\n", "x", "year", "y", "v", NULL);
    Categories categories = categories_new(&fixture->plot, CHANNEL_X);

    assert_categories(fixture, &categories, "2000|2002|2015", "0 2 1");
    g_assert_null(categories.times);
    g_assert_true(categories.ordered);
}

static void
test_months(void)
{
    g_autoptr(PlotFixture) months =
        plot_fixture_new("date,v\n2019-11,1\n2019-12,2\n2020-02,3\n", "x", "date", "y", "v", NULL);
    g_autoptr(PlotFixture) days = plot_fixture_new(
        "date,v\n2019-11-01,1\n2019-12-01,2\n2020-02-01,3\n", "x", "date", "y", "v", NULL);
    Categories categories = categories_new(&months->plot, CHANNEL_X);

    assert_categories(months, &categories, "Nov 2019|Dec 2019|Jan 2020|Feb 2020", "0 1 3");
    categories = categories_new(&days->plot, CHANNEL_X);
    assert_categories(days, &categories, "Nov 2019|Dec 2019|Jan 2020|Feb 2020", "0 1 3");
    g_assert_cmpint(categories.unit, ==, TIME_MONTH);
}

static void
test_working_days(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new(
        "date,v\n2024-01-04,1\n2024-01-05,2\n2024-01-08,3\n2024-01-09,4\n2024-01-10,5\n"
        "2024-01-11,6\n",
        "x", "date", "y", "v", NULL);
    Categories categories = categories_new(&fixture->plot, CHANNEL_X);

    assert_categories(fixture, &categories,
                      "4 Jan 2024|5 Jan 2024|8 Jan 2024|9 Jan 2024|10 Jan 2024|11 Jan 2024",
                      "0 1 2 3 4 5");
}

static void
test_axis(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new("year,v\n2001,1\n2002,2\n2004,3\n", "x", "year", "y", "v", NULL);
    Categories categories = categories_new(&fixture->plot, CHANNEL_X);
    AxisSpec axis = { .kind = SCALE_LINEAR, .title = "kept" };

    categories_set_axis(&categories, &axis);
    g_assert_cmpint(axis.kind, ==, SCALE_BAND);
    assert_names(axis.categories, axis.n_categories, "2001|2002|2003|2004");
    g_assert_true(axis.times == categories.times);
    g_assert_cmpuint(axis.step, ==, 1);
    g_assert_cmpint(axis.unit, ==, TIME_YEAR);
    g_assert_cmpstr(axis.title, ==, "kept");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/categories/names-stand-as-in-the-data", test_text);
    g_test_add_func("/categories/names-are-safe-on-one-line", test_clean_names);
    g_test_add_func("/categories/numbers-stand-by-value-with-small-holes-kept", test_numbers);
    g_test_add_func("/categories/absent-years-are-empty-slots", test_absent_years);
    g_test_add_func("/categories/slots-follow-the-step", test_steps_of_years);
    g_test_add_func("/categories/uneven-times-get-no-empty-slots", test_uneven_times);
    g_test_add_func("/categories/absent-months-are-empty-slots", test_months);
    g_test_add_func("/categories/weekends-are-no-empty-slots", test_working_days);
    g_test_add_func("/categories/the-axis-takes-names-and-times", test_axis);
    return g_test_run();
}
