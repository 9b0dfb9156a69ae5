#include "transform/tables.h"
#include "transform/transform.h"

static Table *
sample(void)
{
    return TABLE(TEXTS("k", "b", "a", NULL, "b", "a", NULL, "b"),
                 NUMBERS("n", 0.0, 1, NAN, -0.0, 1, NAN, 2), NUMBERS("v", 1, 2, 3, NAN, 5, NAN, 8),
                 TEXTS("t", "x", NULL, NULL, "y", "x", NULL, "x"),
                 TIMES("d", "2001", "2000", NULL, "1999", NULL, NULL, "2003"));
}

static Table *
grouped(const Table *table, const char *key, AggregateKind kind, const char *column)
{
    const Column *keys[] = { key == NULL ? NULL : table_find(table, key) };
    Aggregate aggregate = { kind, column == NULL ? NULL : table_find(table, column), "out" };
    GError *error = NULL;
    Table *result = transform_group(table, keys, key == NULL ? 0 : 1, &aggregate, 1, &error);

    g_assert_no_error(error);
    return result;
}

static void
check(AggregateKind kind, const char *column, const char *cells)
{
    g_autoptr(Table) table = sample(), result = grouped(table, "k", kind, column);

    assert_cells(result, "k", "b|a|");
    assert_cells(result, "out", cells);
}

static void
test_aggregates(void)
{
    check(AGGREGATE_COUNT, NULL, "3|2|2");
    check(AGGREGATE_COUNT, "v", "2|2|1");
    check(AGGREGATE_COUNT, "t", "3|1|0");
    check(AGGREGATE_SUM, "v", "9|7|3");
    check(AGGREGATE_MEAN, "v", "4.5|3.5|3");
    check(AGGREGATE_MEDIAN, "v", "4.5|3.5|3");
    check(AGGREGATE_MEDIAN, "n", "0|1|");
    check(AGGREGATE_SUM, "n", "2|2|");
    check(AGGREGATE_MIN, "v", "1|2|3");
    check(AGGREGATE_MAX, "v", "8|5|3");
    check(AGGREGATE_MIN, "d", "1999|2000|");
    check(AGGREGATE_MAX, "d", "2003|2000|");
    check(AGGREGATE_DISTINCT, "v", "2|2|1");
    check(AGGREGATE_DISTINCT, "n", "2|1|0");
    check(AGGREGATE_DISTINCT, "t", "2|1|0");
    check(AGGREGATE_FIRST, "t", "x|x|");
    check(AGGREGATE_LAST, "t", "x|x|");
    check(AGGREGATE_FIRST, "v", "1|2|3");
    check(AGGREGATE_LAST, "v", "8|5|3");
    check(AGGREGATE_LAST, "d", "2003|2000|");
}

static void
test_keys(void)
{
    g_autoptr(Table) table = sample();
    g_autoptr(Table) by_number = grouped(table, "n", AGGREGATE_COUNT, NULL);
    g_autoptr(Table) by_time = grouped(table, "d", AGGREGATE_COUNT, NULL);
    g_autoptr(Table) by_none = grouped(table, NULL, AGGREGATE_SUM, "v");
    const Column *keys[] = { table_find(table, "k"), table_find(table, "n"),
                             table_find(table, "t") };
    Aggregate aggregate = { AGGREGATE_COUNT, NULL, "rows" };
    g_autoptr(Table) by_all = transform_group(table, keys, 3, &aggregate, 1, NULL);

    assert_cells(by_number, "n", "0|1||2");
    assert_cells(by_number, "out", "2|2|2|1");
    assert_cells(by_time, "d", "2001|2000||1999|2003");
    assert_cells(by_time, "out", "1|1|3|1|1");
    assert_cells(by_none, "out", "19");
    assert_cells(by_all, "k", "b|a||b|a|b");
    assert_cells(by_all, "n", "0|1||0|1|2");
    assert_cells(by_all, "t", "x|||y|x|x");
    assert_cells(by_all, "rows", "1|1|2|1|1|1");
}

