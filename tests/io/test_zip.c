// Packages: the bytes of an archive, and its limits.
#include "io/zip.h"

#include <string.h>

static guint32
u32_at(const guint8 *bytes, gsize at)
{
    return bytes[at] | (guint32)bytes[at + 1] << 8 | (guint32)bytes[at + 2] << 16 |
           (guint32)bytes[at + 3] << 24;
}

static GBytes *
two_files(void)
{
    g_autoptr(ZipWriter) zip = zip_writer_new();
    g_autoptr(GError) error = NULL;

    g_assert_true(zip_writer_add(zip, "a.txt", "123456789", 9, &error));
    g_assert_true(zip_writer_add(zip, "b/c", "", 0, &error));
    g_assert_no_error(error);
    return zip_writer_finish(zip);
}

/* Lengths by APPNOTE: 30 before a file, 46 in the directory, 22 at the end, each plus the name. */
static void
test_layout(void)
{
    g_autoptr(GBytes) bytes = two_files();
    gsize length;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    gsize second = 30 + 5 + 9, directory = second + 30 + 3;
    gsize end = directory + 46 + 5 + 46 + 3;

    g_assert_cmpuint(length, ==, end + 22);
    g_assert_cmphex(u32_at(data, 0), ==, 0x04034b50);
    g_assert_cmphex(u32_at(data, 10), ==, 0x00210000); /* 1980-01-01 00:00 */
    g_assert_cmphex(u32_at(data, 14), ==, 0xcbf43926); /* the check value of CRC-32 */
    g_assert_cmpuint(u32_at(data, 18), ==, 9);
    g_assert_cmpmem(data + 30, 14, "a.txt123456789", 14);
    g_assert_cmphex(u32_at(data, second), ==, 0x04034b50);
    g_assert_cmphex(u32_at(data, second + 14), ==, 0);
    g_assert_cmphex(u32_at(data, directory), ==, 0x02014b50);
    g_assert_cmphex(u32_at(data, directory + 46 + 5), ==, 0x02014b50);
    g_assert_cmpuint(u32_at(data, directory + 46 + 5 + 42), ==, second);
    g_assert_cmphex(u32_at(data, end), ==, 0x06054b50);
    g_assert_cmphex(u32_at(data, end + 8), ==, 0x00020002);
    g_assert_cmpuint(u32_at(data, end + 12), ==, end - directory);
    g_assert_cmpuint(u32_at(data, end + 16), ==, directory);
}

static void
test_same_bytes(void)
{
    g_autoptr(GBytes) a = two_files();
    g_autoptr(GBytes) b = two_files();

    g_assert_true(g_bytes_equal(a, b));
}

/* The length alone is asked before a byte is read. */
static void
test_too_large(void)
{
    g_autoptr(ZipWriter) zip = zip_writer_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = NULL;

    g_assert_false(zip_writer_add(zip, "a", "", (gsize)1 << 31, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_LIMIT);
    bytes = zip_writer_finish(zip);
    g_assert_cmpuint(g_bytes_get_size(bytes), ==, 22);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/zip/layout", test_layout);
    g_test_add_func("/zip/same-bytes", test_same_bytes);
    g_test_add_func("/zip/too-large", test_too_large);
    return g_test_run();
}
