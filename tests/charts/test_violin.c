#include "charts/figure.h"

#define GROUPS "place,v\nA,1\nA,2\nA,3\nA,4\nA,9\nB,4\nB,5\nB,6\nB,6.5\nB,8\n"

static void
test_a_violin_is_as_wide_to_both_sides(void)
{
    g_auto(Figure) figure = FIGURE("violin", GROUPS, "x=v", "y=place");
    g_autoptr(GPtrArray) shapes = figure_find(&figure, ROLE_MARK, NODE_PATH);
    g_autoptr(GPtrArray) medians = figure_find(&figure, ROLE_MARK, NODE_CIRCLE);
    g_autofree char *fault = figure_fault(&figure);

    g_assert_cmpstr(fault, ==, NULL);
    g_assert_cmpuint(shapes->len, ==, 2);
    g_assert_cmpuint(medians->len, ==, 2);
    for (guint i = 0; i < 2; i++) {
        Rect shape = scene_node_bounds(shapes->pdata[i]);
        const SceneNode *median = medians->pdata[i];

        g_assert_cmpfloat_with_epsilon(shape.y + shape.height / 2, median->circle.centre.y, 1e-6);
    }
}

/* The same values twice as far apart: a shape as long again and half as thick. */
#define SPREAD "place,v\nA,1\nA,2\nA,3\nA,4\nA,5\nB,2\nB,4\nB,6\nB,8\nB,10\n"

static void
test_shapes_have_equal_areas(void)
{
    g_auto(Figure) figure = FIGURE("violin", SPREAD, "x=v", "y=place");
    g_autoptr(GPtrArray) shapes = figure_find(&figure, ROLE_MARK, NODE_PATH);
    Rect b = scene_node_bounds(shapes->pdata[0]), a = scene_node_bounds(shapes->pdata[1]);
    g_autofree char *notes = figure_texts(&figure, ROLE_NONE);

    g_assert_cmpfloat_with_epsilon(b.width, 2 * a.width, 0.5);
    g_assert_cmpfloat_with_epsilon(a.height, 2 * b.height, 0.5);
    g_assert_null(strstr(notes, "scale of its own"));
}

static void
test_each_shape_on_its_own_scale_is_noted(void)
{
    g_auto(Figure) figure = FIGURE("violin", SPREAD, "x=v", "y=place", "shape-scale=each");
    g_autoptr(GPtrArray) shapes = figure_find(&figure, ROLE_MARK, NODE_PATH);
    Rect b = scene_node_bounds(shapes->pdata[0]), a = scene_node_bounds(shapes->pdata[1]);
    g_autofree char *notes = figure_texts(&figure, ROLE_NONE);

    g_assert_cmpfloat_with_epsilon(a.height, b.height, 0.5);
    g_assert_nonnull(strstr(notes, "Each shape has a scale of its own"));
}

/* On a shape thinner than its median the ground's colour would not be seen. */
static void
test_medians_are_seen_on_thin_shapes(void)
{
    g_auto(Figure) figure =
        FIGURE("violin", "place,v\nA,1\nA,1.1\nA,1.2\nA,1.3\nA,1.4\nB,1\nB,20\nB,40\nB,60\nB,80\n",
               "x=v", "y=place");
    g_autoptr(GPtrArray) medians = figure_find(&figure, ROLE_MARK, NODE_CIRCLE);
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_cmpuint(medians->len, ==, 4);
    g_assert_cmpuint(((const SceneNode *)medians->pdata[0])->fill.r, <, 64);
    g_assert_nonnull(strstr(remarks, "1 shape is hardly thick enough"));
}

static void
test_violins_stand_side_by_side_by_series(void)
{
    g_auto(Figure) figure = FIGURE("violin",
                                   "p,v,k\nA,1,x\nA,2,x\nA,3,x\nA,4,x\nA,9,x\n"
                                   "A,4,y\nA,5,y\nA,6,y\nA,6.5,y\nA,8,y\n",
                                   "x=v", "y=p", "color=k");
    g_autoptr(GPtrArray) shapes = figure_find(&figure, ROLE_MARK, NODE_PATH);
    Rect first = scene_node_bounds(shapes->pdata[0]), second = scene_node_bounds(shapes->pdata[1]);

    g_assert_cmpuint(shapes->len, ==, 2);
    g_assert_cmpfloat(rect_bottom(first), <=, second.y);
}

static void
test_small_groups_are_dots(void)
{
    g_auto(Figure) figure = FIGURE("violin", GROUPS "C,1\nC,2\n", "x=v", "y=place");
    g_autoptr(GPtrArray) dots = figure_find(&figure, ROLE_MARK, NODE_CIRCLE);
    g_autofree char *remarks = figure_remarks(&figure);

    /* Two medians and the two values. */
    g_assert_cmpuint(dots->len, ==, 4);
    g_assert_nonnull(strstr(remarks, "1 of 3 groups has fewer than 5 values"));
}

static void
test_text_is_refused(void)
{
    g_auto(Figure) figure = FIGURE("violin", GROUPS, "x=place");

    g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_USAGE);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/violin/shapes-have-equal-areas", test_shapes_have_equal_areas);
    g_test_add_func("/violin/each-shape-on-its-own-scale-is-noted",
                    test_each_shape_on_its_own_scale_is_noted);
    g_test_add_func("/violin/medians-are-seen-on-thin-shapes",
                    test_medians_are_seen_on_thin_shapes);
    g_test_add_func("/violin/a-violin-is-as-wide-to-both-sides",
                    test_a_violin_is_as_wide_to_both_sides);
    g_test_add_func("/violin/violins-stand-side-by-side-by-series",
                    test_violins_stand_side_by_side_by_series);
    g_test_add_func("/violin/small-groups-are-dots", test_small_groups_are_dots);
    g_test_add_func("/violin/text-is-refused", test_text_is_refused);
    return g_test_run();
}
