#include "plot/plot_fixture.h"

#define TRADE "year,partner,v\n2001,Laos,5\n2002,Laos,40\n2005,Laos,20\n"

/* The y axis over its values, then with the options; they come in pairs. */
#define bound_y(...) bound(plot_fixture_new(TRADE, "x", "year", "y", "v", __VA_ARGS__), CHANNEL_Y)
#define bound_x(...) bound(plot_fixture_new(TRADE, "x", "year", "y", "v", __VA_ARGS__), CHANNEL_X)
#define refused_y(message, ...)                                                                   \
    assert_refused(bound(plot_fixture_new(TRADE, "x", "year", "y", "v", __VA_ARGS__), CHANNEL_Y), \
                   message)
#define refused_x(message, ...)                                                                   \
    assert_refused(bound(plot_fixture_new(TRADE, "x", "year", "y", "v", __VA_ARGS__), CHANNEL_X), \
                   message)

static PlotFixture *
bound(PlotFixture *fixture, Channel channel)
{
    const Column *column = fixture->frame->columns[channel];
    AxisSpec *axis = channel == CHANNEL_X ? &fixture->plot.x : &fixture->plot.y;
    double min, max;

    bind_extent(column->values, column->length, &min, &max);
    bind_continuous(&fixture->plot, channel, axis, min, max);
    bind_axis_options(&fixture->plot, channel, axis, &fixture->error);
    return fixture;
}

static void
assert_refused(PlotFixture *fixture, const char *message)
{
    g_autoptr(PlotFixture) owned = fixture;

    assert_failed(owned->error, ERROR_USAGE, message);
}

static double
year(int number)
{
    double time;

    g_assert_true(calendar_make(number, 1, 1, 0, 0, 0, &time));
    return time;
}

static void
test_extent(void)
{
    double values[] = { NAN, 3, -1, NAN, 2 }, min, max;

    bind_extent(values, 5, &min, &max);
    g_assert_cmpfloat(min, ==, -1);
    g_assert_cmpfloat(max, ==, 3);
    bind_extent(values, 1, &min, &max);
    g_assert_true(isnan(min) && isnan(max));
}

static void
test_kinds(void)
{
    g_autoptr(PlotFixture) y = bound_y(NULL);
    g_autoptr(PlotFixture) x = bound_x(NULL);
    g_autoptr(PlotFixture) logarithmic = bound_y("y-scale", "log", NULL);

    g_assert_cmpint(y->plot.y.kind, ==, SCALE_LINEAR);
    g_assert_cmpfloat(y->plot.y.min, ==, 5);
    g_assert_cmpfloat(y->plot.y.max, ==, 40);
    g_assert_false(y->plot.y.fixed);
    g_assert_cmpint(x->plot.x.kind, ==, SCALE_TIME);
    g_assert_cmpint(x->plot.x.unit, ==, TIME_YEAR);
    g_assert_cmpfloat(x->plot.x.min, ==, year(2001));
    g_assert_cmpint(logarithmic->plot.y.kind, ==, SCALE_LOG);
}

static void
test_scales_that_do_not_fit(void)
{
    refused_x("--x-scale: this axis shows times, which that scale cannot", "x-scale", "linear",
              NULL);
    refused_x("--x-scale: this axis shows times, which that scale cannot", "x-scale", "log", NULL);
    refused_y("--y-scale: this axis shows numbers, which that scale cannot", "y-scale", "time",
              NULL);
    refused_y("--y-scale: this axis shows numbers, which that scale cannot", "y-scale", "band",
              NULL);
}

static void
test_titles(void)
{
    g_autoptr(PlotFixture) y = bound_y(NULL);
    g_autoptr(PlotFixture) x = bound_x(NULL);
    g_autoptr(PlotFixture) given = bound_x("x-label", "Year of survey", NULL);
    g_autoptr(PlotFixture) none = bound_y("y-label", "", NULL);

    g_assert_cmpstr(y->plot.y.title, ==, "V");
    g_assert_null(x->plot.x.title);
    g_assert_cmpstr(given->plot.x.title, ==, "Year of survey");
    g_assert_null(none->plot.y.title);
}

static void
test_units(void)
{
    g_autoptr(PlotFixture) percent = bound_y("y-unit", "%", NULL);
    g_autoptr(PlotFixture) money = bound_y("y-unit", "€", NULL);
    g_autoptr(PlotFixture) words = bound_y("y-unit", "US$ million", NULL);
    g_autoptr(PlotFixture) letter = bound_y("y-unit", "t", NULL);
    g_autoptr(PlotFixture) said = bound_y("y-unit", "%", "y-label", "Percent", NULL);

    g_assert_cmpstr(percent->plot.y.suffix, ==, "%");
    g_assert_true(percent->plot.y.keep_units);
    g_assert_cmpstr(percent->plot.y.title, ==, "V");
    g_assert_null(percent->plot.y.title_unit);
    g_assert_cmpstr(money->plot.y.prefix, ==, "€");
    g_assert_null(money->plot.y.title_unit);
    g_assert_cmpstr(words->plot.y.title_unit, ==, "US$ million");
    g_assert_null(words->plot.y.prefix);
    g_assert_cmpstr(letter->plot.y.title_unit, ==, "t");
    /* The mark on each label says it already. */
    g_assert_null(said->plot.y.title);
}

