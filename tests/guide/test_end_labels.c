#include "guide/end_labels.h"

#include "guide/page.h"

static const Rect panel = { 100, 100, 300, 200 };

static void
test_a_name_stands_at_the_end(void)
{
    g_auto(GuidePage) page = page_new();
    EndLabel label = { .text = "Laos", .color = COLOR_INIT(0x123456), .end = { 400, 150 } };
    g_autofree char *text = NULL;

    end_labels_draw(&label, 1, panel, 100, NULL, page.builder, &page.context);
    page_finish(&page);
    text = scene_to_text(page.scene);
    /* 8 px beside the end; the middle of the letters at its height. */
    g_assert_nonnull(strstr(text, "text 408 153.25 \"Laos\" 13 fill #123456 extents 26 "));
    g_assert_null(strstr(text, "path"));
}

static void
test_crowded_names_get_leaders(void)
{
    g_auto(GuidePage) page = page_new();
    EndLabel labels[] = {
        { .text = "Laos", .color = COLOR_INIT(0x123456), .end = { 400, 150 } },
        { .text = "Thailand", .color = COLOR_INIT(0x654321), .end = { 400, 151 } }
    };
    g_autofree char *words = NULL, *text = NULL;

    end_labels_draw(labels, 2, panel, 100, NULL, page.builder, &page.context);
    page_finish(&page);
    words = page_words(&page);
    text = scene_to_text(page.scene);
    g_assert_cmpstr(words, ==, "Laos|Thailand");
    page_assert_apart(&page, (Rect){ 400, 0, 200, 1000 });
    g_assert_nonnull(strstr(text, "path stroke #1234568c 1"));
}

static void
test_the_width_holds_the_widest(void)
{
    g_auto(GuidePage) page = page_new();
    EndLabel labels[] = { { .text = "Laos", .color = COLOR_INIT(0), .end = { 0, 0 } },
                          { .text = "Thailand", .color = COLOR_INIT(0), .end = { 0, 0 } } };

    g_assert_cmpfloat(end_labels_width(labels, 2, 500, &page.context), ==, 8 * 6.5 + 22);
    g_assert_cmpfloat(end_labels_width(labels, 2, 30, &page.context), ==, 30 + 22);
    g_assert_cmpfloat(end_labels_width(labels, 0, 30, &page.context), ==, 0);
    g_assert_true(end_labels_fit(2, 32.5, &page.context));
    g_assert_false(end_labels_fit(2, 32, &page.context));
}

static void
test_any_names_stay_apart(void)
{
    static const char *const pool[] = { "A", "Thailand", "Lao People's Democratic Republic",
                                        "조선민주주의인민공화국" };
    g_autoptr(GRand) random = g_rand_new_with_seed(9);

    for (guint round = 0; round < 500; round++) {
        g_auto(GuidePage) page = page_new();
        EndLabel labels[12];
        guint n = (guint)g_rand_int_range(random, 1, 13);
        double most = g_rand_double_range(random, 20, 150), width;

        for (guint i = 0; i < n; i++)
            labels[i] = (EndLabel){ .color = COLOR_INIT(0x123456),
                                    .text = pool[g_rand_int_range(random, 0, G_N_ELEMENTS(pool))],
                                    .end = { g_rand_double_range(random, 100, 400),
                                             g_rand_double_range(random, 100, 300) } };
        labels[0].end.x = 400;
        width = end_labels_width(labels, n, most, &page.context);
        end_labels_draw(labels, n, panel, width - 22, NULL, page.builder, &page.context);
        page_finish(&page);
        g_assert_cmpuint(page.boxes->len, ==, n);
        page_assert_apart(&page, (Rect){ 400, 91, width, 218 });
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/end-labels/a-name-stands-at-the-end", test_a_name_stands_at_the_end);
    g_test_add_func("/end-labels/crowded-names-get-leaders", test_crowded_names_get_leaders);
    g_test_add_func("/end-labels/the-width-holds-the-widest", test_the_width_holds_the_widest);
    g_test_add_func("/end-labels/any-names-stay-apart", test_any_names_stay_apart);
    return g_test_run();
}
