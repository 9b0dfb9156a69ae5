// Letters filled by FreeType stand where Cairo would fill them.
#include "raster/glyph_painter.h"

#include <stdlib.h>

#include "raster/default_font.h"

#define SIDE 200

/* FALSE, and the test is skipped, when the default font is not installed. */
static gboolean
need_font(void)
{
    gboolean there = default_font_face(FALSE, FALSE) != NULL;

    if (!there)
        g_test_skip("Liberation Sans is not installed");
    return there;
}

static cairo_t *
page_new(cairo_format_t format)
{
    cairo_surface_t *surface = cairo_image_surface_create(format, SIDE, SIDE);
    cairo_t *cr = cairo_create(surface);

    cairo_surface_destroy(surface);
    if (format == CAIRO_FORMAT_RGB24) {
        cairo_set_source_rgb(cr, 1, 1, 1);
        cairo_paint(cr);
    }
    return cr;
}

static const guint32 *
row_of(cairo_t *cr, int y)
{
    cairo_surface_t *surface = cairo_get_target(cr);

    cairo_surface_flush(surface);
    return (const guint32 *)(gpointer)(cairo_image_surface_get_data(surface) +
                                       (gsize)y * (gsize)cairo_image_surface_get_stride(surface));
}

static int
channel(guint32 pixel, guint i)
{
    return (int)(pixel >> (8 * i) & 0xff);
}

/* By both ways, on pages of their own. */
static void
draw_both(cairo_t *ours, cairo_t *theirs, const char *text, double size, double angle,
          gboolean hinted)
{
    TextStyle style = { .size = size };
    g_autoptr(DefaultText) known = default_text_new(text, &style);
    cairo_t *both[] = { ours, theirs };

    g_assert_nonnull(known);
    for (guint i = 0; i < G_N_ELEMENTS(both); i++) {
        cairo_translate(both[i], SIDE / 2.0, SIDE / 2.0);
        cairo_rotate(both[i], angle * G_PI / 180);
        cairo_scale(both[i], 2, 2);
        cairo_translate(both[i], -40.3, hinted ? 0 : 0.4);
    }
    default_text_show(known, ours, COLOR_RGB(0x103050), FALSE, hinted);
    /* The same as a path. */
    cairo_set_source_rgb(theirs, 0x10 / 255.0, 0x30 / 255.0, 0x50 / 255.0);
    default_text_outline(known, theirs);
    cairo_fill(theirs);
}

static void
test_like_cairo(void)
{
    static const double angles[] = { 0, -90, 90, 30, 180 };

    if (!need_font())
        return;
    for (guint a = 0; a < G_N_ELEMENTS(angles); a++) {
        cairo_t *ours = page_new(CAIRO_FORMAT_RGB24), *theirs = page_new(CAIRO_FORMAT_RGB24);
        guint n_ink = 0, n_far = 0;

        draw_both(ours, theirs, "AVATAR éç8&@", 11, angles[a], FALSE);
        for (int y = 0; y < SIDE; y++)
            for (int x = 0; x < SIDE; x++) {
                guint32 a_pixel = row_of(ours, y)[x], b_pixel = row_of(theirs, y)[x];

                n_ink += (a_pixel & 0xffffff) != 0xffffff ? 1 : 0;
                for (guint i = 0; i < 3; i++) {
                    int far = abs(channel(a_pixel, i) - channel(b_pixel, i));

                    n_far += far > 24 ? 1 : 0;
                    g_assert_cmpint(far, <=, 48);
                }
            }
        g_assert_cmpuint(n_ink, >, 500);
        /* Cairo counts in fifteenths of a row. */
        g_assert_cmpuint(200 * n_far, <=, n_ink);
        cairo_destroy(ours);
        cairo_destroy(theirs);
    }
}

