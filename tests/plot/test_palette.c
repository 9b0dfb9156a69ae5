#include "plot/palette.h"

#include "plot/plot_fixture.h"
#include "scale/scheme.h"

#define TRADE "year,partner,v\n2001,Laos,1\n2001,Thailand,2\n2001,Vietnam,3\n"

/* With the series bound; then the options come in pairs. */
#define series_fixture(...) \
    bound(plot_fixture_new(TRADE, "x", "year", "y", "v", "color", "partner", __VA_ARGS__))

static PlotFixture *
bound(PlotFixture *fixture)
{
    g_autoptr(GError) error = NULL;

    palette_read(&fixture->plot, &error);
    g_assert_no_error(error);
    bind_series(&fixture->plot);
    return fixture;
}

/* The colours of the series, blanks between them. */
static void
assert_colors(const PlotFixture *fixture, const char *expected)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < fixture->plot.n_series; i++) {
        char hex[8];

        color_to_hex(fixture->plot.series[i].color, hex);
        g_string_append_printf(text, "%s%s", i > 0 ? " " : "", hex);
    }
    g_assert_cmpstr(text->str, ==, expected);
}

static void
test_order_of_data(void)
{
    g_autoptr(PlotFixture) fixture = series_fixture(NULL);

    assert_colors(fixture, "#0856a6 #cd4626 #12a49e");
    g_assert_cmpstr(fixture->plot.series[1].name, ==, "Thailand");
    g_assert_false(fixture->plot.series[1].muted);
}

static void
test_order_option(void)
{
    g_autoptr(PlotFixture) fixture = series_fixture("order", "partner=Vietnam", NULL);

    g_assert_cmpstr(fixture->plot.series[0].name, ==, "Vietnam");
    assert_colors(fixture, "#0856a6 #cd4626 #12a49e");
}

static void
test_palette_option(void)
{
    g_autoptr(PlotFixture) fixture = series_fixture("palette", "okabe-ito", NULL);

    assert_colors(fixture, "#0072b2 #e69f00 #009e73");
}

static void
test_dark(void)
{
    g_autoptr(PlotFixture) fixture = series_fixture(NULL);

    fixture->theme.dark = TRUE;
    palette_apply(&fixture->plot);
    assert_colors(fixture, "#56a3ef #e96141 #5ed3d1");
}

static void
test_highlight(void)
{
    g_autoptr(PlotFixture) fixture = series_fixture("highlight", "Vietnam,Laos", NULL);
    char hex[8];
    g_autofree char *expected = NULL;

    color_to_hex(fixture->theme.muted, hex);
    expected = g_strdup_printf("#cd4626 %s #0856a6", hex);
    assert_colors(fixture, expected);
    g_assert_false(fixture->plot.series[0].muted);
    g_assert_true(fixture->plot.series[1].muted);
    g_assert_true(color_equal(fixture->plot.series[1].text_color, fixture->theme.axis.color));
    palette_report_unknown(&fixture->plot);
    assert_report(fixture->report, "");
}

static void
test_highlight_of_folded(void)
{
    g_autoptr(PlotFixture) fixture =
        bound(plot_fixture_new("year,us_exports,china\n2001,1,2\n", "x", "year", "y",
                               "us_exports,china", "highlight", "us_exports", NULL));

    g_assert_false(fixture->plot.series[0].muted);
    g_assert_true(fixture->plot.series[1].muted);
}

static void
test_highlight_unknown(void)
{
    g_autoptr(PlotFixture) fixture = series_fixture("highlight", "Loas", NULL);
    const char *categories[] = { "Burma", NULL };

    palette_report_unknown(&fixture->plot);
    assert_report(fixture->report, "--highlight: no series or category is called \"Loas\" (did you "
                                   "mean \"Laos\"?)");
    /* What an axis names is known as well. */
    categories[1] = "Loas";
    fixture->plot.y = (AxisSpec){ .kind = SCALE_BAND, .n_categories = 2, .categories = categories };
    palette_report_unknown(&fixture->plot);
    g_assert_cmpuint(report_length(fixture->report), ==, 1);
}

