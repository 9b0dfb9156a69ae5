// Which series gets which colour.
#pragma once

#include "plot/plot.h"

/* One pair of --colors. The array owns the name. */
typedef struct {
    char *name;
    Color color;
} PaletteName;

/* All pairs in the order given, of PaletteName. Caller unrefs. */
GArray *palette_names(const Spec *spec);
/* The same hue, dark or light enough to be read as text on the theme's background. */
Color palette_text_color(const Theme *theme, Color color);
/* Fills color and text_color of all series: --fill-color, --colors, the palette, the theme's grey
 * for what is not highlighted. */
void palette_apply(Plot *plot);
/* --palette, --colors and --background are usable. */
gboolean palette_check(const Spec *spec, GError **error);
/* The colour that --colors gives to a name; FALSE: none. */
gboolean palette_named(const Spec *spec, const char *name, Color *ret_color);
/* Once the chart is made: names in --highlight and --colors that it does not show are
 * warned of. */
void palette_report_unknown(const Plot *plot);
