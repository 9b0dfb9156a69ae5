#include "backend/raster_module.h"

#include "io/module.h"

#define MODULE_FILE "raster.so"
#define MODULE_SYMBOL "cartouche_raster"

/* Written once, under once; read only afterwards. */
static const RasterModule *module;
static char *why_not;

static const RasterHost host = { error_set, shaper_module_open };

static void
find_module(void)
{
    const RasterModule *found = module_open(MODULE_FILE, MODULE_SYMBOL, &why_not);

    if (found != NULL && found->version != RASTER_API_VERSION) {
        why_not = g_strdup(MODULE_FILE " is of another version");
        return;
    }
    module = found;
    if (module != NULL)
        module->connect(&host);
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
