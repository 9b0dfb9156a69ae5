#include "io/fixture.h"

#include <limits.h>
#include <sys/resource.h>

static mode_t
mode_of(const char *path)
{
    struct stat status;

    g_assert_cmpint(stat(path, &status), ==, 0);
    return status.st_mode & 07777;
}

static void
test_a_file_is_written_whole(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    gsize size = 3 * 1000 * 1000;
    g_autofree char *big = g_strnfill(size, 'x');
    g_autoptr(GBytes) empty = g_bytes_new(NULL, 0);

    assert_written(f->path, "one");
    assert_content(f->path, "one");
    assert_written(f->path, big);
    assert_content(f->path, big);
    g_assert_true(atomic_file_write(f->path, empty, NULL));
    assert_content(f->path, "");
    assert_names(f, "figure.svg");
}

static void
test_a_relative_path_is_enough(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *before = g_get_current_dir();

    g_assert_cmpint(chdir(f->folder), ==, 0);
    assert_written("figure.svg", "here");
    assert_written("./-n.csv", "dash");
    assert_written("a\nb %s.svg", "odd");
    g_assert_cmpint(chdir(before), ==, 0);
    assert_content(f->path, "here");
    assert_names(f, "-n.csv a\nb %s.svg figure.svg");
}

static void
test_a_new_file_obeys_the_umask(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    mode_t before = umask(022);

    assert_written(f->path, "x");
    g_assert_cmpuint(mode_of(f->path), ==, 0644);
    g_remove(f->path);
    umask(077);
    assert_written(f->path, "x");
    g_assert_cmpuint(mode_of(f->path), ==, 0600);
    umask(before);
}

static void
test_a_replaced_file_keeps_its_permissions(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    const mode_t modes[] = { 0600, 0640, 0666, 0755 };
    mode_t before = umask(077);

    assert_written(f->path, "x");
    for (guint i = 0; i < G_N_ELEMENTS(modes); i++) {
        g_assert_cmpint(chmod(f->path, modes[i]), ==, 0);
        assert_written(f->path, "y");
        g_assert_cmpuint(mode_of(f->path), ==, modes[i]);
    }
    umask(before);
}

static void
test_a_link_is_followed(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *link = fixture_path(f, "link.svg");
    g_autofree char *second = fixture_path(f, "second.svg");
    g_autofree char *target = NULL;

    assert_written(f->path, "old");
    g_assert_cmpint(symlink("figure.svg", link), ==, 0);
    g_assert_cmpint(symlink(link, second), ==, 0);
    assert_written(second, "new");
    assert_content(f->path, "new");
    target = g_file_read_link(link, NULL);
    g_assert_cmpstr(target, ==, "figure.svg");
    assert_names(f, "figure.svg link.svg second.svg");
}

static void
test_the_target_of_a_dangling_link_is_made(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *link = fixture_path(f, "link.svg");
    g_autofree char *lost = fixture_path(f, "lost.svg");

    g_assert_cmpint(symlink("figure.svg", link), ==, 0);
    assert_written(link, "new");
    assert_content(f->path, "new");
    g_assert_cmpint(symlink("missing/figure.svg", lost), ==, 0);
    assert_refused(lost, "there is no folder \"");
    assert_names(f, "figure.svg link.svg lost.svg");
}

static void
test_links_in_a_circle_are_refused(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *a = fixture_path(f, "a");
    g_autofree char *b = fixture_path(f, "b");

    g_assert_cmpint(symlink("b", a), ==, 0);
    g_assert_cmpint(symlink("a", b), ==, 0);
    assert_refused(a, "circle");
    assert_names(f, "a b");
}

static void
test_what_is_no_file_is_refused(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *slash = g_strconcat(f->path, "/", NULL);
    g_autofree char *missing = fixture_path(f, "no/such.svg");
    g_autofree char *through = g_strconcat(f->path, "/x.svg", NULL);
    g_autofree char *endless = g_strnfill(300, 'n');
    g_autofree char *too_long = fixture_path(f, endless);
    g_autofree char *deep = g_strnfill(2 * PATH_MAX, 'd');

    assert_refused("", "it names no file");
    assert_refused(slash, "it names no file");
    assert_refused(f->folder, "it is a folder");
    assert_refused(missing, "there is no folder \"");
    assert_refused(too_long, "its name is too long");
    assert_refused(deep, "its name is too long");
    assert_written(f->path, "old");
    assert_refused(through, "is not a folder");
    assert_content(f->path, "old");
    assert_names(f, "figure.svg");
}

