#include "theme/theme_sizes.h"

#define INK 0x1b232d
#define SOFT 0x56616d

const Theme theme_light = {
    .name = "light",
    .summary = "dark ink on white, for articles and reports",
    .background = COLOR_INIT(0xffffff),
    .grid = COLOR_INIT(0xdfe3e8),
    .zero = COLOR_INIT(0x3b4650),
    .muted = COLOR_INIT(0xb4bcc4),
    .sea = COLOR_INIT(0xe8eff4),
    .land = COLOR_INIT(0xd3d7d8),
    .border = COLOR_INIT(0xffffff),
    THEME_TEXTS(INK, SOFT),
    THEME_SPACES,
    THEME_LINES,
};
