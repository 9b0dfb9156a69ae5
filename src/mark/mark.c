#include "mark/mark.h"

const MarkType *const mark_types[] = {
#define MARK(name) &mark_##name,
#include "mark/mark_table.inc"
#undef MARK
    NULL,
};

const Series *
mark_series(const MarkContext *context, gsize item)
{
    const Layer *layer = context->layer;

    return &context->series[layer->series != NULL ? layer->series[item] : 0];
}

Point
mark_point(const MarkContext *context, gsize item)
{
    const Layer *layer = context->layer;

    return (Point){ scale_map(context->x, layer->x[item]), scale_map(context->y, layer->y[item]) };
}

gsize
mark_run_end(const Layer *layer, gsize first)
{
    gsize end = first + 1;

    while (end < layer->n && layer->series[end] == layer->series[first] &&
           layer->panel[end] == layer->panel[first])
        end++;
    return end;
}

gboolean
mark_is_here(const MarkContext *context, gsize item)
{
    return context->layer->panel == NULL || context->layer->panel[item] == context->panel;
}

void
mark_key_swatch(SceneBuilder *builder, Rect rect, const Series *series,
                const Theme *theme G_GNUC_UNUSED)
{
    scene_builder_rect(builder, rect, 0, series->color, STROKE_NONE);
}
