#include "map/ground_work.h"

#include <stdlib.h>

/* No more squares than this: larger maps have larger squares. */
#define MAX_SQUARES (1 << 21)
/* Boxes are looked at in so many squares a side at most. */
#define MOST_SAMPLES 64

Ground *
ground_new(Rect rect, guint n_areas, GroundKind kind)
{
    Ground *ground = g_new0(Ground, 1);
    double pitch;

    rect.width = MAX(1, rect.width);
    rect.height = MAX(1, rect.height);
    pitch = rect_pitch(rect, MAX_SQUARES);
    ground->rect = rect;
    ground->pitch = pitch;
    ground->columns = (int)ceil(rect.width / pitch);
    ground->rows = (int)ceil(rect.height / pitch);
    ground->squares = g_new0(guint16, (gsize)ground->columns * ground->rows);
    for (gsize i = 0; kind != GROUND_PAPER && i < (gsize)ground->columns * ground->rows; i++)
        ground->squares[i] = (guint16)kind;
    ground->areas = g_new0(GroundArea, n_areas + 1);
    ground->n_areas = n_areas;
    return ground;
}

void
ground_free(Ground *ground)
{
    if (ground == NULL)
        return;
    g_free(ground->squares);
    g_free(ground->areas);
    g_free(ground);
}

/* Where an edge passes the middle of a row of squares. */
typedef struct {
    int row;
    double x;
} GroundCrossing;

static int
ground_compare(const void *a, const void *b)
{
    const GroundCrossing *left = a, *right = b;

    if (left->row != right->row)
        return left->row < right->row ? -1 : 1;
    return left->x < right->x ? -1 : left->x > right->x;
}

static void
ground_cross(const Ground *ground, Point from, Point to, GArray *crossings)
{
    Point a = { (from.x - ground->rect.x) / ground->pitch,
                (from.y - ground->rect.y) / ground->pitch };
    Point b = { (to.x - ground->rect.x) / ground->pitch, (to.y - ground->rect.y) / ground->pitch };
    double top = MIN(a.y, b.y), bottom = MAX(a.y, b.y);
    int end = (int)CLAMP(ceil(bottom - 0.5), 0, ground->rows);

    for (int row = (int)CLAMP(ceil(top - 0.5), 0, ground->rows); row < end; row++) {
        GroundCrossing crossing = { row, a.x + (b.x - a.x) * (row + 0.5 - a.y) / (b.y - a.y) };

        g_array_append_val(crossings, crossing);
    }
}

/* Squares whose middles lie in the path. */
static void
ground_fill(Ground *ground, const Path *path, guint16 code, GroundArea *area)
{
    g_autoptr(GArray) crossings = g_array_new(FALSE, FALSE, sizeof(GroundCrossing));
    const PathSegment *segments = path_segments(path);
    Point at = { 0, 0 }, start = { 0, 0 };

    for (guint i = 0; i <= path_length(path); i++) {
        gboolean moves = i == path_length(path) || segments[i].verb == PATH_MOVE;
        Point to = moves || segments[i].verb == PATH_CLOSE ? start : segments[i].p[0];

        ground_cross(ground, at, to, crossings);
        if (moves && i < path_length(path))
            to = start = segments[i].p[0];
        at = to;
    }
    if (crossings->len > 0)
        qsort(crossings->data, crossings->len, sizeof(GroundCrossing), ground_compare);
    for (guint i = 0; i + 1 < crossings->len; i += 2) {
        const GroundCrossing *from = &g_array_index(crossings, GroundCrossing, i), *to = from + 1;
        int first = (int)CLAMP(ceil(from->x - 0.5), 0, ground->columns);
        int end = (int)CLAMP(ceil(to->x - 0.5), 0, ground->columns);

        for (int column = first; column < end; column++)
            ground->squares[(gsize)from->row * ground->columns + column] = code;
        if (area == NULL || first >= end)
            continue;
        area->left = area->n == 0 ? first : MIN(area->left, first);
        area->right = area->n == 0 ? end : MAX(area->right, end);
        area->top = area->n == 0 ? from->row : MIN(area->top, from->row);
        area->bottom = area->n == 0 ? from->row + 1 : MAX(area->bottom, from->row + 1);
        area->n += (guint)(end - first);
        area->x += (first + end) / 2.0 * (end - first);
        area->y += (from->row + 0.5) * (end - first);
    }
}

void
ground_add_sea(Ground *ground, const Path *path)
{
    ground_fill(ground, path, GROUND_SEA, NULL);
}

void
ground_add_area(Ground *ground, guint area, const Path *path)
{
    ground_fill(ground, path, GROUND_CODE(area), &ground->areas[area]);
}

