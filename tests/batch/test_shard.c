#include "batch/shard.h"

static void
test_a_shard_is_one_of_so_many(void)
{
    const char *const bad[] = { "",    "1",   "/",     "1/",   "/2",   "0/2",     "3/2",
                                "1/0", "a/2", "1/2/3", "-1/2", " 1/2", "1/10001", "99999999999/2" };
    Shard shard = { 0, 0 };
    g_autoptr(GError) error = NULL;

    g_assert_true(shard_parse("2/8", &shard, &error));
    g_assert_cmpuint(shard.index, ==, 2);
    g_assert_cmpuint(shard.n, ==, 8);
    g_assert_true(shard_parse("10000/10000", &shard, &error));
    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autoptr(GError) refused = NULL;

        g_assert_false(shard_parse(bad[i], &shard, &refused));
        g_assert_error(refused, CARTOUCHE_ERROR, ERROR_USAGE);
        g_assert_cmpuint(shard.n, ==, 10000);
    }
}

/* The heap of an item of that name. */
static guint
heap_of(const ShardItem *items, const guint *heaps, guint n, const char *name)
{
    for (guint i = 0; i < n; i++)
        if (g_str_equal(items[i].name, name))
            return heaps[i];
    g_assert_not_reached();
}

static void
test_the_order_of_items_means_nothing(void)
{
    const ShardItem one[] = { { "a", 5 }, { "b", 5 }, { "c", 9 }, { "d", 1 }, { "e", 5 } };
    const ShardItem two[] = { { "e", 5 }, { "d", 1 }, { "a", 5 }, { "c", 9 }, { "b", 5 } };
    guint heaps_one[5], heaps_two[5];

    shard_deal(one, 5, 3, heaps_one);
    shard_deal(two, 5, 3, heaps_two);
    for (guint i = 0; i < 5; i++)
        g_assert_cmpuint(heap_of(two, heaps_two, 5, one[i].name), ==, heaps_one[i]);
}

static void
test_heaps_are_even(void)
{
    enum { N = 100, SHARDS = 7 };
    ShardItem items[N];
    guint heaps[N];
    guint64 costs[SHARDS] = { 0 }, total = 0, least = G_MAXUINT64, most = 0;

    for (guint i = 0; i < N; i++) {
        items[i] = (ShardItem){ g_strdup_printf("figure %u", i), 1 + (i * 37) % 101 };
        total += items[i].cost;
    }
    shard_deal(items, N, SHARDS, heaps);
    for (guint i = 0; i < N; i++) {
        g_assert_cmpuint(heaps[i], >=, 1);
        g_assert_cmpuint(heaps[i], <=, SHARDS);
        costs[heaps[i] - 1] += items[i].cost;
        g_free((char *)items[i].name);
    }
    for (guint i = 0; i < SHARDS; i++) {
        least = MIN(least, costs[i]);
        most = MAX(most, costs[i]);
    }
    /* Within the dearest item of each other, and no worse than Graham's bound. */
    g_assert_cmpuint(most - least, <=, 101);
    g_assert_cmpuint(most * SHARDS * 3, <=, total * 4);
}

static void
test_items_without_cost_and_equal_names(void)
{
    const ShardItem items[] = { { "a", 0 }, { "a", 0 }, { "a", 0 }, { "a", 0 } };
    guint heaps[4], counts[2] = { 0 };

    shard_deal(items, 4, 2, heaps);
    for (guint i = 0; i < 4; i++)
        counts[heaps[i] - 1]++;
    g_assert_cmpuint(counts[0], ==, 2);
    shard_deal(items, 1, 3, heaps);
    g_assert_cmpuint(heaps[0], ==, 1);
    shard_deal(items, 0, 3, heaps);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/shard/a-shard-is-one-of-so-many", test_a_shard_is_one_of_so_many);
    g_test_add_func("/shard/the-order-of-items-means-nothing",
                    test_the_order_of_items_means_nothing);
    g_test_add_func("/shard/heaps-are-even", test_heaps_are_even);
    g_test_add_func("/shard/items-without-cost-and-equal-names",
                    test_items_without_cost_and_equal_names);
    return g_test_run();
}
