#include "guide/annotation.h"

#include "guide/page.h"

static const Rect panel = { 100, 100, 400, 300 };

/* A note at a point, placed; the scene is finished. */
static void
draw_note(GuidePage *page, const char *words, Point at)
{
    g_autoptr(Labels) labels = labels_new(panel, NULL);

    annotation_draw(words, at, panel, labels, page->builder, &page->context);
    labels_place(labels, scene_builder_peek(page->builder), page->builder, &page->context);
    page_finish(page);
}

static void
test_a_note_stands_above_right(void)
{
    g_auto(GuidePage) page = page_new();
    g_autofree char *text = NULL;

    draw_note(&page, "Peak", (Point){ 250, 250 });
    text = scene_to_text(page.scene);
    g_assert_nonnull(strstr(text, "circle 250 250 5"));
    g_assert_cmpfloat(page_box(&page, 0).x, ==, 264);
    g_assert_cmpfloat(rect_bottom(page_box(&page, 0)), <=, 236);
}

/* All that lies right of the point is taken. */
static void
test_a_note_avoids_the_data(void)
{
    g_auto(GuidePage) page = page_new();

    scene_builder_rect(page.builder, (Rect){ 253, 100, 250, 300 }, 0, COLOR_RGB(0), STROKE_NONE);
    draw_note(&page, "Peak", (Point){ 247, 250 });
    g_assert_cmpfloat(rect_right(page_box(&page, 0)), <=, 250);
}

/* With no room at all it stands on a plate of paper. */
static void
test_a_note_without_room_gets_a_plate(void)
{
    g_auto(GuidePage) page = page_new();
    g_autofree char *text = NULL;

    scene_builder_rect(page.builder, panel, 0, COLOR_RGB(0x808080), STROKE_NONE);
    draw_note(&page, "Peak", (Point){ 250, 250 });
    text = scene_to_text(page.scene);
    g_assert_nonnull(strstr(text, "fill #fff"));
    g_assert_cmpuint(page.boxes->len, ==, 1);
}

static void
test_any_note_stays_in_the_panel(void)
{
    static const char *const pool[] = { "Peak", "Exports fell, then stopped", "one\ntwo\nthree",
                                        "조선민주주의인민공화국 무역",
                                        "A note that has much to say about one point of the data" };
    g_autoptr(GRand) random = g_rand_new_with_seed(17);

    for (guint round = 0; round < 500; round++) {
        g_auto(GuidePage) page = page_new();
        Point at = { g_rand_double_range(random, 100, 500), g_rand_double_range(random, 100, 400) };

        draw_note(&page, pool[g_rand_int_range(random, 0, G_N_ELEMENTS(pool))], at);
        page_assert_apart(&page, panel);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/annotation/a-note-stands-above-right", test_a_note_stands_above_right);
    g_test_add_func("/annotation/a-note-avoids-the-data", test_a_note_avoids_the_data);
    g_test_add_func("/annotation/a-note-without-room-gets-a-plate",
                    test_a_note_without_room_gets_a_plate);
    g_test_add_func("/annotation/any-note-stays-in-the-panel", test_any_note_stays_in_the_panel);
    return g_test_run();
}
