#include "io/temp_file.h"

#include "io/fixture.h"

#include <signal.h>

static gboolean
write_letters(const char *path, char letter, gsize n)
{
    g_autofree char *text = g_strnfill(n, letter);
    g_autoptr(GBytes) bytes = g_bytes_new(text, n);

    return atomic_file_write(path, bytes, NULL);
}

/* One letter repeated n times, whichever it is. */
static void
assert_one_letter(const char *path, gsize n)
{
    g_autofree char *content = NULL;
    gsize length;

    g_assert_true(g_file_get_contents(path, &content, &length, NULL));
    g_assert_cmpuint(length, ==, n);
    for (gsize i = 1; i < length; i++)
        g_assert_cmpint(content[i], ==, content[0]);
}

static int
end_while_writing(const Fixture *f, int number)
{
    TempFile temp;

    atomic_file_prepare_process();
    if (temp_file_open(f->path, NULL, &temp) != 0)
        return 2;
    raise(number);
    return 3;
}

static int
end_by_interrupt(const Fixture *f)
{
    return end_while_writing(f, SIGINT);
}

static int
end_by_termination(const Fixture *f)
{
    return end_while_writing(f, SIGTERM);
}

static int
end_by_hangup(const Fixture *f)
{
    return end_while_writing(f, SIGHUP);
}

static int
end_by_kill(const Fixture *f)
{
    return end_while_writing(f, SIGKILL);
}

static void
assert_signalled(int (*work)(const Fixture *), const Fixture *f, int number)
{
    int status = in_child(work, f);

    g_assert_true(WIFSIGNALED(status));
    g_assert_cmpint(WTERMSIG(status), ==, number);
}

static void
test_a_signal_leaves_nothing_behind(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    assert_signalled(end_by_interrupt, f, SIGINT);
    assert_signalled(end_by_termination, f, SIGTERM);
    assert_signalled(end_by_hangup, f, SIGHUP);
    assert_names(f, "");
}

static void
test_what_a_kill_left_is_removed_by_the_next_run(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    assert_signalled(end_by_kill, f, SIGKILL);
    assert_names(f, ".figure.svg.0.cartouche-tmp");
    g_assert_true(write_letters(f->path, 'n', 3));
    assert_content(f->path, "nnn");
    assert_names(f, "figure.svg");
}

static void
test_a_living_writer_is_left_alone(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    TempFile first, second;

    g_assert_cmpint(temp_file_open(f->path, NULL, &first), ==, 0);
    g_assert_cmpint(temp_file_open(f->path, NULL, &second), ==, 0);
    assert_names(f, ".figure.svg.0.cartouche-tmp .figure.svg.1.cartouche-tmp");
    g_assert_true(write_letters(f->path, 'n', 3));
    g_assert_cmpint(temp_file_rename(&first, f->path), ==, 0);
    temp_file_discard(&first);
    assert_content(f->path, "");
    assert_names(f, ".figure.svg.1.cartouche-tmp figure.svg");
    temp_file_discard(&second);
    temp_file_discard(&second);
    assert_names(f, "figure.svg");
}

static void
test_a_foreign_thing_of_that_name_is_left_alone(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autofree char *folder = fixture_path(f, ".figure.svg.0.cartouche-tmp");
    g_autofree char *link = fixture_path(f, ".figure.svg.1.cartouche-tmp");

    g_assert_cmpint(g_mkdir(folder, 0700), ==, 0);
    g_assert_cmpint(symlink("/dev/null", link), ==, 0);
    g_assert_true(write_letters(f->path, 'n', 3));
    assert_names(f, ".figure.svg.0.cartouche-tmp .figure.svg.1.cartouche-tmp figure.svg");
}

static void
test_a_child_does_not_remove_what_its_parent_writes(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    TempFile temp;
    pid_t pid;
    int status;

    g_assert_cmpint(temp_file_open(f->path, NULL, &temp), ==, 0);
    pid = fork();
    if (pid == 0) {
        temp_file_end();
        _exit(0);
    }
    g_assert_cmpint(waitpid(pid, &status, 0), ==, pid);
    g_assert_cmpint(temp_file_rename(&temp, f->path), ==, 0);
    temp_file_discard(&temp);
    assert_names(f, "figure.svg");
}

#define WHOLE ((gsize)200 * 1000)

static G_GNUC_NORETURN void
write_for_ever(const Fixture *f)
{
    atomic_file_prepare_process();
    for (guint i = 0;; i++) {
        if (!write_letters(f->path, (char)('a' + i % 26), WHOLE))
            _exit(2);
    }
}

