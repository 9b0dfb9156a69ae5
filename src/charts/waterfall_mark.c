#include "charts/waterfall.h"

/* The bar of an item, px. */
static Rect
waterfall_rect(const MarkContext *context, gsize item)
{
    const Layer *layer = context->layer;
    Point far = mark_point(context, item);
    double half = mark_slot_width(context) / 2;

    return layer->upright ? rect_between(far.x - half, scale_map(context->y, layer->y0[item]),
                                         far.x + half, far.y)
                          : rect_between(scale_map(context->x, layer->x0[item]), far.y - half,
                                         far.x, far.y + half);
}

/* Thin lines from the level where a bar ends to the bar that begins there. The items are those of
 * the bars, step after step. */
static void
connector_draw(const MarkContext *context)
{
    const Layer *layer = context->layer;

    for (gsize i = 0; i + 1 < layer->n; i++) {
        Rect one, other;
        Point ends[2];
        g_autoptr(Path) path = path_new();

        if (!mark_is_here(context, i) || !mark_is_here(context, i + 1))
            continue;
        one = waterfall_rect(context, i);
        other = waterfall_rect(context, i + 1);
        ends[0] = mark_point(context, i);
        ends[1] = ends[0];
        if (layer->upright) {
            ends[0].x = rect_right(one);
            ends[1].x = other.x;
        } else {
            ends[0].y = rect_bottom(one);
            ends[1].y = other.y;
        }
        path_add_clipped_line(path, ends, 2, context->rect);
        scene_builder_path(context->builder, path, COLOR_NONE,
                           stroke_solid(context->theme->axis.color, context->theme->grid_width));
    }
}

const MarkType waterfall_connector = {
    .name = "connector",
    .summary = "a thin line from the end of a bar to the next",
    .draw = connector_draw,
    .draw_key = mark_key_swatch,
};