void
ground_add_dot(Ground *ground, guint area, Point at, double radius)
{
    g_autoptr(Path) path = path_new();

    for (guint i = 0; i < 16; i++)
        path_line_to(path, at.x + radius * cos(i * G_PI / 8), at.y + radius * sin(i * G_PI / 8));
    path_close(path);
    ground->areas[area] = (GroundArea){ .is_dot = TRUE };
    ground_add_area(ground, area, path);
}

double
ground_size(const Ground *ground, guint area)
{
    return ground->areas[area].n * ground->pitch * ground->pitch;
}

Rect
ground_bounds(const Ground *ground, guint area)
{
    const GroundArea *seen = &ground->areas[area];

    return (Rect){ ground->rect.x + seen->left * ground->pitch,
                   ground->rect.y + seen->top * ground->pitch,
                   (seen->right - seen->left) * ground->pitch,
                   (seen->bottom - seen->top) * ground->pitch };
}

gboolean
ground_ends(const Ground *ground, guint area, gboolean upright, double at, double ret_ends[2])
{
    const GroundArea *seen = &ground->areas[area];
    double origin = upright ? ground->rect.y : ground->rect.x;
    int line = (int)floor((at - (upright ? ground->rect.x : ground->rect.y)) / ground->pitch);
    int from = upright ? seen->top : seen->left, to = upright ? seen->bottom : seen->right;
    int first = -1, last = -1;

    if (line < 0 || line >= (upright ? ground->columns : ground->rows))
        return FALSE;
    for (int i = from; i < to; i++) {
        gsize square =
            upright ? (gsize)i * ground->columns + line : (gsize)line * ground->columns + i;

        if (ground->squares[square] != GROUND_CODE(area))
            continue;
        first = first < 0 ? i : first;
        last = i;
    }
    if (first < 0)
        return FALSE;
    ret_ends[0] = origin + first * ground->pitch;
    ret_ends[1] = origin + (last + 1) * ground->pitch;
    return TRUE;
}

gboolean
ground_is_cut(const Ground *ground, guint area)
{
    const GroundArea *seen = &ground->areas[area];

    return seen->n > 0 && (seen->left == 0 || seen->top == 0 || seen->right == ground->columns ||
                           seen->bottom == ground->rows);
}

gboolean
ground_is_dot(const Ground *ground, guint area)
{
    return ground->areas[area].is_dot;
}

gboolean
ground_is_area(const Ground *ground, guint area, Point at)
{
    double column = floor((at.x - ground->rect.x) / ground->pitch);
    double row = floor((at.y - ground->rect.y) / ground->pitch);

    return column >= 0 && column < ground->columns && row >= 0 && row < ground->rows &&
           ground->squares[(gsize)row * ground->columns + (gsize)column] == GROUND_CODE(area);
}

static void
census_add(GroundCensus *census, guint16 code, double share)
{
    GroundKind kind = MIN(code, GROUND_AREA);
    guint area = kind == GROUND_AREA ? code - GROUND_AREA : 0;

    for (guint i = 0; i < census->n; i++)
        if (census->shares[i].kind == kind && census->shares[i].area == area) {
            census->shares[i].share += share;
            return;
        }
    if (census->n < GROUND_SHARES)
        census->shares[census->n++] = (GroundShare){ kind, area, share };
}

static int
census_compare(const void *a, const void *b)
{
    const GroundShare *left = a, *right = b;

    if (left->share != right->share)
        return left->share > right->share ? -1 : 1;
    return left->area < right->area ? -1 : left->area > right->area;
}

gboolean
ground_census(const Ground *ground, Rect box, GroundCensus *ret_census)
{
    double first = (box.x - ground->rect.x) / ground->pitch;
    double top = (box.y - ground->rect.y) / ground->pitch;
    double columns = box.width / ground->pitch, rows = box.height / ground->pitch;
    int across = (int)CLAMP(ceil(columns), 1, MOST_SAMPLES);
    int down = (int)CLAMP(ceil(rows), 1, MOST_SAMPLES);

    *ret_census = (GroundCensus){ .n = 0 };
    if (!(first >= 0) || !(top >= 0) || !(first + columns <= ground->columns) ||
        !(top + rows <= ground->rows))
        return FALSE;
    for (int i = 0; i < down; i++) {
        const guint16 *row =
            ground->squares +
            (gsize)MIN(ground->rows - 1, (int)(top + rows * (i + 0.5) / down)) * ground->columns;
        int run = 0;
        guint16 code = 0;

        for (int k = 0; k < across; k++) {
            guint16 here =
                row[MIN(ground->columns - 1, (int)(first + columns * (k + 0.5) / across))];

            if (run > 0 && here != code) {
                census_add(ret_census, code, (double)run / (across * down));
                run = 0;
            }
            code = here;
            run++;
        }
        census_add(ret_census, code, (double)run / (across * down));
    }
    qsort(ret_census->shares, ret_census->n, sizeof *ret_census->shares, census_compare);
    return TRUE;
}
