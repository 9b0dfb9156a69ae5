// The parts of the unit chart: units.c binds, units_mark.c draws.
#pragma once

#include "charts/parts.h"

/* The end of the items that stand in one row of symbols with an item. */
gsize units_row_end(const Parts *parts, gsize item);
/* How many symbols the items from first to before end have. */
guint units_count(const Parts *parts, gsize first, gsize end);
