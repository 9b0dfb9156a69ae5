// The same ends of the axes in several figures.
#pragma once

#include "batch/plan.h"

/* Gives the figures of the plan from index first on the domains that hold all of theirs, as
 * --x-domain and --y-domain, where an axis shows numbers or times and the user set no end of it.
 * Lengths keep their zero, as each figure's own domain has it. A figure that cannot be drawn is
 * left out: it says so when it is drawn. What could not be made the same is a note at the place. */
void same_scales_set(Plan *plan, guint first, Where where);
