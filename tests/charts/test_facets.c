#include "charts/figure.h"

#define TRADE                                                                              \
    "country,flow,year,total\n"                                                            \
    "Laos,Exports,2001,1\nLaos,Exports,2002,2\nLaos,Imports,2001,3\nLaos,Imports,2002,4\n" \
    "Thailand,Exports,2001,40\nThailand,Exports,2002,50\n"

/* Titles of the panels, in order, "|" between them. */
static char *
panel_names(const Figure *figure)
{
    g_autoptr(GPtrArray) nodes = figure_nodes(figure);
    GString *names = g_string_new(NULL);

    for (guint i = 0; i < nodes->len; i++) {
        const SceneNode *node = nodes->pdata[i];

        if (node->kind == NODE_GROUP && node->group.role == ROLE_PANEL)
            g_string_append_printf(names, "%s%s", names->len > 0 ? "|" : "", node->group.title);
    }
    return g_string_free(names, FALSE);
}

static guint
count_text(const Figure *figure, const char *text)
{
    g_autoptr(GPtrArray) nodes = figure_nodes(figure);
    guint n = 0;

    for (guint i = 0; i < nodes->len; i++) {
        const SceneNode *node = nodes->pdata[i];

        n += node->kind == NODE_TEXT && strcmp(node->text.text, text) == 0 ? 1 : 0;
    }
    return n;
}

static void
assert_refused(const Figure *figure, const char *message)
{
    g_assert_nonnull(figure->error);
    g_assert_cmpstr(figure->error->message, ==, message);
}

static void
assert_sound(const Figure *figure)
{
    g_autofree char *fault = figure_fault(figure);

    g_assert_cmpstr(fault, ==, NULL);
}

static void
test_grid(void)
{
    g_auto(Figure) figure =
        FIGURE("line", TRADE, "x=year", "y=total", "facet=country", "facet-rows=flow");
    g_autofree char *names = panel_names(&figure);
    g_autofree char *remarks = figure_remarks(&figure);

    assert_sound(&figure);
    g_assert_cmpstr(names, ==, "Laos, Exports|Thailand, Exports|Laos, Imports|Thailand, Imports");
    g_assert_cmpstr(remarks, ==, "1 of 4 panels have no rows and stay empty\n");
    /* The names of columns stand over them, those of rows left of them, each once. */
    g_assert_cmpuint(count_text(&figure, "Laos"), ==, 1);
    g_assert_cmpuint(count_text(&figure, "Imports"), ==, 1);
    g_assert_cmpuint(count_text(&figure, "No data"), ==, 1);
    g_assert_cmpfloat(figure_text_node(&figure, "Laos")->text.at.y, ==,
                      figure_text_node(&figure, "Thailand")->text.at.y);
    g_assert_cmpfloat(figure_text_node(&figure, "Exports")->text.at.x, ==,
                      figure_text_node(&figure, "Imports")->text.at.x);
    g_assert_cmpfloat(figure_text_node(&figure, "Exports")->text.at.x, <,
                      figure_text_node(&figure, "Laos")->text.at.x);
}

/* Long names of rows would take the panels' width: they stand above. */
static void
test_long_names_of_rows(void)
{
    g_auto(Figure) figure =
        FIGURE("line", "x,y,g\n1,1,Uncharacteristically\n2,2,Uncharacteristically\n1,1,B\n2,2,B\n",
               "x=x", "y=y", "facet-rows=g", "width=300");

    assert_sound(&figure);
    g_assert_cmpfloat(figure_text_node(&figure, "B")->text.at.x, ==,
                      figure_text_node(&figure, "Uncharacteristically")->text.at.x);
    g_assert_true(figure_has_text(&figure, "Uncharacteristically"));
}

static void
test_missing_values_have_a_panel(void)
{
    g_auto(Figure) figure =
        FIGURE("line", "x,y,g\n1,1,a\n2,2,a\n1,3,\n2,4,\n", "x=x", "y=y", "facet=g");
    g_autofree char *names = panel_names(&figure);
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_cmpstr(names, ==, "a|(missing)");
    g_assert_cmpstr(remarks, ==,
                    "2 rows have no value in column \"g\" and stand in a panel of their own\n");
}

static void
test_refusals(void)
{
    g_auto(Figure) same =
        FIGURE("line", TRADE, "x=year", "y=sum(total)", "facet=country", "facet-rows=country");
    g_auto(Figure) columns = FIGURE("line", TRADE, "x=year", "y=total", "facet=country",
                                    "facet-rows=flow", "facet-columns=2");
    g_auto(Figure) twice = FIGURE("line", TRADE, "x=year", "y=total", "facet-rows=country");

    assert_refused(&same, "--facet and --facet-rows name the same column; one of them is enough");
    assert_refused(&columns,
                   "--facet-columns: with --facet-rows the columns are the values of --facet");
    assert_refused(&twice, "2 rows for year=2001, country=Laos; say sum(total) or mean(total), "
                           "or narrow with --where");
}

static void
test_options_without_panels(void)
{
    g_auto(Figure) figure = FIGURE("line", "x,y\n1,1\n2,2\n", "x=x", "y=y", "facet-columns=3",
                                   "free-scales=on", "facet-context=on");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_cmpstr(remarks, ==,
                    "--facet-context has no effect on a single panel\n"
                    "--facet-columns has no effect without --facet\n"
                    "--free-scales has no effect without --facet or --facet-rows\n");
}

/* The colours of lines in the panels, in painting order. */
static guint
count_stroked(const Figure *figure, Color color)
{
    g_autoptr(GPtrArray) paths = figure_find(figure, ROLE_MARKS, NODE_PATH);
    guint n = 0;

    for (guint i = 0; i < paths->len; i++) {
        const SceneNode *node = paths->pdata[i];

        n += color_equal(node->stroke.color, color) ? 1 : 0;
    }
    return n;
}

