#include "plot/rename.h"

#include "plot/plot_fixture.h"

#define TRADE "partner,year,total\nLaos,2001,1\nThailand,2001,2\nBrunei,2001,3\n"
#define WIDE "year,us_exports,china\n2001,1,4\n2002,2,5\n"

static void
assert_levels(const PlotFixture *fixture, Channel channel, const char *expected)
{
    const Column *column = fixture->frame->columns[channel];

    assert_names((const char *const *)column->levels->pdata, column->levels->len, expected);
}

static void
test_categories(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new(TRADE, "x", "partner", "y", "total", "rename", "Laos=Lao PDR", "rename",
                         "Brunei=Brunei = Darussalam", NULL);

    assert_levels(fixture, CHANNEL_X, "Lao PDR|Thailand|Brunei = Darussalam");
    assert_cells(fixture->frame->columns[CHANNEL_Y], "1|2|3");
    assert_report(fixture->report, "");
}

static void
test_series(void)
{
    g_autoptr(PlotFixture) plain =
        plot_fixture_new(WIDE, "x", "year", "y", "us_exports,china", NULL);
    g_autoptr(PlotFixture) renamed = plot_fixture_new(WIDE, "x", "year", "y", "us_exports,china",
                                                      "rename", "us_exports=United States", NULL);

    assert_levels(plain, CHANNEL_COLOR, "Us exports|China");
    assert_levels(renamed, CHANNEL_COLOR, "United States|China");
    assert_report(renamed->report, "");
}

static void
test_columns(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new(TRADE, "x", "partner", "y", "total", "rename", "total=All exports", NULL);
    g_autoptr(PlotFixture) sum = plot_fixture_new(TRADE, "x", "year", "y", "sum(total)", "rename",
                                                  "total=All exports", NULL);

    g_assert_cmpstr(fixture->frame->titles[CHANNEL_Y], ==, "All exports");
    assert_report(fixture->report, "");
    g_assert_cmpstr(sum->frame->titles[CHANNEL_Y], ==, "All exports");
    assert_report(sum->report, "");
}

static void
test_unknown_name(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new(TRADE, "x", "partner", "y", "total", "rename", "Lao=Lao PDR", NULL);

    assert_report(fixture->report, "--rename: no column, series or category is called \"Lao\"");
    g_assert_cmpint(report_entry(fixture->report, 0)->severity, ==, SEVERITY_WARNING);
}

static void
test_order(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new(TRADE, "x", "partner", "y", "total", "order",
                                                      "partner=Brunei,Thailand", NULL);

    assert_levels(fixture, CHANNEL_X, "Brunei|Thailand|Laos");
    assert_cells(fixture->frame->columns[CHANNEL_X], "Laos|Thailand|Brunei");
    assert_report(fixture->report, "");
}

static void
test_order_by_either_name(void)
{
    g_autoptr(PlotFixture) old =
        plot_fixture_new(TRADE, "x", "partner", "y", "total", "rename", "Brunei=Brunei Darussalam",
                         "order", "partner=Brunei,Thailand,Laos", NULL);
    g_autoptr(PlotFixture) new = plot_fixture_new(
        TRADE, "x", "partner", "y", "total", "rename", "Brunei=\"Brunei\", Darussalam", "order",
        "partner=\"\"\"Brunei\"\", Darussalam\",Thailand,Laos", NULL);
    g_autoptr(PlotFixture) header = plot_fixture_new(WIDE, "x", "year", "y", "us_exports,china",
                                                     "order", "series=china,Us exports", NULL);

    assert_levels(old, CHANNEL_X, "Brunei Darussalam|Thailand|Laos");
    assert_levels(new, CHANNEL_X, "\"Brunei\", Darussalam|Thailand|Laos");
    assert_levels(header, CHANNEL_COLOR, "China|Us exports");
    assert_report(old->report, "");
    assert_report(new->report, "");
}

/* What --where left is what can be named. */
static void
test_order_unknown_name(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new(TRADE, "x", "partner", "y", "total", "order", "partner=Bruney,Laos", NULL);
    g_autoptr(PlotFixture) gone =
        plot_fixture_new(TRADE, "x", "partner", "y", "total", "order", "partner=Thailand,Laos",
                         "where", "partner != \"Thailand\"", NULL);

    assert_report(fixture->report, "--order: nothing in column \"partner\" is called \"Bruney\" "
                                   "(did you mean \"Brunei\"?)");
    assert_levels(fixture, CHANNEL_X, "Laos|Thailand|Brunei");
    assert_levels(gone, CHANNEL_X, "Laos|Brunei");
    g_assert_cmpuint(report_length(gone->report), ==, 1);
}

