#include "charts/figure.h"
#include "charts/strip_swarm.h"

static void
test_no_dot_covers_another(void)
{
    double at[60], offset[60];

    for (guint i = 0; i < G_N_ELEMENTS(at); i++)
        at[i] = i * i % 17 + i / 10.0;
    for (guint i = 0; i < G_N_ELEMENTS(at); i++)
        for (guint k = i + 1; k < G_N_ELEMENTS(at); k++)
            if (at[k] < at[i]) {
                double swapped = at[i];

                at[i] = at[k];
                at[k] = swapped;
            }
    g_assert_true(strip_swarm(at, G_N_ELEMENTS(at), 4, 1000, offset));
    for (guint i = 0; i < G_N_ELEMENTS(at); i++)
        for (guint k = 0; k < i; k++)
            g_assert_cmpfloat(hypot(at[i] - at[k], offset[i] - offset[k]), >=, 4 - 1e-6);
}

static void
test_dots_with_room_stay_in_the_middle(void)
{
    const double at[] = { 0, 10, 20, 30 };
    double offset[4];

    g_assert_true(strip_swarm(at, 4, 10, 5, offset));
    for (guint i = 0; i < 4; i++)
        g_assert_cmpfloat(offset[i], ==, 0);
}

static void
test_equal_values_stand_side_by_side(void)
{
    const double at[] = { 5, 5, 5 };
    double offset[3];

    g_assert_true(strip_swarm(at, 3, 4, 100, offset));
    g_assert_cmpfloat(offset[0], ==, 0);
    g_assert_cmpfloat(offset[1], ==, 4);
    g_assert_cmpfloat(offset[2], ==, -4);
    g_assert_false(strip_swarm(at, 3, 4, 5, offset));
}

static void
test_a_pile_is_as_wide_as_it_has_dots(void)
{
    const double at[] = { 1, 1, 1, 4, 7, 7 };
    double offset[6];

    g_assert_cmpuint(strip_fullest(at, 6, 3), ==, 3);
    strip_stack(at, 6, 3, 2, offset);
    g_assert_cmpfloat(offset[0], ==, -2);
    g_assert_cmpfloat(offset[1], ==, 0);
    g_assert_cmpfloat(offset[2], ==, 2);
    g_assert_cmpfloat(offset[3], ==, 0);
    g_assert_cmpfloat(offset[4], ==, -1);
    g_assert_cmpfloat(offset[5], ==, 1);
}

static void
test_dots_that_nobody_could_tell_apart_are_one(void)
{
    double at[500], offset[500];
    guint n_drawn = 0;

    for (guint i = 0; i < G_N_ELEMENTS(at); i++)
        at[i] = 7;
    strip_stack(at, G_N_ELEMENTS(at), 3, 37.0 / 499, offset);
    for (guint i = 0; i < G_N_ELEMENTS(at); i++) {
        if (isnan(offset[i]))
            continue;
        g_assert_cmpfloat(fabs(offset[i]), <=, 18.5 + 1e-9);
        n_drawn++;
    }
    g_assert_cmpuint(n_drawn, ==, 125);
}

static void
test_every_row_is_a_dot(void)
{
    g_auto(Figure) figure =
        FIGURE("strip", "place,v,k\nA,1,x\nA,1,y\nB,2,x\nB,,x\n", "x=v", "y=place", "color=k");
    g_autoptr(GPtrArray) dots = figure_find(&figure, ROLE_MARK, NODE_CIRCLE);
    g_autofree char *fault = figure_fault(&figure);
    g_autofree char *remarks = figure_remarks(&figure);
    const SceneNode *first, *second;

    g_assert_cmpstr(fault, ==, NULL);
    g_assert_cmpuint(dots->len, ==, 3);
    g_assert_nonnull(strstr(remarks, "1 row has no value"));
    first = dots->pdata[1];
    second = dots->pdata[2];
    g_assert_cmpfloat(first->circle.centre.x, ==, second->circle.centre.x);
    g_assert_cmpfloat(fabs(first->circle.centre.y - second->circle.centre.y), >=,
                      2 * first->circle.radius);
    g_assert_false(color_equal(first->fill, second->fill));
}

static void
test_dots_stand_upright_and_in_facets(void)
{
    g_auto(Figure) figure =
        FIGURE("strip", "place,v,k\nA,1,x\nA,1,y\nB,2,x\nB,4,y\n", "y=v", "x=place", "facet=k");
    g_autoptr(GPtrArray) dots = figure_find(&figure, ROLE_MARK, NODE_CIRCLE);

    g_assert_cmpuint(dots->len, ==, 4);
}

static void
test_text_is_refused(void)
{
    g_auto(Figure) figure = FIGURE("strip", "place\nA\n", "x=place");

    g_assert_error(figure.error, CARTOUCHE_ERROR, ERROR_USAGE);
}

/* Beyond what viewers take as nodes: one picture a panel, and the exact count in words. */
static void
test_many_points_are_a_picture(void)
{
    g_autoptr(GString) csv = g_string_new("a,b,k\n");

    for (int i = 0; i < 20001; i++)
        g_string_append_printf(csv, "%d,%d,%c\n", i * 7919 % 1000, i * 104729 % 997, 'x' + i % 2);
    {
        g_auto(Figure) figure = FIGURE("strip", csv->str, "x=a", "y=k");
        g_autoptr(GPtrArray) pictures = figure_find(&figure, ROLE_MARKS, NODE_IMAGE);
        g_autoptr(GPtrArray) circles = figure_find(&figure, ROLE_MARKS, NODE_CIRCLE);

        g_assert_cmpuint(pictures->len, ==, 1);
        g_assert_cmpuint(circles->len, ==, 0);
        g_assert_nonnull(strstr(figure.scene->description, "20,001 values"));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/strip/no-dot-covers-another", test_no_dot_covers_another);
    g_test_add_func("/strip/dots-with-room-stay-in-the-middle",
                    test_dots_with_room_stay_in_the_middle);
    g_test_add_func("/strip/equal-values-stand-side-by-side", test_equal_values_stand_side_by_side);
    g_test_add_func("/strip/a-pile-is-as-wide-as-it-has-dots",
                    test_a_pile_is_as_wide_as_it_has_dots);
    g_test_add_func("/strip/dots-that-nobody-could-tell-apart-are-one",
                    test_dots_that_nobody_could_tell_apart_are_one);
    g_test_add_func("/strip/every-row-is-a-dot", test_every_row_is_a_dot);
    g_test_add_func("/strip/dots-stand-upright-and-in-facets",
                    test_dots_stand_upright_and_in_facets);
    g_test_add_func("/strip/text-is-refused", test_text_is_refused);
    g_test_add_func("/strip/many-points-are-a-picture", test_many_points_are_a_picture);
    return g_test_run();
}
