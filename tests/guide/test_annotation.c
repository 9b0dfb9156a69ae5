#include "guide/annotation.h"

#include "guide/page.h"

static const Rect panel = { 100, 100, 400, 300 };

static void
test_a_note_stands_above_right(void)
{
    g_auto(GuidePage) page = page_new();
    g_autofree char *text = NULL;

    annotation_draw("Peak", (Point){ 250, 250 }, panel, NULL, 0, page.builder, &page.context);
    page_finish(&page);
    text = scene_to_text(page.scene);
    g_assert_nonnull(strstr(text, "circle 250 250 5"));
    g_assert_cmpfloat(page_box(&page, 0).x, ==, 264);
    g_assert_cmpfloat(rect_bottom(page_box(&page, 0)), <=, 236);
}

static void
test_a_note_avoids_the_data(void)
{
    g_auto(GuidePage) page = page_new();
    Point busy[200];
    gsize n = 0;

    /* All that lies right of the point is taken. */
    for (guint row = 0; row < 20; row++)
        for (guint column = 0; column < 10; column++)
            busy[n++] = (Point){ 255 + column * 25, 100 + row * 15 };
    annotation_draw("Peak", (Point){ 250, 250 }, panel, busy, n, page.builder, &page.context);
    page_finish(&page);
    g_assert_cmpfloat(rect_right(page_box(&page, 0)), <=, 250);
}

static void
test_any_note_stays_in_the_panel(void)
{
    static const char *const pool[] = { "Peak", "Exports fell, then stopped", "one\ntwo\nthree",
                                        "조선민주주의인민공화국 무역",
                                        "A note that has much to say about one point of the data" };
    g_autoptr(GRand) random = g_rand_new_with_seed(17);

    for (guint round = 0; round < 1000; round++) {
        g_auto(GuidePage) page = page_new();
        Point at = { g_rand_double_range(random, 100, 500), g_rand_double_range(random, 100, 400) };

        annotation_draw(pool[g_rand_int_range(random, 0, G_N_ELEMENTS(pool))], at, panel, NULL, 0,
                        page.builder, &page.context);
        page_finish(&page);
        page_assert_apart(&page, panel);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/annotation/a-note-stands-above-right", test_a_note_stands_above_right);
    g_test_add_func("/annotation/a-note-avoids-the-data", test_a_note_avoids_the_data);
    g_test_add_func("/annotation/any-note-stays-in-the-panel", test_any_note_stays_in_the_panel);
    return g_test_run();
}
