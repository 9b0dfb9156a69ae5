// Pictures made smaller: the right size, the right averages.
#include "raster/png.h"
#include "raster/sample_host.h"
#include "raster/thumbnail.h"

#include <string.h>

/* Left half black, right half white, half transparent below the middle. */
static GBytes *
sample(guint columns, guint rows)
{
    g_autofree guint8 *rgba = g_malloc((gsize)columns * rows * 4);

    for (guint y = 0; y < rows; y++)
        for (guint x = 0; x < columns; x++) {
            memset(rgba + (y * columns + x) * 4, x * 2 < columns ? 0 : 255, 3);
            rgba[(y * columns + x) * 4 + 3] = y * 2 < rows ? 255 : 128;
        }
    return raster_encode_png(rgba, columns, rows, NULL);
}

static void
test_sizes(void)
{
    static const struct {
        guint columns, rows, box_columns, box_rows, expected_columns, expected_rows;
    } rows[] = {
        { 160, 100, 80, 80, 80, 50 },
        { 100, 160, 80, 80, 50, 80 },
        { 40, 20, 80, 80, 40, 20 },
        { 1000, 2, 10, 10, 10, 1 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GBytes) png = sample(rows[i].columns, rows[i].rows);
        g_autoptr(GError) error = NULL;
        guint columns = 0, n_rows = 0;
        g_autoptr(GBytes) pixels =
            raster_thumbnail(png, rows[i].box_columns, rows[i].box_rows, &columns, &n_rows, &error);

        g_assert_no_error(error);
        g_assert_cmpuint(columns, ==, rows[i].expected_columns);
        g_assert_cmpuint(n_rows, ==, rows[i].expected_rows);
        g_assert_cmpuint(g_bytes_get_size(pixels), ==, (gsize)columns * n_rows * 4);
    }
}

static void
assert_pixel(GBytes *pixels, guint index, guint8 grey, guint8 alpha)
{
    const guint8 *rgba = (const guint8 *)g_bytes_get_data(pixels, NULL) + (gsize)index * 4;

    g_assert_cmpint(ABS(rgba[0] - grey), <=, 2);
    g_assert_cmpint(ABS(rgba[2] - grey), <=, 2);
    g_assert_cmpint(ABS(rgba[3] - alpha), <=, 1);
}

static void
test_pixels(void)
{
    g_autoptr(GBytes) png = sample(80, 80);
    guint columns, rows;
    g_autoptr(GBytes) pixels = raster_thumbnail(png, 8, 8, &columns, &rows, NULL);

    assert_pixel(pixels, 8 + 1, 0, 255);
    assert_pixel(pixels, 8 + 6, 255, 255);
    assert_pixel(pixels, 8 * 6 + 1, 0, 128);
    assert_pixel(pixels, 8 * 6 + 6, 255, 128);
}

static void
test_refused(void)
{
    g_autoptr(GBytes) png = sample(80, 80);
    gsize length = g_bytes_get_size(png);
    guint columns, rows;

    for (gsize cut = 0; cut < length - 20; cut += 7) {
        g_autoptr(GBytes) half = g_bytes_new_from_bytes(png, 0, cut);
        g_autoptr(GError) error = NULL;

        g_assert_null(raster_thumbnail(half, 8, 8, &columns, &rows, &error));
        g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    host_connect(&sample_host);
    g_test_add_func("/raster/thumbnail/sizes", test_sizes);
    g_test_add_func("/raster/thumbnail/pixels", test_pixels);
    g_test_add_func("/raster/thumbnail/refused", test_refused);
    return g_test_run();
}
