#include "mark/dash.h"

#include "scene/builder.h"

static void
test_the_first_line_is_solid(void)
{
    Stroke stroke = dash_apply(dash_at(0), stroke_solid(COLOR_RGB(0), 2));

    g_assert_cmpuint(stroke.n_dash, ==, 0);
}

static void
test_patterns_grow_with_the_line(void)
{
    Stroke stroke = stroke_solid(COLOR_RGB(0x123456), 4);

    stroke.round_cap = stroke.round_join = TRUE;
    stroke = dash_apply(dash_at(1), stroke);
    g_assert_cmpuint(stroke.n_dash, ==, 2);
    g_assert_cmpfloat(stroke.dash[0], ==, 12);
    g_assert_cmpfloat(stroke.dash[1], ==, 8);
    g_assert_cmpfloat(stroke.width, ==, 4);
    g_assert_false(stroke.round_cap);
    g_assert_true(stroke.round_join);
    stroke = dash_apply(dash_at(3), stroke_solid(COLOR_RGB(0), 2));
    g_assert_cmpuint(stroke.n_dash, ==, 4);
    g_assert_cmpfloat(stroke.dash[2], ==, 2);
}

static void
test_patterns_are_whole_and_differ(void)
{
    guint n = 0;

    for (; dashes[n].name != NULL; n++) {
        g_assert_true(dash_at(n) == &dashes[n]);
        g_assert_true(dashes[n].n == 0 || dashes[n].n == 2 || dashes[n].n == 4);
        for (guint i = 0; i < dashes[n].n; i++)
            g_assert_cmpfloat(dashes[n].lengths[i], >=, 2);
    }
    g_assert_cmpuint(n, ==, 6);
    g_assert_true(dash_at(6) == &dashes[0]);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/dash/the-first-line-is-solid", test_the_first_line_is_solid);
    g_test_add_func("/dash/patterns-grow-with-the-line", test_patterns_grow_with_the_line);
    g_test_add_func("/dash/patterns-are-whole-and-differ", test_patterns_are_whole_and_differ);
    return g_test_run();
}
