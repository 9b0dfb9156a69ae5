// Bins of numbers and times. Private to this room; what they are stands at transform_bin().
#pragma once

#include "transform/transform.h"

/* By Freedman and Diaconis, Scott, Sturges, or for a number of bins; 0 when all values are equal.
 * n > 0. */
double bin_wished_width(const double *sorted, gsize n, guint n_wished);

/* Calendar periods, not finer than unit, that cover times; n > 0. */
Bins *bin_times(const double *sorted, gsize n, guint n_wished, TimeUnit unit);
