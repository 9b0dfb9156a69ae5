// Discs composed into a picture: where they lie, their edges, and what shows through.
#include "mark/disc_image.h"

typedef struct {
    Scene *scene; /* to be freed */
} Page;

static const SceneNode *
picture(Page *page, DiscImage *image)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 100, 100 });

    disc_image_draw(image, builder);
    page->scene = scene_builder_finish(builder);
    return page->scene->root->group.first;
}

static const guint8 *
pixel_at(const SceneNode *node, double x, double y)
{
    guint column = (guint)((x - node->image.rect.x) / node->image.rect.width * node->image.columns);
    guint row = (guint)((y - node->image.rect.y) / node->image.rect.height * node->image.rows);

    return node->image.rgba + 4 * ((gsize)row * node->image.columns + column);
}

static void
test_a_disc_has_its_colour_and_smooth_edges(void)
{
    g_autoptr(DiscImage) image = disc_image_new((Rect){ 10.3, 10, 20, 10 });
    Page page;
    const SceneNode *node;
    double area = 0;

    disc_image_add(image, (Point){ 20, 15 }, 3, COLOR_RGB(0x336699));
    node = picture(&page, image);
    g_assert_cmpint(node->kind, ==, NODE_IMAGE);
    /* On whole pixels, two a px. */
    g_assert_cmpfloat_with_epsilon(node->image.rect.x, 10, 1e-9);
    g_assert_cmpfloat_with_epsilon(node->image.rect.width * 2, node->image.columns, 1e-9);
    g_assert_cmpmem(pixel_at(node, 20, 15), 4, "\x33\x66\x99\xff", 4);
    g_assert_cmpuint(pixel_at(node, 12, 15)[3], ==, 0);
    for (guint i = 0; i < node->image.columns * node->image.rows; i++)
        area += node->image.rgba[4 * i + 3] / 255.0 / 4;
    g_assert_cmpfloat_with_epsilon(area, G_PI * 9, 0.2);
    scene_free(page.scene);
}

static void
test_what_lies_below_shows_through(void)
{
    g_autoptr(DiscImage) image = disc_image_new((Rect){ 0, 0, 20, 20 });
    Page page;
    const guint8 *pixel;

    disc_image_add(image, (Point){ 10, 10 }, 5, COLOR_RGB(0xff0000));
    disc_image_add(image, (Point){ 10, 10 }, 5, color_with_alpha(COLOR_RGB(0x0000ff), 0.5));
    disc_image_add(image, (Point){ 2, 2 }, 1.5, color_with_alpha(COLOR_RGB(0x00ff00), 0.5));
    pixel = pixel_at(picture(&page, image), 10, 10);
    g_assert_cmpint(ABS(pixel[0] - 127), <=, 1);
    g_assert_cmpint(ABS(pixel[2] - 128), <=, 1);
    g_assert_cmpuint(pixel[3], ==, 255);
    pixel = pixel_at(page.scene->root->group.first, 2, 2);
    g_assert_cmpmem(pixel, 4, "\x00\xff\x00\x80", 4);
    scene_free(page.scene);
}

static void
test_discs_beyond_the_picture_are_cut(void)
{
    g_autoptr(DiscImage) image = disc_image_new((Rect){ 0, 0, 10, 10 });
    Page page;
    const SceneNode *node;

    disc_image_add(image, (Point){ -1, 5 }, 3, COLOR_RGB(0));
    disc_image_add(image, (Point){ 500, 500 }, 3, COLOR_RGB(0));
    disc_image_add(image, (Point){ -500, -500 }, 3, COLOR_RGB(0));
    node = picture(&page, image);
    g_assert_cmpuint(pixel_at(node, 0.2, 5)[3], ==, 255);
    g_assert_cmpuint(pixel_at(node, 9.8, 9.8)[3], ==, 0);
    scene_free(page.scene);
}

static void
test_large_pages_have_fewer_pixels(void)
{
    g_autoptr(DiscImage) image = disc_image_new((Rect){ 0, 0, 20000, 10000 });
    Page page;
    const SceneNode *node;

    disc_image_add(image, (Point){ 5000, 5000 }, 300, COLOR_RGB(0));
    node = picture(&page, image);
    g_assert_cmpuint(node->image.columns * node->image.rows, <, 4100000);
    g_assert_cmpuint(pixel_at(node, 5000, 5000)[3], ==, 255);
    scene_free(page.scene);
}

static void
test_without_discs_there_is_no_picture(void)
{
    g_autoptr(DiscImage) image = disc_image_new((Rect){ 0, 0, 10, 10 });
    Page page;

    g_assert_null(picture(&page, image));
    scene_free(page.scene);
}

