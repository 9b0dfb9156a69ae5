#include "data/csv_source.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file in the test's own folder; the caller unlinks and frees. */
static char *
write_file(const char *bytes, gsize length)
{
    char *path;
    int fd = g_file_open_tmp("csv-source-XXXXXX", &path, NULL);

    g_assert_cmpint(fd, >=, 0);
    g_assert_cmpint((int)write(fd, bytes, length), ==, (int)length);
    close(fd);
    return path;
}

/* Everything the source gives, with reads of the given size. Caller frees. */
static char *
read_all(CsvSource *source, gsize size, GError **error)
{
    GString *out = g_string_new(NULL);
    g_autofree char *buffer = g_malloc(size);
    gssize n;

    while ((n = csv_source_read(source, buffer, size, error)) > 0)
        g_string_append_len(out, buffer, n);
    return g_string_free(out, FALSE);
}

static void
test_file_twice(void)
{
    g_autofree char *path = write_file("\xef\xbb\xbf"
                                       "a,b\n1,2\n",
                                       11);
    g_autoptr(CsvSource) source = csv_source_open(path, NULL, 100, NULL);

    for (int i = 0; i < 2; i++) {
        g_autofree char *text = read_all(source, 16, NULL);
        g_assert_cmpstr(text, ==, "a,b\n1,2\n");
        g_assert_true(csv_source_rewind(source, NULL));
    }
    g_unlink(path);
}

static void
test_pipe_twice(void)
{
    int ends[2];
    g_autofree char *path = NULL;
    g_autoptr(CsvSource) source = NULL;

    g_assert_cmpint(pipe(ends), ==, 0);
    g_assert_cmpint((int)write(ends[1], "a,b\n1,2\n", 8), ==, 8);
    close(ends[1]);
    path = g_strdup_printf("/dev/fd/%d", ends[0]);
    source = csv_source_open(path, NULL, 100, NULL);
    g_assert_nonnull(source);
    for (int i = 0; i < 2; i++) {
        g_autofree char *text = read_all(source, 16, NULL);
        g_assert_cmpstr(text, ==, "a,b\n1,2\n");
        g_assert_true(csv_source_rewind(source, NULL));
    }
    close(ends[0]);
}

/* A pipe may be rewound before its end; the rest still comes after what was kept. */
static void
test_pipe_rewound_early(void)
{
    int ends[2];
    g_autofree char *path = NULL;
    g_autoptr(CsvSource) source = NULL;
    char start[16];

    g_assert_cmpint(pipe(ends), ==, 0);
    g_assert_cmpint((int)write(ends[1], "0123456789abcdef0123456789ABCDEF", 32), ==, 32);
    close(ends[1]);
    path = g_strdup_printf("/dev/fd/%d", ends[0]);
    source = csv_source_open(path, NULL, 100, NULL);
    g_assert_cmpint((int)csv_source_read(source, start, 16, NULL), ==, 16);
    g_assert_true(csv_source_rewind(source, NULL));
    g_autofree char *text = read_all(source, 24, NULL);
    g_assert_cmpstr(text, ==, "0123456789abcdef0123456789ABCDEF");
    close(ends[0]);
}

static void
test_changed_file(void)
{
    g_autofree char *path = write_file("a,b\n1,2\n3,4\n5,6\n", 16);
    g_autoptr(CsvSource) source = csv_source_open(path, NULL, 100, NULL);
    g_autoptr(GError) error = NULL;

    g_assert_cmpint(truncate(path, 8), ==, 0);
    g_autofree char *text = read_all(source, 100, &error);
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_unlink(path);
}

static void
test_refused(void)
{
    static const char *const files[] = { "/", "/dev/zero", "/no/such/file.csv" };

    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autoptr(GError) error = NULL;
        g_assert_null(csv_source_open(files[i], NULL, 100, &error));
        g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
        g_assert_cmpstr(error_where(error).file, ==, files[i]);
    }
}

