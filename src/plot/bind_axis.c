#include "plot/bind.h"

#include "plot/option.h"
#include "plot/overlay.h"
#include "plot/references.h"
#include "plot/thousands.h"

#include <string.h>

const AxisOptions *
bind_options_of(const Plot *plot, Channel channel)
{
    const AxisOptions *options = spec_axis(plot->spec, channel);

    return options != NULL ? options : &plot->spec->y;
}

gboolean
bind_parse_value(const AxisSpec *axis, const char *text, double *ret_value)
{
    gboolean is_time = axis->kind == SCALE_TIME || axis->times != NULL;
    double number;
    TimeUnit unit;

    if (!is_time)
        return number_parse(text, strlen(text), ret_value);
    if (number_parse(text, strlen(text), &number) && number == floor(number))
        return number >= 1 && number <= 9999 &&
               calendar_make((int)number, 1, 1, 0, 0, 0, ret_value);
    return calendar_parse(text, strlen(text), ret_value, &unit);
}

static gboolean
bind_axis_format(Channel channel, AxisSpec *axis, const char *format, GError **error)
{
    gboolean is_time = axis->kind == SCALE_TIME || axis->times != NULL;

    if (format == NULL)
        return TRUE;
    if (is_time) {
        const char *wrong = calendar_check_label_format(format);

        if (wrong != NULL)
            error_set(error, ERROR_USAGE, WHERE_NONE, "--%s-format: \"%s\": %s",
                      channel_name(channel), format, wrong);
        axis->time_format = format;
        return wrong == NULL;
    }
    if (!number_format_parse(format, &axis->format)) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--%s-format: \"%s\" is not a number format such as ,.1f or .0%%",
                  channel_name(channel), format);
        return FALSE;
    }
    axis->has_format = TRUE;
    axis->keep_units = TRUE;
    return TRUE;
}

static gboolean
bind_axis_ticks(Plot *plot, Channel channel, AxisSpec *axis, const char *ticks, GError **error)
{
    g_autoptr(GPtrArray) items = NULL;
    double count, *values;

    if (ticks == NULL)
        return TRUE;
    if (number_parse(ticks, strlen(ticks), &count) && count == floor(count) && count >= 1 &&
        count <= 1000) {
        axis->tick_count = (guint)count;
        return TRUE;
    }
    if (*ticks != '=' && strchr(ticks, ',') == NULL) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--%s-ticks: \"%s\" is no count from 1 to 1000; one tick at a value is =%s",
                  channel_name(channel), ticks, ticks);
        return FALSE;
    }
    items = option_split_list(*ticks == '=' ? ticks + 1 : ticks);
    values = arena_new0(plot->arena, double, items->len);
    for (guint i = 0; i < items->len; i++)
        if (!bind_parse_value(axis, items->pdata[i], &values[i])) {
            error_set(error, ERROR_USAGE, WHERE_NONE, "--%s-ticks: \"%s\" is no value of this axis",
                      channel_name(channel), (char *)items->pdata[i]);
            return FALSE;
        }
    axis->tick_values = values;
    axis->n_tick_values = items->len;
    return TRUE;
}

static gboolean
bind_axis_domain(Channel channel, AxisSpec *axis, const OptionRange *range, GError **error)
{
    double from = axis->min, to = axis->max;

    if (!range->given)
        return TRUE;
    if (axis->kind == SCALE_BAND) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--%s-domain: this axis has categories; narrow with --where",
                  channel_name(channel));
        return FALSE;
    }
    if ((range->has_from && !bind_parse_value(axis, range->from_text, &from)) ||
        (range->has_to && !bind_parse_value(axis, range->to_text, &to)) ||
        (axis->kind == SCALE_LOG && (from <= 0 || to <= 0))) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "--%s-domain: \"%s..%s\" does not fit this axis",
                  channel_name(channel), range->from_text, range->to_text);
        return FALSE;
    }
    axis->min = from;
    axis->max = to;
    axis->fixed = TRUE;
    axis->holds_min = range->has_from;
    axis->holds_max = range->has_to;
    if (range->has_from && range->has_to)
        axis->widen = FALSE;
    return TRUE;
}

/* A title that only says what the sign on every label says. */
static gboolean
bind_says_percent(const Plot *plot, const char *title)
{
    g_autofree char *said = g_utf8_casefold(title, -1);
    g_autofree char *word = g_utf8_casefold(bind_language(plot)->words[WORD_PERCENT], -1);

    return strcmp(said, "percent") == 0 || strcmp(said, "per cent") == 0 || strcmp(said, word) == 0;
}

