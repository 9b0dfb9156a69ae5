// Which series gets which colour.
#pragma once

#include "plot/plot.h"

/* The same hue, dark or light enough to be read as text on the theme's background. */
Color palette_text_color(const Theme *theme, Color color);
/* Fills color and text_color of all series: --fill-color, --colors, the palette, the theme's grey
 * for what is not highlighted. */
void palette_apply(Plot *plot);
/* Reads --colors, and sees that --palette and --background are usable. Before palette_apply(). */
gboolean palette_read(Plot *plot, GError **error);
/* The colour that --colors gives to a name; FALSE: none. */
gboolean palette_named(const Plot *plot, const char *name, Color *ret_color);
/* The i-th colour of the figure's palette: as asked for, or the theme's. */
Color palette_next(const Plot *plot, guint index);
/* Series differ by dashes, symbols and hatches as well as by colour. */
gboolean palette_has_codes(const Plot *plot);
/* Once the chart is made: names that were typed after --highlight and --colors and that
 * it does not show are warned of. */
void palette_report_unknown(const Plot *plot);
