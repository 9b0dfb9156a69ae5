#include "layout/flow_work.h"

#include <stdlib.h>

/* Strengths against that of the springs, 1. */
#define REPULSION 0.3
#define NODE_REPULSION 0.12
#define SPREADING 0.12
/* The angle that two links at a node would like to have between them, radians. */
#define ANGLE_WANTED 0.45
/* A bend moves by no more than this in a step, and less in later ones. */
#define MOST_STEP 0.05
#define STEP 0.35
#define MOST_BEND 0.5
#define MOST_TWIN_BEND 0.3
/* Two directions keep this share of their bends, so that they never meet. */
#define TWIN_SHARE 0.6
#define MOST_ITERATIONS 24
#define LEAST_ITERATIONS 8
/* Pairs of points that are looked at in all, about. */
#define MOST_PAIRS 1.0e7

/* The end of a strand at a node. */
typedef struct {
    guint node, strand;
    double angle; /* at which it leaves */
    double turn;  /* by how much the angle turns as the bend grows: 1 or -1 */
} FlowEnd;

/* How much an inner point of a strand moves with the bend: 2 t (1 - t). */
static inline double
flow_share(guint sample)
{
    double t = (sample + 1) / (FLOW_SAMPLES - 1.0);

    return 2 * t * (1 - t);
}

static gboolean
flow_far_apart(const FlowStrand *a, const FlowStrand *b, double reach)
{
    return !rect_intersects(rect_grow(a->trace.bounds, 4 * reach, 4 * reach), b->trace.bounds);
}

/* The force between two strands, each along its own `across`. No sum runs across the lanes of the
 * inner loop, which becomes a vector operation. */
static void
flow_repel(const FlowStrand *a, const FlowStrand *b, double scale, double *force_a, double *force_b)
{
    double reach = scale + a->half + b->half, all_a = 0, all_b = 0;
    float square = (float)(reach * reach);
    float ax = (float)a->across.x, ay = (float)a->across.y;
    float bx = (float)b->across.x, by = (float)b->across.y;
    float sum_a[FLOW_INNER] = { 0 }, sum_b[FLOW_INNER] = { 0 };

    if (flow_far_apart(a, b, reach))
        return;
    for (guint i = 0; i < FLOW_INNER; i++) {
        float x = a->trace.x[i], y = a->trace.y[i], share = (float)flow_share(i);

        for (guint k = 0; k < FLOW_INNER; k++) {
            float dx = x - b->trace.x[k], dy = y - b->trace.y[k];
            float near = square / (square + dx * dx + dy * dy), push = near * near;

            sum_a[k] += share * push * (dx * ax + dy * ay);
            sum_b[k] += push * (dx * bx + dy * by);
        }
    }
    for (guint k = 0; k < FLOW_INNER; k++) {
        all_a += (double)sum_a[k];
        all_b += flow_share(k) * (double)sum_b[k];
    }
    *force_a += REPULSION / reach * all_a;
    *force_b -= REPULSION / reach * all_b;
}

static void
flow_repel_from_nodes(const FlowWork *work, const FlowStrand *strand, double *force)
{
    const FlowTrace *trace = &strand->trace;
    float ax = (float)strand->across.x, ay = (float)strand->across.y;

    for (guint i = 0; i < work->n_nodes; i++) {
        const FlowNode *node = &work->nodes[i];
        double reach = node->radius + strand->half + 0.3 * work->scale, all = 0;
        float x = (float)node->at.x, y = (float)node->at.y, square = (float)(reach * reach);
        float sum[FLOW_INNER];

        if (i == strand->low || i == strand->high || !flow_node_is_sound(node))
            continue;
        for (guint k = 0; k < FLOW_INNER; k++) {
            float dx = trace->x[k] - x, dy = trace->y[k] - y;
            float near = square / (square + dx * dx + dy * dy);

            sum[k] = near * near * (dx * ax + dy * ay);
        }
        for (guint k = 0; k < FLOW_INNER; k++)
            all += flow_share(k) * (double)sum[k];
        *force += NODE_REPULSION * FLOW_INNER / reach * all;
    }
}

