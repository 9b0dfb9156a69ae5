#include "raster/png.h"

#include "raster/sample.h"
#include "raster/sample_host.h"

typedef struct {
    const char *type; /* four bytes */
    const guint8 *data;
    guint32 length;
} Chunk;

static guint32
read_u32(const guint8 *p)
{
    return (guint32)p[0] << 24 | (guint32)p[1] << 16 | (guint32)p[2] << 8 | p[3];
}

/* The chunk after *position; FALSE at the end. Checks the frame. */
static gboolean
next_chunk(GBytes *png, gsize *position, Chunk *ret_chunk)
{
    gsize size;
    const guint8 *bytes = g_bytes_get_data(png, &size);

    if (*position == 0) {
        g_assert_cmpmem(bytes, 8, "\x89PNG\r\n\x1a\n", 8);
        *position = 8;
    }
    if (*position == size)
        return FALSE;
    g_assert_cmpuint(size - *position, >=, 12);
    ret_chunk->length = read_u32(bytes + *position);
    ret_chunk->type = (const char *)bytes + *position + 4;
    ret_chunk->data = bytes + *position + 8;
    g_assert_cmpuint(size - *position - 12, >=, ret_chunk->length);
    *position += 12 + ret_chunk->length;
    return TRUE;
}

/* The chunk of a type whose data begin so; fails when it is not there. */
static Chunk
find_chunk(GBytes *png, const char *type, const char *begin)
{
    gsize position = 0;
    Chunk chunk;

    while (next_chunk(png, &position, &chunk))
        if (memcmp(chunk.type, type, 4) == 0 && chunk.length >= strlen(begin) &&
            memcmp(chunk.data, begin, strlen(begin)) == 0)
            return chunk;
    g_error("there is no chunk %s with %s", type, begin);
}

static char *
chunk_types(GBytes *png)
{
    GString *types = g_string_new(NULL);
    gsize position = 0;
    Chunk chunk;

    while (next_chunk(png, &position, &chunk)) {
        g_string_append_len(types, chunk.type, 4);
        g_string_append_c(types, ' ');
    }
    return g_string_free(types, FALSE);
}

static GBytes *
write_sample(Color background, double scale)
{
    g_autoptr(Scene) scene = sample_scene(background);
    OutputOptions options = sample_options;
    g_autoptr(GError) error = NULL;

    options.scale = scale;
    g_autoptr(GBytes) png = raster_write_png(scene, &options, &error);

    g_assert_no_error(error);
    return g_steal_pointer(&png);
}

static void
test_chunks(void)
{
    g_autoptr(GBytes) png = write_sample(COLOR_RGB(0xffffff), 2);
    g_autofree char *types = chunk_types(png);

    g_assert_cmpstr(types, ==, "IHDR sRGB pHYs iTXt iTXt iTXt tEXt IDAT IEND ");
    Chunk header = find_chunk(png, "IHDR", "");

    g_assert_cmpuint(read_u32(header.data), ==, 800);
    g_assert_cmpuint(read_u32(header.data + 4), ==, 500);
    g_assert_cmpmem(header.data + 8, 5, "\x08\x02\0\0\0", 5);

    Chunk density = find_chunk(png, "pHYs", "");

    g_assert_cmpuint(read_u32(density.data), ==, 7559);
    g_assert_cmpuint(read_u32(density.data + 4), ==, 7559);
    g_assert_cmpuint(density.data[8], ==, 1);
}

static void
test_texts(void)
{
    static const char title[] = "Title\0\0\0en\0\0Rides per day";
    static const char source[] = "Source\0\0\0en\0\0Office of Statistics";
    static const char description[] =
        "Description\0\0\0en\0\0A picture with every kind of node – é";
    g_autoptr(GBytes) png = write_sample(COLOR_RGB(0xffffff), 1);
    Chunk chunk = find_chunk(png, "iTXt", "Description");

    g_assert_cmpmem(chunk.data, chunk.length, description, sizeof description - 1);
    chunk = find_chunk(png, "iTXt", "Title");
    g_assert_cmpmem(chunk.data, chunk.length, title, sizeof title - 1);
    chunk = find_chunk(png, "iTXt", "Source");
    g_assert_cmpmem(chunk.data, chunk.length, source, sizeof source - 1);
    chunk = find_chunk(png, "tEXt", "Software");
    g_assert_cmpmem(chunk.data, 19, "Software\0Cartouche ", 19);
}

