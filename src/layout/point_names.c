#include "layout/point_names.h"

/* Side of a square of the bitmap, px. */
#define CELL 2.0
/* Between a symbol and its name, px. */
#define AIR 2.5
/* No page has more squares than this a side. */
#define MAX_SIDE 10000

typedef struct {
    guint8 *taken;
    int columns, rows;
    Rect panel;
} Bitmap;

/* The squares that a stretch touches, cut to those there are. */
static void
bitmap_span(double from, double to, int n, int *ret_first, int *ret_end)
{
    *ret_first = (int)CLAMP(floor(from / CELL), 0, n);
    *ret_end = (int)CLAMP(ceil(to / CELL), 0, n);
}

static void
bitmap_add_circle(Bitmap *bitmap, Point at, double radius)
{
    double x = at.x - bitmap->panel.x, y = at.y - bitmap->panel.y;
    int x0, x1, y0, y1;

    if (!isfinite(x) || !isfinite(y) || radius <= 0)
        return;
    bitmap_span(x - radius, x + radius, bitmap->columns, &x0, &x1);
    bitmap_span(y - radius, y + radius, bitmap->rows, &y0, &y1);
    for (int row = y0; row < y1; row++)
        for (int column = x0; column < x1; column++)
            if (hypot((column + 0.5) * CELL - x, (row + 0.5) * CELL - y) < radius)
                bitmap->taken[(gsize)row * bitmap->columns + column] = 1;
}

/* Whether a box has room; then it takes it. */
static gboolean
bitmap_take(Bitmap *bitmap, Rect box)
{
    int x0, x1, y0, y1;

    if (!rect_contains(bitmap->panel, box))
        return FALSE;
    bitmap_span(box.x - bitmap->panel.x, rect_right(box) - bitmap->panel.x, bitmap->columns, &x0,
                &x1);
    bitmap_span(box.y - bitmap->panel.y, rect_bottom(box) - bitmap->panel.y, bitmap->rows, &y0,
                &y1);
    for (int row = y0; row < y1; row++)
        for (int column = x0; column < x1; column++)
            if (bitmap->taken[(gsize)row * bitmap->columns + column])
                return FALSE;
    for (int row = y0; row < y1; row++)
        for (int column = x0; column < x1; column++)
            bitmap->taken[(gsize)row * bitmap->columns + column] = 1;
    return TRUE;
}

/* The box of a name on one side of its point: dx, dy are -1, 0 or 1. */
static Rect
name_box(const PointName *name, int dx, int dy)
{
    double height = name->extents.ascent + name->extents.descent;
    double reach = MAX(0, name->radius) * (dx != 0 && dy != 0 ? G_SQRT2 / 2 : 1) + AIR;
    Rect box = { name->at.x - name->extents.width / 2, name->at.y - height / 2, name->extents.width,
                 height };

    if (dx != 0)
        box.x = dx > 0 ? name->at.x + reach : name->at.x - reach - name->extents.width;
    /* Above stands on the descent, which is empty for most letters. */
    reach -= dx != 0 ? AIR : AIR - 1;
    if (dy != 0)
        box.y = dy > 0 ? name->at.y + reach : name->at.y - reach - height;
    return box;
}

static gboolean
name_place(PointName *name, Bitmap *bitmap)
{
    static const struct {
        int dx, dy;
    } sides[] = { { 1, -1 }, { 1, 0 },   { 1, 1 },  { 0, -1 },
                  { 0, 1 },  { -1, -1 }, { -1, 0 }, { -1, 1 } };

    for (guint i = 0; i < G_N_ELEMENTS(sides); i++) {
        Rect box = name_box(name, sides[i].dx, sides[i].dy);

        if (!bitmap_take(bitmap, box))
            continue;
        name->placed = TRUE;
        name->baseline = (Point){ box.x, box.y + name->extents.ascent };
        return TRUE;
    }
    return FALSE;
}

guint
point_names_place(PointName *names, gsize n, Rect panel, const TextStyle *style,
                  TextMeasurer *measurer)
{
    g_autofree guint8 *taken = NULL;
    Bitmap bitmap = { .columns = (int)CLAMP(ceil(panel.width / CELL), 1, MAX_SIDE),
                      .rows = (int)CLAMP(ceil(panel.height / CELL), 1, MAX_SIDE),
                      .panel = panel };
    guint left_out = 0;

    taken = g_new0(guint8, (gsize)bitmap.columns * bitmap.rows);
    bitmap.taken = taken;
    for (gsize i = 0; i < n; i++)
        bitmap_add_circle(&bitmap, names[i].at, names[i].radius);
    for (gsize i = 0; i < n; i++) {
        names[i].placed = FALSE;
        if (names[i].text == NULL || !isfinite(names[i].at.x) || !isfinite(names[i].at.y))
            continue;
        names[i].extents = text_measure(measurer, names[i].text, style);
        if (!name_place(&names[i], &bitmap))
            left_out++;
    }
    return left_out;
}
