#define _GNU_SOURCE // dladdr
#include "io/module.h"

#include <dlfcn.h>

/* Its address says which library or program this code is part of. */
static const char here;

/* The folder of the library or program that this code is part of; NULL: unknown. Caller frees. */
static char *
own_folder(void)
{
    Dl_info info;

    if (dladdr(&here, &info) == 0 || info.dli_fname == NULL)
        return NULL;
    return g_path_get_dirname(info.dli_fname);
}

/* Where the module may lie, the likeliest first. Ends with NULL; caller frees. */
static char **
candidates(const char *file)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new();
    g_autofree char *folder = own_folder();

    if (folder != NULL) {
        g_ptr_array_add(paths, g_build_filename(folder, "cartouche", file, NULL));
        g_ptr_array_add(paths, g_build_filename(folder, "..", "lib", "cartouche", file, NULL));
    }
    g_ptr_array_add(paths, g_build_filename(CARTOUCHE_MODULE_DIR, file, NULL));
    g_ptr_array_add(paths, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&paths), FALSE);
}

/* NULL and what is wrong (caller frees). A module that does not fit is closed again. */
static gconstpointer
open_file(const char *path, const char *symbol, char **ret_problem)
{
    void *handle = dlopen(path, RTLD_LAZY | RTLD_LOCAL);
    gconstpointer found;

    if (handle == NULL) {
        *ret_problem = g_strdup(dlerror());
        return NULL;
    }
    found = dlsym(handle, symbol);
    if (found == NULL) {
        *ret_problem = g_strdup_printf("%s is of another version", path);
        dlclose(handle);
    }
    return found;
}

gconstpointer
module_open(const char *file, const char *symbol, char **ret_problem)
{
    g_auto(GStrv) paths = candidates(file);
    g_autofree char *why = NULL;
    gconstpointer found = NULL;

    for (guint i = 0; paths[i] != NULL && found == NULL; i++) {
        g_autofree char *problem = NULL;

        if (!g_file_test(paths[i], G_FILE_TEST_IS_REGULAR))
            continue;
        found = open_file(paths[i], symbol, &problem);
        if (why == NULL)
            why = g_steal_pointer(&problem);
    }
    if (found == NULL)
        *ret_problem =
            why != NULL ? g_steal_pointer(&why) : g_strdup_printf("%s is not there", paths[0]);
    return found;
}

char *
module_data_file(const char *file)
{
    g_autofree char *folder = own_folder();
    g_autofree char *installed = g_build_filename(CARTOUCHE_DATA_DIR, file, NULL);

    if (folder != NULL) {
        /* As installed; then beside the modules, where a build has it. */
        static const char *const from_here[] = { CARTOUCHE_DATA_FROM_LIB, "cartouche",
                                                 "../lib/cartouche" };

        for (guint i = 0; i < G_N_ELEMENTS(from_here); i++) {
            g_autofree char *path = g_build_filename(folder, from_here[i], file, NULL);

            if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
                return g_steal_pointer(&path);
        }
    }
    return g_file_test(installed, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer(&installed) : NULL;
}
