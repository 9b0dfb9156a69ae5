// Where the words of one call-out may stand, and what each place costs.
#include "layout/callout_work.h"

/* px of leader that a px of it over a surface, ink or words is worth. */
#define SURFACE_COST 0.35
#define INK_COST 3.5
#define WORDS_COST 10.0
/* Beyond this a leader costs twice, px. */
#define LONG_LEADER 90.0
/* px of leader that words squeezed on all sides cost, and the room around them that counts, px. */
#define SQUEEZE_COST 30.0
#define SQUEEZE_REACH 12.0
/* px of leader that a plate is worth, and one that hides an edge between surface and free room. */
#define PLATE_COST 60.0
#define COAST_COST 160.0
/* A leader keeps off the symbols of others, px. */
#define SITE_CLEAR 2.0

/* Of the candidates in a tile only the cheapest narrow and wide ones are kept, so that those kept
 * lie all around. */
#define TILE_WIDTH 40.0
#define TILE_HEIGHT 28.0
#define MOST_TILES 1600
/* Positions tried for all call-outs together, about. */
#define MOST_POSITIONS 80000.0
/* Blocks of the occupancy between two positions, at least. */
#define LEAST_STEP 3
/* px around the site where positions are twice as close. */
#define NEAR_REACH 120.0

static gboolean
leader_meets_sites(const CalloutWork *work, const CalloutItem *item, const Point leader[2])
{
    Point site = item->callout->site;
    double radius = MAX(2, item->callout->radius);

    for (guint i = 0; i < work->n_symbols; i++) {
        const Callout *other = &work->symbols[i];
        double reach = MAX(2, other->radius) + SITE_CLEAR;

        if (other->site.x < MIN(leader[0].x, leader[1].x) - reach ||
            other->site.x > MAX(leader[0].x, leader[1].x) + reach ||
            other->site.y < MIN(leader[0].y, leader[1].y) - reach ||
            other->site.y > MAX(leader[0].y, leader[1].y) + reach)
            continue;
        /* Symbols that touch cannot keep off each other. */
        if (callout_line_distance2(other->site, leader[0], leader[1]) < reach * reach &&
            hypot(other->site.x - site.x, other->site.y - site.y) > radius + reach)
            return TRUE;
    }
    return FALSE;
}

static double
length_cost(double length)
{
    return length + MAX(0, length - LONG_LEADER);
}

static double
leader_length_cost(const Point leader[2])
{
    double dx = leader[1].x - leader[0].x, dy = leader[1].y - leader[0].y;

    return length_cost(sqrt(dx * dx + dy * dy));
}

/* What the leader runs over. */
static double
leader_crossing_cost(const CalloutWork *work, const Point leader[2])
{
    double taken[TAKEN_KINDS];

    occupancy_line_taken(work->occupied, leader[0], leader[1], taken);
    return SURFACE_COST * taken[TAKEN_SURFACE] + INK_COST * taken[TAKEN_INK] +
           WORDS_COST * taken[TAKEN_WORDS];
}

/* How the words stand there. */
static double
box_cost(const CalloutWork *work, Rect box)
{
    double surface = occupancy_sum_share(work->taken, callout_room(box));

    return SQUEEZE_COST *
               occupancy_sum_share(work->taken, rect_grow(box, SQUEEZE_REACH, SQUEEZE_REACH)) +
           (surface >= 1  ? PLATE_COST
            : surface > 0 ? COAST_COST
                          : 0);
}

static gboolean
box_may_stand(const CalloutWork *work, Rect box)
{
    Rect room = callout_room(box);

    return rect_contains(rect_grow(work->area, 1e-6, 1e-6), room) &&
           occupancy_sum_is_free(
               work->forbidden,
               rect_clip(rect_grow(room, CALLOUT_AIR, CALLOUT_AIR / 2), work->area));
}

static void
candidate_fill(const CalloutWork *work, const CalloutItem *item, CalloutCandidate *candidate)
{
    callout_candidate_bound(candidate);
    candidate->cost = leader_length_cost(candidate->leader) + item->blocks[candidate->block].cost +
                      box_cost(work, candidate->box) +
                      leader_crossing_cost(work, candidate->leader);
}

