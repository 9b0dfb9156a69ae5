#include "transform/tables.h"
#include "transform/transform.h"

/* Whole years, one for the next. */
static gint64
years_between(gconstpointer periods, double from, double to)
{
    (void)periods;
    return calendar_between(from, to, TIME_YEAR);
}

static Table *
run(const Table *table, const WindowSpec *spec, Report *report, GError **error)
{
    const Column *key = table_find(table, "s");

    return transform_window(table, &key, key == NULL ? 0 : 1, table_find(table, "x"),
                            table_find(table, "v"), spec, report, error);
}

/* The remarks joined by a line feed. */
static void
check(const Table *table, WindowSpec spec, const char *cells, const char *remarks)
{
    g_autoptr(Report) report = report_new();
    g_autoptr(GString) texts = g_string_new(NULL);
    g_autoptr(Table) made = NULL;
    GError *error = NULL;

    made = run(table, &spec, report, &error);
    g_assert_no_error(error);
    assert_cells(made, "v", cells);
    for (guint i = 0; i < report_length(report); i++)
        g_string_append_printf(texts, "%s%s", i > 0 ? "\n" : "", report_entry(report, i)->text);
    g_assert_cmpstr(texts->str, ==, remarks);
    g_assert_cmpuint(table_line(made, made->length - 1), ==, made->length + 1);
}

/* Two series whose rows are mixed and in no order; "b" has a missing value, one row no position. */
static Table *
sample(void)
{
    return TABLE(TEXTS("s", "a", "b", "a", "b", "a", "b", "a", "b"),
                 TIMES("x", "2002", "2000", "2000", "2001", "2001", "2002", NULL, "2003"),
                 NUMBERS("v", 4, 10, 1, NAN, 2, 30, 99, 15));
}

static Table *
one_series(void)
{
    return TABLE(NUMBERS("x", 1, 2, 3, 4, 5, 6), NUMBERS("v", 1, 3, 5, 4, -6, 7));
}

static void
test_cumulative(void)
{
    g_autoptr(Table) table = sample(), one = one_series();
    g_autoptr(Table) fine = TABLE(NUMBERS("x", 1, 2, 3), NUMBERS("v", 1e100, 1, -1e100));

    check(table, (WindowSpec){ .kind = WINDOW_CUMULATIVE }, "7|10|1||3|40||55",
          "the sums go on over 1 missing value of column \"v\"");
    check(one, (WindowSpec){ .kind = WINDOW_CUMULATIVE }, "1|4|9|13|7|14", "");
    check(fine, (WindowSpec){ .kind = WINDOW_CUMULATIVE }, "1e+100|1e+100|1", "");
}

static void
test_rolling(void)
{
    g_autoptr(Table) table = sample(), one = one_series();
    g_autoptr(Table) spike = TABLE(NUMBERS("x", 1, 2, 3, 4, 5), NUMBERS("v", 1e17, 1, 2, 3, 4));

    check(one, (WindowSpec){ .kind = WINDOW_ROLLING, .size = 1 }, "1|3|5|4|-6|7", "");
    check(one, (WindowSpec){ .kind = WINDOW_ROLLING, .size = 3 }, "||3|4|1|1.6666666666666667", "");
    check(one, (WindowSpec){ .kind = WINDOW_ROLLING, .size = 3, .center = TRUE },
          "|3|4|1|1.6666666666666667|", "");
    /* (1/2 + 3 + 5/2) / 2, and so on. */
    check(one, (WindowSpec){ .kind = WINDOW_ROLLING, .size = 2, .center = TRUE },
          "|3|4.25|1.75|-0.25|", "");
    check(spike, (WindowSpec){ .kind = WINDOW_ROLLING, .size = 2 }, "|5e+16|1.5|2.5|3.5", "");
    check(table, (WindowSpec){ .kind = WINDOW_ROLLING, .size = 2 }, "3||||1.5|||22.5", "");
    check(table, (WindowSpec){ .kind = WINDOW_ROLLING, .size = 3 }, "2.3333333333333335|||||||",
          "1 of 2 series never have the 3 values in a row of a rolling mean: s=b");
    check(one, (WindowSpec){ .kind = WINDOW_ROLLING, .size = 6, .center = TRUE }, "|||||",
          "1 of 1 series never have the 7 values in a row of a rolling mean");
}

