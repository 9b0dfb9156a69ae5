#include "mark/mark.h"

/* White lines between the parts of a pile keep neighbours apart without an outline. */
#define PART_GAP 1.0

/* Thinner labels than this would touch the bars' edges. */
#define LABEL_AIR 4.0

/* A bar between two edges, as bins have it: a hair of background keeps it apart from the next. */
static gboolean
bar_rect_between(const MarkContext *context, gsize item, Rect *ret_rect)
{
    const Layer *layer = context->layer;
    double x0 = scale_map(context->x, layer->x0[item]), x1 = scale_map(context->x, layer->x[item]);
    double y0 = scale_map(context->y, layer->y0[item]), y1 = scale_map(context->y, layer->y[item]);

    if (!isfinite(x0) || !isfinite(x1) || !isfinite(y0) || !isfinite(y1))
        return FALSE;
    *ret_rect = rect_between(x0, y0, x1, y1);
    if (layer->upright && ret_rect->width > 4 * PART_GAP)
        *ret_rect = rect_grow(*ret_rect, -PART_GAP / 2, 0);
    else if (!layer->upright && ret_rect->height > 4 * PART_GAP)
        *ret_rect = rect_grow(*ret_rect, 0, -PART_GAP / 2);
    return TRUE;
}

/* The bar of an item in px, before clipping; FALSE when it is missing. */
static gboolean
bar_rect(const MarkContext *context, gsize item, Rect *ret_rect)
{
    const Layer *layer = context->layer;
    Point far = mark_point(context, item);
    double near, one = mark_slot_width(context);

    if (layer->x0 != NULL && layer->y0 != NULL)
        return bar_rect_between(context, item, ret_rect);
    near = layer->upright ? scale_map(context->y, layer->y0[item])
                          : scale_map(context->x, layer->x0[item]);
    if (!isfinite(far.x) || !isfinite(far.y) || !isfinite(near))
        return FALSE;
    /* Side by side: a hair of air, so that neighbours of one colour can be told apart. */
    if (layer->n_slots > 1 && one > 6)
        one -= 1;
    *ret_rect = layer->upright ? rect_between(far.x - one / 2, near, far.x + one / 2, far.y)
                               : rect_between(near, far.y - one / 2, far.x, far.y + one / 2);
    return TRUE;
}

static void
bar_draw_item(const MarkContext *context, gsize item)
{
    const Layer *layer = context->layer;
    Rect rect;

    if (!mark_is_here(context, item) || !bar_rect(context, item, &rect))
        return;
    rect = rect_clip(rect, context->rect);
    if (layer->stacked && layer->upright && rect.height > 4 * PART_GAP) {
        rect.height -= PART_GAP;
    } else if (layer->stacked && !layer->upright && rect.width > 4 * PART_GAP) {
        rect.width -= PART_GAP;
    }
    mark_push(context, item);
    scene_builder_rect(context->builder, rect, 0, mark_color(context, item), STROKE_NONE);
    scene_builder_pop(context->builder);
}

static void
bar_draw(const MarkContext *context)
{
    for (gsize i = 0; i < context->layer->n; i++)
        bar_draw_item(context, i);
}

/* A label beyond the end of a bar that stands alone. */
static void
bar_draw_label_outside(const MarkContext *context, gsize item, Rect rect, const char *label)
{
    const Layer *layer = context->layer;
    const TextStyle *style = &context->theme->label;
    TextExtents extents = text_measure(context->measurer, label, style);
    double value = layer->upright ? layer->y[item] : layer->x[item];
    gboolean negative = value < 0;
    Point at;

    if (layer->upright) {
        at.x = rect.x + rect.width / 2;
        at.y = negative ? rect_bottom(rect) + LABEL_AIR + extents.ascent : rect.y - LABEL_AIR;
        scene_builder_text(context->builder, label, at, ANCHOR_MIDDLE, 0, style, extents);
        return;
    }
    at.x = negative ? rect.x - LABEL_AIR - 1 : rect_right(rect) + LABEL_AIR + 1;
    at.y = rect.y + rect.height / 2 + (extents.ascent - extents.descent) / 2;
    scene_builder_text(context->builder, label, at, negative ? ANCHOR_END : ANCHOR_START, 0, style,
                       extents);
}

/* A label in the middle of a part of a pile, in the colour that can be read there; left out when
 * the part is too small. */
static void
bar_draw_label_inside(const MarkContext *context, gsize item, Rect rect, const char *label)
{
    TextStyle style = context->theme->label;
    TextExtents extents;
    Point middle = { rect.x + rect.width / 2, rect.y + rect.height / 2 };

    style.color = color_readable_on(mark_series(context, item)->color, COLOR_RGB(0x1b232d),
                                    COLOR_RGB(0xffffff));
    extents = text_measure(context->measurer, label, &style);
    if (extents.width + 2 * LABEL_AIR > rect.width ||
        extents.ascent + extents.descent > rect.height)
        return;
    middle.y += (extents.ascent - extents.descent) / 2;
    scene_builder_text(context->builder, label, middle, ANCHOR_MIDDLE, 0, &style, extents);
}

static void
bar_draw_labels(const MarkContext *context)
{
    const Layer *layer = context->layer;
    Rect rect;

    if (layer->labels == NULL)
        return;
    for (gsize i = 0; i < layer->n; i++) {
        if (!mark_is_here(context, i) || layer->labels[i] == NULL || !bar_rect(context, i, &rect))
            continue;
        rect = rect_clip(rect, context->rect);
        if (layer->stacked)
            bar_draw_label_inside(context, i, rect, layer->labels[i]);
        else
            bar_draw_label_outside(context, i, rect, layer->labels[i]);
    }
}

const MarkType mark_bar = {
    .name = "bar",
    .summary = "a rectangle from one value to another within a band",
    .draw = bar_draw,
    .draw_labels = bar_draw_labels,
    .draw_key = mark_key_swatch,
};
