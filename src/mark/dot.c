#include "mark/mark.h"
#include "mark/symbol.h"

/* Between a dot and its value, px. */
#define LABEL_AIR 4.0

static void
dot_draw(const MarkContext *context)
{
    const Layer *layer = context->layer;

    for (gsize i = 0; i < layer->n; i++) {
        Point point = mark_point(context, i);
        const Series *series = mark_series(context, i);

        if (!mark_is_here(context, i) || !isfinite(point.x) || !isfinite(point.y) ||
            !rect_intersects(context->rect, (Rect){ point.x - 0.5, point.y - 0.5, 1, 1 }))
            continue;
        mark_push(context, i);
        symbol_draw(context->builder, series->code, point,
                    layer->radii != NULL ? layer->radii[i] : context->theme->point_radius,
                    mark_color(context, i), STROKE_NONE);
        scene_builder_pop(context->builder);
    }
}

/* Beyond the dot, or beyond the far end of its interval, on the side away from zero. */
static void
dot_draw_labels(const MarkContext *context)
{
    const Layer *layer = context->layer;
    const TextStyle *style = &context->theme->label;

    for (gsize i = 0; layer->labels != NULL && i < layer->n; i++) {
        Point at = mark_point(context, i);
        double value = layer->upright ? layer->y[i] : layer->x[i];
        double radius = layer->radii != NULL ? layer->radii[i] : context->theme->point_radius;
        double way = value < 0 ? -1 : 1, air = radius + LABEL_AIR;
        TextExtents text;

        if (!mark_is_here(context, i) || layer->labels[i] == NULL || !isfinite(at.x) ||
            !isfinite(at.y))
            continue;
        text = text_measure(context->measurer, layer->labels[i], style);
        if (layer->upright) {
            if (layer->y0 != NULL && isfinite(layer->y0[i]))
                at.y = scale_map(context->y, layer->y0[i]);
            at.y += way > 0 ? -air : air + text.ascent;
        } else {
            if (layer->x0 != NULL && isfinite(layer->x0[i]))
                at.x = scale_map(context->x, layer->x0[i]);
            at.x += way * air;
            at.y += (text.ascent - text.descent) / 2;
        }
        scene_builder_text(context->builder, layer->labels[i], at,
                           layer->upright ? ANCHOR_MIDDLE
                           : way > 0      ? ANCHOR_START
                                          : ANCHOR_END,
                           0, style, text);
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
