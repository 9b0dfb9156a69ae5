#include "charts/pie.h"

#include "charts/charts.h"
#include "plot/bind.h"

/* More slices than this cannot be compared by their angles. */
#define MAX_SLICES 7

/* Zeros have no slice; too many slices are no picture. */
static gboolean
pie_check(const Plot *plot, const Parts *parts, GError **error)
{
    const Layer *layer = &parts->layer;
    guint64 zeros = 0;

    for (guint panel = 0; panel < plot->n_panels; panel++) {
        gsize first, n = parts_of_panel(parts, panel, &first), slices = 0;

        for (gsize i = first; i < first + n; i++)
            slices += layer->y[i] > 0;
        zeros += n - slices;
        if (slices > MAX_SLICES) {
            error_set(error, ERROR_INPUT, (Where){ .file = plot->frame->table->file },
                      "a pie of %" G_GSIZE_FORMAT " slices cannot be read (at most %d); use bar, "
                      "keep the largest with --top, or narrow with --where",
                      slices, MAX_SLICES);
            return FALSE;
        }
    }
    if (zeros > 0)
        report_add(plot->report, SEVERITY_NOTE, (Where){ .file = plot->frame->table->file }, zeros,
                   "%" G_GUINT64_FORMAT " part%s 0 and no slice", zeros,
                   zeros == 1 ? " has the value" : "s have the value");
    return TRUE;
}

static gboolean
pie_expand(Plot *plot, GError **error)
{
    Parts *parts = parts_new(plot, &mark_pie, PARTS_OF_WHOLE, error);

    if (parts == NULL || !pie_check(plot, parts, error))
        return FALSE;
    parts->hole = plot->spec->donut;
    parts_choose_names(plot, parts, plot->n_panels == 1);
    switch ((AutoSwitch)plot->spec->values) {
    case SWITCH_AUTO:
        parts->layer.labels = parts_shares(plot, parts);
        break;
    case SWITCH_ON:
        parts->layer.labels = parts->values;
        break;
    case SWITCH_OFF:
        break;
    }
    /* In a ring the measure stands with the total; shares need none. */
    if (plot->spec->values == SWITCH_ON && !parts->hole) {
        plot->y.title = parts->axis.title;
        plot->y.title_unit = parts->axis.title_unit;
    }
    return TRUE;
}

static const ChannelDef pie_channels[] = {
    { CHANNEL_Y, TRUE, ACCEPTS_ANY, "numbers of zero or more" },
    { CHANNEL_X, FALSE, ACCEPTS_ANY, "the slices" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "the slices" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a pie for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_pie = {
    .name = "pie",
    .summary = "few parts of one whole, the largest first; a ring with --donut",
    .example =
        "datasets/trade/by_country_year.csv -x partner -y total_usd --where 'year = 2005 and "
        "group = \"ASEAN-10\" and total_usd > 1000000'",
    .channels = pie_channels,
    .expand = pie_expand,
};
