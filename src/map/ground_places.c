// Where in an area a box has most room.
#include "map/ground_work.h"

#include <stdlib.h>

/* Places are looked for in every so manyth square. */
#define STEP 2
/* Room around the box counts up to so many heights of it, and each px away from the middle of the
 * area costs this much of it. */
#define ROOM 1.0
#define PULL 0.08

/* Farther than the largest map is wide, and one more is still a number. */
#define FAR 0x7fff

/* Where the upper left corner of the box may stand, in squares from the area's. */
typedef struct {
    const Ground *ground;
    const GroundArea *area;
    guint16 code;
    int width, height; /* of the box */
    int columns, rows; /* of the corners; none: the box is too large */
    /* Squares from each corner to the next that is not free; 0: not free, as are the corners of the
     * frame of one square around them. */
    guint16 *room;
    int left, right, top, bottom; /* around those that are free; the last two ends are beyond */
} PlaceSearch;

/* A corner that is free. */
typedef struct {
    int column, row;
    double worth;
} PlaceFound;

static guint16 *
search_room(const PlaceSearch *search, int row)
{
    return search->room + (gsize)(row + 1) * (search->columns + 2) + 1;
}

static void
search_add_free(PlaceSearch *search, int row, int column)
{
    search_room(search, row)[column] = FAR;
    search->left = MIN(search->left, column);
    search->right = MAX(search->right, column + 1);
    search->top = row;
    search->bottom = MAX(search->bottom, row + 1);
}

/* From the lowest row up: a corner is free when so many rows from it on run on for the width of the
 * box. */
static void
search_mark_free(PlaceSearch *search)
{
    const Ground *ground = search->ground;
    g_autofree int *down = g_new0(int, search->columns);

    search->left = search->columns;
    for (int row = search->area->bottom - search->area->top - 1; row >= 0; row--) {
        int at = search->area->top + row;
        const guint16 *runs = ground_runs(ground, at) + search->area->left;
        const guint16 *codes = ground->squares + (gsize)at * ground->columns + search->area->left;

        for (int column = 0; column < search->columns; column++) {
            gboolean holds = codes[column] == search->code && runs[column] >= search->width;

            down[column] = holds ? down[column] + 1 : 0;
            if (down[column] >= search->height)
                search_add_free(search, row, column);
        }
    }
}

/* Of the squares before each one, in the order of a pass; back is 1 or -1. */
static void
search_pass(const PlaceSearch *search, int row, int from, int to, int back)
{
    guint16 *here = search_room(search, row);
    const guint16 *before = search_room(search, row - back);

    for (int column = from; column != to; column += back) {
        guint16 near = MIN(MIN(before[column - 1], before[column]),
                           MIN(before[column + 1], here[column - back]));

        if (here[column] > near)
            here[column] = MIN(here[column], (guint16)(near + 1));
    }
}

/* Chessboard distances in two passes (A. Rosenfeld, J. Pfaltz, Sequential Operations in Digital
 * Picture Processing, JACM 13(4) 1966). */
static void
search_measure(const PlaceSearch *search)
{
    for (int row = search->top; row < search->bottom; row++)
        search_pass(search, row, search->left, search->right, 1);
    for (int row = search->bottom - 1; row >= search->top; row--)
        search_pass(search, row, search->right - 1, search->left - 1, -1);
}

/* Free corners with what they are worth, by rows. Caller frees. */
static GArray *
search_found(const PlaceSearch *search)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(PlaceFound));
    const GroundArea *area = search->area;
    double x = area->x / area->n - area->left - search->width / 2.0;
    double y = area->y / area->n - area->top - search->height / 2.0;
    double most = search->height > 1 ? MAX(2, ROOM * search->height) : FAR;

    for (int row = search->top; row < search->bottom; row++)
        for (int column = search->left; column < search->right; column++) {
            guint16 room = search_room(search, row)[column];
            PlaceFound one = { column, row, 0 };

            /* Where there is little room every square counts. */
            if (room == 0 || (room > STEP && (row % STEP != 0 || column % STEP != 0)))
                continue;
            one.worth =
                MIN(room, most) - PULL * sqrt((column - x) * (column - x) + (row - y) * (row - y));
            g_array_append_val(found, one);
        }
    return found;
}

/* The best one, the first of equals; those that do not stand apart from it are dropped. */
static PlaceFound
search_take_best(const PlaceSearch *search, GArray *found)
{
    PlaceFound *all = (PlaceFound *)(gpointer)found->data, best = all[0];
    guint n = 0;

    for (guint i = 1; i < found->len; i++)
        if (all[i].worth > best.worth)
            best = all[i];
    for (guint i = 0; i < found->len; i++)
        if (abs(all[i].column - best.column) >= search->width / 3.0 ||
            abs(all[i].row - best.row) >= search->height * 0.75)
            all[n++] = all[i];
    g_array_set_size(found, n);
    return best;
}

static guint
search_take(const PlaceSearch *search, guint most, Point *ret_middles)
{
    g_autoptr(GArray) found = search_found(search);
    const Ground *ground = search->ground;
    guint n = 0;

    while (n < most && found->len > 0) {
        PlaceFound best = search_take_best(search, found);
        double column = search->area->left + best.column + search->width / 2.0;
        double row = search->area->top + best.row + search->height / 2.0;

        ret_middles[n++] = (Point){ ground->rect.x + column * ground->pitch,
                                    ground->rect.y + row * ground->pitch };
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

    search.columns = search.area->right - search.area->left - search.width + 1;
    search.rows = search.area->bottom - search.area->top - search.height + 1;
    if (search.area->n == 0 || search.columns <= 0 || search.rows <= 0 || most == 0)
        return 0;
    search.room = room = g_new0(guint16, (gsize)(search.columns + 2) * (search.rows + 2));
    search_mark_free(&search);
    search_measure(&search);
    return search_take(&search, most, ret_middles);
}
