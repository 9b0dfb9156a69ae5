#include "mark/mark.h"
#include "mark/symbol.h"

/* Between a dot and its value, px. */
#define LABEL_AIR 4.0
#define RING_WIDTH 1.5

static void
dot_draw(const MarkContext *context)
{
    const Layer *layer = context->layer;
    Stroke ring = layer->ringed && context->theme->background.a > 0
                      ? stroke_solid(context->theme->background, RING_WIDTH)
                      : STROKE_NONE;

    for (gsize i = 0; i < layer->n; i++) {
        Point point = mark_point(context, i);
        const Series *series = mark_series(context, i);

        if (!mark_is_here(context, i) || !isfinite(point.x) || !isfinite(point.y) ||
            !rect_intersects(context->rect, (Rect){ point.x - 0.5, point.y - 0.5, 1, 1 }))
            continue;
        mark_push(context, i);
        symbol_draw(context->builder, series->code, point,
                    layer->radii != NULL ? layer->radii[i] : context->theme->point_radius,
                    mark_color(context, i), ring);
        scene_builder_pop(context->builder);
    }
}

/* Beyond the dot, or beyond the far end of its interval, on the side away from zero; on the other
 * where that is taken. */
static void
dot_draw_labels(const MarkContext *context)
{
    const Layer *layer = context->layer;

    for (gsize i = 0; layer->labels != NULL && i < layer->n; i++) {
        Point at = mark_point(context, i), far = at;
        double radius = layer->radii != NULL ? layer->radii[i] : context->theme->point_radius;
        gboolean back = (layer->upright ? layer->y[i] : layer->x[i]) < 0;
        LabelSpot spots[2];
        Rect box;

        if (!mark_is_here(context, i) || !isfinite(at.x) || !isfinite(at.y))
            continue;
        if (layer->upright && layer->y0 != NULL && isfinite(layer->y0[i]))
            far.y = scale_map(context->y, layer->y0[i]);
        if (!layer->upright && layer->x0 != NULL && isfinite(layer->x0[i]))
            far.x = scale_map(context->x, layer->x0[i]);
        box = rect_grow(rect_between(at.x, at.y, far.x, far.y), radius, radius);
        spots[0] = mark_spot_beyond(context, box, back, LABEL_AIR);
        spots[1] = mark_spot_beyond(context, box, !back, LABEL_AIR);
        mark_ask(context, i, (LabelRequest){ .kind = &mark_values }, spots, 2);
    }
}

const MarkType mark_dot = {
    .name = "dot",
    .summary = "a point at x and y",
    .over_zero = TRUE,
    .draw = dot_draw,
    .draw_labels = dot_draw_labels,
    .draw_key = mark_key_point,
};
