#include "guide/legend.h"

#include "guide/page.h"

static void
legend_draw_at(GuidePage *page, Box *legend, Rect room)
{
    Size size = box_measure(legend, (Size){ room.width, room.height }, &page->context);

    g_assert_cmpfloat(size.width, <=, room.width);
    box_place(legend, (Rect){ room.x, room.y, room.width, size.height }, &page->context);
    box_draw(legend, page->builder, &page->context);
    page_finish(page);
    page_assert_apart(page, (Rect){ room.x, room.y, room.width, size.height });
}

/* Key 14 + 6, letters 6 px, 18 px between entries, lines 15 px. */
static void
test_entries_stand_in_a_row(void)
{
    g_auto(GuidePage) page = page_new();
    Series series[] = { { .name = "One", .color = COLOR_INIT(0x123456) },
                        { .name = "Two", .color = COLOR_INIT(0x654321) } };
    g_autoptr(Box) legend = legend_box_new(series, 2, &mark_bar, FALSE);
    g_autofree char *text = NULL;

    g_assert_cmpfloat(box_measure(legend, (Size){ 94, 100 }, &page.context).height, ==, 15);
    g_assert_cmpfloat(box_measure(legend, (Size){ 93, 100 }, &page.context).height, ==, 33);
    legend_draw_at(&page, legend, (Rect){ 10, 20, 94, 100 });
    text = scene_to_text(page.scene);
    g_assert_nonnull(strstr(text, "group legend\n"
                                  "  rect 10 21.5 14 12 fill #123456\n"
                                  "  text 30 30.5 \"One\" 12 fill #1b232d extents 18 9 3 15\n"
                                  "  rect 66 21.5 14 12 fill #654321\n"
                                  "  text 86 30.5 \"Two\" 12 fill #1b232d extents 18 9 3 15\n"));
}

static void
test_a_name_without_room_is_cut(void)
{
    g_auto(GuidePage) page = page_new();
    Series series[] = { { .name = "A name that is far too long for the page" } };
    g_autoptr(Box) legend = legend_box_new(series, 1, &mark_line, FALSE);
    g_autofree char *words = NULL;

    legend_draw_at(&page, legend, (Rect){ 10, 20, 20 + 60, 100 });
    words = page_words(&page);
    g_assert_cmpstr(words, ==, "A name th…");
}

static void
test_one_plain_series_needs_no_key(void)
{
    Series series[] = { { .name = NULL } };

    g_assert_null(legend_box_new(series, 1, &mark_bar, FALSE));
}

static void
test_any_legend_stays_in_its_room(void)
{
    static const char *const pool[] = { "A", "Thailand", "Lao People's Democratic Republic",
                                        "조선민주주의인민공화국", NULL };
    g_autoptr(GRand) random = g_rand_new_with_seed(13);

    for (guint round = 0; round < 500; round++) {
        g_auto(GuidePage) page = page_new();
        Series series[12] = { { 0 } };
        guint n = (guint)g_rand_int_range(random, 1, 13);
        g_autoptr(Box) legend = NULL;

        for (guint i = 0; i < n; i++)
            series[i].name = pool[g_rand_int_range(random, 0, G_N_ELEMENTS(pool))];
        series[0].name = "first";
        legend = legend_box_new(series, n, &mark_bar, g_rand_boolean(random));
        legend_draw_at(&page, legend, (Rect){ 10, 20, g_rand_double_range(random, 60, 900), 600 });
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/legend/entries-stand-in-a-row", test_entries_stand_in_a_row);
    g_test_add_func("/legend/a-name-without-room-is-cut", test_a_name_without_room_is_cut);
    g_test_add_func("/legend/one-plain-series-needs-no-key", test_one_plain_series_needs_no_key);
    g_test_add_func("/legend/any-legend-stays-in-its-room", test_any_legend_stays_in_its_room);
    return g_test_run();
}
