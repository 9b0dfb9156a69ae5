#include "layout/flow_work.h"

/* What it costs to bend downwards, for a level link. */
#define DOWNWARDS 0.15
/* What it costs, up to, to bend into the fan of links that leave a node; and the sine of half the
 * angle in the middle of the fan where it matters less. */
#define INTO_THE_FAN 0.6
#define FAN_WIDTH 0.1
/* What it costs that the page leaves no room for the bend at rest; to run over a node. */
#define NO_ROOM 1.5
#define OVER_NODE 1.5
#define MOST_SWEEPS 6
/* A pair that costs more than this may turn together, if there are no more strands than that. */
#define BAD_PAIR 1.8
#define MOST_PAIRED 250
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

/* Where the links of each node lead on average: a fan has a direction, a wheel has none. */
static Point *
flow_fans(const FlowWork *work)
{
    Point *fans = g_new0(Point, work->n_nodes + 1);
    g_autofree guint *counts = g_new0(guint, work->n_nodes + 1);

    for (guint i = 0; i < work->n_strands; i++) {
        const FlowStrand *strand = &work->strands[i];

        counts[strand->low]++;
        counts[strand->high]++;
        fans[strand->low].x += strand->along.x;
        fans[strand->low].y += strand->along.y;
        fans[strand->high].x -= strand->along.x;
        fans[strand->high].y -= strand->along.y;
    }
    for (guint i = 0; i < work->n_nodes; i++) {
        fans[i].x /= MAX(1, counts[i]);
        fans[i].y /= MAX(1, counts[i]);
    }
    return fans;
}

/* What it costs to bend towards the side where the other links of a node are. */
static double
flow_fan_cost(Point fan, Point across)
{
    double inwards = fan.x * across.x + fan.y * across.y;

    return INTO_THE_FAN * inwards / (fabs(inwards) + FAN_WIDTH);
}

static double
flow_side_cost(const FlowWork *work, const FlowStrand *strand, guint side, const Point *fans)
{
    double bend = flow_side_bend(strand, side), sign = side == 1 ? 1 : -1;
    double cost = NO_ROOM * (1 - fabs(bend) / strand->rest);

    if (side == 0)
        cost += DOWNWARDS * fabs(strand->along.x);
    cost += sign * (flow_fan_cost(fans[strand->low], strand->across) +
                    flow_fan_cost(fans[strand->high], strand->across));
    return cost + OVER_NODE * flow_strand_over_nodes(work, strand, bend, 0, G_MAXDOUBLE);
}

static void
flow_side_prepare(const FlowWork *work, const FlowStrand *strand, const Point *fans,
                  FlowChoice *choice)
{
    for (guint side = 0; side < 2; side++) {
        choice->traces[side] = flow_strand_trace(strand, flow_side_bend(strand, side), 0);
        choice->cost[side] = flow_side_cost(work, strand, side, fans);
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

/* What both sides of a strand cost among the strands that are placed. */
static void
flow_side_sum(const FlowSides *sides, guint i, double *ret_cost)
{
    ret_cost[0] = sides->choices[i].cost[0];
    ret_cost[1] = sides->choices[i].cost[1];
    for (guint k = 0; k < sides->work->n_strands; k++) {
        const FlowChoice *other = &sides->choices[k];

        if (k == i || !other->placed)
            continue;
        for (guint own = 0; own < 2; own++)
            ret_cost[own] += k < i ? flow_side_pair(sides, i, k)[2 * own + other->side]
                                   : flow_side_pair(sides, k, i)[2 * other->side + own];
    }
}

/* Turns a strand to its better side; TRUE if it was on the other. */
static gboolean
flow_side_turn(FlowSides *sides, guint i)
{
    FlowChoice *choice = &sides->choices[i];
    double cost[2];
    guint side;

    choice->placed = TRUE;
    if (sides->work->strands[i].twin >= 0)
        return FALSE;
    flow_side_sum(sides, i, cost);
    side = cost[1] < cost[0];
    if (side == choice->side || fabs(cost[0] - cost[1]) < 1e-6)
        return FALSE;
    choice->side = side;
    return TRUE;
}

/* Two strands that cross badly may both have to turn. */
static gboolean
flow_side_turn_both(FlowSides *sides, guint i, guint k)
{
    FlowChoice *a = &sides->choices[i], *b = &sides->choices[k];
    const float *pair = flow_side_pair(sides, i, k);
    double cost_a[2], cost_b[2], best = -1e-6;
    guint was = 2 * a->side + b->side, turned = was;

    if (pair[was] < BAD_PAIR || sides->work->strands[i].twin >= 0 ||
        sides->work->strands[k].twin >= 0)
        return FALSE;
    flow_side_sum(sides, i, cost_a);
    flow_side_sum(sides, k, cost_b);
    for (guint both = 0; both < 4; both++) {
        /* Each sum has the other strand as it was. */
        double cost = cost_a[both / 2] - cost_a[a->side] + cost_b[both % 2] - cost_b[b->side] +
                      (double)(pair[both] + pair[was] - pair[both / 2 * 2 + b->side] -
                               pair[2 * a->side + both % 2]);

        if (cost < best) {
            best = cost;
            turned = both;
        }
    }
    a->side = turned / 2;
    b->side = turned % 2;
    return turned != was;
}

/* One after the other, the longest first, then again until none turns; then pairs. */
static void
flow_side_settle(FlowSides *sides)
{
    const FlowWork *work = sides->work;
    gboolean turned = TRUE;

    for (guint sweep = 0; sweep < MOST_SWEEPS && turned; sweep++) {
        turned = sweep == 0;
        for (guint i = 0; i < work->n_strands; i++)
            turned |= flow_side_turn(sides, work->longest[i]);
        for (guint i = 0; i < work->n_strands && work->n_strands <= MOST_PAIRED; i++) {
            for (guint k = 0; k < i; k++) {
                guint a = work->longest[i], b = work->longest[k];

                turned |= flow_side_turn_both(sides, MAX(a, b), MIN(a, b));
            }
        }
    }
}

void
flow_choose_sides(FlowWork *work)
{
    guint n = work->n_strands;
    gboolean together = n > 1 && n <= MOST_STRANDS;
    g_autofree FlowChoice *choices = g_new(FlowChoice, n + 1);
    g_autofree Point *fans = flow_fans(work);
    g_autofree float *pairs = together ? g_new(float, 2 * (gsize)n * (n - 1)) : NULL;
    FlowSides sides = { work, choices, pairs };

    for (guint i = 0; i < n; i++)
        flow_side_prepare(work, &work->strands[i], fans, &choices[i]);
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
