#include "guide/axis.h"

#include "guide/axis_labels.h"

#include <string.h>

void
axis_free(Axis *axis)
{
    if (axis == NULL)
        return;
    for (guint i = 0; axis->labels != NULL && i < axis->labels->len; i++)
        g_ptr_array_unref(g_array_index(axis->labels, AxisLabel, i).lines);
    g_clear_pointer(&axis->labels, g_array_unref);
    g_free(axis->title);
    g_free(axis);
}

/* "million tonnes", but "US$ million": money is named before the multiplier. */
static void
axis_add_multiplier(GString *unit, const char *multiplier)
{
    gsize end = strcspn(unit->str, ",;(");
    gboolean money = FALSE;

    if (multiplier == NULL || *multiplier == '\0')
        return;
    for (const char *p = unit->str; p < unit->str + end; p = g_utf8_next_char(p))
        money = money || g_unichar_type(g_utf8_get_char(p)) == G_UNICODE_CURRENCY_SYMBOL;
    if (money) {
        g_string_insert(unit, (gssize)end, multiplier);
        g_string_insert_c(unit, (gssize)end, ' ');
    } else {
        g_string_prepend(unit, unit->len > 0 ? " " : "");
        g_string_prepend(unit, multiplier);
    }
}

/* "Trade, US$ million", "Population, million", "million tonnes", "Share"; NULL when nothing is to
 * be said. */
static char *
axis_make_title(const AxisSpec *spec, const char *multiplier)
{
    g_autoptr(GString) unit = g_string_new(spec->title_unit != NULL ? spec->title_unit : "");
    gboolean has_title = spec->title != NULL && *spec->title != '\0';

    axis_add_multiplier(unit, multiplier);
    if (!has_title && unit->len == 0)
        return NULL;
    if (has_title && unit->len > 0)
        return g_strdup_printf("%s, %s", spec->title, unit->str);
    if (has_title)
        return g_strdup(spec->title);
    /* "thousand dollars" alone is a title, and begins like one. */
    if (g_ascii_islower(unit->str[0]) && g_ascii_islower(unit->str[1]))
        unit->str[0] = g_ascii_toupper(unit->str[0]);
    return g_strdup(unit->str);
}

static void
axis_set_range(Axis *axis)
{
    const AxisSpec *spec = axis->spec;
    double length = axis->length;

    if (spec->kind == SCALE_BAND) {
        axis->scale = scale_band(spec->n_categories, spec->padding);
        axis->scale.from = spec->room_before;
        axis->scale.to = MAX(spec->room_before + 1, length - spec->room_after);
        if (spec->max_step > 0 &&
            spec->n_categories * spec->max_step < axis->scale.to - axis->scale.from)
            axis->scale.to = axis->scale.from + spec->n_categories * spec->max_step;
        return;
    }
    axis->scale = scale_continuous(spec->kind, spec->min, spec->max);
    scale_widen_degenerate(&axis->scale, spec->unit);
    axis->scale.from = axis->vertical ? length - spec->room_before : spec->room_before;
    axis->scale.to = axis->vertical ? spec->room_after : length - spec->room_after;
}

Axis *
axis_fit(const AxisSpec *spec, gboolean vertical, double length, double room,
         const LayoutContext *context)
{
    Axis *axis = g_new0(Axis, 1);
    const char *multiplier = NULL;

    axis->spec = spec;
    axis->vertical = vertical;
    axis->length = MAX(1, length);
    axis->labels = g_array_new(FALSE, TRUE, sizeof(AxisLabel));
    axis_set_range(axis);
    if (spec->kind == SCALE_BAND && spec->times == NULL)
        axis_labels_of_categories(axis, room, context);
    else
        multiplier = axis_labels_of_ticks(axis, room, context);
    if (spec->hidden)
        axis->thickness = axis->overhang_start = axis->overhang = 0;
    axis->title = axis_make_title(spec, multiplier);
    return axis;
}

Scale
axis_scale(const Axis *axis, Rect panel)
{
    Scale scale = axis->scale;
    double origin = axis->vertical ? panel.y : panel.x;

    scale.from += origin;
    scale.to += origin;
    scale.places = axis->spec->places;
    scale.n_places = axis->spec->n_places;
    return scale;
}

/* A line across the panel at a place of the axis. */
static void
axis_draw_across(const Axis *axis, Rect panel, double at, SceneBuilder *builder, Stroke stroke)
{
    if (axis->vertical)
        scene_builder_line(builder, (Point){ panel.x, panel.y + at },
                           (Point){ rect_right(panel), panel.y + at }, stroke);
    else
        scene_builder_line(builder, (Point){ panel.x + at, panel.y },
                           (Point){ panel.x + at, rect_bottom(panel) }, stroke);
}

void
axis_draw_grid(const Axis *axis, Rect panel, SceneBuilder *builder, const Theme *theme)
{
    if (axis->spec->hidden || !axis->spec->grid)
        return;
    scene_builder_push(builder, ROLE_GRID, NULL);
    for (guint i = 0; i < axis->labels->len; i++) {
        const AxisLabel *label = &g_array_index(axis->labels, AxisLabel, i);

        if (label->grid && !label->zero)
            axis_draw_across(axis, panel, label->at, builder,
                             stroke_solid(theme->grid, theme->grid_width));
    }
    scene_builder_pop(builder);
}

void
axis_draw_zero(const Axis *axis, Rect panel, SceneBuilder *builder, const Theme *theme)
{
    double at = scale_map(&axis->scale, 0);

    if (axis->spec->absent || axis->spec->kind == SCALE_BAND || axis->spec->kind == SCALE_TIME ||
        !isfinite(at) || at < -0.5 || at > axis->length + 0.5)
        return;
    scene_builder_push(builder, ROLE_AXIS, NULL);
    axis_draw_across(axis, panel, at, builder, stroke_solid(theme->zero, theme->zero_width));
    scene_builder_pop(builder);
}

void
axis_draw_labels(const Axis *axis, Rect panel, SceneBuilder *builder, const LayoutContext *context)
{
    const Theme *theme = context->theme;

    if (axis->spec->hidden)
        return;
    scene_builder_push(builder, ROLE_AXIS, NULL);
    if (!axis->vertical && axis->spec->kind != SCALE_BAND)
        for (guint i = 0; i < axis->labels->len; i++) {
            double x = panel.x + g_array_index(axis->labels, AxisLabel, i).at;

            scene_builder_line(builder, (Point){ x, rect_bottom(panel) },
                               (Point){ x, rect_bottom(panel) + theme->tick_length },
                               stroke_solid(theme->zero, theme->grid_width));
        }
    scene_builder_pop(builder);
    scene_builder_push(builder, ROLE_LABELS, NULL);
    axis_labels_draw(axis, panel, builder, context);
    scene_builder_pop(builder);
}