static void
test_no_texts(void)
{
    g_autoptr(Scene) scene = sample_scene(COLOR_RGB(0xffffff));
    OutputOptions options = sample_options;

    options.metadata = FALSE;
    g_autoptr(GBytes) png = raster_write_png(scene, &options, NULL);
    g_autofree char *types = chunk_types(png);

    g_assert_cmpstr(types, ==, "IHDR sRGB pHYs IDAT IEND ");
}

static void
test_same_bytes(void)
{
    g_autoptr(GBytes) once = write_sample(COLOR_RGB(0xffffff), 2);
    g_autoptr(GBytes) other = write_sample(COLOR_RGB(0xeeeeee), 3);
    g_autoptr(GBytes) twice = write_sample(COLOR_RGB(0xffffff), 2);

    g_assert_true(g_bytes_equal(once, twice));
    g_assert_false(g_bytes_equal(once, other));
}

static void
test_pixels(void)
{
    g_autoptr(GBytes) png = write_sample(COLOR_RGB(0xffffff), 2);
    cairo_surface_t *surface = sample_decode(png);

    g_assert_cmpint(cairo_image_surface_get_width(surface), ==, 800);
    g_assert_cmpint(cairo_image_surface_get_height(surface), ==, 500);
    g_assert_cmphex(sample_pixel(surface, 0, 0), ==, 0xffffff);
    g_assert_cmphex(sample_pixel(surface, 799, 499), ==, 0xffffff);
    /* The red rectangle from (40, 110) to (100, 190) ends exactly at its edges. */
    g_assert_cmphex(sample_pixel(surface, 80, 220), ==, 0xff0000);
    g_assert_cmphex(sample_pixel(surface, 199, 379), ==, 0xff0000);
    g_assert_cmphex(sample_pixel(surface, 79, 220), ==, 0xffffff);
    g_assert_cmphex(sample_pixel(surface, 200, 379), ==, 0xffffff);
    /* Half of #ff7f0e over white, at the alpha 128 of 255, rounded down. */
    g_assert_cmphex(sample_pixel(surface, 400, 300), ==, 0xffbe86);
    /* A rounded corner is not painted, the straight part of the side is. */
    g_assert_cmphex(sample_pixel(surface, 219, 259), ==, 0xffffff);
    g_assert_cmphex(sample_pixel(surface, 270, 320), ==, 0x1f77b4);
    /* The four cells of the image: red, green, blue, nothing. */
    g_assert_cmphex(sample_pixel(surface, 681, 341), ==, 0xff0000);
    g_assert_cmphex(sample_pixel(surface, 718, 341), ==, 0x00ff00);
    g_assert_cmphex(sample_pixel(surface, 681, 378), ==, 0x0000ff);
    g_assert_cmphex(sample_pixel(surface, 718, 378), ==, 0xffffff);
    cairo_surface_destroy(surface);
}

static void
test_transparent(void)
{
    g_autoptr(GBytes) png = write_sample(COLOR_NONE, 1);
    cairo_surface_t *surface = sample_decode(png);

    g_assert_cmpint(cairo_image_surface_get_format(surface), ==, CAIRO_FORMAT_ARGB32);
    g_assert_cmphex(sample_pixel(surface, 0, 0), ==, 0);
    g_assert_cmphex(sample_pixel(surface, 60, 150), ==, 0xffff0000);
    g_assert_cmphex(sample_pixel(surface, 200, 150), ==, 0x80803f07);
    cairo_surface_destroy(surface);
}

static void
test_partial_pixel(void)
{
    g_autoptr(SceneBuilder) builder = scene_builder_new((Size){ 10.3, 10.3 });
    TextStyle main_text = { .size = 12, .color = COLOR_RGB(0x222222) };
    OutputOptions options = { .scale = 1.5 };

    scene_builder_set_texts(builder, "t", NULL, NULL, NULL);
    scene_builder_set_look(builder, COLOR_RGB(0x336699), &main_text);
    g_autoptr(Scene) scene = scene_builder_finish(builder);
    g_autoptr(GBytes) png = raster_write_png(scene, &options, NULL);
    g_autofree char *types = chunk_types(png);
    cairo_surface_t *surface = sample_decode(png);

    g_assert_cmpstr(types, ==, "IHDR sRGB pHYs PLTE IDAT IEND ");
    g_assert_cmpint(cairo_image_surface_get_width(surface), ==, 15);
    g_assert_cmphex(sample_pixel(surface, 14, 14), ==, 0x336699);
    cairo_surface_destroy(surface);
}

