// Names with a colour of their own: the pairs of --colors, typed or from a file that all figures of
// a report share.
#pragma once

#include "plot/spec.h"

typedef struct {
    char *name;
    Color color;
    gboolean shared; /* from a file: it may well be missing from this figure */
} ColorName;

/* All pairs in the order given, of ColorName; the array owns their texts. A value @FILE is a file
 * with a pair on each line: `name=color`, or CSV `name,color` with or without a header; lines that
 * begin with # are comments. NULL and an error that names the option, or file and line. */
GArray *color_names_read(const GPtrArray *values, GError **error);
