#include "charts/strip.h"
#include "charts/strip_swarm.h"
#include "mark/disc_image.h"
#include "mark/symbol.h"

/* Radii tried, from the largest, as shares of the theme's point. */
static const double radius_shares[] = { STRIP_LARGEST, 1, 0.85, 0.7, 0.55, 0.42 };

/* Whether an item belongs to the category of the one before it. */
static gboolean
strip_runs_on(const Layer *layer, gsize item)
{
    const double *band = layer->upright ? layer->x : layer->y;

    return layer->panel[item] == layer->panel[item - 1] && band[item] == band[item - 1];
}

static gsize
strip_run_end(const Layer *layer, gsize first)
{
    gsize end = first + 1;

    while (end < layer->n && strip_runs_on(layer, end))
        end++;
    return end;
}

/* px of the items along the value axis, ascending in each category whichever way the axis runs. */
static double *
strip_places(const MarkContext *context)
{
    const Layer *layer = context->layer;
    double *at = g_new(double, layer->n + 1);
    double sign;

    for (gsize i = 0; i < layer->n; i++)
        at[i] = layer->upright ? scale_map(context->y, layer->y[i])
                               : scale_map(context->x, layer->x[i]);
    sign = layer->n > 1 && at[0] > at[strip_run_end(layer, 0) - 1] ? -1 : 1;
    for (gsize i = 1; i < layer->n && sign > 0; i++)
        if (strip_runs_on(layer, i) && at[i] < at[i - 1])
            sign = -1;
    for (gsize i = 0; i < layer->n; i++)
        at[i] *= sign;
    return at;
}

/* Offsets of all items with dots of this diameter; FALSE when a category has no room for them. */
static gboolean
strip_try(const MarkContext *context, const double *at, double d, double half, double *offset)
{
    const Layer *layer = context->layer;

    for (gsize i = 0, end; i < layer->n; i = end) {
        end = strip_run_end(layer, i);
        if (!strip_swarm(at + i, end - i, d, half, offset + i))
            return FALSE;
    }
    return TRUE;
}

/* One distance between the dots of all categories, so that a wider pile always means more of them.
 */
static void
strip_pile_up(const Layer *layer, const double *at, double d, double half, double *offset)
{
    gsize most = 1;
    double step;

    for (gsize i = 0, end; i < layer->n; i = end) {
        end = strip_run_end(layer, i);
        most = MAX(most, strip_fullest(at + i, end - i, d));
    }
    step = most > 1 ? MIN(d, MAX(0, 2 * half - d) / (double)(most - 1)) : 0;
    for (gsize i = 0, end; i < layer->n; i = end) {
        end = strip_run_end(layer, i);
        strip_stack(at + i, end - i, d, step, offset + i);
    }
}

/* The largest dots that fit, alike in all categories and panels. Returns their radius. */
static double
strip_arrange(const MarkContext *context, double *offset)
{
    const Layer *layer = context->layer;
    g_autofree double *at = strip_places(context);
    double half = scale_bandwidth(layer->upright ? context->x : context->y) / 2, radius = 0;

    for (guint i = 0; i < G_N_ELEMENTS(radius_shares); i++) {
        radius = context->theme->point_radius * radius_shares[i];
        if (strip_try(context, at, 2 * radius + 0.5, half, offset))
            return radius;
    }
    strip_pile_up(layer, at, 2 * radius, half, offset);
    return radius;
}

static void
strip_draw(const MarkContext *context)
{
    const Layer *layer = context->layer;
    g_autofree double *offset = g_new0(double, layer->n + 1);
    double radius = strip_arrange(context, offset);
    Rect room = rect_grow(context->rect, 0.5, 0.5);
    g_autoptr(DiscImage) image =
        layer->n > DISC_IMAGE_FROM ? disc_image_new(rect_grow(room, radius + 1, radius + 1)) : NULL;

    for (gsize i = 0; i < layer->n; i++) {
        Point point = mark_point(context, i);

        *(layer->upright ? &point.x : &point.y) += offset[i];
        if (!mark_is_here(context, i) || !isfinite(point.x) || !isfinite(point.y) ||
            point.x < room.x || point.x > rect_right(room) || point.y < room.y ||
            point.y > rect_bottom(room))
            continue;
        if (image != NULL) {
            disc_image_add(image, point, radius, mark_color(context, i));
            continue;
        }
        mark_push(context, i);
        symbol_draw(context->builder, mark_series(context, i)->code, point, radius,
                    mark_color(context, i), STROKE_NONE);
        scene_builder_pop(context->builder);
    }
    if (image != NULL)
        disc_image_draw(image, context->builder);
}

const MarkType mark_strip = {
    .name = "strip",
    .summary = "a dot a row, side by side where they would meet",
    .draw = strip_draw,
    .draw_key = mark_key_swatch,
};
