#include "transform/window.h"

#include <math.h>

const TransformType change_transform = {
    "change",
    "takes the difference from the period before, or from the first",
    "--change absolute|percent[,first]",
};

/* The place of the value to compare with, G_MAXSIZE for none; *first is that of the first value
 * so far. */
static gsize
base_of(const Window *window, gsize start, gsize i, gsize *first)
{
    if (*first == G_MAXSIZE && !isnan(window->value->values[window->rows[i]]))
        *first = i;
    if (window->spec->from_first)
        return *first;
    return i > start && window_follows(window, i) ? i - 1 : G_MAXSIZE;
}

gboolean
window_change(Window *window, GError **error)
{
    guint64 n_undefined = 0;
    gsize first_undefined = 0;

    (void)error;
    for (guint32 s = 0; s < window->n_series; s++) {
        gsize first = G_MAXSIZE;

        for (gsize i = window->starts[s]; i < window->starts[s + 1]; i++) {
            gsize row = window->rows[i], base = base_of(window, window->starts[s], i, &first);
            double value = window->value->values[row], before;

            if (base == G_MAXSIZE || isnan(value))
                continue;
            before = window->value->values[window->rows[base]];
            if (!window->spec->percent)
                window->out[row] = value - before;
            else if (before > 0)
                window->out[row] = (value - before) / before * 100;
            else if (n_undefined++ == 0)
                first_undefined = row;
        }
    }
    if (n_undefined > 0)
        report_add(window->report, SEVERITY_WARNING,
                   table_where(window->table, first_undefined, window->value), n_undefined,
                   "%" G_GUINT64_FORMAT " %s of column \"%s\" in percent %s left out, from a value "
                   "of zero or less",
                   n_undefined, n_undefined == 1 ? "change" : "changes", window->value->name,
                   n_undefined == 1 ? "is" : "are");
    return TRUE;
}
