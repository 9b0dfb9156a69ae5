#include "mark/decimate.h"
#include "mark/mark.h"
#include "mark/surface.h"

/* A stretch of one point has no width of its own: it is drawn as a bar that takes this share of its
 * period, within limits in px: it reads as an amount, and still as one point in time. */
#define ALONE_SHARE 0.6
#define ALONE_LEAST 2.0
#define ALONE_MOST 16.0

/* Each edge is thinned alone, so two surfaces that share an edge still meet. */
static void
area_draw_run(const MarkContext *context, Point *high, Point *low, gsize n, double alone,
              const Surface *surface)
{
    g_autoptr(Path) path = path_new();
    g_autofree Point *outline = NULL, *above = NULL, *below = NULL;
    gsize n_above, n_below;

    if (n == 1) {
        Rect rect = rect_between(high[0].x - alone / 2, high[0].y, high[0].x + alone / 2, low[0].y);

        surface_rect(context->builder, surface, rect_clip(rect, context->rect));
        return;
    }
    above = curve_points(high, decimate_line(high, n, DECIMATE_COLUMN_PX), context->layer->curve,
                         &n_above);
    below = curve_points(low, decimate_line(low, n, DECIMATE_COLUMN_PX), context->layer->curve,
                         &n_below);
    outline = g_new(Point, n_above + n_below);
    for (gsize i = 0; i < n_above; i++)
        outline[i] = above[i];
    for (gsize i = 0; i < n_below; i++)
        outline[n_above + n_below - 1 - i] = below[i];
    path_add_clipped_polygon(path, outline, n_above + n_below, context->rect);
    surface_path(context->builder, surface, path);
}

/* How wide a point without company is drawn: by the way to the nearest period, absent or not, of
 * its own series. */
static double
area_alone_width(const MarkContext *context, gsize first, gsize end, gsize item)
{
    double here = mark_point(context, item).x, nearest = INFINITY;

    if (item > first)
        nearest = MIN(nearest, fabs(here - scale_map(context->x, context->layer->x[item - 1])));
    if (item + 1 < end)
        nearest = MIN(nearest, fabs(scale_map(context->x, context->layer->x[item + 1]) - here));
    return CLAMP(ALONE_SHARE * nearest, ALONE_LEAST, ALONE_MOST);
}

static void
area_draw_series(const MarkContext *context, gsize first, gsize end)
{
    const Layer *layer = context->layer;
    const Surface surface = mark_surface(context, first);
    g_autofree Point *high = g_new(Point, end - first);
    g_autofree Point *low = g_new(Point, end - first);
    gsize n = 0, last = first;

    mark_push_series(context, first);
    for (gsize i = first; i < end; i++) {
        Point point = mark_point(context, i);
        double base = scale_map(context->y, layer->y0[i]);

        if (isfinite(point.x) && isfinite(point.y) && isfinite(base)) {
            high[n] = point;
            low[n++] = (Point){ point.x, base };
            last = i;
        } else if (!layer->connects && n > 0) {
            area_draw_run(context, high, low, n, area_alone_width(context, first, end, last),
                          &surface);
            n = 0;
        }
    }
    if (n > 0)
        area_draw_run(context, high, low, n, area_alone_width(context, first, end, last), &surface);
    scene_builder_pop(context->builder);
}

static void
area_draw(const MarkContext *context)
{
    const Layer *layer = context->layer;

    for (gsize i = 0, end; i < layer->n; i = end) {
        end = mark_run_end(layer, i);
        if (mark_is_here(context, i))
            area_draw_series(context, i, end);
    }
}

const MarkType mark_area = {
    .name = "area",
    .summary = "the surface between two values along x; a missing value is a gap",
    .draw = area_draw,
    .draw_key = mark_key_swatch,
};
