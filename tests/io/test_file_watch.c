// Saves of all kinds are seen at once, each burst as one.
#include "fixture.h"

#include "io/file_watch.h"

/* ms: far more than any wait that ends with an event. */
#define PATIENCE 5000

static FileWatch *
watch_for(const char *first, const char *second)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(FileWatch) watch = file_watch_new(&error);

    g_assert_no_error(error);
    g_ptr_array_add(paths, (gpointer) "-");
    g_ptr_array_add(paths, (gpointer)first);
    if (second != NULL)
        g_ptr_array_add(paths, (gpointer)second);
    g_assert_true(file_watch_set(watch, paths, &error));
    g_assert_no_error(error);
    return g_steal_pointer(&watch);
}

static void
assert_seen(FileWatch *watch, const char *first, const char *second)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) seen = file_watch_wait(watch, PATIENCE, &error);

    g_assert_no_error(error);
    g_assert_cmpuint(seen->len, ==, second != NULL ? 2 : 1);
    g_assert_cmpstr(seen->pdata[0], ==, first);
    if (second != NULL)
        g_assert_cmpstr(seen->pdata[1], ==, second);
}

static void
assert_quiet(FileWatch *watch)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) seen = file_watch_wait(watch, 150, &error);

    g_assert_no_error(error);
    g_assert_cmpuint(seen->len, ==, 0);
}

static void
save(const char *path)
{
    FILE *file = g_fopen(path, "w");

    g_assert_nonnull(file);
    fputs("a,b\n", file);
    g_assert_cmpint(fclose(file), ==, 0);
}

static void
test_saves(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *a = fixture_path(f, "a.csv"), *b = fixture_path(f, "b.csv");
    g_autofree char *other = fixture_path(f, "other.csv");
    g_autoptr(FileWatch) watch = NULL;

    save(a);
    watch = watch_for(a, b);
    assert_quiet(watch);
    save(a);
    assert_seen(watch, a, NULL);
    assert_written(a, "by rename");
    assert_seen(watch, a, NULL);
    save(other);
    assert_quiet(watch);
    /* A file that was not there, twice, and its neighbour: one burst, in the order of the set. */
    save(b);
    save(a);
    save(b);
    assert_seen(watch, a, b);
    assert_quiet(watch);
}

static void
test_gone(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *a = fixture_path(f, "a.csv"), *old = fixture_path(f, "a.csv~");
    g_autoptr(FileWatch) watch = NULL;

    save(a);
    watch = watch_for(a, NULL);
    g_assert_cmpint(g_unlink(a), ==, 0);
    assert_seen(watch, a, NULL);
    save(a);
    assert_seen(watch, a, NULL);
    /* As vim saves: the old file moves away, a new one is written. That is one save. */
    g_assert_cmpint(g_rename(a, old), ==, 0);
    save(a);
    assert_seen(watch, a, NULL);
    assert_quiet(watch);
}

static void
test_unfinished(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *a = fixture_path(f, "a.csv");
    g_autoptr(FileWatch) watch = watch_for(a, NULL);
    FILE *file = g_fopen(a, "w");

    assert_quiet(watch);
    fputs("half", file);
    fflush(file);
    assert_quiet(watch);
    g_assert_cmpint(fclose(file), ==, 0);
    assert_seen(watch, a, NULL);
}

static void
test_links(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *link_name = fixture_path(f, "link.csv");
    g_autofree char *folder = fixture_path(f, "folder");
    g_autofree char *target = g_build_filename(folder, "target.csv", NULL);
    g_autoptr(FileWatch) watch = NULL;

    g_assert_cmpint(g_mkdir(folder, 0755), ==, 0);
    save(target);
    watch = watch_for(link_name, NULL);
    g_assert_cmpint(symlink(target, link_name), ==, 0);
    assert_seen(watch, link_name, NULL);
    /* Known only since the link is there. */
    save(target);
    assert_seen(watch, link_name, NULL);
    g_assert_cmpint(g_unlink(target), ==, 0);
    assert_seen(watch, link_name, NULL);
    g_assert_cmpint(g_rmdir(folder), ==, 0);
}

static void
test_folders(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *upper = fixture_path(f, "upper");
    g_autofree char *lower = g_build_filename(upper, "lower", NULL);
    g_autofree char *a = g_build_filename(lower, "a.csv", NULL);
    g_autoptr(FileWatch) watch = watch_for(a, NULL);

    g_assert_cmpint(g_mkdir(upper, 0755), ==, 0);
    assert_seen(watch, a, NULL);
    g_assert_cmpint(g_mkdir(lower, 0755), ==, 0);
    assert_seen(watch, a, NULL);
    save(a);
    assert_seen(watch, a, NULL);
    g_assert_cmpint(g_unlink(a), ==, 0);
    g_assert_cmpint(g_rmdir(lower), ==, 0);
    g_assert_cmpint(g_rmdir(upper), ==, 0);
    assert_seen(watch, a, NULL);
    g_assert_cmpint(g_mkdir(upper, 0755), ==, 0);
    assert_seen(watch, a, NULL);
    g_assert_cmpint(g_rmdir(upper), ==, 0);
}

/* What is not asked for any more is not told about. */
static void
test_set_again(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *a = fixture_path(f, "a.csv"), *b = fixture_path(f, "b.csv");
    g_autoptr(FileWatch) watch = watch_for(a, NULL);
    g_autoptr(GPtrArray) paths = g_ptr_array_new();

    save(a);
    g_ptr_array_add(paths, b);
    g_assert_true(file_watch_set(watch, paths, NULL));
    assert_quiet(watch);
    save(b);
    assert_seen(watch, b, NULL);
    g_ptr_array_set_size(paths, 0);
    g_assert_true(file_watch_set(watch, paths, NULL));
    save(b);
    assert_quiet(watch);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, function) \
    g_test_add("/io/file_watch/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
    ADD("saves", test_saves);
    ADD("gone", test_gone);
    ADD("unfinished", test_unfinished);
    ADD("links", test_links);
    ADD("folders", test_folders);
    ADD("set-again", test_set_again);
    return g_test_run();
}
