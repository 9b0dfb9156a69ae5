// One candidate for each call-out, so that none are in each other's way and all together cost
// little. First all take turns: who has no place takes the cheapest candidate and sends those in
// its way to look again, each time dearer to send away (P. Morris, The Breakout Method for Escaping
// from Local Minima, AAAI 1993). Then a search for something better, and exchanges of two.
#include "layout/callout_work.h"

/* px of leader that sending another away is worth the first time, and more each time. */
#define EJECT_COST 120.0
/* Times that any may be sent away, for each call-out. */
#define MOST_EJECTIONS 25
/* The search pays for no more call-outs than these. */
#define MOST_SEARCHED 12
#define MOST_PASSES 6
/* Less is no improvement, px. */
#define LEAST_GAIN 0.5

static const CalloutCandidate *
item_candidate(const CalloutItem *item, guint index)
{
    return &g_array_index(item->candidates, CalloutCandidate, index);
}

static const CalloutCandidate *
item_chosen(const CalloutItem *item)
{
    return item_candidate(item, item->index);
}

static gboolean
item_conflicts(const CalloutItem *item, const CalloutCandidate *candidate, const CalloutItem *other)
{
    return other != item && other->index != CALLOUT_NONE &&
           callouts_conflict(item->callout, candidate, other->callout, item_chosen(other));
}

/* The candidate that costs least together with those that it sends away. */
static guint
cheapest_with_ejections(const CalloutWork *work, const CalloutItem *item)
{
    guint best = 0;
    double best_cost = G_MAXDOUBLE;

    for (guint c = 0; c < item->candidates->len; c++) {
        const CalloutCandidate *candidate = item_candidate(item, c);
        double cost = candidate->cost;

        if (cost >= best_cost)
            break;
        for (guint i = 0; i < work->n && cost < best_cost; i++)
            if (item_conflicts(item, candidate, &work->items[i]))
                cost += EJECT_COST * (1 + work->items[i].ejections);
        if (cost < best_cost) {
            best_cost = cost;
            best = c;
        }
    }
    return best;
}

/* Whoever was sent away most often, then who has the fewest candidates, looks next. */
static CalloutItem *
next_to_settle(const CalloutWork *work)
{
    CalloutItem *next = NULL;

    for (guint i = 0; i < work->n; i++) {
        CalloutItem *item = &work->items[i];

        if (item->index != CALLOUT_NONE)
            continue;
        if (next == NULL || item->ejections > next->ejections ||
            (item->ejections == next->ejections && item->candidates->len < next->candidates->len))
            next = item;
    }
    return next;
}

static gboolean
settle_all(CalloutWork *work)
{
    guint left = MOST_EJECTIONS * work->n;

    for (CalloutItem *item; (item = next_to_settle(work)) != NULL;) {
        guint index = cheapest_with_ejections(work, item);

        for (guint i = 0; i < work->n; i++)
            if (item_conflicts(item, item_candidate(item, index), &work->items[i])) {
                if (left-- == 0)
                    return FALSE;
                work->items[i].index = CALLOUT_NONE;
                work->items[i].ejections++;
            }
        item->index = index;
    }
    return TRUE;
}

/* Of all but one other, none is in the way of a candidate. */
static gboolean
is_clear(const CalloutWork *work, const CalloutItem *item, const CalloutCandidate *candidate,
         const CalloutItem *but)
{
    for (guint i = 0; i < work->n; i++)
        if (&work->items[i] != but && item_conflicts(item, candidate, &work->items[i]))
            return FALSE;
    return TRUE;
}

/* Another goes where it costs less than most when an item takes a candidate. */
static gboolean
make_way(const CalloutWork *work, const CalloutItem *item, const CalloutCandidate *taken,
         CalloutItem *other, double most)
{
    for (guint c = 0; c < other->candidates->len; c++) {
        const CalloutCandidate *candidate = item_candidate(other, c);

        if (candidate->cost > most)
            return FALSE;
        if (callouts_conflict(item->callout, taken, other->callout, candidate) ||
            !is_clear(work, other, candidate, item))
            continue;
        other->index = c;
        return TRUE;
    }
    return FALSE;
}

/* How many are in the way of a candidate, counted to 2; *ret_other is one of them. */
static guint
count_in_the_way(const CalloutWork *work, const CalloutItem *item,
                 const CalloutCandidate *candidate, CalloutItem **ret_other)
{
    guint count = 0;

    for (guint i = 0; i < work->n && count < 2; i++)
        if (item_conflicts(item, candidate, &work->items[i])) {
            *ret_other = &work->items[i];
            count++;
        }
    return count;
}

/* A better candidate for one, with another one making way if both together gain: so two with
 * crossing wishes change places. */
static gboolean
exchange_one(CalloutWork *work, CalloutItem *item)
{
    double now = item_chosen(item)->cost;

    for (guint c = 0; item_candidate(item, c)->cost <= now - LEAST_GAIN; c++) {
        const CalloutCandidate *candidate = item_candidate(item, c);
        CalloutItem *other = NULL;
        guint count = count_in_the_way(work, item, candidate, &other);

        if (count > 1 || (count == 1 &&
                          !make_way(work, item, candidate, other,
                                    item_chosen(other)->cost + now - candidate->cost - LEAST_GAIN)))
            continue;
        item->index = c;
        return TRUE;
    }
    return FALSE;
}

static void
exchange_all(CalloutWork *work)
{
    gboolean better = TRUE;

    for (guint pass = 0; pass < MOST_PASSES && better; pass++) {
        better = FALSE;
        for (guint i = 0; i < work->n; i++)
            better |= exchange_one(work, &work->items[i]);
    }
}

gboolean
callouts_choose(CalloutWork *work)
{
    gboolean settled;

    for (guint i = 0; i < work->n; i++)
        work->items[i].index = CALLOUT_NONE;
    settled = settle_all(work);
    if (settled)
        exchange_all(work);
    if ((!settled || work->n <= MOST_SEARCHED) && !callouts_search(work, settled))
        return FALSE;
    exchange_all(work);
    for (guint i = 0; i < work->n; i++)
        work->items[i].chosen = *item_chosen(&work->items[i]);
    return TRUE;
}
