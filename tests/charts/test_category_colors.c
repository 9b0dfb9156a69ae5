// --colors for the names of categories, where no column gives colours.
#include "charts/figure.h"

static const char parties[] = "party,seats\nRed,40\nGreen,30\nGrey,20\n";

/* The fills of the marks in painting order. Caller frees. */
static char *
fills_of(const Figure *figure, NodeKind kind)
{
    g_autoptr(GPtrArray) nodes = figure_find(figure, ROLE_MARK, kind);
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < nodes->len; i++) {
        const SceneNode *node = nodes->pdata[i];
        char hex[16];

        color_to_hex(node->fill, hex);
        g_string_append_printf(text, "%s ", hex);
    }
    return g_string_free(text, FALSE);
}

static void
test_bars(void)
{
    g_auto(Figure) figure =
        FIGURE("bar", parties, "x=seats", "y=party", "colors=Red=#cc0000,Green=#00aa00");
    g_autofree char *fills = fills_of(&figure, NODE_RECT), *remarks = figure_remarks(&figure);

    g_assert_cmpstr(fills, ==, "#c00 #0a0 #0856a6 ");
    g_assert_cmpstr(remarks, ==, "");
}

static void
test_dots_keep_their_values(void)
{
    g_auto(Figure) figure =
        FIGURE("dot", parties, "x=seats", "y=party", "stem=on", "colors=Red=#cc0000");
    g_autofree char *fills = fills_of(&figure, NODE_CIRCLE);

    g_assert_cmpstr(fills, ==, "#c00 #0856a6 #0856a6 ");
    g_assert_true(figure_has_text(&figure, "40"));
}

static void
test_slices(void)
{
    g_auto(Figure) figure = FIGURE("pie", parties, "x=party", "y=seats", "colors=Red=#cc0000");
    g_autofree char *fills = fills_of(&figure, NODE_PATH), *remarks = figure_remarks(&figure);

    g_assert_nonnull(strstr(fills, "#c00 "));
    g_assert_cmpstr(remarks, ==, "");
}

static void
test_points_by_label(void)
{
    g_auto(Figure) figure = FIGURE("scatter", "n,a,b\nx,1,1\ny,2,2\nz,3,3\n", "x=a", "y=b",
                                   "label=n", "colors=y=#cc0000");
    g_autofree char *fills = fills_of(&figure, NODE_CIRCLE);

    g_assert_nonnull(strstr(fills, "#c00"));
}

/* What is not highlighted stays grey. */
static void
test_highlight_goes_first(void)
{
    g_auto(Figure) figure = FIGURE("bar", parties, "x=seats", "y=party", "highlight=Red",
                                   "colors=Red=#cc0000,Green=#00aa00");
    g_autofree char *fills = fills_of(&figure, NODE_RECT);

    g_assert_true(g_str_has_prefix(fills, "#c00 "));
    g_assert_null(strstr(fills, "#0a0"));
}

static void
test_unknown_names_are_said(void)
{
    g_auto(Figure) figure = FIGURE("bar", parties, "x=seats", "y=party", "colors=Gren=#00aa00");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_cmpstr(remarks, ==,
                    "--colors: no series or category is called \"Gren\" (did you mean \"Green\", "
                    "\"Grey\"?)\n");
}

/* With a column of colours a category has none of its own: that is said, not ignored. */
static void
test_category_beside_a_color_column(void)
{
    g_auto(Figure) figure = FIGURE("bar", "y,p,v\nOne,a,1\nOne,b,2\nTwo,a,3\nTwo,b,4\n", "x=y",
                                   "y=v", "color=p", "colors=One=#00aa00");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_cmpstr(remarks, ==, "--colors: no series is called \"One\"\n");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/category-colors/bars", test_bars);
    g_test_add_func("/category-colors/dots-keep-their-values", test_dots_keep_their_values);
    g_test_add_func("/category-colors/slices", test_slices);
    g_test_add_func("/category-colors/points-by-label", test_points_by_label);
    g_test_add_func("/category-colors/highlight-goes-first", test_highlight_goes_first);
    g_test_add_func("/category-colors/unknown-names-are-said", test_unknown_names_are_said);
    g_test_add_func("/category-colors/category-beside-a-color-column",
                    test_category_beside_a_color_column);
    return g_test_run();
}
