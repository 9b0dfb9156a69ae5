#include "layout/occupancy_sum.h"

static const Rect area = { 100, 50, 202, 100 };
static const guint all = 1u << TAKEN_SURFACE | 1u << TAKEN_INK | 1u << TAKEN_WORDS;

static void
test_nothing_is_taken(void)
{
    g_autoptr(Occupancy) occupancy = occupancy_new(area);
    g_autoptr(OccupancySum) sum = occupancy_sum_new(occupancy, all);

    g_assert_cmpfloat(occupancy_sum_pitch(sum), ==, 4);
    g_assert_true(occupancy_sum_is_free(sum, area));
    g_assert_false(occupancy_sum_is_free(sum, (Rect){ 99, 60, 10, 10 }));
    g_assert_false(occupancy_sum_is_free(sum, (Rect){ 295, 60, 10, 10 }));
    g_assert_false(occupancy_sum_is_free(sum, (Rect){ 150, 149, 10, 10 }));
    /* The last column of blocks reaches beyond the area. */
    g_assert_cmpfloat(occupancy_sum_room(sum), ==, 51 * 25 * 16);
}

static void
test_a_square_takes_its_block(void)
{
    g_autoptr(Occupancy) occupancy = occupancy_new(area);
    g_autoptr(OccupancySum) sum = NULL;

    /* The last square of a block. */
    occupancy_add_rect(occupancy, TAKEN_INK, (Rect){ 103, 53, 1, 1 });
    occupancy_add_rect(occupancy, TAKEN_SURFACE, (Rect){ 168, 90, 1, 1 });
    sum = occupancy_sum_new(occupancy, all);
    g_assert_false(occupancy_sum_is_free(sum, (Rect){ 100, 50, 1, 1 }));
    g_assert_true(occupancy_sum_is_free(sum, (Rect){ 104, 50, 60, 100 }));
    g_assert_true(occupancy_sum_is_free(sum, (Rect){ 100, 54, 60, 96 }));
    g_assert_false(occupancy_sum_is_free(sum, (Rect){ 104, 50, 66, 100 }));
    g_assert_cmpfloat(occupancy_sum_share(sum, (Rect){ 100, 50, 8, 8 }), ==, 0.25);
    /* Half of it lies outside. */
    g_assert_cmpfloat(occupancy_sum_share(sum, (Rect){ 92, 58, 16, 8 }), ==, 0.5);
    g_assert_cmpfloat(occupancy_sum_share(sum, (Rect){ 0, 0, 8, 8 }), ==, 1);
    g_assert_cmpfloat(occupancy_sum_room(sum), ==, (51 * 25 - 2) * 16);
}

static void
test_only_the_kinds_asked_for(void)
{
    g_autoptr(Occupancy) occupancy = occupancy_new(area);
    g_autoptr(OccupancySum) sum = NULL;

    occupancy_add_rect(occupancy, TAKEN_SURFACE, area);
    occupancy_add_rect(occupancy, TAKEN_WORDS, (Rect){ 200, 50, 10, 10 });
    sum = occupancy_sum_new(occupancy, 1u << TAKEN_INK | 1u << TAKEN_WORDS);
    g_assert_true(occupancy_sum_is_free(sum, (Rect){ 100, 50, 100, 100 }));
    g_assert_false(occupancy_sum_is_free(sum, (Rect){ 100, 50, 101, 100 }));
}

/* The same answers as square by square, for boxes at whole blocks. */
static void
test_random_boxes(void)
{
    g_autoptr(Occupancy) occupancy = occupancy_new(area);
    g_autoptr(OccupancySum) sum = NULL;
    guint32 state = 3;
    guint free_boxes = 0;

    for (guint i = 0; i < 60; i++) {
        state = state * 1664525u + 1013904223u;
        occupancy_add_rect(occupancy, TAKEN_INK,
                           (Rect){ 100 + (state >> 8) % 200, 50 + (state >> 16) % 100, 1.5, 1.5 });
    }
    sum = occupancy_sum_new(occupancy, all);
    for (guint i = 0; i < 2000; i++) {
        Rect box;

        state = state * 1664525u + 1013904223u;
        box = (Rect){ 100 + (state >> 8) % 40 * 4, 50 + (state >> 16) % 20 * 4,
                      4 + (state >> 20) % 8 * 4, 4 + (state >> 24) % 4 * 4 };
        g_assert_cmpint(occupancy_sum_is_free(sum, box), ==,
                        occupancy_is_free(occupancy, TAKEN_INK, box));
        g_assert_cmpint(occupancy_sum_span_is_free(sum, (int)(box.x - 100) / 4,
                                                   (int)(box.y - 50) / 4, (int)box.width / 4,
                                                   (int)box.height / 4),
                        ==, occupancy_sum_is_free(sum, box));
        free_boxes += occupancy_sum_is_free(sum, box);
    }
    g_assert_cmpuint(free_boxes, >, 200);
    g_assert_cmpuint(free_boxes, <, 1800);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/occupancy-sum/nothing-is-taken", test_nothing_is_taken);
    g_test_add_func("/occupancy-sum/a-square-takes-its-block", test_a_square_takes_its_block);
    g_test_add_func("/occupancy-sum/only-the-kinds-asked-for", test_only_the_kinds_asked_for);
    g_test_add_func("/occupancy-sum/random-boxes", test_random_boxes);
    return g_test_run();
}
