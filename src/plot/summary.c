#include "plot/summary.h"

#include "plot/bind.h"
#include "plot/overlay.h"
#include "plot/references.h"
#include "words/description.h"

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
    const Channel channels[] = { CHANNEL_Y, CHANNEL_X, CHANNEL_SIZE };

    /* Where a colour can only be a number, it is what the figure shows. */
    for (; def->channel != CHANNEL_COUNT; def++)
        if (def->channel == CHANNEL_COLOR && def->required && def->accepts == ACCEPTS_NUMBER)
            return CHANNEL_COLOR;
    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
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
    const Channel channels[] = { CHANNEL_X, CHANNEL_Y, CHANNEL_COLOR, CHANNEL_LABEL };

    for (guint i = 0; i < G_N_ELEMENTS(channels); i++)
        if (channels[i] != value && plot->frame->columns[channels[i]] != NULL)
            return channels[i];
    return CHANNEL_COUNT;
}

static const AxisSpec *
summary_value_axis(const Plot *plot)
{
    if (summary_value_channel(plot) == CHANNEL_COLOR)
        return &plot->color;
    return plot->upright ? &plot->y : &plot->x;
}

/* "Thailand, 2006": where a value stands. */
static const char *
summary_place(Plot *plot, gsize row, Channel position)
{
    const Frame *frame = plot->frame;
    gboolean colored = summary_value_channel(plot) == CHANNEL_COLOR;
    const Channel channels[] = { CHANNEL_FACET, colored ? CHANNEL_Y : CHANNEL_COLOR, position };
    g_autoptr(GString) place = g_string_new(NULL);

    for (guint i = 0; i < G_N_ELEMENTS(channels); i++) {
        const Column *column = channels[i] != CHANNEL_COUNT ? frame->columns[channels[i]] : NULL;

        if (column == NULL || (i > 0 && column == frame->columns[channels[i - 1]]))
            continue;
        g_string_append(place, place->len > 0 ? ", " : "");
        column_append_cell(column, row, place);
    }
    return place->len > 0 ? arena_strdup(plot->arena, place->str) : NULL;
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

static char *
summary_by(const Plot *plot, Channel position)
{
    if (position == CHANNEL_COUNT)
        return NULL;
    return g_strdelimit(g_strdup(plot->frame->columns[position]->name), "_", ' ');
}

/* A name for a figure without a headline. */
static char *
summary_make_title(Plot *plot, const DescriptionFacts *facts)
{
    if (facts->measure == NULL && facts->by == NULL)
        return arena_strdup(plot->arena, facts->chart);
    if (facts->by == NULL || facts->measure == NULL)
        return arena_strdup(plot->arena, facts->by == NULL ? facts->measure : facts->by);
    return arena_printf(plot->arena, "%s by %s", facts->measure, facts->by);
}

/* "A line shows Target, 10 to 17." */
static const char *
summary_overlay(Plot *plot, const Overlay *overlay)
{
    const AxisSpec *axis = summary_value_axis(plot);
    double min = INFINITY, max = -INFINITY;

    overlay_extent(overlay, &min, &max);
    if (min == max)
        return arena_printf(plot->arena, "%s %s, %s.", overlay->kind->phrase, overlay->name,
                            bind_value_text(plot, axis, min));
    return arena_printf(plot->arena, "%s %s, %s to %s.", overlay->kind->phrase, overlay->name,
                        bind_value_text(plot, axis, min), bind_value_text(plot, axis, max));
}

/* "A band marks 2016 to 2018: Sanctions." */
static const char *
summary_reference(Plot *plot, const Reference *reference)
{
    const char *title = reference->title != NULL ? reference->title : "";
    const char *words =
        arena_printf(plot->arena, "A %s marks %s%s%s%s", reference->is_band ? "band" : "line",
                     reference_words(plot, reference), *title != '\0' ? ": " : "", title,
                     g_str_has_suffix(title, ".") ? "" : ".");

    return bind_name(plot, words);
}

/* What the figure shows beside its own marks, a sentence each. */
static const char *const *
summary_more(Plot *plot, guint *ret_n)
{
    const char **sentences =
        arena_new0(plot->arena, const char *, plot->n_overlays + plot->n_references);
    guint n = 0;

    for (guint i = 0; i < plot->n_overlays; i++)
        sentences[n++] = summary_overlay(plot, &plot->overlays[i]);
    for (guint i = 0; i < plot->n_references; i++)
        if (!plot->references[i].outside)
            sentences[n++] = summary_reference(plot, &plot->references[i]);
    *ret_n = n;
    return sentences;
}

void
summary_write(Plot *plot)
{
    Channel value = summary_value_channel(plot);
    Channel position = summary_position_channel(plot, value);
    const Spec *spec = plot->spec;
    const char **names = arena_new0(plot->arena, const char *, plot->n_series);
    g_autofree char *chart = frame_title_of(plot->chart->name);
    g_autofree char *kind = g_strdup_printf("%s chart", chart);
    g_autofree char *by = summary_by(plot, position);
    g_autofree char *text = NULL;
    DescriptionFacts facts = { .chart = kind, .by = by, .n_panels = plot->n_panels };

    for (guint i = 0; i < plot->n_series; i++)
        if (plot->series[i].name != NULL && !plot->series[i].unlisted)
            names[facts.n_series++] = plot->series[i].name;
    facts.series = names;
    if (value != CHANNEL_COUNT)
        facts.measure = summary_measure(plot, value);
    if (position != CHANNEL_COUNT)
        summary_span(plot, position, &facts);
    if (value != CHANNEL_COUNT)
        summary_extremes(plot, position, value, &facts);
    facts.more = summary_more(plot, &facts.n_more);
    facts.note = plot->auto_note;
    text = description_write(&facts);
    plot->description = arena_strdup(plot->arena, spec->alt != NULL ? spec->alt : text);
    plot->title = spec->title != NULL && *spec->title != '\0'
                      ? arena_strdup(plot->arena, spec->title)
                      : summary_make_title(plot, &facts);
}
