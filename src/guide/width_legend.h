// The key of the widths: a few lines with their values.
#pragma once

#include "layout/box.h"

typedef struct {
    double width;      /* px */
    const char *label; /* its value */
} WidthKey;

/* Lines side by side after their title, which may be NULL. Borrows everything. */
Box *width_legend_box_new(const char *title, const WidthKey *keys, guint n, Color color);
