// The key of widths or sizes: a few lines or circles with their values.
#pragma once

#include "layout/box.h"

typedef enum { SAMPLE_LINES, SAMPLE_CIRCLES } SampleKind;

typedef struct {
    double size;       /* px: of a line the width, of a circle the radius */
    const char *label; /* its value */
} SampleKey;

/* Samples side by side after their title, which may be NULL, or one below the other. Borrows
 * everything. */
Box *sample_legend_new(SampleKind kind, const char *title, const SampleKey *keys, guint n,
                       Color color, gboolean column);
