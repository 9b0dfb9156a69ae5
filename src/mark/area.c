#include "mark/area.h"

#include "mark/decimate.h"
#include "mark/surface.h"

/* A stretch of one point has no width of its own: it is drawn as a bar that takes this share of its
 * period, within limits in px: it reads as an amount, and still as one point in time. */
#define ALONE_SHARE 0.6
#define ALONE_LEAST 2.0
#define ALONE_MOST 8.0

/* The outline of a stretch of at least two points. Each edge is thinned alone, so two surfaces that
 * share an edge still meet. Caller frees. */
static Point *
area_run_outline(Point *high, Point *low, gsize n, Curve curve, gsize *ret_n)
{
    gsize n_above, n_below;
    g_autofree Point *above = curve_points(high, decimate_drawn(high, n), curve, &n_above);
    g_autofree Point *below = curve_points(low, decimate_drawn(low, n), curve, &n_below);
    Point *outline = g_new(Point, n_above + n_below);

    for (gsize i = 0; i < n_above; i++)
        outline[i] = above[i];
    for (gsize i = 0; i < n_below; i++)
        outline[n_above + n_below - 1 - i] = below[i];
    *ret_n = n_above + n_below;
    return outline;
}

static void
area_draw_run(const MarkContext *context, Point *high, Point *low, gsize n, double alone,
              const Surface *surface)
{
    g_autoptr(Path) path = path_new();
    g_autofree Point *outline = NULL;
    gsize n_outline;

    if (n == 1) {
        Rect rect = rect_between(high[0].x - alone / 2, high[0].y, high[0].x + alone / 2, low[0].y);

        surface_rect(context->builder, surface, rect_clip(rect, context->rect));
        return;
    }
    outline = area_run_outline(high, low, n, context->layer->curve, &n_outline);
    path_add_clipped_polygon(path, outline, n_outline, context->rect);
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

/* The next unbroken stretch of a series from *at on, moved beyond it. Returns its length, 0 for
 * none, and its last item. */
static gsize
area_next_run(const MarkContext *context, gsize *at, gsize end, Point *high, Point *low,
              gsize *ret_last)
{
    const Layer *layer = context->layer;
    gsize n = 0;

    for (; *at < end; (*at)++) {
        Point point = mark_point(context, *at);
        double base = scale_map(context->y, layer->y0[*at]);

        if (isfinite(point.x) && isfinite(point.y) && isfinite(base)) {
            high[n] = point;
            low[n++] = (Point){ point.x, base };
            *ret_last = *at;
        } else if (!layer->connects && n > 0) {
            break;
        }
    }
    return n;
}

static void
area_draw_series(const MarkContext *context, gsize first, gsize end)
{
    g_autofree Point *high = g_new(Point, end - first);
    g_autofree Point *low = g_new(Point, end - first);
    const Surface surface = mark_surface(context, first);
    gsize at = first, last = first, n;

    mark_push_series(context, first);
    while ((n = area_next_run(context, &at, end, high, low, &last)) > 0)
        area_draw_run(context, high, low, n, area_alone_width(context, first, end, last), &surface);
    scene_builder_pop(context->builder);
}

Point *
area_outline(const MarkContext *context, gsize first, gsize end, gsize *ret_n)
{
    g_autofree Point *high = g_new(Point, end - first);
    g_autofree Point *low = g_new(Point, end - first);
    double longest = 0;
    gsize last = first;
    Point *outline = NULL;

    *ret_n = 0;
    for (gsize at = first, n; (n = area_next_run(context, &at, end, high, low, &last)) > 0;) {
        if (fabs(high[n - 1].x - high[0].x) <= longest)
            continue;
        longest = fabs(high[n - 1].x - high[0].x);
        g_free(outline);
        outline = area_run_outline(high, low, n, context->layer->curve, ret_n);
    }
    return outline;
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
