// Palettes. Every row is checked by a test: contrast on its background, distance under CVD. Colours
// that were published stand as they were on a light background, pale ones too (names in them are
// darkened, see palette_text_color()); on a dark one those are lifted that would be lost.
#pragma once

#include "base/color.h"

typedef struct {
    const char *name; /* "cartouche" */
    const char *summary;
    guint n;
    const Color *light; /* n colours for a light background */
    const Color *dark;  /* n colours for a dark background, all of 3:1 or more on #15191f */
} Palette;

extern const Palette *const palettes[];        /* ends with NULL; the first is the default */
const Palette *palette_find(const char *name); /* NULL: none */
/* All names, those of ramps behind them, ending with NULL, for error_suggest(). Caller frees the
 * array. */
const char **palette_and_ramp_names(void);
/* The i-th colour; past the end the colours repeat, in turn farther from the background and nearer
 * to it, a step more every second time. */
Color palette_color(const Palette *palette, guint index, gboolean dark);
