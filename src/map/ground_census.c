// What lies under boxes. Maps ask for ten thousands, and refuse nearly all.
#include "map/ground_work.h"

/* Boxes are looked at in so many squares a side at most. */
#define MOST_SAMPLES 64
/* And their rows in so many passes: what is in the way is seldom flat. */
#define PASSES 4

/* Where a box is looked at, in squares. */
typedef struct {
    double left, top;
    int across, down;          /* so many samples */
    double to_right, to_below; /* from one to the next */
    double per_square;         /* samples on the way to the right */
    int last_column, last_row; /* of the ground */
} BoxSamples;

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

/* FALSE: the box is not on the map as a whole. */
static gboolean
samples_of(const Ground *ground, Rect box, BoxSamples *ret_samples)
{
    double left = (box.x - ground->rect.x) / ground->pitch;
    double top = (box.y - ground->rect.y) / ground->pitch;
    double columns = box.width / ground->pitch, rows = box.height / ground->pitch;
    int across = (int)CLAMP(ceil(columns), 1, MOST_SAMPLES);
    int down = (int)CLAMP(ceil(rows), 1, MOST_SAMPLES);

    if (!(left >= 0) || !(top >= 0) || !(left + columns <= ground->columns) ||
        !(top + rows <= ground->rows))
        return FALSE;
    *ret_samples = (BoxSamples){ .left = left,
                                 .top = top,
                                 .across = across,
                                 .down = down,
                                 .to_right = columns / across,
                                 .to_below = rows / down,
                                 .per_square = across / columns,
                                 .last_column = ground->columns - 1,
                                 .last_row = ground->rows - 1 };
    return TRUE;
}

static int
sample_column(const BoxSamples *samples, int i)
{
    return MIN(samples->last_column, (int)(samples->left + samples->to_right * (i + 0.5)));
}

static int
sample_row(const BoxSamples *samples, int i)
{
    return MIN(samples->last_row, (int)(samples->top + samples->to_below * (i + 0.5)));
}

/* The first sample at or beyond a column, after sample i, which is before it. */
static int
sample_beyond(const BoxSamples *samples, int i, int column)
{
    double at = (column - samples->left) * samples->per_square - 0.5;
    int before;

    if (!(at < samples->across))
        return samples->across;
    before = (int)at;
    return MAX(i + 1, before + (before < at));
}

/* Samples by the code of what they are on, in the order of the first of each. */
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
    BoxSamples samples;

    ret_census->n = 0;
    if (!samples_of(ground, box, &samples))
        return FALSE;
    for (int i = 0; i < samples.down; i++) {
        int row = sample_row(&samples, i);
        const guint16 *codes = ground->squares + (gsize)row * ground->columns;
        const guint16 *runs = ground_runs(ground, row);

        for (int k = 0, next; k < samples.across; k = next) {
            int column = sample_column(&samples, k);

            next = sample_beyond(&samples, k, column + runs[column]);
            tally_add(&tally, codes[column], next - k);
        }
    }
    for (guint i = 0; i < tally.n; i++) {
        GroundKind kind = MIN(tally.codes[i], GROUND_AREA);

        ret_census->shares[i] =
            (GroundShare){ kind, kind == GROUND_AREA ? tally.codes[i] - GROUND_AREA : 0,
                           tally.counts[i] / ((double)samples.across * samples.down) };
    }
    ret_census->n = tally.n;
    census_sort(ret_census);
    return TRUE;
}

/* Samples that may still be on what is limited. */
typedef struct {
    int own, marked, plain;
} LimitCounts;

/* Takes off those of one row; FALSE: there are too many, or one of what may not be there at all. */
static gboolean
limits_take(const Ground *ground, const GroundLimits *limits, const BoxSamples *samples, int row,
            LimitCounts *left)
{
    const guint16 *codes = ground->squares + (gsize)row * ground->columns;
    const guint16 *runs = ground_runs(ground, row);

    for (int k = 0, next; k < samples->across; k = next) {
        int column = sample_column(samples, k);
        guint16 code = codes[column];
        const GroundArea *area;

        next = sample_beyond(samples, k, column + runs[column]);
        if (code < GROUND_AREA) {
            if (code == GROUND_PAPER && !limits->paper)
                return FALSE;
            continue;
        }
        area = &ground->areas[code - GROUND_AREA];
        if (code == GROUND_CODE(limits->area))
            left->own -= next - k;
        else if (!area->is_marked)
            left->plain -= next - k;
        else if (area->is_dot)
            return FALSE;
        else
            left->marked -= next - k;
    }
    return left->own >= 0 && left->marked >= 0 && left->plain >= 0;
}

gboolean
ground_holds(const Ground *ground, Rect box, const GroundLimits *limits)
{
    BoxSamples samples;
    LimitCounts left;
    double n;

    if (!samples_of(ground, box, &samples))
        return FALSE;
    n = (double)samples.across * samples.down;
    left = (LimitCounts){ (int)(limits->own * n), (int)(limits->marked * n),
                          (int)(limits->plain * n) };
    for (int pass = 0; pass < PASSES; pass++)
        for (int i = pass; i < samples.down; i += PASSES)
            if (!limits_take(ground, limits, &samples, sample_row(&samples, i), &left))
                return FALSE;
    return TRUE;
}
