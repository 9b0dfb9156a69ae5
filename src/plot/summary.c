#include "plot/summary.h"

#include "plot/bind.h"
#include "words/description.h"

/* Between two columns of numbers y is the value, unless --y-scale band says otherwise. */
static Channel
summary_value_channel(const Plot *plot)
{
    const Column *x = plot->frame->columns[CHANNEL_X], *y = plot->frame->columns[CHANNEL_Y];

    if (y == NULL || y->type != COLUMN_NUMBER)
        return CHANNEL_X;
    return x != NULL && x->type == COLUMN_NUMBER && plot->spec->y.scale == SCALE_CHOICE_BAND
               ? CHANNEL_X
               : CHANNEL_Y;
}

static const AxisSpec *
summary_value_axis(const Plot *plot)
{
    return plot->upright ? &plot->y : &plot->x;
}

/* "Thailand, 2006": where a value stands. */
static const char *
summary_place(Plot *plot, gsize row, Channel position)
{
    const Frame *frame = plot->frame;
    const Channel channels[] = { CHANNEL_FACET, CHANNEL_COLOR, position };
    g_autoptr(GString) place = g_string_new(NULL);

    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const Column *column = frame->columns[channels[i]];

        if (column == NULL || (i > 0 && column == frame->columns[channels[i - 1]]))
            continue;
        g_string_append(place, place->len > 0 ? ", " : "");
        column_append_cell(column, row, place);
    }
    return arena_strdup(plot->arena, place->str);
}

static void
summary_extremes(Plot *plot, Channel position, Channel value, DescriptionFacts *facts)
{
    const Column *column = plot->frame->columns[value];
    gsize high = G_MAXSIZE, low = G_MAXSIZE;

    for (gsize i = 0; i < column->length; i++) {
        if (!isfinite(column->values[i]))
            continue;
        high = high == G_MAXSIZE || column->values[i] > column->values[high] ? i : high;
        low = low == G_MAXSIZE || column->values[i] < column->values[low] ? i : low;
    }
    if (high == G_MAXSIZE)
        return;
    facts->highest = bind_value_text(plot, summary_value_axis(plot), column->values[high]);
    facts->highest_at = summary_place(plot, high, position);
    if (low == high || column->values[low] == column->values[high])
        return;
    facts->lowest = bind_value_text(plot, summary_value_axis(plot), column->values[low]);
    facts->lowest_at = summary_place(plot, low, position);
}

/* First and last of what can be ordered; else how many. */
static void
summary_span(Plot *plot, Channel position, DescriptionFacts *facts)
{
    const Column *column = plot->frame->columns[position];
    gsize first = G_MAXSIZE, last = G_MAXSIZE;
    g_autoptr(GString) text = g_string_new(NULL);

    if (column->type == COLUMN_TEXT) {
        facts->n_places = column->levels->len;
        return;
    }
    for (gsize i = 0; i < column->length; i++) {
        if (!isfinite(column->values[i]))
            continue;
        first = first == G_MAXSIZE || column->values[i] < column->values[first] ? i : first;
        last = last == G_MAXSIZE || column->values[i] > column->values[last] ? i : last;
    }
    if (first == G_MAXSIZE || column->values[first] == column->values[last])
        return;
    column_append_cell(column, first, text);
    facts->from = arena_strdup(plot->arena, text->str);
    g_string_truncate(text, 0);
    column_append_cell(column, last, text);
    facts->to = arena_strdup(plot->arena, text->str);
}

static const char *
summary_measure(Plot *plot, Channel value)
{
    const AxisSpec *axis = summary_value_axis(plot);
    g_autofree char *made =
        plot->frame->measure != NULL ? frame_title_of(plot->frame->measure) : NULL;
    const char *title = plot->frame->titles[value];

    if (title == NULL && g_strcmp0(plot->frame->measure, "value") != 0)
        title = made;
    if (title == NULL)
        return axis->title_unit != NULL ? axis->title_unit : "values";
    if (axis->title_unit != NULL)
        return arena_printf(plot->arena, "%s, %s", title, axis->title_unit);
    return arena_strdup(plot->arena, title);
}

void
summary_write(Plot *plot)
{
    Channel value = summary_value_channel(plot);
    Channel position = value == CHANNEL_Y ? CHANNEL_X : CHANNEL_Y;
    const Spec *spec = plot->spec;
    const char **names = arena_new0(plot->arena, const char *, plot->n_series);
    g_autofree char *chart = frame_title_of(plot->chart->name);
    g_autofree char *kind = g_strdup_printf("%s chart", chart);
    g_autofree char *text = NULL;
    g_autofree char *by = g_strdelimit(g_strdup(plot->frame->columns[position]->name), "_", ' ');
    DescriptionFacts facts = { .chart = kind, .by = by, .n_panels = plot->n_panels };

    for (guint i = 0; i < plot->n_series; i++)
        if (plot->series[i].name != NULL)
            names[facts.n_series++] = plot->series[i].name;
    facts.series = names;
    facts.measure = summary_measure(plot, value);
    summary_span(plot, position, &facts);
    summary_extremes(plot, position, value, &facts);
    facts.note = plot->auto_note;
    text = description_write(&facts);
    plot->description = arena_strdup(plot->arena, spec->alt != NULL ? spec->alt : text);
    plot->title = spec->title != NULL && *spec->title != '\0'
                      ? arena_strdup(plot->arena, spec->title)
                      : arena_printf(plot->arena, "%s by %s", facts.measure, by);
}