static void
test_colors_by_name(void)
{
    g_autoptr(PlotFixture) fixture =
        series_fixture("colors", "Thailand=#123456, Laos = red", "colors", "Vietnam=#abc", NULL);

    assert_colors(fixture, "#f00 #123456 #abc");
    assert_report(fixture->report, "");
}

static void
test_quoted_names(void)
{
    g_autoptr(PlotFixture) fixture = bound(
        plot_fixture_new("y,p,v\n2001,\"Korea, North\",1\n2001,a=b,2\n", "x", "y", "y", "v",
                         "color", "p", "colors", "\"Korea, North=#123456\",a=b=#abcdef", NULL));

    assert_colors(fixture, "#123456 #abcdef");
    assert_report(fixture->report, "");
}

static void
test_colors_unknown(void)
{
    g_autoptr(PlotFixture) fixture = series_fixture("colors", "Thailnd=red", NULL);

    assert_colors(fixture, "#0856a6 #cd4626 #12a49e");
    assert_report(fixture->report, "");
    palette_report_unknown(&fixture->plot);
    assert_report(fixture->report, "--colors: no series is called \"Thailnd\" (did you mean "
                                   "\"Thailand\"?)");
}

static void
test_muted_stay_grey(void)
{
    g_autoptr(PlotFixture) fixture =
        series_fixture("highlight", "Laos", "colors", "Thailand=red,Laos=#123456", NULL);

    g_assert_true(color_equal(fixture->plot.series[0].color, COLOR_RGB(0x123456)));
    g_assert_true(color_equal(fixture->plot.series[1].color, fixture->theme.muted));
}

static void
test_fill_color(void)
{
    g_autoptr(PlotFixture) one =
        bound(plot_fixture_new("k,v\na,1\n", "x", "k", "y", "v", "fill-color", "#123456", NULL));
    g_autoptr(PlotFixture) many = series_fixture("fill-color", "#123456", NULL);

    g_assert_null(one->plot.series[0].name);
    assert_colors(one, "#123456");
    assert_colors(many, "#0856a6 #cd4626 #12a49e");
}

static void
test_text_contrast(void)
{
    g_autoptr(PlotFixture) fixture = series_fixture("colors", "Laos=yellow,Thailand=#0856a6", NULL);

    g_assert_cmpfloat(color_contrast(fixture->plot.series[0].text_color, fixture->theme.background),
                      >=, 4.5);
    g_assert_true(color_equal(fixture->plot.series[1].text_color, COLOR_RGB(0x0856a6)));
}

static void
test_missing_series(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new("y,p,v\n2001,,1\n2001,a,2\n", "x", "y", "y", "v", "color", "p", NULL);
    guint *index = bind_series(&fixture->plot);

    g_assert_cmpuint(fixture->plot.n_series, ==, 2);
    g_assert_cmpstr(fixture->plot.series[0].name, ==, "a");
    g_assert_cmpstr(fixture->plot.series[1].name, ==, "(missing)");
    g_assert_cmpuint(index[0], ==, 1);
    g_assert_cmpuint(index[1], ==, 0);
}

static void
assert_refused(const char *option, const char *value, const char *message)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new(TRADE, "x", "year", "y", "v", option, value, NULL);
    g_autoptr(GError) error = NULL;

    g_assert_false(palette_read(&fixture->plot, &error));
    assert_failed(error, ERROR_USAGE, message);
}

static void
test_mistakes(void)
{
    assert_refused("palette", "okabe-it",
                   "--palette: no palette \"okabe-it\" (did you mean \"okabe-ito\"?)");
    assert_refused("background", "whitish", "--background: \"whitish\" is not a colour");
    assert_refused("colors", "Laos", "--colors: \"Laos\" is not NAME=COLOR");
    assert_refused("colors", "Laos=red,Thailand=rde",
                   "--colors: \"Thailand=rde\" is not NAME=COLOR");
}

