#include "charts/figure.h"

/* Of 1 to 9 and 30 the quartiles are 3.25 and 7.75; 30 is beyond the whisker. */
#define TEN "place,v\nA,1\nA,2\nA,3\nA,4\nA,5\nA,6\nA,7\nA,8\nA,9\nA,30\n"

static Rect
node_rect(const GPtrArray *nodes, guint index)
{
    return ((const SceneNode *)nodes->pdata[index])->rect.rect;
}

static void
test_a_box_spans_the_quartiles(void)
{
    g_auto(Figure) figure = FIGURE("box", TEN, "x=v", "y=place", "x-domain=0..40");
    g_autoptr(GPtrArray) boxes = figure_find(&figure, ROLE_MARK, NODE_RECT);
    g_autoptr(GPtrArray) dots = figure_find(&figure, ROLE_MARK, NODE_CIRCLE);
    g_autofree char *fault = figure_fault(&figure);
    const SceneNode *dot;
    double px;

    g_assert_cmpstr(fault, ==, NULL);
    g_assert_cmpuint(boxes->len, ==, 1);
    g_assert_cmpuint(dots->len, ==, 1);
    dot = dots->pdata[0];
    px = (dot->circle.centre.x - node_rect(boxes, 0).x) / (30 - 3.25);
    g_assert_cmpfloat_with_epsilon(node_rect(boxes, 0).width / px, 4.5, 1e-6);
}

static void
test_whiskers_end_at_the_last_value_within_reach(void)
{
    g_auto(Figure) figure = FIGURE("box", TEN, "x=v", "y=place", "x-domain=0..40");
    g_autoptr(GPtrArray) boxes = figure_find(&figure, ROLE_MARK, NODE_RECT);
    g_autoptr(GPtrArray) strokes = figure_find(&figure, ROLE_MARKS, NODE_PATH);
    Rect box = node_rect(boxes, 0);
    double px = box.width / 4.5;
    const SceneNode *right;

    /* Two whiskers and the median. */
    g_assert_cmpuint(strokes->len, ==, 3);
    right = strokes->pdata[1];
    g_assert_cmpuint(right->path.n, ==, 2);
    g_assert_cmpfloat_with_epsilon((right->path.segments[1].p[0].x - rect_right(box)) / px,
                                   9 - 7.75, 1e-6);
}

static void
test_few_values_are_dots(void)
{
    g_auto(Figure) figure = FIGURE("box", "place,v\nA,1\nA,2\nB,3\n", "x=v", "y=place");
    g_autoptr(GPtrArray) boxes = figure_find(&figure, ROLE_MARK, NODE_RECT);
    g_autoptr(GPtrArray) dots = figure_find(&figure, ROLE_MARK, NODE_CIRCLE);
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_cmpuint(boxes->len, ==, 0);
    g_assert_cmpuint(dots->len, ==, 3);
    g_assert_nonnull(strstr(remarks, "2 of 2 groups have fewer than 5 values"));
}

static void
test_boxes_stand_when_names_fit(void)
{
    g_auto(Figure) stands = FIGURE("box", TEN, "y=v", "x=place");
    g_auto(Figure) lies = FIGURE("box", TEN, "y=v", "x=place", "orient=horizontal");
    g_autoptr(GPtrArray) standing = figure_find(&stands, ROLE_MARK, NODE_RECT);
    g_autoptr(GPtrArray) lying = figure_find(&lies, ROLE_MARK, NODE_RECT);

    g_assert_cmpfloat(node_rect(standing, 0).width, ==, 64);
    g_assert_cmpfloat(node_rect(lying, 0).height, ==, 64);
}

static void
test_folded_columns_are_a_box_each(void)
{
    g_auto(Figure) figure = FIGURE("box", "a,b\n1,2\n2,3\n3,4\n4,5\n5,9\n", "y=a,b");
    g_autoptr(GPtrArray) boxes = figure_find(&figure, ROLE_MARK, NODE_RECT);

    g_assert_cmpuint(boxes->len, ==, 2);
    g_assert_true(figure_has_text(&figure, "A"));
}

static void
test_a_column_alone_is_one_box(void)
{
    g_auto(Figure) figure = FIGURE("box", TEN, "x=v");
    g_autoptr(GPtrArray) boxes = figure_find(&figure, ROLE_MARK, NODE_RECT);

    g_assert_cmpuint(boxes->len, ==, 1);
}

static void
test_missing_values_are_counted(void)
{
    g_auto(Figure) figure = FIGURE("box", TEN "A,\n,3\n", "x=v", "y=place");
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_nonnull(strstr(remarks, "1 row has no value in column \"v\""));
    g_assert_nonnull(strstr(remarks, "1 row has no value in column \"place\""));
}

static void
test_text_without_numbers_is_refused(void)
{
    g_auto(Figure) text = FIGURE("box", TEN, "x=place");
    g_auto(Figure) log = FIGURE("box", "place,v\nA,0\nA,1\n", "x=v", "y=place", "x-scale=log");

    g_assert_error(text.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_error(log.error, CARTOUCHE_ERROR, ERROR_INPUT);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/box/a-box-spans-the-quartiles", test_a_box_spans_the_quartiles);
    g_test_add_func("/box/whiskers-end-at-the-last-value-within-reach",
                    test_whiskers_end_at_the_last_value_within_reach);
    g_test_add_func("/box/few-values-are-dots", test_few_values_are_dots);
    g_test_add_func("/box/boxes-stand-when-names-fit", test_boxes_stand_when_names_fit);
    g_test_add_func("/box/folded-columns-are-a-box-each", test_folded_columns_are_a_box_each);
    g_test_add_func("/box/a-column-alone-is-one-box", test_a_column_alone_is_one_box);
    g_test_add_func("/box/missing-values-are-counted", test_missing_values_are_counted);
    g_test_add_func("/box/text-without-numbers-is-refused", test_text_without_numbers_is_refused);
    return g_test_run();
}