gboolean
callout_candidate(const CalloutWork *work, const CalloutItem *item, guint block, Rect box,
                  CalloutCandidate *ret_candidate)
{
    CalloutCandidate candidate = { .block = block, .box = box };

    if (!box_may_stand(work, box) ||
        !callout_leader(work, item, &item->blocks[block], box, candidate.leader) ||
        leader_meets_sites(work, item, candidate.leader))
        return FALSE;
    candidate_fill(work, item, &candidate);
    *ret_candidate = candidate;
    return TRUE;
}

/* The cheapest so far of narrow and of wide blocks in each tile, by what is quick to know. */
typedef struct {
    Rect area;
    Size tile;
    guint columns, rows;
    CalloutCandidate *best; /* of no width: none yet */
} Tiles;

static Tiles
tiles_new(Rect area)
{
    double scale = sqrt(MAX(1, area.width * area.height / (TILE_WIDTH * TILE_HEIGHT) / MOST_TILES));
    Tiles tiles = { .area = area, .tile = { TILE_WIDTH * scale, TILE_HEIGHT * scale } };

    tiles.columns = (guint)(area.width / tiles.tile.width) + 1;
    tiles.rows = (guint)(area.height / tiles.tile.height) + 1;
    tiles.best = g_new0(CalloutCandidate, (gsize)tiles.columns * tiles.rows * 2);
    return tiles;
}

static CalloutCandidate *
tiles_at(const Tiles *tiles, Rect box, gboolean wide)
{
    double x = (box.x + box.width / 2 - tiles->area.x) / tiles->tile.width;
    double y = (box.y + box.height / 2 - tiles->area.y) / tiles->tile.height;

    return &tiles->best[((guint)CLAMP(y, 0, tiles->rows - 1) * tiles->columns +
                         (guint)CLAMP(x, 0, tiles->columns - 1)) *
                            2 +
                        wide];
}

/* What the words cost at least there. */
static double
box_least_cost(const CalloutItem *item, guint block, Rect box)
{
    Point at = item->callout->site;
    double dx = MAX(0, MAX(box.x - at.x, at.x - rect_right(box)));
    double dy = MAX(0, MAX(box.y - at.y, at.y - rect_bottom(box)));

    return length_cost(sqrt(dx * dx + dy * dy) - item->callout->radius - 2 * CALLOUT_LEADER_AIR) +
           item->blocks[block].cost;
}

static void
tiles_try(const Tiles *tiles, const CalloutWork *work, const CalloutItem *item, guint block,
          Rect box)
{
    CalloutCandidate *best = tiles_at(tiles, box, block >= item->n_blocks / 2);
    CalloutCandidate candidate = { .block = block, .box = box };
    double most = best->box.width > 0 ? best->cost : G_MAXDOUBLE;

    if (box_least_cost(item, block, box) >= most ||
        !callout_leader(work, item, &item->blocks[block], box, candidate.leader))
        return;
    candidate.cost = leader_length_cost(candidate.leader) + item->blocks[block].cost;
    if (candidate.cost < most)
        candidate.cost += box_cost(work, box);
    if (candidate.cost < most && !leader_meets_sites(work, item, candidate.leader))
        *best = candidate;
}

/* Blocks of the occupancy. */
typedef struct {
    int left, top, right, bottom;
} Span;

/* The blocks that lie in a rectangle. */
static Span
work_span(const CalloutWork *work, Rect rect)
{
    Rect all = occupancy_area(work->occupied), part = rect_clip(rect, work->area);
    double pitch = occupancy_sum_pitch(work->forbidden);

    return (Span){ (int)ceil((part.x - all.x) / pitch - 1e-6),
                   (int)ceil((part.y - all.y) / pitch - 1e-6),
                   (int)floor((rect_right(part) - all.x) / pitch + 1e-6),
                   (int)floor((rect_bottom(part) - all.y) / pitch + 1e-6) };
}

/* Words of a block at every step-th block of the occupancy in a part of the area, so that words of
 * several call-outs begin at the same places. Around them a block stays free, but for the area's
 * edge. */
