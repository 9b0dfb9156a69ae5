#include "transform/filter_sample.h"
#include "transform/transform.h"

/* The `größe` of the rows that are kept: 1 to 4, so rows can be told apart. */
static void
check(const char *condition, const char *kept)
{
    g_autoptr(Table) table = sample(), filtered = NULL;
    GError *error = NULL;

    filtered = transform_filter(table, condition, NULL, &error);
    g_assert_no_error(error);
    g_test_message("%s", condition);
    assert_cells(filtered, "größe", kept);
}

static void
test_numbers(void)
{
    check("total = 10", "4");
    check("total == 1.5", "1");
    check("total != 10", "1|2");
    check("total <> 10", "1|2");
    check("total < 1.5", "2");
    check("total <= 1.5", "1|2");
    check("total > 1.5", "4");
    check("total >= 1.5", "1|4");
    check("1.5 >= total", "1|2");
    check("total > -2", "1|4");
    check("total=1e1", "4");
    check("total > .5", "1|4");
    check("-2=total", "2");
    check("total = 010.0", "4");
    check("total = 1.E+1", "4");
    check("total < 123456789012345678901234567890", "1|2|4");
    check("0 < total", "1|4");
    check("0e5 < total and 08 < total", "4");
    check("total>5 and total<1e2", "4");
    check("1 = 1", "1|2|3|4");
    check("1 = 2", "");
}

static void
test_arithmetic(void)
{
    check("total + 1 = 2.5", "1");
    check("total - 1 - 1 = 8", "4");
    check("total + größe * 2 = 2", "2");
    check("(total + größe) * 2 = 0", "2");
    check("-total = 2", "2");
    check("-(total + größe) = 0", "2");
    check("total / größe / 2 = -0.5", "2");
    check("8 / 4 / 2 = 1", "1|2|3|4");
    check("total / `the us share` < 1e300", "2");
    check("total / `the us share` is missing", "1|3|4");
    check("total * 1e308 * 1e308 is missing", "1|2|3|4");
    check("total + 0 is missing", "3");
    check("0 * total = 0", "1|2|4");
}

static void
test_years(void)
{
    check("year >= 2000", "2|3");
    check("year > 1999", "2|3");
    check("year < 2000", "1");
    check("year <= 2000", "1|2");
    check("year = 2000", "2");
    check("year != 2000", "1|3");
    check("2000 = year", "2");
    check("2000 > year", "1");
    check("year = \"2000\"", "2");
    check("year > 1999.5", "2|3");
    check("year < 0", "");
    check("year < 99999", "1|2|3");
    check("year - 1999 = größe - 1", "1|2|3");
    check("year = größe + 1998", "1|2|3");
    check("größe + 1998 >= year", "1|2|3");
    check("year in (1999, 2001, 2000.0)", "1|2|3");
    check("year not in (1999)", "2|3");
}

static void
test_times(void)
{
    check("date < \"2019-03\"", "1");
    check("date <= \"2019-03\"", "1|2|3");
    check("date = \"2019-03\"", "2|3");
    check("date != '2019-03'", "1|4");
    check("date > \"2019-03\"", "4");
    check("date >= \"2019-03\"", "2|3|4");
    check("\"2019-03\" < date", "4");
    check("\"2019-03\" >= date", "1|2|3");
    check("date = \"2019-Q1\"", "1|2|3");
    check("date = \"2019-03-31\"", "3");
    check("date <= 2019", "1|2|3|4");
    check("date > 2019", "");
    check("date > 2018.5", "1|2|3|4");
    check("date = \"28 February 2019\"", "1");
    check("date in (\"2019-02\", \"2019-04-01\")", "1|4");
    check("date in (2018, \"2019\", \"2019-02\")", "1|2|3|4");
    check("date not in (\"2019-03\")", "1|4");
    check("date > year", "1|2|3");
}

