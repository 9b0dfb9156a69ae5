#include "charts/slope.h"

#include "layout/label_column.h"
#include "text/wrap.h"

/* Shifts smaller than this need no leader, px. */
#define STILL 1.5
/* px between the ends, below which no words are written. */
#define LEAST_WIDTH 12.0

double
slope_heading_height(const Theme *theme, TextMeasurer *measurer)
{
    return text_measure(measurer, "x", &theme->label).line_height + theme->label_gap;
}

static TextStyle
slope_heading_style(const Theme *theme)
{
    TextStyle style = theme->label;

    style.bold = TRUE;
    return style;
}

/* Whether the ends lie apart: a panel may be too narrow for any words. */
static gboolean
slope_is_open(const MarkContext *context)
{
    return scale_map(context->x, 1) - scale_map(context->x, 0) >= LEAST_WIDTH;
}

/* A light line under each period's name, along the ends. */
static void
slope_draw_periods(const MarkContext *context)
{
    const SlopeLayer *slope = (const SlopeLayer *)context->layer;
    const Theme *theme = context->theme;
    TextStyle style = slope_heading_style(theme);

    for (guint side = 0; side < 2; side++) {
        double x = scale_map(context->x, side);
        double room = slope->room[side] + SLOPE_AIR;
        g_autofree char *name =
            text_ellipsize(slope->periods[side], &style, room, context->measurer);
        TextExtents text = text_measure(context->measurer, name, &style);

        scene_builder_push(context->builder, ROLE_GRID, NULL);
        scene_builder_line(
            context->builder,
            (Point){ x, context->rect.y + slope_heading_height(theme, context->measurer) / 1.2 },
            (Point){ x, rect_bottom(context->rect) }, stroke_solid(theme->grid, theme->grid_width));
        scene_builder_pop(context->builder);
        scene_builder_text(context->builder, name, (Point){ x, context->rect.y + text.ascent },
                           side == 0 ? ANCHOR_END : ANCHOR_START, 0, &style, text);
    }
}

/* Zero runs between the ends only: beside them stand words. */
static void
slope_draw_zero(const MarkContext *context)
{
    double at = scale_map(context->y, 0);

    if (context->y->type->kind == SCALE_TIME || !isfinite(at) || at < context->rect.y ||
        at > rect_bottom(context->rect))
        return;
    scene_builder_line(context->builder, (Point){ scale_map(context->x, 0), at },
                       (Point){ scale_map(context->x, 1), at },
                       stroke_solid(context->theme->zero, context->theme->zero_width));
}

static void
slope_draw_series(const MarkContext *context, gsize first, gsize end)
{
    const Series *series = mark_series(context, first);
    const Theme *theme = context->theme;
    g_autoptr(Path) path = path_new();
    Point points[2];
    gsize n = 0;

    for (gsize i = first; i < end && n < 2; i++) {
        points[n] = mark_point(context, i);
        n += isfinite(points[n].x) && isfinite(points[n].y) ? 1 : 0;
    }
    mark_push_series(context, first);
    if (n == 2) {
        path_add_clipped_line(path, points, 2, rect_grow(context->rect, 0.5, 0.5));
        scene_builder_path(context->builder, path, COLOR_NONE,
                           stroke_solid(series->color, theme->line_width * 0.9));
    }
    for (gsize i = 0; i < n; i++)
        if (rect_contains(rect_grow(context->rect, 0.5, 0.5),
                          (Rect){ points[i].x, points[i].y, 0, 0 }))
            scene_builder_circle(context->builder, points[i], theme->point_radius * 1.1,
                                 series->color, STROKE_NONE);
    scene_builder_pop(context->builder);
}

/* Muted series first, so that the others lie on top. */
static void
slope_draw(const MarkContext *context)
{
    const Layer *layer = context->layer;

    slope_draw_zero(context);
    if (slope_is_open(context))
        slope_draw_periods(context);
    for (guint pass = 0; pass < 2; pass++)
        for (gsize i = 0, end; i < layer->n; i = end) {
            end = mark_run_end(layer, i);
            if (mark_is_here(context, i) && mark_series(context, i)->muted == (pass == 0))
                slope_draw_series(context, i, end);
        }
}

static const LabelKind slope_names = { "name", "names", "at the ends",
                                       "a larger figure or --highlight would help", FALSE };

/* What matters most: not muted, then the steepest. */
static double
slope_weight(const MarkContext *context, gsize item, guint side)
{
    const Layer *layer = context->layer;
    gsize other = side == 0 ? item + 1 : item - 1;
    double change = 0;

    if (other < layer->n && layer->series[other] == layer->series[item] &&
        layer->panel[other] == layer->panel[item])
        change = fabs(mark_point(context, item).y - mark_point(context, other).y);
    return (isfinite(change) ? change : 0) + (mark_series(context, item)->muted ? 0 : 1e6);
}

/* The words of one side; the caller frees their blocks. Returns how many. */
static guint
slope_collect(const MarkContext *context, guint side, ColumnLabel *labels)
{
    const SlopeLayer *slope = (const SlopeLayer *)context->layer;
    const Layer *layer = context->layer;
    double way = side == 0 ? -1 : 1, air = context->theme->point_radius * 1.1 + 1;
    guint n = 0;

    for (gsize i = 0; i < layer->n; i++) {
        Point at = mark_point(context, i);
        TextStyle style = context->theme->label;
        g_autofree char *words = NULL;

        if (!mark_is_here(context, i) || layer->slot[i] != side || !isfinite(at.x) ||
            at.y < context->rect.y - 0.5 || at.y > rect_bottom(context->rect) + 0.5 ||
            layer->labels[i] == NULL)
            continue;
        style.color = mark_series(context, i)->text_color;
        words = text_ellipsize(layer->labels[i], &style, slope->room[side], context->measurer);
        labels[n++] = (ColumnLabel){
            .block = text_block_line(words, &style, context->measurer),
            .kind = &slope_names,
            .subject = mark_subject(context, i),
            .weight = slope_weight(context, i, side),
            .leader = { { at.x + way * air, at.y }, { at.x + way * air, at.y } },
            .color = color_with_alpha(style.color, 0.5),
        };
    }
    return n;
}

static void
slope_draw_labels(const MarkContext *context)
{
    TextExtents line = text_measure(context->measurer, "x", &context->theme->label);
    LabelColumn column = {
        .top = context->rect.y + slope_heading_height(context->theme, context->measurer) * 0.9,
        .end = rect_bottom(context->rect) + line.line_height / 2,
        .gap = line.line_height - line.ascent - line.descent,
        .still = STILL,
    };

    for (guint side = 0; side < 2; side++) {
        g_autofree ColumnLabel *labels = g_new0(ColumnLabel, context->layer->n + 1);
        guint n = slope_collect(context, side, labels);

        column.left = side == 0;
        column.x = scale_map(context->x, side) + (side == 0 ? -1 : 1) * SLOPE_AIR;
        if (slope_is_open(context))
            label_column_place(&column, labels, n);
        label_column_draw(&column, labels, n, context->tally, context->builder);
        for (guint i = 0; i < n; i++)
            text_block_free(labels[i].block);
    }
}

const MarkType slope_mark = {
    .name = "slope",
    .summary = "a line from one period to another, with words at both ends",
    .over_zero = TRUE,
    .draw = slope_draw,
    .draw_labels = slope_draw_labels,
    .draw_key = mark_key_line,
};
