// Branch and bound with forward checking (R. Haralick, G. Elliott, Increasing Tree Search
// Efficiency for Constraint Satisfaction Problems, Artificial Intelligence 14, 1980): the call-out
// with the fewest candidates left first, its cheapest candidates first, as far as a budget goes.
#include "layout/callout_work.h"

#include <string.h>

#define WORDS ((CALLOUT_MAX_CANDIDATES + 63) / 64)
/* Pairs of candidates compared, and candidates tried in the search, about. */
#define BUDGET 400000
/* As much of it is left to improve a choice that is there. */
#define BUDGET_TO_IMPROVE 120000
#define TRIAL 20
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
    guint *taken, *best;     /* of each call-out; G_MAXUINT: none */
    gboolean found;          /* best is one that the search found */
    double best_cost;
    guint budget;
} Search;

static const CalloutCandidate *
search_candidate(const Search *search, guint item, guint index)
{
    return &g_array_index(search->work->items[item].candidates, CalloutCandidate, index);
}

static void
set_add(CandidateSet *set, guint index)
{
    set->bits[index / 64] |= G_GUINT64_CONSTANT(1) << (index % 64);
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
search_conflicts(Search *search, guint item, guint index)
{
    gsize number = search->first[item] + index;
    CandidateSet *sets = search->conflicts + number * search->n;
    const CalloutItem *items = search->work->items;

    if (search->known[number])
        return sets;
    search->known[number] = TRUE;
    for (guint i = 0; i < search->n; i++)
        for (guint c = 0; i != item && c < items[i].candidates->len; c++) {
            search->budget -= search->budget > 0;
            if (callouts_conflict(items[item].callout, search_candidate(search, item, index),
                                  items[i].callout, search_candidate(search, i, c)))
                set_add(&sets[i], c);
        }
    return sets;
}

static Search
search_new(CalloutWork *work)
{
    Search search = { .work = work, .n = work->n, .best_cost = G_MAXDOUBLE, .budget = BUDGET };
    guint total = 0;

    search.first = g_new(guint, work->n + 1);
    search.taken = g_new(guint, work->n + 1);
    search.best = g_new(guint, work->n + 1);
    search.live = g_new0(CandidateSet, (gsize)(work->n + 1) * (work->n + 1));
    for (guint i = 0; i < work->n; i++) {
        search.first[i] = total;
        search.taken[i] = G_MAXUINT;
        total += work->items[i].candidates->len;
        for (guint c = 0; c < work->items[i].candidates->len; c++)
            set_add(&search.live[i], c);
    }
    search.conflicts = g_new0(CandidateSet, (gsize)total * work->n + 1);
    search.known = g_new0(gboolean, total + 1);
    return search;
}

static void
search_clear(Search *search)
{
    g_free(search->first);
    g_free(search->taken);
    g_free(search->best);
    g_free(search->conflicts);
    g_free(search->known);
    g_free(search->live);
}

/* The one with the fewest candidates left, and what all that are left cost at least. */
static guint
search_next(const Search *search, const CandidateSet *live, double *ret_least)
{
    guint next = G_MAXUINT, fewest = G_MAXUINT;

    *ret_least = 0;
    for (guint i = 0; i < search->n; i++) {
        guint count;

        if (search->taken[i] != G_MAXUINT)
            continue;
        count = set_count(&live[i]);
        *ret_least += search_candidate(search, i, set_next(&live[i], 0))->cost;
        if (count < fewest) {
            fewest = count;
            next = i;
        }
    }
    return next;
}

/* What is left when a candidate is taken; FALSE when somebody has none left. */
static gboolean
search_narrow(Search *search, const CandidateSet *live, guint item, guint index,
              CandidateSet *ret_live)
{
    const CandidateSet *conflicts = search_conflicts(search, item, index);

    for (guint i = 0; i < search->n; i++) {
        guint64 any = 0;

        for (guint w = 0; w < WORDS; w++)
            any |= ret_live[i].bits[w] = live[i].bits[w] & ~conflicts[i].bits[w];
        if (any == 0 && i != item && search->taken[i] == G_MAXUINT)
            return FALSE;
    }
    return TRUE;
}

static void
search_from(Search *search, guint depth, double cost)
{
    const CandidateSet *live = search->live + (gsize)depth * search->n;
    CandidateSet *narrowed = search->live + (gsize)(depth + 1) * search->n;
    double least;
    guint item;

    if (depth == search->n) {
        search->budget = MIN(search->budget, BUDGET_TO_IMPROVE);
        search->found = TRUE;
        search->best_cost = cost;
        memcpy(search->best, search->taken, search->n * sizeof *search->best);
        return;
    }
    item = search_next(search, live, &least);
    least -= search_candidate(search, item, set_next(&live[item], 0))->cost;
    for (guint c = set_next(&live[item], 0); c < CALLOUT_MAX_CANDIDATES && search->budget > 0;
         c = set_next(&live[item], c + 1)) {
        double with = cost + search_candidate(search, item, c)->cost;

        if (with + least > search->best_cost - LEAST_GAIN)
            break;
        search->budget -= MIN(search->budget, TRIAL);
        search->taken[item] = c;
        if (search_narrow(search, live, item, c, narrowed))
            search_from(search, depth + 1, with);
        search->taken[item] = G_MAXUINT;
    }
}

gboolean
callouts_search(CalloutWork *work, gboolean settled)
{
    Search search = search_new(work);
    gboolean found;

    if (settled) {
        search.budget = BUDGET_TO_IMPROVE;
        search.best_cost = 0;
        for (guint i = 0; i < search.n; i++)
            search.best_cost += search_candidate(&search, i, work->items[i].index)->cost;
    }
    search_from(&search, 0, 0);
    found = search.found;
    for (guint i = 0; found && i < search.n; i++)
        work->items[i].index = search.best[i];
    search_clear(&search);
    return found || settled;
}
