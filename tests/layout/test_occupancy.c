#include "layout/occupancy.h"

#include "scene/builder.h"

static const Rect area = { 100, 50, 200, 100 };

/* What is drawn into the area. */
static Occupancy *
drawn(SceneBuilder *builder)
{
    Occupancy *occupancy = occupancy_new(area);

    occupancy_add_nodes(occupancy, scene_builder_peek(builder));
    return occupancy;
}

static gboolean
is_free(const Occupancy *occupancy, Taken kind, double x, double y)
{
    return occupancy_is_free(occupancy, kind, (Rect){ x, y, 0.5, 0.5 });
}

static void
test_all_is_free_but_what_lies_beyond(void)
{
    g_autoptr(Occupancy) occupancy = occupancy_new(area);

    g_assert_true(occupancy_is_free(occupancy, TAKEN_INK, area));
    g_assert_false(occupancy_is_free(occupancy, TAKEN_INK, (Rect){ 99, 60, 10, 10 }));
    g_assert_false(occupancy_is_free(occupancy, TAKEN_INK, (Rect){ 290, 60, 11, 10 }));
    g_assert_cmpfloat(occupancy_share(occupancy, TAKEN_INK, (Rect){ 90, 60, 20, 10 }), ==, 0.5);
}

static void
test_a_fill_is_a_surface_and_a_line_is_ink(void)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 400, 200 });
    g_autoptr(Occupancy) occupancy = NULL;

    scene_builder_rect(builder, (Rect){ 110, 60, 130, 20 }, 0, COLOR_RGB(0x808080), STROKE_NONE);
    scene_builder_line(builder, (Point){ 110, 100 }, (Point){ 200, 100 },
                       stroke_solid(COLOR_RGB(0), 2));
    occupancy = drawn(builder);
    g_assert_false(is_free(occupancy, TAKEN_SURFACE, 239, 70));
    g_assert_true(is_free(occupancy, TAKEN_SURFACE, 240, 70));
    g_assert_true(is_free(occupancy, TAKEN_INK, 150, 70));
    g_assert_false(is_free(occupancy, TAKEN_INK, 150, 99.2));
    g_assert_true(is_free(occupancy, TAKEN_INK, 150, 102));
    g_assert_cmpfloat_with_epsilon(
        occupancy_share(occupancy, TAKEN_SURFACE, (Rect){ 110, 60, 130, 40 }), 0.5, 1e-9);
}

/* A line of zero under bars is not in the way of their values. */
static void
test_surfaces_hide_ink_under_them(void)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 400, 200 });
    g_autoptr(Occupancy) occupancy = NULL;

    scene_builder_line(builder, (Point){ 150, 50 }, (Point){ 150, 150 },
                       stroke_solid(COLOR_RGB(0), 2));
    scene_builder_rect(builder, (Rect){ 110, 60, 130, 20 }, 0, COLOR_RGB(0x808080), STROKE_NONE);
    scene_builder_rect(builder, (Rect){ 110, 100, 130, 20 }, 0,
                       color_with_alpha(COLOR_RGB(0x808080), 0.5), STROKE_NONE);
    occupancy = drawn(builder);
    g_assert_true(is_free(occupancy, TAKEN_INK, 150, 70));
    g_assert_false(is_free(occupancy, TAKEN_INK, 150, 90));
    g_assert_false(is_free(occupancy, TAKEN_INK, 150, 110));
}

static void
test_small_discs_are_ink_and_large_ones_surfaces(void)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 400, 200 });
    g_autoptr(Occupancy) occupancy = NULL;

    scene_builder_circle(builder, (Point){ 120, 70 }, 4, COLOR_RGB(0), STROKE_NONE);
    scene_builder_circle(builder, (Point){ 200, 100 }, 30, COLOR_RGB(0), STROKE_NONE);
    occupancy = drawn(builder);
    g_assert_false(is_free(occupancy, TAKEN_INK, 120, 70));
    g_assert_true(is_free(occupancy, TAKEN_INK, 124.5, 74.5)); /* the corner of its box */
    g_assert_true(is_free(occupancy, TAKEN_INK, 200, 100));
    g_assert_false(is_free(occupancy, TAKEN_SURFACE, 200, 100));
}

/* A ring with a hole by the non-zero rule: the inner run goes the other way. */
static void
test_polygons_keep_their_holes(void)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 400, 200 });
    g_autoptr(Occupancy) occupancy = NULL;
    g_autoptr(Path) path = path_new();

    path_move_to(path, 110, 60);
    path_line_to(path, 210, 60);
    path_line_to(path, 210, 140);
    path_line_to(path, 110, 140);
    path_close(path);
    path_move_to(path, 140, 80);
    path_line_to(path, 140, 120);
    path_line_to(path, 180, 120);
    path_line_to(path, 180, 80);
    path_close(path);
    scene_builder_path(builder, path, COLOR_RGB(0x808080), STROKE_NONE);
    occupancy = drawn(builder);
    g_assert_false(is_free(occupancy, TAKEN_SURFACE, 120, 100));
    g_assert_true(is_free(occupancy, TAKEN_SURFACE, 160, 100));
    g_assert_true(is_free(occupancy, TAKEN_SURFACE, 220, 100));
}

