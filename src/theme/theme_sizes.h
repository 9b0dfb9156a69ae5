// The sizes that themes share, made for a page of an article that is 800 px wide.
#pragma once

#include "theme/theme.h"

/* clang-format off */
#define THEME_TEXT(text_size, is_bold, text_color) \
    { .size = (text_size), .bold = (is_bold), .color = COLOR_INIT(text_color) }

#define THEME_TEXTS(ink, soft)                     \
    .title = THEME_TEXT(20, TRUE, ink),            \
    .subtitle = THEME_TEXT(15, FALSE, soft),       \
    .panel_title = THEME_TEXT(14, TRUE, ink),      \
    .annotation = THEME_TEXT(13.5, FALSE, ink),    \
    .label = THEME_TEXT(13, FALSE, ink),           \
    .axis = THEME_TEXT(12.5, FALSE, soft),           \
    .source = THEME_TEXT(12, FALSE, soft)

#define THEME_SPACES       \
    .margin = 16,          \
    .gap = 14,             \
    .line_gap = 3,         \
    .tick_length = 5.5,    \
    .label_gap = 8,        \
    .panel_gap = 24,       \
    .point_radius = 3.5,   \
    .band_padding = 0.28,  \
    .tick_spacing_x = 90,  \
    .tick_spacing_y = 70

#define THEME_LINES        \
    .grid_width = 1,       \
    .zero_width = 1.25,    \
    .line_width = 2.25
/* clang-format on */
