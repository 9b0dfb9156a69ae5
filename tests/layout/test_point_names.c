#include "layout/point_names.h"

static const TextStyle style = { .size = 10 };
static const Rect panel = { 0, 0, 200, 100 };

/* Places names with the fixed measurer: 5 px a character, 7.5 px up, 2.5 px down. */
static guint
place(PointName *names, gsize n)
{
    g_autoptr(TextMeasurer) measurer = fixed_measurer_new();

    return point_names_place(names, n, panel, &style, measurer);
}

static void
test_right_above_first(void)
{
    PointName name = { .at = { 100, 50 }, .radius = 4, .text = "Laos" };

    g_assert_cmpuint(place(&name, 1), ==, 0);
    g_assert_true(name.placed);
    g_assert_cmpfloat_with_epsilon(name.baseline.x, 100 + 4 * G_SQRT2 / 2 + 2.5, 1e-9);
    g_assert_cmpfloat_with_epsilon(name.baseline.y, 50 - 4 * G_SQRT2 / 2 - 2.5, 1e-9);
}

static void
test_names_keep_off_the_edge_and_each_other(void)
{
    PointName names[] = {
        { .at = { 195, 50 }, .radius = 3, .text = "Laos" },
        { .at = { 190, 52 }, .radius = 3, .text = "Siam" },
    };
    Rect boxes[2];

    g_assert_cmpuint(place(names, 2), ==, 0);
    for (guint i = 0; i < 2; i++) {
        boxes[i] = (Rect){ names[i].baseline.x, names[i].baseline.y - 7.5, 20, 10 };
        g_assert_true(rect_contains(panel, boxes[i]));
    }
    g_assert_false(rect_intersects(boxes[0], boxes[1]));
}

static void
test_names_without_room_are_counted(void)
{
    PointName names[40];

    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        names[i] = (PointName){ .at = { 100, 50 }, .radius = 3, .text = "Thailand" };
    names[39].text = NULL;
    g_assert_cmpuint(place(names, G_N_ELEMENTS(names)), ==, 39 - 4);
}

static void
test_nothing_finite_is_nowhere(void)
{
    PointName name = { .at = { NAN, 50 }, .radius = 4, .text = "Laos" };

    g_assert_cmpuint(place(&name, 1), ==, 0);
    g_assert_false(name.placed);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/point-names/right-above-first", test_right_above_first);
    g_test_add_func("/point-names/names-keep-off-the-edge-and-each-other",
                    test_names_keep_off_the_edge_and_each_other);
    g_test_add_func("/point-names/names-without-room-are-counted",
                    test_names_without_room_are_counted);
    g_test_add_func("/point-names/nothing-finite-is-nowhere", test_nothing_finite_is_nowhere);
    return g_test_run();
}
