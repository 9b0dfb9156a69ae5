// The pole of inaccessibility against shapes whose pole is known.
#include "layout/pole.h"

static void
test_a_square(void)
{
    Point square[] = { { 10, 10 }, { 110, 10 }, { 110, 110 }, { 10, 110 } };
    Pole pole = pole_of_inaccessibility(square, 4, 1);

    g_assert_cmpfloat_with_epsilon(pole.at.x, 60, 0.5);
    g_assert_cmpfloat_with_epsilon(pole.at.y, 60, 0.5);
    g_assert_cmpfloat_with_epsilon(pole.height, 100 / G_SQRT2, 0.8);
    g_assert_cmpfloat_with_epsilon(pole.width, pole.height, 1e-9);
}

/* The centroid of an L lies outside of it or in its corner; the pole stands in the thick leg. */
static void
test_a_concave_shape(void)
{
    Point shape[] = { { 0, 0 }, { 60, 0 }, { 60, 180 }, { 200, 180 }, { 200, 200 }, { 0, 200 } };
    Pole pole = pole_of_inaccessibility(shape, 6, 1);

    g_assert_cmpfloat_with_epsilon(pole.at.x, 31, 4);
    g_assert_cmpfloat(pole.at.y, >, 28);
    g_assert_cmpfloat(pole.at.y, <, 180);
    g_assert_cmpfloat(pole.height, >, 58 / G_SQRT2);
}

/* Two rooms: a high narrow one with the larger disc, and a flat wide one, where flat words go. */
static void
test_flat_words_prefer_flat_places(void)
{
    Point rooms[] = { { 0, 0 },     { 60, 0 },   { 60, 80 },  { 300, 80 },
                      { 300, 120 }, { 60, 120 }, { 60, 200 }, { 0, 200 } };
    Pole high = pole_of_inaccessibility(rooms, 8, 1), flat = pole_of_inaccessibility(rooms, 8, 5);

    g_assert_cmpfloat(high.at.x, <, 60);
    g_assert_cmpfloat(flat.at.x, >, 100);
    g_assert_cmpfloat_with_epsilon(flat.at.y, 100, 1);
    g_assert_cmpfloat_with_epsilon(flat.width / flat.height, 5, 1e-9);
}

/* A triangle's pole is its incentre: with sides 30, 40, 50 the radius is 10. */
static void
test_the_incentre_of_a_triangle(void)
{
    Point triangle[] = { { 0, 0 }, { 40, 0 }, { 0, 30 } };
    Pole pole = pole_of_inaccessibility(triangle, 3, 1);

    g_assert_cmpfloat_with_epsilon(pole.at.x, 10, 0.6);
    g_assert_cmpfloat_with_epsilon(pole.at.y, 10, 0.6);
    g_assert_cmpfloat_with_epsilon(pole.height, 10 * G_SQRT2, 0.8);
}

static void
test_what_has_no_inside(void)
{
    Point line[] = { { 0, 0 }, { 50, 0 }, { 100, 0 } };

    g_assert_cmpfloat(pole_of_inaccessibility(line, 3, 1).width, ==, 0);
    g_assert_cmpfloat(pole_of_inaccessibility(line, 2, 1).width, ==, 0);
    g_assert_cmpfloat(pole_of_inaccessibility(line, 3, 0).width, ==, 0);
}

static void
test_boxes_in_a_shape(void)
{
    Point shape[] = { { 0, 0 }, { 60, 0 }, { 60, 180 }, { 200, 180 }, { 200, 200 }, { 0, 200 } };

    g_assert_true(pole_holds_box(shape, 6, (Rect){ 5, 5, 50, 190 }));
    g_assert_true(pole_holds_box(shape, 6, (Rect){ 0, 0, 60, 200 }));
    g_assert_true(pole_holds_box(shape, 6, (Rect){ 70, 182, 100, 16 }));
    /* A corner of the outline in the box; an edge through it; all around it; beside it. */
    g_assert_false(pole_holds_box(shape, 6, (Rect){ 50, 170, 20, 20 }));
    g_assert_false(pole_holds_box(shape, 6, (Rect){ 40, 20, 40, 20 }));
    g_assert_false(pole_holds_box(shape, 6, (Rect){ -10, -10, 300, 300 }));
    g_assert_false(pole_holds_box(shape, 6, (Rect){ 100, 20, 40, 20 }));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pole/a-square", test_a_square);
    g_test_add_func("/pole/a-concave-shape", test_a_concave_shape);
    g_test_add_func("/pole/flat-words-prefer-flat-places", test_flat_words_prefer_flat_places);
    g_test_add_func("/pole/the-incentre-of-a-triangle", test_the_incentre_of_a_triangle);
    g_test_add_func("/pole/boxes-in-a-shape", test_boxes_in_a_shape);
    g_test_add_func("/pole/what-has-no-inside", test_what_has_no_inside);
    return g_test_run();
}
