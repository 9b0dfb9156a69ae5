// The key of the colours: samples with names, in the order of the data.
#pragma once

#include "mark/mark.h"

/* Rows of samples from left to right, or one under the other; NULL when no series has a name.
 * Borrows the series. */
Box *legend_box_new(const Series *series, guint n, const MarkType *mark, gboolean column);