static void
test_index(void)
{
    g_autoptr(Table) table = sample(), one = one_series();
    g_autoptr(Table) texts = TABLE(TEXTS("x", "Q1", "Q2", "Q3"), NUMBERS("v", 4, 2, 1));
    g_autoptr(Table) months =
        TABLE(TIMES("x", "2000-12", "2001-05", "2002-01"), NUMBERS("v", 4, 2, 1));
    g_autoptr(Table) zero =
        TABLE(TEXTS("s", "a", "b", "c", "d", "e", "f"), NUMBERS("x", 1, 1, 1, 2, 2, 1),
              NUMBERS("v", 0, 5, -1, 1, 1, NAN));

    check(table, (WindowSpec){ .kind = WINDOW_INDEX_TO, .base = "2000" },
          "400|100|100||200|300||150", "");
    check(table, (WindowSpec){ .kind = WINDOW_INDEX_TO, .base = "2001" }, "200||50||100|||",
          "1 of 2 series are left out, without a value at the base of the index: s=b");
    check(one, (WindowSpec){ .kind = WINDOW_INDEX_TO, .base = "4" }, "25|75|125|100|-150|175", "");
    check(texts, (WindowSpec){ .kind = WINDOW_INDEX_TO, .base = "Q2" }, "200|100|50", "");
    check(months, (WindowSpec){ .kind = WINDOW_INDEX_TO, .base = "2001" }, "200|100|50", "");
    check(months, (WindowSpec){ .kind = WINDOW_INDEX_TO, .base = "Dec 2000" }, "100|50|25", "");
    check(zero, (WindowSpec){ .kind = WINDOW_INDEX_TO, .base = "1" }, "|100||||",
          "3 of 6 series are left out, without a value at the base of the index: s=d; s=e; s=f\n"
          "2 of 6 series are left out, with zero or less at the base of the index: s=a; s=c");
}

static void
test_change(void)
{
    g_autoptr(Table) table = sample(), one = one_series();

    check(one, (WindowSpec){ .kind = WINDOW_CHANGE }, "|2|2|-1|-10|13", "");
    check(one, (WindowSpec){ .kind = WINDOW_CHANGE, .from_first = TRUE }, "0|2|4|3|-7|6", "");
    check(one, (WindowSpec){ .kind = WINDOW_CHANGE, .percent = TRUE },
          "|200|66.66666666666666|-20|-250|",
          "1 change of column \"v\" in percent is left out, from a value of zero or less");
    check(table, (WindowSpec){ .kind = WINDOW_CHANGE }, "2||||1|||-15", "");
    check(table, (WindowSpec){ .kind = WINDOW_CHANGE, .percent = TRUE, .from_first = TRUE },
          "300|0|0||100|200||50", "");
}

/* 2001 has no row: nothing goes across it. */
static void
test_gaps(void)
{
    g_autoptr(Table) table =
        TABLE(TIMES("x", "1999", "2000", "2002", "2003"), NUMBERS("v", 1, 2, 4, 8));
    WindowSpec change = { .kind = WINDOW_CHANGE }, mean = { .kind = WINDOW_ROLLING, .size = 2 };

    check(table, change, "|1|2|4", "");
    check(table, mean, "|1.5|3|6", "");
    change.between = mean.between = years_between;
    check(table, change, "|1||4", "");
    check(table, mean, "|1.5||6", "");
    change.from_first = TRUE;
    check(table, change, "0|1|3|7", "");
}

static void
test_symbols(void)
{
    static const struct {
        WindowSpec spec;
        const char *symbol;
    } cases[] = {
        { { .kind = WINDOW_CUMULATIVE }, "%" },
        { { .kind = WINDOW_ROLLING, .size = 2 }, "%" },
        { { .kind = WINDOW_INDEX_TO, .base = "1" }, NULL },
        { { .kind = WINDOW_CHANGE, .percent = TRUE }, "%" },
        { { .kind = WINDOW_CHANGE }, NULL },
    };
    g_autoptr(Table) table = one_series();

    table_find(table, "v")->symbol = g_strdup("%");
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Table) made = run(table, &cases[i].spec, NULL, NULL);

        g_assert_cmpstr(table_find(made, "v")->symbol, ==, cases[i].symbol);
        g_assert_cmpuint(table_find(made, "v")->field, ==, 2);
    }
}

static void
fails(const Table *table, WindowSpec spec, ErrorCode code, const char *text)
{
    GError *error = NULL;

    g_assert_null(run(table, &spec, NULL, &error));
    assert_error(error, (gint)code, text);
}

