#include "charts/figure.h"

#define GROUPS "place,v,k\nA,1,x\nA,2,x\nA,3,x\nA,4,x\nA,9,x\nB,4,x\nB,5,x\nB,6,x\nB,6.5,x\nB,8,x\n"

static Rect
shape_bounds(const GPtrArray *shapes, guint index)
{
    return scene_node_bounds(shapes->pdata[index]);
}

/* The surfaces, without the hair of ground under each. */
static GPtrArray *
figure_fills(const Figure *figure)
{
    g_autoptr(GPtrArray) all = figure_find(figure, ROLE_MARK, NODE_PATH);
    GPtrArray *fills = g_ptr_array_new();

    for (guint i = 0; i < all->len; i++)
        if (((const SceneNode *)all->pdata[i])->fill.a > 0)
            g_ptr_array_add(fills, all->pdata[i]);
    return fills;
}

static void
test_areas_are_equal(void)
{
    g_auto(Figure) figure =
        FIGURE("ridgeline", "p,v\nA,-5\nA,-4\nA,-3\nA,-2\nA,-1\nB,-10\nB,-8\nB,-6\nB,-4\nB,-2\n",
               "x=v", "y=p");
    g_autoptr(GPtrArray) shapes = figure_fills(&figure);

    g_assert_cmpfloat_with_epsilon(shape_bounds(shapes, 0).height,
                                   2 * shape_bounds(shapes, 1).height, 0.5);
}

static void
test_rows_overlap_from_the_top_downwards(void)
{
    g_auto(Figure) figure = FIGURE("ridgeline", GROUPS, "x=v", "y=place", "shape-scale=each");
    g_autoptr(GPtrArray) shapes = figure_fills(&figure);
    g_autofree char *fault = figure_fault(&figure);

    g_assert_cmpstr(fault, ==, NULL);
    g_assert_cmpuint(shapes->len, ==, 2);
    g_assert_cmpfloat(shape_bounds(shapes, 1).y, <, rect_bottom(shape_bounds(shapes, 0)));
    g_assert_cmpfloat(rect_bottom(shape_bounds(shapes, 1)), >,
                      rect_bottom(shape_bounds(shapes, 0)));
    g_assert_cmpfloat_with_epsilon(shape_bounds(shapes, 0).height, shape_bounds(shapes, 1).height,
                                   0.5);
}

static void
test_values_lie_along_x_wherever_they_were_given(void)
{
    g_auto(Figure) figure = FIGURE("ridgeline", GROUPS, "y=v", "x=place", "shape-scale=each");
    g_autoptr(GPtrArray) shapes = figure_fills(&figure);

    g_assert_cmpuint(shapes->len, ==, 2);
    g_assert_cmpfloat_with_epsilon(shape_bounds(shapes, 0).height, shape_bounds(shapes, 1).height,
                                   0.5);
}

static void
test_series_of_one_row_do_not_show_the_row_behind(void)
{
    g_auto(Figure) figure = FIGURE("ridgeline", GROUPS "A,3,y\nA,4,y\nA,5,y\nA,6,y\nA,7,y\n", "x=v",
                                   "y=place", "color=k");
    g_autoptr(GPtrArray) shapes = figure_fills(&figure);

    /* The ground of each curve, then the curves: two in one row, one in the other. */
    g_assert_cmpuint(shapes->len, ==, 6);
    g_assert_cmpuint(((const SceneNode *)shapes->pdata[0])->fill.a, ==, 255);
    g_assert_cmpuint(((const SceneNode *)shapes->pdata[5])->fill.a, <, 255);
}

static void
test_small_groups_are_dots_on_their_base(void)
{
    g_auto(Figure) figure = FIGURE("ridgeline", GROUPS "C,1,x\nC,2,x\n", "x=v", "y=place");
    g_autoptr(GPtrArray) dots = figure_find(&figure, ROLE_MARK, NODE_CIRCLE);
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_cmpuint(dots->len, ==, 2);
    g_assert_nonnull(strstr(remarks, "1 of 3 groups has fewer than 5 values"));
}

static void
test_text_is_refused(void)
{
    g_auto(Figure) figure = FIGURE("ridgeline", GROUPS, "x=place", "y=k");

    g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_USAGE);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ridgeline/areas-are-equal", test_areas_are_equal);
    g_test_add_func("/ridgeline/rows-overlap-from-the-top-downwards",
                    test_rows_overlap_from_the_top_downwards);
    g_test_add_func("/ridgeline/values-lie-along-x-wherever-they-were-given",
                    test_values_lie_along_x_wherever_they_were_given);
    g_test_add_func("/ridgeline/series-of-one-row-do-not-show-the-row-behind",
                    test_series_of_one_row_do_not_show_the_row_behind);
    g_test_add_func("/ridgeline/small-groups-are-dots-on-their-base",
                    test_small_groups_are_dots_on_their_base);
    g_test_add_func("/ridgeline/text-is-refused", test_text_is_refused);
    return g_test_run();
}
