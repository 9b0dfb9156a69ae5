#include "theme/theme_sizes.h"

#define INK 0x1b232d
#define SOFT 0x56616d

/* 1280 x 720 px of a slide hold text that must be read from far away. */
const Theme theme_slide = {
    .name = "slide",
    .summary = "larger text and fewer ticks, for slides",
    .background = COLOR_INIT(0xffffff),
    .grid = COLOR_INIT(0xdfe3e8),
    .zero = COLOR_INIT(0x3b4650),
    .muted = COLOR_INIT(0xb4bcc4),
    THEME_SIZES(1.6, INK, SOFT),
    THEME_LINES(1.6),
};
