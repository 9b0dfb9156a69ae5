#include "transform/window.h"

#include <math.h>

#include "base/sum.h"

const TransformType rolling_transform = {
    "rolling",
    "takes the mean of the last values of each series",
    "--rolling N[,center]",
};

/* Room for one run of values without a gap. */
typedef struct {
    double *from_start; /* of each block of `size` values: the sum up to here */
    double *to_end;     /* the sum from here to the end of the block */
    double *means;      /* of the `size` values that end here */
} Sums;

static double
value_at(const Window *window, gsize i)
{
    return window->value->values[window->rows[i]];
}

/* Means without a subtraction, so that a large value leaves no trace behind it: a window is the end
 * of one block and the start of the next (as M. van Herk, Pattern Recognition Letters 13 (1992),
 * has it for maxima). */
static void
take_means(const Window *window, gsize start, gsize n, gsize size, const Sums *sums)
{
    Sum sum = { 0, 0 };

    for (gsize i = 0; i < n; i++) {
        if (i % size == 0)
            sum = (Sum){ 0, 0 };
        sum_add(&sum, value_at(window, start + i));
        sums->from_start[i] = sum_result(sum);
    }
    sum = (Sum){ 0, 0 };
    for (gsize i = n; i-- > 0;) {
        if ((i + 1) % size == 0)
            sum = (Sum){ 0, 0 };
        sum_add(&sum, value_at(window, start + i));
        sums->to_end[i] = sum_result(sum);
    }
    for (gsize i = size - 1; i < n; i++) {
        gsize first = i + 1 - size;
        double total =
            first % size == 0 ? sums->from_start[i] : sums->to_end[first] + sums->from_start[i];

        sums->means[i] = total / (double)size;
    }
}

static void
roll(Window *window, gsize start, gsize n, const Sums *sums)
{
    gsize size = window->spec->size, half = size / 2;

    if (n < size)
        return;
    take_means(window, start, n, size, sums);
    for (gsize i = size - 1; i < n; i++) {
        if (!window->spec->center)
            window->out[window->rows[start + i]] = sums->means[i];
        else if (size % 2 == 1)
            window->out[window->rows[start + i - half]] = sums->means[i];
        else if (i >= size)
            window->out[window->rows[start + i - half]] =
                sums->means[i - 1] / 2 + sums->means[i] / 2;
    }
}

/* Runs from gap to gap. */
static void
roll_series(Window *window, guint32 series, const Sums *sums)
{
    gsize end = window->starts[series + 1], start = window->starts[series];

    while (start < end) {
        gsize next = start + 1;

        while (next < end && window_follows(window, next))
            next++;
        if (!isnan(value_at(window, start)))
            roll(window, start, next - start, sums);
        start = next;
    }
}

gboolean
window_rolling(Window *window, GError **error)
{
    gsize n = window->starts[window->n_series];
    g_autofree double *from_start = g_new(double, n + 1), *to_end = g_new(double, n + 1);
    g_autofree double *means = g_new(double, n + 1);
    const Sums sums = { from_start, to_end, means };
    g_auto(WindowNames) short_series = { 0 };
    g_autofree char *sentence = NULL;

    if (window->spec->size == 0) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "--rolling 0 is the mean of nothing");
        return FALSE;
    }
    for (guint32 s = 0; s < window->n_series; s++) {
        gboolean any = FALSE;

        roll_series(window, s, &sums);
        for (gsize i = window->starts[s]; i < window->starts[s + 1] && !any; i++)
            any = !isnan(window->out[window->rows[i]]);
        if (!any)
            window_names_add(&short_series, window, s, window->rows[window->starts[s]]);
    }
    sentence =
        g_strdup_printf("never have the %u values in a row of a rolling mean",
                        window->spec->size + (window->spec->center && window->spec->size % 2 == 0));
    window_names_remark(&short_series, window, sentence);
    return TRUE;
}
