#include "io/real_path.h"

#include "io/fixture.h"

static void
assert_real(const Fixture *f, const char *path, const char *expected)
{
    g_autofree char *folder = real_path(f->folder);
    g_autofree char *full = g_build_filename(folder, expected, NULL);
    g_autofree char *real = real_path(path);

    g_assert_cmpstr(real, ==, full);
}

static void
test_links_and_dots_are_resolved(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *before = g_get_current_dir();

    g_assert_cmpint(g_chdir(f->folder), ==, 0);
    g_assert_cmpint(g_mkdir_with_parents("a/b", 0777), ==, 0);
    g_assert_true(g_file_set_contents("a/b/x", "", 0, NULL));
    g_assert_cmpint(symlink("a/b", "link"), ==, 0);
    g_assert_cmpint(symlink("../new", "a/nowhere"), ==, 0);
    g_assert_cmpint(symlink("round", "round"), ==, 0);
    assert_real(f, "a/./b/../b/x", "a/b/x");
    assert_real(f, "link/x", "a/b/x");
    /* What is not there yet. */
    assert_real(f, "y", "y");
    assert_real(f, "link/new/../y", "a/b/y");
    assert_real(f, "none/./deep/y", "none/deep/y");
    assert_real(f, "link/../y", "a/y");
    assert_real(f, "a/nowhere", "new");
    g_assert_null(real_path("round"));
    g_assert_cmpint(g_chdir(before), ==, 0);
    for (guint i = 0; i < 7; i++) {
        const char *const names[] = { "a/b/x", "a/b", "a/nowhere", "a", "link", "round", "" };
        g_autofree char *path = g_build_filename(f->folder, names[i], NULL);

        if (*names[i] != '\0')
            g_assert_cmpint(g_remove(path), ==, 0);
    }
}

static void
test_a_folder_holds_what_is_below(void)
{
    g_assert_true(real_path_is_in("/a/b/c", "/a"));
    g_assert_true(real_path_is_in("/a/b", "/a"));
    g_assert_true(real_path_is_in("/x", "/"));
    g_assert_false(real_path_is_in("/ab", "/a"));
    g_assert_false(real_path_is_in("/a", "/a"));
    g_assert_false(real_path_is_in("/b/a/c", "/a"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/real-path/links-and-dots-are-resolved", Fixture, NULL, fixture_set_up,
               test_links_and_dots_are_resolved, fixture_tear_down);
    g_test_add_func("/real-path/a-folder-holds-what-is-below", test_a_folder_holds_what_is_below);
    return g_test_run();
}