/* Every point of a line is taken, whatever its slope; nothing far from it is. */
static void
test_lines_take_what_they_touch(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(3);

    for (guint round = 0; round < 300; round++) {
        g_autoptr(Occupancy) occupancy = occupancy_new(area);
        Point from = { g_rand_double_range(random, 100, 300),
                       g_rand_double_range(random, 50, 150) };
        Point to = { g_rand_double_range(random, 100, 300), g_rand_double_range(random, 50, 150) };

        occupancy_add_line(occupancy, TAKEN_INK, from, to, 2);
        for (guint i = 0; i <= 50; i++) {
            double x = from.x + (to.x - from.x) * i / 50, y = from.y + (to.y - from.y) * i / 50;

            g_assert_false(
                occupancy_is_free(occupancy, TAKEN_INK,
                                  (Rect){ CLAMP(x, 100, 299.9), CLAMP(y, 50, 149.9), 0.05, 0.05 }));
        }
        for (guint i = 0; i < 50; i++) {
            Point at = { g_rand_double_range(random, 101, 299),
                         g_rand_double_range(random, 51, 149) };
            double dx = to.x - from.x, dy = to.y - from.y, length = dx * dx + dy * dy;
            double t = CLAMP(((at.x - from.x) * dx + (at.y - from.y) * dy) / length, 0, 1);

            if (hypot(at.x - from.x - t * dx, at.y - from.y - t * dy) > 4)
                g_assert_true(is_free(occupancy, TAKEN_INK, at.x, at.y));
        }
    }
}

static void
test_the_grid_takes_nothing(void)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 400, 200 });
    g_autoptr(Occupancy) occupancy = NULL;

    scene_builder_push(builder, ROLE_GRID, NULL);
    scene_builder_line(builder, (Point){ 110, 100 }, (Point){ 200, 100 },
                       stroke_solid(COLOR_RGB(0), 2));
    scene_builder_pop(builder);
    occupancy = drawn(builder);
    g_assert_true(occupancy_is_free(occupancy, TAKEN_INK, area));
}

static void
test_how_much_of_a_line_is_taken(void)
{
    g_autoptr(Occupancy) occupancy = occupancy_new(area);

    double taken[TAKEN_KINDS];

    occupancy_add_rect(occupancy, TAKEN_INK, (Rect){ 140, 50, 20, 100 });
    occupancy_add_rect(occupancy, TAKEN_SURFACE, (Rect){ 120, 50, 30, 100 });
    occupancy_line_taken(occupancy, (Point){ 120, 100 }, (Point){ 180, 100 }, taken);
    g_assert_cmpfloat_with_epsilon(taken[TAKEN_INK], 20, 1);
    g_assert_cmpfloat_with_epsilon(taken[TAKEN_SURFACE], 30, 1);
    g_assert_cmpfloat(taken[TAKEN_WORDS], ==, 0);
    occupancy_line_taken(occupancy, (Point){ 140, 60 }, (Point){ 160, 80 }, taken);
    g_assert_cmpfloat_with_epsilon(taken[TAKEN_INK], 20 * G_SQRT2, 2);
    /* What lies beyond the area is not taken. */
    occupancy_line_taken(occupancy, (Point){ 0, 100 }, (Point){ 150, 100 }, taken);
    g_assert_cmpfloat_with_epsilon(taken[TAKEN_INK], 10, 1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/occupancy/all-is-free-but-what-lies-beyond",
                    test_all_is_free_but_what_lies_beyond);
    g_test_add_func("/occupancy/a-fill-is-a-surface-and-a-line-is-ink",
                    test_a_fill_is_a_surface_and_a_line_is_ink);
    g_test_add_func("/occupancy/surfaces-hide-ink-under-them", test_surfaces_hide_ink_under_them);
    g_test_add_func("/occupancy/small-discs-are-ink-and-large-ones-surfaces",
                    test_small_discs_are_ink_and_large_ones_surfaces);
    g_test_add_func("/occupancy/polygons-keep-their-holes", test_polygons_keep_their_holes);
    g_test_add_func("/occupancy/lines-take-what-they-touch", test_lines_take_what_they_touch);
    g_test_add_func("/occupancy/the-grid-takes-nothing", test_the_grid_takes_nothing);
    g_test_add_func("/occupancy/how-much-of-a-line-is-taken", test_how_much_of_a_line_is_taken);
    return g_test_run();
}
