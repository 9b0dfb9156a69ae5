// The digest of a file's bytes, as sha256sum gives it.
#include "io/file_digest.h"

#include <glib/gstdio.h>

static void
test_digest(void)
{
    g_autofree char *folder = g_dir_make_tmp("cartouche-digest-XXXXXX", NULL);
    g_autofree char *file = g_build_filename(folder, "a", NULL);
    g_autofree char *full = NULL, *empty = NULL;
    g_autoptr(GError) error = NULL;

    g_assert_true(g_file_set_contents(file, "abc", 3, NULL));
    full = file_digest(NULL, file, &error);
    g_assert_cmpstr(full, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    g_assert_true(g_file_set_contents(file, "", 0, NULL));
    empty = file_digest(NULL, file, &error);
    g_assert_cmpstr(empty, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    g_assert_no_errno(g_unlink(file));
    g_assert_null(file_digest(NULL, file, &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_INPUT);
    g_assert_cmpstr(error_where(error).file, ==, file);
    g_assert_no_errno(g_rmdir(folder));
}

/* The digest that is on the shelf stays that of the first look. */
static void
test_shared(void)
{
    g_autofree char *folder = g_dir_make_tmp("cartouche-digest-XXXXXX", NULL);
    g_autofree char *file = g_build_filename(folder, "a", NULL);
    g_autoptr(Shelf) shelf = shelf_new();
    g_autofree char *first = NULL, *second = NULL;

    g_assert_true(g_file_set_contents(file, "abc", 3, NULL));
    first = file_digest(shelf, file, NULL);
    g_assert_true(g_file_set_contents(file, "abd", 3, NULL));
    second = file_digest(shelf, file, NULL);
    g_assert_cmpstr(first, ==, second);
    g_assert_no_errno(g_unlink(file));
    g_assert_no_errno(g_rmdir(folder));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/digest/of-bytes", test_digest);
    g_test_add_func("/digest/once-a-shelf", test_shared);
    return g_test_run();
}
