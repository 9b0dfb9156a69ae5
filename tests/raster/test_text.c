#include "raster/default_font.h"
#include "raster/font_identity.h"
#include "raster/missing_glyphs.h"
#include "raster/outlines.h"
#include "raster/sample_host.h"

static const char *const labels[] = {
    "AVATAR To Ty. We P. L'Yf",
    "Exports of goods and services, 2019–2024",
    "1,234,567.89",
    "−12.5 %",
    "United States of America",
    "Türkiye, Côte d’Ivoire, São Tomé",
    "Москва и Київ",
    "Αθήνα",
    "€1 = £0.85 (¥160)",
    "office, fluff, affix, fjord",
    "Q1 2021",
    "x",
};

/* FALSE, and the test is skipped, when the default font is not installed. */
static gboolean
need_font(void)
{
    TextStyle style = { .size = 12 };
    g_autoptr(DefaultText) text = default_text_new("x", &style);

    if (text == NULL)
        g_test_skip("Liberation Sans is not installed");
    return text != NULL;
}

/* The box of the outlines that Pango makes of a text, at a large size. */
static Rect
pango_box(const char *text, const TextStyle *style)
{
    const ShaperModule *shaper = shaper_module_open(NULL);
    PangoText *pango = shaper->text_new(FALSE);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    cairo_t *cr = cairo_create(surface);
    double x0, y0, x1, y1;

    shaper->text_outline(pango, cr, text, style);
    shaper->text_free(pango);
    cairo_path_extents(cr, &x0, &y0, &x1, &y1);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return rect_between(x0, y0, x1, y1);
}

static Rect
default_box(const char *text, const TextStyle *style)
{
    g_autoptr(DefaultText) known = default_text_new(text, style);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
    cairo_t *cr = cairo_create(surface);
    double x0, y0, x1, y1;

    g_assert_nonnull(known);
    default_text_outline(known, cr);
    cairo_path_extents(cr, &x0, &y0, &x1, &y1);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return rect_between(x0, y0, x1, y1);
}

static void
test_drawings_agree(void)
{
    if (!need_font())
        return;
    for (guint i = 0; i < G_N_ELEMENTS(labels); i++) {
        TextStyle style = { .size = 100, .bold = i % 2 == 1 };
        Rect a = default_box(labels[i], &style), b = pango_box(labels[i], &style);

        g_assert_cmpfloat_with_epsilon(a.x, b.x, 0.5);
        g_assert_cmpfloat_with_epsilon(a.y, b.y, 0.5);
        g_assert_cmpfloat_with_epsilon(a.width, b.width, 0.001 * a.width + 0.5);
        g_assert_cmpfloat_with_epsilon(a.height, b.height, 0.5);
    }
}

static void
test_missing_glyphs(void)
{
    TextStyle style = { .size = 12 };
    guint n = 0;

    /* Private use: no ordinary font has it. */
    g_assert_true(missing_glyphs("a\xf3\xb0\x80\x81z\xf3\xb0\x80\x82", &style, &n, NULL));
    g_assert_cmpuint(n, ==, 2);
    if (!need_font())
        return;
    g_assert_true(missing_glyphs("plain text", &style, &n, NULL));
    g_assert_cmpuint(n, ==, 0);
}

static const ShaperModule *
no_shaper(GError **error)
{
    error_set(error, ERROR_OUTPUT, WHERE_NONE, "not there");
    return NULL;
}

/* Without the module a text that needs it is an error, and any other is drawn. */
static void
test_no_shaper(void)
{
    static const RasterHost alone = { error_set, no_shaper };
    TextStyle style = { .size = 12 };
    g_autoptr(GError) error = NULL, no_fonts = NULL;
    guint n = 7;

    host_connect(&alone);
    g_assert_false(missing_glyphs("한국어", &style, &n, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_OUTPUT);
    g_assert_cmpuint(n, ==, 7);
    g_assert_null(font_identity(NULL, "한", &no_fonts));
    g_assert_error(no_fonts, CARTOUCHE_ERROR, ERROR_OUTPUT);
    g_assert_null(text_outline("한국어", &style));
    if (need_font()) {
        g_autoptr(Path) path = text_outline("x", &style);

        g_assert_nonnull(path);
        g_assert_true(missing_glyphs("plain text", &style, &n, NULL));
        g_assert_cmpuint(n, ==, 0);
    }
    host_connect(&sample_host);
}

static void
test_outline_of_a_letter(void)
{
    TextStyle style = { .size = 100 };
    g_autoptr(Path) path = NULL;
    Rect box;

    if (!need_font())
        return;
    path = text_outline("H", &style);
    g_assert_nonnull(path);
    box = path_bounds(path);
    /* Font units of H, of 2,048: 168 to 1,312 across, 0 to 1,409 up. */
    g_assert_cmpfloat_with_epsilon(box.x, 168 * 100 / 2048.0, 0.01);
    g_assert_cmpfloat_with_epsilon(rect_right(box), 1312 * 100 / 2048.0, 0.01);
    g_assert_cmpfloat_with_epsilon(box.y, -1409 * 100 / 2048.0, 0.01);
    g_assert_cmpfloat_with_epsilon(rect_bottom(box), 0, 0.01);
    g_assert_cmpuint(path_length(path), ==, 13);
    g_assert_cmpint(path_segments(path)[0].verb, ==, PATH_MOVE);
    g_assert_cmpint(path_segments(path)[12].verb, ==, PATH_CLOSE);
}

static void
test_outline_of_nothing(void)
{
    TextStyle style = { .size = 12 }, flat = { .size = 0 };

    g_assert_null(text_outline("", &style));
    g_assert_null(text_outline("  ", &style));
    g_assert_null(text_outline("x", &flat));
}

static gpointer
measure_in_thread(gpointer data)
{
    TextStyle style = { .size = 12 };

    for (guint i = 0; i < 20; i++) {
        g_autoptr(Path) path = text_outline(labels[i % G_N_ELEMENTS(labels)], &style);

        g_assert_nonnull(path);
    }
    return data;
}

static void
test_threads(void)
{
    GThread *threads[4];

    for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("outlines", measure_in_thread, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
        g_thread_join(threads[i]);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    host_connect(&sample_host);
    g_test_add_func("/text/both-ways-draw-alike", test_drawings_agree);
    g_test_add_func("/text/missing-glyphs-are-counted", test_missing_glyphs);
    g_test_add_func("/text/no-shaper-is-told", test_no_shaper);
    g_test_add_func("/text/outline-in-font-units", test_outline_of_a_letter);
    g_test_add_func("/text/no-outline-of-nothing", test_outline_of_nothing);
    g_test_add_func("/text/threads-have-their-own-fonts", test_threads);
    return g_test_run();
}