static void
test_domains(void)
{
    g_autoptr(PlotFixture) both = bound_y("y-domain", "-20..100", NULL);
    g_autoptr(PlotFixture) low = bound_y("y-domain", "0..", NULL);
    g_autoptr(PlotFixture) high = bound_y("y-domain", "..50", NULL);
    g_autoptr(PlotFixture) reversed = bound_y("y-domain", "100..0", NULL);
    g_autoptr(PlotFixture) years = bound_x("x-domain", "1999..2010", NULL);
    g_autoptr(PlotFixture) months = bound_x("x-domain", "1999-07..", NULL);
    double july;

    g_assert_cmpfloat(both->plot.y.min, ==, -20);
    g_assert_cmpfloat(both->plot.y.max, ==, 100);
    g_assert_true(both->plot.y.fixed);
    g_assert_cmpfloat(low->plot.y.min, ==, 0);
    g_assert_cmpfloat(low->plot.y.max, ==, 40);
    g_assert_cmpfloat(high->plot.y.min, ==, 5);
    g_assert_cmpfloat(high->plot.y.max, ==, 50);
    g_assert_cmpfloat(reversed->plot.y.min, ==, 100);
    g_assert_cmpfloat(reversed->plot.y.max, ==, 0);
    g_assert_cmpfloat(years->plot.x.min, ==, year(1999));
    g_assert_cmpfloat(years->plot.x.max, ==, year(2010));
    g_assert_true(calendar_make(1999, 7, 1, 0, 0, 0, &july));
    g_assert_cmpfloat(months->plot.x.min, ==, july);
}

static void
test_widening(void)
{
    g_autoptr(PlotFixture) both =
        plot_fixture_new(TRADE, "x", "year", "y", "v", "y-domain", "0..50", NULL);
    g_autoptr(PlotFixture) one =
        plot_fixture_new(TRADE, "x", "year", "y", "v", "y-domain", "0..", NULL);
    AxisSpec axis = { .kind = SCALE_LINEAR, .widen = TRUE };

    g_assert_true(bind_axis_options(&one->plot, CHANNEL_Y, &axis, NULL));
    g_assert_true(axis.widen);
    g_assert_true(bind_axis_options(&both->plot, CHANNEL_Y, &axis, NULL));
    g_assert_false(axis.widen);
}

static void
test_domain_mistakes(void)
{
    refused_y("--y-domain: \"2001-02..5\" does not fit this axis", "y-domain", "2001-02..5", NULL);
    refused_y("--y-domain: \"0..100\" does not fit this axis", "y-domain", "0..100", "y-scale",
              "log", NULL);
    refused_x("--x-domain: \"2001.5..2002\" does not fit this axis", "x-domain", "2001.5..2002",
              NULL);
}

static void
test_bands(void)
{
    g_autoptr(PlotFixture) domain =
        plot_fixture_new(TRADE, "x", "partner", "y", "v", "x-domain", "1..2", NULL);
    g_autoptr(PlotFixture) plain =
        plot_fixture_new(TRADE, "x", "partner", "y", "v", "x-unit", "t", NULL);
    g_autoptr(PlotFixture) label =
        plot_fixture_new(TRADE, "x", "partner", "y", "v", "x-label", "Where to", NULL);
    g_autoptr(GError) error = NULL;
    AxisSpec axis = { .kind = SCALE_BAND };

    g_assert_false(bind_axis_options(&domain->plot, CHANNEL_X, &axis, &error));
    assert_failed(error, ERROR_USAGE, "--x-domain: this axis has categories; narrow with --where");
    g_assert_true(bind_axis_options(&plain->plot, CHANNEL_X, &axis, NULL));
    g_assert_null(axis.title);
    g_assert_null(axis.title_unit);
    g_assert_true(bind_axis_options(&label->plot, CHANNEL_X, &axis, NULL));
    g_assert_cmpstr(axis.title, ==, "Where to");
}

static void
test_ticks(void)
{
    g_autoptr(PlotFixture) count = bound_y("y-ticks", "4", NULL);
    g_autoptr(PlotFixture) list = bound_y("y-ticks", "0, 20,40.5", NULL);
    g_autoptr(PlotFixture) one = bound_y("y-ticks", "=20", NULL);
    g_autoptr(PlotFixture) years = bound_x("x-ticks", "2001,2005", NULL);
    double expected[] = { year(2001), year(2005) };

    g_assert_cmpuint(count->plot.y.tick_count, ==, 4);
    g_assert_cmpuint(count->plot.y.n_tick_values, ==, 0);
    assert_numbers(list->plot.y.tick_values, list->plot.y.n_tick_values, "0 20 40.5");
    g_assert_cmpuint(list->plot.y.tick_count, ==, 0);
    assert_numbers(one->plot.y.tick_values, one->plot.y.n_tick_values, "20");
    g_assert_cmpuint(years->plot.x.n_tick_values, ==, 2);
    g_assert_cmpmem(years->plot.x.tick_values, sizeof expected, expected, sizeof expected);
}