/* An option that does nothing is said, not swallowed. */
static void
test_order_without_effect(void)
{
    g_autoptr(PlotFixture) time = plot_fixture_new(TRADE, "x", "year", "y", "total", "color",
                                                   "partner", "order", "year=2001", NULL);
    g_autoptr(PlotFixture) unused =
        plot_fixture_new(TRADE, "x", "year", "y", "sum(total)", "order", "partner=Laos", NULL);

    assert_report(time->report,
                  "--order: column \"year\" holds no names of this figure to be ordered");
    assert_report(unused->report,
                  "--order: column \"partner\" holds no names of this figure to be ordered");
}

static void
assert_refused(const char *option, const char *value, const char *message)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_try(TRADE, "x", "partner", "y", "total", option, value, NULL);

    assert_failed(fixture->error, ERROR_USAGE, message);
}

static void
test_mistakes(void)
{
    assert_refused("rename", "Laos", "--rename: \"Laos\" is not OLD=NEW");
    assert_refused("rename", "=Laos", "--rename: \"=Laos\" is not OLD=NEW");
    assert_refused("rename", "Laos=", "--rename: \"Laos=\" is not OLD=NEW");
    assert_refused("order", "Laos,Brunei", "--order: \"Laos,Brunei\" is not COLUMN=A,B,C");
    assert_refused("order", "partner=", "--order: \"partner=\" is not COLUMN=A,B,C");
    assert_refused("order", "partners=Laos",
                   "--order: no column \"partners\" (did you mean \"partner\"?)");
}

static void
test_find(void)
{
    g_autoptr(PlotFixture) fixture = plot_fixture_new(TRADE, "x", "partner", "y", "total", "rename",
                                                      "Laos=A", "rename", "Brunei=B", NULL);

    g_assert_cmpstr(rename_find(fixture->spec, "Laos"), ==, "A");
    g_assert_cmpstr(rename_find(fixture->spec, "Brunei"), ==, "B");
    g_assert_null(rename_find(fixture->spec, "Lao"));
    g_assert_null(rename_find(fixture->spec, "laos"));
}

/* Places are looked up by the names of the data; a column that is a colour too has both. */
static void
test_places(void)
{
    g_autoptr(PlotFixture) fixture =
        plot_fixture_new(TRADE, "from", "=PRK", "to", "partner", "color", "partner", "rename",
                         "Laos=Lao PDR", "rename", "Burma=Myanmar", NULL);
    const Frame *frame = fixture->frame;

    assert_levels(fixture, CHANNEL_TO, "Laos|Thailand|Brunei");
    assert_levels(fixture, CHANNEL_COLOR, "Lao PDR|Thailand|Brunei");
    assert_report(fixture->report, "");
    g_assert_true(frame->found.renames[0]);
    g_assert_false(frame->found.renames[1]);
    rename_mark(fixture->spec, "Burma", &fixture->frame->found);
    rename_mark(fixture->spec, NULL, &fixture->frame->found);
    rename_report(fixture->spec, &frame->found, fixture->report);
    assert_report(fixture->report, "");
}

static void
test_join(void)
{
    g_autoptr(PlotFixture) one = plot_fixture_new(TRADE, "from", "=PRK", "to", "partner", "rename",
                                                  "Laos=Lao PDR", "rename", "us_exports=US", NULL);
    g_autoptr(PlotFixture) other =
        plot_fixture_new(WIDE, "x", "year", "y", "us_exports,china", "rename", "Laos=Lao PDR",
                         "rename", "us_exports=US", NULL);

    assert_report(one->report, "");
    rename_join(one->spec, &one->frame->found, &other->frame->found);
    rename_report(one->spec, &one->frame->found, one->report);
    assert_report(one->report, "");
    rename_report(one->spec, &other->frame->found, one->report);
    assert_report(one->report, "--rename: no column, series or category is called \"Laos\"");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/rename/categories-get-new-names", test_categories);
    g_test_add_func("/rename/series-of-folded-columns-get-titles-or-new-names", test_series);
    g_test_add_func("/rename/columns-get-new-titles", test_columns);
    g_test_add_func("/rename/places-keep-their-names", test_places);
    g_test_add_func("/rename/what-another-frame-finds-counts", test_join);
    g_test_add_func("/rename/a-name-that-nothing-has-is-warned-of", test_unknown_name);
    g_test_add_func("/rename/order-puts-the-named-first-and-the-others-after", test_order);
    g_test_add_func("/rename/order-takes-old-and-new-names", test_order_by_either_name);
    g_test_add_func("/rename/order-warns-of-names-that-nothing-has", test_order_unknown_name);
    g_test_add_func("/rename/order-of-what-is-not-shown-by-name-is-warned-of",
                    test_order_without_effect);
    g_test_add_func("/rename/malformed-pairs-and-unknown-columns-are-refused", test_mistakes);
    g_test_add_func("/rename/names-match-as-a-whole", test_find);
    return g_test_run();
}
