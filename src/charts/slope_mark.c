#include "charts/slope.h"

#include "layout/spread.h"
#include "text/wrap.h"

#include <stdlib.h>

/* Shifts smaller than this need no leader, px. */
#define STILL 1.5
/* px between the ends, below which no words are written. */
#define LEAST_WIDTH 12.0

typedef struct {
    gsize item;
    Point at;
    gboolean muted;
    double change; /* how much the series moves, px */
} SlopeEnd;

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

        scene_builder_line(
            context->builder,
            (Point){ x, context->rect.y + slope_heading_height(theme, context->measurer) / 1.2 },
            (Point){ x, rect_bottom(context->rect) }, stroke_solid(theme->grid, theme->grid_width));
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

/* What matters most comes first: not muted, then the steepest. */
static int
slope_compare_weight(const void *a, const void *b)
{
    const SlopeEnd *left = a, *right = b;

    if (left->muted != right->muted)
        return left->muted ? 1 : -1;
    if (left->change != right->change)
        return left->change > right->change ? -1 : 1;
    return left->item < right->item ? -1 : left->item > right->item;
}

static int
slope_compare_height(const void *a, const void *b)
{
    const SlopeEnd *left = a, *right = b;

    if (left->at.y != right->at.y)
        return left->at.y < right->at.y ? -1 : 1;
    return left->item < right->item ? -1 : left->item > right->item;
}

/* The ends on one side from top to bottom, as many as have a line each. Returns how many have none.
 */
static guint
slope_collect(const MarkContext *context, guint side, double height, GArray *ends)
{
    const Layer *layer = context->layer;
    double line = text_measure(context->measurer, "x", &context->theme->label).line_height;
    guint room = slope_is_open(context) ? (guint)MAX(0, floor(height / line + 1e-6)) : 0, left_out;

    for (gsize i = 0; i < layer->n; i++) {
        Point at = mark_point(context, i);
        SlopeEnd end = { i, at, mark_series(context, i)->muted, 0 };
        gsize other = side == 0 ? i + 1 : i - 1;

        if (!mark_is_here(context, i) || layer->slot[i] != side || !isfinite(at.x) ||
            at.y < context->rect.y - 0.5 || at.y > rect_bottom(context->rect) + 0.5 ||
            layer->labels[i] == NULL)
            continue;
        if (other < layer->n && layer->series[other] == layer->series[i] &&
            layer->panel[other] == layer->panel[i])
            end.change = fabs(at.y - mark_point(context, other).y);
        if (!isfinite(end.change))
            end.change = 0;
        g_array_append_val(ends, end);
    }
    left_out = ends->len > room ? ends->len - room : 0;
    g_array_sort(ends, slope_compare_weight);
    g_array_set_size(ends, ends->len - left_out);
    g_array_sort(ends, slope_compare_height);
    return left_out;
}

static void
slope_draw_words(const MarkContext *context, const SlopeEnd *end, double placed, guint side)
{
    const SlopeLayer *slope = (const SlopeLayer *)context->layer;
    const Series *series = mark_series(context, end->item);
    TextStyle style = context->theme->label;
    double way = side == 0 ? -1 : 1, radius = context->theme->point_radius * 1.1;
    g_autofree char *words = text_ellipsize(slope->layer.labels[end->item], &style,
                                            slope->room[side], context->measurer);
    TextExtents text;

    style.color = series->text_color;
    text = text_measure(context->measurer, words, &style);
    if (fabs(placed - end->at.y) > STILL)
        scene_builder_line(context->builder, (Point){ end->at.x + way * (radius + 1), end->at.y },
                           (Point){ end->at.x + way * (SLOPE_AIR - 2), placed },
                           stroke_solid(color_with_alpha(style.color, 0.5), 1));
    scene_builder_text(
        context->builder, words,
        (Point){ end->at.x + way * SLOPE_AIR, placed + (text.ascent - text.descent) / 2 },
        side == 0 ? ANCHOR_END : ANCHOR_START, 0, &style, text);
}

static void
slope_draw_labels(const MarkContext *context)
{
    const SlopeLayer *slope = (const SlopeLayer *)context->layer;
    double line = text_measure(context->measurer, "x", &context->theme->label).line_height;
    double top = context->rect.y + slope_heading_height(context->theme, context->measurer) * 0.9;
    double bottom = rect_bottom(context->rect) + line / 2;

    for (guint side = 0; side < 2; side++) {
        g_autoptr(GArray) ends = g_array_new(FALSE, TRUE, sizeof(SlopeEnd));
        g_autofree SpreadItem *items = NULL;

        *slope->left_out += slope_collect(context, side, bottom - top, ends);
        items = g_new0(SpreadItem, ends->len + 1);
        for (guint i = 0; i < ends->len; i++)
            items[i] =
                (SpreadItem){ .wanted = g_array_index(ends, SlopeEnd, i).at.y, .size = line };
        spread_place(items, ends->len, top, bottom);
        for (guint i = 0; i < ends->len; i++)
            slope_draw_words(context, &g_array_index(ends, SlopeEnd, i), items[i].placed, side);
    }
    if (context->panel + 1 == slope->n_panels && *slope->left_out > 0)
        report_add(context->report, SEVERITY_WARNING, WHERE_NONE, *slope->left_out,
                   "%" G_GUINT64_FORMAT " name%s no room at the ends and %s left out; a larger "
                   "figure or --highlight would help",
                   *slope->left_out, *slope->left_out == 1 ? " has" : "s have",
                   *slope->left_out == 1 ? "is" : "are");
}

const MarkType slope_mark = {
    .name = "slope",
    .summary = "a line from one period to another, with words at both ends",
    .over_zero = TRUE,
    .draw = slope_draw,
    .draw_labels = slope_draw_labels,
    .draw_key = mark_key_line,
};
