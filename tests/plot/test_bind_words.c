#include "plot/plot_fixture.h"

#define NONE "k,v\na,1\n"

/* values and labels: blanks between them; "-" is missing. */
static void
assert_labels(const AxisSpec *axis, const char *values, const char *labels)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new(NONE, "x", "k", "y", "v", NULL);
    g_auto(GStrv) words = g_strsplit(values, " ", -1);
    guint n = g_strv_length(words);
    g_autofree double *numbers = g_new(double, n + 1);
    const char **made;

    for (guint i = 0; i < n; i++)
        if (!number_parse(words[i], strlen(words[i]), &numbers[i]))
            numbers[i] = NAN;
    made = bind_value_labels(&fixture->plot, axis, numbers, n);
    assert_names(made, n, labels);
}

static void
test_digits(void)
{
    AxisSpec axis = { .kind = SCALE_LINEAR };

    assert_labels(&axis, "434.142", "434.1");
    assert_labels(&axis, "434.142 7.5", "434.1|7.5");
    assert_labels(&axis, "28.8 3", "28.8|3.0");
    assert_labels(&axis, "1 2 3", "1|2|3");
    assert_labels(&axis, "2.33333333", "2.333");
    assert_labels(&axis, "9999 10000", "9999|10,000");
    assert_labels(&axis, "12345.678", "12,346");
    assert_labels(&axis, "0.25 0.5", "0.25|0.50");
    assert_labels(&axis, "0.66666666666", "0.6667");
    assert_labels(&axis, "0 - -3", "0|-|−3");
}

static void
test_magnitudes(void)
{
    AxisSpec axis = { .kind = SCALE_LINEAR };

    assert_labels(&axis, "10 1234567", "10|1.23m");
    assert_labels(&axis, "4759123456", "4.76bn");
    assert_labels(&axis, "4759123456 2e9", "4.76bn|2.00bn");
    assert_labels(&axis, "1e12 2.5e12", "1.0trn|2.5trn");
    assert_labels(&axis, "123456789 1234567", "123m|1.2m");
    assert_labels(&axis, "-4759123456 999999", "−4.76bn|999,999");
    assert_labels(&axis, "0 1234567", "0|1.23m");
    assert_labels(&axis, "3000000", "3m");
}

/* A small value among large ones must not read as nothing. */
static void
test_small_among_large(void)
{
    AxisSpec axis = { .kind = SCALE_LINEAR };

    assert_labels(&axis, "5000 0.02", "5000|0.02");
    assert_labels(&axis, "5000 0.0000001", "5000|1e−7");
    assert_labels(&axis, "-1.2345e-10", "−1.23e−10");
    assert_labels(&axis, "5000 0.4", "5000|0.4");
    assert_labels(&axis, "0.001 1234567", "0.001|1.23m");
}

static void
test_nothing_has_no_decimals(void)
{
    AxisSpec axis = { .kind = SCALE_LINEAR };

    assert_labels(&axis, "0 0.000012 0.0000034", "0|0.000012|0.000003");
    assert_labels(&axis, "0 1.5", "0|1.5");
}

static void
test_unit_marks(void)
{
    assert_labels(&(AxisSpec){ .kind = SCALE_LINEAR, .suffix = "%" }, "12.5 8", "12.5%|8.0%");
    assert_labels(&(AxisSpec){ .kind = SCALE_LINEAR, .prefix = "$" }, "12 -8", "$12|−$8");
    assert_labels(&(AxisSpec){ .kind = SCALE_LINEAR, .prefix = "€" }, "-4759123456", "−€4.76bn");
}

static void
test_format(void)
{
    AxisSpec axis = { .kind = SCALE_LINEAR, .has_format = TRUE };

    g_assert_true(number_format_parse(",.1f", &axis.format));
    assert_labels(&axis, "1234567 8", "1,234,567.0|8.0");
}