static void
test_texts(void)
{
    check("partner = \"China\"", "1|4");
    check("partner = 'China'", "1|4");
    check("\"China\" = partner", "1|4");
    check("partner != \"China\"", "2");
    check("partner < \"China\"", "");
    check("partner <= \"China\"", "1|4");
    check("partner > \"China\"", "2");
    check("\"D\" < partner", "2");
    check("\"D\" > partner", "1|4");
    check("partner in (\"China\", 'Japan')", "1|2|4");
    check("partner not in (\"China\")", "2");
    check("partner = rival", "1");
    check("partner != rival", "2");
    check("partner > rival", "2");
    check("rival >= partner", "1");
    check("rival < partner", "2");
    check("rival <= partner", "1|2");
}

static void
test_missing(void)
{
    check("total is missing", "3");
    check("total is not missing", "1|2|4");
    check("partner is missing", "3");
    check("partner is not missing", "1|2|4");
    check("year is missing", "4");
    check("rival is missing or year is missing", "4");
    check("not (total = 10)", "1|2|3");
    check("not total = 10", "1|2|3");
    check("not (partner = \"China\")", "2|3");
    check("not partner in (\"China\")", "2|3");
    check("not total is missing", "1|2|4");
}

static void
test_logic(void)
{
    check("total > 0 and year < 2000", "1");
    check("total > 0 or total < 0 and größe = 1", "1|4");
    check("(total > 0 or total < 0) and größe = 1", "1");
    check("not total > 0 and not größe = 2", "3");
    check("größe = 1 or größe = 2 or größe = 4", "1|2|4");
    check("((((größe = 1))))", "1");
    check("größe\t=\n1", "1");
    check("größe = 1\xc2\xa0", "1");
}

static void
test_names(void)
{
    check("`the us share` = 5", "3");
    check("\"the us share\" = 5", "3");
    check("\"the us share\" is missing", "");
    check("\"the us share\" in (4, 5)", "2|3");
    check("\"the us share\" + 1 = 6", "3");
    check("5 = \"the us share\" * 1", "3");
    check("-\"the us share\" = -5", "3");
    check("\"partner\" = \"rival\" or größe = 1", "1");
}

static void
test_quotes(void)
{
    g_autoptr(Table) table =
        TABLE(TEXTS("a", "it's", "say \"hi\"", "back`tick", "C:\\new", "#1 /* */"),
              NUMBERS("n`m", 1, 2, 3, 4, 5));
    static const char *const conditions[] = { "a = 'it''s'", "a = \"say \"\"hi\"\"\"",
                                              "a = \"back`tick\"", "a = \"C:\\new\"",
                                              "a = '#1 /* */'" };

    for (guint i = 0; i < G_N_ELEMENTS(conditions); i++) {
        g_autofree char *expected = g_strdup_printf("%u", i + 1);
        g_autofree char *by_name = g_strdup_printf("`n``m` = %u", i + 1);
        g_autoptr(Table) filtered = transform_filter(table, conditions[i], NULL, NULL);
        g_autoptr(Table) named = transform_filter(table, by_name, NULL, NULL);

        assert_cells(filtered, "n`m", expected);
        assert_cells(named, "n`m", expected);
    }
}

static void
test_long_chains(void)
{
    g_autoptr(GString) terms = g_string_new("größe = 2"), sum = g_string_new("größe");

    for (guint i = 0; i < 5000; i++) {
        g_string_append(terms, " or größe = 3");
        g_string_append(sum, " + 1");
    }
    for (guint i = 0; i < 100; i++)
        g_string_append(terms, " or (not (größe = 1) and (größe = 4))");
    g_string_append(sum, " = 5004");
    check(terms->str, "2|3|4");
    check(sum->str, "4");
}

static void
remarks(const char *condition, const char *text)
{
    g_autoptr(Table) table = sample(), filtered = NULL;
    g_autoptr(Report) report = report_new();

    filtered = transform_filter(table, condition, report, NULL);
    g_assert_nonnull(filtered);
    g_assert_cmpuint(report_length(report), ==, text == NULL ? 0 : 1);
    if (text != NULL) {
        const ReportEntry *entry = report_entry(report, 0);

        g_assert_cmpstr(entry->text, ==, text);
        g_assert_cmpstr(entry->file, ==, "t.csv");
        g_assert_cmpint(entry->severity, ==, SEVERITY_WARNING);
    }
}

