#include "batch/litter.h"

#include "io/real_path.h"
#include "io/temp_file.h"

#include <string.h>

/* A link is written where it leads: there its temporary lay. */
static void
litter_add_folder(GHashTable *folders, const char *path)
{
    g_autofree char *real = strcmp(path, "-") != 0 ? real_path(path) : NULL;

    if (real != NULL)
        g_hash_table_add(folders, g_path_get_dirname(real));
}

void
litter_remove(const Plan *plan)
{
    g_autoptr(GHashTable) folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GHashTableIter iter;
    gpointer folder;

    for (guint i = 0; i < plan->figures->len; i++) {
        const Spec *spec = ((const PlannedFigure *)plan->figures->pdata[i])->figure->spec;

        for (guint k = 0; spec->outputs != NULL && k < spec->outputs->len; k++)
            litter_add_folder(folders, spec->outputs->pdata[k]);
        if (spec->data_table != NULL)
            litter_add_folder(folders, spec->data_table);
    }
    g_hash_table_iter_init(&iter, folders);
    while (g_hash_table_iter_next(&iter, &folder, NULL))
        temp_file_remove_stale(folder);
}
