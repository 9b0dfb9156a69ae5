#include "transform/statistics.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
    double x, y;
} Pair;

/* A total order, so that the sums below are the same for any order of the rows. */
static int
compare_pairs(const void *a, const void *b)
{
    const Pair *left = a, *right = b;

    if (left->x != right->x)
        return left->x < right->x ? -1 : 1;
    return left->y < right->y ? -1 : left->y > right->y;
}

static Pair *
sorted_pairs(const double *x, const double *y, gsize n, gsize *ret_n)
{
    Pair *pairs = g_new(Pair, n + 1);
    gsize n_pairs = 0;

    for (gsize i = 0; i < n; i++) {
        if (isfinite(x[i]) && isfinite(y[i]))
            pairs[n_pairs++] = (Pair){ x[i], y[i] };
    }
    if (n_pairs > 0)
        qsort(pairs, n_pairs, sizeof *pairs, compare_pairs);
    *ret_n = n_pairs;
    return pairs;
}

/* The first of the q pairs that lie nearest to a point. They stand side by side: the window moves
 * up while the pair that enters is nearer than the one that leaves. */
static gsize
nearest_window(const Pair *pairs, gsize n, gsize q, double at)
{
    gsize low = 0, high = n - q;

    while (low < high) {
        gsize middle = low + (high - low) / 2;

        if (pairs[middle + q].x - at < at - pairs[middle].x)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static double
tricube(double ratio)
{
    double rest = 1 - ratio * ratio * ratio;

    return ratio < 1 ? rest * rest * rest : 0;
}

/* The weighted line through the pairs of a window, at one point. */
static double
local_line(const Pair *pairs, gsize q, double reach, double at, double range)
{
    double weights = 0, sum_x = 0, sum_y = 0, squares = 0, products = 0;

    for (gsize i = 0; i < q; i++) {
        double weight = reach > 0 ? tricube(fabs(pairs[i].x - at) / reach) : 1;

        weights += weight;
        sum_x += weight * pairs[i].x;
        sum_y += weight * pairs[i].y;
    }
    /* All of them lie at the very edge, to the same distance: their mean. */
    if (weights == 0) {
        for (gsize i = 0; i < q; i++)
            sum_y += (pairs[i].y - sum_y) / (double)(i + 1);
        return sum_y;
    }
    for (gsize i = 0; i < q; i++) {
        double weight = reach > 0 ? tricube(fabs(pairs[i].x - at) / reach) : 1;
        double off = pairs[i].x - sum_x / weights;

        squares += weight * off * off;
        products += weight * off * (pairs[i].y - sum_y / weights);
    }
    /* Cleveland's bound (netlib's lowess): a slope needs x that spread by a thousandth. */
    if (sqrt(squares / weights) <= 0.001 * range)
        return sum_y / weights;
    return sum_y / weights + products / squares * (at - sum_x / weights);
}

/* A window of q pairs cuts through those that share the x of its edge, and would take the lowest of
 * them; all that lie as near belong to it. */
static double
local_value(const Pair *pairs, gsize n, gsize q, double at)
{
    gsize first = nearest_window(pairs, n, q, at), end = first + q;
    double reach = MAX(fabs(at - pairs[first].x), fabs(pairs[end - 1].x - at));

    while (first > 0 && fabs(at - pairs[first - 1].x) <= reach)
        first--;
    while (end < n && fabs(pairs[end].x - at) <= reach)
        end++;
    return local_line(pairs + first, end - first, reach, at, pairs[n - 1].x - pairs[0].x);
}

gboolean
statistics_loess(const double *x, const double *y, gsize n, double span, const double *at,
                 gsize n_at, double *ret_y)
{
    gsize n_pairs, q;
    g_autofree Pair *pairs = sorted_pairs(x, y, n, &n_pairs);

    g_assert(span > 0 && span <= 1);
    if (n_pairs < 2 || !(pairs[n_pairs - 1].x > pairs[0].x))
        return FALSE;
    q = CLAMP((gsize)(span * (double)n_pairs + 1e-7), 2, n_pairs);
    for (gsize i = 0; i < n_at; i++)
        ret_y[i] = local_value(pairs, n_pairs, q, at[i]);
    return TRUE;
}
