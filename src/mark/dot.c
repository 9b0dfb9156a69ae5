#include "mark/mark.h"
#include "mark/symbol.h"

/* Between a dot and its value, px. */
#define LABEL_AIR 4.0
#define RING_WIDTH 1.5

static gboolean
dot_is_seen(const MarkContext *context, gsize item, Point at)
{
    return mark_is_here(context, item) && isfinite(at.x) && isfinite(at.y) &&
           rect_intersects(context->rect, (Rect){ at.x - 0.5, at.y - 0.5, 1, 1 });
}

static void
dot_draw(const MarkContext *context)
{
    const Layer *layer = context->layer;
    Stroke ring = layer->ringed && context->theme->background.a > 0
                      ? stroke_solid(context->theme->background, RING_WIDTH)
                      : STROKE_NONE;

    for (gsize i = 0; i < layer->n; i++) {
        Point point = mark_point(context, i);
        const Series *series = mark_series(context, i);

        if (!dot_is_seen(context, i, point))
            continue;
        mark_push(context, i);
        symbol_draw(context->builder, series->code, point,
                    layer->radii != NULL ? layer->radii[i] : context->theme->point_radius,
                    mark_color(context, i), ring);
        scene_builder_pop(context->builder);
    }
}

/* The dot with its interval, px. */
static Rect
dot_box(const MarkContext *context, gsize item, Point at)
{
    const Layer *layer = context->layer;
    double radius = layer->radii != NULL ? layer->radii[item] : context->theme->point_radius;
    Point far = at;

    if (layer->upright && layer->y0 != NULL && isfinite(layer->y0[item]))
        far.y = scale_map(context->y, layer->y0[item]);
    if (!layer->upright && layer->x0 != NULL && isfinite(layer->x0[item]))
        far.x = scale_map(context->x, layer->x0[item]);
    return rect_grow(rect_between(at.x, at.y, far.x, far.y), radius, radius);
}

/* Beyond the dot, or beyond the far end of its interval, on the side that is asked for, or away
 * from zero; on the other where that is taken. In the colour of the dot where there are several. */
static void
dot_draw_labels(const MarkContext *context)
{
    const Layer *layer = context->layer;
    const double *sides = layer->sides != NULL ? layer->sides
                          : layer->upright     ? layer->y
                                               : layer->x;

    for (gsize i = 0; layer->labels != NULL && i < layer->n; i++) {
        Point at = mark_point(context, i);
        LabelSpot spots[2];
        Rect box;

        if (!dot_is_seen(context, i, at))
            continue;
        box = dot_box(context, i, at);
        for (guint k = 0; k < 2; k++) {
            spots[k] = mark_spot_beyond(context, box, (sides[i] < 0) == (k == 0), LABEL_AIR);
            if (context->n_series > 1)
                spots[k].color = mark_series(context, i)->text_color;
        }
        mark_ask(context, i, (LabelRequest){ .kind = &mark_values }, spots, 2);
    }
}

const MarkType mark_dot = {
    .name = "dot",
    .summary = "a point at x and y",
    .over_zero = TRUE,
    .draw = dot_draw,
    .draw_labels = dot_draw_labels,
    .draw_key = mark_key_point,
};
