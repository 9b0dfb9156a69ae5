#include "charts/units.h"

#include "charts/charts.h"
#include "plot/bind.h"
#include "plot/page.h"

/* More symbols than this are a texture, not a count. */
#define MAX_SYMBOLS 1000

/* The number of a row stands once, with its first item. */
static void
units_label_rows(Plot *plot, Parts *parts)
{
    double *counts = arena_new0(plot->arena, double, parts->layer.n);

    for (gsize i = 0, end; i < parts->layer.n; i = end) {
        end = units_row_end(parts, i);
        counts[i] = units_count(parts, i, end);
    }
    parts->layer.labels = bind_value_labels(plot, &parts->axis, counts, parts->layer.n);
}

/* Rows that would be too thin for their names make the figure taller, unless a height was asked
 * for. */
static void
units_grow(Plot *plot, const Parts *parts)
{
    guint most = 0, here = 0;

    for (gsize i = 0; i < parts->layer.n; i++) {
        gboolean new_panel = i == 0 || parts->layer.panel[i] != parts->layer.panel[i - 1];

        here = new_panel ? 1 : here + (parts->names[i] != parts->names[i - 1] ? 1 : 0);
        most = MAX(most, here);
    }
    page_grow(plot, page_height(plot, page_rows(plot), (most * 28.0 + 40) * theme_em(plot->theme)));
}

static gboolean
units_check(const Plot *plot, const Parts *parts, GError **error)
{
    double most = 0;

    for (guint panel = 0; panel < plot->n_panels; panel++)
        most = MAX(most, parts->totals[panel]);
    if (most <= MAX_SYMBOLS)
        return TRUE;
    error_set(error, ERROR_INPUT, (Where){ .file = plot->frame->table->file },
              "%s symbols in one panel are not counted by anyone (at most %d); use bar, or waffle "
              "with --cell-value",
              bind_value_text(plot, &parts->axis, most), MAX_SYMBOLS);
    return FALSE;
}

static gboolean
units_expand(Plot *plot, GError **error)
{
    Parts *parts = parts_new(plot, &mark_units, PARTS_NAMED | PARTS_COUNTS, error);

    if (parts == NULL || !units_check(plot, parts, error))
        return FALSE;
    if (plot->spec->values != SWITCH_OFF)
        units_label_rows(plot, parts);
    units_grow(plot, parts);
    plot->y.title = parts->axis.title;
    plot->y.title_unit = parts->axis.title_unit;
    return TRUE;
}

static const ChannelDef units_channels[] = {
    { CHANNEL_Y, TRUE, ACCEPTS_ANY, "whole numbers of zero or more; count() counts rows" },
    { CHANNEL_X, FALSE, ACCEPTS_ANY, "a row of symbols for each value" },
    { CHANNEL_COLOR, FALSE, ACCEPTS_ANY, "the kinds of symbols in a row" },
    { CHANNEL_FACET, FALSE, ACCEPTS_ANY, "a panel for each value" },
    { CHANNEL_FACET_ROWS, FALSE, ACCEPTS_ANY, "a row of panels for each value" },
    { .channel = CHANNEL_COUNT },
};

const ChartType chart_units = {
    .name = "units",
    .summary = "exact counts: one symbol for each thing, in fives",
    .example = "datasets/diplomacy/visits.csv -x country -y count()",
    .channels = units_channels,
    .expand = units_expand,
};
