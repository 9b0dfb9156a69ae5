#include "mark/mark.h"

static void
text_draw(const MarkContext *context)
{
    const Layer *layer = context->layer;
    TextStyle style = context->theme->label;

    for (gsize i = 0; layer->labels != NULL && i < layer->n; i++) {
        Point point = mark_point(context, i);
        TextExtents extents;
        Rect box;

        if (!mark_is_here(context, i) || layer->labels[i] == NULL || !isfinite(point.x) ||
            !isfinite(point.y))
            continue;
        style.color = mark_series(context, i)->text_color;
        extents = text_measure(context->measurer, layer->labels[i], &style);
        point.y += (extents.ascent - extents.descent) / 2;
        box = (Rect){ point.x - extents.width / 2, point.y - extents.ascent, extents.width,
                      extents.ascent + extents.descent };
        if (rect_contains(context->rect, box))
            scene_builder_text(context->builder, layer->labels[i], point, ANCHOR_MIDDLE, 0, &style,
                               extents);
    }
}

const MarkType mark_text = {
    .name = "text",
    .summary = "a label in the middle of x and y",
    .draw = text_draw,
    .draw_key = mark_key_swatch,
};
