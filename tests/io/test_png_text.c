// PNG headers and texts: whole, cut at every byte, and of other files.
#include "io/png_text.h"

#include <string.h>

static const char png[] = "\x89PNG\r\n\x1a\n"
                          "\0\0\0\x0dIHDR\0\0\x06\x40\0\0\x03\xe8\x08\x02\0\0\0CRC."
                          "\0\0\0\x16iTXtTitle\0\0\0en\0\0Rice & tea"
                          "CRC."
                          "\0\0\0\x0diTXtHash\0\0\0\0\0"
                          "abcd"
                          "CRC."
                          "\0\0\0\0IENDCRC.";
#define LENGTH (sizeof png - 1)

static void
test_read(void)
{
    g_autofree char *title = png_text(png, LENGTH, "Title");
    g_autofree char *hash = png_text(png, LENGTH, "Hash");
    guint32 width, height;

    g_assert_true(png_size(png, LENGTH, &width, &height));
    g_assert_cmpuint(width, ==, 1600);
    g_assert_cmpuint(height, ==, 1000);
    g_assert_cmpstr(title, ==, "Rice & tea");
    g_assert_cmpstr(hash, ==, "abcd");
    g_assert_null(png_text(png, LENGTH, "Titl"));
    g_assert_null(png_text(png, LENGTH, "Command"));
}

/* Each length in memory of its own, where a byte too many is found by the sanitizers. */
static void
test_cut(void)
{
    for (gsize n = 0; n < LENGTH; n++) {
        g_autofree char *copy = g_memdup2(png, n);
        g_autofree char *hash = png_text(copy, n, "Hash");
        guint32 width, height;

        g_assert_cmpint(png_size(copy, n, &width, &height), ==, n >= 24);
        g_assert_true(hash == NULL || strcmp(hash, "abcd") == 0);
    }
}

static void
test_others(void)
{
    guint32 width, height;

    g_assert_false(png_is("<svg", 4));
    g_assert_false(png_size("<svg width=\"100\" height=\"100\"/>", 31, &width, &height));
    g_assert_null(png_text("<svg width=\"100\" height=\"100\"/>", 31, "Title"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/png-text/read", test_read);
    g_test_add_func("/png-text/cut", test_cut);
    g_test_add_func("/png-text/others", test_others);
    return g_test_run();
}
