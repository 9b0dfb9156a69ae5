// Heatmap: a cell for every pair, colours for numbers, what is missing stays visible.
#include "charts/figure.h"
#include "scale/ramp.h"

static const char trust[] = "year,power,share\n"
                            "2019,Japan,66\n2020,Japan,61\n2021,Japan,67\n"
                            "2019,India,22\n2021,India,\n";

/* The colour of the cell with a tooltip; it must be there. */
static Color
cell_color(const Figure *figure, const char *title)
{
    g_autoptr(GPtrArray) nodes = figure_nodes(figure);

    for (guint i = 0; i < nodes->len; i++) {
        const SceneNode *node = nodes->pdata[i];

        if (node->kind == NODE_GROUP && g_strcmp0(node->group.title, title) == 0)
            return node->group.first->fill;
    }
    g_error("no cell is called \"%s\"", title);
}

static void
test_every_pair_is_a_cell(void)
{
    g_auto(Figure) figure = FIGURE("heatmap", trust, "x=year", "y=power", "color=share");
    g_autoptr(GPtrArray) cells = figure_find(&figure, ROLE_MARKS, NODE_RECT);
    g_autofree char *fault = figure_fault(&figure);
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_null(fault);
    g_assert_cmpuint(cells->len, ==, 6);
    g_assert_cmpstr(remarks, ==, "2 of 6 cells have no data\n");
    g_assert_true(figure_has_text(&figure, "No data"));
    g_assert_true(figure_has_text(&figure, "66"));
}

static void
test_more_is_further_along_the_ramp(void)
{
    g_auto(Figure) figure = FIGURE("heatmap", trust, "x=year", "y=power", "color=share");
    Color least = cell_color(&figure, "India, 2019: 22"), most;

    most = cell_color(&figure, "Japan, 2021: 67");
    g_assert_true(color_equal(least, ramp_color(ramps[0], 0, FALSE)));
    g_assert_true(color_equal(most, ramp_color(ramps[0], 1, FALSE)));
}

static void
test_both_signs_meet_at_zero(void)
{
    g_auto(Figure) figure =
        FIGURE("heatmap", "a,b,c\nx,p,-5\nx,q,10\ny,p,0\ny,q,5\n", "x=a", "y=b", "color=c");
    Color zero = cell_color(&figure, "p, y: 0"), least = cell_color(&figure, "p, x: −5");

    g_assert_true(color_equal(zero, ramp_color(ramp_diverging, 0.5, FALSE)));
    g_assert_true(color_equal(least, ramp_color(ramp_diverging, 0.25, FALSE)));
}

static void
test_a_midpoint_is_the_middle_of_the_ramp(void)
{
    g_auto(Figure) figure = FIGURE("heatmap", "a,b,c\nx,p,40\nx,q,50\n", "x=a", "y=b", "color=c",
                                   "midpoint=50", "ramp=brown-teal");

    g_assert_true(color_equal(cell_color(&figure, "q, x: 50"),
                              ramp_color(ramp_find("brown-teal"), 0.5, FALSE)));
}

static void
test_classes_share_a_colour(void)
{
    g_auto(Figure) figure = FIGURE("heatmap", "a,b,c\nw,p,1\nx,p,2\ny,p,101\nz,p,102\n", "x=a",
                                   "y=b", "color=c", "classes=2", "class-method=quantile");
    Color low = cell_color(&figure, "p, w: 1"), high = cell_color(&figure, "p, z: 102");

    g_assert_true(color_equal(low, cell_color(&figure, "p, x: 2")));
    g_assert_true(color_equal(high, cell_color(&figure, "p, y: 101")));
    g_assert_false(color_equal(low, high));
}

