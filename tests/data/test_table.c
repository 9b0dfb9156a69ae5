#include "data/table.h"

#include <math.h>

static Column *
numbers(const char *name, const double *values, gsize n)
{
    Column *column = column_new(name, COLUMN_NUMBER, n);

    for (gsize i = 0; i < n; i++)
        column->values[i] = values[i];
    return column;
}

static Table *
sample(void)
{
    Table *table = table_new("trade.csv", 3);

    table_add(table, numbers("a", (double[]){ 1, 2, 3 }, 3));
    table_add(table, numbers("b", (double[]){ 4, NAN, 6 }, 3));
    table_column(table, 1)->field = 2;
    table->lines = line_map_new();
    line_map_add(table->lines, 0, 2);
    line_map_add(table->lines, 1, 3);
    line_map_add(table->lines, 2, 5);
    return table;
}

static void
test_find(void)
{
    g_autoptr(Table) table = sample();
    g_autofree const char **names = table_names(table);

    g_assert_cmpuint(table_n_columns(table), ==, 2);
    g_assert_true(table_find(table, "b") == table_column(table, 1));
    g_assert_null(table_find(table, "B"));
    g_assert_cmpstr(names[0], ==, "a");
    g_assert_cmpstr(names[1], ==, "b");
    g_assert_null(names[2]);
}

static void
test_where(void)
{
    g_autoptr(Table) table = sample();
    g_autoptr(Table) made = table_new(NULL, 3);
    Where where = table_where(table, 2, table_column(table, 1));

    g_assert_cmpstr(where.file, ==, "trade.csv");
    g_assert_cmpuint(where.line, ==, 5);
    g_assert_cmpuint(where.field, ==, 2);
    g_assert_cmpuint(table_where(table, 0, NULL).field, ==, 0);
    g_assert_null(table_where(made, 0, NULL).file);
    g_assert_cmpuint(table_line(made, 0), ==, 0);
}

static void
test_take_keeps_lines(void)
{
    static const gsize rows[] = { 2, 0, 0 };
    g_autoptr(Table) table = sample();
    g_autoptr(Table) taken = table_take(table, rows, 3);

    g_assert_cmpuint(taken->length, ==, 3);
    g_assert_cmpfloat(table_find(taken, "a")->values[0], ==, 3);
    g_assert_cmpuint(table_line(taken, 0), ==, 5);
    g_assert_cmpuint(table_line(taken, 1), ==, 2);
    g_assert_cmpuint(table_line(taken, 2), ==, 2);
    g_assert_cmpuint(table_where(taken, 1, table_find(taken, "b")).field, ==, 2);
}

static void
test_with_column(void)
{
    g_autoptr(Table) table = sample();
    g_autoptr(Table) replaced = table_with_column(table, numbers("a", (double[]){ 7, 8, 9 }, 3));
    g_autoptr(Table) added = table_with_column(table, numbers("c", (double[]){ 7, 8, 9 }, 3));

    g_assert_cmpuint(table_n_columns(replaced), ==, 2);
    g_assert_cmpfloat(table_column(replaced, 0)->values[0], ==, 7);
    g_assert_true(table_column(replaced, 1) == table_column(table, 1));
    g_assert_cmpuint(table_n_columns(added), ==, 3);
    g_assert_cmpuint(table_line(added, 2), ==, 5);
    g_assert_cmpfloat(table_column(table, 0)->values[0], ==, 1);
}

static void
test_lines_are_runs(void)
{
    g_autoptr(LineMap) map = line_map_new();

    g_assert_cmpuint(line_map_get(map, 0), ==, 0);
    line_map_add(map, 0, 2);
    line_map_add(map, 1000000, 1000005);
    line_map_add(map, 1000001, 1000006);
    line_map_add(map, 1000002, 7);
    line_map_add(map, 1000003, 0);
    line_map_add(map, 1000005, 9);
    g_assert_cmpuint(line_map_get(map, 0), ==, 2);
    g_assert_cmpuint(line_map_get(map, 999999), ==, 1000001);
    g_assert_cmpuint(line_map_get(map, 1000001), ==, 1000006);
    g_assert_cmpuint(line_map_get(map, 1000002), ==, 7);
    g_assert_cmpuint(line_map_get(map, 1000003), ==, 0);
    g_assert_cmpuint(line_map_get(map, 1000004), ==, 0);
    g_assert_cmpuint(line_map_get(map, 1000006), ==, 10);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/table/finds-columns-by-exact-name", test_find);
    g_test_add_func("/table/knows-where-a-cell-stood", test_where);
    g_test_add_func("/table/take-keeps-the-lines-of-rows", test_take_keeps_lines);
    g_test_add_func("/table/with-column-replaces-or-adds", test_with_column);
    g_test_add_func("/table/lines-are-runs", test_lines_are_runs);
    return g_test_run();
}
