#include "raster/png.h"

#include "raster/sample.h"
#include "raster/sample_host.h"

static const TextStyle main_text = { .size = 12, .color = { 0x22, 0x22, 0x22, 255 } };

static SceneBuilder *
new_builder(double width, double height)
{
    SceneBuilder *builder = scene_builder_new((Size){ width, height });

    scene_builder_set_texts(builder, "t", NULL, NULL, NULL);
    scene_builder_set_look(builder, COLOR_RGB(0xffffff), &main_text);
    return builder;
}

static cairo_surface_t *
draw(SceneBuilder *builder, double scale)
{
    g_autoptr(Scene) scene = scene_builder_finish(builder);
    OutputOptions options = { .scale = scale };
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) png = raster_write_png(scene, &options, &error);

    g_assert_no_error(error);
    return sample_decode(png);
}

/* The darkest and the last dark column of a picture of dark on white; FALSE when all is white. */
static gboolean
dark_columns(cairo_surface_t *surface, int *ret_first, int *ret_last)
{
    gboolean found = FALSE;

    for (int x = 0; x < cairo_image_surface_get_width(surface); x++) {
        for (int y = 0; y < cairo_image_surface_get_height(surface); y++) {
            if ((sample_pixel(surface, x, y) & 0xff) > 0x80)
                continue;
            *ret_first = found ? *ret_first : x;
            *ret_last = x;
            found = TRUE;
        }
    }
    return found;
}

static cairo_surface_t *
draw_zigzag(Color color)
{
    g_autoptr(SceneBuilder) builder = new_builder(400, 100);
    g_autoptr(Path) path = path_new();

    path_move_to(path, 5, 50);
    for (int i = 1; i <= 390; i++)
        path_line_to(path, 5 + i, 50 + (i % 2 == 0 ? 20 : -20) + i % 7);
    scene_builder_path(builder, path, COLOR_NONE, stroke_solid(color, 1.5));
    return draw(builder, 2);
}

/* A stroke that is nearly opaque is painted whole. */
static void
test_pieces(void)
{
    cairo_surface_t *pieces = draw_zigzag(COLOR_RGB(0x000000));
    cairo_surface_t *whole = draw_zigzag((Color){ 0, 0, 0, 254 });
    guint differing = 0;

    for (int i = 0; i < 800 * 200; i++) {
        int a = (int)(sample_pixel(pieces, i % 800, i / 800) & 0xff);
        int b = (int)(sample_pixel(whole, i % 800, i / 800) & 0xff);

        g_assert_cmpint(ABS(a - b), <, 100);
        differing += ABS(a - b) > 8;
    }
    g_assert_cmpuint(differing, <, 300);
    cairo_surface_destroy(pieces);
    cairo_surface_destroy(whole);
}

static void
test_pieces_and_fill(void)
{
    g_autoptr(SceneBuilder) builder = new_builder(220, 60);
    g_autoptr(Path) path = path_new();

    path_move_to(path, 10, 10);
    for (int i = 1; i <= 200; i++)
        path_line_to(path, 10 + i, 10);
    path_line_to(path, 210, 50);
    path_line_to(path, 10, 50);
    scene_builder_path(builder, path, COLOR_RGB(0x00ff00), stroke_solid(COLOR_RGB(0x0000ff), 4));

    cairo_surface_t *surface = draw(builder, 1);

    g_assert_cmphex(sample_pixel(surface, 110, 30), ==, 0x00ff00);
    g_assert_cmphex(sample_pixel(surface, 110, 10), ==, 0x0000ff);
    g_assert_cmphex(sample_pixel(surface, 30, 50), ==, 0x0000ff);
    g_assert_cmphex(sample_pixel(surface, 10, 30), ==, 0x00ff00); /* not closed: no stroke */
    cairo_surface_destroy(surface);
}

