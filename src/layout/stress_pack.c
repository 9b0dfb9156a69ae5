#include "layout/stress_work.h"

/* An edge is never longer than this share of the smaller side of the area. */
#define LONGEST 0.6
/* One axis may be stretched so much more than the other to fill the area: more where the area is
 * long, by this share of its sides. */
#define STRETCH 1.3
#define MOST_STRETCH 2.2
#define STRETCH_SHARE 0.7
/* Between parts, as a share of the smaller side of the area. */
#define GAP 0.05

/* The outline from above of what is packed: from x on it is down to y. */
typedef struct {
    double x, y;
} PackStep;

static Rect
pack_extent(const StressPart *part, double factor, double shrink)
{
    double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;

    for (guint i = 0; i < part->n; i++) {
        Point at = { part->at[i].x * factor, part->at[i].y * factor };

        x0 = MIN(x0, at.x - shrink * part->boxes[i].width / 2);
        x1 = MAX(x1, at.x + shrink * part->boxes[i].width / 2);
        y0 = MIN(y0, at.y - shrink * part->boxes[i].height / 2);
        y1 = MAX(y1, at.y + shrink * part->boxes[i].height / 2);
    }
    return (Rect){ x0, y0, x1 - x0, y1 - y0 };
}

/* The highest place for a box over the outline, of these the leftmost; FALSE: too wide. */
static gboolean
pack_find(const GArray *outline, Size size, double width, Point *ret_at)
{
    const PackStep *steps = (const PackStep *)(gconstpointer)outline->data;
    gboolean found = FALSE;

    for (guint k = 0; k < outline->len && steps[k].x + size.width <= width + 1e-9; k++) {
        double y = 0;

        for (guint j = k; j < outline->len && steps[j].x < steps[k].x + size.width - 1e-9; j++)
            y = MAX(y, steps[j].y);
        if (!found || y < ret_at->y)
            *ret_at = (Point){ steps[k].x, y };
        found = TRUE;
    }
    return found;
}

/* The outline with a box of the given corners, which begins at one of its steps. */
static GArray *
pack_add(const GArray *outline, Rect box, double width)
{
    const PackStep *steps = (const PackStep *)(gconstpointer)outline->data;
    GArray *added = g_array_new(FALSE, FALSE, sizeof(PackStep));
    PackStep under = { box.x, rect_bottom(box) }, after = { rect_right(box), 0 };
    guint k = 0;

    for (; k < outline->len && steps[k].x < box.x; k++)
        g_array_append_val(added, steps[k]);
    g_array_append_val(added, under);
    for (; k < outline->len && steps[k].x <= after.x; k++)
        after.y = steps[k].y;
    if (after.x < width)
        g_array_append_val(added, after);
    for (; k < outline->len; k++)
        g_array_append_val(added, steps[k]);
    return added;
}

/* Packs the first n parts, grown by the factor, boxes by `shrink`, over each other into room. */
static gboolean
pack_try(const GPtrArray *parts, guint n, double factor, double shrink, Size room, Point *ret_at)
{
    g_autoptr(GArray) outline = g_array_new(FALSE, FALSE, sizeof(PackStep));
    double gap = GAP * shrink * MIN(room.width, room.height);
    PackStep floor = { 0, 0 };

    g_array_append_val(outline, floor);
    for (guint p = 0; p < n; p++) {
        const StressPart *part = g_ptr_array_index(parts, p);
        Rect extent = pack_extent(part, factor, shrink);
        Size size = { extent.width + gap, extent.height + gap };
        GArray *added;
        Point at = { 0, 0 };

        if (!pack_find(outline, size, room.width + gap, &at) ||
            at.y + size.height > room.height + gap + 1e-9)
            return FALSE;
        added = pack_add(outline, (Rect){ at.x, at.y, size.width, size.height }, room.width + gap);
        g_array_unref(outline);
        outline = added;
        for (guint i = 0; i < part->n; i++)
            ret_at[part->node[i]] = (Point){ at.x - extent.x + factor * part->at[i].x,
                                             at.y - extent.y + factor * part->at[i].y };
    }
    return TRUE;
}

/* The largest factor that finds room; boxes count for less only when nothing else helps. Returns
 * it, 0 where all nodes of a part fall together. */
static double
pack_linked(const GPtrArray *parts, guint n, Size room, double most, Point *ret_at)
{
    double low = 0, high = most, shrink = 1;

    while (shrink > 0 && !pack_try(parts, n, 0, shrink, room, ret_at))
        shrink = shrink > 0.1 ? shrink * 0.75 : 0;
    if (pack_try(parts, n, most, shrink, room, ret_at))
        return most;
    for (guint k = 0; k < 24; k++) {
        double factor = (low + high) / 2;

        if (pack_try(parts, n, factor, shrink, room, ret_at))
            low = factor;
        else
            high = factor;
    }
    pack_try(parts, n, low, shrink, room, ret_at);
    return low;
}