/* Ends a busy writer at 24 different moments. */
static void
end_at_many_moments(const Fixture *f, int number)
{
    g_assert_true(write_letters(f->path, '0', WHOLE));
    for (guint i = 0; i < 24; i++) {
        pid_t pid = fork();
        int status;

        if (pid == 0)
            write_for_ever(f);
        g_usleep(1000 + i * 317);
        g_assert_cmpint(kill(pid, number), ==, 0);
        g_assert_cmpint(waitpid(pid, &status, 0), ==, pid);
        g_assert_true(WIFSIGNALED(status));
        g_assert_cmpint(WTERMSIG(status), ==, number);
        assert_one_letter(f->path, WHOLE);
        if (number != SIGKILL)
            assert_names(f, "figure.svg");
    }
    g_assert_true(write_letters(f->path, '9', WHOLE));
    assert_names(f, "figure.svg");
}

static void
test_termination_at_any_moment_leaves_a_whole_file(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    /* The first moments may come before the handler stands; the writer has nothing open then. */
    end_at_many_moments(f, SIGTERM);
}

static void
test_a_kill_at_any_moment_leaves_a_whole_file(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    end_at_many_moments(f, SIGKILL);
}

static void
test_writers_at_one_time_do_no_harm(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    pid_t pids[4];

    for (guint i = 0; i < G_N_ELEMENTS(pids); i++) {
        pids[i] = fork();
        if (pids[i] == 0) {
            for (guint k = 0; k < 25; k++) {
                if (!write_letters(f->path, (char)('a' + i), WHOLE))
                    _exit(2);
            }
            _exit(0);
        }
    }
    for (guint i = 0; i < G_N_ELEMENTS(pids); i++) {
        int status;

        g_assert_cmpint(waitpid(pids[i], &status, 0), ==, pids[i]);
        g_assert_cmpint(status, ==, 0);
    }
    assert_one_letter(f->path, WHOLE);
    assert_names(f, "figure.svg");
}

static gpointer
write_in_thread(gpointer data)
{
    for (guint k = 0; k < 25; k++)
        g_assert_true(write_letters(data, 't', WHOLE));
    return NULL;
}

static void
test_threads_at_one_time_do_no_harm(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    GThread *threads[4];

    for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("writer", write_in_thread, f->path);
    for (guint i = 0; i < G_N_ELEMENTS(threads); i++)
        g_thread_join(threads[i]);
    assert_one_letter(f->path, WHOLE);
    assert_names(f, "figure.svg");
}

static int
start_with_closed_descriptors(const Fixture *f)
{
    int fd;

    close(STDIN_FILENO);
    close(STDOUT_FILENO);
    close(STDERR_FILENO);
    atomic_file_prepare_process();
    /* The figure gets a number of its own, and lost text is noticed. */
    fd = open(f->path, O_WRONLY | O_CREAT, 0600);
    if (fd <= STDERR_FILENO)
        return 2;
    if (write(STDOUT_FILENO, "x", 1) != -1 || write(STDERR_FILENO, "x", 1) != -1)
        return 3;
    return read(STDIN_FILENO, &fd, 1) == -1 ? 0 : 4;
}

static void
test_closed_descriptors_are_no_danger(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    assert_child_passes(start_with_closed_descriptors, f);
}

static int
start_under_nohup(G_GNUC_UNUSED const Fixture *f)
{
    signal(SIGHUP, SIG_IGN);
    atomic_file_prepare_process();
    raise(SIGHUP);
    raise(SIGPIPE);
    raise(SIGXFSZ);
    return 0;
}

static void
test_signals_that_were_ignored_stay_so(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    assert_child_passes(start_under_nohup, f);
}

#define ADD(name, function) \
    g_test_add("/temp-file/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("a-signal-leaves-nothing-behind", test_a_signal_leaves_nothing_behind);
    ADD("what-a-kill-left-is-removed-by-the-next-run",
        test_what_a_kill_left_is_removed_by_the_next_run);
    ADD("a-living-writer-is-left-alone", test_a_living_writer_is_left_alone);
    ADD("a-foreign-thing-of-that-name-is-left-alone",
        test_a_foreign_thing_of_that_name_is_left_alone);
    ADD("a-child-does-not-remove-what-its-parent-writes",
        test_a_child_does_not_remove_what_its_parent_writes);
    ADD("termination-at-any-moment-leaves-a-whole-file",
        test_termination_at_any_moment_leaves_a_whole_file);
    ADD("a-kill-at-any-moment-leaves-a-whole-file", test_a_kill_at_any_moment_leaves_a_whole_file);
    ADD("writers-at-one-time-do-no-harm", test_writers_at_one_time_do_no_harm);
    ADD("threads-at-one-time-do-no-harm", test_threads_at_one_time_do_no_harm);
    ADD("closed-descriptors-are-no-danger", test_closed_descriptors_are_no_danger);
    ADD("signals-that-were-ignored-stay-so", test_signals_that_were_ignored_stay_so);
    return g_test_run();
}
