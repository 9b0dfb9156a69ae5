#include "map/ground_work.h"

/* No more squares than this: larger maps have larger squares. */
#define MAX_SQUARES (1 << 21)

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
    ground->runs = g_new0(guint16, (gsize)ground->columns * ground->rows);
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
    g_free(ground->runs);
    g_free(ground->areas);
    g_free(ground);
}

/* Where the edges of a path pass the middles of rows. */
typedef struct {
    int row;
    double x;
} GroundCrossing;

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

static void
ground_cross_path(const Ground *ground, const Path *path, GArray *crossings)
{
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
}

/* Squares whose middles lie between two crossings of a row. */
static void
ground_fill_run(Ground *ground, int row, double from, double to, guint16 code, GroundArea *area)
{
    int first = (int)CLAMP(ceil(from - 0.5), 0, ground->columns);
    int end = (int)CLAMP(ceil(to - 0.5), 0, ground->columns);

    for (int column = first; column < end; column++)
        ground->squares[(gsize)row * ground->columns + column] = code;
    ground->runs[(gsize)row * ground->columns] = 0;
    if (area == NULL || first >= end)
        return;
    area->left = area->n == 0 ? first : MIN(area->left, first);
    area->right = area->n == 0 ? end : MAX(area->right, end);
    area->top = area->n == 0 ? row : MIN(area->top, row);
    area->bottom = area->n == 0 ? row + 1 : MAX(area->bottom, row + 1);
    area->n += (guint)(end - first);
    area->x += (first + end) / 2.0 * (end - first);
    area->y += (row + 0.5) * (end - first);
}

/* A row has few crossings, so that they are put among their row's one by one. */
static void
ground_insert(double *row, guint n, double x)
{
    for (; n > 0 && row[n - 1] > x; n--)
        row[n] = row[n - 1];
    row[n] = x;
}

/* Squares whose middles lie in the path. */
static void
ground_fill(Ground *ground, const Path *path, guint16 code, GroundArea *area)
{
    g_autoptr(GArray) crossings = g_array_new(FALSE, FALSE, sizeof(GroundCrossing));
    g_autofree guint *starts = g_new0(guint, ground->rows + 1), *n = g_new0(guint, ground->rows);
    g_autofree double *x = NULL;

    ground_cross_path(ground, path, crossings);
    x = g_new(double, crossings->len);
    for (guint i = 0; i < crossings->len; i++)
        starts[g_array_index(crossings, GroundCrossing, i).row + 1]++;
    for (int row = 0; row < ground->rows; row++)
        starts[row + 1] += starts[row];
    for (guint i = 0; i < crossings->len; i++) {
        const GroundCrossing *crossing = &g_array_index(crossings, GroundCrossing, i);

        ground_insert(x + starts[crossing->row], n[crossing->row]++, crossing->x);
    }
    for (int row = 0; row < ground->rows; row++)
        for (guint i = starts[row]; i + 1 < starts[row + 1]; i += 2)
            ground_fill_run(ground, row, x[i], x[i + 1], code, area);
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
    ground->areas[area] =
        (GroundArea){ .is_dot = TRUE, .is_marked = ground->areas[area].is_marked };
    ground_add_area(ground, area, path);
}

void
ground_mark(Ground *ground, guint area)
{
    ground->areas[area].is_marked = TRUE;
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

guint
ground_area_at(const Ground *ground, Point at)
{
    double column = (at.x - ground->rect.x) / ground->pitch;
    double row = (at.y - ground->rect.y) / ground->pitch;
    guint16 code;

    if (!(column >= 0 && column < ground->columns && row >= 0 && row < ground->rows))
        return GROUND_NO_AREA;
    code = ground->squares[(int)row * ground->columns + (int)column];
    return code < GROUND_AREA ? GROUND_NO_AREA : code - (guint)GROUND_AREA;
}
