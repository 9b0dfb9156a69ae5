#include "mark/figure.h"

static void
test_a_missing_point_ends_a_shape(void)
{
    double x[] = { 0, 5, 5, NAN, 6, 10, 10, 3 }, y[] = { 0, 0, 5, NAN, 0, 0, 5, NAN };
    guint series[] = { 0, 0, 0, 0, 1, 1, 1, 1 };
    Layer layer = { .type = &mark_shape, .n = 8, .x = x, .y = y, .series = series };
    MarkPage page = mark_page();
    g_autofree char *text = mark_page_draw(&page, &layer);
    g_auto(GStrv) parts = g_strsplit(text, "path ", -1);

    g_assert_cmpuint(g_strv_length(parts), ==, 3);
    g_assert_nonnull(strstr(parts[1], "#a00000"));
    g_assert_nonnull(strstr(parts[2], "#0000b1"));
}

static void
test_shapes_over_each_other_have_an_edge_of_background(void)
{
    double x[] = { 0, 5, 5 }, y[] = { 0, 0, 5 };
    guint series[] = { 0, 0, 0 };
    Layer layer = { .type = &mark_shape, .n = 3, .x = x, .y = y, .series = series };
    MarkPage page = mark_page();
    g_autofree char *plain = mark_page_draw(&page, &layer);
    g_autofree char *edged = NULL;

    layer.stacked = TRUE;
    edged = mark_page_draw(&page, &layer);
    g_assert_null(strstr(plain, "#fff"));
    g_assert_nonnull(strstr(edged, "#fff"));
}

static void
test_two_points_are_no_shape(void)
{
    double x[] = { 0, 5 }, y[] = { 0, 5 };
    guint series[] = { 0, 0 };
    Layer layer = { .type = &mark_shape, .n = 2, .x = x, .y = y, .series = series };
    MarkPage page = mark_page();
    g_autofree char *text = mark_page_draw(&page, &layer);

    g_assert_null(strstr(text, "path"));
}

static void
test_a_bar_stands_between_its_edges(void)
{
    double x[] = { 4 }, x0[] = { 2 }, y[] = { 5 }, y0[] = { 0 };
    guint series[] = { 0 };
    Layer layer = { .type = &mark_bar,
                    .n = 1,
                    .x = x,
                    .x0 = x0,
                    .y = y,
                    .y0 = y0,
                    .series = series,
                    .n_slots = 1,
                    .upright = TRUE };
    MarkPage page = mark_page();
    g_autofree char *text = mark_page_draw(&page, &layer);

    /* From 30 to 50 px, less half a px of background on either side. */
    g_assert_nonnull(strstr(text, "30.5 70 19 50"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/shape/a-missing-point-ends-a-shape", test_a_missing_point_ends_a_shape);
    g_test_add_func("/shape/shapes-over-each-other-have-an-edge-of-background",
                    test_shapes_over_each_other_have_an_edge_of_background);
    g_test_add_func("/shape/two-points-are-no-shape", test_two_points_are_no_shape);
    g_test_add_func("/shape/a-bar-stands-between-its-edges", test_a_bar_stands_between_its_edges);
    return g_test_run();
}
