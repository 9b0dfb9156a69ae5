#include "plot/summary.h"

#include "plot/bind.h"
#include "plot/rename.h"
#include "plot/summary_more.h"
#include "plot/summary_trend.h"
#include "transform/transform.h"

#include <string.h>

/* As many places of one extreme are named; the rest is counted. */
#define MAX_TIES 3

/* Between two columns of numbers y is the value, unless --y-scale band says otherwise. */
static gboolean
summary_y_is_band(const Plot *plot)
{
    const Column *x = plot->frame->columns[CHANNEL_X];

    return plot->spec->y.scale == SCALE_CHOICE_BAND && x != NULL && x->type == COLUMN_NUMBER;
}

/* The channel whose numbers the figure shows; CHANNEL_COUNT: none. */
static Channel
summary_value_channel(const Plot *plot)
{
    const ChannelDef *def = plot->chart->channels;
    const Channel usual[] = { CHANNEL_Y, CHANNEL_X, CHANNEL_SIZE, CHANNEL_COUNT };
    const Channel *channels =
        plot->chart->value_channels != NULL ? plot->chart->value_channels : usual;

    /* Where a colour can only be a number, it is what the figure shows. */
    for (; def->channel != CHANNEL_COUNT; def++)
        if (def->channel == CHANNEL_COLOR && def->required && def->accepts == ACCEPTS_NUMBER)
            return CHANNEL_COLOR;
    for (guint i = 0; channels[i] != CHANNEL_COUNT; i++) {
        const Column *column = plot->frame->columns[channels[i]];

        if (column != NULL && column->type == COLUMN_NUMBER &&
            !(channels[i] == CHANNEL_Y && summary_y_is_band(plot)))
            return channels[i];
    }
    return CHANNEL_COUNT;
}

/* The channel along which they stand; CHANNEL_COUNT: none. */
static Channel
summary_position_channel(const Plot *plot, Channel value)
{
    const Channel usual[] = { CHANNEL_X, CHANNEL_Y, CHANNEL_COLOR, CHANNEL_LABEL, CHANNEL_COUNT };
    const Channel *channels =
        plot->chart->place_channels != NULL ? plot->chart->place_channels : usual;

    for (guint i = 0; channels[i] != CHANNEL_COUNT; i++)
        if (channels[i] != value && plot->frame->columns[channels[i]] != NULL)
            return channels[i];
    return CHANNEL_COUNT;
}

/* How values are written: as on their axis, but as the data have them even where the axis shows
 * shares of 100 or ranks. */
static AxisSpec
summary_axis(const Plot *plot, Channel value)
{
    const AxisSpec *shown = value == CHANNEL_COLOR ? &plot->color
                            : plot->upright        ? &plot->y
                                                   : &plot->x;
    AxisSpec axis = { .has_format = shown->has_format, .format = shown->format };

    if (value != CHANNEL_COUNT)
        bind_axis_unit(plot, &axis, plot->frame->units[value]);
    return axis;
}

static void
summary_append_cell(const Plot *plot, Channel channel, gsize row, GString *out)
{
    const Column *column = plot->frame->columns[channel];
    g_autoptr(GString) cell = g_string_new(NULL);
    AxisSpec axis = { 0 };

    if (column_is_missing(column, row)) {
        g_string_append(out, bind_language(plot)->words[WORD_MISSING]);
        return;
    }
    if (column->type == COLUMN_NUMBER) {
        bind_axis_unit(plot, &axis, plot->frame->units[channel]);
        g_string_append(out, bind_value_text(plot, &axis, column->values[row]));
        return;
    }
    bind_append_cell(plot, column, row, cell);
    g_string_append(out, bind_name(plot, cell->str));
}

/* "Thailand, 2006": where a value stands. */
static void
summary_append_place(const Plot *plot, gsize row, Channel value, Channel position, GString *out)
{
    const Frame *frame = plot->frame;
    gboolean named = frame->columns[CHANNEL_LABEL] != NULL;
    const Channel channels[] = { CHANNEL_FACET, CHANNEL_FACET_ROWS,
                                 value == CHANNEL_COLOR ? CHANNEL_Y : CHANNEL_COLOR,
                                 named ? CHANNEL_LABEL : position };
    gboolean any = FALSE;

    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const Column *column = channels[i] != CHANNEL_COUNT ? frame->columns[channels[i]] : NULL;

        if (column == NULL || channels[i] == value ||
            (i > 0 && column == frame->columns[channels[i - 1]]))
            continue;
        g_string_append(out, any ? bind_language(plot)->comma : "");
        summary_append_cell(plot, channels[i], row, out);
        any = TRUE;
    }
}

