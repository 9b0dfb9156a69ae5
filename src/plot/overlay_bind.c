#include "plot/overlay.h"

#include "plot/bind.h"

#include <string.h>

/* The chart's plain series gets a name: beside others it needs one. */
static void
overlay_name_main(Plot *plot, Channel value)
{
    const Frame *frame = plot->frame;
    const char *label = bind_options_of(plot, value)->label;
    const char *name = label != NULL && *label != '\0' ? label : frame->measure_title;
    g_autofree char *made = frame->measure != NULL ? frame_title_of(frame->measure) : NULL;

    if (frame->columns[CHANNEL_COLOR] != NULL || plot->series[0].name != NULL)
        return;
    if (name == NULL)
        name = frame->titles[value] != NULL ? frame->titles[value] : made;
    plot->series[0].name = bind_name(plot, name != NULL ? name : plot->chart->name);
}

/* What the user calls the values; of rows that are counted, that. */
static const char *
overlay_column_name(const Overlay *overlay)
{
    return overlay->frame->measure != NULL ? overlay->frame->measure : "count()";
}

/* Which expressions a layer of this chart has to have, and which it cannot have. */
static gboolean
overlay_check_channels(const Overlay *overlay, Channel position, Channel value, gboolean own_x,
                       GError **error)
{
    const char *mark = overlay->kind->mark->name;
    gboolean spans = overlay->exprs[CHANNEL_LOW] != NULL;

    if (overlay->exprs[value] == NULL && !(spans && overlay->kind->mark == &mark_area)) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--layer: %s needs %s=, the values that this chart shows along %s", mark,
                  channel_name(value), channel_name(value));
        return FALSE;
    }
    if (overlay->exprs[position] != NULL && (!own_x || !overlay->kind->places)) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  overlay->kind->places
                      ? "--layer: %s stands on the categories of the chart's %s; leave out %s="
                      : "--layer: %s lies across the panel; it has no %s of its own: leave out %s=",
                  mark, channel_name(position), channel_name(position));
        return FALSE;
    }
    return TRUE;
}

static gboolean
overlay_check_type(const Overlay *overlay, Channel channel, const Column *main, GError **error)
{
    const Column *column = overlay->frame->columns[channel];
    ColumnType wanted = main != NULL ? main->type : COLUMN_NUMBER;

    if (column == NULL)
        return TRUE;
    if (column->type != wanted) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "--layer: %s: column \"%s\" is %s; the chart's axis shows %s",
                  channel_name(channel), column->name, column_type_name(column->type),
                  column_type_name(wanted));
        return FALSE;
    }
    if (column_count_missing(column) == column->length) {
        error_set(error, ERROR_INPUT, (Where){ .file = overlay->frame->table->file },
                  "--layer: %s: column \"%s\" has no values", channel_name(channel),
                  channel == overlay->value ? overlay_column_name(overlay) : column->name);
        return FALSE;
    }
    return TRUE;
}

/* Two units on one scale would be one lie. */
static gboolean
overlay_check_unit(const Plot *plot, const Overlay *overlay, Channel value, GError **error)
{
    const char *main = plot->frame->units[value], *own = overlay->frame->units[value];

    if (main == NULL || own == NULL || strcmp(main, own) == 0)
        return TRUE;
    error_set(error, ERROR_USAGE, WHERE_NONE,
              "--layer: \"%s\" is in %s and the chart's values are in %s; one scale shows one unit",
              overlay_column_name(overlay), own, main);
    return FALSE;
}

static gboolean
overlay_bind_one(Plot *plot, Overlay *overlay, Channel position, Channel value, guint keeps,
                 GError **error)
{
    const Column *main = plot->frame->columns[position];
    const Channel numbers[] = { value, CHANNEL_LOW, CHANNEL_HIGH };

    /* Across the panel there is one value a panel. */
    if (!overlay->kind->places)
        keeps &= ~(1u << position | 1u << CHANNEL_COLOR);
    overlay->frame =
        frame_beside(plot->frame, plot->spec, overlay->exprs, value, keeps, plot->report, error);
    if (overlay->frame == NULL || !overlay_check_unit(plot, overlay, value, error))
        return FALSE;
    if (overlay->exprs[position] != NULL) {
        if (!overlay_check_type(overlay, position, main, error))
            return FALSE;
        frame_leave_out_missing(overlay->frame, position, plot->report);
    }
    for (guint i = 0; i < G_N_ELEMENTS(numbers); i++)
        if (!overlay_check_type(overlay, numbers[i], NULL, error))
            return FALSE;
    return TRUE;
}