static void
test_tick_mistakes(void)
{
    refused_y("--y-ticks: \"0\" is no count from 1 to 1000; one tick at a value is =0", "y-ticks",
              "0", NULL);
    refused_x("--x-ticks: \"2001\" is no count from 1 to 1000; one tick at a value is =2001",
              "x-ticks", "2001", NULL);
    refused_y("--y-ticks: \"many\" is no count from 1 to 1000; one tick at a value is =many",
              "y-ticks", "many", NULL);
    refused_y("--y-ticks: \"x\" is no value of this axis", "y-ticks", "1,x", NULL);
}

static void
test_formats(void)
{
    g_autoptr(PlotFixture) number = bound_y("y-format", ",.1f", NULL);
    g_autoptr(PlotFixture) time = bound_x("x-format", "%b %y", NULL);

    g_assert_true(number->plot.y.has_format);
    g_assert_true(number->plot.y.keep_units);
    g_assert_cmpint(number->plot.y.format.precision, ==, 1);
    g_assert_cmpstr(time->plot.x.time_format, ==, "%b %y");
    g_assert_false(time->plot.x.has_format);
    refused_y("--y-format: \".f.\" is not a number format such as ,.1f or .0%", "y-format", ".f.",
              NULL);
}

static void
test_grid(void)
{
    static const struct {
        const char *grid;
        gboolean x, y;
    } cases[] = {
        { "x", TRUE, FALSE }, { "y", FALSE, TRUE }, { "both", TRUE, TRUE }, { "none", FALSE, FALSE }
    };
    g_autoptr(PlotFixture) fixture = plot_fixture_new(TRADE, "x", "year", "y", "v", NULL);
    AxisSpec axis = { .kind = SCALE_LINEAR, .grid = TRUE };

    g_assert_true(bind_axis_options(&fixture->plot, CHANNEL_Y, &axis, NULL));
    g_assert_true(axis.grid);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(PlotFixture) x = bound_x("grid", cases[i].grid, NULL);
        g_autoptr(PlotFixture) y = bound_y("grid", cases[i].grid, NULL);

        g_assert_cmpint(x->plot.x.grid, ==, cases[i].x);
        g_assert_cmpint(y->plot.y.grid, ==, cases[i].y);
    }
}

static void
test_values(void)
{
    AxisSpec numbers = { .kind = SCALE_LINEAR }, times = { .kind = SCALE_TIME };
    double value = 7, month;

    g_assert_true(bind_parse_value(&numbers, "-2.5e3", &value));
    g_assert_cmpfloat(value, ==, -2500);
    g_assert_false(bind_parse_value(&numbers, "2019-02", &value));
    g_assert_false(bind_parse_value(&numbers, "", &value));
    g_assert_cmpfloat(value, ==, -2500);
    g_assert_true(bind_parse_value(&times, "2019", &value));
    g_assert_cmpfloat(value, ==, year(2019));
    g_assert_true(bind_parse_value(&times, "2019-02", &value));
    g_assert_true(calendar_make(2019, 2, 1, 0, 0, 0, &month));
    g_assert_cmpfloat(value, ==, month);
    g_assert_false(bind_parse_value(&times, "0", &value));
    g_assert_false(bind_parse_value(&times, "10000", &value));
    g_assert_false(bind_parse_value(&times, "2019.5", &value));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/bind-axis/the-extent-leaves-missing-values-out", test_extent);
    g_test_add_func("/bind-axis/columns-decide-the-kind", test_kinds);
    g_test_add_func("/bind-axis/scales-that-a-column-does-not-have-are-refused",
                    test_scales_that_do_not_fit);
    g_test_add_func("/bind-axis/only-measures-need-a-title", test_titles);
    g_test_add_func("/bind-axis/a-unit-is-said-once", test_units);
    g_test_add_func("/bind-axis/domains-replace-the-ends-that-are-given", test_domains);
    g_test_add_func("/bind-axis/a-domain-with-both-ends-does-not-grow", test_widening);
    g_test_add_func("/bind-axis/domains-that-do-not-fit-are-refused", test_domain_mistakes);
    g_test_add_func("/bind-axis/categories-have-no-domain-and-no-unit", test_bands);
    g_test_add_func("/bind-axis/ticks-are-a-count-or-values", test_ticks);
    g_test_add_func("/bind-axis/ticks-that-are-neither-are-refused", test_tick_mistakes);
    g_test_add_func("/bind-axis/formats-go-by-the-kind-of-axis", test_formats);
    g_test_add_func("/bind-axis/grid-lines-are-those-asked-for", test_grid);
    g_test_add_func("/bind-axis/values-are-read-as-the-axis-has-them", test_values);
    return g_test_run();
}