/* Each size has its own outlines, and Cairo's own text is not disturbed by them. */
static void
test_sizes(void)
{
    double before = 0, after = 0;

    if (!need_font())
        return;
    for (guint i = 0; i < 2; i++) {
        cairo_t *ours = page_new(CAIRO_FORMAT_RGB24), *theirs = page_new(CAIRO_FORMAT_RGB24);
        TextStyle style = { .size = 20 };
        g_autoptr(DefaultText) known = default_text_new("mm", &style);
        double x0, y0, x1, y1;

        default_text_outline(known, theirs);
        cairo_path_extents(theirs, &x0, &y0, &x1, &y1);
        *(i == 0 ? &before : &after) = x1 - x0;
        draw_both(ours, theirs, "mm", 30 + i, 45, i == 1);
        cairo_destroy(ours);
        cairo_destroy(theirs);
    }
    g_assert_cmpfloat(before, >, 20);
    g_assert_cmpfloat(before, ==, after);
}

/* On a page without a background, half transparent: never more colour than alpha. */
static void
test_transparent(void)
{
    TextStyle style = { .size = 60 };
    g_autoptr(DefaultText) known = NULL;
    cairo_t *cr = page_new(CAIRO_FORMAT_ARGB32);
    int most = 0;

    if (need_font()) {
        known = default_text_new("Il", &style);
        cairo_translate(cr, 20, 100);
        default_text_show(known, cr, color_with_alpha(COLOR_RGB(0xff8000), 0.5), FALSE, FALSE);
        for (int y = 0; y < SIDE; y++)
            for (int x = 0; x < SIDE; x++) {
                guint32 pixel = row_of(cr, y)[x];

                most = MAX(most, channel(pixel, 3));
                for (guint i = 0; i < 3; i++)
                    g_assert_cmpint(channel(pixel, i), <=, channel(pixel, 3));
            }
        g_assert_cmpint(most, >=, 127);
        g_assert_cmpint(most, <=, 128);
    }
    cairo_destroy(cr);
}

/* Beyond the page nothing is written, whichever side it leaves on. */
static void
test_off_the_page(void)
{
    static const double places[][2] = { { -30, 90 }, { 190, 90 },  { 90, 5 },     { 90, 215 },
                                        { -900, 0 }, { 0, 90000 }, { 1e9, -1e9 }, { 0, -500 } };
    TextStyle style = { .size = 40 };

    if (!need_font())
        return;
    for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autoptr(DefaultText) known = default_text_new("WW", &style);
        cairo_t *cr = page_new(CAIRO_FORMAT_RGB24);

        cairo_translate(cr, places[i][0], places[i][1]);
        default_text_show(known, cr, COLOR_RGB(0), FALSE, FALSE);
        g_assert_cmpint(cairo_status(cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_destroy(cr);
    }
}

static gboolean
paints_on(cairo_format_t format, double shear, double size)
{
    GlyphPainter *painter = glyph_painter_new(default_font_face(FALSE, FALSE));
    cairo_t *cr = page_new(format);
    cairo_glyph_t glyph = { 40, 10, 50 };
    cairo_matrix_t matrix = { 1, 0, shear, 1, 0, 0 };
    gboolean painted;

    cairo_set_matrix(cr, &matrix);
    painted = glyph_painter_paint(painter, cr, &glyph, 1, size, COLOR_RGB(0), FALSE);
    cairo_destroy(cr);
    glyph_painter_free(painter);
    return painted;
}

/* What it cannot paint is left to Cairo. */
static void
test_refused(void)
{
    if (!need_font())
        return;
    g_assert_true(paints_on(CAIRO_FORMAT_RGB24, 0, 12));
    g_assert_true(paints_on(CAIRO_FORMAT_ARGB32, 0, 12));
    g_assert_false(paints_on(CAIRO_FORMAT_A8, 0, 12));
    g_assert_false(paints_on(CAIRO_FORMAT_RGB24, 0.5, 12));
    g_assert_false(paints_on(CAIRO_FORMAT_RGB24, 0, 5000));
    glyph_painter_free(NULL);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/glyph-painter/stands-where-cairo-fills", test_like_cairo);
    g_test_add_func("/glyph-painter/sizes-are-told-apart", test_sizes);
    g_test_add_func("/glyph-painter/half-transparent", test_transparent);
    g_test_add_func("/glyph-painter/off-the-page", test_off_the_page);
    g_test_add_func("/glyph-painter/what-it-cannot-paint", test_refused);
    return g_test_run();
}
