#include "layout/flow_work.h"

#include <stdlib.h>

/* Between the lanes of a strand, px. */
#define LANE_GAP 2.0
/* Between an arc and the edge of the page, px. */
#define PAGE_MARGIN 4.0
/* A link with less than this to show, px, swings around its nodes. */
#define LEAST_VISIBLE 10.0
/* The bend at rest of the shortest and of the longest links, as control points' distances from the
 * straight line in lengths: twice the rise of the arc. */
#define LEAST_REST 0.14
#define MOST_REST 0.30
/* Two directions bend less, so that they are seen as one pair. */
#define TWIN_REST 0.65

/* A link with the place of its nodes, in an order that does not depend on the input's. */
typedef struct {
    Point low_at, high_at;
    guint low, high, index;
    gboolean forward;
    double width;
} FlowEntry;

static gint
flow_compare_doubles(double a, double b)
{
    return (a > b) - (a < b);
}

static gint
flow_compare_points(Point a, Point b)
{
    gint order = flow_compare_doubles(a.x, b.x);

    return order != 0 ? order : flow_compare_doubles(a.y, b.y);
}

static gint
flow_compare_entries(gconstpointer a, gconstpointer b)
{
    const FlowEntry *left = a, *right = b;
    gint order = flow_compare_points(left->low_at, right->low_at);

    if (order == 0)
        order = flow_compare_points(left->high_at, right->high_at);
    if (order == 0)
        order = (left->low > right->low) - (left->low < right->low);
    if (order == 0)
        order = (left->high > right->high) - (left->high < right->high);
    if (order == 0)
        order = right->forward - left->forward;
    if (order == 0)
        order = flow_compare_doubles(right->width, left->width);
    return order != 0 ? order : (left->index > right->index) - (left->index < right->index);
}

static gboolean
flow_link_is_sound(const FlowWork *work, const FlowLink *link)
{
    return link->from < work->n_nodes && link->to < work->n_nodes && link->from != link->to &&
           flow_node_is_sound(&work->nodes[link->from]) &&
           flow_node_is_sound(&work->nodes[link->to]) && isfinite(link->width) && link->width > 0;
}

static FlowEntry
flow_entry(const FlowWork *work, guint index)
{
    const FlowLink *link = &work->links[index];
    Point from = work->nodes[link->from].at, to = work->nodes[link->to].at;
    gint order = flow_compare_points(from, to);

    if (order == 0)
        order = link->from < link->to ? -1 : 1;
    if (order < 0)
        return (FlowEntry){ from, to, link->from, link->to, index, TRUE, link->width };
    return (FlowEntry){ to, from, link->to, link->from, index, FALSE, link->width };
}

/* Ends, directions, and how much the strand should bend. */
static void
flow_strand_place(const FlowWork *work, FlowStrand *strand)
{
    const FlowNode *low = &work->nodes[strand->low], *high = &work->nodes[strand->high];
    double diagonal = hypot(work->options->page.width, work->options->page.height);
    double most = MAX(low->radius, high->radius);
    double visible;

    strand->from = low->at;
    strand->to = high->at;
    strand->length = hypot(high->at.x - low->at.x, high->at.y - low->at.y);
    visible = strand->length - low->radius - high->radius - 2 * work->options->gap;
    if (strand->length < 1) { /* One place: an ear above it. */
        strand->length = MAX(4, most);
        strand->from.x = low->at.x - strand->length / 2;
        strand->to = (Point){ low->at.x + strand->length / 2, strand->from.y };
    }
    strand->along = (Point){ (strand->to.x - strand->from.x) / strand->length,
                             (strand->to.y - strand->from.y) / strand->length };
    strand->across = (Point){ strand->along.y, -strand->along.x };
    strand->rest =
        LEAST_REST + (MOST_REST - LEAST_REST) * MIN(1, strand->length / (0.6 * diagonal + 1));
    if (strand->twin >= 0)
        strand->rest *= TWIN_REST;
    strand->fixed = visible < LEAST_VISIBLE;
    if (strand->fixed)
        strand->rest = 2 * (most + work->options->gap + LEAST_VISIBLE) / strand->length;
}

/* The bends that keep the strand on the page. Where its nodes are, it must be. */
static void
flow_strand_fit_page(const FlowWork *work, FlowStrand *strand)
{
    double margin = strand->half + PAGE_MARGIN;
    Rect page = rect_grow(work->options->page, -margin, -margin);
    double low[] = { page.x, page.y }, high[] = { rect_right(page), rect_bottom(page) };

    /* A parabola's smallest radius; a band that is wider folds over on its inner side. */
    strand->most = MIN(1, strand->length / (4 * MAX(1, strand->half)));
    strand->least = -strand->most;
    for (guint k = 1; k < 2 * FLOW_SAMPLES; k++) {
        double t = k / (2.0 * FLOW_SAMPLES), rise = 2 * t * (1 - t) * strand->length;
        double at[] = { strand->from.x + t * (strand->to.x - strand->from.x),
                        strand->from.y + t * (strand->to.y - strand->from.y) };
        double move[] = { rise * strand->across.x, rise * strand->across.y };

        for (guint axis = 0; axis < 2; axis++) {
            double down = MAX(0, at[axis] - low[axis]), up = MAX(0, high[axis] - at[axis]);

            if (move[axis] > 0) {
                strand->most = MIN(strand->most, up / move[axis]);
                strand->least = MAX(strand->least, -down / move[axis]);
            } else if (move[axis] < 0) {
                strand->most = MIN(strand->most, -down / move[axis]);
                strand->least = MAX(strand->least, up / move[axis]);
            }
        }
    }
}

