// Sums that lose next to nothing to rounding.
#pragma once

#include <math.h>

/* A. Neumaier, ZAMM 54 (1974): the rounding error of each addition is kept and added at the end. */
typedef struct {
    double total, lost;
} Sum;

static inline void
sum_add(Sum *sum, double value)
{
    double total = sum->total + value;

    if (fabs(sum->total) >= fabs(value))
        sum->lost += (sum->total - total) + value;
    else
        sum->lost += (value - total) + sum->total;
    sum->total = total;
}

/* Infinite when the sum is too large for a double. */
static inline double
sum_result(Sum sum)
{
    return isfinite(sum.total) ? sum.total + sum.lost : sum.total;
}
