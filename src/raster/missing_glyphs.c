#include "raster/missing_glyphs.h"

#include "raster/default_font.h"
#include "raster/host.h"

gboolean
missing_glyphs(const char *text, const TextStyle *style, guint *ret_n, GError **error)
{
    g_autoptr(DefaultText) known = default_text_new(text, style);
    const ShaperModule *shaper;

    if (known != NULL) {
        *ret_n = 0;
        return TRUE;
    }
    shaper = host_shaper(error);
    if (shaper == NULL)
        return FALSE;
    *ret_n = shaper->missing_glyphs(text, style);
    return TRUE;
}
