#include "theme/theme_sizes.h"

#define INK 0x1b232d
#define SOFT 0x56616d

/* 1280 x 720 px of a slide hold text that must be read from far away: 24 px are 18 points of a
 * slide that is 13.3 inches wide. The title grows less than the rest, as the slide has few words.
 */
const Theme theme_slide = {
    .name = "slide",
    .summary = "larger text and fewer ticks, for slides",
    .background = COLOR_INIT(0xffffff),
    .grid = COLOR_INIT(0xdfe3e8),
    .zero = COLOR_INIT(0x3b4650),
    .muted = COLOR_INIT(0xb4bcc4),
    .sea = COLOR_INIT(0xe8eff4),
    .land = COLOR_INIT(0xd3d7d8),
    .border = COLOR_INIT(0xffffff),
    .title = THEME_TEXT(36, TRUE, INK),
    .subtitle = THEME_TEXT(26, FALSE, SOFT),
    .panel_title = THEME_TEXT(25, TRUE, INK),
    .annotation = THEME_TEXT(24.5, FALSE, INK),
    .label = THEME_TEXT(24, FALSE, INK),
    .axis = THEME_TEXT(22, FALSE, SOFT),
    .source = THEME_TEXT(20, FALSE, SOFT),
    .margin = 40,
    .gap = 24,
    .line_gap = 6,
    .tick_length = 10,
    .label_gap = 13,
    .panel_gap = 40,
    .point_radius = 6,
    .band_padding = 0.28,
    .tick_spacing_x = 210,
    .tick_spacing_y = 125,
    .grid_width = 1.25,
    .zero_width = 2,
    .line_width = 4,
};