gboolean
overlay_bind(Plot *plot, Channel position, Channel value, gboolean by_series, gboolean own_x,
             GError **error)
{
    guint keeps = 1u << position | 1u << CHANNEL_FACET | 1u << CHANNEL_FACET_ROWS |
                  (by_series ? 1u << CHANNEL_COLOR : 0);

    if (plot->n_overlays == 0)
        return TRUE;
    for (guint i = 0; i < plot->n_overlays; i++) {
        Overlay *overlay = &plot->overlays[i];

        overlay->position = position;
        overlay->value = value;
        if (!overlay_check_channels(overlay, position, value, own_x, error) ||
            !overlay_bind_one(plot, overlay, position, value, keeps, error))
            return FALSE;
    }
    overlay_name_main(plot, value);
    return TRUE;
}

gboolean
overlay_check_stack(const Plot *plot, StackMode mode, GError **error)
{
    if (plot->n_overlays == 0 || mode == STACK_NONE || mode == STACK_ZERO)
        return TRUE;
    error_set(error, ERROR_USAGE, WHERE_NONE,
              "--layer: the values of a layer do not stand on a scale of %s; leave out --stack %s",
              mode == STACK_NORMALIZE ? "shares" : "piles around a middle",
              mode == STACK_NORMALIZE ? "normalize" : "center");
    return FALSE;
}

static void
overlay_extend_column(const Column *column, double *min, double *max)
{
    double low, high;

    if (column == NULL || column->type == COLUMN_TEXT)
        return;
    bind_extent(column->values, column->length, &low, &high);
    if (low < *min)
        *min = low;
    if (high > *max)
        *max = high;
}

void
overlay_extent(const Overlay *overlay, double *min, double *max)
{
    const Channel shown[] = { overlay->value, CHANNEL_LOW, CHANNEL_HIGH };

    for (guint i = 0; overlay->frame != NULL && i < G_N_ELEMENTS(shown); i++)
        overlay_extend_column(overlay->frame->columns[shown[i]], min, max);
}

void
overlay_extend(const Plot *plot, Channel channel, double *min, double *max)
{
    for (guint i = 0; i < plot->n_overlays; i++) {
        const Overlay *overlay = &plot->overlays[i];

        if (overlay->frame == NULL || (channel != overlay->position && channel != overlay->value))
            continue;
        if (channel == overlay->position) {
            overlay_extend_column(overlay->frame->columns[channel], min, max);
            continue;
        }
        overlay_extent(overlay, min, max);
        if (overlay->kind->from_zero && overlay->exprs[CHANNEL_LOW] == NULL) {
            *min = MIN(*min, 0);
            *max = MAX(*max, 0);
        }
    }
}

gboolean
overlay_check_log(const Plot *plot, Channel channel, GError **error)
{
    for (guint i = 0; i < plot->n_overlays; i++) {
        const Overlay *overlay = &plot->overlays[i];
        double min = INFINITY, max = -INFINITY;

        if (overlay->frame == NULL || (channel != overlay->position && channel != overlay->value))
            continue;
        if (channel == overlay->value)
            overlay_extent(overlay, &min, &max);
        else
            overlay_extend_column(overlay->frame->columns[channel], &min, &max);
        if (min <= 0) {
            error_set(error, ERROR_INPUT, (Where){ .file = overlay->frame->table->file },
                      "--layer: a log scale cannot show the value 0 or less in column \"%s\"",
                      overlay_column_name(overlay));
            return FALSE;
        }
        if (channel != overlay->position && overlay->kind->from_zero &&
            overlay->exprs[CHANNEL_LOW] == NULL) {
            error_set(error, ERROR_USAGE, WHERE_NONE,
                      "--layer: a log scale has no zero, where a %s begins; use line or dot",
                      overlay->kind->mark->name);
            return FALSE;
        }
    }
    return TRUE;
}
