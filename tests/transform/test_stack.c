#include "transform/tables.h"
#include "transform/transform.h"

static Table *
stacked(const Table *table, const char *const *keys, StackMode mode, Report *report)
{
    const Column *columns[4];
    guint n = 0;
    GError *error = NULL;
    Table *result;

    for (; keys[n] != NULL; n++)
        columns[n] = table_find(table, keys[n]);
    result = transform_stack(table, columns, n, table_find(table, "s"), table_find(table, "v"),
                             mode, report, &error);
    g_assert_no_error(error);
    return result;
}

static void
check(const Table *table, StackMode mode, const char *low, const char *high, const char *remark)
{
    static const char *const keys[] = { "x", NULL };
    g_autoptr(Report) report = report_new();
    g_autoptr(Table) result = stacked(table, keys, mode, report);

    assert_cells(result, "low", low);
    assert_cells(result, "high", high);
    g_assert_cmpuint(report_length(report), ==, remark == NULL ? 0 : 1);
    if (remark != NULL)
        g_assert_cmpstr(report_entry(report, 0)->text, ==, remark);
}

static void
test_order(void)
{
    /* Levels are b, a, c; the rows of "q" come in another order. */
    g_autoptr(Table) table =
        TABLE(TEXTS("x", "p", "p", "q", "q", "q"), TEXTS("s", "b", "a", "c", "a", "b"),
              NUMBERS("v", 1, 2, 4, 8, 16));
    g_autoptr(Table) by_number =
        TABLE(TEXTS("x", "p", "p", "p"), NUMBERS("s", 3, 1, 2), NUMBERS("v", 1, 2, 4));
    g_autoptr(Table) alone = TABLE(TEXTS("x", "p", "p", "q"), NUMBERS("v", 1, 2, 4));

    check(table, STACK_ZERO, "0|1|24|16|0", "1|3|28|24|16", NULL);
    check(by_number, STACK_ZERO, "6|0|2", "7|2|6", NULL);
    check(alone, STACK_ZERO, "0|1|0", "1|3|4", NULL);
}

static void
test_signs(void)
{
    g_autoptr(Table) table = TABLE(TEXTS("x", "p", "p", "p", "p"), TEXTS("s", "a", "b", "c", "d"),
                                   NUMBERS("v", 1, -2, 4, -8));

    check(table, STACK_ZERO, "0|-2|1|-10", "1|0|5|-2", NULL);
    check(table, STACK_NONE, "0|-2|0|-8", "1|0|4|0", NULL);
    check(table, STACK_CENTER, "2.5|0.5|3.5|-7.5", "3.5|2.5|7.5|0.5", NULL);
    check(table, STACK_NORMALIZE, "|||", "|||",
          "1 of 1 positions show no shares, because a part is negative (first: x=p)");
}

static void
test_shares(void)
{
    g_autoptr(Table) table =
        TABLE(TEXTS("x", "p", "p", "q", "q", "r", "r"), TEXTS("s", "a", "b", "a", "b", "a", "b"),
              NUMBERS("v", 1, 3, 0.1, 0.7, 0, 0));
    static const char *const keys[] = { "x", NULL };
    g_autoptr(Report) report = report_new();
    g_autoptr(Table) result = stacked(table, keys, STACK_NORMALIZE, report);
    const double *low = table_find(result, "low")->values,
                 *high = table_find(result, "high")->values;

    g_assert_cmpfloat(low[0], ==, 0);
    g_assert_cmpfloat(high[0], ==, 25);
    g_assert_cmpfloat(low[1], ==, 25);
    g_assert_cmpfloat(high[1], ==, 100);
    g_assert_cmpfloat(high[2], ==, low[3]);
    g_assert_cmpfloat(high[3], ==, 100);
    g_assert_true(isnan(low[4]) && isnan(high[5]));
    g_assert_cmpstr(table_find(result, "high")->symbol, ==, "%");
    g_assert_cmpuint(report_length(report), ==, 1);
    g_assert_cmpuint(report_entry(report, 0)->count, ==, 1);
    g_assert_cmpuint(report_entry(report, 0)->line, ==, 6);
    g_assert_cmpstr(report_entry(report, 0)->text, ==,
                    "1 of 3 positions show no shares, because all parts are zero (first: x=r)");
}

