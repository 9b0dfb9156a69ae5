#include "transform/tables.h"
#include "transform/transform.h"

static Table *
sample(void)
{
    return TABLE(NUMBERS("us", 1, 2, NAN, 4), NUMBERS("total", 4, 0, 5, 8),
                 TIMES("year", "2000", "2001", "2002", NULL),
                 TIMES("day", "2000-01-02", NULL, NULL, NULL), TEXTS("name", "a", "b", "c", "d"),
                 NUMBERS("per cent", 1, 1, 1, 1));
}

static void
check(const char *assignment, const char *name, const char *cells, guint n_remarks)
{
    g_autoptr(Table) table = sample(), made = NULL;
    g_autoptr(Report) report = report_new();
    GError *error = NULL;

    made = transform_let(table, assignment, report, &error);
    g_assert_no_error(error);
    assert_cells(made, name, cells);
    g_assert_cmpint(table_find(made, name)->type, ==, COLUMN_NUMBER);
    g_assert_cmpuint(report_length(report), ==, n_remarks);
    g_assert_cmpuint(table_line(made, 0), ==, 2);
}

static void
test_values(void)
{
    check("share = us / total * 100", "share", "25|||50", 1);
    check("x=2+us*3", "x", "5|8||14", 0);
    check("x = (2 + us) * -total", "x", "-12|0||-48", 0);
    check("x = 7", "x", "7|7|7|7", 0);
    check("x = -total", "x", "-4|0|-5|-8", 0);
    check("`a b` = us - 1", "a b", "0|1||3", 0);
    check("\"größe\" = `per cent` + \"us\"", "größe", "2|3||5", 0);
    check("since = year - 1999", "since", "1|2|3|", 0);
    check("copy = total", "copy", "4|0|5|8", 0);
    check("big = total * 1e308", "big", "|0||", 1);
}

static void
test_replaces(void)
{
    g_autoptr(Table) table = sample(), made = NULL;

    made = transform_let(table, "total = total / 2", NULL, NULL);
    assert_cells(made, "total", "2|0|2.5|4");
    assert_cells(table, "total", "4|0|5|8");
    g_assert_cmpuint(table_n_columns(made), ==, table_n_columns(table));
    g_assert_cmpuint(table_find(made, "total")->field, ==, 0);
}

static void
test_undefined(void)
{
    g_autoptr(Table) table = sample(), made = NULL;
    g_autoptr(Report) report = report_new();
    const ReportEntry *entry;

    made = transform_let(table, "share = us / total", report, NULL);
    entry = report_entry(report, 0);
    g_assert_cmpstr(
        entry->text, ==,
        "1 of 4 cells of column \"share\" cannot be computed (a division by zero, or too "
        "large for a number) and are missing");
    g_assert_cmpuint(entry->line, ==, 3);
    g_assert_cmpuint(entry->count, ==, 1);
}

static void
test_many_rows(void)
{
    enum { N = 1500 };
    Column *a = column_new("a", COLUMN_NUMBER, N), *b = column_new("b", COLUMN_NUMBER, N);
    g_autoptr(Table) table = NULL, made = NULL;

    for (guint i = 0; i < N; i++) {
        a->values[i] = i % 7 == 0 ? NAN : i;
        b->values[i] = g_test_rand_double_range(1, 2);
    }
    table = TABLE(a, b);
    made = transform_let(table, "c = a / b - 3 * (a + b)", NULL, NULL);
    for (guint i = 0; i < N; i++) {
        double c = table_find(made, "c")->values[i];

        if (isnan(a->values[i]))
            g_assert_true(isnan(c));
        else
            g_assert_cmpfloat(c, ==,
                              a->values[i] / b->values[i] - 3 * (a->values[i] + b->values[i]));
    }
}

static void
fails(const char *assignment, const char *text)
{
    g_autoptr(Table) table = sample();
    GError *error = NULL;

    g_assert_null(transform_let(table, assignment, NULL, &error));
    assert_error(error, ERROR_USAGE, text);
}

static void
test_errors(void)
{
    fails("", "--let: the expression is empty");
    fails("us", "--let: \"us\" is no assignment (character 1); write NAME = EXPRESSION");
    fails("us > 5", "--let: \"us > 5\" is no assignment (character 1); write NAME = EXPRESSION");
    fails("x = us and total",
          "--let: \"x = us and total\" is no assignment (character 1); write NAME = EXPRESSION");
    fails("x == us",
          "--let: \"==\" compares and does not assign (character 3); write NAME = EXPRESSION");
    fails("2 = us",
          "--let: \"2\" stands where the name of the new column is expected (character 1); "
          "write NAME = EXPRESSION");
    fails("'x' = us",
          "--let: \"'x'\" stands where the name of the new column is expected (character "
          "1); write NAME = EXPRESSION");
    fails("\"\" = us", "--let: \"\"\"\" stands where the name of the new column is expected "
                       "(character 1); write NAME = EXPRESSION");
    fails("a + b = us", "--let: \"a + b\" stands where the name of the new column is expected "
                        "(character 1); write NAME = EXPRESSION");
    fails("größe = us /", "--let: \"größe = us /\" ends where a value is expected (character 13)");
    fails("x = totl", "--let: \"totl\" is not the name of a column (character 5) (did you mean "
                      "\"total\"?)");
    fails("x = (us > 5)",
          "--let: \"us > 5\" is a condition where a number is expected (character 6)");
    fails("x = us > 5",
          "--let: \">\" goes on with a comparison (character 8); write a < b and b < c");
    fails("x = name", "--let: \"name\" is text where a number is expected (character 5)");
    fails("x = 'a'", "--let: \"'a'\" is text where a number is expected (character 5)");
    fails("x = day", "--let: \"day\" is a time where a number is expected (character 5)");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/let/computes-numbers", test_values);
    g_test_add_func("/let/replaces-a-column-of-that-name", test_replaces);
    g_test_add_func("/let/counts-what-cannot-be-computed", test_undefined);
    g_test_add_func("/let/runs-over-many-blocks", test_many_rows);
    g_test_add_func("/let/refuses-what-is-no-assignment", test_errors);
    return g_test_run();
}
