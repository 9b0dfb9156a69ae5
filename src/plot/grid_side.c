#include "plot/grid_side.h"

#include "plot/bind.h"

#include <string.h>

/* More than this along an axis cannot be told apart on any page. */
#define MAX_SIDE 1000

gboolean
grid_side_init(Plot *plot, GridSide *side, Channel channel, GError **error)
{
    const Column *column = plot->frame->columns[channel];

    side->channel = channel;
    side->bins = plot->frame->bins[channel];
    if (side->bins != NULL) {
        side->n = side->bins->n;
        return TRUE;
    }
    side->categories = categories_new(plot, channel);
    side->n = side->categories.n;
    if (side->n > MAX_SIDE) {
        error_set(error, ERROR_INPUT, (Where){ .file = plot->frame->table->file },
                  "--%s: column \"%s\" has %u different values, more than the %d that a heatmap "
                  "can show; %s",
                  channel_name(channel), column->name, side->n, MAX_SIDE,
                  column->type == COLUMN_TEXT ? "narrow with --where or --top"
                                              : "say bin(…) around it");
        return FALSE;
    }
    return TRUE;
}

guint
grid_side_place(const Plot *plot, const GridSide *side, gsize row)
{
    double value = plot->frame->columns[side->channel]->values != NULL
                       ? plot->frame->columns[side->channel]->values[row]
                       : 0;
    guint low = 0, high = side->n - 1;

    if (side->bins == NULL)
        return (guint)side->categories.index[row];
    while (low < high) {
        guint middle = (low + high + 1) / 2;

        if (side->bins->edges[middle] <= value)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

/* The side that --sort speaks of: the one named, else the names, those of rows first. */
static Channel
grid_sorted_side(const Plot *plot)
{
    const char *sort = plot->spec->sort;
    const char *what = sort + (*sort == '-' ? 1 : 0);
    const Column *x = plot->frame->columns[CHANNEL_X], *y = plot->frame->columns[CHANNEL_Y];

    if (strcmp(what, "x") == 0 || strcmp(what, x->name) == 0)
        return CHANNEL_X;
    if (strcmp(what, "y") == 0 || strcmp(what, y->name) == 0)
        return CHANNEL_Y;
    return y->type != COLUMN_TEXT && x->type == COLUMN_TEXT ? CHANNEL_X : CHANNEL_Y;
}

gboolean
grid_side_arrange(Plot *plot, GridSide *side, GError **error)
{
    const double *values = plot->frame->columns[CHANNEL_COLOR]->values;
    gboolean sorted = plot->spec->sort != NULL && grid_sorted_side(plot) == side->channel;
    double *weights = arena_new0(plot->arena, double, side->n + 1);
    g_autofree guint *counts = g_new0(guint, side->n + 1);

    if (side->bins != NULL) {
        if (sorted)
            error_set(error, ERROR_USAGE, WHERE_NONE,
                      "--sort: bins of --%s stand in the order of their numbers",
                      channel_name(side->channel));
        return !sorted;
    }
    side->categories.sort = sorted ? plot->spec->sort : NULL;
    for (gsize i = 0; i < plot->frame->table->length; i++) {
        guint at = grid_side_place(plot, side, i);

        if (!isfinite(values[i]))
            continue;
        weights[at] += values[i];
        counts[at]++;
    }
    for (guint i = 0; i < side->n; i++)
        weights[i] = side->channel == CHANNEL_X && !sorted ? side->n - i
                     : counts[i] > 0                       ? weights[i] / counts[i]
                                                           : NAN;
    if (!categories_arrange(plot, &side->categories, weights, CHANNEL_COLOR, error))
        return FALSE;
    side->n = side->categories.n;
    return TRUE;
}

gboolean
grid_side_axis(Plot *plot, const GridSide *side, AxisSpec *axis, GError **error)
{
    if (side->bins == NULL) {
        categories_set_axis(&side->categories, axis);
    } else if (bind_options_of(plot, side->channel)->scale == SCALE_CHOICE_LOG) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--%s-scale: bins of equal width do not fit a log scale",
                  channel_name(side->channel));
        return FALSE;
    } else {
        bind_continuous(plot, side->channel, axis, side->bins->edges[0],
                        side->bins->edges[side->n]);
    }
    return bind_axis_options(plot, side->channel, axis, error);
}

void
grid_side_put(const GridSide *side, guint at, gsize item, double *far, double *near)
{
    far[item] = side->bins != NULL ? side->bins->edges[at + 1] : at;
    if (near != NULL)
        near[item] = side->bins != NULL ? side->bins->edges[at] : at;
}
