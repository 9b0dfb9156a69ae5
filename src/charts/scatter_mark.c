#include "charts/scatter.h"

#include "mark/disc_image.h"
#include "mark/symbol.h"

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
scatter_draw_picture(const MarkContext *context)
{
    const ScatterLayer *scatter = (const ScatterLayer *)context->layer;
    double reach = scatter_radius(scatter, 0) + 1;
    g_autoptr(DiscImage) image = disc_image_new(rect_grow(context->rect, reach, reach));

    for (gsize i = 0; i < scatter->layer.n; i++) {
        Point at;

        if (scatter_is_visible(context, i, &at))
            disc_image_add(image, at, scatter_radius(scatter, i),
                           color_with_alpha(mark_series(context, i)->color, scatter->alpha));
    }
    disc_image_draw(image, context->builder);
}

static void
scatter_draw(const MarkContext *context)
{
    const ScatterLayer *scatter = (const ScatterLayer *)context->layer;
    Color edge = theme_paper(context->theme);

    scatter_draw_zero(context);
    if (scatter->dense)
        scatter_draw_picture(context);
    scatter_draw_trend(context);
    for (gsize i = 0; i < scatter->layer.n && !scatter->dense; i++) {
        const Series *series = mark_series(context, i);
        Point at;

        if (!scatter_is_visible(context, i, &at))
            continue;
        mark_push(context, i);
        symbol_draw(context->builder, series->code, at, scatter_radius(scatter, i),
                    color_with_alpha(series->color, scatter->alpha), stroke_solid(edge, 0.75));
        scene_builder_pop(context->builder);
    }
}

static const LabelKind scatter_names = { "name", "names", "at the points",
                                         "a larger figure or --highlight would show more", TRUE };

/* The names in the order in which they matter: the largest symbols come first. */
static void
scatter_draw_names(const MarkContext *context)
{
    const ScatterLayer *scatter = (const ScatterLayer *)context->layer;
    LabelRequest request = { .kind = &scatter_names,
                             .rank = LABEL_PLAIN,
                             .bounds = context->rect,
                             .leader = TRUE,
                             .roams = TRUE };
    TextStyle style = context->theme->axis;
    LabelSpot spots[8];
    Point at;

    style.color = context->theme->label.color;
    for (gsize i = 0; scatter->names != NULL && i < scatter->layer.n; i++) {
        if (scatter->names[i] == NULL || !scatter_is_visible(context, i, &at) ||
            (scatter->picked && mark_series(context, i)->muted))
            continue;
        request.subject = mark_subject(context, i);
        labels_add_line(context->labels, &request, scatter->names[i], &style, spots,
                        label_spots_around(at, scatter_radius(scatter, i), spots),
                        context->measurer);
    }
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