static void
test_a_long_name_can_be_written(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *letters = g_strnfill(NAME_MAX, 'n');
    g_autofree char *latin = fixture_path(f, letters);
    GString *umlauts = g_string_new(NULL);
    g_autofree char *path = NULL;

    for (guint i = 0; i < NAME_MAX / 2; i++)
        g_string_append(umlauts, "ä");
    path = fixture_path(f, umlauts->str);
    g_string_free(umlauts, TRUE);

    assert_written(latin, "latin");
    assert_content(latin, "latin");
    assert_written(path, "umlauts");
    assert_content(path, "umlauts");
}

/* The size limit stands for the full disk: write() stops in the middle. */
static int
write_beyond_the_size_limit(const Fixture *f)
{
    const struct rlimit limit = { 1000, 1000 };
    g_autofree char *text = g_strnfill(5000, 'x');
    g_autoptr(GError) error = NULL;

    atomic_file_prepare_process();
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 2;
    if (write_text(f->path, text, &error))
        return 3;
    if (!g_error_matches(error, CARTOUCHE_ERROR, ERROR_OUTPUT))
        return 4;
    return strstr(error->message, "limit on the size of a file") != NULL ? 0 : 5;
}

static void
test_the_old_file_stands_when_the_new_does_not_fit(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    assert_child_passes(write_beyond_the_size_limit, f);
    assert_names(f, "");
    assert_written(f->path, "old");
    assert_child_passes(write_beyond_the_size_limit, f);
    assert_content(f->path, "old");
    assert_names(f, "figure.svg");
}

/* The second of three does not fit: none takes its name, not even the first, which was whole. */
static int
write_three_beyond_the_size_limit(const Fixture *f)
{
    const struct rlimit limit = { 1000, 1000 };
    g_autofree char *text = g_strnfill(1001, 'x');
    g_autofree char *second = fixture_path(f, "second"), *third = fixture_path(f, "third");
    g_autoptr(GBytes) small = g_bytes_new_static("new", 3);
    g_autoptr(GBytes) large = g_bytes_new_static(text, 1001);
    const AtomicFile files[] = { { f->path, small }, { second, large }, { third, small } };
    g_autoptr(GError) error = NULL;

    atomic_file_prepare_process();
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 2;
    if (atomic_files_write(files, G_N_ELEMENTS(files), &error))
        return 3;
    return strstr(error->message, "second\": it would be larger") != NULL ? 0 : 4;
}

