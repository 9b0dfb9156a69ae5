#include "mark/mark.h"
#include "mark/surface.h"

/* A closed surface from NaN to NaN. */
static void
shape_draw_one(const MarkContext *context, gsize first, gsize n)
{
    const Layer *layer = context->layer;
    g_autofree Point *points = g_new(Point, n);
    g_autoptr(Path) path = path_new();
    Surface surface = mark_surface(context, first);

    for (gsize i = 0; i < n; i++)
        points[i] = mark_point(context, first + i);
    path_add_clipped_polygon(path, points, n, context->rect);
    /* A hair of background keeps shapes apart where they lie over each other. It lies under the
     * fill, so that it never hides a thin shape, unless it would shine through. */
    if (layer->stacked && context->theme->background.a > 0)
        surface.border = stroke_solid(context->theme->background, context->theme->grid_width);
    mark_push(context, first);
    if (surface.border.color.a > 0 && surface.color.a == 255) {
        surface.border.width *= 2;
        scene_builder_path(context->builder, path, COLOR_NONE, surface.border);
        surface.border = STROKE_NONE;
    }
    surface_path(context->builder, &surface, path);
    scene_builder_pop(context->builder);
}

static gboolean
shape_has_point(const MarkContext *context, gsize item)
{
    Point point = mark_point(context, item);

    return mark_is_here(context, item) && isfinite(point.x) && isfinite(point.y);
}

static void
shape_draw(const MarkContext *context)
{
    gsize n = context->layer->n;

    for (gsize i = 0, end; i < n; i = MAX(end, i + 1)) {
        for (end = i; end < n && shape_has_point(context, end);)
            end++;
        if (end - i > 2)
            shape_draw_one(context, i, end - i);
    }
}

const MarkType mark_shape = {
    .name = "shape",
    .summary = "a closed surface through points; a missing one ends it and starts the next",
    .draw = shape_draw,
    .draw_key = mark_key_swatch,
};
