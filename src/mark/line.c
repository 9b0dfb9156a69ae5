#include "mark/dash.h"
#include "mark/decimate.h"
#include "mark/mark.h"

/* Of the line of background on both sides, px. */
#define RING_WIDTH 1.25

/* One unbroken stretch of a line. A point alone between gaps is drawn as a dot. */
static void
line_draw_run(const MarkContext *context, Point *points, gsize n, const Series *series)
{
    const Theme *theme = context->theme;
    Rect clip = rect_grow(context->rect, theme->line_width / 2, theme->line_width / 2);
    Stroke stroke =
        dash_apply(dash_at(series->code), stroke_solid(series->color, theme->line_width));
    g_autoptr(Path) path = path_new();
    g_autofree Point *drawn = NULL;

    if (n == 1) {
        if (points[0].x >= clip.x && points[0].x <= rect_right(clip) && points[0].y >= clip.y &&
            points[0].y <= rect_bottom(clip))
            scene_builder_circle(context->builder, points[0], theme->point_radius, series->color,
                                 STROKE_NONE);
        return;
    }
    n = decimate_drawn(points, n);
    stroke.round_join = TRUE;
    drawn = curve_points(points, n, context->layer->curve, &n);
    path_add_clipped_line(path, drawn, n, clip);
    if (context->layer->ringed && theme->background.a > 0) {
        Stroke ring = stroke_solid(theme->background, theme->line_width + 2 * RING_WIDTH);

        ring.round_join = TRUE;
        scene_builder_path(context->builder, path, COLOR_NONE, ring);
    }
    scene_builder_path(context->builder, path, COLOR_NONE, stroke);
}

static void
line_draw_series(const MarkContext *context, gsize first, gsize end)
{
    const Layer *layer = context->layer;
    const Series *series = mark_series(context, first);
    g_autofree Point *run = g_new(Point, end - first);
    gsize n = 0;

    mark_push_series(context, first);
    for (gsize i = first; i < end; i++) {
        Point point = mark_point(context, i);

        if (isfinite(point.x) && isfinite(point.y)) {
            run[n++] = point;
        } else if (!layer->connects && n > 0) {
            line_draw_run(context, run, n, series);
            n = 0;
        }
    }
    if (n > 0)
        line_draw_run(context, run, n, series);
    scene_builder_pop(context->builder);
}

/* Muted series first, so that the highlighted ones lie on top. */
static void
line_draw(const MarkContext *context)
{
    const Layer *layer = context->layer;

    for (guint pass = 0; pass < 2; pass++)
        for (gsize i = 0, end; i < layer->n; i = end) {
            end = mark_run_end(layer, i);
            if (mark_is_here(context, i) && mark_series(context, i)->muted == (pass == 0))
                line_draw_series(context, i, end);
        }
}

const MarkType mark_line = {
    .name = "line",
    .summary = "points of a series joined in order; a missing value is a gap",
    .over_zero = TRUE,
    .draw = line_draw,
    .draw_key = mark_key_line,
    .coded_key = 34,
};