static void
test_limit(void)
{
    g_autofree char *path = write_file("a,b\n1,2\n", 8);
    g_autoptr(CsvSource) fits = csv_source_open(path, NULL, 8, NULL);
    g_autoptr(CsvSource) bytes = csv_source_bytes("x", "a,b\n1,2\n", 8, NULL, 7, NULL);
    g_autoptr(GError) error = NULL, bytes_error = NULL;
    char buffer[16];

    g_assert_nonnull(fits);
    g_assert_null(csv_source_open(path, NULL, 7, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_LIMIT);
    g_assert_nonnull(strstr(error->message, "--max-bytes"));
    g_assert_cmpint((int)csv_source_read(bytes, buffer, 16, &bytes_error), ==, -1);
    g_assert_error(bytes_error, CARTOUCHE_ERROR, ERROR_LIMIT);
    g_unlink(path);
}

static void
assert_converted(const char *encoding, const char *bytes, gsize length, const char *expected)
{
    g_autoptr(CsvSource) source = csv_source_bytes("x", bytes, length, encoding, 1000, NULL);

    for (int i = 0; i < 2; i++) {
        g_autofree char *text = read_all(source, 20, NULL);
        g_assert_cmpstr(text, ==, expected);
        g_assert_true(csv_source_rewind(source, NULL));
    }
}

static void
test_encodings(void)
{
    assert_converted("ISO-8859-1", "\xe9t\xe9,n\n", 6, "été,n\n");
    assert_converted("UTF-16",
                     "\xff\xfe"
                     "a\0,\0\n\0",
                     8, "a,\n");
    assert_converted("UTF-16LE",
                     "\xff\xfe"
                     "a\0,\0\n\0",
                     8, "a,\n");
    assert_converted("UTF-16BE", "\0a\0,\0\n", 6, "a,\n");
    assert_converted("SHIFT-JIS", "\x93\xfa\x96\x7b", 4, "日本");
    assert_converted("utf-8", "\xc3\xa9", 2, "é");
    assert_converted("BIG5-HKSCS", "\x88\x62\x41", 3,
                     "\u00ca\u0304"
                     "A");
    assert_converted("BIG5-HKSCS", "\x88\x66", 2, "\u00ca");
}

static void
test_bad_encodings(void)
{
    g_autoptr(GError) unknown = NULL, bad = NULL, cut = NULL;
    g_autoptr(CsvSource) ascii = csv_source_bytes("x", "a\nb\nc\xff", 6, "ASCII", 100, NULL);
    g_autoptr(CsvSource) half = csv_source_bytes("x", "a\0b", 3, "UTF-16LE", 100, NULL);

    g_assert_null(csv_source_bytes("x", "", 0, "no-such-encoding", 100, &unknown));
    g_assert_error(unknown, CARTOUCHE_ERROR, ERROR_USAGE);
    g_autofree char *text = read_all(ascii, 20, &bad);
    g_assert_cmpstr(text, ==, "a\nb\nc");
    g_assert_error(bad, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpuint(error_where(bad).line, ==, 3);
    g_autofree char *rest = read_all(half, 20, &cut);
    g_assert_cmpstr(rest, ==, "a");
    g_assert_error(cut, CARTOUCHE_ERROR, ERROR_INPUT);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv-source/file-can-be-read-twice", test_file_twice);
    g_test_add_func("/csv-source/pipe-can-be-read-twice", test_pipe_twice);
    g_test_add_func("/csv-source/pipe-can-be-rewound-before-its-end", test_pipe_rewound_early);
    g_test_add_func("/csv-source/file-that-changes-is-an-error", test_changed_file);
    g_test_add_func("/csv-source/folders-and-devices-are-refused", test_refused);
    g_test_add_func("/csv-source/too-many-bytes-name-the-flag", test_limit);
    g_test_add_func("/csv-source/encodings-become-utf-8", test_encodings);
    g_test_add_func("/csv-source/bad-encodings-are-errors", test_bad_encodings);
    return g_test_run();
}
