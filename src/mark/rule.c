#include "mark/mark.h"

/* A line across the panel at one value: upright rules stand at x, others lie at y. */
static void
rule_draw(const MarkContext *context)
{
    const Layer *layer = context->layer;
    Rect rect = context->rect;

    for (gsize i = 0; i < layer->n; i++) {
        double at = layer->upright ? scale_map(context->x, layer->x[i])
                                   : scale_map(context->y, layer->y[i]);
        Stroke stroke = stroke_solid(mark_color(context, i), context->theme->zero_width);

        if (!mark_is_here(context, i) || !isfinite(at))
            continue;
        if (layer->upright && at >= rect.x && at <= rect_right(rect))
            scene_builder_line(context->builder, (Point){ at, rect.y },
                               (Point){ at, rect_bottom(rect) }, stroke);
        else if (!layer->upright && at >= rect.y && at <= rect_bottom(rect))
            scene_builder_line(context->builder, (Point){ rect.x, at },
                               (Point){ rect_right(rect), at }, stroke);
    }
}

const MarkType mark_rule = {
    .name = "rule",
    .summary = "a line across the panel at one value",
    .draw = rule_draw,
    .draw_key = mark_key_swatch,
};
