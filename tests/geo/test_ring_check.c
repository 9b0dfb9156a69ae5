#include "geo/ring_check.h"

#include <math.h>

static gboolean
collect(RingCrossing crossing, gpointer user_data)
{
    g_array_append_val((GArray *)user_data, crossing);
    return TRUE;
}

static GArray *
crossings(const LonLat *points, const guint *ends, guint n_rings)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(RingCrossing));
    gint64 work = 1000000000;

    g_assert_true(rings_find_crossings(points, ends, n_rings, &work, collect, found));
    g_assert_cmpint(work, <, 1000000000);
    return found;
}

static void
test_an_eight_crosses_itself_once(void)
{
    static const LonLat EIGHT[] = { { 0, 0 }, { 10, 10 }, { 10, 0 }, { 0, 8 }, { 0, 0 } };
    g_autoptr(GArray) found = crossings(EIGHT, (const guint[]){ 5 }, 1);
    RingCrossing at = g_array_index(found, RingCrossing, 0);

    g_assert_cmpuint(found->len, ==, 1);
    g_assert_cmpuint(at.a, ==, 0);
    g_assert_cmpuint(at.b, ==, 2);
    g_assert_cmpfloat_with_epsilon(at.at.lon, 40 / 9.0, 1e-12);
    g_assert_cmpfloat_with_epsilon(at.at.lat, 40 / 9.0, 1e-12);
    /* (0, 8) is nearest to the other edge. */
    g_assert_cmpfloat_with_epsilon(at.depth, 8 / sqrt(2), 1e-12);
}

static void
test_touching_is_no_crossing(void)
{
    /* A corner on an edge, a corner on a corner, an edge on an edge, and a spike. */
    static const LonLat RINGS[] = { { 0, 0 }, { 8, 0 }, { 8, 8 }, { 4, 0 }, { 0, 8 },
                                    { 0, 0 }, { 0, 0 }, { 0, 3 }, { 1, 2 }, { 0, 0 },
                                    { 9, 0 }, { 9, 9 }, { 9, 4 }, { 9, 9 }, { 9, 0 } };
    g_autoptr(GArray) found = crossings(RINGS, (const guint[]){ 6, 10, 15 }, 3);

    g_assert_cmpuint(found->len, ==, 0);
}

/* A corner that rounding moved over an edge by less than a tenth of a millimetre. */
static void
test_a_hair_is_touching(void)
{
    static const LonLat RING[] = {
        { 0, 0 }, { 8, 0 }, { 8, 8 }, { 4, -9e-10 }, { 0, 8 }, { 0, 0 }
    };
    static const LonLat DEEPER[] = {
        { 0, 0 }, { 8, 0 }, { 8, 8 }, { 4, -2e-9 }, { 0, 8 }, { 0, 0 }
    };
    g_autoptr(GArray) none = crossings(RING, (const guint[]){ 6 }, 1);
    g_autoptr(GArray) two = crossings(DEEPER, (const guint[]){ 6 }, 1);

    g_assert_cmpuint(none->len, ==, 0);
    g_assert_cmpuint(two->len, ==, 2);
}

static void
test_rings_do_not_go_on_into_each_other(void)
{
    static const LonLat RINGS[] = { { 0, 0 }, { 9, 0 }, { 9, 9 }, { 0, 0 },
                                    { 6, 2 }, { 8, 2 }, { 8, 4 }, { 6, 2 } };
    static const LonLat CROSSING[] = { { 0, 0 }, { 9, 0 },  { 9, 9 },  { 0, 0 },
                                       { 6, 2 }, { 12, 2 }, { 12, 4 }, { 6, 2 } };
    g_autoptr(GArray) none = crossings(RINGS, (const guint[]){ 4, 8 }, 2);
    g_autoptr(GArray) two = crossings(CROSSING, (const guint[]){ 4, 8 }, 2);

    g_assert_cmpuint(none->len, ==, 0);
    g_assert_cmpuint(two->len, ==, 2);
}

static double
side(LonLat a, LonLat b, LonLat c)
{
    return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

/* As many as every edge against every other one finds. */
static void
test_no_crossing_is_missed(void)
{
    for (guint seed = 1; seed <= 40; seed++) {
        g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
        guint n = 4 + seed * 7, expected = 0;
        g_autofree LonLat *points = g_new(LonLat, n + 1);
        g_autoptr(GArray) found = NULL;

        for (guint i = 0; i < n; i++)
            points[i] =
                (LonLat){ g_rand_double_range(rand, -50, 50), g_rand_double_range(rand, -50, 50) };
        points[n] = points[0];
        for (guint i = 0; i < n; i++)
            for (guint k = i + 1; k < n; k++)
                expected += side(points[i], points[i + 1], points[k]) *
                                    side(points[i], points[i + 1], points[k + 1]) <
                                0 &&
                            side(points[k], points[k + 1], points[i]) *
                                    side(points[k], points[k + 1], points[i + 1]) <
                                0;
        found = crossings(points, (const guint[]){ n + 1 }, 1);
        g_assert_cmpuint(found->len, ==, expected);
    }
}

static void
test_work_has_an_end(void)
{
    g_autofree LonLat *points = g_new(LonLat, 2001);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(RingCrossing));
    gint64 work = 1000;

    for (guint i = 0; i < 2000; i++)
        points[i] = (LonLat){ i % 2 == 0 ? 0 : 50, i % 2 == 0 ? i * 0.01 : 20 + i * 0.01 };
    points[2000] = points[0];
    g_assert_false(rings_find_crossings(points, (const guint[]){ 2001 }, 1, &work, collect, found));
}

static void
test_a_ring_holds_what_is_inside(void)
{
    static const LonLat BAY[] = { { 0, 0 }, { 10, 0 }, { 10, 10 }, { 5, 2 }, { 0, 10 }, { 0, 0 } };

    g_assert_true(ring_holds(BAY, 6, (LonLat){ 1, 5 }));
    g_assert_true(ring_holds(BAY, 6, (LonLat){ 5, 1 }));
    g_assert_false(ring_holds(BAY, 6, (LonLat){ 5, 5 }));
    g_assert_false(ring_holds(BAY, 6, (LonLat){ -1, 5 }));
    g_assert_false(ring_holds(BAY, 6, (LonLat){ 11, 5 }));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ring-check/eight", test_an_eight_crosses_itself_once);
    g_test_add_func("/ring-check/touching", test_touching_is_no_crossing);
    g_test_add_func("/ring-check/hair", test_a_hair_is_touching);
    g_test_add_func("/ring-check/rings", test_rings_do_not_go_on_into_each_other);
    g_test_add_func("/ring-check/random", test_no_crossing_is_missed);
    g_test_add_func("/ring-check/work", test_work_has_an_end);
    g_test_add_func("/ring-check/holds", test_a_ring_holds_what_is_inside);
    return g_test_run();
}
