// Extended Wilkinson: J. Talbot, S. Lin, P. Hanrahan, An Extension of Wilkinson's Algorithm for
// Positioning Tick Labels on Axes, IEEE TVCG 16(6) 2010, 1036-1043; Q, weights and the terms of the
// score are the published ones. Some rules of this program are constraints here, not wishes: ticks
// are whole multiples of their step (so the skip j is 1, and zero is met wherever the domain has
// it), they cover the domain when it may widen that far, and stay inside it otherwise. Step and
// power then determine the first and the last tick, so every candidate is looked at.
#include "scale/ticks_internal.h"

#include <math.h>
#include <string.h>

/* The share of the domain that it may grow by at each end to meet a tick; where the next tick lies
 * farther away, the end stays and the panel is not left empty up to it. */
static const double most_growth = 0.25;

/* In tenths, by preference. */
static const int preferred_steps[] = { 10, 50, 20, 25, 40, 30 };
static const double weight_simplicity = 0.25, weight_coverage = 0.2, weight_density = 0.5,
                    weight_legibility = 0.05;

/* A share of the step below which an end counts as met: 0.1 + 0.2 ends at the tick 0.3. */
static const double tolerance = 1e-9;

/* What is searched: the domain, times 10^-exponent where it is huge or tiny. */
typedef struct {
    TickAxis axis;
    double lo, hi;
    int exponent;
    double count, least, most; /* ticks: wished, not fewer than, and not more than */
    double least_step;
    gboolean covers; /* ends may not stay between two ticks */
    gboolean
        last_resort; /* nothing fits: labels may overlap, and repeat when their format is given */
} Search;

/* Multiples first..last of tenths * 10^(power - 1). */
typedef struct {
    int rank, tenths, power;
    gint64 first, last;
    double score;
    GArray *ticks;
    NumberStyle style;
} Candidate;

static void
candidate_clear(Candidate *candidate)
{
    if (candidate->ticks != NULL)
        g_array_unref(candidate->ticks);
    candidate->ticks = NULL;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Candidate, candidate_clear)

static double
step_size(const Candidate *candidate)
{
    return candidate->tenths * pow(10, candidate->power - 1);
}

/* Published: 1 - (rank - 1) / (|Q| - 1) - j + v, with j = 1; v is 1 when zero is a tick. */
static double
simplicity(const Candidate *candidate)
{
    double v = candidate->first <= 0 && candidate->last >= 0 ? 1 : 0;

    return v - candidate->rank / (double)(G_N_ELEMENTS(preferred_steps) - 1);
}

static double
coverage(const Search *search, double first, double last)
{
    double tenth = 0.1 * (search->hi - search->lo);
    double below = (search->lo - first) / tenth, above = (search->hi - last) / tenth;

    return 1 - 0.5 * (below * below + above * above);
}

static double
density(const Search *search, double first, double last, double n)
{
    double got = (n - 1) / (last - first);
    double wished = (search->count - 1) / (MAX(last, search->hi) - MIN(first, search->lo));

    return 2 - MAX(got / wished, wished / got);
}

/* The values; NULL when two are the same or one has no place on the axis, as below zero on a log
 * axis or beyond the largest number. */
static double *
candidate_values(const Search *search, const Candidate *candidate, guint n)
{
    g_autofree double *values = g_new(double, n);

    for (guint i = 0; i < n; i++) {
        values[i] = tick_decimal((candidate->first + i) * candidate->tenths,
                                 candidate->power - 1 + search->exponent);
        if (!isfinite(values[i]) || isnan(search->axis.type->forward(values[i])) ||
            (i > 0 && values[i] <= values[i - 1]))
            return NULL;
    }
    return g_steal_pointer(&values);
}

static gboolean
labels_are_distinct(const GArray *ticks)
{
    for (guint i = 1; i < ticks->len; i++)
        if (strcmp(tick_at(ticks, i)->label, tick_at(ticks, i - 1)->label) == 0)
            return FALSE;
    return TRUE;
}

