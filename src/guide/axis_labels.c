#include "guide/axis_labels.h"

#include <string.h>

/* px of the page's margin that labels in wider fonts may use. */
#define MARGIN 12.0
/* More periods than this are a scale, where every label would be noise. */
#define MAX_PERIODS 24

const TextStyle *
axis_style(const Axis *axis, const Theme *theme)
{
    if (axis->names != NULL)
        return axis->names;
    return axis->vertical && axis->spec->kind == SCALE_BAND && axis->spec->times == NULL
               ? &theme->label
               : &theme->axis;
}

void
axis_add_label(Axis *axis, double at, GPtrArray *lines, gboolean grid, gboolean zero,
               const LayoutContext *context)
{
    AxisLabel label = { .at = at, .lines = lines, .grid = grid, .zero = zero };

    for (guint i = 0; i < lines->len; i++)
        label.width = MAX(label.width, text_measure(context->measurer, lines->pdata[i],
                                                    axis_style(axis, context->theme))
                                           .width);
    g_array_append_val(axis->labels, label);
}

double
axis_line_height(const Axis *axis, const LayoutContext *context)
{
    return text_measure(context->measurer, "x", axis_style(axis, context->theme)).line_height;
}

void
axis_measure_overhang(Axis *axis)
{
    for (guint i = 0; i < axis->labels->len; i++) {
        const AxisLabel *label = &g_array_index(axis->labels, AxisLabel, i);

        axis->overhang_start = MAX(axis->overhang_start, label->width / 2 - label->at);
        axis->overhang = MAX(axis->overhang, label->at + label->width / 2 - axis->length);
    }
}

static double
axis_label_width(const char *label, gpointer data)
{
    const LayoutContext *context = data;

    return text_measure(context->measurer, label, &context->theme->axis).width;
}

static TickRequest
axis_tick_request(const Axis *axis, const LayoutContext *context)
{
    const AxisSpec *spec = axis->spec;
    const Theme *theme = context->theme;

    return (TickRequest){
        .length = fabs(axis->scale.to - axis->scale.from),
        .horizontal = !axis->vertical,
        .spacing = axis->vertical ? theme->tick_spacing_y : theme->tick_spacing_x,
        .count = spec->tick_count,
        .widen = spec->widen,
        .whole = spec->whole && !spec->has_format,
        .format = spec->has_format ? &spec->format : NULL,
        .time_format = spec->time_format,
        .words = spec->words,
        .thousands = spec->thousands,
        .keep_units = spec->keep_units,
        .marks = spec->marks,
        .prefix = spec->prefix,
        .suffix = spec->suffix,
        .label_width = axis_label_width,
        .line_height = text_measure(context->measurer, "x", &theme->axis).line_height,
        .label_data = (gpointer)context,
    };
}

static gboolean
axis_all_labelled(const TickSet *set)
{
    for (guint i = 0; i < set->ticks->len; i++)
        if (*g_array_index(set->ticks, Tick, i).label == '\0')
            return FALSE;
    return TRUE;
}

/* Periods in bands: each has its label where all have room; else ticks are found on a time scale
 * through the middles of the bands, then put where the period of the tick stands. */
static TickSet *
axis_ticks_of_periods(const Axis *axis, const TickRequest *request)
{
    const AxisSpec *spec = axis->spec;
    double last = spec->times[spec->n_categories - 1];
    Scale time = scale_continuous(SCALE_TIME, spec->times[0], last);
    TickRequest inner = *request;

    scale_widen_degenerate(&time, spec->unit);
    time.from = scale_map(&axis->scale, 0);
    time.to = MAX(time.from + 1, scale_map(&axis->scale, spec->n_categories - 1));
    inner.length = time.to - time.from;
    if (spec->n_categories <= MAX_PERIODS) {
        TickSet *all = ticks_at(&time, spec->times, spec->n_categories, spec->unit, &inner);

        if (axis_all_labelled(all) || spec->n_categories == 1)
            return all;
        tick_set_free(all);
    }
    return ticks_time(&time, spec->unit, &inner);
}

static double
axis_tick_place(const Axis *axis, double value)
{
    const AxisSpec *spec = axis->spec;

    if (spec->kind == SCALE_BAND)
        return scale_map(&axis->scale,
                         (double)calendar_between(spec->times[0], calendar_floor(value, spec->unit),
                                                  spec->unit) /
                             MAX(1, spec->step));
    return scale_map(&axis->scale, value);
}

/* What a label needs up to the edge of the page: wider fonts may use the margin, if it is enough.
 * sides: on how many sides of its place the label grows. */
static double
axis_page_width(double width, guint sides)
{
    return MAX(width, width * (1 + SCENE_TEXT_SLACK) - sides * MARGIN);
}

/* The labels' extent beside the panel, and beyond its ends. */
static void
axis_measure_ticks(Axis *axis, const LayoutContext *context)
{
    double widest = 0;

    for (guint i = 0; i < axis->labels->len; i++) {
        const AxisLabel *label = &g_array_index(axis->labels, AxisLabel, i);

        widest = MAX(widest, label->width);
    }
    if (!axis->vertical)
        axis_measure_overhang(axis);
    axis->thickness = axis->vertical
                          ? axis_page_width(widest, 1) + context->theme->label_gap
                          : axis_line_height(axis, context) + context->theme->tick_length + 2;
}

