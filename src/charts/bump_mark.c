#include "charts/bump.h"

#include "layout/point_names.h"
#include "text/wrap.h"

/* Names keep off lines by points on them, one every so many px. */
#define OBSTACLE_STEP 8.0

static gboolean
bump_is_inside(const MarkContext *context, Point at)
{
    return isfinite(at.x) && isfinite(at.y) &&
           rect_contains(rect_grow(context->rect, 0.5, 0.5), (Rect){ at.x, at.y, 0, 0 });
}

/* From dot to dot with level ends; straight when a dot lies beyond the panel. */
static void
bump_add_step(const MarkContext *context, Path *path, Point from, Point to, gboolean begins)
{
    double middle = (from.x + to.x) / 2;
    Point ends[] = { from, to };

    if (!bump_is_inside(context, from) || !bump_is_inside(context, to)) {
        path_add_clipped_line(path, ends, 2, context->rect);
        return;
    }
    if (begins)
        path_move_to(path, from.x, from.y);
    path_curve_to(path, (Point){ middle, from.y }, (Point){ middle, to.y }, to);
}

static void
bump_draw_line(const MarkContext *context, gsize first, gsize end)
{
    g_autoptr(Path) path = path_new();
    Point last = { NAN, NAN };
    gboolean begins = TRUE;

    for (gsize i = first; i < end; i++) {
        Point at = mark_point(context, i);

        if (!isfinite(at.x) || !isfinite(at.y)) {
            if (!context->layer->connects)
                last = (Point){ NAN, NAN };
            begins = begins || !context->layer->connects;
            continue;
        }
        if (isfinite(last.x)) {
            bump_add_step(context, path, last, at, begins);
            begins = !bump_is_inside(context, last) || !bump_is_inside(context, at);
        }
        last = at;
    }
    scene_builder_path(
        context->builder, path, COLOR_NONE,
        stroke_solid(mark_series(context, first)->color, context->theme->line_width * 1.2));
}

/* The first and the last point of a line that have a rank. */
static void
bump_find_ends(const Layer *layer, gsize first, gsize end, gsize *ret_first, gsize *ret_last)
{
    *ret_first = *ret_last = G_MAXSIZE;
    for (gsize i = first; i < end; i++) {
        if (!isfinite(layer->y[i]))
            continue;
        if (*ret_first == G_MAXSIZE)
            *ret_first = i;
        *ret_last = i;
    }
}

static void
bump_draw_dot(const MarkContext *context, gsize item, gboolean is_end)
{
    const BumpLayer *bump = (const BumpLayer *)context->layer;
    const Layer *layer = context->layer;
    Color color = mark_series(context, item)->color;
    gboolean numbered = is_end && bump->numbered;
    double radius = numbered ? bump->radius : MIN(bump->radius, context->theme->point_radius * 1.3);
    Point at = mark_point(context, item);
    TextStyle style = context->theme->axis;
    g_autofree char *rank = NULL;
    TextExtents text;

    if (!bump_is_inside(context, at))
        return;
    mark_push(context, item);
    scene_builder_circle(context->builder, at, radius, color, STROKE_NONE);
    if (numbered) {
        rank = g_strdup_printf("%d", (int)layer->y[item] + 1);
        style.color = color_readable_on(color, COLOR_RGB(0x1b232d), COLOR_RGB(0xffffff));
        style.bold = TRUE;
        text = text_measure(context->measurer, rank, &style);
        scene_builder_text(context->builder, rank,
                           (Point){ at.x, at.y + (text.ascent - text.descent) / 2 }, ANCHOR_MIDDLE,
                           0, &style, text);
    }
    scene_builder_pop(context->builder);
}

static void
bump_draw_series(const MarkContext *context, gsize first, gsize end)
{
    gsize head, tail;

    bump_find_ends(context->layer, first, end, &head, &tail);
    mark_push_series(context, first);
    bump_draw_line(context, first, end);
    for (gsize i = first; i < end; i++)
        bump_draw_dot(context, i, i == head || i == tail);
    scene_builder_pop(context->builder);
}

/* Muted series first, so that the others lie on top. */
static void
bump_draw(const MarkContext *context)
{
    const Layer *layer = context->layer;

    for (guint pass = 0; pass < 2; pass++)
        for (gsize i = 0, end; i < layer->n; i = end) {
            end = mark_run_end(layer, i);
            if (mark_is_here(context, i) && mark_series(context, i)->muted == (pass == 0))
                bump_draw_series(context, i, end);
        }
}

/* px of the last period of this panel. */
static double
bump_right(const MarkContext *context)
{
    double right = -G_MAXDOUBLE;

    for (gsize i = 0; i < context->layer->n; i++) {
        Point at = mark_point(context, i);

        if (mark_is_here(context, i) && bump_is_inside(context, at))
            right = MAX(right, at.x);
    }
    return right;
}

