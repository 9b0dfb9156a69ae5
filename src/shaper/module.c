// What the module shows to the world: one table.
#include "backend/shaper_module.h"

#include "shaper/font_files.h"
#include "shaper/pango_measurer.h"
#include "shaper/pango_text.h"

extern const ShaperModule cartouche_shaper;

__attribute__((visibility("default"))) const ShaperModule cartouche_shaper = {
    .version = SHAPER_API_VERSION,
    .measurer_new = pango_measurer_new,
    .text_new = pango_text_new,
    .text_free = pango_text_free,
    .text_show = pango_text_show,
    .text_outline = pango_text_outline,
    .missing_glyphs = pango_measurer_missing,
    .font_files = font_files,
};
