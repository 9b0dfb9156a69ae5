#include "layout/flow_work.h"

/* What it costs to bend downwards, for a level link; inwards, for an upright one. */
#define DOWNWARDS 0.15
#define INWARDS 0.10
/* What it costs that the page leaves no room for the bend at rest; to run over a node. */
#define NO_ROOM 1.5
#define OVER_NODE 1.5
#define MOST_SWEEPS 6
/* Above this many strands each chooses for itself. */
#define MOST_STRANDS 1500

/* The two sides a strand can bend to: 0 is downwards or right, 1 upwards or left. */
typedef struct {
    FlowTrace traces[2];
    double cost[2]; /* but for the other strands */
    guint side;
    gboolean placed;
} FlowChoice;

typedef struct {
    const FlowWork *work;
    FlowChoice *choices;
    float *pairs; /* costs of the pairs (i, k), i > k: four each, [side of i][side of k] */
} FlowSides;

static double
flow_side_bend(const FlowStrand *strand, guint side)
{
    if (strand->fixed)
        return side == 1 ? strand->rest : -strand->rest;
    return side == 1 ? MIN(strand->rest, strand->most) : MAX(-strand->rest, strand->least);
}

static double
flow_side_cost(const FlowWork *work, const FlowStrand *strand, guint side, Point centre)
{
    double bend = flow_side_bend(strand, side), sign = side == 1 ? 1 : -1;
    double outwards = sign * (((strand->from.x + strand->to.x) / 2 - centre.x) * strand->across.x +
                              ((strand->from.y + strand->to.y) / 2 - centre.y) * strand->across.y);
    double cost = NO_ROOM * (1 - fabs(bend) / strand->rest);

    if (side == 0)
        cost += DOWNWARDS * fabs(strand->along.x);
    if (outwards < 0)
        cost += INWARDS * fabs(strand->along.y);
    return cost + OVER_NODE * flow_strand_over_nodes(work, strand, bend, 0);
}

static void
flow_side_prepare(const FlowWork *work, const FlowStrand *strand, Point centre, FlowChoice *choice)
{
    for (guint side = 0; side < 2; side++) {
        choice->traces[side] = flow_strand_trace(strand, flow_side_bend(strand, side), 0);
        choice->cost[side] = flow_side_cost(work, strand, side, centre);
    }
    choice->side = strand->twin >= 0 ? strand->forward : choice->cost[1] <= choice->cost[0];
    choice->placed = FALSE;
}

/* The cost of a pair is needed often: it is computed once. */
static float *
flow_side_pair(const FlowSides *sides, guint i, guint k)
{
    return &sides->pairs[4 * ((gsize)i * (i - 1) / 2 + k)];
}

static void
flow_side_compare(FlowSides *sides)
{
    const FlowWork *work = sides->work;

    for (guint i = 1; i < work->n_strands; i++)
        for (guint k = 0; k < i; k++)
            for (guint both = 0; both < 4; both++) {
                const FlowChoice *a = &sides->choices[i], *b = &sides->choices[k];

                flow_side_pair(sides, i, k)[both] =
                    (float)flow_pair_cost(work, &work->strands[i], &a->traces[both / 2],
                                          &work->strands[k], &b->traces[both % 2]);
            }
}

/* Turns a strand to its better side among those that are placed; TRUE if it was on the other. */
static gboolean
flow_side_turn(FlowSides *sides, guint i)
{
    FlowChoice *choice = &sides->choices[i];
    double cost[] = { choice->cost[0], choice->cost[1] };
    guint side;

    for (guint k = 0; k < sides->work->n_strands; k++) {
        const FlowChoice *other = &sides->choices[k];

        if (k == i || !other->placed)
            continue;
        for (guint own = 0; own < 2; own++)
            cost[own] += k < i ? flow_side_pair(sides, i, k)[2 * own + other->side]
                               : flow_side_pair(sides, k, i)[2 * other->side + own];
    }
    choice->placed = TRUE;
    if (sides->work->strands[i].twin >= 0 || fabs(cost[0] - cost[1]) < 1e-6)
        return FALSE;
    side = cost[1] < cost[0];
    if (side == choice->side)
        return FALSE;
    choice->side = side;
    return TRUE;
}

/* One after the other, the longest first, then again until none turns. */
static void
flow_side_settle(FlowSides *sides)
{
    guint n = sides->work->n_strands;
    gboolean turned = TRUE;

    for (guint sweep = 0; sweep < MOST_SWEEPS && turned; sweep++) {
        turned = sweep == 0;
        for (guint i = 0; i < n; i++)
            turned |= flow_side_turn(sides, sides->work->longest[i]);
    }
}

void
flow_choose_sides(FlowWork *work)
{
    guint n = work->n_strands;
    gboolean together = n > 1 && n <= MOST_STRANDS;
    g_autofree FlowChoice *choices = g_new(FlowChoice, n + 1);
    g_autofree float *pairs = together ? g_new(float, 2 * (gsize)n * (n - 1)) : NULL;
    FlowSides sides = { work, choices, pairs };
    Point centre = { 0, 0 };

    for (guint i = 0; i < n; i++) {
        const FlowStrand *strand = &work->strands[i];

        centre.x += (strand->from.x + strand->to.x) / 2 / n;
        centre.y += (strand->from.y + strand->to.y) / 2 / n;
    }
    for (guint i = 0; i < n; i++)
        flow_side_prepare(work, &work->strands[i], centre, &choices[i]);
    if (together) {
        flow_side_compare(&sides);
        flow_side_settle(&sides);
    }
    for (guint i = 0; i < n; i++) {
        FlowStrand *strand = &work->strands[i];

        strand->bend = flow_side_bend(strand, choices[i].side);
        strand->rest = choices[i].side == 1 ? strand->rest : -strand->rest;
        strand->trace = choices[i].traces[choices[i].side];
    }
}