/* All places that have the value: the first of them, and how many more there are. n_all: how many
 * places that are; 0: those in the column. */
static DescriptionValue
summary_extreme(const Plot *plot, gsize row, guint n_all, Channel value, Channel position)
{
    const Column *column = plot->frame->columns[value];
    AxisSpec axis = summary_axis(plot, value);
    g_autoptr(GString) places = g_string_new(NULL);
    guint n = 0;

    for (gsize i = 0; i < column->length; i++) {
        if (column->values[i] != column->values[row] || ++n > MAX_TIES)
            continue;
        g_string_append(places, places->len > 0 ? "; " : "");
        summary_append_place(plot, i, value, position, places);
    }
    n = n_all > 0 ? n_all : n;
    if (n > MAX_TIES && places->len > 0) {
        g_string_append(places, "; ");
        language_append_more(bind_language(plot), places, n - MAX_TIES);
    }
    return (DescriptionValue){
        .value = bind_value_text(plot, &axis, column->values[row]),
        .at = places->len > 0 ? arena_strdup(plot->arena, places->str) : NULL,
    };
}

static void
summary_extremes(const Plot *plot, Channel position, Channel value, DescriptionFacts *facts)
{
    const Column *column = plot->frame->columns[value];
    const ColumnWhole *whole = column->whole;
    gsize high = G_MAXSIZE, low = G_MAXSIZE, n = 0;

    for (gsize i = 0; i < column->length; i++) {
        if (!isfinite(column->values[i]))
            continue;
        n++;
        high = high == G_MAXSIZE || column->values[i] > column->values[high] ? i : high;
        low = low == G_MAXSIZE || column->values[i] < column->values[low] ? i : low;
    }
    if (n == 0)
        return;
    facts->highest =
        summary_extreme(plot, high, whole != NULL ? (guint)whole->n_highest : 0, value, position);
    facts->one_level = n > 1 && column->values[low] == column->values[high];
    if (column->values[low] != column->values[high])
        facts->lowest =
            summary_extreme(plot, low, whole != NULL ? (guint)whole->n_lowest : 0, value, position);
    if (plot->spread != NULL || plot->frame->columns[CHANNEL_LABEL] != NULL ||
        (position != CHANNEL_COUNT && plot->frame->columns[position]->type == COLUMN_NUMBER))
        facts->n_values = whole != NULL ? whole->n : n;
}

/* First and last of what can be ordered; else how many. */
static void
summary_span(const Plot *plot, Channel position, DescriptionFacts *facts)
{
    const Column *column = plot->frame->columns[position];
    gsize first = G_MAXSIZE, last = G_MAXSIZE;
    g_autoptr(GString) from = g_string_new(NULL), to = g_string_new(NULL);

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
    summary_append_cell(plot, position, first, from);
    summary_append_cell(plot, position, last, to);
    facts->from = arena_strdup(plot->arena, from->str);
    facts->to = arena_strdup(plot->arena, to->str);
}

/* What stands side by side: the names of the series, the rows of a grid, or else the categories. */
static void
summary_compared(const Plot *plot, Channel position, Channel value, DescriptionFacts *facts)
{
    Column *const *columns = plot->frame->columns;
    gboolean grid = value == CHANNEL_COLOR && columns[CHANNEL_Y] != NULL;
    const Channel along = grid ? CHANNEL_Y : position;
    const Column *places = along != CHANNEL_COUNT ? columns[along] : NULL;
    const char **names;

    if (columns[CHANNEL_COLOR] != NULL && plot->n_series > 1) {
        names = arena_new0(plot->arena, const char *, plot->n_series);
        for (guint i = 0; i < plot->n_series; i++)
            if (plot->series[i].name != NULL && !plot->series[i].unlisted)
                names[facts->n_compared++] = plot->series[i].name;
    } else if (places != NULL && places->type == COLUMN_TEXT && along != CHANNEL_LABEL) {
        names = arena_new0(plot->arena, const char *, places->levels->len);
        for (guint i = 0; i < places->levels->len; i++)
            names[facts->n_compared++] = bind_name(plot, places->levels->pdata[i]);
        if (!grid)
            facts->n_places = 0;
    } else {
        return;
    }
    if (places == columns[CHANNEL_COLOR])
        facts->n_places = 0;
    facts->compared = names;
}