static void
test_lines_and_units(void)
{
    g_autoptr(Table) table = sample(), sums = NULL, last = NULL, count = NULL;

    table_find(table, "v")->symbol = g_strdup("$");
    sums = grouped(table, "k", AGGREGATE_SUM, "v");
    last = grouped(table, "k", AGGREGATE_LAST, "d");
    count = grouped(table, "k", AGGREGATE_COUNT, "v");
    g_assert_cmpstr(table_find(sums, "out")->symbol, ==, "$");
    g_assert_null(table_find(count, "out")->symbol);
    g_assert_cmpint(table_find(last, "out")->unit, ==, TIME_YEAR);
    g_assert_cmpuint(table_line(sums, 0), ==, 2);
    g_assert_cmpuint(table_line(sums, 2), ==, 4);
}

static void
test_compensation(void)
{
    g_autoptr(Table) table =
        TABLE(NUMBERS("v", 1, 1e100, 1, -1e100), NUMBERS("w", 1e100, 1, -1e100, 1));
    g_autoptr(Table) first = grouped(table, NULL, AGGREGATE_SUM, "v");
    g_autoptr(Table) second = grouped(table, NULL, AGGREGATE_SUM, "w");
    g_autoptr(Table) tenths = table_new(NULL, 1000);
    g_autoptr(Table) third = NULL;
    Column *tenth = column_new("v", COLUMN_NUMBER, 1000);

    for (guint i = 0; i < 1000; i++)
        tenth->values[i] = 0.1;
    table_add(tenths, tenth);
    third = grouped(tenths, NULL, AGGREGATE_SUM, "v");
    assert_cells(first, "out", "2");
    assert_cells(second, "out", "2");
    assert_cells(third, "out", "100");
}

static void
fails(const Table *table, const char *key, Aggregate aggregate, ErrorCode code, const char *text)
{
    const Column *keys[] = { table_find(table, key) };
    GError *error = NULL;

    g_assert_null(transform_group(table, keys, 1, &aggregate, 1, &error));
    assert_error(error, code, text);
}

static void
test_errors(void)
{
    g_autoptr(Table) table = sample();
    g_autoptr(Table) huge = TABLE(NUMBERS("v", 1e308, 1e308));

    fails(table, "k", (Aggregate){ AGGREGATE_SUM, table_find(table, "t"), "x" }, ERROR_USAGE,
          "sum(t) needs numbers, and column \"t\" is of type text");
    fails(table, "k", (Aggregate){ AGGREGATE_MEAN, table_find(table, "d"), "x" }, ERROR_USAGE,
          "mean(d) needs numbers, and column \"d\" is of type time");
    fails(table, "k", (Aggregate){ AGGREGATE_MEDIAN, table_find(table, "d"), "x" }, ERROR_USAGE,
          "median(d) needs numbers, and column \"d\" is of type time");
    fails(table, "k", (Aggregate){ AGGREGATE_MIN, table_find(table, "t"), "x" }, ERROR_USAGE,
          "min(t) needs numbers or times, and column \"t\" is of type text");
    fails(table, "k", (Aggregate){ AGGREGATE_COUNT, NULL, "k" }, ERROR_USAGE,
          "grouping makes two columns \"k\"");
    fails(huge, "v", (Aggregate){ AGGREGATE_SUM, table_find(huge, "v"), "x" }, ERROR_INPUT,
          "sum(v) is too large for a number");
}

static void
test_names(void)
{
    static const char *const names[] = { "count", "sum",      "mean",  "median", "min",
                                         "max",   "distinct", "first", "last" };
    AggregateKind kind = AGGREGATE_LAST;

    g_assert_false(aggregate_from_name("total", &kind));
    g_assert_cmpint(kind, ==, AGGREGATE_LAST);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_assert_true(aggregate_from_name(names[i], &kind));
        g_assert_cmpuint(kind, ==, i);
    }
}

