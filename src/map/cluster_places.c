// Where groups of dots stand.
#include "map/clusters.h"

#include <stdlib.h>

/* Between a group and the edge of its area, other groups and the page, px at text of 13 px. */
#define AIR 4.0
#define APART 5.0
/* Places in the area, and directions and distances around it, px at text of 13 px. */
#define MOST_INSIDE 12
#define DIRECTIONS 16
static const double distances[] = { 7, 14, 24, 36, 50, 68, 90, 120, 160, 210 };
/* With more groups than this only near places are tried, once. */
#define MANY 150
#define NEAR_DISTANCES 4
#define ROUNDS 3
/* Directions that are nearer to an axis than this lie on it. */
#define LEVEL 0.3
/* A line begins so far within an area, px, and closer than this to a group there is none. */
#define WITHIN 3.0
#define LEAST_LINE 7.0
/* And ends so far from the group, px: its name keeps off lines. */
#define SHORT 4.0
/* Of the ground under a group so much is its own when it stands over its area; what of others is
 * only an edge. */
#define LEAST_OWN 0.4
#define EDGE 0.04
/* What a place costs besides its distance, px: not right of the place, not level, beyond the area
 * that it stands over (by its share), on a coast, and by its share on other land, when it stands
 * off on land whose own groups it would be taken for, on other colours, and beyond the earth. */
#define SIDE_COST 3.0
#define LEVEL_COST 2.0
#define OVER_COST 20.0
#define COAST_COST 6.0
#define LAND_COST 25.0
#define GUEST_COST 120.0
#define COLOR_COST 80.0
#define PAPER_COST 20.0
/* Over another group, its place or its line: only where nothing else is left. */
#define CROWD_COST 1000.0
#define LAST_COST 5000.0

/* One place for a group. */
typedef struct {
    Rect box;
    Point from;
    double cost; /* without the other groups */
} ClusterSpot;

typedef struct {
    const MapDraw *draw;
    double em;
    GArray *clusters;  /* of MapCluster */
    GHashTable *hosts; /* areas that have groups */
    GPtrArray *spots;  /* of GArray of ClusterSpot, of each cluster */
    gboolean *placed;
} ClusterWork;

gboolean
cluster_line(const MapCluster *cluster, Point ret_ends[2])
{
    Point from = cluster->from;
    Point to = { CLAMP(from.x, cluster->box.x, rect_right(cluster->box)),
                 CLAMP(from.y, cluster->box.y, rect_bottom(cluster->box)) };
    double length = hypot(to.x - from.x, to.y - from.y);

    if (isnan(from.x) || length < LEAST_LINE)
        return FALSE;
    ret_ends[0] = from;
    ret_ends[1] =
        (Point){ to.x - (to.x - from.x) * SHORT / length, to.y - (to.y - from.y) * SHORT / length };
    return TRUE;
}

/* The share of the ground that lies in areas with groups of their own. */
static double
spot_guest(const ClusterWork *work, const GroundCensus *census, guint area)
{
    double share = 0;

    for (guint i = 0; i < census->n; i++)
        if (census->shares[i].kind == GROUND_AREA && census->shares[i].area != area &&
            g_hash_table_contains(work->hosts, GUINT_TO_POINTER(census->shares[i].area)))
            share += census->shares[i].share;
    return share;
}

/* What lies under a group. G_MAXDOUBLE: it cannot stand there: it is not on the map as a whole, or
 * on other land with nothing that says whose dots they are. */
static double
spot_ground(const ClusterWork *work, Rect box, const MapCluster *cluster, gboolean near)
{
    guint area = cluster->area;
    MapFooting footing;
    double land, cost = 0;

    if (!map_ground_footing(work->draw, rect_grow(box, AIR * work->em / 2, AIR * work->em / 2),
                            area, &footing))
        return G_MAXDOUBLE;
    if (!cluster->is_point && near && footing.neutral + footing.foreign > EDGE &&
        footing.own < LEAST_OWN)
        return G_MAXDOUBLE;
    land = footing.own + footing.neutral + footing.foreign;
    cost += MIN(land, 1 - land) > 0.02 ? COAST_COST : 0;
    cost += area == ATLAS_NONE ? 0 : LAND_COST * footing.neutral;
    cost += near ? 0 : GUEST_COST * spot_guest(work, &footing.census, area);
    return cost + COLOR_COST * footing.foreign + PAPER_COST * footing.paper;
}

