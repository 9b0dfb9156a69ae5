#include "mark/mark.h"
#include "mark/surface.h"

/* White lines between the parts of a pile keep neighbours apart without an outline. */
#define PART_GAP 1.0

/* Between a bar and its value, px; around a value in a part of a pile. */
#define LABEL_AIR 4.0
#define PART_AIR 1.0

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
    if (layer->share > 0)
        one *= layer->share;
    *ret_rect = layer->upright ? rect_between(far.x - one / 2, near, far.x + one / 2, far.y)
                               : rect_between(near, far.y - one / 2, far.x, far.y + one / 2);
    return TRUE;
}

static void
bar_draw_item(const MarkContext *context, gsize item)
{
    const Layer *layer = context->layer;
    const Surface surface = mark_surface(context, item);
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
    surface_rect(context->builder, &surface, rect);
    scene_builder_pop(context->builder);
}

static void
bar_draw(const MarkContext *context)
{
    for (gsize i = 0; i < context->layer->n; i++)
        bar_draw_item(context, i);
}

static gboolean
bar_floats(const Layer *layer, gsize item)
{
    const double *near = layer->upright ? layer->y0 : layer->x0;

    return near[item] != 0;
}

/* Parts of a pile carry their values, a bar that stands alone has its own beyond its end, or inside
 * where there is no room beyond; one that does not begin at zero may have it at its other end. */
static void
bar_draw_labels(const MarkContext *context)
{
    const Layer *layer = context->layer;
    Rect rect;

    for (gsize i = 0; layer->labels != NULL && i < layer->n; i++) {
        const Surface surface = mark_surface(context, i);
        gboolean back = (layer->upright ? layer->y[i] : layer->x[i]) < 0;
        LabelSpot spots[3];

        if (!mark_is_here(context, i) || !bar_rect(context, i, &rect))
            continue;
        rect = rect_clip(rect, context->rect);
        if (layer->stacked) {
            spots[0] = surface_spot_inside(&surface, rect, PART_AIR);
            mark_ask(context, i, (LabelRequest){ .kind = &mark_inner_values }, spots, 1);
            continue;
        }
        spots[0] = mark_spot_beyond(context, rect, back, LABEL_AIR + (layer->upright ? 0 : 1));
        spots[1] = mark_spot_beyond(context, rect, back, LABEL_AIR);
        surface_take_spot(&surface, &spots[1]);
        spots[2] = mark_spot_beyond(context, rect, !back, LABEL_AIR);
        mark_ask(context, i, (LabelRequest){ .kind = &mark_values }, spots,
                 bar_floats(layer, i) ? 3 : 2);
    }
}

const MarkType mark_bar = {
    .name = "bar",
    .summary = "a rectangle from one value to another within a band",
    .draw = bar_draw,
    .draw_labels = bar_draw_labels,
    .draw_key = mark_key_swatch,
};
