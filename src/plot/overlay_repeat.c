#include "plot/overlay_work.h"

#include <stdlib.h>
#include <string.h>

/* A value of the chart at its place. */
typedef struct {
    double at, value;
    guint panel, series;
} RepeatPoint;

static int
repeat_compare(const void *a, const void *b)
{
    const RepeatPoint *left = a, *right = b;

    if (left->panel != right->panel)
        return left->panel < right->panel ? -1 : 1;
    if (left->series != right->series)
        return left->series < right->series ? -1 : 1;
    if (left->at != right->at)
        return left->at < right->at ? -1 : 1;
    return left->value < right->value ? -1 : left->value > right->value;
}

/* The chart's values in order; how many. */
static gsize
repeat_points(const Plot *plot, const OverlayPlaces *places, RepeatPoint *points)
{
    const Column *position = plot->frame->columns[places->position];
    const Column *value = plot->frame->columns[places->value];
    gsize n = 0;

    for (gsize i = 0; i < plot->frame->table->length; i++) {
        double at = places->at != NULL ? places->at[i] : position->values[i];

        if (isfinite(at) && isfinite(value->values[i]))
            points[n++] =
                (RepeatPoint){ at, value->values[i], places->panels[i], places->series[i] };
    }
    qsort(points, n, sizeof *points, repeat_compare);
    return n;
}

/* Points on a line and a line over bars are a way to show the same; the same mark again, or an
 * aggregate of single rows, is not meant. */
static gboolean
repeat_is_likely(const Plot *plot, const Overlay *overlay, const OverlayPlaces *places,
                 const OverlayItems *items, const MarkType *main, guint n_main)
{
    const Column *value = plot->frame->columns[places->value];
    const char *expr = overlay->exprs[places->value];

    return overlay->kind->places && items->values != NULL && items->low == NULL &&
           (items->apart || n_main == 1) && value != NULL && value->type == COLUMN_NUMBER &&
           expr != NULL && (overlay->kind->mark == main || strchr(expr, '(') != NULL);
}

void
overlay_report_repeat(const Plot *plot, const Overlay *overlay, const OverlayPlaces *places,
                      const OverlayItems *items, const MarkType *main, guint n_main)
{
    g_autofree RepeatPoint *points = NULL;
    gsize n, same = 0;

    if (!repeat_is_likely(plot, overlay, places, items, main, n_main))
        return;
    points = g_new(RepeatPoint, plot->frame->table->length + 1);
    n = repeat_points(plot, places, points);
    for (gsize i = 0; i < items->n; i++) {
        RepeatPoint point = { items->at[i], items->values[i], items->panel[i], items->series[i] };

        if (!isfinite(point.at) || !isfinite(point.value))
            continue;
        if (bsearch(&point, points, n, sizeof *points, repeat_compare) == NULL)
            return;
        same++;
    }
    if (same > 1)
        report_add(plot->report, SEVERITY_WARNING, WHERE_NONE, same,
                   "--layer: \"%s\" equals the chart's own value at each of %" G_GSIZE_FORMAT
                   " places and covers it; --rule draws one level across the panel, as does "
                   "--layer 'rule %s=%s'",
                   overlay->name, same, channel_name(places->value), overlay->exprs[places->value]);
}
