// Files that are waited for.
#include "cartouche_figure.h"

#include "io/file_watch.h"

ct_watch *
ct_watch_new(ct_error **error)
{
    GError *inner = NULL;
    FileWatch *watch = file_watch_new(&inner);

    if (watch == NULL)
        error_give(error, inner);
    return (ct_watch *)watch;
}

void
ct_watch_free(ct_watch *watch)
{
    file_watch_free((FileWatch *)watch);
}

bool
ct_watch_set(ct_watch *watch, const char *const *files, ct_error **error)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new();
    GError *inner = NULL;

    for (; *files != NULL; files++)
        g_ptr_array_add(paths, (gpointer)*files);
    return file_watch_set((FileWatch *)watch, paths, &inner) || error_give(error, inner);
}

const char **
ct_watch_wait(ct_watch *watch, ct_error **error)
{
    GError *inner = NULL;
    GPtrArray *paths = file_watch_wait((FileWatch *)watch, -1, &inner);

    if (paths == NULL) {
        error_give(error, inner);
        return NULL;
    }
    g_ptr_array_add(paths, NULL);
    return (const char **)g_ptr_array_free(paths, FALSE);
}
