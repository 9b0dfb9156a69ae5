#include "transform/tables.h"
#include "transform/transform.h"

/* Takes the column. */
static Column *
binned(Column *column, guint n, Bins **ret_bins)
{
    g_autoptr(Table) table = TABLE(column);
    GError *error = NULL;
    Column *starts = transform_bin(table, column, n, ret_bins, &error);

    g_assert_no_error(error);
    return starts;
}

static void
check(Column *column, guint n, const char *cells, const char *edges, double width)
{
    g_autoptr(Bins) bins = NULL;
    g_autoptr(Column) starts = binned(column, n, &bins), all = NULL;

    assert_column(starts, cells);
    all = numbers_of("edges", bins->edges, bins->n + 1);
    all->type = starts->type;
    all->unit = starts->unit;
    assert_column(all, edges);
    g_assert_cmpfloat(bins->width, ==, width);
}

static void
test_numbers(void)
{
    /* Sturges: 9 / (1 + log2 10) = 2.08. */
    check(NUMBERS("v", 0.5, 1, 2, 3, 4, 5, 6.5, 7, 8, 9.5), 0, "0|0|2|2|4|4|6|6|8|8",
          "0|2|4|6|8|10", 2);
    check(NUMBERS("v", 1.25, NAN, -0.05, 0.3), 4, "1||-0.25|0.25", "-0.25|0|0.25|0.5|0.75|1|1.25",
          0.25);
}

static void
test_edges(void)
{
    /* 100 would be alone in the next bin; 0 to 5 are whole numbers of which each needs its own. */
    check(NUMBERS("v", 0, 55, 100, 30), 10, "0|50|90|30", "0|10|20|30|40|50|60|70|80|90|100", 10);
    check(NUMBERS("v", 0, 3, 5, 4, 1, 2), 5, "0|3|5|4|1|2", "0|1|2|3|4|5|6", 1);
    check(NUMBERS("v", 0, 20, 5), 10, "0|20|4", "0|2|4|6|8|10|12|14|16|18|20|22", 2);
    check(NUMBERS("v", 0.1, 0.3, 0.7), 6, "0.1|0.3|0.7", "0.1|0.2|0.3|0.4|0.5|0.6|0.7|0.8", 0.1);
    check(NUMBERS("v", -3, -1, -7), 3, "-4|-2|-8", "-8|-6|-4|-2|0", 2);
}

/* A width that is no multiple of what the cells are whole numbers of would make a comb. */
static void
test_precision(void)
{
    check(NUMBERS("v", 1, 2, 3, 2), 0, "1|2|3|2", "1|2|3|4", 1);
    check(NUMBERS("v", 0, 10, 24), 10, "0|10|24", "0|2|4|6|8|10|12|14|16|18|20|22|24|26", 2);
    check(NUMBERS("v", 3000, 1000, 5000), 20, "3000|1000|5000", "1000|2000|3000|4000|5000|6000",
          1000);
    check(NUMBERS("v", 0.5, 0.7), 100, "0.5|0.7", "0.5|0.6|0.7|0.8", 0.1);
}

static void
test_equal(void)
{
    check(NUMBERS("v", 5, 5), 0, "5|5", "5|6", 1);
    check(NUMBERS("v", 0), 3, "0", "0|1", 1);
    check(NUMBERS("v", NAN, 2.5), 0, "|2.5", "2.5|2.6", 0.1);
    check(NUMBERS("v", 1234567.5), 0, "1234560", "1234560|1234570", 10);
    check(NUMBERS("v", NAN), 0, "", "0", 0);
    check(column_new("v", COLUMN_NUMBER, 0), 0, "", "0", 0);
}

static void
test_rules(void)
{
    enum { N = 1000 };
    Column *even = column_new("even", COLUMN_NUMBER, N), *spike = column_new("s", COLUMN_NUMBER, N);
    Column *tail = column_new("tail", COLUMN_NUMBER, N);
    g_autoptr(Bins) by_quartiles = NULL, by_deviation = NULL, capped = NULL;
    g_autoptr(Column) one = NULL, two = NULL, three = NULL;

    for (guint i = 0; i < N; i++) {
        even->values[i] = i / 10.0 + 0.01;
        spike->values[i] = i < 900 ? 0.001 : i < 950 ? -10 : 10;
        tail->values[i] = i == 0 ? 1e6 : i / 1000.0;
    }
    /* IQR 49.95, so 9.99; s = 3.164 (3.49 s / 10 = 1.1); a 200th of a million is 5,000. */
    one = binned(even, 0, &by_quartiles);
    two = binned(spike, 0, &by_deviation);
    three = binned(tail, 0, &capped);
    g_assert_cmpfloat(by_quartiles->width, ==, 10);
    g_assert_cmpuint(by_quartiles->n, ==, 10);
    g_assert_cmpfloat(by_deviation->width, ==, 1);
    g_assert_cmpuint(by_deviation->n, ==, 20);
    g_assert_cmpfloat(capped->width, ==, 5000);
    g_assert_cmpuint(capped->n, ==, 200);
}

