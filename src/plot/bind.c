#include "plot/bind.h"

#include "data/date_hint.h"
#include "plot/facets.h"
#include "plot/overlay.h"
#include "plot/palette.h"

#include <string.h>

gboolean
bind_check_channels(const Plot *plot, GError **error)
{
    for (const ChannelDef *def = plot->chart->channels; def->channel != CHANNEL_COUNT; def++) {
        const Column *column = plot->frame->columns[def->channel];

        if (column == NULL && def->required) {
            error_set(error, ERROR_USAGE, WHERE_NONE, "%s needs --%s (%s)", plot->chart->name,
                      channel_name(def->channel), def->help);
            return FALSE;
        }
        if (column != NULL && column_count_missing(column) == column->length) {
            error_set(error, ERROR_INPUT, (Where){ .file = plot->frame->table->file },
                      "--%s: column \"%s\" has no values", channel_name(def->channel),
                      column->name);
            return FALSE;
        }
        if (column != NULL && (def->accepts & (1u << column->type)) == 0) {
            g_autofree char *hint = (def->accepts & ACCEPTS_TIME) != 0 ? date_hint(column) : NULL;

            error_set(error, ERROR_USAGE, WHERE_NONE, "--%s: column \"%s\" is %s; %s needs %s%s%s",
                      channel_name(def->channel), column->name, column_type_name(column->type),
                      plot->chart->name, def->help,
                      hint != NULL ? "; say how they are written: " : "", hint != NULL ? hint : "");
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean
bind_is_highlighted(const Plot *plot, const char *name)
{
    const GPtrArray *names = plot->spec->highlight;

    for (guint i = 0; names != NULL && i < names->len; i++)
        if (frame_name_matches(name, names->pdata[i]))
            return TRUE;
    return FALSE;
}

gboolean
bind_highlights_series(const Plot *plot)
{
    const GPtrArray *names = plot->spec->highlight;

    for (guint i = 0; names != NULL && i < names->len; i++)
        if (!facets_have_name(plot, names->pdata[i]))
            return TRUE;
    return FALSE;
}

guint *
bind_series(Plot *plot)
{
    const Frame *frame = plot->frame;
    gsize n = frame->table->length;
    guint *index = arena_new0(plot->arena, guint, n);
    g_autoptr(Column) color = NULL;
    gboolean any = FALSE;

    if (frame->columns[CHANNEL_COLOR] == NULL) {
        plot->n_series = 1;
        plot->series = arena_new0(plot->arena, Series, 1);
        palette_apply(plot);
        return index;
    }
    color = column_as_text(frame->columns[CHANNEL_COLOR]);
    for (gsize i = 0; i < n; i++) {
        any = any || color->codes[i] < 0;
        index[i] = color->codes[i] < 0 ? color->levels->len : (guint)color->codes[i];
    }
    plot->n_series = color->levels->len + (any ? 1 : 0);
    plot->series = arena_new0(plot->arena, Series, plot->n_series);
    for (guint i = 0; i < plot->n_series; i++)
        plot->series[i].name = i < color->levels->len ? bind_name(plot, color->levels->pdata[i])
                                                      : bind_language(plot)->words[WORD_MISSING];
    for (guint i = 0; bind_highlights_series(plot) && i < plot->n_series; i++)
        plot->series[i].muted = !bind_is_highlighted(plot, plot->series[i].name);
    palette_apply(plot);
    return index;
}

void
bind_extent(const double *values, gsize n, double *ret_min, double *ret_max)
{
    double min = NAN, max = NAN;

    for (gsize i = 0; i < n; i++) {
        if (!isfinite(values[i]))
            continue;
        min = isnan(min) || values[i] < min ? values[i] : min;
        max = isnan(max) || values[i] > max ? values[i] : max;
    }
    *ret_min = min;
    *ret_max = max;
}

gboolean
bind_check_log(const Plot *plot, Channel channel, const AxisSpec *axis, double min, GError **error)
{
    if (axis->kind != SCALE_LOG)
        return TRUE;
    if (!(min <= 0))
        return overlay_check_log(plot, channel, error);
    error_set(error, ERROR_INPUT, (Where){ .file = plot->frame->table->file },
              "a log scale cannot show the value 0 or less in column \"%s\"",
              plot->frame->columns[channel]->name);
    return FALSE;
}

gboolean
bind_fail_empty(const Plot *plot, Channel channel, gboolean as_shares, GError **error)
{
    const char *name = plot->frame->columns[channel]->name;
    Where where = { .file = plot->frame->table->file };

    if (as_shares)
        error_set(error, ERROR_INPUT, where,
                  "column \"%s\" has no shares to draw: wherever it has values, one is missing or "
                  "negative, or all are zero",
                  name);
    else
        error_set(error, ERROR_INPUT, where, "column \"%s\" has no numbers to draw", name);
    return FALSE;
}

gboolean
bind_check_stack(const Plot *plot, GError **error)
{
    if (plot->spec->stack != STACK_CHOICE_NORMALIZE || plot->frame->columns[CHANNEL_COLOR] != NULL)
        return TRUE;
    error_set(error, ERROR_USAGE, WHERE_NONE,
              "--stack normalize needs parts: --color, or several columns");
    return FALSE;
}
