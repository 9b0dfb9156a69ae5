#include "transform/tables.h"
#include "transform/transform.h"

static Table *
sample(void)
{
    return TABLE(TEXTS("k", "a", "b", "c", "b", "a", "b", NULL, NULL),
                 NUMBERS("n", 1, 2, 3, 4, 5, 2, 9, 9), NUMBERS("v", 1, 2, 3, 4, NAN, 6, NAN, NAN));
}

static gboolean
find(const char *first, const char *second, const char *value, gsize *ret_row, gsize *ret_count)
{
    g_autoptr(Table) table = sample();
    const Column *keys[] = { NULL, NULL };
    guint n = 0;

    if (first != NULL)
        keys[n++] = table_find(table, first);
    if (second != NULL)
        keys[n++] = table_find(table, second);
    return transform_find_duplicate(table, keys, n, value == NULL ? NULL : table_find(table, value),
                                    ret_row, ret_count);
}

static void
test_first(void)
{
    gsize row = 99, count = 99;

    g_assert_true(find("k", NULL, NULL, &row, &count));
    g_assert_cmpuint(row, ==, 4);
    g_assert_cmpuint(count, ==, 2);
}

static void
test_missing_values(void)
{
    gsize row = 99, count = 99;

    g_assert_true(find("k", NULL, "v", &row, &count));
    g_assert_cmpuint(row, ==, 3);
    g_assert_cmpuint(count, ==, 3);
}

static void
test_pairs(void)
{
    gsize row = 99, count = 99;

    g_assert_true(find("k", "n", "v", &row, &count));
    g_assert_cmpuint(row, ==, 5);
    g_assert_cmpuint(count, ==, 2);
    g_assert_true(find("v", NULL, NULL, &row, &count));
    g_assert_cmpuint(row, ==, 6);
    g_assert_cmpuint(count, ==, 3);
}

static void
test_none(void)
{
    gsize row = 99, count = 99;
    g_autoptr(Table) one = TABLE(NUMBERS("a", 1, 2, 3)),
                     none = TABLE(column_new("a", COLUMN_TEXT, 0));
    const Column *keys[] = { table_column(one, 0) };

    g_assert_false(find("v", NULL, "v", &row, &count));
    g_assert_false(transform_find_duplicate(one, keys, 1, NULL, &row, &count));
    g_assert_false(transform_find_duplicate(none, NULL, 0, NULL, &row, &count));
    g_assert_cmpuint(row, ==, 99);
    g_assert_cmpuint(count, ==, 99);
}

static void
test_no_keys(void)
{
    gsize row = 99, count = 99;

    g_assert_true(find(NULL, NULL, "v", &row, &count));
    g_assert_cmpuint(row, ==, 1);
    g_assert_cmpuint(count, ==, 5);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/duplicate/names-the-first-combination", test_first);
    g_test_add_func("/duplicate/does-not-count-missing-values", test_missing_values);
    g_test_add_func("/duplicate/looks-at-all-keys", test_pairs);
    g_test_add_func("/duplicate/leaves-its-results-alone-when-there-is-none", test_none);
    g_test_add_func("/duplicate/without-keys-all-rows-are-one", test_no_keys);
    return g_test_run();
}
