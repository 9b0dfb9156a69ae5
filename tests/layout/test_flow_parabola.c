// What a curve tells of points far from it is true: held against the way along its pieces.
#include "layout/flow_work.h"

#define PIECES 20

static double
way_to(const FlowCurve *curve, Point at)
{
    Point last = curve->from;
    double least = G_MAXDOUBLE;

    for (guint k = 1; k <= PIECES; k++) {
        Point next = flow_curve_point(curve, (double)k / PIECES);

        least = MIN(least, flow_distance(at, flow_segment_nearest(at, last, next)));
        last = next;
    }
    return least;
}

static Point
any_point(GRand *rand)
{
    double x = g_rand_double_range(rand, -100, 900);

    return (Point){ x, g_rand_double_range(rand, -100, 700) };
}

static void
test_never_far_when_near(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(11);
    guint told = 0, all = 0;

    for (guint i = 0; i < 2000; i++) {
        FlowCurve curve = { any_point(rand), any_point(rand), any_point(rand) };
        FlowParabola parabola = flow_parabola(&curve);

        for (guint k = 0; k < 20; k++) {
            Point at = any_point(rand);
            double away = way_to(&curve, at), asked = g_rand_double_range(rand, 0, 40);

            if (flow_parabola_is_far(&parabola, at, asked))
                g_assert_cmpfloat(away, >, asked);
            told += flow_parabola_is_far(&parabola, at, asked);
            all += away > asked;
        }
    }
    /* It is of use only if most of what is far is told. */
    g_assert_cmpuint(told, >, all / 2);
}

static void
test_straight_and_short(void)
{
    FlowCurve straight = { { 0, 0 }, { 50, 0 }, { 100, 0 } };
    FlowCurve point = { { 5, 5 }, { 5, 5 }, { 5, 5 } };
    FlowParabola line = flow_parabola(&straight), none = flow_parabola(&point);

    g_assert_true(flow_parabola_is_far(&line, (Point){ 50, 11 }, 10));
    g_assert_false(flow_parabola_is_far(&line, (Point){ 50, -9 }, 10));
    g_assert_cmpfloat(flow_parabola_along(&line, (Point){ 30, 7 }), ==, 30);
    /* A curve without a chord says nothing. */
    g_assert_false(flow_parabola_is_far(&none, (Point){ 500, 500 }, 10));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/flow/parabola/never-far-when-near", test_never_far_when_near);
    g_test_add_func("/flow/parabola/straight-and-short", test_straight_and_short);
    return g_test_run();
}