static void
test_a_ramp_gives_steps_that_are_seen(void)
{
    g_autoptr(PlotFixture) light = series_fixture("palette", "viridis", NULL);
    g_autoptr(PlotFixture) dark = series_fixture("palette", "viridis", "theme", "dark", NULL);

    for (guint i = 0; i < 3; i++) {
        g_assert_cmpfloat(color_contrast(light->plot.series[i].color, COLOR_RGB(0xffffff)), >=, 3);
        g_assert_cmpfloat(color_contrast(dark->plot.series[i].color, dark->theme.background), >=,
                          3);
    }
    g_assert_true(color_equal(light->plot.series[2].color, COLOR_RGB(0x440154)));
    g_assert_true(color_equal(dark->plot.series[2].color, COLOR_RGB(0xfde725)));
}

static void
test_print_is_grey_with_a_code(void)
{
    g_autoptr(PlotFixture) fixture = series_fixture("theme", "print", NULL);
    g_autoptr(PlotFixture) plain = series_fixture("theme", "print", "code", "color", NULL);
    g_autoptr(PlotFixture) asked = series_fixture("theme", "print", "palette", "petroff6", NULL);
    g_autoptr(PlotFixture) light = series_fixture("highlight", "Laos", "theme", "print", NULL);

    assert_colors(fixture, "#1f1f1f #7d7d7d #4a4a4a");
    g_assert_cmpuint(fixture->plot.series[2].code, ==, 2);
    g_assert_cmpuint(plain->plot.series[2].code, ==, 0);
    assert_colors(asked, "#5790fc #f89c20 #e42536");
    g_assert_cmpuint(asked->plot.series[1].code, ==, 1);
    /* What stands back bears no code, and its name is paler than the others. */
    g_assert_true(light->plot.series[1].muted);
    g_assert_cmpuint(light->plot.series[1].code, ==, 0);
    g_assert_true(color_equal(light->plot.series[0].text_color, COLOR_RGB(0)));
    g_assert_cmpfloat(color_contrast(light->plot.series[1].text_color, COLOR_RGB(0xffffff)), >=,
                      4.5);
    g_assert_cmpfloat(color_contrast(light->plot.series[1].text_color, COLOR_RGB(0xffffff)), <, 6);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/palette/colours-go-by-the-order-of-the-data", test_order_of_data);
    g_test_add_func("/palette/colours-go-by-order-when-given", test_order_option);
    g_test_add_func("/palette/another-palette-may-be-named", test_palette_option);
    g_test_add_func("/palette/a-dark-theme-has-its-own-colours", test_dark);
    g_test_add_func("/palette/highlighted-series-are-coloured-in-the-order-named", test_highlight);
    g_test_add_func("/palette/highlight-takes-the-header-of-a-folded-column",
                    test_highlight_of_folded);
    g_test_add_func("/palette/highlight-warns-of-names-not-shown", test_highlight_unknown);
    g_test_add_func("/palette/colours-may-be-given-by-name", test_colors_by_name);
    g_test_add_func("/palette/names-with-commas-and-equals-signs-can-be-given", test_quoted_names);
    g_test_add_func("/palette/colors-warns-of-names-not-shown", test_colors_unknown);
    g_test_add_func("/palette/what-is-not-highlighted-stays-grey", test_muted_stay_grey);
    g_test_add_func("/palette/fill-color-is-for-a-single-series", test_fill_color);
    g_test_add_func("/palette/names-in-colour-can-be-read", test_text_contrast);
    g_test_add_func("/palette/rows-without-a-color-are-a-series", test_missing_series);
    g_test_add_func("/palette/mistakes-are-refused", test_mistakes);
    g_test_add_func("/palette/a-ramp-gives-steps-that-are-seen",
                    test_a_ramp_gives_steps_that_are_seen);
    g_test_add_func("/palette/print-is-grey-with-a-code", test_print_is_grey_with_a_code);
    return g_test_run();
}
