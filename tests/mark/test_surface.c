#include "mark/surface.h"

#include <string.h>

static const Series solid = { .name = "A", .color = COLOR_INIT(0x0856a6), .code = 0 };
static const Series rising = { .name = "B", .color = COLOR_INIT(0xcd4626), .code = 1 };
static const Series light = { .name = "C", .color = COLOR_INIT(0x12a49e), .code = 2 };

/* The scene's text of one square of 40 px at 10, 10. Caller frees. */
static char *
square(const Series *series, Color color, const char *theme, double side)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 100, 100 });
    g_autoptr(Scene) scene = NULL;
    const Surface surface = series_surface(series, color, theme_find(theme));

    surface_rect(builder, &surface, (Rect){ 10, 10, side, side });
    scene = scene_builder_finish(builder);
    return scene_to_text(scene);
}

static guint
count(const char *text, const char *word)
{
    guint n = 0;

    for (const char *p = strstr(text, word); p != NULL; p = strstr(p + 1, word))
        n++;
    return n;
}

static void
test_the_first_series_is_plain(void)
{
    g_autofree char *text = square(&solid, solid.color, "light", 40);

    g_assert_cmpuint(count(text, "rect "), ==, 1);
    g_assert_null(strstr(text, "path "));
    g_assert_nonnull(strstr(text, "#0856a6"));
}

static void
test_a_hatch_is_one_path_over_its_ground(void)
{
    g_autofree char *text = square(&rising, rising.color, "light", 40);

    g_assert_cmpuint(count(text, "rect "), ==, 1);
    g_assert_cmpuint(count(text, "path "), ==, 1);
    /* The edge and the lines. */
    g_assert_cmpuint(count(text, "#cd4626"), ==, 2);
}

static void
test_light_lines_need_no_edge(void)
{
    g_autofree char *text = square(&light, light.color, "light", 40);

    g_assert_cmpuint(count(text, "#12a49e"), ==, 1);
    g_assert_cmpuint(count(text, "#fff"), ==, 1);
}

static void
test_greys_are_hatched_in_ink(void)
{
    g_autofree char *text = square(&rising, COLOR_RGB(0x8f8f8f), "print", 40);

    g_assert_null(strstr(text, "#8f8f8f"));
    g_assert_cmpuint(count(text, "#000"), ==, 2);
}

static void
test_small_shapes_and_translucent_ones_have_no_lines(void)
{
    g_autofree char *small = square(&rising, rising.color, "light", 3);
    g_autofree char *clear = square(&rising, color_with_alpha(rising.color, 0.5), "light", 40);

    g_assert_null(strstr(small, "path "));
    g_assert_null(strstr(clear, "path "));
}

static void
test_the_edge_lies_inside(void)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 100, 100 });
    g_autoptr(Scene) scene = NULL;
    const Surface surface = series_surface(&rising, rising.color, theme_find("light"));
    Rect bounds;

    surface_rect(builder, &surface, (Rect){ 10, 20, 40, 30 });
    surface_circle(builder, &surface, (Point){ 70, 70 }, 10);
    scene = scene_builder_finish(builder);
    bounds = scene_node_bounds(scene->root->group.first);
    g_assert_cmpfloat(fabs(bounds.x - 10) + fabs(bounds.y - 20), <, 1e-9);
    g_assert_cmpfloat(fabs(bounds.width - 40) + fabs(bounds.height - 30), <, 1e-9);
    bounds = scene_node_bounds(scene->root->group.first->next->next);
    g_assert_cmpfloat(fabs(bounds.x - 60) + fabs(bounds.width - 20), <, 1e-9);
}

static void
test_words_on_a_hatch_have_a_plate(void)
{
    const Series *const both[] = { &solid, &rising };
    const Color inks[] = { COLOR_RGB(0xffffff), COLOR_RGB(0x1b232d) };

    for (guint i = 0; i < G_N_ELEMENTS(both); i++) {
        const Surface surface = series_surface(both[i], both[i]->color, theme_find("light"));
        LabelSpot spot = surface_spot_inside(&surface, (Rect){ 10, 10, 80, 40 }, 2);

        g_assert_true(spot.inside);
        g_assert_true(color_equal(spot.color, inks[i]));
        g_assert_cmpint(spot.plate.a > 0, ==, (int)i);
    }
}

static void
test_neighbouring_hatches_differ(void)
{
    for (guint i = 0; hatches[i].name != NULL; i++) {
        const Hatch *a = hatch_at(i), *b = hatch_at(i + 1);

        g_assert_true(a == &hatches[i]);
        g_assert_true(a->n != b->n || a->light != b->light || a->along[0].x != b->along[0].x ||
                      a->along[0].y != b->along[0].y);
        /* Grounds are clear or full: a half tone would be a third colour. */
        g_assert_true(a->light || a->n == 0 ? a->tint == 1 : a->tint <= 0.25);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/surface/the-first-series-is-plain", test_the_first_series_is_plain);
    g_test_add_func("/surface/a-hatch-is-one-path-over-its-ground",
                    test_a_hatch_is_one_path_over_its_ground);
    g_test_add_func("/surface/light-lines-need-no-edge", test_light_lines_need_no_edge);
    g_test_add_func("/surface/greys-are-hatched-in-ink", test_greys_are_hatched_in_ink);
    g_test_add_func("/surface/small-shapes-and-translucent-ones-have-no-lines",
                    test_small_shapes_and_translucent_ones_have_no_lines);
    g_test_add_func("/surface/the-edge-lies-inside", test_the_edge_lies_inside);
    g_test_add_func("/surface/words-on-a-hatch-have-a-plate", test_words_on_a_hatch_have_a_plate);
    g_test_add_func("/surface/neighbouring-hatches-differ", test_neighbouring_hatches_differ);
    return g_test_run();
}
