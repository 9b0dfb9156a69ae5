// Where the words of one call-out may stand, and what each place costs.
#include "layout/callout_work.h"

/* px of leader that a px of it over a surface, ink or words is worth. */
#define SURFACE_COST 0.35
#define INK_COST 3.0
#define WORDS_COST 8.0
/* Beyond this a leader costs twice, px. */
#define LONG_LEADER 90.0
/* px of leader that words squeezed on all sides cost, and the room around them that counts, px. */
#define SQUEEZE_COST 30.0
#define SQUEEZE_REACH 12.0
/* px of leader that a plate is worth, besides its share of surface. */
#define PLATE_COST 60.0
/* A leader keeps off the symbols of others, px. */
#define SITE_CLEAR 2.0

/* Of the candidates in a tile only the cheapest narrow and wide ones are kept, so that those kept
 * lie all around. */
#define TILE_WIDTH 40.0
#define TILE_HEIGHT 28.0
#define MOST_TILES 1600
/* Positions tried for all call-outs together, about. */
#define MOST_POSITIONS 150000.0
/* px around the site where positions are twice as close. */
#define NEAR_REACH 120.0

static gboolean
leader_meets_sites(const CalloutWork *work, const CalloutItem *item, const Point leader[2])
{
    Point site = item->callout->site;
    double radius = MAX(2, item->callout->radius);

    for (guint i = 0; i < work->n; i++) {
        const Callout *other = work->items[i].callout;
        double reach = MAX(2, other->radius) + SITE_CLEAR;

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
    return SURFACE_COST *
               occupancy_line_taken(work->occupied, TAKEN_SURFACE, leader[0], leader[1]) +
           INK_COST * occupancy_line_taken(work->occupied, TAKEN_INK, leader[0], leader[1]) +
           WORDS_COST * occupancy_line_taken(work->occupied, TAKEN_WORDS, leader[0], leader[1]);
}

/* How the words stand there. */
static double
box_cost(const CalloutWork *work, Rect box)
{
    double surface = occupancy_sum_share(work->taken, callout_room(box));

    return SQUEEZE_COST *
               occupancy_sum_share(work->taken, rect_grow(box, SQUEEZE_REACH, SQUEEZE_REACH)) +
           (surface > 0 ? PLATE_COST * (1 + surface) : 0);
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

    if (box_least_cost(item, block, box) >= most || !box_may_stand(work, box) ||
        !callout_leader(work, item, &item->blocks[block], box, candidate.leader))
        return;
    candidate.cost = leader_length_cost(candidate.leader) + item->blocks[block].cost;
    if (candidate.cost < most)
        candidate.cost += box_cost(work, box);
    if (candidate.cost < most && !leader_meets_sites(work, item, candidate.leader))
        *best = candidate;
}

/* The grid begins at the area's corner, so that words of one width begin at the same places. */
static void
tiles_try_grid(const Tiles *tiles, const CalloutWork *work, const CalloutItem *item, Rect reach,
               double step)
{
    Rect area = work->area, part = rect_clip(reach, area);
    double left = area.x + floor((part.x - area.x) / step) * step;
    double top = area.y + floor((part.y - area.y) / step) * step;

    for (guint b = 0; b < item->n_blocks; b++) {
        Size size = item->blocks[b].block->size;
        double right = MIN(rect_right(part), rect_right(area) - size.width);
        double bottom = MIN(rect_bottom(part), rect_bottom(area) - size.height);

        for (double y = top; y <= bottom; y += step)
            for (double x = left; x <= right; x += step)
                tiles_try(tiles, work, item, b, (Rect){ x, y, size.width, size.height });
    }
}

/* px between positions so that all of all call-outs are not too many. */
static double
work_step(const CalloutWork *work)
{
    double pitch = occupancy_sum_pitch(work->forbidden), step = 4 * pitch;
    guint blocks = 0;

    for (guint i = 0; i < work->n; i++)
        blocks += work->items[i].n_blocks;
    while (blocks * work->area.width * work->area.height / (step * step) > MOST_POSITIONS)
        step += pitch;
    return step;
}

/* Closer together near the site, where words would rather stand. */
static void
tiles_try_all(const Tiles *tiles, const CalloutWork *work, const CalloutItem *item)
{
    Point site = item->callout->site;
    double step = work_step(work);

    tiles_try_grid(
        tiles, work, item,
        (Rect){ site.x - NEAR_REACH * 2, site.y - NEAR_REACH, NEAR_REACH * 3, NEAR_REACH * 2 },
        MAX(occupancy_sum_pitch(work->forbidden), step / 2));
    tiles_try_grid(tiles, work, item, work->area, step);
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

void
callout_item_find(const CalloutWork *work, CalloutItem *item)
{
    Tiles tiles = tiles_new(work->area);
    guint most = CALLOUT_MAX_CANDIDATES;

    item->candidates = g_array_new(FALSE, FALSE, sizeof(CalloutCandidate));
    tiles_try_all(&tiles, work, item);
    for (guint t = 0; t < tiles.columns * tiles.rows * 2; t++)
        if (tiles.best[t].box.width > 0)
            g_array_append_val(item->candidates, tiles.best[t]);
    g_free(tiles.best);
    g_array_sort(item->candidates, candidate_compare);
    g_array_set_size(item->candidates, MIN(item->candidates->len, most));
    for (guint c = 0; c < item->candidates->len; c++)
        candidate_fill(work, item, &g_array_index(item->candidates, CalloutCandidate, c));
    g_array_sort(item->candidates, candidate_compare);
}
