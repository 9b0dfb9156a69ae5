#include "geo/scale_bar.h"

/* Degrees to each side, over which the scale is measured; about a hundred metres. */
#define STEP 0.001

/* The way on the page from a to b. */
static gboolean
step_between(const Projection *projection, LonLat a, LonLat b, double km, Point *ret_step)
{
    Point p, q;

    if (!projection_forward(projection, a, &p) || !projection_forward(projection, b, &q))
        return FALSE;
    *ret_step = (Point){ (q.x - p.x) / km, (q.y - p.y) / km };
    return TRUE;
}

static LonLat
east_of(LonLat at, double degrees)
{
    return (LonLat){ remainder(at.lon + degrees, 360), at.lat };
}

/* What becomes of one km to the east and one to the north. */
static gboolean
steps_at(const Projection *projection, LonLat at, Point *ret_east, Point *ret_north)
{
    double km = SPHERE_RADIUS_KM * SPHERE_RADIANS(2 * STEP);

    at.lat = CLAMP(at.lat, STEP - 90, 90 - STEP);
    return step_between(projection, east_of(at, -STEP), east_of(at, STEP),
                        km * cos(SPHERE_RADIANS(at.lat)), ret_east) &&
           step_between(projection, (LonLat){ at.lon, at.lat - STEP },
                        (LonLat){ at.lon, at.lat + STEP }, km, ret_north);
}

gboolean
scale_at(const Projection *projection, LonLat at, double *ret_along, double *ret_across)
{
    Point east, north;

    if (!steps_at(projection, at, &east, &north))
        return FALSE;
    *ret_along = hypot(east.x, east.y);
    *ret_across = hypot(north.x, north.y);
    return TRUE;
}

/* The half axes of Tissot's ellipse: the singular values of the two steps. */
static void
include_ellipse(Point east, Point north, double *least, double *most)
{
    double sum = hypot(east.x + north.y, east.y - north.x);
    double difference = hypot(east.x - north.y, east.y + north.x);
    double a = (sum + difference) / 2, b = fabs(sum - difference) / 2;

    /* Where the two ends of a step lie on both sides of the map's edge, they are far apart. */
    if (a > 1000 * b)
        return;
    *least = MIN(*least, b);
    *most = MAX(*most, a);
}

gboolean
page_scale(const Projection *projection, Rect page, PageScale *ret_scale)
{
    enum { N = 16 };
    PageScale scale;
    double across, least = INFINITY, most = 0;
    Point middle = { page.x + page.width / 2, page.y + page.height / 2 };

    if (!projection_inverse(projection, middle, &scale.middle) ||
        !scale_at(projection, scale.middle, &scale.along, &across))
        return FALSE;
    for (int i = 0; i <= N; i++)
        for (int k = 0; k <= N; k++) {
            Point at = { page.x + page.width * i / N, page.y + page.height * k / N };
            Point east, north;
            LonLat place;

            if (projection_inverse(projection, at, &place) &&
                steps_at(projection, place, &east, &north))
                include_ellipse(east, north, &least, &most);
        }
    scale.variation = most / least;
    *ret_scale = scale;
    return TRUE;
}

ScaleBar
scale_bar(const PageScale *scale, ScaleBarUnit unit, double longest)
{
    static const double ROUND[] = { 5, 2, 1 };
    double px = scale->along * (unit == SCALE_BAR_MILES ? KM_A_MILE : 1), power;
    ScaleBar bar;

    power = pow(10, floor(log10(longest / px)));
    bar.length = power; /* what a rounded logarithm leaves */
    for (guint i = 0; i < G_N_ELEMENTS(ROUND); i++)
        if (ROUND[i] * power * px <= longest) {
            bar.length = ROUND[i] * power;
            break;
        }
    bar.px = bar.length * px;
    return bar;
}
