#include "transform/bin.h"

#include <math.h>

#include "base/number.h"
#include "transform/statistics.h"
#include "transform/transform.h"

const TransformType bin_transform = {
    "bin",
    "cuts numbers and times into bins with round edges",
    "bin(COLUMN), bin(COLUMN, N)",
};

#define STURGES_BELOW 30
#define BINS_WISHED_MAX 200
#define DIGITS 15 /* that a double surely has */
#define DIGITS_OF_ONE 6
#define DECIMALS 12 /* that are looked for; a number with more is taken for any number */
#define LEAST_POWER -290

/* The width factor * 10^power; edges are its multiples. */
typedef struct {
    double factor;
    int power;
} Step;

void
bins_free(Bins *bins)
{
    if (bins == NULL)
        return;
    g_free(bins->edges);
    g_free(bins);
}

double
bin_wished_width(const double *sorted, gsize n, guint n_wished)
{
    double range = sorted[n - 1] - sorted[0], count = (double)n, width, spread;

    if (n_wished > 0)
        return range / n_wished;
    if (n < STURGES_BELOW) {
        width = range / (1 + log2(count));
    } else {
        spread = statistics_quantile(sorted, n, 0.75) - statistics_quantile(sorted, n, 0.25);
        width = (spread > 0 ? 2 * spread : 3.49 * statistics_deviation(sorted, n)) / cbrt(count);
    }
    return MAX(width, range / BINS_WISHED_MAX);
}

/* Divides by a power of ten where it is below one: 3 / 10 is 0.3, and 3 * 0.1 is not. */
static double
multiple(Step step, double index)
{
    double units = index * step.factor;

    return step.power < 0 ? units / pow(10, -step.power) : units * pow(10, step.power);
}

/* The power of ten of which all values are multiples; one far below them when there is none. Equal
 * values get a bin whose edges are short enough to be read. */
static int
precision_of(const double *sorted, gsize n)
{
    double largest = MAX(fabs(sorted[0]), fabs(sorted[n - 1]));
    int digits = sorted[0] < sorted[n - 1] ? DIGITS : DIGITS_OF_ONE;
    int finest = largest > 0 ? (int)floor(log10(largest)) - digits + 1 : 0;
    int decimals = number_common_decimals(sorted, n, DECIMALS), power = 0;

    finest = MAX(finest, LEAST_POWER);
    if (decimals == DECIMALS)
        return finest;
    if (decimals > 0)
        return MAX(-decimals, finest);
    for (double unit = 10; unit <= largest && power < DIGITS; unit *= 10, power++) {
        for (gsize i = 0; i < n; i++) {
            if (fmod(sorted[i], unit) != 0)
                return MAX(power, finest);
        }
    }
    return MAX(power, finest);
}

static Step
nearest_step(double wished, int precision)
{
    static const double factors[] = { 1, 2, 2.5, 5 };
    Step best = { 1, precision };
    double best_distance = INFINITY;
    int power = wished > 0 ? (int)floor(log10(wished)) : precision;

    for (int p = MAX(power, precision); p <= power + 1; p++) {
        for (guint f = 0; f < G_N_ELEMENTS(factors); f++) {
            Step step = { factors[f], p };
            double distance = fabs(log(multiple(step, 1) / wished));

            if (distance < best_distance && (factors[f] != 2.5 || p > precision)) {
                best_distance = distance;
                best = step;
            }
        }
    }
    return best;
}

/* The bin of a value counted from zero. The quotient may be off by one for its last bits. */
static double
index_of(Step step, double value)
{
    double index = floor(value / multiple(step, 1));

    if (value < multiple(step, index))
        return index - 1;
    return value >= multiple(step, index + 1) ? index + 1 : index;
}

static Bins *
bins_of_numbers(const double *sorted, gsize n, guint n_wished)
{
    int precision = precision_of(sorted, n);
    Step step = nearest_step(bin_wished_width(sorted, n, n_wished), precision);
    double first = index_of(step, sorted[0]), last = index_of(step, sorted[n - 1]);
    Bins *bins = g_new0(Bins, 1);

    /* The greatest value would have a bin of its own, as 100 in percentages. */
    if (last > first && sorted[n - 1] == multiple(step, last) && step.power > precision)
        last--;
    bins->n = (guint)(last - first) + 1;
    bins->width = multiple(step, 1);
    bins->step = 1;
    bins->edges = g_new(double, bins->n + 1);
    for (guint i = 0; i <= bins->n; i++)
        bins->edges[i] = multiple(step, first + i);
    return bins;
}

static guint
find_bin(const Bins *bins, double value)
{
    guint low = 0, high = bins->n;

    while (high - low > 1) {
        guint middle = low + (high - low) / 2;

        if (bins->edges[middle] <= value)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static Column *
binned_column(const Column *column, const Bins *bins)
{
    g_autofree char *name = g_strdup_printf("bin(%s)", column->name);
    Column *starts = column_new(name, column->type, column->length);

    starts->unit = column->type == COLUMN_TIME ? bins->unit : column->unit;
    starts->symbol = g_strdup(column->symbol);
    for (gsize i = 0; i < column->length; i++) {
        if (!isnan(column->values[i]))
            starts->values[i] = bins->edges[find_bin(bins, column->values[i])];
    }
    return starts;
}

static gboolean
check(const Table *table, const Column *column, guint n, GError **error)
{
    if (column->type == COLUMN_TEXT) {
        error_set(error, ERROR_USAGE, (Where){ .file = table->file },
                  "bin needs numbers or times, and column \"%s\" is of type text", column->name);
        return FALSE;
    }
    if (n > BINS_MAX) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "bin(%s, %u) is too many bins; at most %d",
                  column->name, n, BINS_MAX);
        return FALSE;
    }
    return TRUE;
}

Column *
transform_bin(const Table *table, const Column *column, guint n, Bins **ret_bins, GError **error)
{
    g_autofree double *sorted = NULL;
    g_autoptr(Bins) bins = NULL;
    Column *starts;
    gsize n_sorted;

    if (!check(table, column, n, error))
        return NULL;
    sorted = statistics_sorted(column->values, column->length, &n_sorted);
    if (n_sorted == 0) {
        bins = g_new0(Bins, 1);
        bins->edges = g_new0(double, 1);
        bins->unit = column->unit;
        bins->step = 1;
    } else if (!isfinite(2 * (sorted[n_sorted - 1] - sorted[0])) || !isfinite(2 * sorted[0]) ||
               !isfinite(2 * sorted[n_sorted - 1])) {
        error_set(error, ERROR_INPUT, (Where){ .file = table->file },
                  "the values of column \"%s\" are too large for bins", column->name);
        return NULL;
    } else {
        bins = column->type == COLUMN_TIME ? bin_times(sorted, n_sorted, n, column->unit)
                                           : bins_of_numbers(sorted, n_sorted, n);
    }
    starts = binned_column(column, bins);
    *ret_bins = g_steal_pointer(&bins);
    return starts;
}