/* Equal distances from the middle are equally strong, and the key breaks there. */
static void
test_classes_go_two_ways(void)
{
    g_auto(Figure) figure = FIGURE("heatmap", "a,b,c\nw,p,-9\nx,p,9\ny,p,31\nz,p,40\n", "x=a",
                                   "y=b", "color=c", "classes=8", "class-method=equal");
    g_autofree char *key = figure_texts(&figure, ROLE_LEGEND);
    const Ramp *ramp = ramp_find("blue-red");

    g_assert_cmpstr(key, ==, "C|−10 – 0|0 – 10|10 – 20|20 – 30|30 – 40");
    g_assert_true(
        color_equal(cell_color(&figure, "p, w: −9"), ramp_class_color(ramp, 3, 8, FALSE)));
    g_assert_true(color_equal(cell_color(&figure, "p, x: 9"), ramp_class_color(ramp, 4, 8, FALSE)));
    g_assert_true(
        color_equal(cell_color(&figure, "p, z: 40"), ramp_class_color(ramp, 7, 8, FALSE)));
}

static void
test_few_whole_numbers_are_classes(void)
{
    g_auto(Figure) figure =
        FIGURE("heatmap", "a,b,c\nx,p,1\ny,p,2\nz,p,4\n", "x=a", "y=b", "color=c");
    g_autofree char *key = figure_texts(&figure, ROLE_LEGEND);

    g_assert_cmpstr(key, ==, "C|1|2|3|4");
    g_assert_true(
        color_equal(cell_color(&figure, "p, y: 2"), ramp_color(ramps[0], 1 / 3.0, FALSE)));
}

static void
test_bins_have_edges_and_counts(void)
{
    g_auto(Figure) figure = FIGURE("heatmap", "a,b\n1,1\n2,2\n2,2\n9,9\n", "x=bin(a, 5)",
                                   "y=bin(b, 5)", "color=count()");
    g_autoptr(GPtrArray) cells = figure_find(&figure, ROLE_MARKS, NODE_RECT);
    g_autofree char *remarks = figure_remarks(&figure);

    /* Empty bins are no cells and nothing is missing. */
    g_assert_cmpuint(cells->len, ==, 3);
    g_assert_cmpstr(remarks, ==, "");
}

static void
test_rows_stand_by_their_mean(void)
{
    g_auto(Figure) figure =
        FIGURE("heatmap", "a,b,c\nx,p,1\ny,p,2\nx,q,8\ny,q,9\n", "x=a", "y=b", "color=c");
    g_auto(Figure) asked = FIGURE("heatmap", "a,b,c\nx,p,1\ny,p,2\nx,q,8\ny,q,9\n", "x=a", "y=b",
                                  "color=c", "sort=value");
    g_autofree char *texts = figure_texts(&figure, ROLE_PANEL);
    g_autofree char *ascending = figure_texts(&asked, ROLE_PANEL);

    g_assert_cmpstr(texts, ==, "q|p|x|y|8|9|1|2");
    g_assert_cmpstr(ascending, ==, "p|q|x|y|1|2|8|9");
}

static void
test_values_stand_in_all_cells_or_in_none(void)
{
    g_autoptr(GString) csv = g_string_new("a,b,c\n");

    for (guint i = 0; i < 40; i++)
        g_string_append_printf(csv, "%u,p,%u\n", i, i == 7 ? 123456 : i);
    {
        g_auto(Figure) none =
            FIGURE("heatmap", csv->str, "x=a", "y=b", "color=c", "width=400", "height=200");
        g_auto(Figure) some = FIGURE("heatmap", csv->str, "x=a", "y=b", "color=c", "values=on",
                                     "width=900", "height=200");
        g_autofree char *remarks = figure_remarks(&some);

        g_assert_false(figure_has_text(&none, "123,456"));
        g_assert_cmpstr(remarks, ==,
                        "1 of 40 values has no room in the cells and is left out; a larger "
                        "figure would show more\n");
    }
}

static void
test_facets_share_the_ramp(void)
{
    g_auto(Figure) figure =
        FIGURE("heatmap", "a,b,c,f\nx,p,1,one\nx,q,4,one\nx,p,4,two\nx,q,9,two\n", "x=a", "y=b",
               "color=c", "facet=f");
    g_autofree char *fault = figure_fault(&figure);

    g_assert_null(fault);
    g_assert_cmpuint(figure.scene != NULL, ==, 1);
    g_assert_true(color_equal(cell_color(&figure, "q, x: 9"), ramp_color(ramps[0], 1, FALSE)));
}

