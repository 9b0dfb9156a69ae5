// Where in an area a box has most room.
#include "map/ground_work.h"

#include <stdlib.h>

/* Places are looked for in every so manyth square. */
#define STEP 2
/* Room around the box counts up to so many heights of it, and each px away from the middle of the
 * area costs this much of it. */
#define ROOM 1.0
#define PULL 0.08

/* Where the upper left corner of the box may stand, in squares from the area's. */
typedef struct {
    const Ground *ground;
    const GroundArea *area;
    guint16 code;
    int width, height; /* of the box */
    int columns, rows; /* of the corners; none: the box is too large */
    guint16 *room;     /* squares from each corner to the next that is not free; 0: not free */
} PlaceSearch;

/* A corner that is free. */
typedef struct {
    int column, row;
    double worth;
} PlaceFound;

/* The squares of an area before and above each corner (F. Crow, Summed-Area Tables, SIGGRAPH 1984).
 * Caller frees. */
static guint32 *
search_sums(const PlaceSearch *search, int columns, int rows)
{
    guint32 *sums = g_new0(guint32, (gsize)(columns + 1) * (rows + 1));

    for (int row = 0; row < rows; row++) {
        const guint16 *squares = search->ground->squares +
                                 (gsize)(search->area->top + row) * search->ground->columns +
                                 search->area->left;
        guint32 *above = sums + (gsize)row * (columns + 1), *below = above + columns + 1, sum = 0;

        for (int column = 0; column < columns; column++) {
            sum += squares[column] == search->code;
            below[column + 1] = above[column + 1] + sum;
        }
    }
    return sums;
}

static void
search_mark_free(PlaceSearch *search, int columns, int rows)
{
    g_autofree guint32 *sums = search_sums(search, columns, rows);
    guint32 all = (guint32)search->width * (guint32)search->height;

    for (int row = 0; row < search->rows; row++) {
        const guint32 *top = sums + (gsize)row * (columns + 1);
        const guint32 *bottom = top + (gsize)search->height * (columns + 1);

        for (int column = 0; column < search->columns; column++) {
            int end = column + search->width;

            search->room[(gsize)row * search->columns + column] =
                bottom[end] - bottom[column] - top[end] + top[column] == all ? G_MAXUINT16 : 0;
        }
    }
}

/* Of the squares before this one, in the order of a pass. */
static void
search_near(const PlaceSearch *search, int row, int column, int back)
{
    guint16 *here = &search->room[(gsize)row * search->columns + column];

    for (int k = 0; k < 4 && *here > 0; k++) {
        static const int near[4][2] = { { 0, -1 }, { -1, -1 }, { -1, 0 }, { -1, 1 } };
        int r = row + back * near[k][0], c = column + back * near[k][1];
        gboolean beyond = r < 0 || r >= search->rows || c < 0 || c >= search->columns;
        guint16 other = beyond ? 0 : search->room[(gsize)r * search->columns + c];

        *here = (guint16)MIN(*here, MIN(other, G_MAXUINT16 - 1) + 1);
    }
}

/* Chessboard distances in two passes (A. Rosenfeld, J. Pfaltz, Sequential Operations in Digital
 * Picture Processing, JACM 13(4) 1966). */
static void
search_measure(const PlaceSearch *search)
{
    for (int row = 0; row < search->rows; row++)
        for (int column = 0; column < search->columns; column++)
            search_near(search, row, column, 1);
    for (int row = search->rows - 1; row >= 0; row--)
        for (int column = search->columns - 1; column >= 0; column--)
            search_near(search, row, column, -1);
}

static int
search_compare(const void *a, const void *b)
{
    const PlaceFound *left = a, *right = b;

    if (left->worth != right->worth)
        return left->worth > right->worth ? -1 : 1;
    if (left->row != right->row)
        return left->row < right->row ? -1 : 1;
    return left->column < right->column ? -1 : left->column > right->column;
}

/* Free corners with what they are worth, the best first. Caller frees. */
static GArray *
search_found(const PlaceSearch *search)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(PlaceFound));
    const GroundArea *area = search->area;
    double x = area->x / area->n - area->left - search->width / 2.0;
    double y = area->y / area->n - area->top - search->height / 2.0;
    double most = search->height > 1 ? MAX(2, ROOM * search->height) : G_MAXUINT16;

    for (int row = 0; row < search->rows; row++)
        for (int column = 0; column < search->columns; column++) {
            guint16 room = search->room[(gsize)row * search->columns + column];
            PlaceFound one = { column, row, MIN(room, most) - PULL * hypot(column - x, row - y) };

            /* Where there is little room every square counts. */
            if (room > 0 && (room <= STEP || (row % STEP == 0 && column % STEP == 0)))
                g_array_append_val(found, one);
        }
    if (found->len > 0)
        qsort(found->data, found->len, sizeof(PlaceFound), search_compare);
    return found;
}

static guint
search_take(const PlaceSearch *search, guint most, Point *ret_middles)
{
    g_autoptr(GArray) found = search_found(search);
    const Ground *ground = search->ground;
    guint n = 0;

    for (guint i = 0; i < found->len && n < most; i++) {
        const PlaceFound *one = &g_array_index(found, PlaceFound, i);
        double column = search->area->left + one->column + search->width / 2.0;
        double row = search->area->top + one->row + search->height / 2.0;
        Point at = { ground->rect.x + column * ground->pitch,
                     ground->rect.y + row * ground->pitch };
        gboolean apart = TRUE;

        for (guint k = 0; k < n && apart; k++)
            apart = fabs(at.x - ret_middles[k].x) >= search->width * ground->pitch / 3 ||
                    fabs(at.y - ret_middles[k].y) >= search->height * ground->pitch * 0.75;
        if (apart)
            ret_middles[n++] = at;
    }
    return n;
}

guint
ground_places_inside(const Ground *ground, guint area, Size box, guint most, Point *ret_middles)
{
    PlaceSearch search = { .ground = ground,
                           .area = &ground->areas[area],
                           .code = GROUND_CODE(area),
                           .width = (int)MAX(1, ceil(box.width / ground->pitch)),
                           .height = (int)MAX(1, ceil(box.height / ground->pitch)) };
    g_autofree guint16 *room = NULL;
    int columns = search.area->right - search.area->left;
    int rows = search.area->bottom - search.area->top;

    if (search.area->n == 0 || columns < search.width || rows < search.height || most == 0)
        return 0;
    search.columns = columns - search.width + 1;
    search.rows = rows - search.height + 1;
    search.room = room = g_new(guint16, (gsize)search.columns * search.rows);
    search_mark_free(&search, columns, rows);
    search_measure(&search);
    return search_take(&search, most, ret_middles);
}
