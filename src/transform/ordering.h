// Rows in order of their cells. Private to this room.
#pragma once

#include "data/column.h"

/* The rows 0 to column->length - 1 in order of the cells, equal ones as they stood, missing last in
 * both directions. Text by Unicode bytes, or by the order of its levels. Caller frees. */
gsize *ordering_of(const Column *column, gboolean descending, gboolean by_level);
