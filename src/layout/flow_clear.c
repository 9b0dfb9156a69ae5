#include "layout/flow_work.h"

/* The bends that are tried lie so far apart. */
#define BEND_STEP 0.1
#define MOST_BEND 1.0
/* What it costs to leave the bend where the forces are even, by one; a bend that nearly is a half
 * circle, or none; a skew. */
#define CHANGE 6.0
#define BULGE_FROM 0.5
#define BULGE 10.0
#define STRAIGHT 0.6
#define SKEW 10.0
#define OVER_NODE 40.0
/* With more strands than this only nodes are looked at. */
#define MOST_STRANDS 250
#define MOST_REFINED 100
#define PASSES 2
#define BAD_NEIGHBOUR 1.8
/* What passing nodes may cost before a strand looks for a better way. */
#define CLEAR 0.03
#define CLEAR_OF_MANY 0.5

/* What a strand would cost as it would lie; stops early at `most`. */
static double
flow_strand_cost(const FlowWork *work, const FlowStrand *strand, double bend, double skew,
                 double most)
{
    double cost = CHANGE * (bend - strand->home) * (bend - strand->home) + SKEW * fabs(skew) +
                  BULGE * MAX(0, fabs(bend) - BULGE_FROM) +
                  STRAIGHT * MAX(0, 1 - fabs(bend) / fabs(strand->rest));
    FlowTrace trace;

    if (cost < most) {
        double limit = (most - cost) / OVER_NODE;
        double over = flow_strand_over_nodes(work, strand, bend, skew, limit);

        /* The sum was given up on the way. */
        if (over >= limit)
            return most;
        cost += OVER_NODE * over;
    }
    if (cost >= most || work->n_strands > MOST_STRANDS)
        return cost;
    trace = flow_strand_trace(strand, bend, skew);
    for (guint i = 0; i < work->n_strands && cost < most; i++) {
        const FlowStrand *other = &work->strands[i];

        if (other != strand && (int)i != strand->twin)
            cost += flow_pair_cost(work, strand, &trace, other, &other->trace);
    }
    return cost;
}

/* The bends a strand may take: on the page, and on its own side if it has a twin. */
static void
flow_strand_range(const FlowStrand *strand, double *ret_least, double *ret_most)
{
    double least = MAX(-MOST_BEND, strand->least), most = MIN(MOST_BEND, strand->most);

    if (strand->fixed) {
        least = -fabs(strand->bend);
        most = fabs(strand->bend);
    }
    if (strand->twin >= 0 && strand->rest > 0)
        least = MIN(0.5 * strand->rest, most);
    else if (strand->twin >= 0)
        most = MAX(0.5 * strand->rest, least);
    *ret_least = least;
    *ret_most = most;
}

/* The best of all bends with this skew. */
static void
flow_try_bends(const FlowWork *work, const FlowStrand *strand, double skew, double *best,
               double *bend, double *best_skew)
{
    double least, most;

    flow_strand_range(strand, &least, &most);
    for (guint k = 0; k < 2 * 2 * MOST_BEND / BEND_STEP; k++) {
        double by = (k + 1) / 2 * (k % 2 == 0 ? BEND_STEP : -BEND_STEP);
        double to = strand->fixed ? (k % 2 == 0 ? 1 : -1) * strand->bend : strand->bend + by;
        double cost;

        if (to < least || to > most)
            continue;
        cost = flow_strand_cost(work, strand, to, skew, *best);
        if (cost < *best) {
            *best = cost;
            *bend = to;
            *best_skew = skew;
        }
        if (strand->fixed && k > 0)
            break;
    }
}

static void
flow_strand_clear(const FlowWork *work, FlowStrand *strand)
{
    static const double skews[] = { 0, 0.12, -0.12, 0.24, -0.24, 0.36, -0.36 };
    double best = G_MAXDOUBLE, bend = strand->bend, skew = strand->skew;

    for (guint k = 0; k < G_N_ELEMENTS(skews) && (k == 0 || best >= OVER_NODE); k++)
        flow_try_bends(work, strand, skews[k], &best, &bend, &skew);
    strand->bend = bend;
    strand->skew = skew;
    strand->trace = flow_strand_trace(strand, bend, skew);
}

/* What the worst of its neighbours costs a strand: to cross is no sin, to cross at a sharp angle
 * or on the way to the same node is. */
static double
flow_worst_neighbour(const FlowWork *work, const FlowStrand *strand)
{
    double worst = 0;

    for (guint i = 0; i < work->n_strands && work->n_strands <= MOST_STRANDS; i++) {
        const FlowStrand *other = &work->strands[i];

        if (other != strand && (int)i != strand->twin)
            worst = MAX(worst, flow_pair_cost(work, strand, &strand->trace, other, &other->trace));
    }
    return worst;
}

/* Small steps downhill, as long as there are few strands. */
static void
flow_refine(FlowWork *work)
{
    static const double steps[] = { 0.05, 0.03, 0.02 };

    for (guint round = 0; round < G_N_ELEMENTS(steps); round++)
        for (guint i = 0; i < work->n_strands; i++) {
            FlowStrand *strand = &work->strands[work->longest[i]];
            double least, most, bend = strand->bend, best;

            if (strand->fixed)
                continue;
            flow_strand_range(strand, &least, &most);
            best = flow_strand_cost(work, strand, bend, strand->skew, G_MAXDOUBLE);
            for (int sign = -1; sign <= 1; sign += 2) {
                double to = CLAMP(bend + sign * steps[round], least, most);
                double cost = flow_strand_cost(work, strand, to, strand->skew, best);

                if (cost < best) {
                    best = cost;
                    strand->bend = to;
                }
            }
            strand->trace = flow_strand_trace(strand, strand->bend, strand->skew);
        }
}

void
flow_clear_nodes(FlowWork *work)
{
    gboolean many = work->n_strands > MOST_STRANDS;
    double clear = many ? CLEAR_OF_MANY : CLEAR;
    guint passes = many ? 1 : PASSES; /* where strands do not look at each other, one is enough */

    for (guint i = 0; i < work->n_strands; i++)
        work->strands[i].home = work->strands[i].bend;
    for (guint pass = 0; pass < passes; pass++)
        for (guint i = 0; i < work->n_strands; i++) {
            FlowStrand *strand = &work->strands[work->longest[i]];

            if (flow_strand_over_nodes(work, strand, strand->bend, strand->skew, G_MAXDOUBLE) >
                    clear ||
                (pass == 0 && strand->twin < 0 &&
                 flow_worst_neighbour(work, strand) > BAD_NEIGHBOUR))
                flow_strand_clear(work, strand);
        }
    if (work->n_strands <= MOST_REFINED)
        flow_refine(work);
}
