#include "plot/outside.h"

#include "plot/plot_fixture.h"

static double x_values[] = { 1, 2, 3, 4 };
static double y_values[] = { 10, NAN, -5, 30 };

static void
assert_outside(AxisSpec x, AxisSpec y, const char *lines)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new("k,v\na,1\n", "x", "k", "y", "v", NULL);
    Layer layer = { .n = 4, .x = x_values, .y = y_values };

    g_ptr_array_add(fixture->plot.layers, &layer);
    fixture->plot.x = x;
    fixture->plot.y = y;
    outside_report(&fixture->plot);
    assert_report(fixture->report, lines);
    for (guint i = 0; i < report_length(fixture->report); i++)
        g_assert_cmpstr(report_entry(fixture->report, i)->file, ==, "trade.csv");
}

static void
test_free_domains(void)
{
    assert_outside((AxisSpec){ .min = 2, .max = 3 }, (AxisSpec){ .min = 0, .max = 1 }, "");
}

static void
test_cut_values(void)
{
    AxisSpec all = { .min = -100, .max = 100, .fixed = TRUE };

    assert_outside(all, all, "");
    assert_outside((AxisSpec){ .min = 2, .max = 4, .fixed = TRUE }, all,
                   "1 value lies outside the domain of the horizontal axis and is cut off");
    assert_outside(all, (AxisSpec){ .min = 0, .max = 20, .fixed = TRUE },
                   "2 values lie outside the domain of the vertical axis and are cut off");
    assert_outside((AxisSpec){ .min = 2, .max = 3, .fixed = TRUE },
                   (AxisSpec){ .min = 0, .max = 30, .fixed = TRUE },
                   "2 values lie outside the domain of the horizontal axis and are cut off\n"
                   "1 value lies outside the domain of the vertical axis and is cut off");
}

static void
test_reversed_domain(void)
{
    assert_outside((AxisSpec){ .min = 4, .max = 2, .fixed = TRUE }, (AxisSpec){ .max = 1 },
                   "1 value lies outside the domain of the horizontal axis and is cut off");
}

static void
test_bands(void)
{
    assert_outside((AxisSpec){ .kind = SCALE_BAND, .fixed = TRUE }, (AxisSpec){ .max = 1 }, "");
}

static void
test_severity(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new("k,v\na,1\n", "x", "k", "y", "v", NULL);
    Layer layer = { .n = 4, .x = x_values, .y = y_values };

    g_ptr_array_add(fixture->plot.layers, &layer);
    fixture->plot.x = (AxisSpec){ .min = 2, .max = 3, .fixed = TRUE };
    outside_report(&fixture->plot);
    fixture->plot.x = (AxisSpec){ .min = 7, .max = 8, .fixed = TRUE };
    outside_report(&fixture->plot);
    g_assert_cmpint(report_entry(fixture->report, 0)->severity, ==, SEVERITY_NOTE);
    g_assert_cmpuint(report_entry(fixture->report, 0)->count, ==, 2);
    g_assert_cmpint(report_entry(fixture->report, 1)->severity, ==, SEVERITY_WARNING);
    g_assert_cmpuint(report_entry(fixture->report, 1)->count, ==, 4);
}

/* An empty picture deserves the warning though a missing value lies nowhere. */
static void
test_all_outside_but_missing(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new("k,v\na,1\n", "x", "k", "y", "v", NULL);
    Layer layer = { .n = 4, .x = x_values, .y = y_values };

    g_ptr_array_add(fixture->plot.layers, &layer);
    fixture->plot.y = (AxisSpec){ .min = 100, .max = 200, .fixed = TRUE };
    outside_report(&fixture->plot);
    g_assert_cmpuint(report_entry(fixture->report, 0)->count, ==, 3);
    g_assert_cmpint(report_entry(fixture->report, 0)->severity, ==, SEVERITY_WARNING);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/outside/a-free-domain-cuts-nothing", test_free_domains);
    g_test_add_func("/outside/a-domain-says-how-many-values-it-cuts-off", test_cut_values);
    g_test_add_func("/outside/a-reversed-domain-cuts-the-same", test_reversed_domain);
    g_test_add_func("/outside/categories-have-no-domain", test_bands);
    g_test_add_func("/outside/a-picture-without-a-value-is-warned-of", test_severity);
    g_test_add_func("/outside/missing-values-are-not-inside", test_all_outside_but_missing);
    return g_test_run();
}
