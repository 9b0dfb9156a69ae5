// Data may change without the picture: what a file says of itself does not count.
#include "batch/same_picture.h"

#include <string.h>

static GBytes *
text(const char *bytes)
{
    return g_bytes_new_static(bytes, strlen(bytes));
}

static void
assert_same(GBytes *a, GBytes *b, gboolean expected)
{
    g_assert_cmpint(same_picture(a, b), ==, expected);
    g_assert_cmpint(same_picture(b, a), ==, expected);
    g_bytes_unref(a);
    g_bytes_unref(b);
}

static void
test_svg(void)
{
    const char *one = "<svg width=\"8\" data-command=\"a > b\" data-hash=\"1\" x=\"y\"><g/></svg>";

    assert_same(text(one),
                text("<svg width=\"8\" data-command=\"c\" data-hash=\"23\" x=\"y\"><g/></svg>"),
                TRUE);
    assert_same(text(one), text("<svg width=\"8\" x=\"y\"><g/></svg>"), TRUE);
    assert_same(text(one), text("<svg width=\"9\" x=\"y\"><g/></svg>"), FALSE);
    assert_same(text(one), text("<svg width=\"8\" x=\"y\"><g></g></svg>"), FALSE);
    /* Only the root speaks of the file. */
    assert_same(text("<svg><g data-hash=\"1\"/></svg>"), text("<svg><g data-hash=\"2\"/></svg>"),
                FALSE);
    assert_same(text("<svg data-hash=\"1"), text("<svg data-hash=\""), TRUE);
    assert_same(text("a"), text("b"), FALSE);
    assert_same(text(""), text("b"), FALSE);
    assert_same(text("%PDF-1 a"), text("%PDF-1 b"), FALSE);
}

static GBytes *
png(const char *first, const char *first_data, const char *second, const char *second_data)
{
    GByteArray *out = g_byte_array_new();
    const char *kinds[] = { first, second }, *data[] = { first_data, second_data };

    g_byte_array_append(out, (const guint8 *)"\x89PNG\r\n\x1a\n", 8);
    for (guint i = 0; i < 2 && kinds[i] != NULL; i++) {
        guint8 length[4] = { 0, 0, 0, (guint8)strlen(data[i]) };

        g_byte_array_append(out, length, 4);
        g_byte_array_append(out, (const guint8 *)kinds[i], 4);
        g_byte_array_append(out, (const guint8 *)data[i], length[3]);
        g_byte_array_append(out, (const guint8 *)"crc!", 4);
    }
    return g_byte_array_free_to_bytes(out);
}

static void
test_png(void)
{
    assert_same(png("iTXt", "a", "IDAT", "pixels"), png("iTXt", "bb", "IDAT", "pixels"), TRUE);
    assert_same(png("iTXt", "a", "IDAT", "pixels"), png("IDAT", "pixels", NULL, NULL), TRUE);
    assert_same(png("IDAT", "pixels", "tEXt", "x"), png("IDAT", "pixels", NULL, NULL), TRUE);
    assert_same(png("iTXt", "a", "IDAT", "pixels"), png("iTXt", "a", "IDAT", "pixelz"), FALSE);
    assert_same(png("IDAT", "pixels", "IDAT", "x"), png("IDAT", "pixels", NULL, NULL), FALSE);
    assert_same(png(NULL, NULL, NULL, NULL), png("IDAT", "pixels", NULL, NULL), FALSE);
    assert_same(png("IDAT", "pixels", NULL, NULL), text("<svg/>"), FALSE);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/batch/same_picture/svg", test_svg);
    g_test_add_func("/batch/same_picture/png", test_png);
    return g_test_run();
}
