#define _GNU_SOURCE // dladdr
#include "backend/raster_module.h"

#include <dlfcn.h>

#define MODULE_FILE "raster.so"
#define MODULE_SYMBOL "cartouche_raster"

/* Written once, under once; read only afterwards. */
static const RasterModule *module;
static char *why_not;

/* The folder of the library or program that this code is part of; NULL: unknown. Caller frees. */
static char *
own_folder(void)
{
    Dl_info info;

    if (dladdr(&module, &info) == 0 || info.dli_fname == NULL)
        return NULL;
    return g_path_get_dirname(info.dli_fname);
}

/* Where the module may lie, the likeliest first. Ends with NULL; caller frees. */
static char **
candidates(void)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new();
    g_autofree char *folder = own_folder();

    if (folder != NULL) {
        g_ptr_array_add(paths, g_build_filename(folder, "cartouche", MODULE_FILE, NULL));
        g_ptr_array_add(paths,
                        g_build_filename(folder, "..", "lib", "cartouche", MODULE_FILE, NULL));
    }
    g_ptr_array_add(paths, g_build_filename(CARTOUCHE_MODULE_DIR, MODULE_FILE, NULL));
    g_ptr_array_add(paths, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&paths), FALSE);
}

/* NULL and what is wrong (caller frees). A module that does not fit is closed again. */
static const RasterModule *
open_file(const char *path, char **ret_problem)
{
    void *handle = dlopen(path, RTLD_LAZY | RTLD_LOCAL);
    const RasterModule *found;

    if (handle == NULL) {
        *ret_problem = g_strdup(dlerror());
        return NULL;
    }
    found = dlsym(handle, MODULE_SYMBOL);
    if (found != NULL && found->version == RASTER_API_VERSION) {
        found->connect(error_set);
        return found;
    }
    *ret_problem = g_strdup_printf("%s is of another version", path);
    dlclose(handle);
    return NULL;
}

static void
find_module(void)
{
    g_auto(GStrv) paths = candidates();

    for (guint i = 0; paths[i] != NULL && module == NULL; i++) {
        char *problem = NULL;

        if (!g_file_test(paths[i], G_FILE_TEST_IS_REGULAR))
            continue;
        module = open_file(paths[i], &problem);
        if (problem != NULL && why_not == NULL)
            why_not = problem;
        else
            g_free(problem);
    }
    if (module == NULL && why_not == NULL)
        why_not = g_strdup_printf("%s is not there", paths[0]);
}

const RasterModule *
raster_module_open(GError **error)
{
    static gsize once;

    if (g_once_init_enter(&once)) {
        find_module();
        g_once_init_leave(&once, 1);
    }
    if (module == NULL)
        error_set(error, ERROR_OUTPUT, WHERE_NONE, "PNG and PDF cannot be written: %s", why_not);
    return module;
}

TextMeasurer *
raster_open_measurer(G_GNUC_UNUSED gpointer data)
{
    const RasterModule *opened = raster_module_open(NULL);

    return opened != NULL ? opened->pango_measurer_new() : NULL;
}
