// A folder of its own for each test, and children that do what a test program must not do itself.
#pragma once

#include "io/atomic_file.h"

#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
    char *folder;
    char *path; /* figure.svg in the folder; not there yet */
} Fixture;

static inline void
fixture_set_up(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    f->folder = g_dir_make_tmp("cartouche-test-XXXXXX", NULL);
    g_assert_nonnull(f->folder);
    f->path = g_build_filename(f->folder, "figure.svg", NULL);
}

static inline char *
fixture_path(const Fixture *f, const char *name)
{
    return g_build_filename(f->folder, name, NULL);
}

static inline int
fixture_compare(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names in the folder, sorted, joined by blanks. */
static inline char *
fixture_names(const Fixture *f)
{
    g_autoptr(GDir) dir = g_dir_open(f->folder, 0, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    const char *name;

    while ((name = g_dir_read_name(dir)) != NULL)
        g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, fixture_compare);
    g_ptr_array_add(names, NULL);
    return g_strjoinv(" ", (char **)names->pdata);
}

static inline void
fixture_tear_down(Fixture *f, G_GNUC_UNUSED gconstpointer data)
{
    g_autoptr(GDir) dir = g_dir_open(f->folder, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path = fixture_path(f, name);

        g_assert_cmpint(g_remove(path), ==, 0);
    }
    g_assert_cmpint(g_rmdir(f->folder), ==, 0);
    g_free(f->folder);
    g_free(f->path);
}

static inline void
assert_names(const Fixture *f, const char *expected)
{
    g_autofree char *names = fixture_names(f);

    g_assert_cmpstr(names, ==, expected);
}

static inline void
assert_content(const char *path, const char *expected)
{
    g_autofree char *content = NULL;

    g_assert_true(g_file_get_contents(path, &content, NULL, NULL));
    g_assert_cmpstr(content, ==, expected);
}

static inline gboolean
write_text(const char *path, const char *text, GError **error)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));

    return atomic_file_write(path, bytes, error);
}

static inline void
assert_written(const char *path, const char *text)
{
    g_autoptr(GError) error = NULL;

    write_text(path, text, &error);
    g_assert_no_error(error);
}

static inline void
assert_refused(const char *path, const char *reason)
{
    g_autoptr(GError) error = NULL;

    g_assert_false(write_text(path, "new", &error));
    g_assert_error(error, CARTOUCHE_ERROR, ERROR_OUTPUT);
    if (strstr(error->message, reason) == NULL)
        g_error("\"%s\" lacks \"%s\"", error->message, reason);
    g_assert_true(g_str_has_prefix(error->message, "cannot write "));
}

/* Runs work(f) in a child and returns its wait status; work returns the exit status. */
static inline int
in_child(int (*work)(const Fixture *), const Fixture *f)
{
    pid_t pid = fork();
    int status;

    g_assert_cmpint(pid, >=, 0);
    if (pid == 0)
        _exit(work(f));
    g_assert_cmpint(waitpid(pid, &status, 0), ==, pid);
    return status;
}

static inline void
assert_child_passes(int (*work)(const Fixture *), const Fixture *f)
{
    int status = in_child(work, f);

    g_assert_true(WIFEXITED(status));
    g_assert_cmpint(WEXITSTATUS(status), ==, 0);
}
