#include "figure.h"

#define VISITS \
    "country,visits,kind\nLaos,7,party\nVietnam,6,state\nVietnam,2,party\nChina,0,state\n"

static void
test_exact_counts(void)
{
    g_auto(Figure) figure = FIGURE("units", VISITS, "x=country", "y=sum(visits)");
    g_autoptr(GPtrArray) dots = figure_find(&figure, ROLE_MARKS, NODE_CIRCLE);
    g_autofree char *words = figure_texts(&figure, ROLE_LABELS), *fault = figure_fault(&figure);

    g_assert_cmpuint(dots->len, ==, 15);
    g_assert_cmpstr(words, ==, "Visits|Vietnam|Laos|China|8|7|0");
    g_assert_cmpstr(fault, ==, NULL);
}

static void
test_fives(void)
{
    g_auto(Figure) figure = FIGURE("units", VISITS, "x=country", "y=sum(visits)");
    g_autoptr(GPtrArray) dots = figure_find(&figure, ROLE_MARKS, NODE_CIRCLE);
    const SceneNode *fourth = dots->pdata[3], *fifth = dots->pdata[4], *sixth = dots->pdata[5];
    double step = fifth->circle.centre.x - fourth->circle.centre.x;

    g_assert_cmpfloat_with_epsilon(sixth->circle.centre.x - fifth->circle.centre.x, step * 1.5,
                                   1e-9);
}

static void
test_kinds(void)
{
    g_auto(Figure) figure = FIGURE("units", VISITS, "x=country", "y=visits", "color=kind");
    g_autofree char *key = figure_texts(&figure, ROLE_LEGEND);
    g_autofree char *words = figure_texts(&figure, ROLE_LABELS);

    g_assert_cmpstr(key, ==, "party|state");
    g_assert_cmpstr(words, ==, "Visits|Vietnam|Laos|China|8|7|0");
}

static void
test_highlight(void)
{
    g_auto(Figure) figure = FIGURE("units", VISITS, "x=country", "y=sum(visits)", "highlight=Laos");
    g_autoptr(GPtrArray) dots = figure_find(&figure, ROLE_MARKS, NODE_CIRCLE);
    const SceneNode *other = dots->pdata[0], *named = dots->pdata[8];
    g_autofree char *remarks = figure_remarks(&figure), *key = figure_texts(&figure, ROLE_LEGEND);

    g_assert_false(color_equal(other->fill, named->fill));
    g_assert_cmpstr(remarks, ==, "");
    g_assert_cmpstr(key, ==, "");
}

static void
test_sizes(void)
{
    static const char *const sizes[][2] = { { "width=400", "height=300" },
                                            { "width=200", "height=120" },
                                            { "width=1280", "height=720" } };

    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_auto(Figure) figure = FIGURE("units", "n,v\nA long name of a place,128\nb,77\nc,3\n",
                                       "x=n", "y=v", sizes[i][0], sizes[i][1]);
        g_autofree char *fault = figure_fault(&figure);

        g_assert_cmpstr(fault, ==, NULL);
    }
}

static void
test_refusals(void)
{
    g_auto(Figure) part = FIGURE("units", "n,v\na,1.5\n", "x=n", "y=v");
    g_auto(Figure) many = FIGURE("units", "n,v\na,1200\n", "x=n", "y=v");

    g_assert_error(part.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(part.error->message, ==,
                    "1.5 is not a whole number, and units shows one symbol for each; use bar");
    g_assert_error(many.error, CARTOUCHE_ERROR, ERROR_INPUT);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/units/one-symbol-for-each-thing", test_exact_counts);
    g_test_add_func("/units/symbols-stand-in-fives", test_fives);
    g_test_add_func("/units/kinds-share-a-row-and-its-number", test_kinds);
    g_test_add_func("/units/highlighted-rows-stand-out", test_highlight);
    g_test_add_func("/units/all-stays-on-the-page", test_sizes);
    g_test_add_func("/units/what-cannot-be-counted-is-refused", test_refusals);
    return g_test_run();
}