/* Lines that end before the last period are named where there is room beside their last dot. */
static void
bump_draw_early_names(const MarkContext *context, double right)
{
    const BumpLayer *bump = (const BumpLayer *)context->layer;
    const Layer *layer = context->layer;
    g_autoptr(GArray) names = g_array_new(FALSE, TRUE, sizeof(PointName));
    g_autoptr(GArray) series = g_array_new(FALSE, TRUE, sizeof(guint));
    TextStyle style = context->theme->label;
    Rect room = context->rect;
    Point last;

    for (gsize i = 0, end; i < layer->n; i = end) {
        gsize head, tail;

        end = mark_run_end(layer, i);
        bump_find_ends(layer, i, end, &head, &tail);
        last = (Point){ NAN, NAN };
        for (gsize k = i; k < end && mark_is_here(context, i); k++) {
            Point at = mark_point(context, k);
            gboolean early = k == tail && at.x < right - 1e-6;
            PointName name = { .at = at,
                               .radius =
                                   k == head || k == tail ? bump->radius : OBSTACLE_STEP / 2 };
            guint steps =
                isfinite(last.x) && isfinite(at.x)
                    ? (guint)CLAMP(hypot(at.x - last.x, at.y - last.y) / OBSTACLE_STEP, 1, 500)
                    : 1;

            name.text = early ? mark_series(context, k)->name : NULL;
            for (guint s = 1; s < steps; s++) {
                double t = (double)s / steps, ease = t * t * (3 - 2 * t);
                PointName on_line = { .at = { last.x + (at.x - last.x) * t,
                                              last.y + (at.y - last.y) * ease },
                                      .radius = OBSTACLE_STEP / 2 };

                g_array_append_val(names, on_line);
                g_array_append_val(series, layer->series[k]);
            }
            g_array_append_val(names, name);
            g_array_append_val(series, layer->series[k]);
            last = at;
        }
    }
    /* Right of the last dots stand the other names. */
    room.width = MAX(0, right - room.x);
    *bump->left_out +=
        point_names_place((PointName *)names->data, names->len, room, &style, context->measurer);
    for (guint i = 0; i < names->len; i++) {
        const PointName *name = &g_array_index(names, PointName, i);

        style.color = context->series[g_array_index(series, guint, i)].text_color;
        if (name->placed)
            scene_builder_text(context->builder, name->text, name->baseline, ANCHOR_START, 0,
                               &style, name->extents);
    }
}

static void
bump_draw_names(const MarkContext *context)
{
    const BumpLayer *bump = (const BumpLayer *)context->layer;
    const Layer *layer = context->layer;
    double right = bump_right(context), step = scale_step(context->y);
    TextStyle style = context->theme->label;
    TextExtents line = text_measure(context->measurer, "x", &style);

    bump_draw_early_names(context, right);
    for (gsize i = 0, end; i < layer->n; i = end) {
        const Series *series = mark_series(context, i);
        gsize head, tail;
        Point at;
        g_autofree char *name = NULL;
        TextExtents text;
        double room;

        end = mark_run_end(layer, i);
        bump_find_ends(layer, i, end, &head, &tail);
        if (!mark_is_here(context, i) || tail == G_MAXSIZE || series->name == NULL)
            continue;
        at = mark_point(context, tail);
        if (!bump_is_inside(context, at) || at.x < right - 1e-6)
            continue;
        room =
            MIN(bump->name_room, rect_right(context->rect) - at.x - bump->radius - BUMP_AIR + 0.01);
        if (step < line.ascent + line.descent || room < MIN(bump->name_room, 2 * style.size)) {
            (*bump->left_out)++;
            continue;
        }
        style.color = series->text_color;
        name = text_ellipsize(series->name, &style, room, context->measurer);
        text = text_measure(context->measurer, name, &style);
        scene_builder_text(
            context->builder, name,
            (Point){ at.x + bump->radius + BUMP_AIR, at.y + (text.ascent - text.descent) / 2 },
            ANCHOR_START, 0, &style, text);
    }
    if (context->panel + 1 == bump->n_panels && *bump->left_out > 0 && !bump->keyed)
        report_add(context->report, SEVERITY_WARNING, WHERE_NONE, *bump->left_out,
                   "%" G_GUINT64_FORMAT " name%s no room and %s left out; a larger figure or "
                   "--legend right would show them",
                   *bump->left_out, *bump->left_out == 1 ? " has" : "s have",
                   *bump->left_out == 1 ? "is" : "are");
}

const MarkType bump_mark = {
    .name = "bump",
    .summary = "ranks joined in order, numbered and named at the ends",
    .over_zero = TRUE,
    .draw = bump_draw,
    .draw_labels = bump_draw_names,
    .draw_key = mark_key_line,
};
