#include "layout/stress_work.h"

#include <stdlib.h>

#define ROUNDS 400
/* px between boxes that were pushed apart, so that rounding does not make them overlap. */
#define MARGIN 0.01

typedef struct {
    double left;
    guint node;
} ApartOrder;

static gint
apart_compare(gconstpointer a, gconstpointer b)
{
    const ApartOrder *left = a, *right = b;

    if (left->left != right->left)
        return left->left < right->left ? -1 : 1;
    return left->node < right->node ? -1 : left->node > right->node;
}

/* As near as the box of a node comes to `at` within one axis of the area. */
static double
apart_clamp(double at, double size, double from, double extent)
{
    if (size >= extent)
        return from + extent / 2;
    return CLAMP(at, from + size / 2, from + extent - size / 2);
}

static Point
apart_inside(Point at, Size box, Rect area)
{
    return (Point){ apart_clamp(at.x, box.width, area.x, area.width),
                    apart_clamp(at.y, box.height, area.y, area.height) };
}

/* Parts two boxes by half of what they overlap along the axis where that is less, measured in
 * sizes of boxes at first, in sides of the area when walls are in the way. */
static gboolean
apart_pair(const Size *boxes, guint a, guint b, Size unit, Rect area, Point *at)
{
    double dx = at[b].x - at[a].x, dy = at[b].y - at[a].y;
    double over_x = (boxes[a].width + boxes[b].width) / 2 - fabs(dx);
    double over_y = (boxes[a].height + boxes[b].height) / 2 - fabs(dy);
    Point shift = { 0, 0 };

    if (over_x <= 0 || over_y <= 0)
        return FALSE;
    if (over_x / unit.width < over_y / unit.height)
        shift.x = (dx < 0 || (dx == 0 && a > b) ? -0.5 : 0.5) * (over_x + MARGIN);
    else
        shift.y = (dy < 0 || (dy == 0 && a > b) ? -0.5 : 0.5) * (over_y + MARGIN);
    at[a] = apart_inside((Point){ at[a].x - shift.x, at[a].y - shift.y }, boxes[a], area);
    at[b] = apart_inside((Point){ at[b].x + shift.x, at[b].y + shift.y }, boxes[b], area);
    return TRUE;
}

/* One sweep from the left over all pairs that overlap; returns whether there were any. */
static gboolean
apart_sweep(const Size *boxes, guint n, Size unit, Rect area, ApartOrder *order, Point *at)
{
    gboolean any = FALSE;

    for (guint i = 0; i < n; i++)
        order[i] = (ApartOrder){ at[i].x - boxes[i].width / 2, i };
    qsort(order, n, sizeof *order, apart_compare);
    for (guint i = 0; i < n; i++) {
        guint a = order[i].node;
        double right = order[i].left + boxes[a].width;

        for (guint k = i + 1; k < n && order[k].left < right; k++)
            if (apart_pair(boxes, a, order[k].node, unit, area, at))
                any = TRUE;
    }
    return any;
}

gboolean
stress_push_apart(const Size *boxes, guint n, Rect area, Point *at)
{
    g_autofree ApartOrder *order = g_new(ApartOrder, n);
    gboolean fits = TRUE;

    for (guint i = 0; i < n; i++) {
        fits = fits && boxes[i].width <= area.width && boxes[i].height <= area.height;
        at[i] = apart_inside(at[i], boxes[i], area);
    }
    for (guint round = 0; round < ROUNDS && n > 1; round++) {
        gboolean early = round < ROUNDS / 4;
        Size unit = { early ? 1 : MAX(area.width, 1), early ? 1 : MAX(area.height, 1) };

        if (!apart_sweep(boxes, n, unit, area, order, at))
            return fits;
    }
    return n < 2 && fits;
}
