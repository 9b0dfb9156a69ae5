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
        double from = layer->upright ? rect.x : rect.y;
        double to = layer->upright ? rect_right(rect) : rect_bottom(rect);

        if (!mark_is_here(context, i) || !isfinite(at) || at < from || at > to)
            continue;
        mark_push(context, i);
        scene_builder_line(
            context->builder, layer->upright ? (Point){ at, rect.y } : (Point){ rect.x, at },
            layer->upright ? (Point){ at, rect_bottom(rect) } : (Point){ rect_right(rect), at },
            stroke_solid(mark_color(context, i), context->theme->zero_width));
        scene_builder_pop(context->builder);
    }
}

const MarkType mark_rule = {
    .name = "rule",
    .summary = "a line across the panel at one value",
    .across = TRUE,
    .draw = rule_draw,
    .draw_key = mark_key_line,
};
