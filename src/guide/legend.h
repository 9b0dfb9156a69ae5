// The key of the colours: samples with names, in the order of the data.
#pragma once

#include "mark/mark.h"

/* A row (or more) of samples from left to right; NULL when no series has a name. Borrows the
 * series. */
Box *legend_box_new(const Series *series, guint n, const MarkType *mark);
