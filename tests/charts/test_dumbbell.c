// Dumbbell: values of a category, joined.
#include "charts/figure.h"

static const char wide[] = "country,before,after\n"
                           "Laos,40,20\n"
                           "Vietnam,60,70\n"
                           "Brunei,30,31\n";

static void
test_the_last_series_sorts(void)
{
    g_auto(Figure) figure = FIGURE("dumbbell", wide, "x=before,after", "y=country");
    g_autofree char *texts = figure_texts(&figure, ROLE_LABELS);
    g_autofree char *fault = figure_fault(&figure);

    g_assert_null(fault);
    g_assert_nonnull(strstr(texts, "Vietnam|Brunei|Laos"));
}

static void
test_the_gap_sorts_when_asked(void)
{
    g_auto(Figure) figure = FIGURE("dumbbell", wide, "x=before,after", "y=country", "sort=-gap");
    g_autofree char *texts = figure_texts(&figure, ROLE_LABELS);

    g_assert_nonnull(strstr(texts, "Laos|Vietnam|Brunei"));
}

static void
test_values_stand_outside_the_ends(void)
{
    g_auto(Figure) figure = FIGURE("dumbbell", wide, "x=before,after", "y=country");
    g_autoptr(GPtrArray) dots = figure_find(&figure, ROLE_MARKS, NODE_CIRCLE);
    g_autoptr(GPtrArray) texts = figure_find(&figure, ROLE_LABELS, NODE_TEXT);
    double least = G_MAXDOUBLE, most = 0;
    guint n = 0;

    g_assert_cmpuint(dots->len, ==, 6);
    for (guint i = 0; i < dots->len; i++) {
        const SceneNode *dot = dots->pdata[i];

        least = MIN(least, dot->circle.centre.x);
        most = MAX(most, dot->circle.centre.x);
    }
    for (guint i = 0; i < texts->len; i++) {
        const SceneNode *text = texts->pdata[i];

        if (strcmp(text->text.text, "20") == 0) {
            g_assert_cmpfloat(rect_right(scene_node_bounds(text)), <, least);
            n++;
        } else if (strcmp(text->text.text, "70") == 0) {
            g_assert_cmpfloat(scene_node_bounds(text).x, >, most);
            n++;
        }
    }
    g_assert_cmpuint(n, ==, 2);
}

/* Rows too narrow for their values get an axis instead, all of them. */
static void
test_values_of_narrow_rows_give_way_to_an_axis(void)
{
    g_auto(Figure) figure =
        FIGURE("dumbbell", wide, "x=before,after", "y=country", "width=400", "height=86");
    g_autofree char *texts = figure_texts(&figure, ROLE_LABELS);
    g_autofree char *remarks = figure_remarks(&figure);

    g_assert_null(strstr(texts, "70"));
    g_assert_null(strstr(remarks, "value"));
}

static void
test_one_series_is_refused(void)
{
    g_auto(Figure) none = FIGURE("dumbbell", wide, "x=before", "y=country");
    g_auto(Figure) one = FIGURE("dumbbell", "n,v,y\nA,1,2020\nB,2,2020\n", "x=v", "y=n", "color=y");

    g_assert_error(none.error, CARTOUCHE_ERROR, ERROR_USAGE);
    g_assert_error(one.error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(one.error->message, ==,
                    "a dumbbell joins two or more series; column \"y\" has one value, use dot");
}

static void
test_a_missing_end_leaves_a_dot(void)
{
    g_auto(Figure) figure =
        FIGURE("dumbbell", "n,a,b\nA,1,\nB,2,5\n", "x=a,b", "y=n", "orient=vertical");
    g_autoptr(GPtrArray) dots = figure_find(&figure, ROLE_MARKS, NODE_CIRCLE);
    g_autofree char *fault = figure_fault(&figure);

    g_assert_null(fault);
    g_assert_cmpuint(dots->len, ==, 3);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/dumbbell/the-last-series-sorts", test_the_last_series_sorts);
    g_test_add_func("/dumbbell/the-gap-sorts-when-asked", test_the_gap_sorts_when_asked);
    g_test_add_func("/dumbbell/values-stand-outside-the-ends", test_values_stand_outside_the_ends);
    g_test_add_func("/dumbbell/values-of-narrow-rows-give-way-to-an-axis",
                    test_values_of_narrow_rows_give_way_to_an_axis);
    g_test_add_func("/dumbbell/one-series-is-refused", test_one_series_is_refused);
    g_test_add_func("/dumbbell/a-missing-end-leaves-a-dot", test_a_missing_end_leaves_a_dot);
    return g_test_run();
}
