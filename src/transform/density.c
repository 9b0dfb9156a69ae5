#include "transform/statistics.h"

#include <math.h>

#define N_BINS 1000
#define GATHER_FROM 4096
#define GRID_FRACTION 32
#define KERNEL_REACH 8.5 /* bandwidths; beyond them the kernel is below a double's last bit */

/* By distance in bins: how many pairs of values lie so far apart. */
typedef struct {
    double counts[N_BINS];
    double bin; /* width of one */
    double n;   /* values */
} Distances;

/* FALSE when the range is no number, or too small to be divided. */
static gboolean
count_distances(Distances *distances, const double *sorted, gsize n)
{
    g_autofree double *in_bins = g_new0(double, N_BINS);

    /* A little more than the range, so that the greatest value has a bin. */
    distances->bin = (sorted[n - 1] - sorted[0]) * 1.01 / N_BINS;
    distances->n = (double)n;
    if (!isnormal(distances->bin))
        return FALSE;
    for (gsize i = 0; i < n; i++)
        in_bins[(gsize)((sorted[i] - sorted[0]) / distances->bin)]++;
    for (guint d = 0; d < N_BINS; d++) {
        distances->counts[d] = 0;
        for (guint i = 0; i + d < N_BINS; i++)
            distances->counts[d] +=
                d == 0 ? in_bins[i] * (in_bins[i] - 1) / 2 : in_bins[i] * in_bins[i + d];
    }
    return TRUE;
}

/* Estimates of the integrals of f f'''' and f f'''''' at bandwidth h: the means of the fourth and
 * the sixth derivative of the kernel over all pairs. Sheather and Jones call them S(h) and -T(h).
 */
static double
mean_derivative(const Distances *distances, double h, gboolean sixth)
{
    double sum = 0, n = distances->n;

    for (guint d = 0; d < N_BINS; d++) {
        double z = d * distances->bin / h, s = z * z;

        if (s >= 1000)
            break;
        sum += exp(-s / 2) * distances->counts[d] *
               (sixth ? ((s - 15) * s + 45) * s - 15 : (s - 6) * s + 3);
    }
    sum = 2 * sum + n * (sixth ? -15 : 3);
    return sum / (n * (n - 1) * pow(h, sixth ? 7 : 5) * sqrt(2 * G_PI));
}

/* What the equation wants the bandwidth to be less what it is. */
static double
excess(const Distances *distances, double ratio, double h)
{
    double roughness = mean_derivative(distances, ratio * pow(h, 5.0 / 7), FALSE);

    return pow(1 / (2 * sqrt(G_PI) * distances->n * roughness), 0.2) - h;
}

/* The root, when it lies between a tenth and the whole of the greatest sensible bandwidth or near
 * them; else NaN. */
static double
solve(const Distances *distances, double ratio, double greatest)
{
    double low = greatest / 10, high = greatest;
    double at_low = excess(distances, ratio, low), at_high = excess(distances, ratio, high);

    for (guint i = 0; i < 40 && at_low * at_high > 0; i++) {
        if (i % 2 == 0)
            at_high = excess(distances, ratio, high *= 1.2);
        else
            at_low = excess(distances, ratio, low /= 1.2);
    }
    if (!(at_low * at_high <= 0))
        return NAN;
    while (high - low > 1e-9 * greatest) {
        double middle = low + (high - low) / 2, at_middle = excess(distances, ratio, middle);

        if (at_low * at_middle <= 0) {
            high = middle;
        } else {
            low = middle;
            at_low = at_middle;
        }
    }
    return low + (high - low) / 2;
}

static double
sheather_jones(const double *sorted, gsize n, double scale)
{
    g_autofree Distances *distances = g_new(Distances, 1);
    double count = (double)n, fourth, sixth;

    if (!count_distances(distances, sorted, n))
        return NAN;
    fourth = mean_derivative(distances, 1.24 * scale * pow(count, -1.0 / 7), FALSE);
    sixth = -mean_derivative(distances, 1.23 * scale * pow(count, -1.0 / 9), TRUE);
    if (!isfinite(fourth) || !isfinite(sixth) || fourth <= 0 || sixth <= 0)
        return NAN;
    return solve(distances, 1.357 * pow(fourth / sixth, 1.0 / 7), 1.144 * scale * pow(count, -0.2));
}

double
statistics_bandwidth(const double *sorted, gsize n)
{
    double deviation, spread, h = NAN;

    if (n == 0 || !(sorted[n - 1] > sorted[0]))
        return 0;
    deviation = statistics_deviation(sorted, n);
    spread = statistics_quantile(sorted, n, 0.75) - statistics_quantile(sorted, n, 0.25);
    if (spread > 0)
        h = sheather_jones(sorted, n, MIN(deviation, spread / 1.349));
    if (isfinite(h) && h > 0)
        return h;
    return 0.9 * (spread > 0 ? MIN(deviation, spread / 1.34) : deviation) * pow((double)n, -0.2);
}

/* Points with weights that stand for the values. */
typedef struct {
    gsize n;
    double *places, *weights;
} Cloud;

/* Each value is shared between the two grid points beside it. */
static void
gather(Cloud *cloud, const double *sorted, gsize n, double step)
{
    for (gsize i = 0; i < cloud->n; i++) {
        cloud->places[i] = sorted[0] + step * (double)i;
        cloud->weights[i] = 0;
    }
    for (gsize i = 0; i < n; i++) {
        double place = fmin((sorted[i] - sorted[0]) / step, (double)(cloud->n - 1));
        gsize below = MIN((gsize)place, cloud->n - 2);

        cloud->weights[below] += 1 - (place - (double)below);
        cloud->weights[below + 1] += place - (double)below;
    }
}

static gsize
first_not_below(const double *sorted, gsize n, double value)
{
    gsize low = 0, high = n;

    while (low < high) {
        gsize middle = low + (high - low) / 2;

        if (sorted[middle] < value)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static double
density_at(const Cloud *cloud, double bandwidth, double at)
{
    double sum = 0;

    for (gsize i = first_not_below(cloud->places, cloud->n, at - KERNEL_REACH * bandwidth);
         i < cloud->n && cloud->places[i] <= at + KERNEL_REACH * bandwidth; i++) {
        double z = (at - cloud->places[i]) / bandwidth;

        sum += cloud->weights[i] * exp(-z * z / 2);
    }
    return sum;
}

void
statistics_density(const double *sorted, gsize n, double bandwidth, const double *at, gsize n_at,
                   double *ret_density)
{
    double step = bandwidth / GRID_FRACTION, steps;
    gboolean gathers;
    g_autofree double *places = NULL, *weights = NULL;
    Cloud cloud = { .n = n };

    g_assert(n > 0 && bandwidth > 0);
    steps = ceil((sorted[n - 1] - sorted[0]) / step) + 2;
    gathers = n >= GATHER_FROM && steps < (double)n;
    if (gathers)
        cloud.n = (gsize)steps;
    places = g_new(double, cloud.n);
    weights = g_new(double, cloud.n);
    cloud.places = places;
    cloud.weights = weights;
    if (gathers)
        gather(&cloud, sorted, n, step);
    for (gsize i = 0; i < cloud.n && !gathers; i++) {
        places[i] = sorted[i];
        weights[i] = 1;
    }
    for (gsize i = 0; i < n_at; i++)
        ret_density[i] =
            density_at(&cloud, bandwidth, at[i]) / ((double)n * bandwidth * sqrt(2 * G_PI));
}
