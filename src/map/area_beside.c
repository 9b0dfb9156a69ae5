// Names beside their areas: along the edge, or further away with a leader.
#include "map/area_name.h"

#include <stdlib.h>

/* Between words beside an area and its edge, px at text of 13 px; with a leader from the second on.
 */
static const double distances[] = { 4, 12, 20, 30, 42, 56, 72, 90 };
/* The same along the edge, where it curves: without a leader. */
static const double near[] = { 3, 6, 9 };
/* Places further away are for those that find none here. */
#define NEAR 12.0
#define DIRECTIONS 16
/* Directions that are nearer to an axis than this lie on it. */
#define LEVEL 0.3
/* Places along the edge stand so far apart, px at text of 13 px. */
#define ALONG 7.0
/* Of all places so many are tried. */
#define MOST_BESIDE 64
/* What a place costs besides its distance, px: to stand on another side than right of the area, not
 * level, away from its heart (each px), on a coast, on other land, beyond the edge of the earth;
 * and a leader over other colours or land, each px. */
#define SIDE_COST 3.0
#define LEVEL_COST 2.0
#define AWAY_COST 0.08
#define COAST_COST 25.0
#define LAND_COST 14.0
#define PAPER_COST 10.0
#define COLOR_CROSSING 2.0
#define LAND_CROSSING 0.3
/* A leader that runs further over other colours, px at text of 13 px, is not followed by the eye.
 */
#define MOST_CROSSED 12.0
/* On a map of more names than this there are no long leaders, which would be a thicket. */
#define MANY_NAMES 80
#define DISTANCES_OF_MANY 3
/* Of an area that goes on beyond the edge of the map, so much must be seen to be named from
 * outside of it, px² at text of 13 px. */
#define LEAST_PART 2500.0
/* Around words beside an area, px at text of 13 px. */
#define AIR 2.0
/* Of other colours under words so much is an edge between two letters; their own area they do not
 * touch. */
#define EDGE 0.006
#define TOUCH 0.002
/* Words that are nearer than this on other land would be taken for its name, px. */
#define LAND_DISTANCE 10.0
/* The edge that a name stands at is not farther from the heart than so many sides of a square as
 * large as the area, and px at text of 13 px. */
#define REACH_SHARE 3.0
#define REACH 30.0
/* So much of a square behind the edge, px at text of 13 px, belongs to an area that is more than so
 * many squares large. */
#define ISLET 14.0
#define LEAST_BEHIND 0.45
#define LARGE 4.0
/* A leader begins so far within its area, px. */
#define WITHIN 2.0

typedef struct {
    LabelSpot spot;
    double cost;
    guint order;
} BesideSpot;

typedef struct {
    const AreaName *name;
    const Ground *ground;
    const TextBlock *block;
    GArray *spots; /* of BesideSpot */
} BesideWork;

/* An area whose edge is looked at. */
typedef struct {
    AreaName *name;
    const Ground *ground;
    Point heart;
    double reach; /* px from the heart to an edge that the name may stand at */
} EdgeWork;

/* What a leader costs for what it runs over; G_MAXDOUBLE: too much of other colours. */
static double
beside_crossing(const BesideWork *work, const LabelSpot *spot, Rect box)
{
    Point from = { spot->anchor.x, spot->anchor.y };
    Point to = { CLAMP(from.x, box.x, rect_right(box)), CLAMP(from.y, box.y, rect_bottom(box)) };
    double length = hypot(to.x - from.x, to.y - from.y), colors = 0, land = 0;

    for (double on = 1; on < length; on++) {
        Point here = { from.x + (to.x - from.x) * on / length,
                       from.y + (to.y - from.y) * on / length };
        guint area = ground_area_at(work->ground, here);

        if (area == GROUND_NO_AREA || area == work->name->area)
            continue;
        if (map_draw_fill(work->name->draw, area) != NULL)
            colors++;
        else
            land++;
        if (colors > MOST_CROSSED * work->name->em)
            return G_MAXDOUBLE;
    }
    return COLOR_CROSSING * colors + LAND_CROSSING * land;
}

/* FALSE: the words cannot stand there. */
static gboolean
beside_judge(const BesideWork *work, double distance, BesideSpot *beside)
{
    const AreaName *name = work->name;
    Rect box = label_spot_box(&beside->spot, work->block->size);
    Rect room = rect_grow(label_spot_room(&beside->spot, box), AIR * name->em, AIR * name->em);
    gboolean apart = name->fill != NULL && distance >= LAND_DISTANCE;
    const GroundLimits limits = { .area = name->area,
                                  .own = TOUCH,
                                  .marked = EDGE,
                                  .plain = apart ? 1 : EDGE,
                                  .paper = name->fill != NULL };
    MapFooting footing;
    double crossing;

    if (!ground_holds(work->ground, room, &limits) ||
        !map_ground_footing(name->draw, room, name->area, &footing) ||
        !map_ground_ink(name->draw, &footing.census, name->style.color, &beside->spot.color))
        return FALSE;
    crossing = beside_crossing(work, &beside->spot, box);
    beside->cost += distance + crossing + LAND_COST * footing.neutral;
    beside->cost += MIN(1 - footing.neutral, footing.neutral) > EDGE ? COAST_COST : 0;
    beside->cost += footing.paper > 0 ? PAPER_COST : 0;
    return crossing < G_MAXDOUBLE;
}

/* Whether the part of a large area behind a point of its edge is so small that it would not be
 * taken for the area. */
