// Statistics of plain arrays: quartiles, densities, trends, intervals. Pure functions; nothing here
// is missing or infinite unless a comment says so.
#pragma once

#include <glib.h>

/* The values that are finite, ascending; the others are left out. Caller frees. */
double *statistics_sorted(const double *values, gsize n, gsize *ret_n);

/* 0 when n is 0. */
double statistics_mean(const double *values, gsize n);
/* Of a sample (n - 1); 0 when n is below 2. Two passes, so that large means do no harm. */
double statistics_deviation(const double *values, gsize n);

/* Type 7 of R. J. Hyndman, Y. Fan, American Statistician 50 (1996): linear between the order
 * statistics, the first is p = 0 and the last p = 1. n > 0, 0 <= p <= 1. */
double statistics_quantile(const double *sorted, gsize n, double p);

/* J. W. Tukey, Exploratory Data Analysis (1977), with the quartiles of statistics_quantile(). A
 * whisker ends at the furthest value within 1.5 interquartile ranges of the box, at the box when
 * there is none beyond it. */
typedef struct {
    double low, q1, median, q3, high;
    gsize n_below; /* outliers: sorted[0] to sorted[n_below - 1] */
    gsize n_above; /* and the last n_above values */
} BoxSummary;
BoxSummary statistics_box(const double *sorted, gsize n); /* n > 0 */

/* The interval of E. B. Wilson, JASA 22 (1927), at 95 %, for a share (0 to 1) of n > 0 answers. */
void statistics_wilson(double share, double n, double *ret_low, double *ret_high);

/* The line of least squares. Pairs with a part that is not finite are left out. FALSE when those
 * left have fewer than two different x. */
typedef struct {
    double slope, intercept;
    gsize n; /* pairs it is made of */
} LinearFit;
gboolean statistics_linear(const double *x, const double *y, gsize n, LinearFit *ret_fit);

/* Local regression (W. S. Cleveland, JASA 74 (1979); without its robust steps): at each point a
 * line through the nearest span * n pairs (at least 2), weighted by the tricube of their distance;
 * their weighted mean where their x lie too close together for a slope. 0 < span <= 1; 0.75 is
 * usual. Pairs that are as far as the last of them belong to them. Pairs with a part that is not
 * finite are left out. FALSE when fewer than two different x are left. */
gboolean statistics_loess(const double *x, const double *y, gsize n, double span, const double *at,
                          gsize n_at, double *ret_y);

/* The bandwidth of a Gaussian kernel: S. J. Sheather, M. C. Jones, JRSS B 53 (1991), "solve the
 * equation", on 1,000 bins; where that has no solution (quartiles that are equal) the rule of B. W.
 * Silverman, Density Estimation (1986), 3.31: 0.9 min(s, IQR / 1.34) n^(-1/5), with what of the two
 * is above zero. 0 when n is 0 or all values are equal. */
double statistics_bandwidth(const double *sorted, gsize n);

/* The density of a Gaussian kernel at the points `at`, integral 1. bandwidth > 0, n > 0. From 4,096
 * values upwards they are first gathered linearly on a grid of a 32nd of the bandwidth (M. P. Wand,
 * J. Computational and Graphical Statistics 3 (1994)), as long as that has fewer points. */
void statistics_density(const double *sorted, gsize n, double bandwidth, const double *at,
                        gsize n_at, double *ret_density);
