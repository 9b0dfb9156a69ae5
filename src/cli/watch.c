#include "cli/watch.h"

#include "cli/batch_run.h"
#include "cli/message.h"

#include <unistd.h>

typedef struct {
    ct_batch *batch;
    const Arguments *arguments;
    ct_watch *watch;
    GHashTable *files; /* char *, owned: of the last plan, and of those that failed since */
    GHashTable *gone;  /* char *, owned: files whose absence has been said */
    gboolean whole;    /* a report or a sheet is of all figures */
} Watcher;

/* The plan's own strings end with it. */
static void
take_files(Watcher *watcher, gboolean planned)
{
    const char **files = ct_batch_files(watcher->batch);

    if (planned)
        g_hash_table_remove_all(watcher->files);
    for (guint i = 0; files[i] != NULL; i++)
        g_hash_table_add(watcher->files, g_strdup(files[i]));
    ct_free(files);
}

static gboolean
set_watch(const Watcher *watcher)
{
    g_autofree const char **files =
        (const char **)g_hash_table_get_keys_as_array(watcher->files, NULL);
    ct_error *error = NULL;

    if (ct_watch_set(watcher->watch, files, &error))
        return TRUE;
    message_error(error);
    return FALSE;
}

/* Those of the changed files that are there; the others are said once. Caller frees the array; its
 * texts are borrowed. */
static GPtrArray *
present_files(Watcher *watcher, const char *const *changed)
{
    GPtrArray *present = g_ptr_array_new();

    for (; *changed != NULL; changed++) {
        if (access(*changed, F_OK) == 0) {
            g_hash_table_remove(watcher->gone, *changed);
            g_ptr_array_add(present, (gpointer)*changed);
        } else if (g_hash_table_add(watcher->gone, g_strdup(*changed))) {
            message_gone(*changed);
        }
    }
    g_ptr_array_add(present, NULL);
    return present;
}

/* changed may hold nothing: then nothing is drawn. FALSE: nothing can be watched any more. */
static gboolean
draw_changed(Watcher *watcher, const char *const *changed)
{
    g_autoptr(GPtrArray) present = present_files(watcher, changed);
    gboolean planned;

    if (present->pdata[0] == NULL)
        return TRUE;
    /* A manifest may name other files now, and data other parts of a split. */
    planned = batch_plan(watcher->batch) == 0;
    take_files(watcher, planned);
    if (!set_watch(watcher))
        return FALSE;
    if (!planned)
        return TRUE;
    if (!watcher->whole)
        ct_batch_choose(watcher->batch, (const char *const *)present->pdata);
    batch_draw(watcher->batch, watcher->arguments);
    return TRUE;
}

static int
watch_loop(Watcher *watcher)
{
    ct_error *error = NULL;
    gboolean goes_on = TRUE;

    take_files(watcher, TRUE);
    if (g_hash_table_contains(watcher->files, "-"))
        return message_usage("--watch needs files: standard input cannot be read again");
    if (!set_watch(watcher))
        return CT_ERROR_INPUT;
    batch_draw(watcher->batch, watcher->arguments);
    while (goes_on) {
        const char **changed = ct_watch_wait(watcher->watch, &error);
        g_auto(GStrv) copy = g_strdupv((char **)changed);

        if (changed == NULL)
            return message_error(error);
        ct_free(changed);
        goes_on = draw_changed(watcher, (const char *const *)copy);
    }
    return CT_ERROR_INPUT;
}

int
watch_run(ct_batch *batch, const Arguments *arguments)
{
    g_autoptr(GHashTable) files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) gone = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Watcher watcher = {
        batch, arguments,
        NULL,  files,
        gone,  batch_is_on(arguments, "report") || batch_is_on(arguments, "contact-sheet")
    };
    ct_error *error = NULL;
    int status;

    watcher.watch = ct_watch_new(&error);
    if (watcher.watch == NULL)
        return message_error(error);
    status = watch_loop(&watcher);
    ct_watch_free(watcher.watch);
    return status;
}