static void
assert_limit(double scale, guint64 max_pixels, const char *message)
{
    g_autoptr(Scene) scene = sample_scene(COLOR_RGB(0xffffff));
    OutputOptions options = { .scale = scale, .max_pixels = max_pixels };
    g_autoptr(GError) error = NULL;

    g_assert_null(raster_write_png(scene, &options, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_LIMIT);
    g_assert_cmpstr(error->message, ==, message);
}

static void
test_limits(void)
{
    assert_limit(1, 99999,
                 "the picture would have 400 x 250 pixels, more than 99999; see --max-pixels");
    assert_limit(60, 0,
                 "the picture would have 24000 x 15000 pixels, more than 256000000; see "
                 "--max-pixels");
    assert_limit(100, 0,
                 "the picture would be wider or higher than 32767 pixels; see --scale and "
                 "--max-pixels");
    assert_limit(0.001, 0, "the picture would have no pixels; see --scale");
    assert_limit(NAN, 0, "the picture would have no pixels; see --scale");
    assert_limit(INFINITY, 0,
                 "the picture would be wider or higher than 32767 pixels; see --scale and "
                 "--max-pixels");
}

static void
test_encode_few_colors(void)
{
    static const guint8 rgba[2 * 1 * 4] = { 1, 2, 3, 255, 10, 20, 30, 0x80 };
    g_autoptr(GBytes) png = raster_encode_png(rgba, 2, 1, NULL);
    g_autofree char *types = chunk_types(png);
    cairo_surface_t *surface = sample_decode(png);

    g_assert_cmpstr(types, ==, "IHDR sRGB PLTE tRNS IDAT IEND ");
    g_assert_cmpmem(find_chunk(png, "PLTE", "").data, 6, "\x01\x02\x03\x0a\x14\x1e", 6);
    g_assert_cmpmem(find_chunk(png, "tRNS", "").data, 2, "\xff\x80", 2);
    g_assert_cmphex(sample_pixel(surface, 0, 0), ==, 0xff010203);
    g_assert_cmphex(sample_pixel(surface, 1, 0), ==, 0x80050a0f);
    cairo_surface_destroy(surface);
}

/* Vertical stripes change along the row only, so that the picture is filtered against the row
 * above. */
static void
test_encode_many_colors(void)
{
    enum { SIDE = 40 };
    guint8 rgba[SIDE * SIDE * 4];

    for (guint y = 0; y < SIDE; y++) {
        for (guint x = 0; x < SIDE; x++) {
            guint8 *p = rgba + 4 * (y * SIDE + x);

            p[0] = (guint8)(x * 6);
            p[1] = (guint8)(y / 4 * 20);
            p[2] = (guint8)(x * 3);
            p[3] = 255;
        }
    }
    g_autoptr(GBytes) png = raster_encode_png(rgba, SIDE, SIDE, NULL);
    g_autofree char *types = chunk_types(png);
    cairo_surface_t *surface = sample_decode(png);

    g_assert_cmpstr(types, ==, "IHDR sRGB IDAT IEND ");
    for (int i = 0; i < SIDE * SIDE; i++) {
        const guint8 *p = rgba + 4 * i;

        g_assert_cmphex(sample_pixel(surface, i % SIDE, i / SIDE), ==,
                        0xff000000u | (guint32)p[0] << 16 | (guint32)p[1] << 8 | p[2]);
    }
    cairo_surface_destroy(surface);
}

static void
test_encode_limits(void)
{
    static const guint8 rgba[4];
    g_autoptr(GError) error = NULL;

    g_assert_null(raster_encode_png(rgba, 0, 1, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_LIMIT);
    g_clear_error(&error);
    g_assert_null(raster_encode_png(rgba, 1, 32768, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_LIMIT);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    host_connect(&sample_host);
    g_test_add_func("/png/header-and-density", test_chunks);
    g_test_add_func("/png/texts-are-utf8", test_texts);
    g_test_add_func("/png/no-texts-when-metadata-is-off", test_no_texts);
    g_test_add_func("/png/same-scene-same-bytes", test_same_bytes);
    g_test_add_func("/png/pixels-are-where-the-scene-says", test_pixels);
    g_test_add_func("/png/no-background-is-transparent", test_transparent);
    g_test_add_func("/png/background-covers-a-partial-pixel", test_partial_pixel);
    g_test_add_func("/png/limits-name-their-flag", test_limits);
    g_test_add_func("/png/few-colors-make-a-palette", test_encode_few_colors);
    g_test_add_func("/png/many-colors-survive-the-filter", test_encode_many_colors);
    g_test_add_func("/png/image-sides-are-limited", test_encode_limits);
    return g_test_run();
}