/* How wide its lanes and heads make the strand. */
static void
flow_strand_measure(const FlowWork *work, FlowStrand *strand)
{
    double lengths[2] = { 0, 0 };

    for (guint k = 0; k < strand->n; k++) {
        const FlowLink *link = &work->links[work->order[strand->first + k]];
        double length = 0, width = link->width;

        if (work->options->ends == FLOW_ARROW)
            flow_head_size(link->width, strand->length, &length, &width);
        strand->half += MAX(width, link->width + (strand->n > 1 ? LANE_GAP : 0)) / 2;
        strand->head = MAX(strand->head, (width - link->width) / 2);
        lengths[0] = MAX(lengths[0], length);
    }
    if (strand->n == 1)
        strand->half -= strand->head;
    strand->head_length = lengths[0];
}

/* The two directions between two nodes: each moves to its side, so far that the heads of the one
 * and the ends of the other have room beside each other at the nodes. */
static void
flow_strand_part_from_twin(const FlowWork *work, FlowStrand *strand, const FlowStrand *twin)
{
    double radius = MIN(work->nodes[strand->low].radius, work->nodes[strand->high].radius);
    double slope = 2 * MIN(strand->rest, strand->forward ? strand->most : -strand->least);
    double by = strand->half + 1 + MAX(strand->head, twin->head) / 2 -
                0.8 * (MAX(0, radius) + work->options->gap) * slope / sqrt(1 + slope * slope);
    double side = strand->forward ? 1 : -1;

    if (by <= 0)
        return;
    strand->from.x += side * by * strand->across.x;
    strand->from.y += side * by * strand->across.y;
    strand->to.x += side * by * strand->across.x;
    strand->to.y += side * by * strand->across.y;
}

static void
flow_collect_strands(FlowWork *work, const FlowEntry *entries, guint n)
{
    for (guint i = 0; i < n; i++) {
        FlowStrand *last = work->n_strands > 0 ? &work->strands[work->n_strands - 1] : NULL;
        const FlowEntry *entry = &entries[i];
        gboolean same = last != NULL && last->low == entry->low && last->high == entry->high;

        work->order[i] = entry->index;
        if (same && last->forward == entry->forward) {
            last->n++;
            continue;
        }
        work->strands[work->n_strands] = (FlowStrand){ .low = entry->low,
                                                       .high = entry->high,
                                                       .forward = entry->forward,
                                                       .first = i,
                                                       .n = 1,
                                                       .twin = -1 };
        if (same) {
            last->twin = (int)work->n_strands;
            work->strands[work->n_strands].twin = (int)work->n_strands - 1;
        }
        work->n_strands++;
    }
}

typedef struct {
    guint index;
    double length;
} FlowLength;

static gint
flow_compare_lengths(gconstpointer a, gconstpointer b)
{
    const FlowLength *left = a, *right = b;

    if (left->length != right->length)
        return left->length > right->length ? -1 : 1;
    return left->index < right->index ? -1 : left->index > right->index;
}

static void
flow_sort_by_length(FlowWork *work)
{
    g_autofree FlowLength *lengths = g_new(FlowLength, work->n_strands + 1);

    for (guint i = 0; i < work->n_strands; i++)
        lengths[i] = (FlowLength){ i, work->strands[i].length };
    qsort(lengths, work->n_strands, sizeof *lengths, flow_compare_lengths);
    for (guint i = 0; i < work->n_strands; i++)
        work->longest[i] = lengths[i].index;
}

void
flow_prepare(FlowWork *work, guint n_links)
{
    g_autofree FlowEntry *entries = g_new(FlowEntry, n_links + 1);
    guint n = 0;

    for (guint i = 0; i < n_links; i++)
        if (flow_link_is_sound(work, &work->links[i]))
            entries[n++] = flow_entry(work, i);
    qsort(entries, n, sizeof *entries, flow_compare_entries);
    flow_collect_strands(work, entries, n);
    for (guint i = 0; i < work->n_strands; i++) {
        flow_strand_place(work, &work->strands[i]);
        flow_strand_measure(work, &work->strands[i]);
        flow_strand_fit_page(work, &work->strands[i]);
    }
    for (guint i = 0; i < work->n_strands; i++)
        if (work->strands[i].twin >= 0) {
            flow_strand_part_from_twin(work, &work->strands[i],
                                       &work->strands[work->strands[i].twin]);
            flow_strand_fit_page(work, &work->strands[i]);
        }
    flow_sort_by_length(work);
}
