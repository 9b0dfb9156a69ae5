#include "guide/class_legend.h"
#include "guide/key_page.h"

static void
test_classes_have_swatches_and_ranges(void)
{
    double edges[] = { 0, 10, 20, 50 };
    const Classes classes = { .n = 3, .edges = edges };
    const ClassKey key = {
        .title = "Share",
        .ramp = ramp_find("blue"),
        .classes = &classes,
        .column = TRUE,
        .labels = { .suffix = "%" },
    };
    g_auto(KeyPage) page = key_page_draw(class_legend_new(&key, FALSE), 300, "light");

    g_assert_cmpuint(key_page_count(&page, "  rect "), ==, 3);
    g_assert_nonnull(strstr(page.text, "\"Share\""));
    g_assert_nonnull(strstr(page.text, "\"0–10%\""));
    g_assert_nonnull(strstr(page.text, "\"10–20%\""));
    g_assert_nonnull(strstr(page.text, "\"20–50%\""));
    g_assert_nonnull(strstr(page.text, "rect 10 39.5 14 12 fill #d8edfc\n"));
    g_assert_nonnull(strstr(page.text, "rect 10 75.5 14 12 fill #0c336a\n"));
    g_assert_cmpfloat(page.size.height, ==, 15 + 3 + 15 + 18 + 18);
}

static void
test_ranges_with_signs_have_air(void)
{
    double edges[] = { -20, -10, 5 };
    const Classes classes = { .n = 2, .edges = edges };
    const ClassKey key = { .ramp = ramp_find("blue"),
                           .classes = &classes,
                           .labels = { .prefix = "$" } };
    g_auto(KeyPage) page = key_page_draw(class_legend_new(&key, TRUE), 300, "dark");

    g_assert_nonnull(strstr(page.text, "\"$−20 – −10\""));
    g_assert_nonnull(strstr(page.text, "\"$−10 – 5\""));
    g_assert_nonnull(strstr(page.text, "fill #d8edfc\n"));
}

static void
test_the_title_says_the_multiplier(void)
{
    double edges[] = { 0, 1.5e6, 3.25e6 };
    const Classes classes = { .n = 2, .edges = edges };
    const ClassKey key = { .title = "People", .ramp = ramp_find("blue"), .classes = &classes };
    g_auto(KeyPage) page = key_page_draw(class_legend_new(&key, FALSE), 300, "light");

    g_assert_nonnull(strstr(page.text, "\"People, million\""));
    g_assert_nonnull(strstr(page.text, "\"0.0–1.5\""));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/class-legend/classes-have-swatches-and-ranges",
                    test_classes_have_swatches_and_ranges);
    g_test_add_func("/class-legend/ranges-with-signs-have-air", test_ranges_with_signs_have_air);
    g_test_add_func("/class-legend/the-title-says-the-multiplier",
                    test_the_title_says_the_multiplier);
    return g_test_run();
}