/* Single nodes side by side in rows, as many as go into the width, at the bottom of the area.
 * Returns the height of the rows. */
static double
pack_singles(const GPtrArray *parts, guint from, Rect area, Point *ret_at)
{
    double gap = GAP * MIN(area.width, area.height), top = 0;

    for (guint end = from; from < parts->len; from = end) {
        double width = 0, height = 0, x;

        for (; end < parts->len; end++) {
            const StressPart *part = g_ptr_array_index(parts, end);
            double wider = width + (end > from ? gap : 0) + part->boxes[0].width;

            if (end > from && wider > area.width)
                break;
            width = wider;
            height = MAX(height, part->boxes[0].height);
        }
        x = area.x + (area.width - width) / 2;
        for (guint p = from; p < end; p++) {
            const StressPart *part = g_ptr_array_index(parts, p);

            ret_at[part->node[0]] = (Point){ x + part->boxes[0].width / 2, top + height / 2 };
            x += part->boxes[0].width + gap;
        }
        top += height + (end < parts->len ? gap : 0);
    }
    return top;
}

/* Stretches places along one axis as far as the room allows and at most by `most`, and puts them in
 * the middle of it. */
static void
pack_centre(double *at, const double *sizes, guint n, double from, double room, double most)
{
    double low = G_MAXDOUBLE, high = -G_MAXDOUBLE;

    for (guint i = 0; i < n; i++) {
        at[i] *= most;
        low = MIN(low, at[i] - sizes[i] / 2);
        high = MAX(high, at[i] + sizes[i] / 2);
    }
    for (guint i = 0; i < n; i++)
        at[i] += from + (room - low - high) / 2;
}

static void
pack_fill(const GPtrArray *parts, guint n_linked, Rect room, double most, Point *ret_at)
{
    g_autoptr(GArray) nodes = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autofree double *x = NULL, *y = NULL, *widths = NULL, *heights = NULL;
    double grow_x, grow_y, stretch;
    guint n = 0;

    for (guint p = 0; p < n_linked; p++)
        n += ((StressPart *)g_ptr_array_index(parts, p))->n;
    x = g_new(double, n);
    y = g_new(double, n);
    widths = g_new(double, n);
    heights = g_new(double, n);
    for (guint p = 0; p < n_linked; p++) {
        const StressPart *part = g_ptr_array_index(parts, p);

        for (guint i = 0; i < part->n; i++) {
            x[nodes->len] = ret_at[part->node[i]].x;
            y[nodes->len] = ret_at[part->node[i]].y;
            widths[nodes->len] = part->boxes[i].width;
            heights[nodes->len] = part->boxes[i].height;
            g_array_append_val(nodes, part->node[i]);
        }
    }
    stretch = MAX(room.width, room.height) / MAX(MIN(room.width, room.height), 1);
    stretch = CLAMP(STRETCH_SHARE * stretch, STRETCH, MOST_STRETCH);
    grow_x = MAX(1, stress_fit(x, widths, n, room.width, most));
    grow_y = MAX(1, stress_fit(y, heights, n, room.height, most));
    pack_centre(x, widths, n, room.x, room.width, MIN(grow_x, grow_y * stretch));
    pack_centre(y, heights, n, room.y, room.height, MIN(grow_y, grow_x * stretch));
    for (guint i = 0; i < n; i++)
        ret_at[g_array_index(nodes, guint, i)] = (Point){ x[i], y[i] };
}

void
stress_pack(const GPtrArray *parts, Rect area, Point *ret_at)
{
    double singles, gap, most, factor, top;
    guint n_linked = 0;
    Rect room = area;

    while (n_linked < parts->len && ((StressPart *)g_ptr_array_index(parts, n_linked))->n > 1)
        n_linked++;
    singles = pack_singles(parts, n_linked, area, ret_at);
    gap = n_linked < parts->len ? GAP * MIN(area.width, area.height) : 0;
    room.height = MAX(area.height / 2, area.height - singles - gap);
    if (n_linked > 0) {
        most = LONGEST * MIN(room.width, room.height);
        factor = pack_linked(parts, n_linked, (Size){ room.width, room.height }, most, ret_at);
        pack_fill(parts, n_linked, room, factor > 0 ? most / factor : 1, ret_at);
    }
    top = n_linked > 0 ? area.y + area.height - singles : area.y + (area.height - singles) / 2;
    for (guint p = n_linked; p < parts->len; p++)
        ret_at[((StressPart *)g_ptr_array_index(parts, p))->node[0]].y += top;
}
