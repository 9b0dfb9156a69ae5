// A dot a row, moved aside where it would cover another.
#pragma once

#include "mark/mark.h"

/* The largest dots, as a share of the theme's point. */
#define STRIP_LARGEST 1.25

extern const MarkType mark_strip;