/* options of a figure that is refused, and a part of what it is told. */
static void
refused(const char *csv, const char *const *options, int code, const char *told)
{
    g_auto(Figure) figure = figure_draw("heatmap", csv, options);

    g_assert_error(figure.error, CARTOUCHE_ERROR, code);
    if (strstr(figure.error->message, told) == NULL)
        g_error("\"%s\" does not say \"%s\"", figure.error->message, told);
}

static void
test_what_cannot_be_shown_is_refused(void)
{
#define REFUSED(csv, code, told, ...) \
    refused(csv, (const char *const[]){ "x=year", "y=power", __VA_ARGS__, NULL }, code, told)
    REFUSED(trust, ERROR_USAGE, "heatmap needs --color", "legend=none");
    REFUSED(trust, ERROR_USAGE, "column \"power\" is text", "color=power");
    REFUSED("year,power,share\n2019,J,1\n2019,J,2\n", ERROR_INPUT,
            "2 rows for year=2019, power=J; say sum(share) or mean(share)", "color=share");
    REFUSED("year,power,share\n2019,J,\n", ERROR_INPUT, "no values", "color=share");
    REFUSED(trust, ERROR_USAGE, "did you mean \"blue\"", "color=share", "ramp=blu");
    REFUSED(trust, ERROR_USAGE, "has no middle", "color=share", "ramp=blue", "midpoint=1");
    REFUSED(trust, ERROR_USAGE, "say with --midpoint from which number", "color=share",
            "ramp=blue-red", "classes=3");
    REFUSED(trust, ERROR_USAGE, "classes have their own ends", "color=share", "classes=3",
            "color-domain=0..9");
    REFUSED(trust, ERROR_USAGE, "below the upper one", "color=share", "color-domain=9..0");
    REFUSED(trust, ERROR_USAGE, "has no series", "color=share", "palette=petroff6");
    REFUSED(trust, ERROR_USAGE, "--sort", "color=share", "sort=nothing");
#undef REFUSED
}

static void
test_few_columns_fill_a_slide(void)
{
    g_auto(Figure) figure =
        FIGURE("heatmap", "a,b,c\nx,p,1.5\ny,p,2\n", "x=a", "y=b", "color=c", "preset=slide");
    g_autoptr(GPtrArray) cells = figure_find(&figure, ROLE_MARKS, NODE_RECT);
    const SceneNode *last = cells->pdata[cells->len - 1];

    g_assert_cmpfloat(rect_right(last->rect.rect), >, 0.9 * figure.scene->size.width);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/heatmap/every-pair-is-a-cell", test_every_pair_is_a_cell);
    g_test_add_func("/heatmap/more-is-further-along-the-ramp", test_more_is_further_along_the_ramp);
    g_test_add_func("/heatmap/both-signs-meet-at-zero", test_both_signs_meet_at_zero);
    g_test_add_func("/heatmap/a-midpoint-is-the-middle-of-the-ramp",
                    test_a_midpoint_is_the_middle_of_the_ramp);
    g_test_add_func("/heatmap/classes-share-a-colour", test_classes_share_a_colour);
    g_test_add_func("/heatmap/classes-go-two-ways", test_classes_go_two_ways);
    g_test_add_func("/heatmap/few-whole-numbers-are-classes", test_few_whole_numbers_are_classes);
    g_test_add_func("/heatmap/bins-have-edges-and-counts", test_bins_have_edges_and_counts);
    g_test_add_func("/heatmap/rows-stand-by-their-mean", test_rows_stand_by_their_mean);
    g_test_add_func("/heatmap/values-stand-in-all-cells-or-in-none",
                    test_values_stand_in_all_cells_or_in_none);
    g_test_add_func("/heatmap/facets-share-the-ramp", test_facets_share_the_ramp);
    g_test_add_func("/heatmap/what-cannot-be-shown-is-refused",
                    test_what_cannot_be_shown_is_refused);
    g_test_add_func("/heatmap/few-columns-fill-a-slide", test_few_columns_fill_a_slide);
    return g_test_run();
}
