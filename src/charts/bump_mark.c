#include "charts/bump.h"

#include "text/wrap.h"

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
        style.color = mark_ink_on(color);
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

static const LabelKind bump_names = { "name", "names", "beside the lines",
                                      "a larger figure or --legend right would show them", FALSE };

/* Right of the last dots there is room for names, if need be for their beginnings; lines that end
 * before are named where there is room beside their last dots. */
static void
bump_draw_names(const MarkContext *context)
{
    const BumpLayer *bump = (const BumpLayer *)context->layer;
    const Layer *layer = context->layer;
    double right = bump_right(context);
    LabelRequest request = { .kind = bump->keyed ? NULL : &bump_names, .bounds = context->rect };
    LabelSpot spots[8];

    for (gsize i = 0, end; i < layer->n; i = end) {
        const Series *series = mark_series(context, i);
        TextStyle style = context->theme->label;
        g_autofree char *name = NULL;
        gsize head, tail;
        guint n;
        Point at;

        end = mark_run_end(layer, i);
        bump_find_ends(layer, i, end, &head, &tail);
        if (!mark_is_here(context, i) || tail == G_MAXSIZE || series->name == NULL)
            continue;
        at = mark_point(context, tail);
        if (!bump_is_inside(context, at))
            continue;
        n = label_spots_around(at, bump->radius, spots);
        if (at.x > right - 1e-6) {
            n = 1;
            spots[0] = spots[1]; /* right of it, where its rank stands */
            spots[0].gap = BUMP_AIR;
        }
        style.color = series->text_color;
        name = text_ellipsize(series->name, &style, n == 1 ? bump->name_room : G_MAXDOUBLE,
                              context->measurer);
        request.leader = request.roams = n > 1;
        request.rank = series->muted ? LABEL_WEAK : LABEL_PLAIN;
        request.subject = mark_subject(context, i);
        labels_add_line(context->labels, &request, name, &style, spots, n, context->measurer);
    }
}

const MarkType bump_mark = {
    .name = "bump",
    .summary = "ranks joined in order, numbered and named at the ends",
    .over_zero = TRUE,
    .draw = bump_draw,
    .draw_labels = bump_draw_names,
    .draw_key = mark_key_line,
};
