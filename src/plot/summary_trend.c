#include "plot/summary_trend.h"

#include "plot/bind.h"

/* More lines than this make no sentence. */
#define MAX_TRENDS 6

/* The rows at the ends of a series; G_MAXSIZE: it has none. */
typedef struct {
    gsize first, last;
} TrendEnds;

static gboolean
trend_is_told(const Plot *plot, Channel position, Channel value)
{
    return position == CHANNEL_X && value == CHANNEL_Y &&
           plot->frame->columns[position]->type == COLUMN_TIME && plot->spread == NULL &&
           plot->n_panels == 1;
}

/* FALSE when a period has several values: none of them is its value. */
static gboolean
trend_find_ends(const Column *times, const Column *values, const Column *series, gint32 code,
                TrendEnds *ret_ends)
{
    TrendEnds ends = { G_MAXSIZE, G_MAXSIZE };
    guint n_first = 0, n_last = 0;

    for (gsize i = 0; i < times->length; i++) {
        if ((series != NULL && series->codes[i] != code) || !isfinite(values->values[i]) ||
            !isfinite(times->values[i]))
            continue;
        if (ends.first == G_MAXSIZE || times->values[i] < times->values[ends.first]) {
            ends.first = i;
            n_first = 0;
        }
        if (ends.last == G_MAXSIZE || times->values[i] > times->values[ends.last]) {
            ends.last = i;
            n_last = 0;
        }
        n_first += times->values[i] == times->values[ends.first];
        n_last += times->values[i] == times->values[ends.last];
    }
    *ret_ends = ends;
    return n_first < 2 && n_last < 2;
}

static DescriptionValue
trend_value(const Plot *plot, const Column *times, double value, gsize row, const AxisSpec *axis)
{
    g_autoptr(GString) at = g_string_new(NULL);

    bind_append_cell(plot, times, row, at);
    return (DescriptionValue){ bind_value_text(plot, axis, value),
                               arena_strdup(plot->arena, at->str) };
}

void
summary_trends(const Plot *plot, Channel position, Channel value, const AxisSpec *axis,
               DescriptionFacts *facts)
{
    Column *const *columns = plot->frame->columns;
    g_autoptr(Column) series = NULL;
    const Column *times, *values;
    DescriptionTrend *trends;
    guint n = 0, n_series = 1;

    if (position == CHANNEL_COUNT || !trend_is_told(plot, position, value))
        return;
    times = columns[position];
    values = columns[value];
    if (columns[CHANNEL_COLOR] != NULL) {
        series = column_as_text(columns[CHANNEL_COLOR]);
        n_series = series->levels->len;
    }
    if (n_series > MAX_TRENDS)
        return;
    trends = arena_new0(plot->arena, DescriptionTrend, n_series);
    for (guint s = 0; s < n_series; s++) {
        TrendEnds ends;
        double change;

        if (!trend_find_ends(times, values, series, (gint32)s, &ends))
            return;
        if (ends.first == ends.last)
            continue;
        change = values->values[ends.last] - values->values[ends.first];
        trends[n++] = (DescriptionTrend){
            .name = n_series > 1 ? bind_name(plot, series->levels->pdata[s]) : NULL,
            .first = trend_value(plot, times, values->values[ends.first], ends.first, axis),
            .last = trend_value(plot, times, values->values[ends.last], ends.last, axis),
            .direction = change > 0   ? 1
                         : change < 0 ? -1
                                      : 0,
        };
    }
    facts->trends = trends;
    facts->n_trends = n;
}
