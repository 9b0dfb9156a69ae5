/* The page is sampled on a grid, and where two neighbours lie on both sides of the map's edge, the
 * edge between them. Longitudes are marked on a circle, from sample to sample: what stays unmarked
 * is what the page does not show. */
#include "geo/projection.h"

enum { STEPS = 32, HALVINGS = 16, BINS = 720 };
#define BIN (360.0 / BINS)
#define MARGIN 0.01

typedef struct {
    const Projection *projection;
    GArray *lons; /* double */
    gboolean marked[BINS];
    double south, north;
} Shown;

/* What an inverse accepts may still lie outside: latitudes that are not drawn. */
static gboolean
place_at(const Projection *projection, Point at, LonLat *ret_place)
{
    Point back;

    return projection_inverse(projection, at, ret_place) &&
           projection_forward(projection, *ret_place, &back);
}

static void
mark(Shown *shown, double from, double to)
{
    double step = remainder(to - from, 360);
    int n = (int)ceil(fabs(step) / BIN * 2) + 1;

    for (int i = 0; i <= n; i++) {
        int bin = (int)floor((from + step * i / n + 180) / BIN);

        shown->marked[(bin % BINS + BINS) % BINS] = TRUE;
    }
}

static void
include(Shown *shown, LonLat place, double from)
{
    g_array_append_val(shown->lons, place.lon);
    shown->south = MIN(shown->south, place.lat);
    shown->north = MAX(shown->north, place.lat);
    mark(shown, from, place.lon);
}

static Point
between(Point a, Point b, double t)
{
    return (Point){ a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

/* The last place before the map ends on the way from a, which is on it, to b, which is not. */
static void
include_edge(Shown *shown, Point a, LonLat place, Point b)
{
    double inside = 0, outside = 1, from = place.lon;

    for (int i = 0; i < HALVINGS; i++) {
        double middle = (inside + outside) / 2;
        LonLat at;

        if (place_at(shown->projection, between(a, b, middle), &at)) {
            inside = middle;
            place = at;
        } else {
            outside = middle;
        }
    }
    include(shown, place, from);
}

typedef struct {
    Point at;
    LonLat place;
    gboolean is_seen;
} Sample;

static void
include_pair(Shown *shown, const Sample *a, const Sample *b)
{
    if (a->is_seen && b->is_seen)
        mark(shown, a->place.lon, b->place.lon);
    else if (a->is_seen)
        include_edge(shown, a->at, a->place, b->at);
    else if (b->is_seen)
        include_edge(shown, b->at, b->place, a->at);
}

static void
sample(Shown *shown, Rect rect)
{
    Sample grid[STEPS + 1][STEPS + 1];

    for (int i = 0; i <= STEPS; i++)
        for (int k = 0; k <= STEPS; k++) {
            Sample *here = &grid[i][k];

            here->at = (Point){ rect.x + rect.width * i / STEPS, rect.y + rect.height * k / STEPS };
            here->is_seen = place_at(shown->projection, here->at, &here->place);
            if (here->is_seen)
                include(shown, here->place, here->place.lon);
            if (i > 0)
                include_pair(shown, &grid[i - 1][k], here);
            if (k > 0)
                include_pair(shown, &grid[i][k - 1], here);
        }
}

/* TRUE: the pole is one point, and on the page, so that every meridian is. */
static gboolean
include_pole(Shown *shown, Rect rect, double lat)
{
    Point at;

    if (shown->projection->type->family != PROJECTION_PLANE ||
        !projection_forward(shown->projection, (LonLat){ 0, lat }, &at) || at.x < rect.x ||
        at.x > rect_right(rect) || at.y < rect.y || at.y > rect_bottom(rect))
        return FALSE;
    shown->south = MIN(shown->south, lat);
    shown->north = MAX(shown->north, lat);
    return TRUE;
}

/* The longest unmarked run, which may go over the dateline: its first bin and its length. */
static int
widest_gap(const Shown *shown, int *ret_first)
{
    int longest = 0, run = 0;

    for (int i = 0; i < 2 * BINS; i++) {
        run = shown->marked[i % BINS] ? 0 : run + 1;
        if (run > longest) {
            longest = run;
            *ret_first = i - run + 1;
        }
    }
    return longest;
}

static void
set_longitudes(const Shown *shown, Extent *extent)
{
    int first = 0, gap = widest_gap(shown, &first);
    double opposite = (first + gap / 2.0) * BIN - 180 + 180, west = INFINITY, east = -INFINITY, pad;

    extent->west = -180;
    extent->east = 180;
    if (gap <= 1)
        return;
    for (guint i = 0; i < shown->lons->len; i++) {
        double from = remainder(g_array_index(shown->lons, double, i) - opposite, 360);

        west = MIN(west, from);
        east = MAX(east, from);
    }
    pad = (east - west) * MARGIN;
    if (east - west + 2 * pad >= 360 - BIN)
        return;
    extent->west = remainder(opposite + west - pad, 360);
    extent->east = remainder(opposite + east + pad, 360);
}

gboolean
projection_shown_extent(const Projection *projection, Rect rect, Extent *ret_extent)
{
    g_autoptr(GArray) lons = g_array_new(FALSE, FALSE, sizeof(double));
    Shown shown = { .projection = projection, .lons = lons, .south = INFINITY, .north = -INFINITY };
    Extent extent = { .west = -180, .east = 180 };
    gboolean has_pole;
    double pad;

    sample(&shown, rect);
    has_pole = include_pole(&shown, rect, 90);
    has_pole = include_pole(&shown, rect, -90) || has_pole;
    if (shown.lons->len == 0 && !has_pole)
        return FALSE;
    if (!has_pole)
        set_longitudes(&shown, &extent);
    pad = (shown.north - shown.south) * MARGIN;
    extent.south = MAX(-90, shown.south - pad);
    extent.north = MIN(90, shown.north + pad);
    *ret_extent = extent;
    return TRUE;
}
