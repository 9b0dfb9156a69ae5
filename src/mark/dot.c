#include "mark/mark.h"

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
        scene_builder_push_mark(context->builder, layer->titles != NULL ? layer->titles[i] : NULL,
                                series->name, layer->rows != NULL ? layer->rows[i] : 0);
        scene_builder_circle(context->builder, point, context->theme->point_radius, series->color,
                             STROKE_NONE);
        scene_builder_pop(context->builder);
    }
}

static void
dot_draw_key(SceneBuilder *builder, Rect rect, const Series *series, const Theme *theme)
{
    scene_builder_circle(builder, (Point){ rect.x + rect.width / 2, rect.y + rect.height / 2 },
                         theme->point_radius, series->color, STROKE_NONE);
}

const MarkType mark_dot = {
    .name = "dot",
    .summary = "a point at x and y",
    .draw = dot_draw,
    .draw_key = dot_draw_key,
};
