#include "guide/axis_labels.h"

#include "text/wrap.h"

/* Where fonts are wider than here, at least this is left, px. */
#define LEAST_AIR 2.0
#define MAX_LINES 3

/* Smaller letters come before fewer names. */
static void
axis_choose_names(Axis *axis, const LayoutContext *context)
{
    const TextStyle *const styles[] = { axis_style(axis, context->theme), &context->theme->axis,
                                        &context->theme->source };
    double step = scale_step(&axis->scale);

    for (guint i = 0; i < G_N_ELEMENTS(styles); i++) {
        axis->names = styles[i];
        if (text_measure(context->measurer, "x", styles[i]).line_height <= step)
            return;
    }
    axis->names = styles[0];
}

/* A name, counted when it ends in an ellipsis of ours. */
static void
axis_add_name(Axis *axis, guint category, double at, GPtrArray *lines, gboolean grid,
              const LayoutContext *context)
{
    const char *last = lines->pdata[lines->len - 1];

    if (g_str_has_suffix(last, "…") && !g_str_has_suffix(axis->spec->categories[category], "…"))
        axis->n_cut++;
    axis_add_label(axis, at, lines, grid, FALSE, context);
}

/* Names one above the other: each may take the lines that its band has room for. */
static void
axis_label_rows(Axis *axis, double room, const LayoutContext *context)
{
    const AxisSpec *spec = axis->spec;
    double step = scale_step(&axis->scale), line_height;
    const TextStyle *style;
    guint max_lines, every;

    axis_choose_names(axis, context);
    style = axis_style(axis, context->theme);
    line_height = axis_line_height(axis, context);
    max_lines = (guint)CLAMP(step / line_height, 1, 4);
    every = (guint)CLAMP(ceil(line_height / MAX(step, 0.01)), 1, 1e6);
    for (guint i = 0; i < spec->n_categories; i++) {
        if (spec->categories[i] == NULL || i % every != 0)
            continue;
        axis_add_name(axis, i, scale_map(&axis->scale, i),
                      text_wrap_balanced(spec->categories[i], style,
                                         MAX(20, room - context->theme->label_gap), max_lines,
                                         context->measurer),
                      TRUE, context);
    }
    for (guint i = 0; i < axis->labels->len; i++)
        axis->thickness = MAX(axis->thickness, g_array_index(axis->labels, AxisLabel, i).width);
    /* They grow towards the panel where other fonts take more room. */
    axis->thickness = MAX(axis->thickness + context->theme->label_gap,
                          axis->thickness * (1 + SCENE_TEXT_SLACK) + 2);
}

/* What a name may take of its band beside others. */
static double
axis_name_room(const Axis *axis)
{
    double step = scale_step(&axis->scale);

    return MIN(step - AXIS_AIR, (step - LEAST_AIR) / (1 + SCENE_TEXT_SLACK));
}

/* How many categories share one label so that each stands on one line; 1 when all fit wrapped. */
static guint
axis_columns_every(const Axis *axis, const LayoutContext *context)
{
    const AxisSpec *spec = axis->spec;
    const TextStyle *style = &context->theme->axis;
    double step = scale_step(&axis->scale), room = axis_name_room(axis), widest = 0;
    gboolean fits = TRUE;

    for (guint i = 0; i < spec->n_categories; i++) {
        g_autoptr(GPtrArray) lines = NULL;

        if (spec->categories[i] == NULL)
            continue;
        widest = MAX(widest, text_measure(context->measurer, spec->categories[i], style).width);
        if (!fits)
            continue;
        lines = text_wrap(spec->categories[i], style, MAX(1, room), 0, context->measurer);
        fits = lines->len <= MAX_LINES &&
               text_widest_word(spec->categories[i], style, context->measurer) <= room;
    }
    return fits ? 1
                : (guint)CLAMP(ceil((widest * (1 + SCENE_TEXT_SLACK) + AXIS_AIR) / MAX(step, 0.01)),
                               1, 1e6);
}

/* A name that is wider than its band stays within the axis, and off the name before it. */
static void
axis_add_wide_name(Axis *axis, guint category, double *right, const LayoutContext *context)
{
    const char *name = axis->spec->categories[category];
    GPtrArray *lines = text_wrap(name, &context->theme->axis, axis->length / (1 + SCENE_TEXT_SLACK),
                                 1, context->measurer);
    double half = text_measure(context->measurer, lines->pdata[0], &context->theme->axis).width *
                  (1 + SCENE_TEXT_SLACK) / 2;
    double at = CLAMP(scale_map(&axis->scale, category), half, MAX(half, axis->length - half));

    if (at - half < *right) {
        g_ptr_array_unref(lines);
        return;
    }
    axis_add_name(axis, category, at, lines, FALSE, context);
    *right = at + half + AXIS_AIR;
}

/* Names side by side: wrapped into their bands, or every k-th on one line when even that is too
 * wide. */
static void
axis_label_columns(Axis *axis, const LayoutContext *context)
{
    const AxisSpec *spec = axis->spec;
    double line_height = axis_line_height(axis, context);
    guint every = axis_columns_every(axis, context), lines = 1;
    double right = -G_MAXDOUBLE;

    for (guint i = 0; i < spec->n_categories; i += every) {
        if (spec->categories[i] == NULL)
            continue;
        if (every > 1)
            axis_add_wide_name(axis, i, &right, context);
        else
            axis_add_name(axis, i, scale_map(&axis->scale, i),
                          text_wrap_balanced(spec->categories[i], &context->theme->axis,
                                             MAX(10, axis_name_room(axis)), MAX_LINES,
                                             context->measurer),
                          TRUE, context);
    }
    for (guint i = 0; i < axis->labels->len; i++)
        lines = MAX(lines, g_array_index(axis->labels, AxisLabel, i).lines->len);
    axis_measure_overhang(axis);
    axis->thickness = lines * line_height + context->theme->tick_length;
}

void
axis_labels_of_categories(Axis *axis, double room, const LayoutContext *context)
{
    if (axis->vertical)
        axis_label_rows(axis, room, context);
    else
        axis_label_columns(axis, context);
    for (guint i = 0; i < axis->spec->n_categories; i++)
        axis->n_unnamed += axis->spec->categories[i] != NULL ? 1 : 0;
    axis->n_unnamed -= MIN(axis->n_unnamed, axis->labels->len);
}