/* Bytes of the sign that a label loses where both sides of zero count up. */
static gsize
axis_skip_minus(const AxisSpec *spec, const char *label)
{
    const char *minus = number_marks_english.minus;

    return spec->mirrored && g_str_has_prefix(label, minus) ? strlen(minus) : 0;
}

/* Numbers that would push the panel off the page. */
static void
axis_leave_out_wide(Axis *axis, double room)
{
    for (guint i = 0; axis->vertical && room > 0 && i < axis->labels->len; i++) {
        AxisLabel *label = &g_array_index(axis->labels, AxisLabel, i);

        if (label->width <= room)
            continue;
        g_ptr_array_set_size(label->lines, 0);
        label->width = 0;
        axis->n_unlabelled++;
    }
}

const char *
axis_labels_of_ticks(Axis *axis, double room, const LayoutContext *context)
{
    const AxisSpec *spec = axis->spec;
    TickRequest request = axis_tick_request(axis, context);
    g_autoptr(TickSet) set = NULL;

    if (spec->kind == SCALE_BAND)
        set = axis_ticks_of_periods(axis, &request);
    else if (spec->n_tick_values > 0)
        set = ticks_at(&axis->scale, spec->tick_values, spec->n_tick_values, spec->unit, &request);
    else
        set = ticks_for_scale(&axis->scale, spec->unit, &request);
    if (spec->kind != SCALE_BAND && spec->widen && spec->n_tick_values == 0) {
        axis->scale.min = spec->holds_min ? axis->scale.min : set->min;
        axis->scale.max = spec->holds_max ? axis->scale.max : set->max;
    }
    for (guint i = 0; i < set->ticks->len; i++) {
        const Tick *tick = &g_array_index(set->ticks, Tick, i);
        double at = axis_tick_place(axis, tick->value);
        GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);

        if (*tick->label == '\0' && tick->major)
            axis->n_unlabelled++;
        if (*tick->label != '\0')
            g_ptr_array_add(lines, g_strdup(tick->label + axis_skip_minus(spec, tick->label)));
        if (isfinite(at) && at >= -0.5 && at <= axis->length + 0.5)
            axis_add_label(axis, at, lines, tick->major, tick->value == 0, context);
        else
            g_ptr_array_unref(lines);
    }
    axis_leave_out_wide(axis, room);
    axis_measure_ticks(axis, context);
    return set->multiplier_word;
}

/* The nearest label before or after one that has words; NULL: none. */
static AxisLabel *
axis_neighbour(const Axis *axis, guint from, int step)
{
    for (gint64 i = (gint64)from + step; i >= 0 && i < axis->labels->len; i += step) {
        AxisLabel *label = &g_array_index(axis->labels, AxisLabel, (guint)i);

        if (label->lines->len > 0)
            return label;
    }
    return NULL;
}

/* Clears the labels that a moved one stands in the way of. */
static void
axis_clear_way(Axis *axis, guint moved, int step)
{
    const AxisLabel *label = &g_array_index(axis->labels, AxisLabel, moved);
    AxisLabel *next;

    while ((next = axis_neighbour(axis, moved, step)) != NULL &&
           step * ((next->at + next->shift) - (label->at + label->shift)) <
               (next->width + label->width) / 2 * (1 + SCENE_TEXT_SLACK) + AXIS_AIR / 2) {
        g_ptr_array_set_size(next->lines, 0);
        next->width = 0;
        axis->n_unlabelled++;
    }
}

void
axis_hold_ends(Axis *axis, double start, double end)
{
    for (guint i = 0; !axis->vertical && i < axis->labels->len; i++) {
        AxisLabel *label = &g_array_index(axis->labels, AxisLabel, i);
        double half = axis_page_width(label->width, 2) / 2;
        double low = half - start, high = axis->length + end - half;

        if (label->lines->len == 0 || (label->at >= low && label->at <= high))
            continue;
        label->shift = (low > high ? (low + high) / 2 : CLAMP(label->at, low, high)) - label->at;
        axis_clear_way(axis, i, label->shift > 0 ? 1 : -1);
    }
}

/* Category names of rows stand flush left, in line with title and source; numbers end at the panel.
 */
void
axis_labels_draw(const Axis *axis, Rect panel, SceneBuilder *builder, const LayoutContext *context)
{
    const Theme *theme = context->theme;
    const TextStyle *style = axis_style(axis, theme);
    TextExtents line = text_measure(context->measurer, "x", style);
    gboolean rows = axis->vertical && axis->spec->kind == SCALE_BAND && axis->spec->times == NULL;

    for (guint i = 0; i < axis->labels->len; i++) {
        const AxisLabel *label = &g_array_index(axis->labels, AxisLabel, i);
        Point at = { panel.x + label->at + label->shift,
                     rect_bottom(panel) + theme->tick_length + line.ascent + style->size / 12 };
        Anchor anchor = ANCHOR_MIDDLE;

        if (axis->vertical) {
            double block = line.line_height * (label->lines->len - 1.0);

            anchor = rows ? ANCHOR_START : ANCHOR_END;
            at.x = rows ? panel.x - axis->thickness : panel.x - theme->label_gap;
            at.y = panel.y + label->at - block / 2 + (line.ascent - line.descent) / 2;
        }
        for (guint k = 0; k < label->lines->len; k++) {
            scene_builder_text(builder, label->lines->pdata[k], at, anchor, 0, style,
                               text_measure(context->measurer, label->lines->pdata[k], style));
            at.y += line.line_height;
        }
    }
}