static void
tiles_try_block(const Tiles *tiles, const CalloutWork *work, const CalloutItem *item, guint block,
                Rect part, int step)
{
    double pitch = occupancy_sum_pitch(work->forbidden);
    Rect all = occupancy_area(work->occupied);
    Size size = item->blocks[block].block->size;
    Rect room = callout_room((Rect){ 0, 0, size.width, size.height });
    int columns = (int)ceil(room.width / pitch), rows = (int)ceil(room.height / pitch);
    Span span = work_span(work, part), area = work_span(work, work->area);

    for (int y = (span.top + step - 1) / step * step; y < span.bottom && y + rows <= area.bottom;
         y += step) {
        int top = MAX(y - 1, area.top), bottom = MIN(y + rows + 1, area.bottom);

        for (int x = (span.left + step - 1) / step * step;
             x < span.right && x + columns <= area.right; x += step) {
            int left = MAX(x - 1, area.left), right = MIN(x + columns + 1, area.right);

            if (occupancy_sum_span_is_free(work->forbidden, left, top, right - left, bottom - top))
                tiles_try(tiles, work, item, block,
                          (Rect){ all.x + x * pitch, all.y + y * pitch, size.width, size.height });
        }
    }
}

/* Blocks between positions so that all of all call-outs are not too many. */
static int
work_step(const CalloutWork *work)
{
    double pitch = occupancy_sum_pitch(work->forbidden);
    double positions = work->area.width * work->area.height / (pitch * pitch);
    guint blocks = 0;

    for (guint i = 0; i < work->n; i++)
        blocks += work->items[i].n_blocks;
    return MAX(LEAST_STEP, (int)ceil(sqrt(blocks * positions / MOST_POSITIONS)));
}

/* Closer together near the site, where words would rather stand. */
static void
tiles_try_all(const Tiles *tiles, const CalloutWork *work, const CalloutItem *item)
{
    Point site = item->callout->site;
    Rect near = { site.x - NEAR_REACH * 2, site.y - NEAR_REACH, NEAR_REACH * 3, NEAR_REACH * 2 };
    int step = work_step(work);

    for (guint b = 0; b < item->n_blocks; b++) {
        tiles_try_block(tiles, work, item, b, near, MAX(2, step / 2));
        tiles_try_block(tiles, work, item, b, work->area, step);
    }
}

static int
candidate_compare(gconstpointer a, gconstpointer b)
{
    const CalloutCandidate *left = a, *right = b;

    if (left->cost != right->cost)
        return left->cost < right->cost ? -1 : 1;
    if (left->box.y != right->box.y)
        return left->box.y < right->box.y ? -1 : 1;
    return left->box.x < right->box.x ? -1 : left->box.x > right->box.x;
}

/* Keeps the cheapest half of as many as there may be, and for the other half some of the rest at
 * equal distances: a way out of a crowd. */
static void
candidates_thin(GArray *candidates)
{
    const guint most = CALLOUT_MAX_CANDIDATES, near = most / 2;

    if (candidates->len <= most)
        return;
    for (guint i = near; i < most; i++)
        g_array_index(candidates, CalloutCandidate, i) =
            g_array_index(candidates, CalloutCandidate,
                          near + (i - near) * (candidates->len - near) / (most - near));
    g_array_set_size(candidates, most);
}

void
callout_item_find(const CalloutWork *work, CalloutItem *item)
{
    Tiles tiles = tiles_new(work->area);

    item->candidates = g_array_new(FALSE, FALSE, sizeof(CalloutCandidate));
    tiles_try_all(&tiles, work, item);
    for (guint t = 0; t < tiles.columns * tiles.rows * 2; t++)
        if (tiles.best[t].box.width > 0)
            g_array_append_val(item->candidates, tiles.best[t]);
    g_free(tiles.best);
    g_array_sort(item->candidates, candidate_compare);
    candidates_thin(item->candidates);
    for (guint c = 0; c < item->candidates->len; c++)
        candidate_fill(work, item, &g_array_index(item->candidates, CalloutCandidate, c));
    g_array_sort(item->candidates, candidate_compare);
}
