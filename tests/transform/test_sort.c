#include "transform/ordering.h"
#include "transform/tables.h"

static Table *
sample(void)
{
    return TABLE(NUMBERS("id", 1, 2, 3, 4, 5, 6, 7), NUMBERS("n", 3, NAN, -1, 0.0, 3, -0.0, 1e300),
                 TEXTS("t", "b", "ä", NULL, "a", "b", "Z", "b"),
                 TIMES("d", "2001", "1969", "2000-05", NULL, "1700", "2001", "2001"));
}

static Table *
sorted_by(const Table *table, const Column *by, gboolean descending, gboolean by_level)
{
    g_autofree gsize *rows = ordering_of(by, descending, by_level);

    return table_take(table, rows, table->length);
}

static void
check(const char *by, gboolean descending, gboolean by_level, const char *ids)
{
    g_autoptr(Table) table = sample();
    g_autoptr(Table) sorted = sorted_by(table, table_find(table, by), descending, by_level);

    assert_cells(sorted, "id", ids);
}

static void
test_orders(void)
{
    check("n", FALSE, FALSE, "3|4|6|1|5|7|2");
    check("n", TRUE, FALSE, "7|1|5|4|6|3|2");
    check("d", FALSE, FALSE, "5|2|3|1|6|7|4");
    check("d", TRUE, TRUE, "1|6|7|3|2|5|4");
    check("t", FALSE, FALSE, "6|4|1|5|7|2|3");
    check("t", TRUE, FALSE, "2|1|5|7|4|6|3");
    check("t", FALSE, TRUE, "1|5|7|2|4|6|3");
    check("t", TRUE, TRUE, "6|4|2|1|5|7|3");
}

static void
test_lines(void)
{
    g_autoptr(Table) table = sample(), turned = NULL;

    turned = sorted_by(table, table_find(table, "id"), TRUE, FALSE);
    g_assert_cmpuint(table_line(turned, 0), ==, 8);
}

static void
test_many_rows(void)
{
    enum { N = 20000 };
    Column *id = column_new("id", COLUMN_NUMBER, N), *v = column_new("v", COLUMN_NUMBER, N);
    g_autoptr(Table) table = table_new(NULL, N);

    for (guint i = 0; i < N; i++) {
        id->values[i] = i;
        v->values[i] = i % 10 == 0 ? NAN : (g_test_rand_int_range(-500, 500)) / 8.0;
    }
    table_add(table, id);
    table_add(table, v);
    for (guint descending = 0; descending < 2; descending++) {
        g_autoptr(Table) sorted = sorted_by(table, v, descending == 1, FALSE);
        const double *ids = table_find(sorted, "id")->values,
                     *values = table_find(sorted, "v")->values;

        for (guint i = 1; i < N; i++) {
            g_assert_false(isnan(values[i - 1]) && !isnan(values[i]));
            if (isnan(values[i]) ? isnan(values[i - 1]) : values[i - 1] == values[i])
                g_assert_cmpfloat(ids[i - 1], <, ids[i]);
            else if (!isnan(values[i]))
                g_assert_true(descending == 1 ? values[i - 1] > values[i]
                                              : values[i - 1] < values[i]);
        }
    }
}

static void
test_empty(void)
{
    g_autoptr(Table) table = TABLE(column_new("v", COLUMN_NUMBER, 0));
    g_autoptr(Table) sorted = sorted_by(table, table_column(table, 0), TRUE, FALSE);

    g_assert_cmpuint(sorted->length, ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/sort/keeps-ties-in-place-and-missing-last", test_orders);
    g_test_add_func("/sort/keeps-lines", test_lines);
    g_test_add_func("/sort/orders-many-rows", test_many_rows);
    g_test_add_func("/sort/takes-an-empty-table", test_empty);
    return g_test_run();
}