/* FALSE when the candidate has no such ticks. */
static gboolean
write_ticks(const Search *search, Candidate *candidate)
{
    const TickRequest *request = search->axis.request;
    guint n = (guint)(candidate->last - candidate->first + 1);
    g_autofree double *values = candidate_values(search, candidate, n);

    if (values == NULL)
        return FALSE;
    candidate->style = number_style_choose(values, n, request);
    candidate->ticks = tick_array_new();
    for (guint i = 0; i < n; i++)
        tick_array_add(candidate->ticks, values[i],
                       number_style_label(&candidate->style, request, values[i]), TRUE);
    return labels_are_distinct(candidate->ticks) ||
           (search->last_resort && request->format != NULL);
}

/* At most 1, from two published parts. Format: decimals (the same in all labels) and characters of
 * the longest label, the fewer the better. Overlap: 1 from one and a half lines of clearance on,
 * falling to where labels are hardly told apart, and then minus infinity. Size and orientation
 * of labels are fixed here, so they say nothing. */
static double
legibility(const Search *search, const Candidate *candidate)
{
    TickAxis axis = tick_axis_widened(search->axis, candidate->ticks);
    double clearance = tick_axis_clearance(&axis, candidate->ticks);
    double comfortable = 1.5 * tick_axis_line_height(&axis), format;
    glong longest = 1;

    for (guint i = 0; i < candidate->ticks->len; i++)
        longest = MAX(longest, g_utf8_strlen(tick_at(candidate->ticks, i)->label, -1));
    format = 1 - MAX(candidate->style.decimals, 0) - 0.1 * (double)(longest - 1);
    if (search->last_resort)
        return format;
    if (!(clearance >= tick_axis_least_clearance(&axis)))
        return -INFINITY;
    return format + MIN(0, 1 - comfortable / clearance);
}

/* The multiples from the last one at or below lo to the first one at or above hi; at an end that
 * may not widen, or would have to widen by too much, those inside. FALSE when they are too few or
 * too many, or do not cover the domain though they must. */
static gboolean
find_ends(const Search *search, Candidate *candidate)
{
    double step = step_size(candidate);
    double lo = search->lo / step, hi = search->hi / step;
    double growth = search->axis.request->widen ? most_growth * (hi - lo) : 0;
    double first = floor(lo + tolerance), last = ceil(hi - tolerance);

    if (search->covers && MAX(lo - first, last - hi) > growth)
        return FALSE;
    if (lo - first > growth)
        first = ceil(lo - tolerance);
    if (last - hi > growth)
        last = floor(hi + tolerance);

    if (!(last - first + 1 >= search->least && last - first + 1 <= search->most &&
          MAX(fabs(first), fabs(last)) < 1e15))
        return FALSE;
    candidate->first = (gint64)first;
    candidate->last = (gint64)last;
    return TRUE;
}

/* Threes and fours are read easily when they are counted from zero: 0, 3, 6; not 1995, 1998. */
static gboolean
is_easy(const Candidate *candidate)
{
    return (candidate->tenths != 30 && candidate->tenths != 40) ||
           (candidate->first <= 0 && candidate->last >= 0);
}

/* Fills in the ticks and the score, unless the candidate cannot beat best. */
static gboolean
try_candidate(const Search *search, Candidate *candidate, double best)
{
    double step = step_size(candidate), first, last, n, score;

    if (step < search->least_step || !find_ends(search, candidate) || !is_easy(candidate))
        return FALSE;
    first = (double)candidate->first * step;
    last = (double)candidate->last * step;
    n = (double)(candidate->last - candidate->first + 1);
    score = weight_simplicity * simplicity(candidate) +
            weight_coverage * coverage(search, first, last) +
            weight_density * density(search, first, last, n);
    if (score + weight_legibility <= best)
        return FALSE;
    if (!write_ticks(search, candidate))
        return FALSE;
    candidate->score = score + weight_legibility * legibility(search, candidate);
    return candidate->score > best;
}

static Candidate
find_best(const Search *search)
{
    Candidate best = { .score = -INFINITY };
    double range = search->hi - search->lo;
    int power = (int)floor(log10(range / search->count)) - 1;
    int last_power = (int)floor(log10(range)) + 1;

    for (; power <= last_power; power++)
        for (int rank = 0; rank < (int)G_N_ELEMENTS(preferred_steps); rank++) {
            g_auto(Candidate)
                candidate = { .rank = rank, .tenths = preferred_steps[rank], .power = power };

            if (try_candidate(search, &candidate, best.score)) {
                candidate_clear(&best);
                best = candidate;
                candidate.ticks = NULL;
            }
        }
    return best;
}