static void
spots_add(const ClusterWork *work, const MapCluster *cluster, Point corner, Point from, double cost,
          GArray *spots)
{
    MapCluster here = *cluster;
    Point line[2];

    ClusterSpot spot = {
        { corner.x, corner.y, cluster->shape.size.width, cluster->shape.size.height }, from, cost
    };
    double ground;

    here.box = spot.box;
    here.from = from;
    ground = spot_ground(work, spot.box, cluster, !cluster_line(&here, line));
    if (ground == G_MAXDOUBLE)
        return;
    spot.cost += ground;
    g_array_append_val(spots, spot);
}

static void
spots_add_inside(const ClusterWork *work, const MapCluster *cluster, GArray *spots)
{
    Size size = cluster->shape.size,
         room = { size.width + 2 * AIR * work->em, size.height + 2 * AIR * work->em };
    Point middles[MOST_INSIDE];
    guint n =
        ground_places_inside(work->draw->view->ground, cluster->area, room, MOST_INSIDE, middles);

    for (guint i = 0; i < n; i++)
        spots_add(work, cluster,
                  (Point){ middles[i].x - size.width / 2, middles[i].y - size.height / 2 },
                  (Point){ NAN, NAN }, i, spots);
}

/* Around the heart of an area that cannot hold them, which they stand on all the same. */
static void
spots_add_over(const ClusterWork *work, const MapCluster *cluster, Point heart, GArray *spots)
{
    Size size = cluster->shape.size;

    for (int row = -1; row <= 1; row++)
        for (int column = -1; column <= 1; column++) {
            Point corner = { heart.x - size.width / 2 + column * size.width / 4,
                             heart.y - size.height / 2 + row * size.height / 4 };
            MapFooting footing;

            if (map_ground_footing(work->draw,
                                   (Rect){ corner.x, corner.y, size.width, size.height },
                                   cluster->area, &footing) &&
                footing.own >= LEAST_OWN)
                spots_add(work, cluster, corner, (Point){ NAN, NAN },
                          OVER_COST * (1 - footing.own) + abs(row) + abs(column), spots);
        }
}

/* A single dot may stand at its place itself. */
static void
spots_add_at(const ClusterWork *work, const MapCluster *cluster, GArray *spots)
{
    double radius = cluster->shape.radius;

    if (cluster->n == 1)
        spots_add(work, cluster,
                  (Point){ cluster->place.x - radius,
                           cluster->place.y - radius - cluster->shape.heading },
                  (Point){ NAN, NAN }, 0, spots);
}

/* Where a line to a group leaves the place: the edge of the area, or the point. */
static Point
spots_edge(const ClusterWork *work, const MapCluster *cluster, Point heart, Point out)
{
    double length = 0;

    if (cluster->is_point)
        return heart;
    for (double on = 0; on < length + 3; on += 0.5)
        if (ground_area_at(work->draw->view->ground,
                           (Point){ heart.x + out.x * on, heart.y + out.y * on }) == cluster->area)
            length = on;
    length = MAX(0, length - WITHIN);
    return (Point){ heart.x + out.x * length, heart.y + out.y * length };
}

static void
spots_add_beside(const ClusterWork *work, const MapCluster *cluster, GArray *spots)
{
    const Ground *ground = work->draw->view->ground;
    Point heart = cluster->place;
    guint n = work->clusters->len > MANY ? NEAR_DISTANCES : G_N_ELEMENTS(distances);

    if (!cluster->is_point) {
        ground_places_inside(ground, cluster->area, (Size){ 0, 0 }, 1, &heart);
        spots_add_over(work, cluster, heart, spots);
    }
    for (guint i = 0; i < DIRECTIONS; i++) {
        Point out = { cos(2 * G_PI * i / DIRECTIONS), sin(2 * G_PI * i / DIRECTIONS) };
        Point edge = spots_edge(work, cluster, heart, out);

        for (guint k = 0; k < n; k++) {
            double away = distances[k] * work->em;
            LabelSpot spot = { .anchor = { edge.x, edge.y, 0, 0 },
                               .dx = fabs(out.x) < LEVEL ? 0 : out.x,
                               .dy = fabs(out.y) < LEVEL ? 0 : out.y,
                               .shift = { away * out.x, away * out.y } };
            Rect box = label_spot_box(&spot, cluster->shape.size);

            spots_add(work, cluster, (Point){ box.x, box.y }, edge,
                      AIR * work->em + away + SIDE_COST * (1 - out.x) +
                          (fabs(out.y) < LEVEL ? 0 : LEVEL_COST),
                      spots);
        }
    }
}

/* There is always one place: over the point, on the page if it can. */
static void
spots_add_last(const ClusterWork *work, const MapCluster *cluster, GArray *spots)
{
    Rect rect = work->draw->view->rect;
    Size size = cluster->shape.size;
    ClusterSpot spot = { { cluster->place.x - size.width / 2, cluster->place.y - size.height / 2,
                           size.width, size.height },
                         { NAN, NAN },
                         LAST_COST };

    spot.box.x = MAX(rect.x, MIN(spot.box.x, rect_right(rect) - size.width));
    spot.box.y = MAX(rect.y, MIN(spot.box.y, rect_bottom(rect) - size.height));
    g_array_append_val(spots, spot);
}

