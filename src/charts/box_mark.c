#include "charts/box.h"

/* A line across each box at its median. */
static void
median_draw(const MarkContext *context)
{
    const Layer *layer = context->layer;
    double half = mark_slot_width(context) / 2 - (layer->n_slots > 1 ? 0.5 : 0);

    for (gsize i = 0; i < layer->n; i++) {
        Point at = mark_point(context, i);
        Point ends[] = { at, at };
        g_autoptr(Path) path = path_new();

        if (!mark_is_here(context, i) || !isfinite(at.x) || !isfinite(at.y))
            continue;
        *(layer->upright ? &ends[0].x : &ends[0].y) -= half;
        *(layer->upright ? &ends[1].x : &ends[1].y) += half;
        path_add_clipped_line(path, ends, 2, context->rect);
        scene_builder_path(context->builder, path, COLOR_NONE,
                           stroke_solid(mark_color(context, i), context->theme->line_width * 1.2));
    }
}

const MarkType mark_median = {
    .name = "median",
    .summary = "a line across a box",
    .draw = median_draw,
    .draw_key = mark_key_swatch,
};