static void
test_several_files_are_written_together(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *second = fixture_path(f, "second");
    g_autoptr(GBytes) one = g_bytes_new_static("one", 3);
    g_autoptr(GBytes) two = g_bytes_new_static("two", 3);
    const AtomicFile files[] = { { f->path, one }, { "/dev/null", two }, { second, two } };
    const AtomicFile refused[] = { { second, one }, { f->folder, one } };
    const AtomicFile broken[] = { { second, one }, { "/dev/full", one } };
    g_autoptr(GError) error = NULL;

    assert_written(f->path, "old");
    assert_child_passes(write_three_beyond_the_size_limit, f);
    assert_content(f->path, "old");
    assert_names(f, "figure.svg");

    g_assert_true(atomic_files_write(files, G_N_ELEMENTS(files), NULL));
    assert_content(f->path, "one");
    assert_content(second, "two");
    assert_names(f, "figure.svg second");

    g_assert_false(atomic_files_write(refused, G_N_ELEMENTS(refused), &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_OUTPUT);
    g_clear_error(&error);
    g_assert_false(atomic_files_write(broken, G_N_ELEMENTS(broken), &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_OUTPUT);
    assert_content(second, "two");
    assert_names(f, "figure.svg second");
    g_assert_true(atomic_files_write(NULL, 0, NULL));
}

static int
write_without_descriptors(const Fixture *f)
{
    const struct rlimit limit = { 4, 4 };

    if (setrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 2;
    while (open("/dev/null", O_RDONLY) >= 0)
        continue;
    return write_text(f->path, "new", NULL) ? 3 : 0;
}

static void
test_the_old_file_stands_without_descriptors(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    assert_written(f->path, "old");
    assert_child_passes(write_without_descriptors, f);
    assert_content(f->path, "old");
    assert_names(f, "figure.svg");
}

/* Root may write everywhere, so the test gives that up where it has it. */
static void
become_nobody(void)
{
    if (geteuid() == 0 && setuid(65534) != 0)
        _exit(9);
}

static int
write_as_nobody(const Fixture *f)
{
    g_autoptr(GError) error = NULL;

    become_nobody();
    if (write_text(f->path, "new", &error))
        return 2;
    return strstr(error->message, "no permission to write in the folder") != NULL ? 0 : 3;
}

static void
test_a_read_only_folder_is_an_error(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_assert_cmpint(chmod(f->folder, 0555), ==, 0);
    assert_child_passes(write_as_nobody, f);
    g_assert_cmpint(chmod(f->folder, 0755), ==, 0);
    assert_names(f, "");
}

static int
write_over_protected_as_nobody(const Fixture *f)
{
    g_autoptr(GError) error = NULL;

    become_nobody();
    if (write_text(f->path, "new", &error))
        return 2;
    return strstr(error->message, "write-protected") != NULL ? 0 : 3;
}

static void
test_a_write_protected_file_stands(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    assert_written(f->path, "old");
    g_assert_cmpint(chmod(f->path, 0444), ==, 0);
    g_assert_cmpint(chmod(f->folder, 0777), ==, 0);
    assert_child_passes(write_over_protected_as_nobody, f);
    assert_content(f->path, "old");
    assert_names(f, "figure.svg");
}

static void
test_same_files_are_recognised(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *link = fixture_path(f, "link");
    g_autofree char *hard = fixture_path(f, "hard");
    g_autofree char *other = fixture_path(f, "other");
    g_autofree char *round = g_strconcat(f->folder, "/../", NULL);
    g_autofree char *base = g_path_get_basename(f->folder);
    g_autofree char *dotted = g_strconcat(round, base, "/./figure.svg", NULL);

    assert_written(f->path, "x");
    assert_written(other, "x");
    g_assert_cmpint(symlink("figure.svg", link), ==, 0);
    g_assert_cmpint(linkat(AT_FDCWD, f->path, AT_FDCWD, hard, 0), ==, 0);
    g_assert_true(file_is_same(f->path, f->path));
    g_assert_true(file_is_same(f->path, link));
    g_assert_true(file_is_same(hard, f->path));
    g_assert_true(file_is_same(dotted, f->path));
    g_assert_false(file_is_same(f->path, other));
    g_assert_false(file_is_same("/no/such", "/no/such"));
}

#define ADD(name, function) \
    g_test_add("/atomic-file/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("a-file-is-written-whole", test_a_file_is_written_whole);
    ADD("a-relative-path-is-enough", test_a_relative_path_is_enough);
    ADD("a-new-file-obeys-the-umask", test_a_new_file_obeys_the_umask);
    ADD("a-replaced-file-keeps-its-permissions", test_a_replaced_file_keeps_its_permissions);
    ADD("a-link-is-followed", test_a_link_is_followed);
    ADD("the-target-of-a-dangling-link-is-made", test_the_target_of_a_dangling_link_is_made);
    ADD("links-in-a-circle-are-refused", test_links_in_a_circle_are_refused);
    ADD("what-is-no-file-is-refused", test_what_is_no_file_is_refused);
    ADD("a-long-name-can-be-written", test_a_long_name_can_be_written);
    ADD("the-old-file-stands-when-the-new-does-not-fit",
        test_the_old_file_stands_when_the_new_does_not_fit);
    ADD("several-files-are-written-together", test_several_files_are_written_together);
    ADD("the-old-file-stands-without-descriptors", test_the_old_file_stands_without_descriptors);
    ADD("a-read-only-folder-is-an-error", test_a_read_only_folder_is_an_error);
    ADD("a-write-protected-file-stands", test_a_write_protected_file_stands);
    ADD("same-files-are-recognised", test_same_files_are_recognised);
    return g_test_run();
}
