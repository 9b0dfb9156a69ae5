#include "layout/spread.h"

static void
assert_places(const double *wanted, const double *sizes, guint n, double from, double to,
              const double *expected)
{
    g_autofree SpreadItem *items = g_new0(SpreadItem, n);

    for (guint i = 0; i < n; i++)
        items[i] = (SpreadItem){ .wanted = wanted[i], .size = sizes[i] };
    g_assert_true(spread_place(items, n, from, to));
    for (guint i = 0; i < n; i++)
        g_assert_cmpfloat_with_epsilon(items[i].placed, expected[i], 1e-9);
}

static void
test_what_has_room_stays(void)
{
    assert_places((double[]){ 10, 50, 90 }, (double[]){ 10, 10, 10 }, 3, 0, 100,
                  (double[]){ 10, 50, 90 });
}

/* Both move by the same: 20 and 24 become 17 and 27. */
static void
test_neighbours_share_the_shift(void)
{
    assert_places((double[]){ 20, 24 }, (double[]){ 10, 10 }, 2, 0, 100, (double[]){ 17, 27 });
}

static void
test_the_order_by_wish_is_kept(void)
{
    assert_places((double[]){ 24, 20 }, (double[]){ 10, 10 }, 2, 0, 100, (double[]){ 27, 17 });
    assert_places((double[]){ 20, 20, 20 }, (double[]){ 10, 10, 10 }, 3, 0, 100,
                  (double[]){ 10, 20, 30 });
}

static void
test_the_ends_hold(void)
{
    assert_places((double[]){ -5, 2 }, (double[]){ 10, 10 }, 2, 0, 100, (double[]){ 5, 15 });
    assert_places((double[]){ 99, 140 }, (double[]){ 10, 20 }, 2, 0, 100, (double[]){ 75, 90 });
}

static void
test_too_many_overlap_evenly(void)
{
    SpreadItem items[] = { { .wanted = 5, .size = 10 },
                           { .wanted = 6, .size = 10 },
                           { .wanted = 7, .size = 10 } };

    g_assert_false(spread_place(items, 3, 0, 15));
    g_assert_cmpfloat(items[0].placed, ==, 2.5);
    g_assert_cmpfloat(items[1].placed, ==, 7.5);
    g_assert_cmpfloat(items[2].placed, ==, 12.5);
    g_assert_true(spread_place(items, 0, 0, 0));
}

/* Least squares on small cases: no order-keeping placement on a half-px grid is better. */
static double
spread_cost(const SpreadItem *items, guint n)
{
    double cost = 0;

    for (guint i = 0; i < n; i++)
        cost += (items[i].placed - items[i].wanted) * (items[i].placed - items[i].wanted);
    return cost;
}

static double
spread_best(const SpreadItem *items, guint n, guint next, double from, double to)
{
    double best = G_MAXDOUBLE;

    if (next == n)
        return 0;
    for (double start = from; start + items[next].size <= to; start += 0.5) {
        double shift = start + items[next].size / 2 - items[next].wanted;
        double cost = shift * shift + spread_best(items, n, next + 1, start + items[next].size, to);

        best = MIN(best, cost);
    }
    return best;
}

static void
test_shifts_are_least(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(7);

    for (guint round = 0; round < 200; round++) {
        SpreadItem items[3];
        double wanted = 0;

        for (guint i = 0; i < 3; i++) {
            wanted += g_rand_int_range(random, 0, 12);
            items[i] = (SpreadItem){ .wanted = wanted, .size = g_rand_int_range(random, 1, 8) };
        }
        g_assert_true(spread_place(items, 3, 0, 24));
        g_assert_cmpfloat(spread_cost(items, 3), <=, spread_best(items, 3, 0, 0, 24) + 1e-9);
    }
}

static void
test_any_crowd_is_spread(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(11);

    for (guint round = 0; round < 2000; round++) {
        SpreadItem items[40];
        guint n = (guint)g_rand_int_range(random, 1, 41);
        double to = 0;

        for (guint i = 0; i < n; i++) {
            items[i].size = g_rand_double_range(random, 0.1, 30);
            items[i].wanted = g_rand_double_range(random, -200, 800);
            to += items[i].size;
        }
        to += g_rand_double_range(random, 0, 300);
        g_assert_true(spread_place(items, n, 0, to));
        for (guint i = 0; i < n; i++) {
            g_assert_cmpfloat(items[i].placed - items[i].size / 2, >=, -1e-6);
            g_assert_cmpfloat(items[i].placed + items[i].size / 2, <=, to + 1e-6);
            for (guint k = 0; k < n; k++) {
                if (items[i].wanted >= items[k].wanted)
                    continue;
                g_assert_cmpfloat(items[i].placed + items[i].size / 2, <=,
                                  items[k].placed - items[k].size / 2 + 1e-6);
            }
        }
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/spread/what-has-room-stays", test_what_has_room_stays);
    g_test_add_func("/spread/neighbours-share-the-shift", test_neighbours_share_the_shift);
    g_test_add_func("/spread/the-order-by-wish-is-kept", test_the_order_by_wish_is_kept);
    g_test_add_func("/spread/the-ends-hold", test_the_ends_hold);
    g_test_add_func("/spread/too-many-overlap-evenly", test_too_many_overlap_evenly);
    g_test_add_func("/spread/shifts-are-least-squares", test_shifts_are_least);
    g_test_add_func("/spread/any-crowd-is-spread-in-order-and-inside", test_any_crowd_is_spread);
    return g_test_run();
}