static GArray *
spots_of(const ClusterWork *work, const MapCluster *cluster)
{
    GArray *spots = g_array_new(FALSE, FALSE, sizeof(ClusterSpot));

    if (!cluster->is_point)
        spots_add_inside(work, cluster, spots);
    else
        spots_add_at(work, cluster, spots);
    spots_add_beside(work, cluster, spots);
    spots_add_last(work, cluster, spots);
    return spots;
}

/* Whether two groups are in each other's way. */
static gboolean
clusters_meet(const ClusterWork *work, const MapCluster *a, const MapCluster *b)
{
    double apart = APART * work->em;
    Rect grown = rect_grow(a->box, apart, apart);
    Point line[2];

    if (rect_intersects(grown, b->box))
        return TRUE;
    if (cluster_line(a, line) && rect_meets_line(b->box, line[0], line[1]))
        return TRUE;
    return cluster_line(b, line) && rect_meets_line(a->box, line[0], line[1]);
}

/* Over the place of another group that is a point. */
static gboolean
cluster_hides(const MapCluster *cluster, const MapCluster *other)
{
    return other->is_point && other->place.x >= cluster->box.x &&
           other->place.x <= rect_right(cluster->box) && other->place.y >= cluster->box.y &&
           other->place.y <= rect_bottom(cluster->box);
}

static double
clusters_crowd(const ClusterWork *work, const MapCluster *cluster, guint index)
{
    double cost = 0;

    for (guint i = 0; i < work->clusters->len; i++) {
        const MapCluster *other = &g_array_index(work->clusters, MapCluster, i);

        if (i == index)
            continue;
        if (cluster_hides(cluster, other) ||
            (work->placed[i] && clusters_meet(work, cluster, other)))
            cost += CROWD_COST;
    }
    return cost;
}

static void
cluster_choose(ClusterWork *work, guint index)
{
    MapCluster *cluster = &g_array_index(work->clusters, MapCluster, index), best = *cluster;
    const GArray *spots = work->spots->pdata[index];
    double least = G_MAXDOUBLE;

    for (guint i = 0; i < spots->len; i++) {
        const ClusterSpot *spot = &g_array_index(spots, ClusterSpot, i);
        MapCluster here = *cluster;
        double crowd;

        if (spot->cost >= least)
            continue;
        here.box = spot->box;
        here.from = spot->from;
        crowd = clusters_crowd(work, &here, index);
        if (spot->cost + crowd >= least)
            continue;
        least = spot->cost + crowd;
        best = here;
        best.crowded = crowd > 0;
    }
    *cluster = best;
    work->placed[index] = TRUE;
}

/* Those with the fewest dots find room more easily: the large ones go first. */
static guint
clusters_next(const ClusterWork *work, const gboolean *done)
{
    guint next = G_MAXUINT;

    for (guint i = 0; i < work->clusters->len; i++)
        if (!done[i] &&
            (next == G_MAXUINT || g_array_index(work->clusters, MapCluster, i).n >
                                      g_array_index(work->clusters, MapCluster, next).n))
            next = i;
    return next;
}

guint
clusters_place(GArray *clusters, const MapDraw *draw)
{
    g_autoptr(GPtrArray) spots = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    g_autofree gboolean *placed = g_new0(gboolean, clusters->len + 1);
    g_autoptr(GHashTable) hosts = g_hash_table_new(NULL, NULL);
    ClusterWork work = { draw, theme_em(draw->context->theme), clusters, hosts, spots, placed };
    guint rounds = clusters->len > MANY ? 1 : ROUNDS, crowded = 0;

    for (guint i = 0; i < clusters->len; i++)
        g_hash_table_add(hosts, GUINT_TO_POINTER(g_array_index(clusters, MapCluster, i).area));
    for (guint i = 0; i < clusters->len; i++)
        g_ptr_array_add(spots, spots_of(&work, &g_array_index(clusters, MapCluster, i)));
    for (guint round = 0; round < rounds; round++) {
        g_autofree gboolean *done = g_new0(gboolean, clusters->len + 1);

        for (guint i = clusters_next(&work, done); i != G_MAXUINT; i = clusters_next(&work, done)) {
            cluster_choose(&work, i);
            done[i] = TRUE;
        }
    }
    for (guint i = 0; i < clusters->len; i++)
        crowded += g_array_index(clusters, MapCluster, i).crowded;
    return crowded;
}