static const char *
summary_measure(const Plot *plot, Channel value)
{
    AxisSpec axis = summary_axis(plot, value);
    g_autofree char *made =
        plot->frame->measure != NULL ? frame_title_of(plot->frame->measure) : NULL;
    const char *title = plot->frame->titles[value];

    if (title == NULL && g_strcmp0(plot->frame->measure, "value") != 0)
        title = made;
    if (title == NULL)
        return axis.title_unit != NULL ? axis.title_unit : bind_language(plot)->words[WORD_VALUES];
    if (axis.title_unit != NULL)
        return bind_word(plot, WORD_VALUE_AT,
                         (const char *const[]){ title, axis.title_unit, NULL });
    return arena_strdup(plot->arena, title);
}

/* The header behind a column: of month(date) and bin(age) too. Caller frees. */
static char *
summary_header_of(const char *name)
{
    const char *open = strchr(name, '(');
    g_autofree char *function = open != NULL ? g_strndup(name, (gsize)(open - name)) : NULL;
    CalendarPart part;

    if (function != NULL && g_str_has_suffix(name, ")") &&
        (calendar_part_from_name(function, &part) || strcmp(function, "bin") == 0))
        return g_strndup(open + 1, strlen(open + 1) - 1);
    return g_strdup(name);
}

/* What stands along the axis; NULL: nothing. */
static const char *
summary_by(const Plot *plot, Channel position)
{
    g_autofree char *name = NULL;
    const char *renamed;

    if (position == CHANNEL_COUNT)
        return NULL;
    name = summary_header_of(plot->frame->columns[position]->name);
    renamed = rename_find(plot->spec, name);
    return renamed != NULL ? renamed : arena_strdup(plot->arena, g_strdelimit(name, "_", ' '));
}

/* A name for a figure without a headline. */
static char *
summary_make_title(Plot *plot, const DescriptionFacts *facts)
{
    const char *const filled[] = { facts->measure, facts->by, NULL };

    if (facts->measure == NULL && facts->by == NULL)
        return facts->scope != NULL ? g_strdup(facts->scope) : frame_title_of(plot->chart->name);
    if (facts->by == NULL || facts->measure == NULL)
        return g_strdup(facts->by == NULL ? facts->measure : facts->by);
    return g_strdup(bind_word(plot, WORD_MEASURE_BY, filled));
}

/* What the channels of the chart show. */
static void
summary_describe(const Plot *plot, Channel value, const AxisSpec *axis, DescriptionFacts *facts)
{
    Channel position = summary_position_channel(plot, value);

    facts->by = summary_by(plot, position);
    if (position != CHANNEL_COUNT)
        summary_span(plot, position, facts);
    summary_compared(plot, position, value, facts);
    if (value != CHANNEL_COUNT) {
        facts->measure = summary_measure(plot, value);
        summary_extremes(plot, position, value, facts);
        summary_trends(plot, position, value, axis, facts);
    } else {
        facts->n_entries = plot->frame->table->length;
        facts->n_places = 0;
    }
}

void
summary_write(Plot *plot)
{
    Channel value = summary_value_channel(plot);
    const Spec *spec = plot->spec;
    AxisSpec axis = summary_axis(plot, value);
    DescriptionFacts facts = { .chart = plot->chart->name,
                               .n_panels = plot->n_panels,
                               .note = plot->auto_note,
                               .source = spec->source };
    g_autofree char *text = NULL, *title = NULL;

    if (plot->chart->describe != NULL)
        plot->chart->describe(plot, &facts);
    else
        summary_describe(plot, value, &axis, &facts);
    summary_more(plot, &axis, &facts);
    text = description_write(bind_language(plot), &facts);
    title = spec->title != NULL && *spec->title != '\0' ? g_strdup(spec->title)
                                                        : summary_make_title(plot, &facts);
    plot->description = arena_strdup(plot->arena, spec->alt != NULL ? spec->alt : text);
    plot->title = arena_strdup(plot->arena, title);
}