static void
test_highlighted_panels(void)
{
    const Color grey = theme_find("light")->muted;
    g_auto(Figure) panels = FIGURE("line", TRADE, "x=year", "y=total", "color=flow",
                                   "facet=country", "highlight=Thailand");
    g_auto(Figure) series = FIGURE("line", TRADE, "x=year", "y=total", "color=country",
                                   "facet=flow", "highlight=Thailand");
    g_autofree char *remarks = figure_remarks(&panels);

    g_assert_cmpstr(remarks, ==, "");
    g_assert_cmpuint(count_stroked(&panels, grey), ==, 2);
    /* The one series of both panels that was named is coloured, the other grey in both. */
    g_assert_cmpuint(count_stroked(&series, grey), ==, 2);
}

static void
test_context(void)
{
    const Color grey = theme_find("light")->muted;
    g_auto(Figure) figure = FIGURE("line", TRADE, "x=year", "y=total", "facet=country",
                                   "where=flow = \"Exports\"", "facet-context=on");
    g_auto(Figure) refused = FIGURE("line", TRADE, "x=year", "y=total", "facet=country",
                                    "color=flow", "facet-context=on", "free-scales=on");

    g_assert_cmpuint(count_stroked(&figure, grey), ==, 2);
    assert_refused(&refused, "--facet-context compares panels, which needs the scales that "
                             "--free-scales takes away");
}

/* Names at the ends of the lines would repeat themselves in every panel and take its width. */
static void
test_names_of_lines(void)
{
    g_auto(Figure) figure =
        FIGURE("line", TRADE, "x=year", "y=total", "color=flow", "facet=country");
    g_auto(Figure) direct =
        FIGURE("line", TRADE, "x=year", "y=total", "color=flow", "facet=country", "legend=direct");
    g_autofree char *key = figure_texts(&figure, ROLE_LEGEND);
    g_autofree char *none = figure_texts(&direct, ROLE_LEGEND);

    assert_sound(&figure);
    assert_sound(&direct);
    g_assert_cmpstr(key, ==, "Exports|Imports");
    g_assert_cmpuint(count_text(&figure, "Exports"), ==, 1);
    g_assert_cmpstr(none, ==, "");
    g_assert_cmpuint(count_text(&direct, "Exports"), ==, 2);
}

/* n countries with two series each. */
static char *
many_panels(guint n)
{
    GString *csv = g_string_new("country,flow,year,total\n");

    for (guint i = 0; i < n; i++)
        for (guint year = 2000; year < 2006 + i % 3; year++)
            g_string_append_printf(csv, "%s %u,Exports,%u,%u\n%s %u,Imports,%u,%u\n",
                                   i % 7 == 3 ? "East Asia and the Pacific region" : "Land", i,
                                   year, (i * 37 + year * 13) % 90,
                                   i % 7 == 3 ? "East Asia and the Pacific region" : "Land", i,
                                   year, (i * 17 + year * 29) % 60);
    return g_string_free(csv, FALSE);
}

static void
test_pages_that_cannot_hold_them(void)
{
    g_autofree char *csv = many_panels(60);
    g_auto(Figure) small = FIGURE("line", csv, "x=year", "y=total", "color=flow", "facet=country",
                                  "width=400", "height=300");
    g_auto(Figure) grows =
        FIGURE("line", csv, "x=year", "y=total", "color=flow", "facet=country", "width=400");

    assert_refused(&small, "60 panels have no room on a page of 400 x 300 px; make it larger, or "
                           "leave out the height and it grows");
    assert_sound(&grows);
    g_assert_cmpfloat(grows.scene->size.height, >, 1000);
}

static void
test_one_to_sixty_panels(void)
{
    static const char *const sizes[] = { "height=500", "width=400", "preset=slide" };
    static const char *const scales[] = { "free-scales=off", "free-scales=y", "free-scales=on" };

    for (guint n = 1; n <= 60; n += n < 12 ? 1 : 7)
        for (guint i = 0; i < G_N_ELEMENTS(sizes) * G_N_ELEMENTS(scales); i++) {
            g_autofree char *csv = many_panels(n);
            g_auto(Figure) figure = FIGURE("line", csv, "x=year", "y=total", "color=flow",
                                           "facet=country", sizes[i % 3], scales[i / 3]);

            /* Axes of their own need room that the page may not have. */
            if (figure.error != NULL && n > 40)
                g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_USAGE);
            else
                assert_sound(&figure);
        }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/facets/rows-and-columns-are-a-grid", test_grid);
    g_test_add_func("/facets/long-names-of-rows-stand-above-them", test_long_names_of_rows);
    g_test_add_func("/facets/missing-values-have-a-panel-and-are-counted",
                    test_missing_values_have_a_panel);
    g_test_add_func("/facets/what-contradicts-itself-is-refused", test_refusals);
    g_test_add_func("/facets/options-without-panels-are-reported", test_options_without_panels);
    g_test_add_func("/facets/highlight-picks-panels-or-series", test_highlighted_panels);
    g_test_add_func("/facets/context-repeats-the-lines-of-the-others", test_context);
    g_test_add_func("/facets/names-of-lines-are-a-key-unless-asked-for", test_names_of_lines);
    g_test_add_func("/facets/too-small-a-page-is-refused", test_pages_that_cannot_hold_them);
    g_test_add_func("/facets/one-to-sixty-panels-fit", test_one_to_sixty_panels);
    return g_test_run();
}
