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

/* Above a standing bar, right of a lying one; on its other side where the line of zero runs. */
static void
connector_draw_labels(const MarkContext *context)
{
    const Layer *layer = context->layer;
    double zero = scale_map(layer->upright ? context->y : context->x, 0);

    for (gsize i = 0; layer->labels != NULL && i < layer->n; i++) {
        const TextStyle *style = &context->theme->label;
        Rect rect = waterfall_rect(context, i);
        TextExtents text;
        Point at = { rect.x + rect.width / 2, rect.y + rect.height / 2 };
        double height;

        if (!mark_is_here(context, i) || layer->labels[i] == NULL || !isfinite(at.x + at.y))
            continue;
        text = text_measure(context->measurer, layer->labels[i], style);
        height = text.ascent + text.descent;
        if (layer->upright) {
            gboolean below = rect.y > zero - 0.5 && rect_bottom(rect) > zero + 0.5 &&
                             rect.y - WATERFALL_AIR - height < zero;

            at.y = below ? rect_bottom(rect) + WATERFALL_AIR + text.ascent : rect.y - WATERFALL_AIR;
        } else {
            gboolean left = rect_right(rect) < zero + 0.5 && rect.x < zero - 0.5 &&
                            rect_right(rect) + WATERFALL_AIR + text.width > zero;

            at.x = left ? rect.x - WATERFALL_AIR - text.width / 2
                        : rect_right(rect) + WATERFALL_AIR + text.width / 2;
            at.y += (text.ascent - text.descent) / 2;
        }
        scene_builder_text(context->builder, layer->labels[i], at, ANCHOR_MIDDLE, 0, style, text);
    }
}

const MarkType waterfall_connector = {
    .name = "connector",
    .summary = "a thin line from the end of a bar to the next",
    .draw = connector_draw,
    .draw_labels = connector_draw_labels,
    .draw_key = mark_key_swatch,
};