static void
test_unknown_texts(void)
{
    remarks("partner = \"Chin\"", "--where: no row has partner \"Chin\" (did you mean \"China\"?)");
    remarks("partner != \"china\"",
            "--where: no row has partner \"china\" (did you mean \"China\"?)");
    remarks("partner in (\"China\", \"Peru\")", "--where: no row has partner \"Peru\"");
    remarks("\"Peru\" = partner", "--where: no row has partner \"Peru\"");
    remarks("partner < \"D\"", NULL);
    remarks("partner in (\"China\", \"Japan\")", NULL);
}

static void
test_lines_and_sharing(void)
{
    g_autoptr(Table) table = sample(), some = NULL, all = NULL;

    some = transform_filter(table, "größe = 1 or größe = 4", NULL, NULL);
    g_assert_cmpuint(table_line(some, 0), ==, 2);
    g_assert_cmpuint(table_line(some, 1), ==, 5);
    all = transform_filter(table, "größe > 0", NULL, NULL);
    g_assert_true(all == table);
}

static void
test_empty_table(void)
{
    g_autoptr(Table) table =
        TABLE(column_new("a", COLUMN_NUMBER, 0), column_new("t", COLUMN_TEXT, 0));
    g_autoptr(Table) filtered = transform_filter(table, "a + 1 > 2 or t = t", NULL, NULL);

    g_assert_cmpuint(filtered->length, ==, 0);
}

/* Row by row with plain C on more rows than a block has. */
static void
test_many_rows(void)
{
    enum { N = 3001 };
    double *a = g_new(double, N), *b = g_new(double, N);
    GString *expected = g_string_new(NULL);
    g_autoptr(Table) table = table_new(NULL, N), filtered = NULL;
    g_autofree char *cells = NULL;

    for (int i = 0; i < N; i++) {
        a[i] = i;
        b[i] = i % 7 == 0 ? NAN : i % 11;
        if ((i % 7 != 0 && a[i] / 3 - b[i] > 100 && !(b[i] >= 3 && b[i] <= 5)) || i == 17)
            g_string_append_printf(expected, "%s%d", expected->len > 0 ? "|" : "", i);
    }
    table_add(table, column_new_values("a", COLUMN_NUMBER, a, N));
    table_add(table, column_new_values("b", COLUMN_NUMBER, b, N));
    filtered =
        transform_filter(table, "a / 3 - b > 100 and b not in (3, 4, 5) or a = 17", NULL, NULL);
    cells = column_cells(table_find(filtered, "a"));
    g_assert_cmpstr(cells, ==, expected->str);
    g_string_free(expected, TRUE);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/filter/compares-numbers", test_numbers);
    g_test_add_func("/filter/computes-with-numbers", test_arithmetic);
    g_test_add_func("/filter/compares-years-with-plain-numbers", test_years);
    g_test_add_func("/filter/takes-a-time-as-its-whole-period", test_times);
    g_test_add_func("/filter/compares-texts", test_texts);
    g_test_add_func("/filter/keeps-missing-values-apart", test_missing);
    g_test_add_func("/filter/joins-conditions", test_logic);
    g_test_add_func("/filter/finds-columns-by-any-spelling", test_names);
    g_test_add_func("/filter/reads-all-quotes", test_quotes);
    g_test_add_func("/filter/takes-long-chains", test_long_chains);
    g_test_add_func("/filter/remarks-unknown-texts", test_unknown_texts);
    g_test_add_func("/filter/keeps-lines-and-shares-what-stays", test_lines_and_sharing);
    g_test_add_func("/filter/takes-an-empty-table", test_empty_table);
    g_test_add_func("/filter/agrees-with-plain-code-over-many-rows", test_many_rows);
    return g_test_run();
}