static void
test_errors(void)
{
    g_autoptr(Table) table = sample(), huge = TABLE(NUMBERS("x", 1, 2), NUMBERS("v", 1e308, 1e308));
    g_autoptr(Table) text = TABLE(TEXTS("x", "low", "high"), NUMBERS("v", 0, 1));
    g_autoptr(Table) words = TABLE(NUMBERS("x", 1), TEXTS("v", "a"));
    g_autoptr(Table) months = TABLE(TIMES("x", "2001-01", "2001-05"), NUMBERS("v", 4, 2));

    fails(words, (WindowSpec){ .kind = WINDOW_CUMULATIVE }, ERROR_USAGE,
          "only numbers can be summed up and compared in time, and column \"v\" is of type text");
    fails(table, (WindowSpec){ .kind = WINDOW_ROLLING }, ERROR_USAGE,
          "--rolling 0 is the mean of nothing");
    fails(huge, (WindowSpec){ .kind = WINDOW_CUMULATIVE }, ERROR_INPUT,
          "what comes of column \"v\" here is too large for a number");
    fails(table, (WindowSpec){ .kind = WINDOW_INDEX_TO, .base = "1999" }, ERROR_USAGE,
          "--index-to 1999: no row has it in column \"x\", which runs from 2000 to 2003");
    fails(table, (WindowSpec){ .kind = WINDOW_INDEX_TO, .base = "soon" }, ERROR_USAGE,
          "--index-to: \"soon\" is not a time, as column \"x\" has them");
    fails(huge, (WindowSpec){ .kind = WINDOW_INDEX_TO, .base = "1x" }, ERROR_USAGE,
          "--index-to: \"1x\" is not a number, as column \"x\" has them");
    fails(text, (WindowSpec){ .kind = WINDOW_INDEX_TO, .base = "hihg" }, ERROR_USAGE,
          "--index-to: no \"hihg\" in column \"x\" (did you mean \"high\"?)");
    fails(text, (WindowSpec){ .kind = WINDOW_INDEX_TO, .base = "low" }, ERROR_INPUT,
          "--index-to low: no series has a value above zero there");
    fails(months, (WindowSpec){ .kind = WINDOW_INDEX_TO, .base = "2001" }, ERROR_USAGE,
          "--index-to 2001: a series has several values there; name one of them, such as 2001-05");
}

static void
test_empty(void)
{
    g_autoptr(Table) none =
        TABLE(column_new("x", COLUMN_TIME, 0), column_new("v", COLUMN_NUMBER, 0));
    g_autoptr(Table) nowhere = TABLE(NUMBERS("x", NAN, NAN), NUMBERS("v", 1, 2));
    static const WindowSpec specs[] = { { .kind = WINDOW_CUMULATIVE },
                                        { .kind = WINDOW_ROLLING, .size = 2 },
                                        { .kind = WINDOW_INDEX_TO, .base = "2000" },
                                        { .kind = WINDOW_CHANGE } };

    for (guint i = 0; i < G_N_ELEMENTS(specs); i++) {
        g_autoptr(Table) first = run(none, &specs[i], NULL, NULL);
        g_autoptr(Table) second = run(nowhere, &specs[i], NULL, NULL);

        assert_cells(first, "v", "");
        assert_cells(second, "v", "|");
    }
}

/* Rolling means of whole numbers are those of plain sums, and the last sum of changes from the
 * first is the last cumulative one. */
static void
test_random(void)
{
    enum { N = 200 };

    for (guint round = 0; round < 60; round++) {
        Column *x = column_new("x", COLUMN_NUMBER, N), *v = column_new("v", COLUMN_NUMBER, N);
        g_autoptr(Table) table = TABLE(x, v), made = NULL, changes = NULL, sums = NULL;
        guint size = (guint)g_test_rand_int_range(1, 30);
        const double *out;

        for (guint i = 0; i < N; i++) {
            x->values[i] = i;
            v->values[i] = g_test_rand_int_range(0, 40) == 0 ? NAN : g_test_rand_int_range(-99, 99);
        }
        made = run(table, &(WindowSpec){ .kind = WINDOW_ROLLING, .size = size }, NULL, NULL);
        out = table_find(made, "v")->values;
        for (guint i = 0; i < N; i++) {
            double total = i + 1 >= size ? 0 : NAN;

            for (guint j = i + 1 - MIN(size, i + 1); j <= i; j++)
                total += v->values[j];
            if (isnan(total))
                g_assert_true(isnan(out[i]));
            else
                g_assert_cmpfloat(out[i], ==, total / size);
        }
        for (guint i = 0; i < N; i++)
            v->values[i] = isnan(v->values[i]) ? 0 : v->values[i];
        changes = run(table, &(WindowSpec){ .kind = WINDOW_CHANGE }, NULL, NULL);
        table_find(changes, "v")->values[0] = v->values[0];
        sums = run(changes, &(WindowSpec){ .kind = WINDOW_CUMULATIVE }, NULL, NULL);
        for (guint i = 0; i < N; i++)
            g_assert_cmpfloat(table_find(sums, "v")->values[i], ==, v->values[i]);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/window/sums-up-each-series", test_cumulative);
    g_test_add_func("/window/takes-rolling-means", test_rolling);
    g_test_add_func("/window/makes-the-base-a-hundred", test_index);
    g_test_add_func("/window/takes-changes", test_change);
    g_test_add_func("/window/does-not-go-across-an-absent-period", test_gaps);
    g_test_add_func("/window/knows-what-unit-comes-of-a-percentage", test_symbols);
    g_test_add_func("/window/refuses-what-makes-no-sense", test_errors);
    g_test_add_func("/window/takes-empty-tables", test_empty);
    g_test_add_func("/window/agrees-with-plain-sums", test_random);
    return g_test_run();
}
