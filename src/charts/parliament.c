#include "charts/charts.h"
#include "charts/parts.h"
#include "plot/bind.h"

/* More seats than this are no seats any more but a texture. */
#define MAX_SEATS 1500
/* More colours than this are not told apart, even side by side. */
#define MAX_PARTIES 30

static gboolean
parliament_expand(Plot *plot, GError **error)
{
    Parts *parts = parts_new(plot, &mark_parliament, PARTS_COUNTS | PARTS_KEEP_ORDER, error);

    if (parts == NULL)
        return FALSE;
    if (parts->n_names > MAX_PARTIES) {
        error_set(error, ERROR_INPUT, (Where){ .file = plot->frame->table->file },
                  "the colours of %u parties are not told apart (at most %d); use bar, keep the "
                  "largest with --top, or narrow with --where",
                  parts->n_names, MAX_PARTIES);
        return FALSE;
    }
    for (guint panel = 0; panel < plot->n_panels; panel++)
        if (parts->totals[panel] > MAX_SEATS) {
            error_set(error, ERROR_INPUT, (Where){ .file = plot->frame->table->file },
                      "%s seats are more than an arc can show (at most %d); use bar",
                      parts->middle[panel], MAX_SEATS);
            return FALSE;
        }
    parts_choose_names(plot, parts, plot->n_panels == 1);
    if (plot->spec->values != SWITCH_OFF)
        parts->layer.labels = parts->values;
    return TRUE;
}

static const ChannelDef parliament_channels[] = {
    { CHANNEL_Y, TRUE, ACCEPTS_ANY, "whole numbers of zero or more; count() counts rows" },
    { CHANNEL_X, FALSE, ACCEPTS_ANY, "the parties, from left to right" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "the parties, from left to right" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a chamber for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_parliament = {
    .name = "parliament",
    .summary = "seats in an arc, one dot each, in the order of the data from left to right",
    .example = "datasets/events/events.csv -x category -y count()",
    .channels = parliament_channels,
    .expand = parliament_expand,
};
