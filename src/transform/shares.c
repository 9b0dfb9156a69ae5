// Shares for people, which add up although each of them is rounded.
#include "transform/transform.h"

#include <math.h>
#include <stdlib.h>

/* What is left of a share when it is rounded down, in units of the last decimal. */
typedef struct {
    double remainder;
    gsize index;
} Rest;

static int
compare_rests(const void *a, const void *b)
{
    const Rest *left = a, *right = b;

    if (left->remainder != right->remainder)
        return left->remainder > right->remainder ? -1 : 1;
    return left->index < right->index ? -1 : left->index > right->index;
}

/* Down to whole units. A share that is one but for the last bits is taken for it, and remainders
 * that differ in the last bits only are equal. */
static double
round_down(double units, double *ret_remainder)
{
    double nearest = rint(units), below = floor(units);

    if (fabs(units - nearest) <= 1e-9 * MAX(1, fabs(units))) {
        *ret_remainder = 0;
        return nearest;
    }
    *ret_remainder = rint((units - below) * 1e9);
    return below;
}

void
shares_round(double *shares, gsize n, int decimals)
{
    g_autofree Rest *rests = g_new(Rest, n + 1);
    double scale = 1, total = 0, given = 0;
    gsize n_rests = 0;

    g_assert(decimals >= 0 && decimals <= 12);
    for (int i = 0; i < decimals; i++)
        scale *= 10;
    for (gsize i = 0; i < n; i++) {
        if (isnan(shares[i]))
            continue;
        total += shares[i] * scale;
        shares[i] = round_down(shares[i] * scale, &rests[n_rests].remainder);
        given += shares[i];
        rests[n_rests++].index = i;
    }
    if (n_rests > 0)
        qsort(rests, n_rests, sizeof *rests, compare_rests);
    for (gsize i = 0; i < n_rests && given < rint(total); i++) {
        shares[rests[i].index]++;
        given++;
    }
    for (gsize i = 0; i < n; i++)
        shares[i] = shares[i] / scale;
}
