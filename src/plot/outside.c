#include "plot/outside.h"

/* Adds to *all how many values there are. */
static guint64
outside_count(const AxisSpec *axis, const double *values, gsize n, guint64 *all)
{
    double low = MIN(axis->min, axis->max), high = MAX(axis->min, axis->max);
    guint64 count = 0;

    for (gsize i = 0; i < n; i++) {
        *all += isfinite(values[i]) ? 1 : 0;
        if (isfinite(values[i]) && (values[i] < low || values[i] > high))
            count++;
    }
    return count;
}

static guint64
outside_count_layers(const Plot *plot, const AxisSpec *axis, gboolean is_x, guint64 *all)
{
    guint64 count = 0;

    for (guint i = 0; i < plot->layers->len; i++) {
        const Layer *layer = plot->layers->pdata[i];

        count += outside_count(axis, is_x ? layer->x : layer->y, layer->n, all);
    }
    return count;
}

static void
outside_report_axis(const Plot *plot, const AxisSpec *axis, const char *name, gboolean is_x)
{
    guint64 count, all = 0;

    /* An end that was left free may still grow to a round tick; nothing lies beyond it. */
    if (!axis->fixed || axis->kind == SCALE_BAND)
        return;
    count = plot->spread != NULL && plot->spread_axis == axis
                ? outside_count(axis, plot->spread->values, plot->spread->length, &all)
                : outside_count_layers(plot, axis, is_x, &all);
    if (count > 0)
        report_add(plot->report, count == all ? SEVERITY_WARNING : SEVERITY_NOTE,
                   (Where){ .file = plot->frame->table->file }, count,
                   "%" G_GUINT64_FORMAT " value%s outside the domain of the %s axis and %s cut off",
                   count, count == 1 ? " lies" : "s lie", name, count == 1 ? "is" : "are");
}

void
outside_report(const Plot *plot)
{
    outside_report_axis(plot, &plot->x, "horizontal", TRUE);
    outside_report_axis(plot, &plot->y, "vertical", FALSE);
}
