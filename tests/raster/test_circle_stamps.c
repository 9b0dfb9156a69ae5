// Many circles of one size: as cairo draws each, but for a hair of a pixel.
#include "raster/circle_stamps.h"
#include "raster/painter.h"
#include "scene/builder.h"

#define SIDE 200

/* Rings and discs on a spiral; every second one is larger by `more`, so that none is one of many.
 */
static cairo_surface_t *
draw_many(guint n, double radius, double more, Stroke stroke)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ SIDE / 2, SIDE / 2 });
    g_autoptr(Scene) scene = NULL;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, SIDE, SIDE);
    cairo_t *cr = cairo_create(surface);
    TextStyle text = { .size = 12 };

    scene_builder_set_texts(builder, "t", NULL, NULL, NULL);
    scene_builder_set_look(builder, COLOR_RGB(0xffffff), &text);
    for (guint i = 0; i < n; i++) {
        double away = 1.1 * sqrt(i), turn = i * 2.399963229728653; /* the golden angle */
        Point at = { SIDE / 4 + away * cos(turn), SIDE / 4 + away * sin(turn) };

        scene_builder_circle(builder, at, radius + (i % 2) * more,
                             color_with_alpha(COLOR_RGB(i % 3 ? 0x0856a6 : 0xcd4626), 0.85),
                             stroke);
    }
    scene = scene_builder_finish(builder);
    cairo_scale(cr, 2, 2);
    g_assert_true(painter_paint(cr, scene, (TextLook){ 0 }, NULL));
    g_assert_cmpint(cairo_status(cr), ==, CAIRO_STATUS_SUCCESS);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    return surface;
}

/* How many bytes differ; the greatest and the mean difference. */
static guint
compare(cairo_surface_t *a, cairo_surface_t *b, int *ret_most, double *ret_mean)
{
    const guint8 *left = cairo_image_surface_get_data(a), *right = cairo_image_surface_get_data(b);
    guint n = 0;
    double sum = 0;

    *ret_most = 0;
    for (gsize i = 0; i < (gsize)SIDE * SIDE * 4; i++) {
        int off = i % 4 == 3 ? 0 : ABS(left[i] - right[i]);

        n += off > 0;
        sum += off;
        *ret_most = MAX(*ret_most, off);
    }
    *ret_mean = sum / (SIDE * SIDE * 3);
    return n;
}

static void
check_many(double radius, Stroke stroke)
{
    cairo_surface_t *stamped = draw_many(2000, radius, 0, stroke);
    cairo_surface_t *drawn = draw_many(2000, radius, 1e-9, stroke);
    double mean;
    int most;

    /* The stamps have been used. */
    g_assert_cmpuint(compare(stamped, drawn, &most, &mean), >, 0);
    g_assert_cmpint(most, <=, 24);
    g_assert_cmpfloat(mean, <, 1);
    cairo_surface_destroy(stamped);
    cairo_surface_destroy(drawn);
}

static void
test_discs_with_an_edge(void)
{
    check_many(2.55, stroke_solid(COLOR_RGB(0xffffff), 0.75));
}

static void
test_discs_and_rings(void)
{
    check_many(1.3, STROKE_NONE);
    check_many(4.55, stroke_solid(COLOR_RGB(0x222222), 1.25));
}

static void
test_a_few_are_drawn_as_ever(void)
{
    Stroke stroke = stroke_solid(COLOR_RGB(0xffffff), 0.75);
    cairo_surface_t *some = draw_many(CIRCLE_STAMPS_FROM, 3, 0, stroke);
    cairo_surface_t *drawn = draw_many(CIRCLE_STAMPS_FROM, 3, 1e-9, stroke);
    double mean;
    int most;

    g_assert_cmpuint(compare(some, drawn, &most, &mean), ==, 0);
    cairo_surface_destroy(some);
    cairo_surface_destroy(drawn);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/circle-stamps/discs-with-an-edge", test_discs_with_an_edge);
    g_test_add_func("/circle-stamps/discs-and-rings", test_discs_and_rings);
    g_test_add_func("/circle-stamps/a-few-are-drawn-as-ever", test_a_few_are_drawn_as_ever);
    return g_test_run();
}
