#include "mark/mark.h"

/* A straight stroke from one end of an extent to the other: stems, connectors, error bars. */
static void
segment_draw(const MarkContext *context)
{
    const Layer *layer = context->layer;

    for (gsize i = 0; i < layer->n; i++) {
        Point to = mark_point(context, i);
        Point from = { layer->x0 != NULL ? scale_map(context->x, layer->x0[i]) : to.x,
                       layer->y0 != NULL ? scale_map(context->y, layer->y0[i]) : to.y };
        Point ends[] = { from, to };
        g_autoptr(Path) path = NULL;

        if (!mark_is_here(context, i) || !isfinite(from.x) || !isfinite(from.y) ||
            !isfinite(to.x) || !isfinite(to.y))
            continue;
        path = path_new();
        path_add_clipped_line(path, ends, 2, context->rect);
        scene_builder_path(context->builder, path, COLOR_NONE,
                           stroke_solid(mark_color(context, i), context->theme->line_width * 0.75));
    }
}

const MarkType mark_segment = {
    .name = "segment",
    .summary = "a straight stroke between two ends",
    .over_zero = TRUE,
    .draw = segment_draw,
    .draw_key = mark_key_swatch,
};
