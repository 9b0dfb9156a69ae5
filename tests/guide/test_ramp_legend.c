#include "guide/key_page.h"
#include "guide/ramp_legend.h"

static const RampKey *
blue_key(const char *title)
{
    static RampKey key;

    key =
        (RampKey){ .title = title, .ramp = ramp_find("blue"), .min = 0, .middle = NAN, .max = 100 };
    return &key;
}

static void
test_steps_reach_to_the_end_of_the_strip(void)
{
    g_auto(KeyPage) page = key_page_draw(ramp_legend_new(blue_key("Share")), 400, "light");

    g_assert_cmpuint(key_page_count(&page, "  rect "), ==, 64);
    /* Half of "0" sticks out: 3 px, at 6 px a character. */
    g_assert_nonnull(strstr(page.text, "rect 13 38 230 11 fill #d5ecfc\n"));
    g_assert_nonnull(strstr(page.text, "rect 128 38 115 11 "));
    g_assert_nonnull(strstr(page.text, "rect 239.41 38 3.59 11 "));
    g_assert_cmpfloat(page.size.height, ==, 15 + 3 + 16 + 15);
}

static void
test_ticks_stand_below_their_colour(void)
{
    g_auto(KeyPage) page = key_page_draw(ramp_legend_new(blue_key(NULL)), 400, "light");

    g_assert_nonnull(strstr(page.text, "path stroke #56616d 1 d M 59 31 L 59 35\n"));
    g_assert_nonnull(strstr(page.text, "text 59 45 \"20\""));
    g_assert_nonnull(strstr(page.text, "\"100\""));
    g_assert_cmpfloat(page.size.width, ==, 3 + 230 + 9);
}

static void
test_the_strip_gives_way_to_a_narrow_page(void)
{
    g_auto(KeyPage) page = key_page_draw(ramp_legend_new(blue_key("Share of all")), 90, "light");

    g_assert_cmpfloat(page.size.width, <=, 90);
    g_assert_nonnull(strstr(page.text, "\"0\""));
    g_assert_nonnull(strstr(page.text, "\"100\""));
}

static void
test_the_title_says_the_multiplier(void)
{
    RampKey key = *blue_key("People");

    key.max = 4e6;
    {
        g_auto(KeyPage) page = key_page_draw(ramp_legend_new(&key), 400, "light");

        g_assert_nonnull(strstr(page.text, "\"People, million\""));
    }
}

static void
test_the_middle_has_the_colour_of_the_middle(void)
{
    RampKey key = { .ramp = ramp_diverging, .min = -20, .middle = 0, .max = 80 };
    g_auto(KeyPage) page = { { 0, 0 }, NULL };
    const SceneNode *group, *node;
    g_autoptr(Scene) scene = NULL;
    g_autofree char *whole = NULL;
    Color first, middle;

    page = key_page_draw(ramp_legend_new(&key), 400, "dark");
    whole = g_strconcat("scene 600 400\ntitle \"t\"\n", page.text, NULL);
    first = ramp_color(ramp_diverging, 0.5 - 20 / 160.0, TRUE);
    middle = ramp_color(ramp_diverging, 0.5, TRUE);
    scene = scene_from_text(whole, NULL);
    g_assert_nonnull(scene);
    group = scene->root->group.first;
    node = group->group.first;
    g_assert_cmpfloat(color_distance(node->fill, first), <, 1);
    /* Zero lies at a fifth of the strip. */
    for (guint i = 0; i < 64 / 5; i++)
        node = node->next;
    g_assert_cmpfloat(color_distance(node->fill, middle), <, 1.5);
}

static void
test_any_domain_is_drawn(void)
{
    const double domains[][2] = { { 5, 5 }, { 10, 0 }, { 0, NAN }, { -1e300, 1e300 }, { 0, 1e-9 } };

    for (guint i = 0; i < G_N_ELEMENTS(domains); i++) {
        RampKey key = *blue_key("A");

        key.min = domains[i][0];
        key.max = domains[i][1];
        for (double width = 0; width < 300; width += 50) {
            g_autoptr(TextMeasurer) measurer = fixed_measurer_new();
            g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 600, 400 });
            g_autoptr(Scene) scene = NULL;
            g_autoptr(Box) box = ramp_legend_new(&key);
            LayoutContext context = { page_theme("light"), measurer };
            Size size = box_measure(box, (Size){ width, 100 }, &context);

            box_place(box, (Rect){ 0, 0, size.width, size.height }, &context);
            box_draw(box, builder, &context);
            g_assert_cmpuint(scene_builder_dropped(builder), ==, 0);
            scene = scene_builder_finish(builder);
        }
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ramp-legend/steps-reach-to-the-end-of-the-strip",
                    test_steps_reach_to_the_end_of_the_strip);
    g_test_add_func("/ramp-legend/ticks-stand-below-their-colour",
                    test_ticks_stand_below_their_colour);
    g_test_add_func("/ramp-legend/the-strip-gives-way-to-a-narrow-page",
                    test_the_strip_gives_way_to_a_narrow_page);
    g_test_add_func("/ramp-legend/the-title-says-the-multiplier",
                    test_the_title_says_the_multiplier);
    g_test_add_func("/ramp-legend/the-middle-has-the-colour-of-the-middle",
                    test_the_middle_has_the_colour_of_the_middle);
    g_test_add_func("/ramp-legend/any-domain-is-drawn", test_any_domain_is_drawn);
    return g_test_run();
}