static void
check_times(Column *column, guint n, const char *cells, TimeUnit unit, guint step, guint n_bins)
{
    g_autoptr(Bins) bins = NULL;
    g_autoptr(Column) starts = binned(column, n, &bins);

    assert_column(starts, cells);
    g_assert_cmpint(bins->unit, ==, unit);
    g_assert_cmpint(starts->unit, ==, unit);
    g_assert_cmpuint(bins->step, ==, step);
    g_assert_cmpuint(bins->n, ==, n_bins);
    g_assert_cmpfloat(bins->width, ==, 0);
}

static void
test_times(void)
{
    check_times(TIMES("d", "2019-01-31", "2019-03-01", NULL, "2019-12-31"), 12,
                "2019-01|2019-03||2019-12", TIME_MONTH, 1, 12);
    check_times(TIMES("d", "2019-02-01", "2019-03-04", "2019-03-10"), 5,
                "2019-W05|2019-W10|2019-W10", TIME_WEEK, 1, 6);
    check_times(TIMES("d", "1994", "1995", "2013"), 4, "1990|1995|2010", TIME_YEAR, 5, 5);
    check_times(TIMES("d", "1994", "1995"), 50, "1994|1995", TIME_YEAR, 1, 2);
    check_times(TIMES("d", "2019-Q1", "2020-Q4"), 100, "2019-Q1|2020-Q4", TIME_QUARTER, 1, 8);
    check_times(TIMES("d", "2019-01-01T07:59", "2019-01-01T23:10"), 5,
                "2019-01-01T06:00Z|2019-01-01T21:00Z", TIME_HOUR, 3, 6);
    check_times(TIMES("d", "1969-12-31T23:50:31"), 0, "1969-12-31T23:50:31Z", TIME_SECOND, 1, 1);
    check_times(TIMES("d", "0001", "9999"), 0, "0000|9900", TIME_YEAR, 100, 100);
}

static void
test_keeps(void)
{
    g_autoptr(Bins) bins = NULL;
    Column *column = NUMBERS("v", 1, 2);
    g_autoptr(Column) starts = NULL;

    column->symbol = g_strdup("€");
    starts = binned(column, 0, &bins);
    g_assert_cmpstr(starts->name, ==, "bin(v)");
    g_assert_cmpstr(starts->symbol, ==, "€");
    g_assert_cmpuint(starts->field, ==, 0);
}

static void
test_errors(void)
{
    g_autoptr(Table) table = TABLE(TEXTS("t", "a"), NUMBERS("v", 1)),
                     wide = TABLE(NUMBERS("v", -1e308, 1e308));
    Bins *bins = NULL;
    GError *error = NULL;

    g_assert_null(transform_bin(table, table_find(table, "t"), 0, &bins, &error));
    assert_error(error, ERROR_USAGE,
                 "bin needs numbers or times, and column \"t\" is of type text");
    g_assert_null(transform_bin(table, table_find(table, "v"), 1001, &bins, &error));
    assert_error(error, ERROR_USAGE, "bin(v, 1001) is too many bins; at most 1000");
    g_assert_null(transform_bin(wide, table_find(wide, "v"), 0, &bins, &error));
    assert_error(error, ERROR_INPUT, "the values of column \"v\" are too large for bins");
    g_assert_null(bins);
}

/* Whatever the values: they lie in their bins, the bins are even and cover them all. */
static void
test_random(void)
{
    for (guint round = 0; round < 400; round++) {
        gsize n = (gsize)g_test_rand_int_range(1, 80);
        guint wished = g_test_rand_bit() ? 0 : (guint)g_test_rand_int_range(1, 50);
        double size = pow(10, g_test_rand_int_range(-300, 300)),
               shift = g_test_rand_int_range(0, 3);
        Column *column = column_new("v", COLUMN_NUMBER, n);
        g_autoptr(Table) table = TABLE(column);
        g_autoptr(Bins) bins = NULL;
        g_autoptr(Column) starts = NULL;

        for (gsize i = 0; i < n; i++)
            column->values[i] = size * (shift * 1e5 + g_test_rand_double_range(-1, 1));
        starts = transform_bin(table, column, wished, &bins, NULL);
        g_assert_cmpuint(bins->n, <=, 400);
        for (guint b = 0; b < bins->n; b++)
            g_assert_cmpfloat_with_epsilon(bins->edges[b + 1] - bins->edges[b], bins->width,
                                           bins->width * 1e-3);
        for (gsize i = 0; i < n; i++) {
            guint b = 0;

            while (b + 1 < bins->n && bins->edges[b + 1] <= column->values[i])
                b++;
            g_assert_cmpfloat(starts->values[i], ==, bins->edges[b]);
            g_assert_cmpfloat(column->values[i], >=, bins->edges[b]);
            g_assert_cmpfloat(column->values[i], <=, bins->edges[b + 1]);
        }
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/bin/has-round-edges", test_numbers);
    g_test_add_func("/bin/closes-the-last-one-only-where-it-does-no-harm", test_edges);
    g_test_add_func("/bin/is-a-multiple-of-the-precision", test_precision);
    g_test_add_func("/bin/is-one-for-equal-values-and-none-for-none", test_equal);
    g_test_add_func("/bin/follows-quartiles-else-the-deviation-within-bounds", test_rules);
    g_test_add_func("/bin/of-times-is-a-period", test_times);
    g_test_add_func("/bin/keeps-the-symbol", test_keeps);
    g_test_add_func("/bin/refuses-text-and-too-many", test_errors);
    g_test_add_func("/bin/holds-its-values", test_random);
    return g_test_run();
}
