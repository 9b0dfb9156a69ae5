#include "backend/raster_module.h"

#include "raster/sample.h"

/* The module lies in ../lib/cartouche, seen from the folder of this program. */
static void
test_open(void)
{
    g_autoptr(GError) error = NULL;
    const RasterModule *module = raster_module_open(&error);

    g_assert_no_error(error);
    g_assert_nonnull(module);
    g_assert_cmpint(module->version, ==, RASTER_API_VERSION);
    g_assert_true(raster_module_open(NULL) == module);
}

static void
test_functions(void)
{
    static const guint8 rgba[4] = { 1, 2, 3, 4 };
    const RasterModule *module = raster_module_open(NULL);
    g_autoptr(Scene) scene = sample_scene(COLOR_RGB(0xffffff));
    OutputOptions options = sample_options;
    OutputPage page = { scene, options };
    TextStyle style = { .size = 12 };
    guint n_missing = 0;

    g_assert_nonnull(module);
    g_autoptr(GBytes) png = module->write_png(scene, &options, NULL);
    g_autoptr(GBytes) pdf = module->write_pdf(&page, 1, NULL, NULL);
    g_autoptr(GBytes) image = module->encode_png(rgba, 1, 1, NULL);
    g_autoptr(Path) outline = module->text_outline("x", &style);

    g_assert_nonnull(png);
    g_assert_nonnull(pdf);
    g_assert_nonnull(image);
    g_assert_nonnull(outline);
    g_assert_true(module->missing_glyphs("\xf3\xb0\x80\x81", &style, &n_missing, NULL));
    g_assert_cmpuint(n_missing, ==, 1);
}

/* Errors made on the other side of the door are the same errors on this side. */
static void
test_errors(void)
{
    const RasterModule *module = raster_module_open(NULL);
    g_autoptr(GError) error = NULL;

    g_assert_nonnull(module);
    g_assert_null(module->encode_png(NULL, 0, 0, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_LIMIT);
}

static void
test_measurer(void)
{
    g_autoptr(TextMeasurer) measurer = table_measurer_new(shaper_open_measurer, NULL);
    TextStyle style = { .family = "DejaVu Serif", .size = 12 };

    g_assert_cmpfloat(text_measure(measurer, "any", &style).width, >, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/module/opens-once", test_open);
    g_test_add_func("/module/every-function-works", test_functions);
    g_test_add_func("/module/errors-cross-the-door", test_errors);
    g_test_add_func("/module/measures-other-fonts", test_measurer);
    return g_test_run();
}