static void
test_empty(void)
{
    g_autoptr(Table) table =
        TABLE(column_new("k", COLUMN_TEXT, 0), column_new("v", COLUMN_NUMBER, 0));

    for (AggregateKind kind = AGGREGATE_COUNT; kind <= AGGREGATE_LAST; kind++) {
        g_autoptr(Table) result = grouped(table, "k", kind, "v");
        g_autoptr(Table) total = grouped(table, NULL, kind, "v");

        g_assert_cmpuint(result->length, ==, 0);
        g_assert_cmpuint(total->length, ==, 0);
    }
}

static int
compare_values(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* Medians of many shapes against those of a plain sort. */
static void
test_medians(void)
{
    for (guint n = 1; n < 400; n += 1 + n / 40) {
        for (guint shape = 0; shape < 5; shape++) {
            Column *column = column_new("v", COLUMN_NUMBER, n);
            g_autoptr(Table) table = table_new(NULL, n), result = NULL;
            g_autofree double *sorted = NULL;
            double values[] = { 0, 0, 0, 0, 0 };

            table_add(table, column);
            for (guint i = 0; i < n; i++) {
                values[1] = i;
                values[2] = -(double)i;
                values[3] = i % 3;
                values[4] = g_test_rand_double();
                column->values[i] = values[shape];
            }
            sorted = g_memdup2(column->values, n * sizeof(double));
            qsort(sorted, n, sizeof(double), compare_values);
            result = grouped(table, NULL, AGGREGATE_MEDIAN, "v");
            g_assert_cmpfloat(table_find(result, "out")->values[0], ==,
                              n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2);
        }
    }
}

/* Keys of many values, so that the hash table grows, against a GHashTable; and the sums of the
 * groups add up to the total. */
static void
test_many_groups(void)
{
    enum { N = 50000 };
    Column *a = column_new("a", COLUMN_NUMBER, N), *b = column_new("b", COLUMN_NUMBER, N);
    Column *v = column_new("v", COLUMN_NUMBER, N);
    const Column *keys[] = { a, b };
    Aggregate aggregates[] = { { AGGREGATE_SUM, v, "sum" }, { AGGREGATE_COUNT, NULL, "n" } };
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    g_autoptr(Table) table = table_new(NULL, N), result = NULL;
    double sum = 0, rows = 0;

    for (guint i = 0; i < N; i++) {
        gint64 pair;

        a->values[i] = g_test_rand_int_range(0, 3000);
        b->values[i] = g_test_rand_int_range(0, 3000);
        v->values[i] = g_test_rand_int_range(-100, 100);
        pair = (gint64)a->values[i] * 3000 + (gint64)b->values[i];
        g_hash_table_add(seen, g_memdup2(&pair, sizeof pair));
    }
    table_add(table, a);
    table_add(table, b);
    table_add(table, v);
    result = transform_group(table, keys, 2, aggregates, 2, NULL);
    g_assert_cmpuint(result->length, ==, g_hash_table_size(seen));
    for (guint i = 0; i < N; i++)
        sum -= v->values[i];
    for (gsize g = 0; g < result->length; g++) {
        sum += table_find(result, "sum")->values[g];
        rows += table_find(result, "n")->values[g];
    }
    g_assert_cmpfloat(sum, ==, 0);
    g_assert_cmpfloat(rows, ==, N);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/group/leaves-missing-cells-out-of-aggregates", test_aggregates);
    g_test_add_func("/group/keeps-the-order-of-first-appearance", test_keys);
    g_test_add_func("/group/keeps-lines-and-units", test_lines_and_units);
    g_test_add_func("/group/loses-nothing-in-sums", test_compensation);
    g_test_add_func("/group/refuses-what-has-no-such-aggregate", test_errors);
    g_test_add_func("/group/knows-its-aggregates", test_names);
    g_test_add_func("/group/takes-an-empty-table", test_empty);
    g_test_add_func("/group/finds-the-median-of-any-shape", test_medians);
    g_test_add_func("/group/adds-up-over-many-groups", test_many_groups);
    return g_test_run();
}
