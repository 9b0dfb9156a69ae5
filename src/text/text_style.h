// How a piece of text looks. A value.
#pragma once

#include "base/color.h"

typedef struct {
    const char *family; /* NULL: the default font (Liberation Sans, Arial's metrics) */
    double size;        /* px */
    gboolean bold, italic;
    Color color;
} TextStyle;