static gboolean
edge_is_islet(const EdgeWork *work, Point edge, Point out)
{
    double side = ISLET * work->name->em;
    Rect behind = { edge.x - out.x * side / 2 - side / 2, edge.y - out.y * side / 2 - side / 2,
                    side, side };
    MapFooting footing;

    return ground_size(work->ground, work->name->area) > LARGE * side * side &&
           map_ground_footing(work->name->draw, behind, work->name->area, &footing) &&
           footing.own < LEAST_BEHIND;
}

/* Not at an island on the other side of the world, nor at an islet. */
static void
edge_add(const EdgeWork *work, Point at, Point out, gboolean along)
{
    AreaEdge edge = { at, out, hypot(at.x - work->heart.x, at.y - work->heart.y), along };

    if (edge.from_heart <= work->reach && !edge_is_islet(work, at, out))
        g_array_append_val(work->name->edges, edge);
}

/* Where a ray from the heart of the area leaves it. */
static Point
edge_along_ray(const EdgeWork *work, Point out)
{
    Point heart = work->heart;
    double length = 0;

    for (double on = 0; on < length + 3; on += 0.5)
        if (ground_area_at(work->ground, (Point){ heart.x + out.x * on, heart.y + out.y * on }) ==
            work->name->area)
            length = on;
    return (Point){ heart.x + out.x * length, heart.y + out.y * length };
}

/* All along the edge. */
static void
edge_add_along(const EdgeWork *work, gboolean upright)
{
    Rect seen = ground_bounds(work->ground, work->name->area);
    double from = upright ? seen.x : seen.y, to = upright ? rect_right(seen) : rect_bottom(seen);

    for (double at = from; at < to; at += ALONG * work->name->em) {
        double ends[2];

        if (!ground_ends(work->ground, work->name->area, upright, at, ends))
            continue;
        for (guint i = 0; i < 2; i++) {
            double side = i == 0 ? -1 : 1;

            edge_add(work, upright ? (Point){ at, ends[i] } : (Point){ ends[i], at },
                     upright ? (Point){ 0, side } : (Point){ side, 0 }, TRUE);
        }
    }
}

static void
edges_find(AreaName *name)
{
    EdgeWork work = { .name = name, .ground = name->draw->view->ground };
    double size = ground_size(work.ground, name->area);

    name->edges = g_array_new(FALSE, FALSE, sizeof(AreaEdge));
    if ((ground_is_cut(work.ground, name->area) && size < LEAST_PART * name->em * name->em) ||
        ground_places_inside(work.ground, name->area, (Size){ 0, 0 }, 1, &work.heart) == 0)
        return;
    work.reach = REACH_SHARE * sqrt(size) + REACH * name->em;
    for (guint i = 0; i < DIRECTIONS; i++) {
        Point out = { cos(2 * G_PI * i / DIRECTIONS), sin(2 * G_PI * i / DIRECTIONS) };

        edge_add(&work, edge_along_ray(&work, out), out, FALSE);
    }
    edge_add_along(&work, FALSE);
    edge_add_along(&work, TRUE);
}

/* Words beside a point of the edge, at each distance. */
static void
beside_try(const BesideWork *work, const AreaEdge *edge, const double *steps, guint n)
{
    Point out = edge->out;

    for (guint i = 0; i < n; i++) {
        double away = steps[i] * work->name->em;
        BesideSpot beside = {
            .spot = { .anchor = { edge->at.x - WITHIN * out.x, edge->at.y - WITHIN * out.y, 0, 0 },
                      .dx = fabs(out.x) < LEVEL ? 0 : out.x,
                      .dy = fabs(out.y) < LEVEL ? 0 : out.y,
                      .shift = { (away + WITHIN) * out.x, (away + WITHIN) * out.y },
                      .block = work->name->blocks->len,
                      .far = steps[i] > NEAR },
            .cost = SIDE_COST * (1 - out.x) + (fabs(out.y) < LEVEL ? 0 : LEVEL_COST) +
                    AWAY_COST * edge->from_heart,
            .order = work->spots->len,
        };

        if (beside_judge(work, away, &beside))
            g_array_append_val(work->spots, beside);
    }
}

static int
beside_compare(const void *a, const void *b)
{
    const BesideSpot *left = a, *right = b;

    if (left->cost != right->cost)
        return left->cost < right->cost ? -1 : 1;
    return left->order < right->order ? -1 : left->order > right->order;
}

void
area_name_add_beside(AreaName *name)
{
    g_autoptr(GArray) spots = g_array_new(FALSE, FALSE, sizeof(BesideSpot));
    BesideWork work = { .name = name,
                        .ground = name->draw->view->ground,
                        .block = name->blocks->pdata[name->blocks->len - 1],
                        .spots = spots };
    guint n_distances = name->fill == NULL           ? 1
                        : name->n_names > MANY_NAMES ? DISTANCES_OF_MANY
                                                     : G_N_ELEMENTS(distances);

    if (work.block->lines->len == 0)
        return;
    if (name->edges == NULL)
        edges_find(name);
    for (guint i = 0; i < name->edges->len; i++) {
        const AreaEdge *edge = &g_array_index(name->edges, AreaEdge, i);

        beside_try(&work, edge, edge->along ? near : distances,
                   edge->along ? G_N_ELEMENTS(near) : n_distances);
    }
    if (spots->len > 0)
        qsort(spots->data, spots->len, sizeof(BesideSpot), beside_compare);
    for (guint i = 0; i < MIN(spots->len, MOST_BESIDE); i++)
        g_array_append_val(name->spots, g_array_index(spots, BesideSpot, i).spot);
}
