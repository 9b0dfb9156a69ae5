// What lies under boxes. Maps ask for ten thousands, and refuse nearly all.
#include "map/ground_work.h"

/* Boxes are looked at in so many rows at most. */
#define MOST_ROWS 64
/* And their rows in so many passes: what is in the way is seldom flat. */
#define PASSES 4

/* The squares whose middles lie in a box, or the one that it lies in; of its rows each step-th. */
typedef struct {
    int left, right, top, bottom, step; /* the ends are beyond */
    int n;                              /* squares that are looked at */
} BoxSquares;

const guint16 *
ground_runs(const Ground *ground, int row)
{
    const guint16 *squares = ground->squares + (gsize)row * ground->columns;
    guint16 *runs = ground->runs + (gsize)row * ground->columns, run = 0;

    if (runs[0] > 0)
        return runs;
    for (int column = ground->columns - 1; column >= 0; column--) {
        gboolean goes_on = run > 0 && run < G_MAXUINT16 && squares[column] == squares[column + 1];

        runs[column] = run = goes_on ? (guint16)(run + 1) : 1;
    }
    return runs;
}

/* From the first middle at or after a side of a box to the first one beyond the other. */
static void
middles_between(double from, double to, int n, int *ret_first, int *ret_end)
{
    int first = (int)(from + 0.5), end = (int)(to + 0.5);

    if (end <= first) {
        first = MIN(n - 1, (int)from);
        end = first + 1;
    }
    *ret_first = first;
    *ret_end = end;
}

/* FALSE: the box is not on the map as a whole. */
static gboolean
squares_of(const Ground *ground, Rect box, BoxSquares *ret_squares)
{
    double left = (box.x - ground->rect.x) / ground->pitch;
    double top = (box.y - ground->rect.y) / ground->pitch;
    double right = left + box.width / ground->pitch, bottom = top + box.height / ground->pitch;
    BoxSquares squares;

    if (!(left >= 0) || !(top >= 0) || !(right <= ground->columns) || !(bottom <= ground->rows))
        return FALSE;
    middles_between(left, right, ground->columns, &squares.left, &squares.right);
    middles_between(top, bottom, ground->rows, &squares.top, &squares.bottom);
    squares.step = (squares.bottom - squares.top + MOST_ROWS - 1) / MOST_ROWS;
    squares.n = (squares.right - squares.left) *
                ((squares.bottom - squares.top + squares.step - 1) / squares.step);
    *ret_squares = squares;
    return TRUE;
}

/* Squares by the code of what they are on, in the order of the first of each. */
typedef struct {
    guint16 codes[GROUND_SHARES];
    int counts[GROUND_SHARES];
    guint n;
} Tally;

static void
tally_add(Tally *tally, guint16 code, int n)
{
    for (guint i = 0; i < tally->n; i++)
        if (tally->codes[i] == code) {
            tally->counts[i] += n;
            return;
        }
    if (tally->n == GROUND_SHARES)
        return;
    tally->codes[tally->n] = code;
    tally->counts[tally->n++] = n;
}

static gboolean
share_is_before(const GroundShare *a, const GroundShare *b)
{
    return a->share != b->share ? a->share > b->share : a->area < b->area;
}

/* The largest share first. */
static void
census_sort(GroundCensus *census)
{
    for (guint i = 0; i < census->n; i++) {
        GroundShare share = census->shares[i];
        guint k = i;

        for (; k > 0 && share_is_before(&share, &census->shares[k - 1]); k--)
            census->shares[k] = census->shares[k - 1];
        census->shares[k] = share;
    }
}

gboolean
ground_census(const Ground *ground, Rect box, GroundCensus *ret_census)
{
    Tally tally = { .n = 0 };
    BoxSquares box_squares;

    ret_census->n = 0;
    if (!squares_of(ground, box, &box_squares))
        return FALSE;
    for (int row = box_squares.top; row < box_squares.bottom; row += box_squares.step) {
        const guint16 *codes = ground->squares + (gsize)row * ground->columns;
        const guint16 *runs = ground_runs(ground, row);

        for (int column = box_squares.left, end; column < box_squares.right; column = end) {
            end = MIN(column + runs[column], box_squares.right);
            tally_add(&tally, codes[column], end - column);
        }
    }
    for (guint i = 0; i < tally.n; i++) {
        GroundKind kind = MIN(tally.codes[i], GROUND_AREA);

        ret_census->shares[i] =
            (GroundShare){ kind, kind == GROUND_AREA ? tally.codes[i] - GROUND_AREA : 0,
                           tally.counts[i] / (double)box_squares.n };
    }
    ret_census->n = tally.n;
    census_sort(ret_census);
    return TRUE;
}

/* Squares that may still be on what is limited. */
typedef struct {
    int own, marked, plain;
} LimitCounts;

/* Takes off those of one row; FALSE: there are too many, or one of what may not be there at all. */
static gboolean
limits_take(const Ground *ground, const GroundLimits *limits, const BoxSquares *box, int row,
            LimitCounts *left)
{
    const guint16 *codes = ground->squares + (gsize)row * ground->columns;
    const guint16 *runs = ground_runs(ground, row);

    for (int column = box->left, end; column < box->right; column = end) {
        guint16 code = codes[column];
        const GroundArea *area;

        end = MIN(column + runs[column], box->right);
        if (code < GROUND_AREA) {
            if (code == GROUND_PAPER && !limits->paper)
                return FALSE;
            continue;
        }
        area = &ground->areas[code - GROUND_AREA];
        if (code == GROUND_CODE(limits->area))
            left->own -= end - column;
        else if (!area->is_marked)
            left->plain -= end - column;
        else if (area->is_dot)
            return FALSE;
        else
            left->marked -= end - column;
    }
    return left->own >= 0 && left->marked >= 0 && left->plain >= 0;
}

gboolean
ground_holds(const Ground *ground, Rect box, const GroundLimits *limits)
{
    BoxSquares squares;
    LimitCounts left;

    if (!squares_of(ground, box, &squares))
        return FALSE;
    left = (LimitCounts){ (int)(limits->own * squares.n), (int)(limits->marked * squares.n),
                          (int)(limits->plain * squares.n) };
    for (int pass = 0; pass < PASSES; pass++)
        for (int row = squares.top + pass * squares.step; row < squares.bottom;
             row += PASSES * squares.step)
            if (!limits_take(ground, limits, &squares, row, &left))
                return FALSE;
    return TRUE;
}