static void
test_anchor_uses_the_extents(void)
{
    static const struct {
        Anchor anchor;
        double width;
        int first;
    } cases[] = {
        { ANCHOR_START, 60, 100 },
        { ANCHOR_MIDDLE, 60, 70 },
        { ANCHOR_END, 60, 40 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(SceneBuilder) builder = new_builder(200, 40);
        TextStyle style = { .size = 20, .color = COLOR_RGB(0x000000) };
        TextExtents extents = { cases[i].width, 15, 5, 23, NULL };
        int first = 0, last = 0;

        scene_builder_text(builder, "HH", (Point){ 100, 30 }, cases[i].anchor, 0, &style, extents);

        cairo_surface_t *surface = draw(builder, 2);

        g_assert_true(dark_columns(surface, &first, &last));
        /* The stem of H begins 168 of 2,048 units into its advance. */
        g_assert_cmpint(ABS(first - (int)(2 * (cases[i].first + 20 * 168 / 2048.0))), <=, 2);
        g_assert_cmpint(last - first, >, 40);
        g_assert_cmpint(last - first, <, 60);
        cairo_surface_destroy(surface);
    }
}

static void
test_turned_text(void)
{
    g_autoptr(SceneBuilder) builder = new_builder(40, 200);
    TextStyle style = { .size = 20, .color = COLOR_RGB(0x000000) };
    TextExtents extents = { 100, 15, 5, 23, NULL };
    int first = 0, last = 0;

    scene_builder_text(builder, "HHHHHH", (Point){ 30, 190 }, ANCHOR_START, -90, &style, extents);

    cairo_surface_t *surface = draw(builder, 1);

    /* Upright letters 14 px high lie on the baseline x = 30. */
    g_assert_true(dark_columns(surface, &first, &last));
    g_assert_cmpint(first, ==, 16);
    g_assert_cmpint(last, ==, 29);
    cairo_surface_destroy(surface);
}

/* An image of as many columns as pixels is copied as it is. */
static void
test_image_is_sharp(void)
{
    enum { SIDE = 20 };
    g_autoptr(SceneBuilder) builder = new_builder(20, 20);
    guint8 rgba[SIDE * SIDE * 4];

    for (int i = 0; i < SIDE * SIDE; i++) {
        gboolean on = (i % SIDE + i / SIDE) % 2 == 0;

        rgba[4 * i] = rgba[4 * i + 1] = rgba[4 * i + 2] = 0;
        rgba[4 * i + 3] = on ? 255 : 0;
    }
    scene_builder_image(builder, (Rect){ 5, 5, 10, 10 }, rgba, SIDE, SIDE);

    cairo_surface_t *surface = draw(builder, 2);

    for (int i = 0; i < 40 * 40; i++) {
        int x = i % 40, y = i / 40;
        gboolean inside = x >= 10 && x < 30 && y >= 10 && y < 30;

        g_assert_cmphex(sample_pixel(surface, x, y), ==,
                        inside && (x + y) % 2 == 0 ? 0x000000 : 0xffffff);
    }
    cairo_surface_destroy(surface);
}

/* A hundred and fifty dashes, more than a piece of a stroke holds: all are there, with paper
 * between them. */
static void
test_runs_of_a_long_path_stay_apart(void)
{
    g_autoptr(SceneBuilder) builder = new_builder(400, 100);
    g_autoptr(Path) path = path_new();
    cairo_surface_t *surface;

    for (int i = 0; i < 150; i++) {
        int x = i % 2 == 0 ? 10 : 300, y = 10 + i / 2;

        path_move_to(path, x, y + 0.5);
        path_line_to(path, x + 20, y + 0.5);
    }
    scene_builder_path(builder, path, COLOR_NONE, stroke_solid(COLOR_RGB(0), 1));
    surface = draw(builder, 1);
    for (int i = 0; i < 75; i++) {
        g_assert_cmpuint(sample_pixel(surface, 20, 10 + i) & 0xff, <, 0x80);
        g_assert_cmpuint(sample_pixel(surface, 310, 10 + i) & 0xff, <, 0x80);
        g_assert_cmpuint(sample_pixel(surface, 150, 10 + i) & 0xff, ==, 0xff);
    }
    cairo_surface_destroy(surface);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    host_connect(&sample_host);
    g_test_add_func("/painter/pieces-look-like-one-stroke", test_pieces);
    g_test_add_func("/painter/fill-lies-below-the-pieces", test_pieces_and_fill);
    g_test_add_func("/painter/anchor-uses-the-extents", test_anchor_uses_the_extents);
    g_test_add_func("/painter/turned-text-stands-on-its-baseline", test_turned_text);
    g_test_add_func("/painter/image-of-the-same-size-is-copied", test_image_is_sharp);
    g_test_add_func("/painter/runs-of-a-long-path-stay-apart", test_runs_of_a_long_path_stay_apart);
    return g_test_run();
}
