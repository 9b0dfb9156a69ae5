#include "plot/bind.h"

#include "plot/references.h"

Layer *
bind_add_layer(Plot *plot, const MarkType *mark, gsize n)
{
    Layer *layer = arena_new0(plot->arena, Layer, 1);

    *layer = (Layer){
        .type = mark,
        .n = n,
        .x = arena_new0(plot->arena, double, n),
        .y = arena_new0(plot->arena, double, n),
        .series = arena_new0(plot->arena, guint, n),
        .panel = arena_new0(plot->arena, guint, n),
        .rows = arena_new0(plot->arena, gint64, n),
        .n_slots = 1,
        .upright = TRUE,
    };
    g_ptr_array_add(plot->layers, layer);
    return layer;
}

/* An axis that need not show zero starts there when the values come near it; otherwise a third of
 * the panel stays free below the lowest point, so that a cropped axis does not shout. */
static void
bind_crop(AxisSpec *axis, double min, double max)
{
    if (min >= 0 && min <= 0.45 * max)
        axis->min = 0;
    else if (max <= 0 && max >= 0.45 * min)
        axis->max = 0;
    else if (min > 0 || max < 0)
        axis->min = min - (max - min) / 3;
    if (min > 0)
        axis->min = MAX(0, axis->min);
}

static void
bind_place(AxisSpec *axis, double min, double max)
{
    if (min >= 0 && min <= 0.3 * max)
        axis->min = 0;
    else if (max <= 0 && max >= 0.3 * min)
        axis->max = 0;
}

void
bind_train(AxisSpec *axis, AxisTraining training, double min, double max)
{
    axis->training = training;
    axis->min = min;
    axis->max = max;
    switch (training) {
    case TRAIN_ZERO:
        if (axis->kind != SCALE_LOG && axis->kind != SCALE_TIME) {
            axis->min = MIN(0, min);
            axis->max = MAX(0, max);
        }
        break;
    case TRAIN_CROP:
        if (axis->kind == SCALE_LINEAR)
            bind_crop(axis, min, max);
        break;
    case TRAIN_PLACE:
        if (axis->kind == SCALE_LINEAR)
            bind_place(axis, min, max);
        break;
    case TRAIN_NEVER:
    case TRAIN_EXACT:
    case TRAIN_NAMES:
        break;
    }
}

/* An axis of numbers or times over its values, when there are some that it can show. */
static gboolean
bind_open_axis(Plot *plot, Channel channel, AxisSpec *axis, double min, double max, gboolean zero,
               GError **error)
{
    const Column *column = plot->frame->columns[channel];

    if (!isfinite(min) || !isfinite(max))
        return bind_fail_empty(plot, channel, FALSE, error);
    bind_continuous(plot, channel, axis, min, max);
    if (!bind_check_log(plot, channel, axis, min, error))
        return FALSE;
    if (axis->kind == SCALE_LOG && zero) {
        error_set(error, ERROR_USAGE, WHERE_NONE,
                  "a log scale has no zero, where lengths begin; column \"%s\"", column->name);
        return FALSE;
    }
    axis->grid = TRUE;
    axis->widen = axis->kind != SCALE_TIME;
    return TRUE;
}

gboolean
bind_measure_axis(Plot *plot, Channel channel, AxisSpec *axis, double min, double max,
                  gboolean zero, GError **error)
{
    if (!bind_open_axis(plot, channel, axis, min, max, zero, error))
        return FALSE;
    bind_train(axis, zero ? TRAIN_ZERO : TRAIN_CROP, axis->min, axis->max);
    return bind_axis_options(plot, channel, axis, error);
}

gboolean
bind_place_axis(Plot *plot, Channel channel, AxisSpec *axis, double min, double max, double room,
                GError **error)
{
    if (!bind_open_axis(plot, channel, axis, min, max, FALSE, error))
        return FALSE;
    bind_train(axis, TRAIN_PLACE, axis->min, axis->max);
    axis->room_before = axis->room_after = room;
    /* Room for large symbols is margin enough. */
    axis->widen = axis->widen && room < 10 * theme_em(plot->theme);
    return bind_axis_options(plot, channel, axis, error);
}

gboolean
bind_made_axis(Plot *plot, Channel channel, AxisSpec *axis, double max, const char *title,
               GError **error)
{
    const AxisOptions *options = channel == CHANNEL_X ? &plot->spec->x : &plot->spec->y;
    const char *words = options->label != NULL ? options->label : title;

    *axis = (AxisSpec){
        .kind = SCALE_LINEAR, .training = TRAIN_ZERO, .max = max, .widen = TRUE, .grid = TRUE
    };
    references_extend(plot, channel, axis);
    g_free(plot->frame->titles[channel]);
    g_free(plot->frame->units[channel]);
    plot->frame->titles[channel] = *words != '\0' ? g_strdup(words) : NULL;
    plot->frame->units[channel] =
        options->unit != NULL && *options->unit != '\0' ? g_strdup(options->unit) : NULL;
    return bind_axis_options(plot, channel, axis, error);
}

void
bind_no_axes(Plot *plot)
{
    AxisSpec none = { .kind = SCALE_LINEAR, .min = 0, .max = 1, .hidden = TRUE, .absent = TRUE };

    plot->x = plot->y = none;
    plot->upright = TRUE;
}
