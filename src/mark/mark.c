#include "mark/mark.h"

#include "mark/dash.h"
#include "mark/surface.h"
#include "mark/symbol.h"

/* More layers than any figure has: subjects of two never meet. */
#define MAX_LAYERS 256

const Series *
mark_series(const MarkContext *context, gsize item)
{
    const Layer *layer = context->layer;

    return &context->series[layer->series != NULL ? layer->series[item] : 0];
}

Color
mark_color(const MarkContext *context, gsize item)
{
    return context->layer->colors != NULL ? context->layer->colors[item]
                                          : mark_series(context, item)->color;
}

/* The scale whose bands are shared out among slots. */
static const Scale *
mark_band(const MarkContext *context)
{
    return context->layer->upright ? context->x : context->y;
}

double
mark_slot_width(const MarkContext *context)
{
    const Layer *layer = context->layer;
    double width = scale_bandwidth(mark_band(context));

    if (layer->cap > 0)
        width = MIN(width, layer->cap * MAX(1, layer->n_slots));
    return width / MAX(1, layer->n_slots);
}

Point
mark_point(const MarkContext *context, gsize item)
{
    const Layer *layer = context->layer;
    Point point = { scale_map(context->x, layer->x[item]), scale_map(context->y, layer->y[item]) };

    if (layer->slot != NULL && layer->n_slots > 1) {
        double shift = (layer->slot[item] + 0.5 - layer->n_slots / 2.0) * mark_slot_width(context);

        *(layer->upright ? &point.x : &point.y) += shift;
    }
    return point;
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

guint64
mark_subject(const MarkContext *context, gsize item)
{
    return (guint64)item * MAX_LAYERS + context->ordinal + 1;
}

void
mark_push(const MarkContext *context, gsize item)
{
    const Layer *layer = context->layer;

    scene_builder_push_mark(context->builder, layer->titles != NULL ? layer->titles[item] : NULL,
                            mark_series(context, item)->name,
                            layer->rows != NULL ? layer->rows[item] : 0,
                            mark_subject(context, item));
}

void
mark_push_series(const MarkContext *context, gsize first)
{
    const char *name = mark_series(context, first)->name;

    scene_builder_push_mark(context->builder, name, name, 0, mark_subject(context, first));
}

void
mark_key_swatch(SceneBuilder *builder, Rect rect, const Series *series, const Theme *theme)
{
    const Surface surface = series_surface(series, series->color, theme);

    surface_rect(builder, &surface, rect);
}

void
mark_key_disc(SceneBuilder *builder, Rect rect, const Series *series, const Theme *theme)
{
    const Surface surface = series_surface(series, series->color, theme);
    Point centre = { rect.x + rect.width / 2, rect.y + rect.height / 2 };

    surface_circle(builder, &surface, centre, MIN(rect.width, rect.height) / 2);
}

void
mark_key_point(SceneBuilder *builder, Rect rect, const Series *series, const Theme *theme)
{
    symbol_draw(builder, series->code, (Point){ rect.x + rect.width / 2, rect.y + rect.height / 2 },
                theme->point_radius, series->color, STROKE_NONE);
}

void
mark_key_line(SceneBuilder *builder, Rect rect, const Series *series, const Theme *theme)
{
    double y = rect.y + rect.height / 2;

    scene_builder_line(
        builder, (Point){ rect.x, y }, (Point){ rect_right(rect), y },
        dash_apply(dash_at(series->code), stroke_solid(series->color, theme->line_width)));
}
