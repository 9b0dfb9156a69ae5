// Chosen places moved off their grid: by a little to all sides, to the edges of their neighbours,
// and into other shapes.
#include "layout/callout_work.h"

#define MOST_PASSES 6
/* Less is no improvement, px of leader. */
#define LEAST_GAIN 0.5
#define LARGEST_SHIFT 16.0
/* px of leader that left edges on one line are worth, of words no farther apart than this. */
#define ALIGN_GAIN 16.0
#define ALIGN_REACH 120.0

static gboolean
is_clear(const CalloutWork *work, const CalloutItem *item, const CalloutCandidate *candidate)
{
    for (guint i = 0; i < work->n; i++)
        if (&work->items[i] != item &&
            callouts_conflict(item->callout, candidate, work->items[i].callout,
                              &work->items[i].chosen))
            return FALSE;
    return TRUE;
}

/* What the words gain by beginning where others near them do. */
static double
align_gain(const CalloutWork *work, const CalloutItem *item, Rect box)
{
    double gain = 0;

    for (guint i = 0; i < work->n; i++) {
        const CalloutItem *other = &work->items[i];
        Rect rect = other->chosen.box;

        if (other == item || fabs(rect.x - box.x) > 0.01)
            continue;
        if (MAX(rect.y - rect_bottom(box), box.y - rect_bottom(rect)) < ALIGN_REACH)
            gain += ALIGN_GAIN;
    }
    return MIN(gain, 2 * ALIGN_GAIN);
}

static gboolean
try_other(const CalloutWork *work, CalloutItem *item, guint block, Point corner)
{
    CalloutCandidate other;
    Size size = item->blocks[block].block->size;
    Rect box = { corner.x, corner.y, size.width, size.height };
    double before = item->chosen.cost - align_gain(work, item, item->chosen.box);

    if (!callout_candidate(work, item, block, box, &other) ||
        other.cost - align_gain(work, item, other.box) > before - LEAST_GAIN ||
        !is_clear(work, item, &other))
        return FALSE;
    item->chosen = other;
    return TRUE;
}

static gboolean
try_moved(const CalloutWork *work, CalloutItem *item, double dx, double dy)
{
    Rect box = item->chosen.box;

    return try_other(work, item, item->chosen.block, (Point){ box.x + dx, box.y + dy });
}

/* In another shape, with one of its corners where it is. */
static gboolean
try_shapes(const CalloutWork *work, CalloutItem *item)
{
    gboolean better = FALSE;

    for (guint b = 0; b < item->n_blocks; b++)
        for (guint corner = 0; corner < 4 && b != item->chosen.block; corner++) {
            Rect box = item->chosen.box;
            Size size = item->blocks[b].block->size;
            Point at = { corner % 2 == 0 ? box.x : rect_right(box) - size.width,
                         corner / 2 == 0 ? box.y : rect_bottom(box) - size.height };

            better |= try_other(work, item, b, at);
        }
    return better;
}

static gboolean
polish_one(const CalloutWork *work, CalloutItem *item)
{
    static const double shifts[][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 },  { 0, -1 },
                                        { 1, 1 }, { -1, 1 }, { 1, -1 }, { -1, -1 } };
    gboolean better = try_shapes(work, item);

    for (double by = LARGEST_SHIFT; by >= 1; by /= 2)
        for (guint s = 0; s < G_N_ELEMENTS(shifts); s++)
            better |= try_moved(work, item, by * shifts[s][0], by * shifts[s][1]);
    for (guint i = 0; i < work->n; i++)
        if (&work->items[i] != item)
            better |= try_moved(work, item, work->items[i].chosen.box.x - item->chosen.box.x, 0);
    return better;
}

void
callouts_polish(CalloutWork *work)
{
    gboolean better = TRUE;

    for (guint pass = 0; pass < MOST_PASSES && better; pass++) {
        better = FALSE;
        for (guint i = 0; i < work->n; i++)
            better |= polish_one(work, &work->items[i]);
    }
}
