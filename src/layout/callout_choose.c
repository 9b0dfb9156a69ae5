// One candidate for each call-out, so that none are in each other's way and all together cost
// little: branch and bound with forward checking (R. Haralick, G. Elliott, Increasing Tree Search
// Efficiency for Constraint Satisfaction Problems, Artificial Intelligence 14, 1980), the call-out
// with the fewest candidates left first, as far as a budget goes; then exchanges of two.
#include "layout/callout_work.h"

#include <string.h>

#define WORDS ((CALLOUT_MAX_CANDIDATES + 63) / 64)
/* Pairs of candidates compared, and candidates tried in the search, about. */
#define BUDGET 600000
#define TRIAL 20
#define MOST_PASSES 6
/* Less is no improvement, px. */
#define LEAST_GAIN 0.5

/* Candidates of one call-out, a bit each. */
typedef struct {
    guint64 bits[WORDS];
} CandidateSet;

typedef struct {
    CalloutWork *work;
    guint n;
    guint *first;            /* of each call-out: the number of its first candidate */
    CandidateSet *conflicts; /* [candidate][call-out] */
    gboolean *known;         /* [candidate]: the conflicts are */
    CandidateSet *live;      /* [depth][call-out]: who is left */
    guint *choice, *best;    /* of each call-out; G_MAXUINT: none */
    double best_cost;
    guint budget;
} Choice;

static const CalloutCandidate *
choice_candidate(const Choice *choice, guint item, guint index)
{
    return &g_array_index(choice->work->items[item].candidates, CalloutCandidate, index);
}

static void
set_add(CandidateSet *set, guint index)
{
    set->bits[index / 64] |= G_GUINT64_CONSTANT(1) << (index % 64);
}

static gboolean
set_has(const CandidateSet *set, guint index)
{
    return set->bits[index / 64] >> (index % 64) & 1;
}

static guint
set_count(const CandidateSet *set)
{
    guint count = 0;

    for (guint w = 0; w < WORDS; w++)
        count += (guint)__builtin_popcountll(set->bits[w]);
    return count;
}

/* The first at or after an index; G_MAXUINT: none. */
static guint
set_next(const CandidateSet *set, guint index)
{
    for (guint w = index / 64; w < WORDS; w++) {
        guint64 bits = set->bits[w];

        if (w == index / 64)
            bits &= ~G_GUINT64_CONSTANT(0) << (index % 64);
        if (bits != 0)
            return w * 64 + (guint)__builtin_ctzll(bits);
    }
    return G_MAXUINT;
}

/* Whom a candidate excludes, of each call-out; found out when it is first asked for. */
static const CandidateSet *
choice_conflicts(Choice *choice, guint item, guint index)
{
    gsize number = choice->first[item] + index;
    CandidateSet *sets = choice->conflicts + number * choice->n;
    const CalloutItem *items = choice->work->items;

    if (choice->known[number])
        return sets;
    choice->known[number] = TRUE;
    for (guint i = 0; i < choice->n; i++)
        for (guint c = 0; i != item && c < items[i].candidates->len; c++) {
            choice->budget -= choice->budget > 0;
            if (callouts_conflict(items[item].callout, choice_candidate(choice, item, index),
                                  items[i].callout, choice_candidate(choice, i, c)))
                set_add(&sets[i], c);
        }
    return sets;
}

static Choice
choice_new(CalloutWork *work)
{
    Choice choice = { .work = work, .n = work->n, .best_cost = G_MAXDOUBLE, .budget = BUDGET };
    guint total = 0;

    choice.first = g_new(guint, work->n + 1);
    choice.choice = g_new(guint, work->n + 1);
    choice.best = g_new(guint, work->n + 1);
    choice.live = g_new0(CandidateSet, (gsize)(work->n + 1) * (work->n + 1));
    for (guint i = 0; i < work->n; i++) {
        choice.first[i] = total;
        choice.choice[i] = G_MAXUINT;
        total += work->items[i].candidates->len;
        for (guint c = 0; c < work->items[i].candidates->len; c++)
            set_add(&choice.live[i], c);
    }
    choice.conflicts = g_new0(CandidateSet, (gsize)total * work->n + 1);
    choice.known = g_new0(gboolean, total + 1);
    return choice;
}

static void
choice_clear(Choice *choice)
{
    g_free(choice->first);
    g_free(choice->choice);
    g_free(choice->best);
    g_free(choice->conflicts);
    g_free(choice->known);
    g_free(choice->live);
}

/* The one with the fewest candidates left, and what all that are left cost at least. */
static guint
choice_next(const Choice *choice, const CandidateSet *live, double *ret_least)
{
    guint next = G_MAXUINT, fewest = G_MAXUINT;

    *ret_least = 0;
    for (guint i = 0; i < choice->n; i++) {
        guint count;

        if (choice->choice[i] != G_MAXUINT)
            continue;
        count = set_count(&live[i]);
        *ret_least += choice_candidate(choice, i, set_next(&live[i], 0))->cost;
        if (count < fewest) {
            fewest = count;
            next = i;
        }
    }
    return next;
}

