#include "charts/strip_swarm.h"

#include <math.h>

/* Dots at less than this are the same on any screen. */
#define SAME_PX 0.25
/* A swarm of more dots than this in one category is not tried. */
#define MOST_DOTS 20000

/* Whether a dot at this offset is clear of the dots `first` to `i` - 1. */
static gboolean
swarm_is_free(const double *at, const double *offset, gsize first, gsize i, double d, double try)
{
    for (gsize j = first; j < i; j++) {
        double along = at[i] - at[j], across = try - offset[j];

        if (along * along + across * across < d * d - 1e-6)
            return FALSE;
    }
    return TRUE;
}

/* The free offset nearest to the middle: there, or touching one of the dots before. */
static double
swarm_place(const double *at, const double *offset, gsize first, gsize i, double d)
{
    double best = INFINITY;

    if (swarm_is_free(at, offset, first, i, d, 0))
        return 0;
    for (gsize j = first; j < i; j++) {
        double along = at[i] - at[j], reach = sqrt(MAX(0, d * d - along * along));
        const double tries[] = { offset[j] + reach, offset[j] - reach };

        for (guint k = 0; k < G_N_ELEMENTS(tries); k++)
            if (fabs(tries[k]) < fabs(best) - 1e-9 &&
                swarm_is_free(at, offset, first, i, d, tries[k]))
                best = tries[k];
    }
    return best;
}

gboolean
strip_swarm(const double *at, gsize n, double d, double half, double *ret_offset)
{
    gsize first = 0;

    if (n > MOST_DOTS)
        return FALSE;
    for (gsize i = 0; i < n; i++) {
        while (at[i] - at[first] >= d)
            first++;
        ret_offset[i] = swarm_place(at, ret_offset, first, i, d);
        if (fabs(ret_offset[i]) + d / 2 > half)
            return FALSE;
    }
    return TRUE;
}

/* The end of the stretch of d px that the dot `first` lies in. */
static gsize
stack_end(const double *at, gsize n, double d, gsize first)
{
    gsize end = first + 1;

    while (end < n && floor(at[end] / d) == floor(at[first] / d))
        end++;
    return end;
}

gsize
strip_fullest(const double *at, gsize n, double d)
{
    gsize most = 0;

    for (gsize i = 0, end; i < n; i = end) {
        end = stack_end(at, n, d, i);
        most = MAX(most, end - i);
    }
    return most;
}

void
strip_stack(const double *at, gsize n, double d, double step, double *ret_offset)
{
    for (gsize i = 0, end; i < n; i = end) {
        double last = NAN;

        end = stack_end(at, n, d, i);
        for (gsize k = i; k < end; k++) {
            double offset = ((double)(k - i) - (double)(end - i - 1) / 2) * step;
            gboolean covered = !isnan(last) && offset - last < SAME_PX;

            ret_offset[k] = covered ? NAN : offset;
            last = covered ? last : offset;
        }
    }
}
