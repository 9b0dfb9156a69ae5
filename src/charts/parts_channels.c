#include "charts/parts.h"

#include "plot/bind.h"
#include "plot/option.h"

/* Which channel names the parts; x and y change places when the values stand on x. */
static gboolean
parts_choose_channels(Plot *plot, PartsFlags flags, Channel *ret_value, GError **error)
{
    Frame *frame = plot->frame;
    Column **columns = frame->columns;
    gboolean swaps = columns[CHANNEL_X] != NULL && columns[CHANNEL_X]->type == COLUMN_NUMBER &&
                     columns[CHANNEL_Y]->type != COLUMN_NUMBER;

    *ret_value = swaps ? CHANNEL_X : CHANNEL_Y;
    if (columns[*ret_value]->type != COLUMN_NUMBER) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--%s: column \"%s\" is %s; %s needs numbers; count() counts rows",
                  channel_name(*ret_value), columns[*ret_value]->name,
                  column_type_name(columns[*ret_value]->type), plot->chart->name);
        return FALSE;
    }
    if (columns[CHANNEL_COLOR] == NULL && columns[swaps ? CHANNEL_Y : CHANNEL_X] == NULL) {
        error_set(error, ERROR_USAGE, WHERE_NONE, "%s needs --color or --x (the parts)",
                  plot->chart->name);
        return FALSE;
    }
    if ((flags & PARTS_NAMED) == 0 && columns[CHANNEL_COLOR] != NULL &&
        columns[swaps ? CHANNEL_Y : CHANNEL_X] != NULL &&
        columns[CHANNEL_COLOR] != columns[swaps ? CHANNEL_Y : CHANNEL_X]) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "%s has one column of parts: give --%s or --color, not both; --facet makes a "
                  "panel for each value",
                  plot->chart->name, swaps ? "y" : "x");
        return FALSE;
    }
    return TRUE;
}

/* What speaks of axes has no meaning here; the unit and the format of the values do. */
static gboolean
parts_refuse_axes(const Plot *plot, Channel value, GError **error)
{
    static const char *const names[] = { "x-scale", "y-scale", "x-domain", "y-domain",
                                         "x-ticks", "y-ticks", "grid",     "annotate" };
    static const char *const words[] = { "label", "unit", "format" };

    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (option_is_given(plot->spec, names[i])) {
            error_set(error, ERROR_USAGE, WHERE_NONE, "--%s: %s has no axes", names[i],
                      plot->chart->name);
            return FALSE;
        }
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        g_autofree char *name = g_strdup_printf("%s-%s", value == CHANNEL_Y ? "x" : "y", words[i]);

        if (option_is_given(plot->spec, name)) {
            error_set(error, ERROR_USAGE, WHERE_NONE, "--%s: the values of %s are on --%s", name,
                      plot->chart->name, channel_name(value));
            return FALSE;
        }
    }
    return TRUE;
}

/* The values onto y, the names onto color, or onto x when the colour says something else. */
static void
parts_move_channels(const Plot *plot, Channel value, PartsFlags flags)
{
    Frame *frame = plot->frame;

    if (value == CHANNEL_X) {
        Column *column = frame->columns[CHANNEL_X];
        char *title = frame->titles[CHANNEL_X], *unit = frame->units[CHANNEL_X];

        frame->columns[CHANNEL_X] = frame->columns[CHANNEL_Y];
        frame->titles[CHANNEL_X] = frame->titles[CHANNEL_Y];
        frame->units[CHANNEL_X] = frame->units[CHANNEL_Y];
        frame->columns[CHANNEL_Y] = column;
        frame->titles[CHANNEL_Y] = title;
        frame->units[CHANNEL_Y] = unit;
    }
    if ((flags & PARTS_NAMED) != 0) {
        if (frame->columns[CHANNEL_X] == NULL)
            frame->columns[CHANNEL_X] = frame->columns[CHANNEL_COLOR];
        /* What is to stand out, or has a colour of its own, is a series. */
        if (plot->spec->highlight != NULL || plot->spec->colors != NULL)
            frame->columns[CHANNEL_COLOR] = frame->columns[CHANNEL_COLOR] != NULL
                                                ? frame->columns[CHANNEL_COLOR]
                                                : frame->columns[CHANNEL_X];
    } else {
        if (frame->columns[CHANNEL_COLOR] == NULL)
            frame->columns[CHANNEL_COLOR] = frame->columns[CHANNEL_X];
        frame->columns[CHANNEL_X] = NULL;
    }
}

gboolean
parts_take_channels(Plot *plot, PartsFlags flags, AxisSpec *axis, GError **error)
{
    Channel value;

    if (!parts_choose_channels(plot, flags, &value, error) ||
        !parts_refuse_axes(plot, value, error) || !bind_axis_options(plot, value, axis, error))
        return FALSE;
    parts_move_channels(plot, value, flags);
    frame_leave_out_missing(plot->frame, (flags & PARTS_NAMED) != 0 ? CHANNEL_X : CHANNEL_COLOR,
                            plot->report);
    if (plot->frame->columns[CHANNEL_COLOR] != NULL)
        frame_leave_out_missing(plot->frame, CHANNEL_COLOR, plot->report);
    frame_leave_out_missing(plot->frame, CHANNEL_Y, plot->report);
    return plot->frame->table->length > 0 || bind_fail_empty(plot, CHANNEL_Y, FALSE, error);
}