void
bind_axis_unit(const Plot *plot, AxisSpec *axis, const char *unit)
{
    const Language *language = bind_language(plot);

    if (unit == NULL)
        return;
    if (strcmp(unit, "%") == 0) {
        axis->suffix = language->marks.percent;
        axis->keep_units = TRUE;
        if (axis->title != NULL && bind_says_percent(plot, axis->title))
            axis->title = NULL;
    } else if (g_utf8_strlen(unit, -1) == 1 &&
               g_unichar_type(g_utf8_get_char(unit)) == G_UNICODE_CURRENCY_SYMBOL) {
        g_autofree char *before = NULL, *after = NULL;

        language_money(language, unit, &before, &after);
        axis->prefix = before != NULL ? arena_strdup(plot->arena, before) : NULL;
        axis->suffix = after != NULL ? arena_strdup(plot->arena, after) : NULL;
    } else {
        axis->title_unit = unit;
    }
}

/* A scale that was asked for and is not the one that the column and the chart lead to. */
static gboolean
bind_axis_scale(Channel channel, const AxisSpec *axis, ScaleChoice choice, GError **error)
{
    gboolean is_time = axis->kind == SCALE_TIME || axis->times != NULL;
    gboolean fits = TRUE;

    switch (choice) {
    case SCALE_CHOICE_AUTO:
        break;
    case SCALE_CHOICE_LINEAR:
        fits = axis->kind == SCALE_LINEAR;
        break;
    case SCALE_CHOICE_LOG:
        fits = axis->kind == SCALE_LOG;
        break;
    case SCALE_CHOICE_SQRT:
        fits = axis->kind == SCALE_SQRT;
        break;
    case SCALE_CHOICE_SYMLOG:
        fits = axis->kind == SCALE_SYMLOG;
        break;
    case SCALE_CHOICE_TIME:
        fits = is_time;
        break;
    case SCALE_CHOICE_BAND:
        fits = axis->kind == SCALE_BAND;
        break;
    }
    if (!fits)
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--%s-scale: this axis shows %s, which that scale cannot", channel_name(channel),
                  is_time                    ? "times"
                  : axis->kind == SCALE_BAND ? "categories"
                                             : "numbers");
    return fits;
}

gboolean
bind_axis_options(Plot *plot, Channel channel, AxisSpec *axis, GError **error)
{
    const Spec *spec = plot->spec;
    const AxisOptions *options = bind_options_of(plot, channel);
    gboolean measures = axis->kind != SCALE_BAND && axis->kind != SCALE_TIME;

    axis->words = plot->words;
    axis->crossed =
        (channel == CHANNEL_X && axis == &plot->y) || (channel == CHANNEL_Y && axis == &plot->x);
    /* The labels of categories and times say what they are; a header over them would only repeat
     * it. */
    if (measures || options->label != NULL)
        axis->title = plot->frame->titles[channel];
    axis->whole = measures && plot->frame->columns[channel] != NULL &&
                  column_is_whole(plot->frame->columns[channel]);
    if (measures)
        bind_axis_unit(plot, axis, plot->frame->units[channel]);
    else if (options->unit != NULL && *options->unit != '\0')
        report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, 1,
                   "--%s-unit has no effect: this axis shows %s", channel_name(channel),
                   axis->kind == SCALE_BAND ? "categories" : "times");
    if (spec->grid != GRID_AUTO)
        axis->grid =
            spec->grid == GRID_BOTH || spec->grid == (channel == CHANNEL_X ? GRID_X : GRID_Y);
    if (!bind_axis_scale(channel, axis, (ScaleChoice)options->scale, error) ||
        !bind_axis_domain(channel, axis, &options->domain, error) ||
        !bind_axis_format(channel, axis, options->format, error) ||
        !bind_axis_ticks(plot, channel, axis, options->ticks, error))
        return FALSE;
    thousands_see_axis(plot, channel, axis);
    return TRUE;
}

/* How numbers are spread, as asked for; what does not fit an axis is refused with its options. */
static ScaleKind
bind_scale_kind(ScaleChoice choice)
{
    switch (choice) {
    case SCALE_CHOICE_LOG:
        return SCALE_LOG;
    case SCALE_CHOICE_SQRT:
        return SCALE_SQRT;
    case SCALE_CHOICE_SYMLOG:
        return SCALE_SYMLOG;
    case SCALE_CHOICE_AUTO:
    case SCALE_CHOICE_LINEAR:
    case SCALE_CHOICE_TIME:
    case SCALE_CHOICE_BAND:
        break;
    }
    return SCALE_LINEAR;
}

void
bind_continuous(Plot *plot, Channel channel, AxisSpec *axis, double min, double max)
{
    const Column *column = plot->frame->columns[channel];
    const AxisOptions *options = bind_options_of(plot, channel);

    if (isfinite(min) && isfinite(max))
        overlay_extend(plot, channel, &min, &max);
    axis->kind = column->type == COLUMN_TIME ? SCALE_TIME : SCALE_LINEAR;
    if (axis->kind == SCALE_LINEAR)
        axis->kind = bind_scale_kind((ScaleChoice)options->scale);
    axis->unit = column->unit;
    axis->min = isfinite(min) ? min : 0;
    axis->max = isfinite(max) ? max : 1;
    references_extend(plot, channel, axis);
}
