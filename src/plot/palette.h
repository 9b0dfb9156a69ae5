// Which series gets which colour.
#pragma once

#include "plot/plot.h"

/* Fills color and text_color of all series: --fill-color, --colors, the palette, the theme's grey
 * for what is not highlighted. Unknown names in --colors are warned of. */
void palette_apply(Plot *plot);
/* --palette, --colors and --background are usable. */
gboolean palette_check(const Spec *spec, GError **error);
/* Once the chart is made: names in --highlight that it does not show are warned of. */
void palette_report_unknown(const Plot *plot);