static void
test_missing_cells(void)
{
    g_autoptr(Table) table =
        TABLE(TEXTS("x", "p", "p", "q", "q", "r", "r"), TEXTS("s", "a", "b", "a", "b", "a", "b"),
              NUMBERS("v", 1, 3, NAN, 4, NAN, NAN));

    check(table, STACK_ZERO, "0|1||0||", "1|4||4||",
          "1 of 2 stacks are drawn without a part that is missing: a (first: x=q)");
    check(table, STACK_NORMALIZE, "0|25||||", "25|100||||",
          "1 of 2 positions show no shares, because a part is missing: a (first: x=q)");
    check(table, STACK_NONE, "0|0||0||", "1|3||4||", NULL);
}

/* On a time axis a row that is not there is a missing part; between categories it is not. */
static void
test_missing_rows(void)
{
    g_autoptr(Table) times =
        TABLE(TIMES("x", "2000", "2001", "2001", "2002", "2002"),
              TEXTS("s", "a", "a", "b", "b", "a"), NUMBERS("v", 1, 2, 3, 4, 5));
    g_autoptr(Table) gap =
        TABLE(TIMES("x", "2000", "2000", "2001", "2002", "2002"),
              TEXTS("s", "a", "b", "a", "a", "b"), NUMBERS("v", 1, 2, NAN, 4, 5));
    g_autoptr(Table) categories =
        TABLE(TEXTS("x", "p", "q", "q", "r", "r"), TEXTS("s", "a", "a", "b", "b", "a"),
              NUMBERS("v", 1, 1, 3, 4, 4));

    check(times, STACK_ZERO, "0|0|2|5|0", "1|2|5|9|5",
          "1 of 3 stacks are drawn without a part that is missing: b (first: x=2000)");
    check(gap, STACK_ZERO, "0|1||0|4", "1|3||4|9", NULL);
    check(gap, STACK_NORMALIZE, "0|33.33333333333333||0|44.44444444444444",
          "33.33333333333333|100||44.44444444444444|100", NULL);
    check(categories, STACK_ZERO, "0|0|1|4|0", "1|1|4|8|4", NULL);
    check(categories, STACK_NORMALIZE, "0|0|25|50|0", "100|25|100|100|50", NULL);
}

static void
test_facets(void)
{
    g_autoptr(Table) table =
        TABLE(TIMES("x", "2000", "2001", "2000", "2001", "2001"),
              TEXTS("f", "one", "one", "two", "two", "two"), TEXTS("s", "a", "a", "b", "b", "c"),
              NUMBERS("v", 1, 2, 3, 4, 4));
    static const char *const keys[] = { "x", "f", NULL };
    g_autoptr(Report) report = report_new();
    g_autoptr(Table) result = stacked(table, keys, STACK_NORMALIZE, report);

    assert_cells(result, "high", "100|100||50|100");
    g_assert_cmpuint(report_length(report), ==, 1);
    g_assert_cmpstr(report_entry(report, 0)->text, ==,
                    "1 of 4 positions show no shares, because a part is missing: c (first: x=2000, "
                    "f=two)");
}

static void
test_names_of_missing_series(void)
{
    g_autoptr(Table) table =
        TABLE(TIMES("x", "2000", "2000", "2000", "2000", "2000", "2001"),
              TEXTS("s", "a", "b", "c", "d", NULL, "a"), NUMBERS("v", 1, 1, 1, 1, 1, 1));

    check(table, STACK_ZERO, "0|1|2|3|4|0", "1|2|3|4|5|1",
          "1 of 2 stacks are drawn without a part that is missing: b, c, d and 1 more (first: "
          "x=2001)");
}

static void
test_columns(void)
{
    g_autoptr(Table) table =
        TABLE(TEXTS("x", "p"), TEXTS("s", "a"), NUMBERS("v", 2), NUMBERS("low", 9));
    static const char *const keys[] = { "x", NULL };
    g_autoptr(Table) result = NULL;

    table_find(table, "v")->symbol = g_strdup("$");
    result = stacked(table, keys, STACK_ZERO, NULL);
    g_assert_cmpuint(table_n_columns(result), ==, 5);
    assert_cells(result, "low", "0");
    g_assert_cmpstr(table_find(result, "high")->symbol, ==, "$");
    g_assert_cmpuint(table_line(result, 0), ==, 2);
    assert_cells(table, "low", "9");
}

