// A folder with files of a test's own.
#pragma once

#include "base/error.h"

#include <glib/gstdio.h>
#include <unistd.h>

typedef struct {
    char *folder, *before; /* the folder is the current one during the test */
} Folder;

static inline void
folder_set_up(Folder *folder, G_GNUC_UNUSED gconstpointer data)
{
    folder->before = g_get_current_dir();
    folder->folder = g_dir_make_tmp("cartouche-batch-XXXXXX", NULL);
    g_assert_cmpint(g_chdir(folder->folder), ==, 0);
}

static inline void
folder_remove(const char *path)
{
    GDir *dir = g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);

    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *inner = g_build_filename(path, name, NULL);

        folder_remove(inner);
    }
    g_clear_pointer(&dir, g_dir_close);
    g_remove(path);
}

static inline void
folder_tear_down(Folder *folder, G_GNUC_UNUSED gconstpointer data)
{
    g_assert_cmpint(g_chdir(folder->before), ==, 0);
    folder_remove(folder->folder);
    g_free(folder->folder);
    g_free(folder->before);
}

static inline void
folder_write(const char *path, const char *text)
{
    g_autofree char *parent = g_path_get_dirname(path);

    g_assert_cmpint(g_mkdir_with_parents(parent, 0777), ==, 0);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

/* "FILE:LINE: TEXT" of each error, a line each. Caller frees. */
static inline char *
errors_text(const GPtrArray *errors)
{
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < errors->len; i++) {
        const GError *error = errors->pdata[i];
        Where where = error_where(error);

        g_string_append(out, i > 0 ? "\n" : "");
        if (where.file != NULL)
            g_string_append_printf(out, "%s:%u: ", where.file, where.line);
        g_string_append(out, error->message);
    }
    return g_string_free(out, FALSE);
}

static inline GPtrArray *
errors_new(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)g_error_free);
}
