// The sizes that themes share: an article page, and a slide seen from the back of a room.
#pragma once

#include "theme/theme.h"

/* clang-format off */
#define THEME_TEXT(text_size, is_bold, text_color) \
    { .size = (text_size), .bold = (is_bold), .color = COLOR_INIT(text_color) }

#define THEME_SIZES(f, ink, soft)                          \
    .title = THEME_TEXT(20 * (f), TRUE, ink),              \
    .subtitle = THEME_TEXT(15 * (f), FALSE, soft),         \
    .panel_title = THEME_TEXT(14 * (f), TRUE, ink),        \
    .annotation = THEME_TEXT(13.5 * (f), FALSE, ink),      \
    .label = THEME_TEXT(13 * (f), FALSE, ink),             \
    .axis = THEME_TEXT(12 * (f), FALSE, soft),             \
    .source = THEME_TEXT(11 * (f), FALSE, soft),           \
    .margin = 16 * (f),                                    \
    .gap = 14 * (f),                                       \
    .line_gap = 3 * (f),                                   \
    .tick_length = 5 * (f),                                \
    .label_gap = 8 * (f),                                  \
    .panel_gap = 24 * (f),                                 \
    .point_radius = 3.5 * (f),                             \
    .band_padding = 0.28,                                  \
    .tick_spacing_x = 90 * (f),                            \
    .tick_spacing_y = 56 + 24 * (f)

#define THEME_LINES(f)            \
    .grid_width = 1,              \
    .zero_width = 1.25 * (f),     \
    .line_width = 2.25 * (f)
/* clang-format on */