/* Exactly the two ends: the domain is too narrow for its size, or too wide for a double. */
static TickSet *
ticks_at_ends(const TickAxis *axis)
{
    GArray *ticks = tick_array_new();
    NumberStyle style = { .exact = TRUE, .decimals = -1, .multiplier = 1 };

    tick_array_add(ticks, axis->lo, number_style_label(&style, axis->request, axis->lo), TRUE);
    tick_array_add(ticks, axis->hi, number_style_label(&style, axis->request, axis->hi), TRUE);
    tick_axis_thin_labels(axis, ticks);
    return tick_set_from_axis(axis, ticks);
}

/* Scaling loses a rounding, so that it is kept for the sizes where powers of ten overflow. */
static Search
search_on(const TickAxis *axis)
{
    Search search = { .axis = *axis };
    int magnitude = (int)floor(log10(MAX(fabs(axis->lo), fabs(axis->hi))));

    search.exponent = ABS(magnitude) > 100 ? magnitude : 0;
    search.lo = axis->lo / pow(10, search.exponent);
    search.hi = axis->hi / pow(10, search.exponent);
    return search;
}

/* What is looked for until there is something. At most a quarter more ticks than wished: the
 * published score alone takes nine where six are wished. */
static const struct {
    gboolean covers;
    double least_share, least, most; /* ticks: of those wished; and these, where so many are */
} stages[] = {
    { TRUE, 0.6, 3, 3 }, { TRUE, 0.6, 3, 5 }, { FALSE, 0.6, 3, 3 },
    { TRUE, 0, 2, 3 },   { FALSE, 0, 2, 3 },
};

/* When no labels fit, as few as possible. */
static Candidate
search_in_stages(Search *search)
{
    guint n = G_N_ELEMENTS(stages);
    Candidate best = { 0 };

    search->count = tick_axis_count(&search->axis);
    search->last_resort = FALSE;
    for (guint i = search->axis.request->widen ? 0 : n - 1; best.ticks == NULL && i < n; i++) {
        search->covers = stages[i].covers;
        search->least =
            MAX(MIN(stages[i].least, search->count), stages[i].least_share * search->count);
        search->most = CLAMP(search->count * 1.25, stages[i].most, TICKS_MAX);
        best = find_best(search);
    }
    if (best.ticks == NULL) {
        search->last_resort = TRUE;
        search->count = 2;
        best = find_best(search);
    }
    return best;
}

/* Of the whole numbers 2.5 to 3.5 has only 3, which then stands alone. Nothing is found where the
 * domain has none or several. */
static Candidate
find_only_whole(const Search *search)
{
    double value = ceil(search->lo);
    Candidate only = { .tenths = 10, .first = (gint64)value, .last = (gint64)value };

    if (floor(search->hi) == value)
        write_ticks(search, &only);
    return only;
}

/* With steps of at least 1 for whole numbers; 2^53 and what lies beyond have no other ones. */
static Candidate
search_whole_first(Search *search)
{
    Candidate best = { 0 };

    if (search->axis.request->whole && search->exponent == 0) {
        search->least_step = 1;
        best = search_in_stages(search);
        if (best.ticks == NULL && search->hi - search->lo < 2)
            best = find_only_whole(search);
        search->least_step = 0;
    }
    return best.ticks != NULL ? best : search_in_stages(search);
}

TickSet *
ticks_linear_on_axis(TickAxis axis)
{
    Search search = search_on(&axis);
    double size = MAX(fabs(search.lo), fabs(search.hi));
    Candidate best = { 0 };
    TickSet *set;

    /* Not so for a domain that is too narrow for its size, or infinitely wide. */
    if (isfinite(size) && search.hi - search.lo > 1e-11 * size)
        best = search_whole_first(&search);
    if (best.ticks == NULL)
        return ticks_at_ends(&axis);
    axis = tick_axis_widened(axis, best.ticks);
    if (search.last_resort)
        tick_axis_thin_labels(&axis, best.ticks);
    set = tick_set_from_axis(&axis, best.ticks);
    set->decimals = best.style.decimals;
    set->multiplier = best.style.multiplier;
    set->multiplier_word = best.style.multiplier_word;
    return set;
}

TickSet *
ticks_linear(const Scale *scale, const TickRequest *request)
{
    return ticks_linear_on_axis(tick_axis(scale, TIME_SECOND, request));
}
