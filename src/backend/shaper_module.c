#include "backend/shaper_module.h"

#include "io/module.h"

#define MODULE_FILE "shaper.so"
#define MODULE_SYMBOL "cartouche_shaper"

/* Written once, under once; read only afterwards. */
static const ShaperModule *module;
static char *why_not;

static void
find_module(void)
{
    const ShaperModule *found = module_open(MODULE_FILE, MODULE_SYMBOL, &why_not);

    if (found != NULL && found->version != SHAPER_API_VERSION) {
        why_not = g_strdup(MODULE_FILE " is of another version");
        return;
    }
    module = found;
}

const ShaperModule *
shaper_module_open(GError **error)
{
    static gsize once;

    if (g_once_init_enter(&once)) {
        find_module();
        g_once_init_leave(&once, 1);
    }
    if (module == NULL)
        error_set(error, ERROR_OUTPUT, WHERE_NONE,
                  "text in another font or script than the default font has cannot be drawn: %s",
                  why_not);
    return module;
}

TextMeasurer *
shaper_open_measurer(G_GNUC_UNUSED gpointer data)
{
    const ShaperModule *opened = shaper_module_open(NULL);

    return opened != NULL ? opened->measurer_new() : NULL;
}
