#include "theme/theme_sizes.h"

#define INK 0xf1f4f7
#define SOFT 0xaab4bf

const Theme theme_dark = {
    .name = "dark",
    .summary = "light ink on near-black, for screens",
    .dark = TRUE,
    .background = COLOR_INIT(0x15191f),
    .grid = COLOR_INIT(0x303842),
    .zero = COLOR_INIT(0xc4ccd4),
    .muted = COLOR_INIT(0x59636e),
    .sea = COLOR_INIT(0x1b232c),
    .land = COLOR_INIT(0x404a54),
    .border = COLOR_INIT(0x15191f),
    THEME_TEXTS(INK, SOFT),
    THEME_SPACES,
    THEME_LINES,
};
