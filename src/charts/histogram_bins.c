#include "charts/histogram.h"

#include "plot/bind.h"

guint *
histogram_count(Plot *plot, const Bins *bins, const Column *starts, const guint *series,
                const guint *panels)
{
    guint *counts =
        arena_new0(plot->arena, guint, (gsize)plot->n_panels * plot->n_series * bins->n);

    for (gsize i = 0; i < starts->length; i++) {
        guint low = 0, high = bins->n - 1;

        if (!isfinite(starts->values[i]))
            continue;
        while (low < high) {
            guint middle = (low + high + 1) / 2;

            if (bins->edges[middle] <= starts->values[i])
                low = middle;
            else
                high = middle - 1;
        }
        counts[((gsize)panels[i] * plot->n_series + series[i]) * bins->n + low]++;
    }
    return counts;
}

gboolean
histogram_centre(Bins *bins, const Column *column)
{
    if (bins->width != 1)
        return FALSE;
    for (gsize i = 0; i < column->length; i++)
        if (isfinite(column->values[i]) && column->values[i] != floor(column->values[i]))
            return FALSE;
    for (guint i = 0; i <= bins->n; i++)
        bins->edges[i] -= 0.5;
    return TRUE;
}

const char *
histogram_title(Plot *plot, const Bins *bins, gboolean centred, guint bin, guint series,
                guint count)
{
    const Series *of = &plot->series[series];
    g_autoptr(GString) title = g_string_new(of->name != NULL ? of->name : "");

    g_string_append(title, title->len > 0 ? ", " : "");
    if (plot->x.kind == SCALE_TIME)
        language_append_label(bind_language(plot), title, bins->edges[bin], bins->unit);
    else if (centred)
        g_string_append(title, bind_value_text(plot, &plot->x, bins->edges[bin] + 0.5));
    else
        g_string_append_printf(title, "%s – %s", bind_value_text(plot, &plot->x, bins->edges[bin]),
                               bind_value_text(plot, &plot->x, bins->edges[bin + 1]));
    g_string_append_printf(title, ": %u", count);
    return arena_strdup(plot->arena, title->str);
}
