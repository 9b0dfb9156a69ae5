#include "batch/prune.h"

#include "backend/output_format.h"
#include "figure/shown.h"
#include "io/real_path.h"

#include <errno.h>
#include <string.h>

/* A split whose data cannot be read would own files that would be listed. */
static gboolean
check_plan(const Plan *plan, GError **error)
{
    for (guint i = 0; i < plan->figures->len; i++) {
        const PlannedFigure *planned = plan->figures->pdata[i];
        g_autofree char *quoted = error_quote(planned->name, -1, 60);

        if (planned->error == NULL)
            continue;
        error_set(error, ERROR_INPUT, error_where(planned->error),
                  "%s; so it is not known which files [%s] owns", planned->error->message, quoted);
        return FALSE;
    }
    return TRUE;
}

/* Real paths of the outputs, and their folders as they were named. */
static void
gather(const Plan *plan, GHashTable *owned, GHashTable *folders)
{
    for (guint i = 0; i < plan->figures->len; i++) {
        const Figure *figure = ((const PlannedFigure *)plan->figures->pdata[i])->figure;
        const GPtrArray *outputs = figure->spec->outputs;

        for (guint k = 0; outputs != NULL && k < outputs->len; k++) {
            const char *path = outputs->pdata[k];
            char *folder = g_path_get_dirname(path);
            char *real = real_path(folder);

            char *output = real_path(path);

            /* What has no real path cannot be written, and no file lies there. */
            if (output != NULL)
                g_hash_table_add(owned, output);
            /* Two names of one folder would list its files twice. */
            if (real == NULL || g_hash_table_contains(folders, real)) {
                g_free(folder);
                g_free(real);
            } else {
                g_hash_table_insert(folders, real, folder);
            }
        }
    }
}

static gboolean
is_stray(const char *path, GHashTable *owned)
{
    g_auto(Shown) shown = { .command = NULL };
    g_autofree char *real = NULL;

    if (output_format_for_path(path) == NULL || !g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return FALSE;
    real = real_path(path);
    return real != NULL && !g_hash_table_contains(owned, real) && shown_read(path, &shown, NULL);
}

static gboolean
list_folder(const char *folder, GHashTable *owned, GPtrArray *strays, GError **error)
{
    g_autoptr(GError) inner = NULL;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, &inner);
    const char *name;

    if (dir == NULL) {
        g_autofree char *quoted = error_quote(folder, -1, 200);

        /* It is made when the first figure is drawn. */
        if (g_error_matches(inner, G_FILE_ERROR, G_FILE_ERROR_NOENT))
            return TRUE;
        error_set(error, ERROR_INPUT, WHERE_NONE, "cannot look into the folder \"%s\": %s", quoted,
                  g_strerror(errno));
        return FALSE;
    }
    while ((name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *path =
            strcmp(folder, ".") == 0 ? g_strdup(name) : g_build_filename(folder, name, NULL);

        if (is_stray(path, owned))
            g_ptr_array_add(strays, g_steal_pointer(&path));
    }
    return TRUE;
}

static int
compare_paths(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
prune_list(const Plan *plan, GError **error)
{
    g_autoptr(GHashTable) owned = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GPtrArray) strays = g_ptr_array_new_with_free_func(g_free);
    GHashTableIter iter;
    gpointer folder;

    if (!check_plan(plan, error))
        return NULL;
    gather(plan, owned, folders);
    g_hash_table_iter_init(&iter, folders);
    while (g_hash_table_iter_next(&iter, NULL, &folder))
        if (!list_folder(folder, owned, strays, error))
            return NULL;
    g_ptr_array_sort(strays, compare_paths);
    return g_steal_pointer(&strays);
}