static void
test_errors(void)
{
    g_autoptr(Table) table = TABLE(TEXTS("x", "p", "p"), NUMBERS("v", 1e308, 1e308));
    const Column *keys[] = { table_column(table, 0) };
    GError *error = NULL;

    g_assert_null(
        transform_stack(table, keys, 1, NULL, table_find(table, "x"), STACK_ZERO, NULL, &error));
    assert_error(error, ERROR_USAGE,
                 "only numbers can be stacked, and column \"x\" is of type text");
    g_assert_null(
        transform_stack(table, keys, 1, NULL, table_find(table, "v"), STACK_ZERO, NULL, &error));
    g_assert_cmpuint(error_where(error).line, ==, 3);
    assert_error(error, ERROR_INPUT,
                 "the stacked values of column \"v\" are too large for a number");
}

/* Any values: the piles end at the sums that group gives, and parts touch. */
static void
test_sums(void)
{
    enum { POSITIONS = 50, SERIES = 9, N = POSITIONS * SERIES };
    Column *x = column_new("x", COLUMN_NUMBER, N), *s = column_new("s", COLUMN_TEXT, N);
    Column *v = column_new("v", COLUMN_NUMBER, N);
    const Column *keys[] = { x };
    Aggregate sum = { AGGREGATE_SUM, v, "sum" };
    g_autoptr(Table) table = table_new(NULL, N), sums = NULL, result = NULL;

    for (guint i = 0; i < N; i++) {
        char name[] = { (char)('a' + i % SERIES), '\0' };

        x->values[i] = i / SERIES;
        s->codes[i] = column_intern(s, name, -1);
        v->values[i] = g_test_rand_double_range(0, 10);
    }
    table_add(table, x);
    table_add(table, s);
    table_add(table, v);
    sums = transform_group(table, keys, 1, &sum, 1, NULL);
    result = transform_stack(table, keys, 1, s, v, STACK_ZERO, NULL, NULL);
    for (guint i = 0; i < N; i++) {
        double low = table_find(result, "low")->values[i];
        double high = table_find(result, "high")->values[i];

        g_assert_cmpfloat_with_epsilon(high - low, v->values[i], 1e-12);
        if (i % SERIES == 0)
            g_assert_cmpfloat(low, ==, 0);
        else
            g_assert_cmpfloat(low, ==, table_find(result, "high")->values[i - 1]);
        if (i % SERIES == SERIES - 1)
            g_assert_cmpfloat(high, ==, table_find(sums, "sum")->values[i / SERIES]);
    }
}

static void
test_empty(void)
{
    g_autoptr(Table) table = TABLE(column_new("x", COLUMN_TIME, 0), column_new("s", COLUMN_TEXT, 0),
                                   column_new("v", COLUMN_NUMBER, 0));

    for (StackMode mode = STACK_NONE; mode <= STACK_CENTER; mode++)
        check(table, mode, "", "", NULL);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/stack/piles-in-the-order-of-levels", test_order);
    g_test_add_func("/stack/keeps-signs-apart", test_signs);
    g_test_add_func("/stack/shares-end-at-exactly-100", test_shares);
    g_test_add_func("/stack/tells-missing-cells", test_missing_cells);
    g_test_add_func("/stack/misses-rows-on-a-time-axis-only", test_missing_rows);
    g_test_add_func("/stack/looks-for-the-series-of-each-facet", test_facets);
    g_test_add_func("/stack/names-few-of-many-missing-series", test_names_of_missing_series);
    g_test_add_func("/stack/replaces-low-and-high", test_columns);
    g_test_add_func("/stack/refuses-what-cannot-be-piled", test_errors);
    g_test_add_func("/stack/ends-at-the-sums", test_sums);
    g_test_add_func("/stack/takes-an-empty-table", test_empty);
    return g_test_run();
}
