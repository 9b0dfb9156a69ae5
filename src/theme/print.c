#include "theme/theme_sizes.h"

#define INK 0x000000
#define SOFT 0x333333

/* What a black and white press and a photocopier keep: greys that are steps of lightness, with
 * hatches, dashes and symbols beside them. */
const Theme theme_print = {
    .name = "print",
    .summary = "black ink on white with hatches, dashes and symbols, for print without colour",
    .background = COLOR_INIT(0xffffff),
    .grid = COLOR_INIT(0xd0d0d0),
    .zero = COLOR_INIT(0x000000),
    .muted = COLOR_INIT(0xc4c4c4),
    .sea = COLOR_INIT(0xffffff),
    .land = COLOR_INIT(0xe2e2e2),
    .border = COLOR_INIT(0x8a8a8a),
    .grey = TRUE,
    .series = { .name = "grey" },
    .ramp = "grey",
    .ramp_diverging = "grey",
    THEME_TEXTS(INK, SOFT),
    THEME_SPACES,
    .grid_width = 0.6,
    .zero_width = 0.9,
    .line_width = 1.6,
};
