// The key of the sizes: a few circles with their values.
#pragma once

#include "layout/box.h"

typedef struct {
    double radius;     /* px */
    const char *label; /* its value */
} SizeKey;

/* Circles side by side after their title, which may be NULL. Borrows everything. */
Box *size_legend_box_new(const char *title, const SizeKey *keys, guint n, Color color);