static void
test_exact_values(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new(NONE, "x", "k", "y", "v", NULL);
    const Plot *plot = &fixture->plot;
    AxisSpec plain = { .kind = SCALE_LINEAR }, percent = { .kind = SCALE_LINEAR, .suffix = "%" };
    AxisSpec money = { .kind = SCALE_LINEAR, .prefix = "$" };

    g_assert_cmpstr(bind_value_text(plot, &plain, 434.142), ==, "434.142");
    g_assert_cmpstr(bind_value_text(plot, &plain, 4759123456), ==, "4,759,123,456");
    g_assert_cmpstr(bind_value_text(plot, &plain, 1.0 / 3), ==, "0.333333");
    g_assert_cmpstr(bind_value_text(plot, &percent, 8), ==, "8%");
    g_assert_cmpstr(bind_value_text(plot, &money, -2.5), ==, "−$2.5");
}

static void
test_names(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new(NONE, "x", "k", "y", "v", NULL);

    g_assert_cmpstr(bind_name(&fixture->plot, " a\n b\xe2\x80\xae"), ==, "a b");
    g_assert_cmpstr(bind_name(&fixture->plot, "ลาว"), ==, "ลาว");
}

static void
test_tooltips(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new("year,partner,v\n2001,Laos,336.3\n2002,Laos,\n2003,Laos,5\n", "x", "year",
                         "y", "v", "color", "partner", NULL);
    gsize rows[] = { 2, G_MAXSIZE, 1, 0 };
    guint series[] = { 0, 0, 0, 0 };
    Layer layer = { .n = 4, .series = series };
    AxisSpec axis = { .kind = SCALE_LINEAR };

    bind_series(&fixture->plot);
    bind_titles(&fixture->plot, &layer, rows, CHANNEL_X, CHANNEL_Y, &axis);
    assert_names(layer.titles, 4, "Laos, 2003: 5|-|-|Laos, 2001: 336.3");
    g_assert_cmpint(layer.rows[0], ==, 3);
    g_assert_cmpint(layer.rows[1], ==, 0);
    g_assert_cmpint(layer.rows[2], ==, 0);
    g_assert_cmpint(layer.rows[3], ==, 1);
}

/* A category that is the series as well is said once. */
static void
test_tooltips_say_names_once(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new("k,v\na,1\n", "x", "k", "y", "v", "color", "k", NULL);
    g_autoptr(PlotFixture) plain = plot_fixture_new("k,v\na,1\n", "x", "k", "y", "v", NULL);
    gsize rows[] = { 0 };
    guint series[] = { 0 };
    Layer layer = { .n = 1, .series = series };
    AxisSpec axis = { .kind = SCALE_LINEAR };

    bind_series(&fixture->plot);
    bind_titles(&fixture->plot, &layer, rows, CHANNEL_X, CHANNEL_Y, &axis);
    g_assert_cmpstr(layer.titles[0], ==, "a: 1");
    bind_series(&plain->plot);
    bind_titles(&plain->plot, &layer, rows, CHANNEL_X, CHANNEL_Y, &axis);
    g_assert_cmpstr(layer.titles[0], ==, "a: 1");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/bind-words/labels-keep-the-digits-that-matter", test_digits);
    g_test_add_func("/bind-words/each-magnitude-has-its-mark-and-decimals", test_magnitudes);
    g_test_add_func("/bind-words/a-small-value-never-reads-as-zero", test_small_among_large);
    g_test_add_func("/bind-words/zero-has-no-decimals", test_nothing_has_no_decimals);
    g_test_add_func("/bind-words/units-stand-at-the-number-behind-its-sign", test_unit_marks);
    g_test_add_func("/bind-words/a-format-is-followed", test_format);
    g_test_add_func("/bind-words/values-in-sentences-are-exact", test_exact_values);
    g_test_add_func("/bind-words/names-are-safe-on-one-line", test_names);
    g_test_add_func("/bind-words/tooltips-say-series-place-and-value", test_tooltips);
    g_test_add_func("/bind-words/tooltips-say-a-name-once", test_tooltips_say_names_once);
    return g_test_run();
}