static gint
flow_compare_ends(gconstpointer a, gconstpointer b)
{
    const FlowEnd *left = a, *right = b;

    if (left->node != right->node)
        return left->node < right->node ? -1 : 1;
    if (left->angle != right->angle)
        return left->angle < right->angle ? -1 : 1;
    return left->strand < right->strand ? -1 : left->strand > right->strand;
}

static FlowEnd
flow_end(const FlowWork *work, guint index, gboolean high)
{
    const FlowStrand *strand = &work->strands[index];
    double along = atan2(strand->along.y, strand->along.x), turned = atan(2 * strand->bend);
    double angle = high ? along + G_PI + turned : along - turned;

    if (angle > G_PI)
        angle -= 2 * G_PI;
    else if (angle < -G_PI)
        angle += 2 * G_PI;
    return (FlowEnd){ high ? strand->high : strand->low, index, angle, high ? 1 : -1 };
}

/* Neighbours at a node that leave at nearly the same angle turn away from each other. */
static void
flow_spread_angles(const FlowWork *work, FlowEnd *ends, double *forces)
{
    guint n = 2 * work->n_strands;

    for (guint i = 0; i < work->n_strands; i++) {
        ends[2 * i] = flow_end(work, i, FALSE);
        ends[2 * i + 1] = flow_end(work, i, TRUE);
    }
    qsort(ends, n, sizeof *ends, flow_compare_ends);
    for (guint first = 0, next = 0; first < n; first = next) {
        for (next = first; next < n && ends[next].node == ends[first].node;)
            next++;
        for (guint i = first; i < next && next - first > 1; i++) {
            const FlowEnd *a = &ends[i], *b = &ends[i + 1 < next ? i + 1 : first];
            double between = b->angle - a->angle + (i + 1 < next ? 0 : 2 * G_PI);
            double wanted = MIN(ANGLE_WANTED, 2 * G_PI / (next - first));
            double lack = MAX(0, 1 - between / wanted);

            forces[a->strand] -= SPREADING * lack * a->turn;
            forces[b->strand] += SPREADING * lack * b->turn;
        }
    }
}

static void
flow_strand_move(FlowStrand *strand, double force, double heat)
{
    double bound = strand->twin >= 0 ? MOST_TWIN_BEND : MOST_BEND;
    double least = MAX(-bound, strand->least), most = MIN(bound, strand->most);
    double step = STEP * (force + strand->rest - strand->bend);

    if (strand->fixed)
        return;
    if (strand->twin >= 0 && strand->rest > 0)
        least = MIN(TWIN_SHARE * strand->rest, most);
    else if (strand->twin >= 0)
        most = MAX(TWIN_SHARE * strand->rest, least);
    strand->bend += heat * CLAMP(step, -MOST_STEP, MOST_STEP);
    strand->bend = CLAMP(strand->bend, least, most);
    strand->trace = flow_strand_trace(strand, strand->bend, strand->skew);
}

void
flow_apply_forces(FlowWork *work)
{
    guint n = work->n_strands;
    g_autofree double *forces = g_new(double, n + 1);
    g_autofree FlowEnd *ends = g_new(FlowEnd, 2 * n + 1);
    double pairs = 0.5 * n * n * FLOW_INNER * FLOW_INNER + 1;
    guint iterations = (guint)CLAMP(MOST_PAIRS / pairs, LEAST_ITERATIONS, MOST_ITERATIONS);

    for (guint round = 0; round < iterations; round++) {
        for (guint i = 0; i < n; i++)
            forces[i] = 0;
        for (guint i = 0; i < n; i++) {
            flow_repel_from_nodes(work, &work->strands[i], &forces[i]);
            for (guint k = 0; k < i; k++)
                if ((int)k != work->strands[i].twin)
                    flow_repel(&work->strands[i], &work->strands[k], work->scale, &forces[i],
                               &forces[k]);
        }
        flow_spread_angles(work, ends, forces);
        for (guint i = 0; i < n; i++)
            flow_strand_move(&work->strands[i], forces[i], 1 - (double)round / iterations);
    }
}
