#include "io/whole_file.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
assert_fails(const char *file, guint64 max_bytes, int code, const char *message)
{
    g_autoptr(GError) error = NULL;

    g_assert_null(whole_file_read(file, max_bytes, "--more raises it", &error));
    g_assert_error(error, CARTOUCHE_ERROR, code);
    g_assert_cmpstr(error->message, ==, message);
    g_assert_cmpstr(error_where(error).file, ==, file);
}

static void
test_all_bytes_are_read_up_to_the_limit(void)
{
    g_autofree char *file = NULL, *text = g_strnfill(200000, 'x');
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = NULL;
    int fd = g_file_open_tmp("whole-XXXXXX", &file, NULL);

    close(fd);
    text[70000] = '\0';
    g_assert_true(g_file_set_contents(file, text, 200000, NULL));
    bytes = whole_file_read(file, 200000, "", &error);
    g_assert_no_error(error);
    g_assert_cmpmem(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), text, 200000);
    assert_fails(file, 199999, ERROR_LIMIT,
                 "the file has more than 199999 bytes; --more raises it");
    g_unlink(file);
    assert_fails(file, 9, ERROR_INPUT, "the file cannot be opened: No such file or directory");
}

static void
test_folders_and_devices_are_refused(void)
{
    assert_fails("/", 9, ERROR_INPUT, "this is a folder, not a file");
    assert_fails("/dev/zero", 9, ERROR_INPUT, "this is a device, not a file");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/whole-file/bytes", test_all_bytes_are_read_up_to_the_limit);
    g_test_add_func("/whole-file/kinds", test_folders_and_devices_are_refused);
    return g_test_run();
}