/* Radii that differ by nothing to be seen are painted disc by disc; equal ones by a stamp. */
static void
paint_many(DiscImage *image, double other)
{
    for (guint i = 0; i < 4000; i++) {
        double t = i * 2.399963229728653; /* the golden angle */
        double away = 0.75 * sqrt(i);
        Point at = { 50 + away * cos(t), 50 + away * sin(t) };

        disc_image_add(
            image, at, i % 2 == 0 ? 1.1 : other,
            color_with_alpha(i % 3 == 0 ? COLOR_RGB(0xcc3300) : COLOR_RGB(0x0033cc), 0.6));
    }
}

static void
test_many_of_one_radius_look_the_same(void)
{
    g_autoptr(DiscImage) stamped = disc_image_new((Rect){ 5, 5, 90, 90 });
    g_autoptr(DiscImage) painted = disc_image_new((Rect){ 5, 5, 90, 90 });
    const SceneNode *a, *b;
    Page page_a, page_b;
    guint differing = 0;

    paint_many(stamped, 1.1);
    paint_many(painted, 1.1 + 1e-9);
    a = picture(&page_a, stamped);
    b = picture(&page_b, painted);
    g_assert_cmpuint(a->image.columns, ==, b->image.columns);
    for (guint i = 0; i < a->image.columns * a->image.rows; i++) {
        gint off = (gint)a->image.rgba[4 * i + 3] - b->image.rgba[4 * i + 3];

        g_assert_cmpint(ABS(off), <=, 12);
        differing += off != 0 ? 1 : 0;
    }
    /* The stamp has been used. */
    g_assert_cmpuint(differing, >, 0);
    scene_free(page_a.scene);
    scene_free(page_b.scene);
}

/* Red, green, blue times alpha, and alpha, as they add up. */
static void
paint_slowly(double *pixels, guint columns, guint rows, Point at, double radius, Color color)
{
    const double source[4] = { color.r / 255.0, color.g / 255.0, color.b / 255.0, 1 };

    for (guint y = 0; y < rows; y++)
        for (guint x = 0; x < columns; x++) {
            double *pixel = pixels + 4 * ((gsize)y * columns + x);
            double cover = CLAMP(radius + 0.5 - hypot(x + 0.5 - at.x, y + 0.5 - at.y), 0, 1);

            for (guint k = 0; k < 4; k++)
                pixel[k] += (source[k] - pixel[k]) * cover * color.a / 255.0;
        }
}

/* So many that several threads paint them: each pixel has them in the order in which they came,
 * also where two bands of rows meet. */
static void
test_very_many_keep_their_order(void)
{
    enum { SIDE = 72, N = 60000 };
    static const guint32 colors[] = { 0xcc3300, 0x0033cc, 0x33cc00, 0xffffff, 0x000000 };
    g_autoptr(DiscImage) image = disc_image_new((Rect){ 0, 0, SIDE / 2, SIDE / 2 });
    g_autofree double *expected = g_new0(double, 4 * SIDE * SIDE);
    const SceneNode *node;
    Page page;

    for (guint i = 0; i < N; i++) {
        Point at = { i * 37 % 1009 / 1009.0 * SIDE / 2, i * 101 % 997 / 997.0 * SIDE / 2 };
        Color color = color_with_alpha(COLOR_RGB(colors[i % 7 % 5]), 0.4);
        double radius = i % 2 == 0 ? 0.9 : 1.7;

        disc_image_add(image, at, radius, color);
        /* What came long before is painted over. */
        if (i + 20000 > N)
            paint_slowly(expected, SIDE, SIDE, (Point){ 2 * at.x, 2 * at.y }, 2 * radius, color);
    }
    node = picture(&page, image);
    g_assert_cmpuint(node->image.columns, ==, SIDE);
    g_assert_cmpuint(node->image.rows, ==, SIDE);
    for (guint i = 0; i < 4 * SIDE * SIDE; i++) {
        double alpha = expected[i / 4 * 4 + 3];
        double value = i % 4 == 3 ? alpha : expected[i] / alpha;

        g_assert_cmpfloat_with_epsilon(node->image.rgba[i], value * 255, 1);
    }
    scene_free(page.scene);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/disc-image/a-disc-has-its-colour-and-smooth-edges",
                    test_a_disc_has_its_colour_and_smooth_edges);
    g_test_add_func("/disc-image/what-lies-below-shows-through",
                    test_what_lies_below_shows_through);
    g_test_add_func("/disc-image/discs-beyond-the-picture-are-cut",
                    test_discs_beyond_the_picture_are_cut);
    g_test_add_func("/disc-image/many-of-one-radius-look-the-same",
                    test_many_of_one_radius_look_the_same);
    g_test_add_func("/disc-image/very-many-keep-their-order", test_very_many_keep_their_order);
    g_test_add_func("/disc-image/large-pages-have-fewer-pixels",
                    test_large_pages_have_fewer_pixels);
    g_test_add_func("/disc-image/without-discs-there-is-no-picture",
                    test_without_discs_there_is_no_picture);
    return g_test_run();
}