/* What is left when a candidate is taken; FALSE when somebody has none left. */
static gboolean
choice_narrow(Choice *choice, const CandidateSet *live, guint item, guint index,
              CandidateSet *ret_live)
{
    const CandidateSet *conflicts = choice_conflicts(choice, item, index);

    for (guint i = 0; i < choice->n; i++) {
        guint64 any = 0;

        for (guint w = 0; w < WORDS; w++)
            any |= ret_live[i].bits[w] = live[i].bits[w] & ~conflicts[i].bits[w];
        if (any == 0 && i != item && choice->choice[i] == G_MAXUINT)
            return FALSE;
    }
    return TRUE;
}

static void
choice_search(Choice *choice, guint depth, double cost)
{
    const CandidateSet *live = choice->live + (gsize)depth * choice->n;
    CandidateSet *narrowed = choice->live + (gsize)(depth + 1) * choice->n;
    double least;
    guint item;

    if (depth == choice->n) {
        choice->best_cost = cost;
        memcpy(choice->best, choice->choice, choice->n * sizeof *choice->best);
        return;
    }
    item = choice_next(choice, live, &least);
    least -= choice_candidate(choice, item, set_next(&live[item], 0))->cost;
    for (guint c = set_next(&live[item], 0); c < CALLOUT_MAX_CANDIDATES && choice->budget > 0;
         c = set_next(&live[item], c + 1)) {
        double with = cost + choice_candidate(choice, item, c)->cost;

        if (with + least > choice->best_cost - LEAST_GAIN)
            break;
        choice->budget -= MIN(choice->budget, TRIAL);
        choice->choice[item] = c;
        if (choice_narrow(choice, live, item, c, narrowed))
            choice_search(choice, depth + 1, with);
        choice->choice[item] = G_MAXUINT;
    }
}

/* Rows that the search has not asked for are not worth knowing as a whole. */
static gboolean
choice_excludes(const Choice *choice, guint item, guint index, guint other, guint its)
{
    gsize number = choice->first[item] + index;

    if (choice->known[number])
        return set_has(&choice->conflicts[number * choice->n + other], its);
    return callouts_conflict(
        choice->work->items[item].callout, choice_candidate(choice, item, index),
        choice->work->items[other].callout, choice_candidate(choice, other, its));
}

/* Of all but one other, none is in the way of a candidate. */
static gboolean
choice_is_clear(const Choice *choice, guint item, guint index, guint but)
{
    for (guint i = 0; i < choice->n; i++)
        if (i != item && i != but && choice_excludes(choice, item, index, i, choice->best[i]))
            return FALSE;
    return TRUE;
}

/* Where the other goes when an item takes a candidate, if both together gain; G_MAXUINT: nowhere.
 */
static guint
choice_make_way(const Choice *choice, guint item, guint index, guint other)
{
    double most = choice_candidate(choice, item, choice->best[item])->cost +
                  choice_candidate(choice, other, choice->best[other])->cost -
                  choice_candidate(choice, item, index)->cost - LEAST_GAIN;

    for (guint c = 0; c < choice->work->items[other].candidates->len; c++) {
        if (choice_candidate(choice, other, c)->cost > most)
            return G_MAXUINT;
        if (!choice_excludes(choice, item, index, other, c) &&
            choice_is_clear(choice, other, c, item))
            return c;
    }
    return G_MAXUINT;
}

/* The only one in the way of a candidate, or item itself when none is; G_MAXUINT: several are. */
static guint
choice_in_the_way(const Choice *choice, guint item, guint index)
{
    guint found = item;

    for (guint i = 0; i < choice->n; i++) {
        if (i == item || !choice_excludes(choice, item, index, i, choice->best[i]))
            continue;
        if (found != item)
            return G_MAXUINT;
        found = i;
    }
    return found;
}

/* A better candidate for one, with another one making way: so two with crossing wishes change
 * places. */
static gboolean
choice_improve(Choice *choice, guint item)
{
    double now = choice_candidate(choice, item, choice->best[item])->cost;

    for (guint c = 0; choice_candidate(choice, item, c)->cost <= now - LEAST_GAIN; c++) {
        guint other = choice_in_the_way(choice, item, c), way;

        if (other == G_MAXUINT)
            continue;
        way = other == item ? c : choice_make_way(choice, item, c, other);
        if (way == G_MAXUINT)
            continue;
        choice->best[item] = c;
        choice->best[other] = way;
        return TRUE;
    }
    return FALSE;
}

gboolean
callouts_choose(CalloutWork *work)
{
    Choice choice = choice_new(work);
    gboolean found, better = TRUE;

    choice_search(&choice, 0, 0);
    found = choice.best_cost < G_MAXDOUBLE;
    for (guint pass = 0; found && better && pass < MOST_PASSES; pass++) {
        better = FALSE;
        for (guint i = 0; i < choice.n; i++)
            better |= choice_improve(&choice, i);
    }
    for (guint i = 0; found && i < choice.n; i++)
        work->items[i].chosen = *choice_candidate(&choice, i, choice.best[i]);
    choice_clear(&choice);
    return found;
}
