#include "io/fixture.h"

#define BIG_SIZE ((gsize)300 * 1000) /* more than a pipe holds */

/* No period of it divides a buffer, so a piece that is lost or sent twice shows. */
static char
letter_at(gsize i)
{
    return (char)('a' + i % 23);
}

static gboolean
write_big(const char *path)
{
    char *text = g_malloc(BIG_SIZE);
    g_autoptr(GBytes) bytes = g_bytes_new_take(text, BIG_SIZE);

    for (gsize i = 0; i < BIG_SIZE; i++)
        text[i] = letter_at(i);
    return atomic_file_write(path, bytes, NULL);
}

static void
assert_reads_big(int fd)
{
    char buffer[4096];
    gsize total = 0;
    gssize n;

    while ((n = read(fd, buffer, sizeof(buffer))) > 0) {
        for (gssize i = 0; i < n; i++)
            g_assert_cmpint(buffer[i], ==, letter_at(total + (gsize)i));
        total += (gsize)n;
    }
    g_assert_cmpuint(total, ==, BIG_SIZE);
}

static void
test_a_fifo_is_written_straight(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    struct stat status;
    pid_t pid;
    int fd, child;

    g_assert_cmpint(mkfifo(f->path, 0600), ==, 0);
    pid = fork();
    if (pid == 0)
        _exit(write_big(f->path) ? 0 : 2);
    fd = open(f->path, O_RDONLY);
    assert_reads_big(fd);
    close(fd);
    g_assert_cmpint(waitpid(pid, &child, 0), ==, pid);
    g_assert_cmpint(child, ==, 0);
    g_assert_cmpint(lstat(f->path, &status), ==, 0);
    g_assert_true(S_ISFIFO(status.st_mode));
    assert_names(f, "figure.svg");
}

static void
test_a_device_stays_a_device(G_GNUC_UNUSED Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    struct stat status;

    assert_written("/dev/null", "gone");
    g_assert_cmpint(stat("/dev/null", &status), ==, 0);
    g_assert_true(S_ISCHR(status.st_mode));
}

static void
assert_piped(int flags)
{
    int ends[2], child;
    pid_t pid;

    g_assert_cmpint(pipe(ends), ==, 0);
    g_assert_cmpint(fcntl(ends[1], F_SETFL, flags), ==, 0);
    pid = fork();
    if (pid == 0) {
        dup2(ends[1], STDOUT_FILENO);
        _exit(write_big("-") ? 0 : 2);
    }
    close(ends[1]);
    g_usleep(20000);
    assert_reads_big(ends[0]);
    close(ends[0]);
    g_assert_cmpint(waitpid(pid, &child, 0), ==, pid);
    g_assert_cmpint(child, ==, 0);
}

static void
test_a_pipe_takes_everything(G_GNUC_UNUSED Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    assert_piped(0);
    assert_piped(O_NONBLOCK);
}

static int
write_into_a_closed_pipe(G_GNUC_UNUSED const Fixture *f)
{
    g_autoptr(GError) error = NULL;
    int ends[2];

    atomic_file_prepare_process();
    if (pipe(ends) != 0)
        return 2;
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    if (write_text("-", "new", &error))
        return 3;
    return g_strcmp0(error->message, "cannot write to standard output: nobody reads it any more") !=
           0;
}

static void
test_a_closed_pipe_is_an_error(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    assert_child_passes(write_into_a_closed_pipe, f);
}

static int
append_through_stdout(const Fixture *f)
{
    int fd = open(f->path, O_WRONLY | O_APPEND);

    dup2(fd, STDOUT_FILENO);
    dup2(fd, 7);
    return write_text("/dev/stdout", " two", NULL) && write_text("/dev/fd/7", " three", NULL) ? 0
                                                                                              : 2;
}

static void
test_standard_output_by_name_appends(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    assert_written(f->path, "one");
    assert_child_passes(append_through_stdout, f);
    assert_content(f->path, "one two three");
    assert_refused("/dev/fd/999", "cannot write \"/dev/fd/999\"");
}

static void
test_a_full_device_is_an_error(G_GNUC_UNUSED Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    if (!g_file_test("/dev/full", G_FILE_TEST_EXISTS)) {
        g_test_skip("no /dev/full here");
        return;
    }
    assert_refused("/dev/full", "the disk is full");
}

#define ADD(name, function) \
    g_test_add("/stream/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("a-fifo-is-written-straight", test_a_fifo_is_written_straight);
    ADD("a-device-stays-a-device", test_a_device_stays_a_device);
    ADD("a-pipe-takes-everything", test_a_pipe_takes_everything);
    ADD("a-closed-pipe-is-an-error", test_a_closed_pipe_is_an_error);
    ADD("standard-output-by-name-appends", test_standard_output_by_name_appends);
    ADD("a-full-device-is-an-error", test_a_full_device_is_an_error);
    return g_test_run();
}
