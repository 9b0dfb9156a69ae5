#include "scene/gate.h"

enum { FARTHEST = 100000000 }; /* hundredths */

gint64
gate_hundredths(double value)
{
    return llround(value * 100);
}

/* Nearly all values are told by one comparison. */
gboolean
gate_is_near(double value)
{
    if (fabs(value) < 999999)
        return TRUE;
    return isfinite(value) && fabs(value) < 1e6 && ABS(gate_hundredths(value)) < FARTHEST;
}

gboolean
gate_point_is_near(Point point)
{
    return gate_is_near(point.x) && gate_is_near(point.y);
}

/* Corners are rounded, then subtracted. */
static gint64
rounded_length(double from, double to)
{
    return gate_hundredths(to) - gate_hundredths(from);
}

gboolean
gate_rect_is_visible(Rect rect)
{
    if (!gate_point_is_near((Point){ rect.x, rect.y }) ||
        !gate_point_is_near((Point){ rect_right(rect), rect_bottom(rect) }))
        return FALSE;
    gint64 width = rounded_length(rect.x, rect_right(rect));
    gint64 height = rounded_length(rect.y, rect_bottom(rect));
    return width > 0 && width < FARTHEST && height > 0 && height < FARTHEST;
}

double
gate_largest_radius(Rect rect)
{
    gint64 width = rounded_length(rect.x, rect_right(rect));
    gint64 height = rounded_length(rect.y, rect_bottom(rect));

    return (double)(MIN(width, height) / 2) / 100;
}

Color
gate_color(Color color)
{
    return color.a == 0 ? COLOR_NONE : color;
}

Stroke
gate_stroke(Stroke stroke)
{
    gboolean dashed = stroke.n_dash == 2 || stroke.n_dash == 4;

    if (stroke.color.a == 0 || !gate_is_near(stroke.width) || gate_hundredths(stroke.width) <= 0)
        return (Stroke){ .width = 0 };
    for (guint i = 0; dashed && i < stroke.n_dash; i++)
        dashed = gate_is_near(stroke.dash[i]) && gate_hundredths(stroke.dash[i]) > 0;

    Stroke clean = {
        .color = stroke.color,
        .width = stroke.width,
        .n_dash = dashed ? stroke.n_dash : 0,
        .round_join = stroke.round_join != FALSE,
        .round_cap = stroke.round_cap != FALSE,
    };
    for (guint i = 0; i < clean.n_dash; i++)
        clean.dash[i] = stroke.dash[i];
    return clean;
}

/* Whether any two points differ after rounding. */
static gboolean
has_extent(const PathSegment *segments, guint n)
{
    Point first = segments[0].p[0];

    for (guint i = 1; i < n; i++)
        for (guint k = 0; k < path_verb_points(segments[i].verb); k++)
            if (gate_hundredths(segments[i].p[k].x) != gate_hundredths(first.x) ||
                gate_hundredths(segments[i].p[k].y) != gate_hundredths(first.y))
                return TRUE;
    return FALSE;
}

PathSegment *
gate_path(Arena *arena, const PathSegment *segments, guint n, guint *ret_n)
{
    gboolean started = FALSE;
    guint kept = 0;

    for (guint i = 0; i < n; i++)
        for (guint k = 0; k < path_verb_points(segments[i].verb); k++)
            if (!gate_point_is_near(segments[i].p[k]))
                return NULL;

    PathSegment *copy = arena_new0(arena, PathSegment, n);
    for (guint i = 0; i < n; i++) {
        gboolean leads_nowhere =
            segments[i].verb == PATH_MOVE && (i + 1 == n || segments[i + 1].verb == PATH_MOVE);

        started = started || segments[i].verb == PATH_MOVE;
        if (!started)
            return NULL;
        if (!leads_nowhere)
            copy[kept++] = segments[i];
    }
    if (kept < 2 || !has_extent(copy, kept))
        return NULL;
    *ret_n = kept;
    return copy;
}
