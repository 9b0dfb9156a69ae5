// Fisher's exact grouping of sorted numbers.
#include "scale/classes_internal.h"

#include <math.h>

/* Sums over the values before each one. Their origin is the median and not the first group: most
 * differences are then between small sums, and an outlier does not drown the rest. */
typedef struct {
    double *weight, *sum, *squares;
    double *before, *best; /* the least cost of values 0..i in one class less, and in this many */
    guint *starts;         /* [classes][values]: where the last class then begins */
    guint n;
} Jenks;

static void
jenks_clear(Jenks *jenks)
{
    g_free(jenks->weight);
    g_free(jenks->sum);
    g_free(jenks->squares);
    g_free(jenks->before);
    g_free(jenks->best);
    g_free(jenks->starts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Jenks, jenks_clear)

/* From the share of each value alone to sums from the middle value on, to both sides. */
static void
accumulate(double *sums, guint n)
{
    guint middle = n / 2;
    double backwards = 0, forwards = 0;

    for (guint i = middle; i < n; i++) {
        double own = sums[i];

        sums[i] = forwards;
        forwards += own;
    }
    sums[n] = forwards;
    for (guint i = middle; i > 0; i--) {
        backwards -= sums[i - 1];
        sums[i - 1] = backwards;
    }
}

/* Sums of all values, scaled so that no square overflows. */
static Jenks
jenks_new(const ClassValue *values, guint n, guint n_classes)
{
    double origin = values[n / 2].value / 2;
    double range = values[n - 1].value / 2 - values[0].value / 2;
    Jenks jenks = { .n = n };

    jenks.weight = g_new0(double, n + 1);
    jenks.sum = g_new0(double, n + 1);
    jenks.squares = g_new0(double, n + 1);
    jenks.before = g_new0(double, n);
    jenks.best = g_new0(double, n);
    jenks.starts = g_new0(guint, (gsize)n * n_classes);
    for (guint i = 0; i < n; i++) {
        double x = range > 0 ? (values[i].value / 2 - origin) / range : 0;

        jenks.weight[i] += values[i].weight;
        jenks.sum[i] += values[i].weight * x;
        jenks.squares[i] += values[i].weight * x * x;
    }
    accumulate(jenks.weight, n);
    accumulate(jenks.sum, n);
    accumulate(jenks.squares, n);
    return jenks;
}

/* Squared distances of values first..last to their mean. */
static double
jenks_cost(const Jenks *jenks, guint first, guint last)
{
    double weight = jenks->weight[last + 1] - jenks->weight[first];
    double sum = jenks->sum[last + 1] - jenks->sum[first];

    return MAX(0, jenks->squares[last + 1] - jenks->squares[first] - sum * sum / weight);
}

/* Fills best[from..to], knowing that the last class begins between low and high: the best beginning
 * never moves back as the end moves on, so the middle one halves the search of both sides. */
static void
jenks_fill(Jenks *jenks, guint *starts, guint from, guint to, guint low, guint high)
{
    guint middle = from + (to - from) / 2;
    guint chosen = MAX(low, 1);
    double least = INFINITY;

    for (guint start = MAX(low, 1); start <= MIN(high, middle); start++) {
        double cost = jenks->before[start - 1] + jenks_cost(jenks, start, middle);

        if (cost < least) {
            least = cost;
            chosen = start;
        }
    }
    jenks->best[middle] = least;
    starts[middle] = chosen;
    if (middle > from)
        jenks_fill(jenks, starts, from, middle - 1, low, chosen);
    if (middle < to)
        jenks_fill(jenks, starts, middle + 1, to, chosen, high);
}

void
jenks_starts(const ClassValue *values, guint n, guint n_classes, guint *ret_starts)
{
    g_auto(Jenks) jenks = jenks_new(values, n, n_classes);
    guint last = jenks.n - 1;

    for (guint i = 0; i < jenks.n; i++)
        jenks.best[i] = jenks_cost(&jenks, 0, i);
    for (guint k = 1; k < n_classes; k++) {
        double *swap = jenks.before;

        jenks.before = jenks.best;
        jenks.best = swap;
        /* k + 1 classes need as many values; ends before that are never asked for. */
        jenks_fill(&jenks, jenks.starts + (gsize)k * jenks.n, k, jenks.n - 1, k, jenks.n - 1);
    }
    ret_starts[0] = 0;
    for (guint k = n_classes - 1; k > 0; k--) {
        guint start = jenks.starts[(gsize)k * jenks.n + last];

        ret_starts[k] = start;
        last = start - 1;
    }
}
