#include "charts/scatter.h"

#include "layout/point_names.h"
#include "mark/symbol.h"

/* Names keep off lines by points on them, one every so many px. */
#define OBSTACLE_STEP 5.0

static gboolean
scatter_is_visible(const MarkContext *context, gsize item, Point *ret_at)
{
    Point at = mark_point(context, item);

    *ret_at = at;
    return mark_is_here(context, item) && isfinite(at.x) && isfinite(at.y) &&
           rect_contains(rect_grow(context->rect, 0.5, 0.5), (Rect){ at.x, at.y, 0, 0 });
}

/* The trend of this panel, px; its length, 0 without one. */
static guint
scatter_trend_points(const MarkContext *context, Point points[TREND_POINTS])
{
    const ScatterLayer *scatter = (const ScatterLayer *)context->layer;
    const Trend *trend = scatter->trends != NULL ? &scatter->trends[context->panel] : NULL;

    if (trend == NULL)
        return 0;
    for (guint i = 0; i < trend->n; i++) {
        points[i].x = scale_map(context->x, context->x->type->inverse(trend->points[i].x));
        points[i].y = scale_map(context->y, context->y->type->inverse(trend->points[i].y));
    }
    return trend->n;
}

static void
scatter_draw_trend(const MarkContext *context)
{
    g_autoptr(Path) path = path_new();
    Point points[TREND_POINTS];
    guint n = scatter_trend_points(context, points);
    Stroke stroke = stroke_solid(context->theme->axis.color, context->theme->line_width * 0.8);

    stroke.round_join = n > 2;
    path_add_clipped_line(path, points, n, context->rect);
    if (path_length(path) > 0)
        scene_builder_path(context->builder, path, COLOR_NONE, stroke);
}

/* Zero of a horizontal axis inside the panel is a line as well; the pipeline draws the other. */
static void
scatter_draw_zero(const MarkContext *context)
{
    double at = scale_map(context->x, 0);

    if (context->x->type->kind == SCALE_TIME || !isfinite(at) || at <= context->rect.x + 0.5 ||
        at >= rect_right(context->rect) - 0.5)
        return;
    scene_builder_line(context->builder, (Point){ at, context->rect.y },
                       (Point){ at, rect_bottom(context->rect) },
                       stroke_solid(context->theme->zero, context->theme->zero_width));
}

static void
scatter_draw(const MarkContext *context)
{
    const Layer *layer = context->layer;
    double alpha = ((const ScatterLayer *)layer)->alpha;
    Color edge = context->theme->background;

    if (edge.a == 0)
        edge = context->theme->dark ? COLOR_RGB(0) : COLOR_RGB(0xffffff);
    scatter_draw_zero(context);
    scatter_draw_trend(context);
    for (gsize i = 0; i < layer->n; i++) {
        const Series *series = mark_series(context, i);
        Point at;

        if (!scatter_is_visible(context, i, &at))
            continue;
        mark_push(context, i);
        symbol_draw(context->builder, series->code, at, layer->radii[i],
                    color_with_alpha(series->color, alpha), stroke_solid(edge, 0.75));
        scene_builder_pop(context->builder);
    }
}

/* Points along a line keep names off it. */
static void
scatter_add_obstacle(GArray *names, Point from, Point to)
{
    double length = hypot(to.x - from.x, to.y - from.y);
    guint n = isfinite(length) ? (guint)CLAMP(length / OBSTACLE_STEP, 1, 4000) : 0;

    for (guint i = 0; i <= n && n > 0; i++) {
        PointName name = { .at = { from.x + (to.x - from.x) * i / n,
                                   from.y + (to.y - from.y) * i / n },
                           .radius = OBSTACLE_STEP / 2 };

        g_array_append_val(names, name);
    }
}

/* The names in the order in which they matter, with all symbols of the panel, the trend and the
 * lines of zero. */
static GArray *
scatter_point_names(const MarkContext *context)
{
    const ScatterLayer *scatter = (const ScatterLayer *)context->layer;
    GArray *names = g_array_new(FALSE, TRUE, sizeof(PointName));
    Rect rect = context->rect;
    Point trend[TREND_POINTS], at;
    Point zero = { scale_map(context->x, 0), scale_map(context->y, 0) };
    guint n_trend;

    for (gsize i = 0; i < scatter->layer.n; i++) {
        PointName name = { .radius = scatter->layer.radii[i], .text = scatter->names[i] };

        if (!scatter_is_visible(context, i, &at))
            continue;
        name.at = at;
        if (scatter->picked && mark_series(context, i)->muted)
            name.text = NULL;
        g_array_append_val(names, name);
    }
    n_trend = scatter_trend_points(context, trend);
    for (guint i = 1; i < n_trend; i++)
        scatter_add_obstacle(names, trend[i - 1], trend[i]);
    if (context->x->type->kind != SCALE_TIME)
        scatter_add_obstacle(names, (Point){ zero.x, rect.y },
                             (Point){ zero.x, rect_bottom(rect) });
    scatter_add_obstacle(names, (Point){ rect.x, zero.y }, (Point){ rect_right(rect), zero.y });
    return names;
}

static void
scatter_draw_names(const MarkContext *context)
{
    const ScatterLayer *scatter = (const ScatterLayer *)context->layer;
    const TextStyle *style = &context->theme->axis;
    g_autoptr(GArray) names = NULL;
    TextStyle ink = *style;

    if (scatter->names == NULL)
        return;
    ink.color = context->theme->label.color;
    names = scatter_point_names(context);
    *scatter->left_out += point_names_place((PointName *)names->data, names->len, context->rect,
                                            style, context->measurer);
    for (guint i = 0; i < names->len; i++) {
        const PointName *name = &g_array_index(names, PointName, i);

        if (name->placed)
            scene_builder_text(context->builder, name->text, name->baseline, ANCHOR_START, 0, &ink,
                               name->extents);
    }
    if (context->panel + 1 == scatter->n_panels && *scatter->left_out > 0)
        report_add(context->report, SEVERITY_NOTE, WHERE_NONE, *scatter->left_out,
                   "%" G_GUINT64_FORMAT " name%s no room at the points and %s left out; a larger "
                   "figure or --highlight would show more",
                   *scatter->left_out, *scatter->left_out == 1 ? " has" : "s have",
                   *scatter->left_out == 1 ? "is" : "are");
}

static void
scatter_draw_key(SceneBuilder *builder, Rect rect, const Series *series, const Theme *theme)
{
    symbol_draw(builder, series->code, (Point){ rect.x + rect.width / 2, rect.y + rect.height / 2 },
                theme->point_radius * 1.3, series->color, STROKE_NONE);
}

const MarkType scatter_mark = {
    .name = "scatter",
    .summary = "symbols at x and y, with names where they have room, and the trend",
    .over_zero = TRUE,
    .draw = scatter_draw,
    .draw_labels = scatter_draw_names,
    .draw_key = scatter_draw_key,
};
