#include "transform/window.h"

#include <math.h>

#include "base/sum.h"

const TransformType cumulative_transform = {
    "cumulative",
    "sums up the values of each series along x",
    "--cumulative",
};

gboolean
window_cumulative(Window *window, GError **error)
{
    guint64 n_missing = 0;
    gsize first = 0;

    (void)error;
    for (guint32 s = 0; s < window->n_series; s++) {
        Sum sum = { 0, 0 };

        for (gsize i = window->starts[s]; i < window->starts[s + 1]; i++) {
            gsize row = window->rows[i];

            if (isnan(window->value->values[row])) {
                if (n_missing++ == 0)
                    first = row;
                continue;
            }
            sum_add(&sum, window->value->values[row]);
            window->out[row] = sum_result(sum);
        }
    }
    if (n_missing > 0)
        report_add(window->report, SEVERITY_WARNING,
                   table_where(window->table, first, window->value), n_missing,
                   "the sums go on over %" G_GUINT64_FORMAT " missing %s of column \"%s\"",
                   n_missing, n_missing == 1 ? "value" : "values", window->value->name);
    return TRUE;
}
