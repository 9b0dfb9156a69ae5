// The line in the middle of a box.
#pragma once

#include "mark/mark.h"

extern const MarkType mark_median;
